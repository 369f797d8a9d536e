"""The review: the article, the current claim's card and its evidence, and what a key does with them."""

from __future__ import annotations
