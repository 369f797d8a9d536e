"""The command line: all that the terminal app does, for scripts, pipes and screen readers."""

from __future__ import annotations
