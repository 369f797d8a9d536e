"""Take an article out for good, down to the bytes of the file."""

from __future__ import annotations

import mmap
from contextlib import closing
from glob import escape
from typing import TYPE_CHECKING

from sqlalchemy import delete, select

from workbench.errors import StoreError
from workbench.store import tables
from workbench.store.backups import backup_folder
from workbench.store.failures import explained
from workbench.store.opening import PATIENCE, connect
from workbench.store.rewriting import UNREWRITTEN, rewrite
from workbench.store.tables import core

if TYPE_CHECKING:
    from pathlib import Path

    from sqlmodel import SQLModel

    from workbench.model.articles import Article
    from workbench.store.opening import Store
    from workbench.store.units import Unit

# What names its article itself, in an order that leaves no reference hanging.
_OWN: tuple[type[SQLModel], ...] = (
    tables.PassageTable,
    tables.SignOffTable,
    tables.PlaceTable,
    tables.DraftTable,
    tables.EventTable,
    tables.ClaimTable,
    tables.TextTable,
)


def purge(unit: Unit, article: Article) -> list[int]:
    """Delete an article and all that is its own; returns the numbers of the sources that went with it.

    A source goes where this article's evidence alone ever cited it; the library's events on it lose their words.
    """
    gone = _find_own_sources(unit, article.id)
    connection = unit.connection
    claim, text, version = core(tables.ClaimTable), core(tables.TextTable), core(tables.SourceVersionTable)
    claims = select(claim.c.uid).where(claim.c.article_id == article.id)
    texts = select(text.c.uid).where(text.c.article_id == article.id)
    for table in (core(tables.EvidenceTable), core(tables.AnchorTable)):
        connection.execute(delete(table).where(table.c.claim_uid.in_(claims)))
    connection.execute(delete(core(tables.RawTable)).where(core(tables.RawTable).c.text_uid.in_(texts)))
    for table in map(core, _OWN):
        connection.execute(delete(table).where(table.c.article_id == article.id))
    connection.execute(delete(core(tables.ArticleTable)).where(core(tables.ArticleTable).c.id == article.id))
    if gone:
        source = core(tables.SourceTable)
        uids = set(connection.execute(select(source.c.uid).where(source.c.id.in_(gone))).scalars())
        uids |= set(connection.execute(select(version.c.uid).where(version.c.source_id.in_(gone))).scalars())
        unit.events.redact(uids)
        connection.execute(delete(version).where(version.c.source_id.in_(gone)))
        connection.execute(delete(source).where(source.c.id.in_(gone)))
    connection.exec_driver_sql(f"PRAGMA user_version = {UNREWRITTEN}")
    return gone


def squeeze(store: Store, patience: float = PATIENCE) -> bool:
    """Rewrite the file so that nothing deleted is left in it; False where that cannot be done just now.

    Deleted text is overwritten at the commit, but for pieces that lie about where pages were split and joined.
    """
    try:
        with explained(store.path), closing(connect(store.path, writable=True, patience=patience)) as connection:
            rewrite(connection)
    except StoreError:
        return False
    return True


def find_holders(path: Path, uid: str) -> list[Path]:
    """Find the backups and damaged copies beside a database in whose bytes a UUID still stands."""
    name = escape(path.name)
    kept = [*backup_folder(path).glob("*"), *path.parent.glob(f"{name}.*"), *path.parent.glob(f"{name}-*")]
    return sorted(one for one in kept if one.is_file() and _holds(one, uid.encode()))


def _holds(path: Path, wanted: bytes) -> bool:
    if path.stat().st_size == 0:
        return False
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
        return content.find(wanted) >= 0


def _find_own_sources(unit: Unit, article_id: int) -> list[int]:
    evidence, claim = core(tables.EvidenceTable), core(tables.ClaimTable)
    citing = (
        select(evidence.c.source_id, claim.c.article_id).join(claim, claim.c.uid == evidence.c.claim_uid).distinct()
    )
    articles: dict[int, set[int]] = {}
    for source_id, citing_id in unit.connection.execute(citing):
        articles.setdefault(source_id, set()).add(citing_id)
    return sorted(source_id for source_id, ids in articles.items() if ids == {article_id})
