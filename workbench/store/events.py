"""Write what was done into chains, and read it back: history, undo and the report's appendix."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from sqlalchemy import func, insert, select, update

from workbench.errors import UsageError
from workbench.model.events import LIBRARY, Change, Event
from workbench.store.counters import next_number
from workbench.store.jsontext import sha256_of, to_json
from workbench.store.rows import event_from
from workbench.store.state import hash_state, read_state
from workbench.store.tables import ArticleTable, EventTable, core

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

    from workbench.model.articles import Article
    from workbench.store.records import Ledger

_EVENT = core(EventTable)
_ARTICLE = core(ArticleTable)

# The entity of a change that stands for a whole article.
STATE = "state"


@dataclass(frozen=True, slots=True)
class Step:
    """What undo needs to know of an event, without its changes. `whole` is False where a purge took words out of it."""

    seq: int
    chain: str
    article_id: int | None
    deed: str
    undoes: int | None
    label: str
    whole: bool = True


def hash_body(body: dict[str, Any]) -> str:
    """Hash what an event says; `body` names an undone event by its uid, since numbers differ between files."""
    return sha256_of(body)


def link(prev: str, body_sha256: str) -> str:
    """Hash an event's body together with the hash of the event before it."""
    return hashlib.sha256(f"{prev}{body_sha256}".encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Events:
    """The events of all chains, inside one transaction."""

    connection: Connection
    ledger: Ledger
    # The numbers of those that were recorded in this transaction.
    recorded: list[int] = field(default_factory=list)

    def record(
        self,
        article: Article | None,
        deed: str,
        label: str,
        *,
        now: str,
        actor: str,
        subject: str = "",
        undoes: Event | None = None,
        facts: tuple[Change, ...] = (),
    ) -> Event:
        """Record one deed with all that it changed; `facts` stand for rows that were loaded without a note."""
        chain = article.uid if article else LIBRARY
        body: dict[str, Any] = {
            "uid": str(uuid4()),
            "chain": chain,
            "deed": deed,
            "label": label,
            "subject": subject,
            "at": now,
            "actor": actor,
            "changes": [asdict(change) for change in facts + self.ledger.take()],
            "undoes": undoes.uid if undoes else None,
        }
        prev = self.head(chain)
        row = {
            **body,
            "seq": next_number(self.connection, "event"),
            "article_id": article.id if article else None,
            "changes": to_json(body["changes"]),
            "undoes": undoes.seq if undoes else None,
            "prev": prev,
            "hash": link(prev, hash_body(body)),
            "redacted": "",
        }
        self.connection.execute(insert(_EVENT), row)
        self.recorded.append(row["seq"])
        if article:
            self.connection.execute(update(_ARTICLE).where(_ARTICLE.c.id == article.id).values(touched_at=now))
        return event_from(row)

    def record_state(self, article: Article, deed: str, label: str, *, now: str, actor: str) -> Event:
        """Record a deed that loaded rows without a note for each, by the hash of all that the article now is.

        It cannot be undone, and nothing before it can.
        """
        sha256 = hash_state(self.connection, article.id, read_state(self.connection, article.id))
        fact = Change(STATE, article.uid, None, {"sha256": sha256})
        return self.record(article, deed, label, now=now, actor=actor, subject=str(article.id), facts=(fact,))

    def take_in(self, article: Article, events: Sequence[Event]) -> bool:
        """Add the events of a chain that was made elsewhere; returns False, and adds none, where it does not close."""
        names = {event.seq: event.uid for event in events}
        rows: list[dict[str, Any]] = []
        places: dict[int, int] = {}
        prev = ""
        for event in sorted(events, key=lambda event: event.seq):
            row: dict[str, Any] = {**asdict(event), "changes": to_json([asdict(change) for change in event.changes])}
            if (
                event.chain != article.uid
                or event.prev != prev
                or event.hash != link(prev, hash_body(body_of(row, names)))
            ):
                return False
            prev = event.hash
            places[event.seq] = next_number(self.connection, "event")
            undoes = None if event.undoes is None else places.get(event.undoes)
            rows.append({**row, "seq": places[event.seq], "article_id": article.id, "undoes": undoes, "redacted": ""})
        if rows:
            self.connection.execute(insert(_EVENT), rows)
        return True

    def head(self, chain: str) -> str:
        """Return the hash of a chain's last event, or nothing at its beginning."""
        query = select(_EVENT.c.hash).where(_EVENT.c.chain == chain).order_by(_EVENT.c.seq.desc()).limit(1)
        return self.connection.execute(query).scalar() or ""

    def get(self, seq: int) -> Event:
        """Read one event; UsageError where there is none."""
        row = self.connection.execute(select(_EVENT).where(_EVENT.c.seq == seq)).mappings().one_or_none()
        if row is None:
            raise UsageError(f"there is no event {seq}", "'workbench history' lists them")
        return event_from(row)

    def of_chain(self, chain: str | None, *, limit: int | None = None) -> tuple[Event, ...]:
        """Read events in order, the last `limit` of them; every chain's where none is named."""
        query = select(_EVENT).order_by(_EVENT.c.seq.desc())
        if chain is not None:
            query = query.where(_EVENT.c.chain == chain)
        if limit is not None:
            query = query.limit(limit)
        rows = self.connection.execute(query).mappings().all()
        return tuple(event_from(row) for row in reversed(rows))

    def since(self, seq: int, chains: Sequence[str]) -> tuple[Event, ...]:
        """Read in order what was recorded in some chains after an event."""
        query = select(_EVENT).where(_EVENT.c.seq > seq, _EVENT.c.chain.in_(chains)).order_by(_EVENT.c.seq)
        return tuple(event_from(row) for row in self.connection.execute(query).mappings())

    def steps(self, chain: str | None) -> list[Step]:
        """Read a chain's events in order without their changes; every chain's where none is named."""
        of = _EVENT.c
        query = select(of.seq, of.chain, of.article_id, of.deed, of.undoes, of.label, of.redacted == "")
        if chain is not None:
            query = query.where(of.chain == chain)
        return [Step(*row) for row in self.connection.execute(query.order_by(of.seq))]

    def day_counts(self) -> list[tuple[int | None, str, int]]:
        """Count deeds as rows of (article or None for the library, ISO 8601 date, count), by date."""
        columns = (_EVENT.c.article_id, func.substr(_EVENT.c.at, 1, 10).label("day"))
        query = select(*columns, func.count()).group_by(*columns)
        return [tuple(row) for row in self.connection.execute(query.order_by("day"))]

    def stored(self, chain: str) -> Sequence[dict[str, Any]]:
        """Read a chain's rows as they are, for checking."""
        query = select(_EVENT).where(_EVENT.c.chain == chain).order_by(_EVENT.c.seq)
        return [dict(row) for row in self.connection.execute(query).mappings()]

    def chains(self) -> list[str]:
        """Name all chains."""
        return list(self.connection.execute(select(_EVENT.c.chain).distinct().order_by(_EVENT.c.chain)).scalars())

    def redact(self, uids: set[str]) -> int:
        """Take out what the library's events say of these things, keeping its chain closed; returns how many."""
        rows = self.stored(LIBRARY)
        names = {row["seq"]: row["uid"] for row in rows}
        count = 0
        for row in rows:
            changes = json.loads(row["changes"])
            kept = [change for change in changes if change["uid"] not in uids]
            if len(kept) < len(changes):
                hashed = row["redacted"] or hash_body(body_of(row, names))
                left = {"label": "purged", "subject": "", "changes": to_json(kept), "redacted": hashed}
                self.connection.execute(update(_EVENT).where(_EVENT.c.seq == row["seq"]).values(left))
                count += 1
        return count


def body_of(row: dict[str, Any], names: dict[int, str]) -> dict[str, Any]:
    """Return what an event's hash covers, from its row; `names` maps sequence numbers of the chain to uids."""
    kept = {name: row[name] for name in ("uid", "chain", "deed", "label", "subject", "at", "actor")}
    undoes = None if row["undoes"] is None else names.get(row["undoes"])
    return {**kept, "changes": json.loads(row["changes"]), "undoes": undoes}
