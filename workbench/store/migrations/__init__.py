"""The steps from each schema to the next, one file each in `versions`."""

from __future__ import annotations
