"""Take deeds back and do them again; both are events themselves, so they work across restarts."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from workbench.desk.soundness import refuse_unsound
from workbench.errors import ConflictError, UsageError
from workbench.model.events import LIBRARY, Event

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.model.articles import Article
    from workbench.store.events import Step
    from workbench.store.opening import Store
    from workbench.store.units import Unit

# Deeds that load many rows at once: neither they nor what is before them in their chain can be undone.
FIRST = frozenset({"import_document", "restore_review"})
# What takes things away for good; the deeds before it can be undone where they were about something else.
FOR_GOOD = "purge_article"


@dataclass(slots=True)
class _Stacks:
    """What could be undone and redone next, the last at the end; `back` are all undoings that still stand."""

    undo: list[Step] = field(default_factory=list)
    redo: list[Step] = field(default_factory=list)
    back: set[int] = field(default_factory=set)


def _stack(steps: Sequence[Step]) -> _Stacks:
    """Follow events from their beginning to what undo and redo would take next."""
    stacks = _Stacks()
    begun = {step.chain: step.seq for step in steps if step.deed in FIRST}
    for step in steps:
        if step.seq <= begun.get(step.chain, 0) or step.deed == FOR_GOOD or not step.whole:
            continue
        if step.undoes is None:
            stacks.undo.append(step)
            stacks.redo.clear()
        elif step.deed == "redo":
            stacks.redo = [one for one in stacks.redo if one.seq != step.undoes]
            stacks.back.discard(step.undoes)
            stacks.undo.append(step)
        else:
            stacks.undo = [one for one in stacks.undo if one.seq != step.undoes]
            stacks.redo.append(step)
            stacks.back.add(step.seq)
    return stacks


def undo(store: Store, article_id: int | None, *, now: str, actor: str) -> Event:
    """Take back the last deed on an article (None: on the library) that was not taken back yet.

    Raises UsageError where there is none, ConflictError where the present state is not what that deed left.
    """
    with store.writing() as unit:
        article, stacks = _chain(unit, article_id)
        if not stacks.undo:
            raise UsageError("there is nothing to undo", hint="the history shows what was done")
        return _take_back(unit, article, stacks.undo[-1].seq, "undo", now=now, actor=actor)


def redo(store: Store, article_id: int | None, *, now: str, actor: str) -> Event:
    """Do again what was undone last; a new deed since then ends that. Raises as `undo`."""
    with store.writing() as unit:
        article, stacks = _chain(unit, article_id)
        if not stacks.redo:
            raise UsageError("there is nothing to redo", hint="only what was just taken back can be done again")
        return _take_back(unit, article, stacks.redo[-1].seq, "redo", now=now, actor=actor)


def undo_newest(store: Store, *, now: str, actor: str) -> Event:
    """Take back the newest deed of all that can be undone, in whichever article or in the library. Raises as `undo`."""
    with store.writing() as unit:
        steps = unit.events.steps(None)
        stack = _stack(steps).undo
        if not stack:
            why = f"'{steps[-1].label}' cannot be taken back" if steps else "nothing has been done yet"
            raise UsageError(f"there is nothing to undo: {why}", hint="the history shows what was done")
        return _take_back(unit, _article(unit, stack[-1]), stack[-1].seq, "undo", now=now, actor=actor)


def redo_newest(store: Store, *, now: str, actor: str) -> Event:
    """Do again what was undone last of all; a new deed since then ends that. Raises as `undo`."""
    with store.writing() as unit:
        stack = _stack(unit.events.steps(None)).redo
        if not stack:
            raise UsageError("there is nothing to redo", hint="only what was just taken back can be done again")
        return _take_back(unit, _article(unit, stack[-1]), stack[-1].seq, "redo", now=now, actor=actor)


def undo_event(store: Store, seq: int, *, now: str, actor: str) -> Event:
    """Take back any single deed, whatever was done since, where what it changed is still as it left it.

    Taking back an undoing does the deed again. Raises UsageError for what cannot be undone, ConflictError where
    something was changed since.
    """
    with store.writing() as unit:
        event = unit.events.get(seq)
        article, stacks = _chain(unit, event.article_id)
        if seq in stacks.back:
            return _take_back(unit, article, seq, "redo", now=now, actor=actor)
        if seq not in {step.seq for step in stacks.undo}:
            raise UsageError(f"event {seq} ({event.label}) cannot be undone", "it was undone already, or is final")
        return _take_back(unit, article, seq, "undo", now=now, actor=actor)


def can_undo(store: Store, article_id: int | None) -> str:
    """Return the label of what `undo` would take back, empty where there is nothing."""
    with store.reading() as unit:
        stack = _chain(unit, article_id)[1].undo
        return stack[-1].label if stack else ""


def can_redo(store: Store, article_id: int | None) -> str:
    """Return the label of what `redo` would do again, empty where there is nothing."""
    with store.reading() as unit:
        stack = _chain(unit, article_id)[1].redo
        return stack[-1].label if stack else ""


def history(store: Store, article_id: int | None = None, limit: int | None = None) -> tuple[Event, ...]:
    """List the last `limit` events of an article (None: of everything) in the order they happened."""
    with store.reading() as unit:
        chain = None if article_id is None else unit.articles.get(article_id).uid
        return unit.events.of_chain(chain, limit=limit)


def list_foreign_events(store: Store, article_id: int, after: int) -> tuple[Event, ...]:
    """List what other programs did after an event, to an article or to the library's sources, in order."""
    with store.reading() as unit:
        found = unit.events.since(after, [unit.articles.get(article_id).uid, LIBRARY])
    return tuple(event for event in found if event.seq not in store.own_events)


def undoable_events(store: Store, article_id: int | None) -> frozenset[int]:
    """Name the events of an article (None: of everything) that `undo_event` would look at.

    Whether it succeeds depends on what was changed since.
    """
    with store.reading() as unit:
        chains = unit.events.chains() if article_id is None else [unit.articles.get(article_id).uid]
        stacks = [_stack(unit.events.steps(chain)) for chain in chains]
        return frozenset(seq for one in stacks for seq in (*(step.seq for step in one.undo), *one.back))


def _chain(unit: Unit, article_id: int | None) -> tuple[Article | None, _Stacks]:
    article = None if article_id is None else unit.articles.get(article_id)
    return article, _stack(unit.events.steps(article.uid if article else LIBRARY))


def _article(unit: Unit, step: Step) -> Article | None:
    return None if step.article_id is None else unit.articles.get(step.article_id)


def _take_back(unit: Unit, article: Article | None, seq: int, deed: str, *, now: str, actor: str) -> Event:
    event = unit.events.get(seq)
    try:
        for change in reversed(event.changes):
            unit.records.revert(change)
    except ConflictError as error:
        raise ConflictError(
            f"'{event.label}' cannot be taken back: {error.message}", error.hint, theirs=error.theirs, yours=error.yours
        ) from None
    refuse_unsound(unit, event.changes)
    told = event.label.removeprefix("undid: ").removeprefix("redid: ")
    whose = f" (by {event.actor})" if event.actor != actor and not told.endswith(f" (by {event.actor})") else ""
    label = f"{'undid' if deed == 'undo' else 'redid'}: {told}{whose}"
    return unit.events.record(article, deed, label, now=now, actor=actor, subject=event.subject, undoes=event)
