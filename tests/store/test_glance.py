from __future__ import annotations

import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.desk.desks import BY, bring_in
from workbench.desk.articles import archive_article
from workbench.desk.citing import attach_source
from workbench.desk.claiming import split_claim
from workbench.desk.places import save_place
from workbench.desk.reviewing import decide_claim, open_review
from workbench.desk.signing import sign_article
from workbench.desk.sourcing import add_source
from workbench.desk.waiving import waive_passage
from workbench.model.articles import Place
from workbench.model.sources import SourceFields
from workbench.store.glance import glance
from workbench.store.opening import Store, connect, open_store

if TYPE_CHECKING:
    from pathlib import Path

LONG = "\n\n".join(f"In line {number} there were {number + 1000} people." for number in range(400))


@pytest.fixture
def store(tmp_path: Path) -> Store:
    store = open_store(tmp_path / "w.db")
    bring_in(store)
    bring_in(store, LONG, "long.txt")
    return store


def test_a_glance_at_a_short_article_is_the_whole_review(store: Store) -> None:
    add_source(store, SourceFields("Minutes"), **BY)
    attach_source(store, ["1.3"], 1, quote="14", **BY)
    decide_claim(store, "1.3", "incorrect", **BY)
    waive_passage(store, 1, 68, 90, **BY)
    split_claim(store, "1.3", open_review(store, 1).claims[2].start + 1, **BY)
    sign_article(store, 1, **BY)
    save_place(store, 1, Place(3, "open", ("figure",)))
    seen = glance(store.path, 1)
    assert seen is not None
    assert seen.complete
    assert seen.review == open_review(store, 1)
    store.close()


@pytest.mark.parametrize("number", [0, 1, 400, 800, 9999])
def test_a_glance_at_a_long_article_holds_the_claims_around_the_place(store: Store, number: int) -> None:
    save_place(store, 2, Place(number))
    decide_claim(store, "2.400", "correct", **BY)
    seen = glance(store.path, 2, window=20)
    whole = open_review(store, 2)
    assert seen is not None
    assert not seen.complete
    at = number if 0 < number <= 800 else 1
    wanted = [claim for claim in whole.claims if at - 20 <= claim.number < at + 20]
    assert list(seen.review.claims) == wanted
    assert seen.review.text == whole.text
    assert seen.review.progress == replace(whole.progress, accounted=0)
    assert seen.review.place == Place(number)
    store.close()


def test_without_a_name_it_is_the_article_last_touched(store: Store) -> None:
    late = {**BY, "now": "2027-01-01T00:00:00Z"}
    decide_claim(store, "1.1", "correct", **late)
    seen = glance(store.path)
    assert seen is not None
    assert seen.review.article.id == 1
    archive_article(store, 1, **late)
    seen = glance(store.path)
    assert seen is not None
    assert seen.review.article.id == 2
    store.close()


def test_where_nothing_can_be_seen_there_is_no_glance(store: Store, tmp_path: Path) -> None:
    store.close()
    assert glance(tmp_path / "none.db", 1) is None
    assert glance(store.path, 99) is None
    assert glance(store.path, 10**30) is None
    (tmp_path / "garbage.db").write_bytes(b"garbage" * 1000)
    assert glance(tmp_path / "garbage.db", 1) is None
    open_store(tmp_path / "empty.db").close()
    assert glance(tmp_path / "empty.db") is None
    with closing(connect(store.path, writable=True)) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert glance(store.path, 1) is None
        other.execute("ROLLBACK")
        other.execute("UPDATE alembic_version SET version_num = '9999'")
    assert glance(store.path, 1) is None
    assert not (tmp_path / "none.db").exists()


def test_a_glance_imports_no_sqlalchemy(store: Store) -> None:
    store.close()
    code = (
        "import sys; from pathlib import Path; from workbench.store.glance import glance; "
        "seen = glance(Path(sys.argv[1]), 1); "
        "print(len(seen.review.claims), sorted({'sqlalchemy', 'sqlmodel', 'alembic', 'textual'} & set(sys.modules)))"
    )
    ran = subprocess.run([sys.executable, "-c", code, store.path], capture_output=True, text=True, check=True)
    assert ran.stdout == "4 []\n"


def test_opening_a_current_file_imports_no_alembic(store: Store) -> None:
    store.close()
    code = (
        "import sys; from workbench.store.opening import open_store; open_store(sys.argv[1]).close(); "
        "print('alembic' in sys.modules, 'textual' in sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", code, store.path], capture_output=True, text=True, check=True)
    assert ran.stdout == "False False\n"
