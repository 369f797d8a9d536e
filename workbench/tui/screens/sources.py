"""The library of sources: what there is, where it is used, what is known of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on

from workbench.errors import ConflictError
from workbench.tui.bindings import bindings_of
from workbench.tui.dialogs.ask_line import AskLine
from workbench.tui.screens.base import Room
from workbench.tui.screens.sourcing import make_source
from workbench.tui.widgets.masthead import Masthead
from workbench.tui.widgets.row_list import RowList
from workbench.tui.widgets.table import Column, Row, Table, TableHead

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.widget import Widget

    from workbench.model.sources import Source, SourceRow

COLUMNS = (
    Column("#", 4, right=True),
    Column("Source"),
    Column("Type", 17, 70),
    Column("Publisher", 18, 100),
    Column("Published", 10, 84),
    Column("Looked at", 10, 120),
    Column("Used", 4, right=True),
)


class SourcesScreen(Room):
    """The sources of the library."""

    place = "sources"
    BINDINGS = bindings_of("sources")
    AUTO_FOCUS = "#sources"

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[SourceRow] = []
        self._words = ""

    def contents(self) -> Iterator[Widget]:
        """Return masthead, head and rows."""
        yield Masthead("Sources")
        yield TableHead(COLUMNS)
        empty = f" No source yet. {self.keymap.first('add-source')} makes one; so does attaching one to a claim."
        yield Table(COLUMNS, empty=empty, id="sources")

    def on_mount(self) -> None:
        """Read the sources."""
        self.soon(self._load(), "load")

    async def _load(self) -> None:
        rows = await self.fetch("list_sources")
        if rows is not None:
            self._rows = rows
            self._show()

    def _show(self) -> None:
        rows = [row for row in self._rows if self._words.casefold() in _searched(row)]
        self.query_one(Table).show_rows([_draw(row) for row in rows])
        count = f"{len(rows)} source{'' if len(rows) == 1 else 's'}"
        self.query_one(Masthead).byline = f"“{self._words}” · {count}" if self._words else count

    @property
    def source(self) -> Source | None:
        """Return the source at the cursor."""
        chosen = self.query_one(Table).chosen
        return next((row.source for row in self._rows if str(row.source.id) == chosen), None)

    def action_read_source(self) -> None:
        """Read the source's text."""
        if (source := self.source) is not None:
            self.workbench.read_source(source.id)

    @on(RowList.Chosen)
    def _enter(self) -> None:
        self.action_read_source()

    def action_add_source(self) -> None:
        """Ask for a new source."""
        self.soon(self._add(), "ask")

    async def _add(self) -> None:
        if await make_source(self) is not None:
            await self._load()

    def action_edit_source(self) -> None:
        """Change what is known of the source."""
        if (source := self.source) is not None:
            self.soon(self._edit(source), "ask")

    async def _edit(self, source: Source) -> None:
        from workbench.tui.dialogs.ask_source import AskSource

        fields = await self.ask(AskSource(source.fields))
        if fields is not None:
            await self._change("edit_source", source, fields)

    def action_remove_source(self) -> None:
        """Take the source out, if no claim cites it."""
        if (source := self.source) is not None:
            self.soon(self._change("remove_source", source))

    async def _change(self, deed: str, source: Source, *values: object) -> None:
        try:
            done = await self.attempt(deed, source.id, *values, revision=source.revision)
        except ConflictError as error:
            self.complain(error)
            done = error
        if done is not None:
            await self._load()

    async def go_through(self, deed: str) -> None:
        """Undo or redo the last deed."""
        try:
            event = await self.attempt(deed, None)
        except ConflictError as error:
            self.complain(error)
            return
        if event is not None:
            self.say(event.label)
            await self._load()

    def action_show_uses(self) -> None:
        """List the claims that cite the source."""
        if (source := self.source) is not None:
            self.soon(self._uses(source), "ask")

    async def _uses(self, source: Source) -> None:
        from workbench.tui.dialogs.pick import Item, Pick

        claims = await self.fetch("list_uses", source.id)
        if not claims:
            self.say(f"S{source.id} is cited nowhere.")
            return
        items = [Item(claim.ref, f"{claim.ref}  {claim.wording or claim.text}", claim.state.value) for claim in claims]
        ref = await self.ask(Pick(f"S{source.id} is cited by", items, why=source.title))
        if ref is not None:
            article, _, number = ref.partition(".")
            self.workbench.open_article(int(article), int(number))

    def action_filter_sources(self) -> None:
        """Ask for words."""
        self.soon(self._filter(), "ask")

    async def _filter(self) -> None:
        words = await self.ask(AskLine("Show only sources with …", self._words, accept="show"))
        if words is not None:
            self._words = words
            self._show()


def _searched(row: SourceRow) -> str:
    fields = row.source.fields
    return (
        f"s{row.source.id} {row.source.title} {fields.publisher} {fields.author} {fields.url} {fields.note}".casefold()
    )


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
        str(row.used) if row.used else "–",
    )
    return Row(str(row.source.id), cells, quiet=not row.used)
