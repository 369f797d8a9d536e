"""The library: every article with how far it has come; import, sort, filter, put away."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from textual import events, on

from workbench.errors import StoreError, WorkbenchError
from workbench.tui.bindings import bindings_of
from workbench.tui.screens.importing import import_folder, import_path, import_wanted, tell_import
from workbench.tui.screens.table_room import TableRoom
from workbench.tui.widgets.key_line import KeyLine
from workbench.tui.widgets.row_list import RowList
from workbench.tui.widgets.table import Column, Row, Table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.desk.articles import Purged
    from workbench.model.articles import Article, ArticleRow
    from workbench.tui.dialogs.ask_import import Wanted

# What the foot shows while there is nothing yet.
FIRST_KEYS = ("import-article", "open-sample", "open-tour", "quit", "help")
COLUMNS = (
    Column("#", 4, right=True),
    Column("Article"),
    Column("Outlet", 16, 76),
    Column("Published", 10, 100),
    Column("Words", 7, 90, right=True),
    Column("Claims", 6, 60, right=True),
    Column("Done", 5, most=49, bar=True),
    Column("Settled", 15, 50, bar=True),
    Column("Touched", 10, 110),
)


class LibraryScreen(TableRoom):
    """The articles of the library."""

    place = "library"
    foot = ("quit",)
    follows = True
    BINDINGS = bindings_of("library")

    title_text = "Library"
    columns = COLUMNS
    row_commands = frozenset({"open-article"})
    sorts = (
        lambda row: row.article.id,
        lambda row: row.article.title.casefold(),
        lambda row: row.article.outlet.casefold(),
        lambda row: row.article.published,
        lambda row: row.words,
        lambda row: row.claims,
        lambda row: (row.decided + row.waived) / (row.claims or 1),
        lambda row: (row.decided + row.waived) / (row.claims or 1),
        lambda row: row.article.touched_at,
    )

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[ArticleRow] = []
        self._loaded = False
        self._archived = False
        self._put_away = 0
        self.order = (len(COLUMNS) - 1, True)

    @on(events.ScreenResume)
    def _come_back(self) -> None:
        """Read the library, again each time one comes back to it: something may have been decided meanwhile."""
        self.reread()

    async def load(self) -> None:
        """Read what is shown, and show it."""
        try:
            rows = await self.desk.read("list_articles")
        except StoreError as error:
            if self._loaded:
                self.complain(error)
            else:
                self.workbench.give_up(error)
            return
        archived = await self.fetch("list_articles", archived=True) or []
        shown = [*rows, *archived] if self._archived else rows
        if self._loaded and (shown, len(archived)) == (self._rows, self._put_away):
            # It is read again for every change there is in the database; what stays is not drawn again.
            return
        self._loaded, self._rows, self._put_away = True, shown, len(archived)
        self.show()
        if not (rows or archived):
            self.query_one(KeyLine).show(FIRST_KEYS)

    def found(self) -> Sequence[ArticleRow]:
        """Return the articles, those put away too where that is asked for."""
        return self._rows

    def searched(self, one: ArticleRow) -> str:
        """Return an article's title and what else it is known by."""
        article = one.article
        return f"{article.id} {article.title} {article.outlet} {article.author} {one.file_name}"

    def draw(self, one: ArticleRow) -> Row:
        """Return an article's row."""
        return _draw(one)

    def count(self, shown: Sequence[ArticleRow]) -> str:
        """Return how many articles there are, with how many open claims."""
        live = [row for row in shown if not row.article.archived]
        open_claims = sum(row.open for row in live)
        articles = f"{len(live):,} article{'' if len(live) == 1 else 's'}"
        put_away = len(shown) - len(live) if self._archived else self._put_away
        away = f", {put_away:,} archived" if put_away else ""
        banner = " · read-only" if self.desk.read_only else ""
        return f"{articles}{away}, {open_claims:,} claim{'' if open_claims == 1 else 's'} open{banner}"

    def why_empty(self) -> str:
        """Say how to begin."""
        if self._put_away and not self._archived:
            return f"{self._put_away:,} archived; {self.keymap.first('show-archived')} shows what was put away."
        keys = [self.keymap.first(name) for name in FIRST_KEYS[:3]]
        wide = max(len(key) for key in keys)
        words = ("import a file, or paste a text", "open the sample article", "take the two-minute tour on it")
        return "\n".join(
            ["No article yet.", "", *(f"  {key:>{wide}}  {said}" for key, said in zip(keys, words, strict=True))]
        )

    @property
    def article(self) -> Article | None:
        """Return the article at the cursor."""
        chosen = self.query_one(Table).chosen
        return next((row.article for row in self._rows if str(row.article.id) == chosen), None)

    def _at_cursor(self) -> Article | None:
        """Return the article at the cursor for a command, and say so where there is none."""
        if self.article is None and self._loaded:
            self.say("There is no article at the cursor.")
        return self.article

    def action_open_article(self) -> None:
        """Open the article at the cursor."""
        if (article := self._at_cursor()) is not None:
            self.workbench.open_article(article.id)

    @on(RowList.Chosen)
    def _enter(self) -> None:
        self.action_open_article()

    def action_import_article(self) -> None:
        """Ask for a file or a text."""
        self.soon(self._import(), "ask")

    async def _import(self) -> None:
        from workbench.tui.dialogs.ask_import import AskImport

        imported: Any = None

        async def take_in(wanted: Wanted) -> str:
            nonlocal imported
            try:
                imported = await import_wanted(self, wanted)
            except WorkbenchError as error:
                self.say("")
                return error.in_one_line()
            return ""

        wanted = await self.ask(AskImport(take_in))
        if wanted is None:
            return
        if imported is None:
            await import_folder(self, wanted.path)
            self.reread()
        else:
            self.workbench.open_article(imported.article.id, told=tell_import(imported))

    def action_open_sample(self) -> None:
        """Put the sample into the library and open it."""
        self.soon(self._sample(draft=False), "ask")

    def action_open_tour(self) -> None:
        """Take the tour on the sample that has mistakes in it."""
        self.soon(self._sample(draft=True), "ask")

    async def _sample(self, *, draft: bool) -> None:
        from workbench.desk.samples import sample_article

        try:
            imported = await import_path(self, str(await asyncio.to_thread(sample_article, draft=draft)))
            await self.desk.do("add_sample_sources")
        except WorkbenchError as error:
            self.complain(error)
            return
        self.workbench.open_article(imported.article.id, tour=draft)

    def action_archive_article(self) -> None:
        """Put the article away, or back."""
        if (article := self._at_cursor()) is not None:
            self.soon(self._archive(article))

    async def _archive(self, article: Article) -> None:
        deed = "restore_article" if article.archived else "archive_article"
        if await self.attempt(deed, article.id) is not None:
            self.say(f"{'brought back' if article.archived else 'put away'}: article {article.id}, {article.title}")
            self.reread()

    def action_purge_article(self) -> None:
        """Remove the article for good, once its number was typed: nothing brings it back."""
        if (article := self._at_cursor()) is not None:
            self.soon(self._purge(article), "ask")

    async def _purge(self, article: Article) -> None:
        from workbench.tui.dialogs.ask_line import AskPurge

        if await self.ask(AskPurge(article.id, article.title)) is None:
            return
        purged = await self.attempt("purge_article", article.id)
        if purged is None:
            return
        for told in _tell_purge(purged):
            self.insist(told)
        self.say(f"removed for good: article {article.id}, {article.title}")
        self.reread()

    def action_show_archived(self) -> None:
        """Show archived articles too, or hide them."""
        self._archived = not self._archived
        self.reread()

    def action_edit_article(self) -> None:
        """Change what is known of the article."""
        if (article := self._at_cursor()) is not None:
            self.soon(self._edit(article), "ask")

    async def _edit(self, article: Article) -> None:
        from workbench.tui.dialogs.ask_article import AskArticle

        kinds, scales = await self.fetch_kinds(), await self.fetch_scales()

        async def store(fields: dict[str, Any]) -> str:
            chosen = fields["scale"]
            # A scale of the same name may have been changed since: the article keeps its own.
            scale = None if chosen == article.scale_id else scales[chosen]
            _, fault = await self.try_deed("edit_article", article.id, **{**fields, "scale": scale})
            return fault

        titles = [(one.id, one.title) for one in scales.values()]
        # What was stored is read when the library is come back to.
        await self.ask(AskArticle(article, kinds, titles, check=store))

    def action_export_article(self) -> None:
        """Write the report of the article at the cursor."""
        if (article := self._at_cursor()) is not None:
            self.soon(self._export(article), "ask")

    async def _export(self, article: Article) -> None:
        from workbench.tui.screens.exporting import export_article

        await export_article(self, article)

    async def go_through(self, deed: str) -> None:
        """Undo or redo the newest deed, whatever the cursor is on."""
        await self.go_through_newest(deed)
        self.reread()


def _draw(row: ArticleRow) -> Row:
    article = row.article
    settled = row.decided + row.waived
    share = settled * 100 // row.claims if row.claims else 100
    return Row(
        str(article.id),
        (
            str(article.id),
            # Before the title, whose end a narrow window cuts: to be dimmed is not told without colours.
            f"{'(archived) ' if article.archived else ''}{article.title}",
            article.outlet,
            article.published[:10],
            f"{row.words:,}",
            str(row.claims),
            str(share),
            str(share),
            article.touched_at[:10],
        ),
        quiet=article.archived,
    )


def _tell_purge(purged: Purged) -> list[str]:
    """Say where an article that was removed for good is still held; nothing where it is nowhere."""
    held = [f"This backup still holds it: {path}" for path in purged.backups]
    if not purged.rewritten:
        held.append("The file could not be rewritten yet, pieces may be left in it; it is tried again at each opening.")
    return held
