from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.desk.desks import bring_in
from workbench.store.opening import Store, open_store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(tmp_path / "library" / "workbench.db")
    yield opened
    opened.close()


@pytest.fixture
def library(store: Store) -> Store:
    """A store with one article of four claims."""
    bring_in(store)
    return store
