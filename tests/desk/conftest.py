from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.desk.desks import bring_in
from workbench.store.opening import Store, open_store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="session")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with one article, made once: each test works on a copy of its own."""
    path = tmp_path_factory.mktemp("finished") / "workbench.db"
    store = open_store(path)
    bring_in(store)
    store.close()
    return path


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty library."""
    opened = open_store(tmp_path / "library" / "workbench.db")
    yield opened
    opened.close()


@pytest.fixture
def library(tmp_path: Path, finished: Path) -> Iterator[Store]:
    """A library with one article of four claims."""
    path = tmp_path / "library" / "workbench.db"
    path.parent.mkdir(mode=0o700)
    shutil.copy2(finished, path)
    opened = open_store(path)
    yield opened
    opened.close()
