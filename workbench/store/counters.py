"""Give numbers that are never given again, not even after a purge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import insert, select, update

from workbench.store.tables import CounterTable

if TYPE_CHECKING:
    from sqlalchemy import Connection

_COUNTER = CounterTable.__table__  # type: ignore[attr-defined]  # SQLModel adds it to every table class


def next_number(connection: Connection, name: str) -> int:
    """Return the next number of that name: 1, 2, 3 …"""
    value = connection.execute(select(_COUNTER.c.value).where(_COUNTER.c.name == name)).scalar()
    if value is None:
        connection.execute(insert(_COUNTER), {"name": name, "value": 1})
        return 1
    connection.execute(update(_COUNTER).where(_COUNTER.c.name == name).values(value=value + 1))
    return int(value) + 1
