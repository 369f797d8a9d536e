"""One dialog per question. A dialog gives back an answer, or None for 'never mind'; it does no deed itself."""

from __future__ import annotations
