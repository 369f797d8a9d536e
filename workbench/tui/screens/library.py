"""The library: every article with how far it has come; import, sort, filter, put away."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from textual import on

from workbench.errors import WorkbenchError
from workbench.text.cleaning import defang
from workbench.tui.bindings import bindings_of
from workbench.tui.dialogs.ask_line import AskLine
from workbench.tui.screens.base import Room
from workbench.tui.screens.importing import import_paste, import_path
from workbench.tui.widgets.masthead import Masthead
from workbench.tui.widgets.row_list import RowList
from workbench.tui.widgets.table import Column, Row, Table, TableHead

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from textual.widget import Widget

    from workbench.model.articles import Article, ArticleRow

BAR = 10
COLUMNS = (
    Column("#", 4, right=True),
    Column("Article"),
    Column("Outlet", 16, 76),
    Column("Published", 10, 100),
    Column("Words", 7, 90, right=True),
    Column("Claims", 6, 60, right=True),
    Column("Settled", BAR + 5, 40),
    Column("Touched", 10, 110),
)


class LibraryScreen(Room):
    """The articles of the library."""

    place = "library"
    BINDINGS = bindings_of("library")
    AUTO_FOCUS = "#articles"

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[ArticleRow] = []
        self._words = ""
        self._archived = False
        self._put_away = 0
        self._order = (7, True)

    def contents(self) -> Iterator[Widget]:
        """Return masthead, head and rows."""
        yield Masthead("Library")
        yield TableHead(COLUMNS)
        yield Table(COLUMNS, empty="", id="articles")

    def on_mount(self) -> None:
        """Read the library."""
        self.soon(self._load(), "load")

    def on_screen_resume(self) -> None:
        """Read it again: something may have been decided meanwhile."""
        self.soon(self._load(), "load")

    async def _load(self) -> None:
        rows = await self.fetch("list_articles")
        if rows is None:
            return
        archived = await self.fetch("list_articles", archived=True) or []
        self._put_away = len(archived)
        self._rows = [*rows, *archived] if self._archived else rows
        self._show()

    def _show(self) -> None:
        column, down = self._order
        rows = [row for row in self._rows if self._words.casefold() in _searched(row)]
        rows.sort(key=SORTS[column], reverse=down)
        self.query_one(TableHead).show_order(column, down=down)
        self.query_one(Table).empty = self._why_empty()
        self.query_one(Table).show_rows([_draw(row) for row in rows])
        open_claims = sum(row.open for row in rows if not row.article.archived)
        counted = f"{len(rows)} article{'' if len(rows) == 1 else 's'}, {open_claims} claims open"
        self.query_one(Masthead).byline = f"“{self._words}” · {counted}" if self._words else counted

    def _why_empty(self) -> str:
        if self._words:
            return f" Nothing matches “{defang(self._words)}”; {self.keymap.first('back')} clears the filter."
        if self._put_away and not self._archived:
            return f" {self._put_away} archived; {self.keymap.first('show-archived')} shows what was put away."
        imports, sample = self.keymap.first("import-article"), self.keymap.first("open-sample")
        return f" No article yet. {imports} imports one, {sample} opens the sample."

    @property
    def article(self) -> Article | None:
        """Return the article at the cursor."""
        chosen = self.query_one(Table).chosen
        return next((row.article for row in self._rows if str(row.article.id) == chosen), None)

    def action_open_article(self) -> None:
        """Open the article at the cursor."""
        if (article := self.article) is not None:
            self.workbench.open_article(article.id)

    @on(RowList.Chosen)
    def _enter(self) -> None:
        self.action_open_article()

    def action_import_article(self) -> None:
        """Ask for a file or a text."""
        self.soon(self._import(), "ask")

    async def _import(self) -> None:
        from workbench.tui.dialogs.ask_import import AskImport

        answer = await self.ask(AskImport())
        if answer is None:
            return
        self.say("importing …")
        try:
            imported = await (import_path(self, answer.path) if answer.path else import_paste(self, answer.text))
        except WorkbenchError as error:
            self.say("")
            self.complain(error)
            return
        if not imported.new:
            self.workbench.notify(f"This is article {imported.article.id}, which you have already.")
        self.workbench.open_article(imported.article.id)

    def action_open_sample(self) -> None:
        """Put the sample into the library and open it."""
        self.soon(self._sample(), "ask")

    async def _sample(self) -> None:
        from workbench.readers.samples import sample_dir

        try:
            imported = await import_path(self, str(await asyncio.to_thread(sample_dir) / "ceasefire-vote.md"))
        except WorkbenchError as error:
            self.complain(error)
            return
        self.workbench.open_article(imported.article.id)

    def action_archive_article(self) -> None:
        """Put the article away, or back."""
        if (article := self.article) is not None:
            self.soon(self._archive(article))

    async def _archive(self, article: Article) -> None:
        deed = "restore_article" if article.archived else "archive_article"
        if await self.attempt(deed, article.id) is not None:
            self.say(f"{'brought back' if article.archived else 'put away'}: {article.title}")
            await self._load()

    def action_show_archived(self) -> None:
        """Show archived articles too, or hide them."""
        self._archived = not self._archived
        self.soon(self._load(), "load")

    def action_filter_library(self) -> None:
        """Ask for words."""
        self.soon(self._filter(), "ask")

    async def _filter(self) -> None:
        words = await self.ask(AskLine("Show only articles with …", self._words, accept="show"))
        if words is not None:
            self._words = words
            self._show()

    def action_sort_library(self) -> None:
        """Sort by the next column."""
        self._sort_by((self._order[0] + 1) % len(COLUMNS))

    @on(TableHead.Clicked)
    def _sort_clicked(self, event: TableHead.Clicked) -> None:
        self._sort_by(event.column)

    def _sort_by(self, column: int) -> None:
        self._order = (column, not self._order[1] if column == self._order[0] else column == len(COLUMNS) - 1)
        self._show()

    def action_edit_article(self) -> None:
        """Change what is known of the article."""
        if (article := self.article) is not None:
            self.soon(self._edit(article), "ask")

    async def _edit(self, article: Article) -> None:
        from workbench.tui.dialogs.ask_article import AskArticle

        fields = await self.ask(AskArticle(article, await asyncio.to_thread(_load_kinds)))
        if fields is not None and await self.attempt("edit_article", article.id, **fields) is not None:
            await self._load()

    def action_export_article(self) -> None:
        """Write the report of the article at the cursor."""
        if (article := self.article) is not None:
            self.soon(self._export(article), "ask")

    async def _export(self, article: Article) -> None:
        from workbench.tui.screens.exporting import export_article

        await export_article(self, article)

    async def go_through(self, deed: str) -> None:
        """Undo or redo in the history to which the newest deed belongs, whatever the cursor is on."""
        newest = await self.fetch("history", None, 1)
        if not newest:
            self.say(f"There is nothing to {deed} yet.")
            return
        event = await self.attempt(deed, newest[0].article_id)
        if event is not None:
            self.say(event.label)
            await self._load()

    def go_back(self) -> bool:
        """Drop the filter."""
        if super().go_back():
            return True
        if self._words:
            self._words = ""
            self._show()
        return True


SORTS: tuple[Callable[[ArticleRow], Any], ...] = (
    lambda row: row.article.id,
    lambda row: row.article.title.casefold(),
    lambda row: row.article.outlet.casefold(),
    lambda row: row.article.published,
    lambda row: row.words,
    lambda row: row.claims,
    lambda row: (row.decided + row.waived) / (row.claims or 1),
    lambda row: row.article.touched_at,
)


def _searched(row: ArticleRow) -> str:
    article = row.article
    return f"{article.id} {article.title} {article.outlet} {article.author} {row.file_name}".casefold()


def _draw(row: ArticleRow) -> Row:
    article = row.article
    settled = row.decided + row.waived
    share = settled * 100 // row.claims if row.claims else 100
    cells = BAR * share // 100
    return Row(
        str(article.id),
        (
            str(article.id),
            article.title + ("  (archived)" if article.archived else ""),
            article.outlet,
            article.published[:10],
            f"{row.words:,}",
            str(row.claims),
            f"{'━' * cells}{'─' * (BAR - cells)} {share:3}%",
            article.touched_at[:10],
        ),
        quiet=article.archived,
    )


def _load_kinds() -> list[tuple[str, str]]:
    from workbench.kinds import KINDS

    return [(kind.id, kind.plural) for kind in KINDS]
