"""The words of the trade: frozen dataclasses that every room shares. Standard library only."""

from __future__ import annotations
