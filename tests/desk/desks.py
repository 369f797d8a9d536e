"""A small library to work on: one article of two paragraphs with four claims, and a source with bytes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workbench.desk.importing import Imported, import_document
from workbench.model.claims import Candidate
from workbench.model.spans import Span
from workbench.readers import read_bytes

if TYPE_CHECKING:
    from workbench.model.articles import Document
    from workbench.store.opening import Store

NOW = "2026-03-01T10:00:00Z"
BY = {"now": NOW, "actor": "ann"}

TEXT = (
    "The council has 15 members. It voted on 25 March, and 14 said yes.\n\n"
    "Rafah now holds 1.4 million people, officials said.\n"
)
SOURCE_NOTE = b"# Minutes\n\nFourteen members voted in favour; 1 abstained.\n"


def make_document(text: str = TEXT, name: str = "vote.txt") -> Document:
    return read_bytes(name, text.encode())


def find_numbers(document: Document) -> list[Candidate]:
    """Stand in for the detectors: every run of digits is a claim, its line the extent."""
    found = []
    for match in re.finditer(r"\d[\d.]*(?: million)?", document.text):
        start = document.text.rfind("\n", 0, match.start()) + 1
        end = document.text.find("\n", match.end())
        extent = Span(start, end if end > 0 else len(document.text))
        found.append(Candidate(match.start(), match.end(), match.group(), "figure", extent, wording=match.group()))
    return found


def bring_in(store: Store, text: str = TEXT, name: str = "vote.txt") -> Imported:
    document = make_document(text, name)
    return import_document(store, document, candidates=find_numbers(document), **BY)
