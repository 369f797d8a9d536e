"""Read the whole present state of an article, so that its events can be held against it."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from workbench.store.jsontext import sha256_of
from workbench.store.records import SHAPES
from workbench.store.tables import TextTable, core

if TYPE_CHECKING:
    from sqlalchemy import Connection, Select

_TEXT = core(TextTable)

# (entity, uid) -> recorded fields.
State = dict[tuple[str, str], dict[str, Any]]


def read_state(connection: Connection, article_id: int) -> State:
    """Read every recorded field of everything that belongs to one article."""
    claim, anchor, evidence = (SHAPES[name].table for name in ("claim", "anchor", "evidence"))
    wanted: dict[str, Select[Any]] = {
        "article": select(SHAPES["article"].table).where(SHAPES["article"].table.c.id == article_id)
    }
    for entity in ("claim", "passage", "signoff"):
        table = SHAPES[entity].table
        wanted[entity] = select(table).where(table.c.article_id == article_id)
    for entity, table in (("anchor", anchor), ("evidence", evidence)):
        wanted[entity] = (
            select(table).join(claim, claim.c.uid == table.c.claim_uid).where(claim.c.article_id == article_id)
        )
    state: State = {}
    for entity, query in wanted.items():
        state |= _fields(connection, entity, query)
    return state


def read_sources(connection: Connection) -> State:
    """Read every recorded field of all sources and their versions."""
    state: State = {}
    for entity in ("source", "source_version"):
        table = SHAPES[entity].table
        columns = [table.c.uid, *(table.c[name] for name in SHAPES[entity].fields)]
        state |= _fields(connection, entity, select(*columns))
    return state


def hash_state(connection: Connection, article_id: int, state: State) -> str:
    """Hash a state together with the article's texts, which nothing ever changes."""
    texts = [
        [uid, sha256, hashlib.sha256(body.encode()).hexdigest(), hashlib.sha256(blocks.encode()).hexdigest()]
        for uid, sha256, body, blocks in connection.execute(
            select(_TEXT.c.uid, _TEXT.c.sha256, _TEXT.c.body, _TEXT.c.blocks)
            .where(_TEXT.c.article_id == article_id)
            .order_by(_TEXT.c.number)
        )
    ]
    return sha256_of({"texts": texts, "rows": {f"{entity} {uid}": row for (entity, uid), row in state.items()}})


def _fields(connection: Connection, entity: str, query: Select[Any]) -> State:
    names = SHAPES[entity].fields
    rows = connection.execute(query)
    places = [list(rows.keys()).index(name) for name in ("uid", *names)]
    return {
        (entity, row[places[0]]): {name: row[place] for name, place in zip(names, places[1:], strict=True)}
        for row in rows
    }
