"""The parts that the screens are put together from. None of them knows the desk or the store."""

from __future__ import annotations
