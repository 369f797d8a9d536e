"""Hold a database against itself: pages, references, hashes, and whether the events lead to the present state."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from sqlalchemy import select

from workbench.model.events import LIBRARY
from workbench.store.events import STATE, body_of, hash_body, link
from workbench.store.legible import UNREADABLE, find_illegible
from workbench.store.rows import changes_from
from workbench.store.state import hash_state, read_sources, read_state
from workbench.store.tables import ArticleTable, EventTable, RawTable, ScaleTable, SourceVersionTable, TextTable, core

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Any

    from workbench.model.events import Change
    from workbench.store.state import State
    from workbench.store.units import Unit

# More than these tell nothing new.
_ENOUGH = 20


def find_problems(unit: Unit) -> Iterator[str]:
    """Look for everything that should not be so, worst first; the words are for a person."""
    connection = unit.connection
    pages = connection.exec_driver_sql(f"PRAGMA integrity_check({_ENOUGH})").scalars().all()
    yield from (f"pages: {told}" for told in pages if told != "ok")
    for table, rowid, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check").all()[:_ENOUGH]:
        yield f"references: row {rowid} of {table} names a {parent} that is not there"
    yield from find_illegible(unit)
    try:
        yield from _check_bytes(unit)
        yield from _check_history(unit)
    except UNREADABLE as error:
        yield f"values: what is stored cannot be made sense of ({type(error).__name__})"


def _check_history(unit: Unit) -> Iterator[str]:
    connection = unit.connection
    article = core(ArticleTable)
    articles = {row[0]: row[1] for row in connection.execute(select(article.c.uid, article.c.id))}
    for chain in sorted({*unit.events.chains(), *articles}):
        rows = unit.events.stored(chain)
        yield from _check_links(chain, rows)
        if chain == LIBRARY:
            yield from _rewind(unit, None, rows, read_sources(connection))
        elif chain not in articles:
            yield f"history: a chain of events belongs to no article ({chain})"
        else:
            yield from _rewind(unit, articles[chain], rows, read_state(connection, articles[chain]))


def _check_bytes(unit: Unit) -> Iterator[str]:
    """Hold what was handed in against the hashes taken then."""
    text, raw, version, scale = core(TextTable), core(RawTable), core(SourceVersionTable), core(ScaleTable)
    event = core(EventTable)
    # What came from another machine came without the bytes that were read there.
    received = set(
        unit.connection.execute(select(event.c.article_id).where(event.c.deed == "restore_review")).scalars()
    )
    kept = select(text.c.article_id, text.c.sha256, raw.c.content).join(raw, raw.c.text_uid == text.c.uid, isouter=True)
    for article_id, sha256, content in unit.connection.execute(kept):
        if content is None and article_id not in received:
            yield f"article {article_id}: its file's bytes are missing"
        elif content is not None and hashlib.sha256(content).hexdigest() != sha256:
            yield f"article {article_id}: its file's bytes are not those that were imported"
    for source_id, sha256, content in unit.connection.execute(
        select(version.c.source_id, version.c.sha256, version.c.content)
    ):
        if content is not None and hashlib.sha256(content).hexdigest() != sha256:
            yield f"source {source_id}: its bytes are not those that were added"
    for name, sha256, toml in unit.connection.execute(select(scale.c.id, scale.c.sha256, scale.c.toml)):
        if hashlib.sha256(toml.encode()).hexdigest() != sha256:
            yield f"scale {name}: it is not what was kept"


def _check_links(chain: str, rows: Sequence[dict[str, Any]]) -> Iterator[str]:
    names = {row["seq"]: row["uid"] for row in rows}
    prev = ""
    for row in rows:
        body = row["redacted"] or hash_body(body_of(row, names))
        if row["prev"] != prev or row["hash"] != link(prev, body):
            yield f"history: event {row['seq']} of {chain} was altered, or one before it is missing"
            return
        prev = row["hash"]


def _rewind(unit: Unit, article_id: int | None, rows: Sequence[dict[str, Any]], state: State) -> Iterator[str]:
    """Take the events back one by one from the present state, down to where its hash was recorded."""
    for row in reversed(rows):
        for change in reversed(changes_from(row["changes"])):
            if change.entity == STATE and article_id is not None:
                if hash_state(unit.connection, article_id, state) != change.after["sha256"]:
                    yield f"history: article {article_id} was not like this after event {row['seq']} ({row['label']})"
                return
            problem = _take_back(state, change)
            if problem:
                yield f"history: {problem} after event {row['seq']} ({row['label']})"
                return
    if state:
        entity, uid = next(iter(state))
        yield f"history: no event made this {entity} ({uid})"


def _take_back(state: State, change: Change) -> str:
    """Undo one change in a state; returns what does not fit, empty where all does."""
    present = state.get((change.entity, change.uid))
    if present is None:
        return f"a {change.entity} is missing ({change.uid})"
    differing = [name for name, value in change.after.items() if present.get(name) != value]
    if differing:
        return f"the {', '.join(differing)} of a {change.entity} ({change.uid}) was different"
    if change.before is None:
        del state[change.entity, change.uid]
    else:
        present |= change.before
    return ""
