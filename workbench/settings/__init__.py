"""Where things are kept, what the user has set, and which scales there are."""

from __future__ import annotations
