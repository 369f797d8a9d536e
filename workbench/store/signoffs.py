"""Keep the signatures under reviews."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from workbench.store.rows import signoff_from, signoff_row
from workbench.store.tables import SignOffTable, core

if TYPE_CHECKING:
    from workbench.model.signoff import SignOff
    from workbench.store.records import Records

_SIGNOFF = core(SignOffTable)


@dataclass(frozen=True, slots=True)
class SignOffs:
    """The signatures under all articles."""

    records: Records

    def of_article(self, article_id: int) -> tuple[SignOff, ...]:
        """Read an article's signatures in the order they were given, without those taken back."""
        query = select(_SIGNOFF).where(_SIGNOFF.c.article_id == article_id, _SIGNOFF.c.removed == 0)
        rows = self.records.connection.execute(query.order_by(_SIGNOFF.c.at, _SIGNOFF.c.uid)).mappings()
        return tuple(signoff_from(row) for row in rows)

    def insert(self, signoff: SignOff) -> SignOff:
        """Add a signature."""
        self.records.add("signoff", signoff_row(signoff))
        return signoff
