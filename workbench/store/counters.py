"""Give numbers that are never given again, not even after a purge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import insert, select, update

from workbench.store.tables import CounterTable, core

if TYPE_CHECKING:
    from sqlalchemy import Connection

_COUNTER = core(CounterTable)


def next_number(connection: Connection, name: str) -> int:
    """Return the next number of that name, the first time 1."""
    value = connection.execute(select(_COUNTER.c.value).where(_COUNTER.c.name == name)).scalar()
    if value is None:
        connection.execute(insert(_COUNTER), {"name": name, "value": 1})
        return 1
    connection.execute(update(_COUNTER).where(_COUNTER.c.name == name).values(value=value + 1))
    return int(value) + 1
