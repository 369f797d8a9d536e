"""Read what the first paint of a review needs by plain SQL: SQLAlchemy takes longer to import than this to run."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any, TypeVar

from workbench import __version__
from workbench.errors import WorkbenchError
from workbench.model.articles import Draft, Place
from workbench.model.claims import ClaimState
from workbench.model.progress import Progress
from workbench.model.reviews import Review
from workbench.model.sources import SourceVersion, group_by_claim
from workbench.store.claim_rows import ANCHOR_COLUMNS, CLAIM_COLUMNS, claims_from
from workbench.store.files import sqlite_uri
from workbench.store.rows import (
    article_from,
    evidence_from,
    notices_from,
    passage_from,
    place_from,
    scale_from,
    signoff_from,
    source_from,
    text_from,
    version_from,
)
from workbench.store.schema import read_standing

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from workbench.model.articles import Article, Text
    from workbench.model.claims import Claim, Passage
    from workbench.model.signoff import SignOff
    from workbench.model.sources import Evidence, Source

_Seen = TypeVar("_Seen")

# Which values the fields of the models hold, by how these are annotated.
_KINDS: dict[str, tuple[type, ...]] = {"int": (int,), "str": (str,), "str | None": (str, type(None))}

# Claims read on either side of the place; more than any screen shows.
WINDOW = 150
# Up to these sizes a glance is the whole review. (SQLite takes 999 marks in one statement on old builds.)
_FEW_CLAIMS = 2 * WINDOW
_FEW_WORDS = 10_000
_MANY_WORDS = 200_000

_MARKED = ", ".join([*(f"c.{name}" for name in CLAIM_COLUMNS), *(f'a."{name}"' for name in ANCHOR_COLUMNS)])
_CLAIMS = f"SELECT {_MARKED} FROM anchor AS a JOIN claim AS c ON c.uid = a.claim_uid WHERE a.text_uid = ?"  # noqa: S608 - the names are ours


@dataclass(frozen=True, slots=True)
class Glance:
    """A review as far as the first paint needs it.

    Where `complete`, `review` is all of it (but for what another version of the program noticed). Otherwise it holds
    the claims around the place alone, no passages, no blocks of a very long text, and no words accounted for.
    `drafts` is all of what was being typed: a field that opens without it would be typed over it.
    """

    review: Review
    complete: bool
    drafts: tuple[Draft, ...] = ()


def glance(path: Path, article_id: int | None = None, window: int = WINDOW) -> Glance | None:
    """Read an article (None: the last touched one) with up to `window` claims on either side of where it was left.

    Returns None wherever the long way has to be gone: no file, another schema, no such article, a lock, damage.
    """
    return _look(path, lambda connection: _glance(connection, article_id, window))


def spot_article(path: Path, *, article_id: int | None = None, sha256: str = "") -> int | None:
    """Return the id of the article with that id, or with a text of that SHA-256; None as `glance` does."""

    def spot(connection: sqlite3.Connection) -> int | None:
        if article_id is not None:
            found = connection.execute("SELECT id FROM article WHERE id = ?", (article_id,)).fetchone()
        else:
            found = connection.execute("SELECT article_id FROM text WHERE sha256 = ?", (sha256,)).fetchone()
        return None if found is None else int(found[0])

    return _look(path, spot)


def _look(path: Path, read: Callable[[sqlite3.Connection], _Seen | None]) -> _Seen | None:
    try:
        with closing(
            sqlite3.connect(sqlite_uri(path, "ro"), uri=True, isolation_level=None, timeout=0.2)
        ) as connection:
            connection.row_factory = sqlite3.Row
            connection.execute("BEGIN")
            return read(connection) if read_standing(connection, str(path)).current else None
    except (sqlite3.Error, ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError):
        # Rows that another hand has spoilt count as damage; the long way says what is wrong with them.
        return None
    except WorkbenchError:
        return None


def _glance(connection: sqlite3.Connection, article_id: int | None, window: int) -> Glance | None:
    article = _read_article(connection, article_id)
    if article is None:
        return None
    row = connection.execute(
        "SELECT * FROM text WHERE article_id = ? ORDER BY number DESC LIMIT 1", (article.id,)
    ).fetchone()
    counts = _count_claims(connection, article.id)
    complete = sum(counts.values()) <= _FEW_CLAIMS and row["words"] <= _FEW_WORDS
    place = _read_place(connection, article.id)
    if complete:
        claims = claims_from(connection.execute(f"{_CLAIMS} ORDER BY a.start, c.number", (row["uid"],)))
    else:
        claims = _read_window(connection, row["uid"], article.id, place.claim, window)
    live = tuple(claim for claim in claims if claim.state is not ClaimState.RETIRED)
    passages = _read_passages(connection, article.id) if complete else ()
    # The blocks of a book take longer to read than all the rest.
    text = text_from(row, None if row["words"] <= _MANY_WORDS else ())
    attached = _read_evidence(connection, claims)
    scale = connection.execute("SELECT * FROM scale WHERE sha256 = ?", (article.scale_sha256,)).fetchone()
    review = Review(
        article=article,
        text=text,
        scale=scale_from(scale),
        claims=live,
        retired=tuple(claim for claim in claims if claim.state is ClaimState.RETIRED),
        passages=passages,
        evidence=group_by_claim(attached),
        sources=_read_sources(connection, attached),
        versions=_read_versions(connection, attached),
        notices=notices_from(row["notices"], __version__) or (),
        progress=_progress(article, text, live, passages, None if complete else (counts, row["words"])),
        place=place,
        signoffs=_read_signoffs(connection, article.id),
    )
    drafts = _read_drafts(connection, article.id)
    shown = (article, text, review.scale, place, *passages, *attached, *review.versions.values(), *review.signoffs)
    said = (part for source in review.sources.values() for part in (source, source.fields))
    for part in (*shown, *said, *drafts):
        _refuse_spoilt(part)
    return Glance(review, complete, drafts)


def _refuse_spoilt(part: Any) -> None:
    """Raise TypeError where a field holds what it cannot be: SQLite keeps any value in any column."""
    for field in fields(part):
        kinds = _KINDS.get(str(field.type))
        if kinds is not None and not isinstance(getattr(part, field.name), kinds):
            raise TypeError(f"the {field.name} of a {type(part).__name__} is of another type")


def _read_article(connection: sqlite3.Connection, article_id: int | None) -> Article | None:
    if article_id is None:
        query = "SELECT * FROM article WHERE archived = 0 ORDER BY touched_at DESC, id DESC LIMIT 1"
        row = connection.execute(query).fetchone()
    else:
        row = connection.execute("SELECT * FROM article WHERE id = ?", (article_id,)).fetchone()
    return None if row is None else article_from(row)


def _read_place(connection: sqlite3.Connection, article_id: int) -> Place:
    row = connection.execute("SELECT * FROM place WHERE article_id = ?", (article_id,)).fetchone()
    return Place() if row is None else place_from(row)


def _read_drafts(connection: sqlite3.Connection, article_id: int) -> tuple[Draft, ...]:
    query = "SELECT claim, field, text, saved_at FROM draft WHERE article_id = ? ORDER BY claim, field"
    return tuple(Draft(article_id, *row) for row in connection.execute(query, (article_id,)))


def _count_claims(connection: sqlite3.Connection, article_id: int) -> dict[tuple[str, str], int]:
    query = "SELECT kind, state, count(*) FROM claim WHERE article_id = ? GROUP BY kind, state"
    return {(kind, state): count for kind, state, count in connection.execute(query, (article_id,))}


def _read_window(
    connection: sqlite3.Connection, text_uid: str, article_id: int, number: int, window: int
) -> list[Claim]:
    here = connection.execute(
        "SELECT a.start FROM anchor AS a JOIN claim AS c ON c.uid = a.claim_uid "
        "WHERE c.article_id = ? AND c.number = ? AND a.text_uid = ?",
        (article_id, number, text_uid),
    ).fetchone()
    start = here[0] if here else 0
    before = connection.execute(f"{_CLAIMS} AND a.start < ? ORDER BY a.start DESC LIMIT ?", (text_uid, start, window))
    after = connection.execute(f"{_CLAIMS} AND a.start >= ? ORDER BY a.start LIMIT ?", (text_uid, start, window))
    return sorted(claims_from([*before, *after]), key=lambda claim: (claim.start, claim.number))


def _read_passages(connection: sqlite3.Connection, article_id: int) -> tuple[Passage, ...]:
    query = "SELECT * FROM passage WHERE article_id = ? AND removed = 0 ORDER BY start, number"
    return tuple(map(passage_from, connection.execute(query, (article_id,))))


def _read_signoffs(connection: sqlite3.Connection, article_id: int) -> tuple[SignOff, ...]:
    query = "SELECT * FROM signoff WHERE article_id = ? AND removed = 0 ORDER BY at, uid"
    return tuple(map(signoff_from, connection.execute(query, (article_id,))))


def _read_evidence(connection: sqlite3.Connection, claims: Sequence[Claim]) -> list[Evidence]:
    query = f"SELECT * FROM evidence WHERE removed = 0 AND claim_uid IN ({_marks(claims)}) ORDER BY id"  # noqa: S608 - marks
    return [evidence_from(row) for row in connection.execute(query, [claim.uid for claim in claims])]


def _read_sources(connection: sqlite3.Connection, attached: Sequence[Evidence]) -> dict[int, Source]:
    ids = sorted({one.source_id for one in attached})
    query = f"SELECT * FROM source WHERE id IN ({_marks(ids)})"  # noqa: S608 - marks only
    return {row["id"]: source_from(row) for row in connection.execute(query, ids)}


def _read_versions(connection: sqlite3.Connection, attached: Sequence[Evidence]) -> dict[str, SourceVersion]:
    uids = sorted({one.version_uid for one in attached if one.version_uid})
    columns = ", ".join(field.name for field in fields(SourceVersion))
    query = f"SELECT {columns} FROM source_version WHERE uid IN ({_marks(uids)})"  # noqa: S608 - marks only
    return {row["uid"]: version_from(row) for row in connection.execute(query, uids)}


def _marks(values: Sequence[object]) -> str:
    return ",".join("?" * len(values))


def _progress(
    article: Article,
    text: Text,
    claims: Sequence[Claim],
    passages: Sequence[Passage],
    counted: tuple[dict[tuple[str, str], int], int] | None,
) -> Progress:
    """Count all, or take the counts that the database made where not all was read."""
    if counted is None:
        from workbench.text.progress import count_progress

        return count_progress(text.text, claims, passages, article.scope)
    counts, words = counted
    states = {
        state: sum(number for (kind, found), number in counts.items() if found == state and kind in article.scope)
        for state in ("open", "decided", "waived")
    }
    return Progress(**states, words=words, accounted=0)
