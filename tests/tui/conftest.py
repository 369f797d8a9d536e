from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.tui.libraries import make_library
from tests.tui.looks import make_pictured
from workbench.tui import keeping

if TYPE_CHECKING:
    from pathlib import Path

# The errands are no test modules, and yet what they assert should be told in full.
pytest.register_assert_rewrite("tests.tui.errands")


@pytest.fixture(autouse=True)
def _looks_at_nothing_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no screen follow a second program unless the test says so: it would do so at any moment of the test."""
    monkeypatch.setattr(keeping, "LOOK_PAUSE", 3600)


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("template") / "workbench.db"
    make_library(path)
    return path


@pytest.fixture
def database(template: Path, tmp_path: Path) -> Path:
    """A library of one article, of the test's own."""
    path = tmp_path / "workbench.db"
    shutil.copyfile(template, path)
    path.chmod(0o600)
    return path


@pytest.fixture(scope="session")
def pictured(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The library that the looks are taken of."""
    path = tmp_path_factory.mktemp("pictured") / "workbench.db"
    make_pictured(path)
    return path


@pytest.fixture
def at_the_root(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand where every machine has the same folder: the export names it."""
    monkeypatch.chdir("/")
