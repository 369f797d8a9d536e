"""Which words go and which come: proposed corrections as changes to the text, each word changed once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from workbench.model.verdicts import Action

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from workbench.reports.annotating import Token
    from workbench.reports.entries import Entry


@dataclass(frozen=True, slots=True)
class Step:
    """A token with what becomes of it.

    'keep' and 'delete' are text, 'insert' is the new wording behind the deleted one, 'open' and 'close' are a mark's.
    """

    step: Literal["keep", "delete", "insert", "open", "close"]
    text: str = ""
    entry: Entry | None = None
    edge: bool = False


def track_changes(tokens: Iterable[Token], by_uid: Mapping[str, Entry]) -> Iterator[Step]:
    """Walk through one block; inside a mark that is changed as a whole, changes of inner marks are left out."""
    changing: list[Entry] = []
    for token in tokens:
        if token.claim is None:
            yield Step("delete" if changing else "keep", token.text)
            continue
        entry = by_uid[token.claim.uid]
        if token.step == "open":
            yield Step("open", entry=entry, edge=token.edge)
            if is_changed(entry):
                changing.append(entry)
            continue
        if is_changed(entry):
            changing.remove(entry)
            if token.edge and entry.correction and not changing:
                yield Step("insert", entry.correction, entry)
        yield Step("close", entry=entry, edge=token.edge)


def is_changed(entry: Entry) -> bool:
    """Say whether the marked words are to be replaced or cut."""
    return bool(entry.correction) or entry.action is Action.CUT
