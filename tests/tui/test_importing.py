"""Taking articles in from within the app: files, folders, and what is told about those that fail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.tui.libraries import NOW, running
from workbench.desk import importing
from workbench.readers import read_bytes
from workbench.store.opening import open_store
from workbench.tui.widgets.field import Line
from workbench.tui.widgets.flash import Flash
from workbench.tui.widgets.table import Table

if TYPE_CHECKING:
    from pathlib import Path


async def test_the_same_file_twice_is_the_same_article(database: Path, tmp_path: Path) -> None:
    path = tmp_path / "again.md"
    document = read_bytes("again.md", b"# Again\n\nThere are 12 boats.\n")
    path.write_bytes(document.raw)
    store = open_store(database)
    importing.import_document(store, document, now=NOW, actor="ada")
    store.close()
    async with running(database, article=None) as run:
        await run.do("import-article")
        await run.type(str(path))
        await run.press("enter")
        assert run.review_screen.article_id == 2
        assert "have already" in run.text()


async def test_a_file_that_cannot_be_read_is_told_with_its_reason(database: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    async with running(database, article=None) as run:
        await run.do("import-article")
        await run.type(str(tmp_path / "empty.txt"))
        await run.press("enter")
        # The question stays with what was typed, so that a slip is mended and not typed anew.
        assert "empty" in run.text()
        assert "empty.txt" in run.app.screen.query_one(Line).value
        await run.press("escape")
        assert run.app.screen.query_one(Table).row_count == 1
        assert not run.room.query_one(Flash).error


async def test_a_folder_is_imported_whole_and_bad_files_are_told(database: Path, tmp_path: Path) -> None:
    folder = tmp_path / "drafts"
    folder.mkdir()
    for name, raw in (
        ("a.txt", b"14 men"),
        ("b.md", b"# B\n\n15 men \xff\xe2\x80\x99"),
        ("c.txt", b""),
        ("d.png", b""),
    ):
        (folder / name).write_bytes(raw)
    async with running(database, article=None) as run:
        for said in ("2 imported, 1 could not be read", "2 already here, 1 could not be read"):
            await run.do("import-article")
            await run.type(str(folder))
            await run.press("enter")
            assert "c.txt is empty" in run.room.query_one(Flash).error
            await run.press("escape")
            assert f"{said}, 1 of other formats" in run.text()
        assert run.app.screen.query_one(Table).row_count == 3


async def test_what_was_lost_in_decoding_is_told(database: Path, tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_bytes("He said “15 men”.".encode() + b"\xff")
    async with running(database, article=None) as run:
        await run.do("import-article")
        await run.type(str(tmp_path / "b.txt"))
        await run.press("enter")
        assert "1 undecodable bytes replaced" in run.text()
