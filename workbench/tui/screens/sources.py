"""The library of sources: what there is, where it is used, what is known of it."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

from textual import on

from workbench.errors import ConflictError
from workbench.model.sources import SourceType
from workbench.tui.bindings import bindings_of
from workbench.tui.dialogs.ask_line import AskLine
from workbench.tui.screens.sourcing import make_source, read_content
from workbench.tui.screens.table_room import TableRoom
from workbench.tui.widgets.paths import PathSuggester
from workbench.tui.widgets.row_list import RowList
from workbench.tui.widgets.table import Column, Row, Table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.model.sources import Source, SourceRow

COLUMNS = (
    Column("#", 4, right=True),
    Column("Source"),
    Column("Type", 17, 70),
    Column("Publisher", 18, 110),
    Column("Published", 10, 100),
    Column("Looked at", 10, 140),
    Column("Copy", 13, 80),
    Column("Used", 4, right=True),
)


class SourcesScreen(TableRoom):
    """The sources of the library."""

    place = "sources"
    BINDINGS = bindings_of("sources")

    title_text = "Sources"
    columns = COLUMNS
    row_commands = frozenset({"read-source", "show-uses"})
    sorts = (
        lambda row: row.source.id,
        lambda row: row.source.title.casefold(),
        lambda row: list(SourceType).index(row.source.fields.type),
        lambda row: (row.source.fields.publisher or row.source.fields.asked).casefold(),
        lambda row: row.source.fields.published,
        lambda row: row.source.fields.accessed or row.source.fields.asked_at,
        # What is stale is wanted first.
        lambda row: (not row.changed, -row.behind, -row.copies),
        lambda row: row.used,
    )

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[SourceRow] = []

    def on_mount(self) -> None:
        """Read the sources."""
        self.reread()

    async def load(self) -> None:
        """Read what is shown, and show it."""
        rows = await self.fetch("list_sources")
        if rows is None:
            return
        self._rows = rows
        self.show()
        # Files are looked at after the rows are there: some lie on a slow disk.
        changed = await self.fetch("find_changed_files")
        if changed:
            self._rows = [replace(row, changed=row.source.id in changed) for row in rows]
            self.show()

    def found(self) -> Sequence[SourceRow]:
        """Return the sources."""
        return self._rows

    def searched(self, one: SourceRow) -> str:
        """Return what is known of a source."""
        fields = one.source.fields
        known = (one.source.title, fields.publisher, fields.author, fields.asked, fields.url, fields.note)
        return f"s{one.source.id} {' '.join(known)} {fields.type.value} {one.copy_words}"

    def draw(self, one: SourceRow) -> Row:
        """Return a source's row."""
        return _draw(one)

    def count(self, shown: Sequence[SourceRow]) -> str:
        """Return how many sources there are, and how many copies are stale."""
        stale = sum(1 for row in shown if row.changed or row.behind)
        sources = f"{len(shown):,} source{'' if len(shown) == 1 else 's'}"
        return f"{sources}, {stale:,} with a stale copy" if stale else sources

    def why_empty(self) -> str:
        """Say how to make one."""
        key = self.keymap.first("add-source")
        return f"No source yet. {key} makes one,\nand so does attaching one to a claim."

    @property
    def source(self) -> Source | None:
        """Return the source at the cursor."""
        chosen = self.query_one(Table).chosen
        return next((row.source for row in self._rows if str(row.source.id) == chosen), None)

    def _at_cursor(self) -> Source | None:
        """Return the source at the cursor for a command, and say so where there is none."""
        if self.source is None:
            self.say("There is no source at the cursor.")
        return self.source

    def action_read_source(self) -> None:
        """Read the source's text."""
        if (source := self._at_cursor()) is not None:
            self.workbench.read_source(source.id)

    @on(RowList.Chosen)
    def _enter(self) -> None:
        self.action_read_source()

    def action_add_source(self) -> None:
        """Ask for a new source."""
        self.soon(self._add(), "ask")

    async def _add(self) -> None:
        known = {row.source.id for row in self._rows}
        source = await make_source(self)
        if source is not None:
            undo = self.keymap.first("undo")
            here = "is here already" if source.id in known else f"is in the library now; {undo} takes it out"
            self.say(f"S{source.id} {here}")
            await self.load()
            self.show(str(source.id))

    def action_edit_source(self) -> None:
        """Change what is known of the source."""
        if (source := self._at_cursor()) is not None:
            self.soon(self._edit(source), "ask")

    async def _edit(self, source: Source) -> None:
        from workbench.tui.dialogs.ask_source import AskSource

        fields = await self.ask(AskSource(source.fields, subject=str(source.id)))
        if fields is not None:
            await self._change("edit_source", source, fields)

    def action_remove_source(self) -> None:
        """Take the source out, if no claim cites it."""
        if (source := self._at_cursor()) is not None:
            self.soon(self._change("remove_source", source))

    async def _change(self, deed: str, source: Source, *values: object) -> None:
        try:
            done = await self.attempt(deed, source.id, *values, revision=source.revision)
        except ConflictError as error:
            self.complain(error)
            done = error
        if done is not None:
            self.reread()

    async def go_through(self, deed: str) -> None:
        """Undo or redo the last deed."""
        try:
            event = await self.attempt(deed, None)
        except ConflictError as error:
            self.complain(error)
            return
        if event is not None:
            self.say(event.label)
            self.reread()

    def action_show_uses(self) -> None:
        """List the claims that cite the source."""
        if (source := self._at_cursor()) is not None:
            self.soon(self._uses(source), "ask")

    async def _uses(self, source: Source) -> None:
        from workbench.tui.dialogs.pick import Item, Pick

        claims = await self.fetch("list_uses", source.id)
        if not claims:
            self.say(f"S{source.id} is cited nowhere.")
            return
        older = await self.fetch("list_older_quotes", source.id) or frozenset()
        items = [
            Item(
                claim.ref,
                f"{claim.ref}  {claim.wording or claim.text}",
                f"{claim.state.value}, quotes an older copy" if claim.ref in older else claim.state.value,
            )
            for claim in claims
        ]
        ref = await self.ask(Pick(f"S{source.id} is cited by", items, why=source.title))
        if ref is not None:
            article, _, number = ref.partition(".")
            self.workbench.open_article(int(article), int(number))

    def action_renew_source(self) -> None:
        """Keep the file as it is now."""
        if (source := self._at_cursor()) is not None:
            self.soon(self._renew(source), "ask")

    async def _renew(self, source: Source) -> None:
        path = source.fields.path
        if not path:
            title = f"Which file is the newest copy of S{source.id}?"
            form = "~/sources/minutes.pdf"
            question = AskLine(title, why=source.title, placeholder=form, accept="keep", suggester=PathSuggester())
            path = await self.ask(question) or ""
        if not path:
            return
        before = await self.fetch("list_versions", source.id)
        version = await self.attempt("add_version", source.id, await asyncio.to_thread(read_content, path))
        if version is not None:
            same = before and before[-1].uid == version.uid
            self.say(f"S{source.id}: {'the file is still the same' if same else f'kept as copy {version.number}'}")
            self.reread()


def _draw(row: SourceRow) -> Row:
    fields = row.source.fields
    title = row.source.title + ("  (confidential)" if fields.confidential else "")
    cells = (
        f"S{row.source.id}",
        title,
        fields.type.value.replace("-", " "),
        fields.publisher or fields.asked,
        fields.published[:10],
        (fields.accessed or fields.asked_at)[:10],
        row.copy_words,
        str(row.used) if row.used else "–",
    )
    return Row(str(row.source.id), cells, quiet=not row.used)
