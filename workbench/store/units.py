"""Offer the repositories of one transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.store.articles import Articles, Drafts, Places, Scales, Texts
from workbench.store.claims import Claims, Passages
from workbench.store.events import Events
from workbench.store.records import Ledger, Records
from workbench.store.signoffs import SignOffs
from workbench.store.sources import EvidenceLinks, Sources

if TYPE_CHECKING:
    from sqlalchemy import Connection


class Unit:
    """One transaction: everything read in it is of one moment, everything changed in it is stored together."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.ledger = Ledger()
        self.records = Records(connection, self.ledger)
        self.articles = Articles(self.records)
        self.texts = Texts(connection)
        self.scales = Scales(connection)
        self.places = Places(connection)
        self.drafts = Drafts(connection)
        self.claims = Claims(self.records)
        self.passages = Passages(self.records)
        self.sources = Sources(self.records)
        self.evidence = EvidenceLinks(self.records)
        self.signoffs = SignOffs(self.records)
        self.events = Events(connection, self.ledger)
