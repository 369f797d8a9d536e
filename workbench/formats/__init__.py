"""What is read and written alike."""

from __future__ import annotations
