"""Pure functions on strings: cleaning, sentences, attribution, anchoring."""

from __future__ import annotations
