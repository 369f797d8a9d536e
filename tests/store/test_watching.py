from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from tests.desk.desks import bring_in
from workbench.store.opening import open_store
from workbench.store.watching import Watch

if TYPE_CHECKING:
    from pathlib import Path


def test_a_change_by_another_connection_is_noticed_once(tmp_path: Path) -> None:
    store = open_store(tmp_path / "w.db")
    watch = Watch(store.path)
    assert watch.changed()
    assert not watch.changed()
    bring_in(store)
    assert watch.changed()
    assert not watch.changed()
    store.close()
    watch.close()


def test_another_file_in_its_place_is_a_change_and_none_at_all_is_not(tmp_path: Path) -> None:
    path, other = tmp_path / "w.db", tmp_path / "other.db"
    open_store(path).close()
    watch = Watch(path)
    assert watch.changed()
    shutil.copyfile(path, other)
    path.unlink()
    assert not watch.changed()
    other.rename(path)
    assert watch.changed()
    assert not watch.changed()
    watch.close()
