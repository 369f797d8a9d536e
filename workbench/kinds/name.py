"""People named with a title: to check are the spelling and the office."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.kinds.wording import shorten
from workbench.model.claims import Candidate
from workbench.text.titles import is_courtesy

if TYPE_CHECKING:
    from workbench.kinds.reading import Reading


def detect(reading: Reading) -> list[Candidate]:
    """Find each person and title once; Mr and Ms alone are no title."""
    found = []
    seen = set()
    for mention in reading.people.mentions:
        named = (mention.title, mention.name)
        if named in seen or is_courtesy(mention.title):
            continue
        seen.add(named)
        words = reading.text[mention.start : mention.end]
        found.append(
            Candidate(
                start=mention.start,
                end=mention.end,
                text=words,
                kind="name",
                extent=reading.extent_of(mention.start, mention.end),
                speaker=reading.quoted_speaker(mention.start, mention.end),
                wording=shorten(words),
            )
        )
    return found
