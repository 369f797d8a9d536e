from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.desk.desks import BY
from workbench.desk.places import drop_draft, list_drafts, save_draft, save_place
from workbench.desk.reviewing import open_review
from workbench.desk.undoing import history
from workbench.errors import UsageError
from workbench.model.articles import Draft, Place
from workbench.store.opening import open_store

if TYPE_CHECKING:
    from workbench.store.opening import Store


def test_the_place_is_there_after_a_restart(library: Store) -> None:
    assert open_review(library, 1).place == Place()
    save_place(library, 1, Place(2))
    save_place(library, 1, Place(3, "rating:incorrect", ("figure", "date")))
    library.close()
    again = open_store(library.path)
    assert open_review(again, 1).place == Place(3, "rating:incorrect", ("figure", "date"))
    assert len(history(again, 1)) == 1
    again.close()


def test_drafts_are_kept_until_they_are_dropped(library: Store) -> None:
    for text in ("half a se", "half a sentence\nand \x00 more\ud800"):
        save_draft(library, 1, 2, "rationale", text, now=BY["now"])
    save_draft(library, 1, 2, "correction", "x", now=BY["now"])
    save_draft(library, 1, 0, "note", "y", now=BY["now"])
    assert list_drafts(library, 1) == (
        Draft(1, 0, "note", "y", BY["now"]),
        Draft(1, 2, "correction", "x", BY["now"]),
        Draft(1, 2, "rationale", "half a sentence\nand \ufffd more?", BY["now"]),
    )
    drop_draft(library, 1, 2, "rationale")
    assert [draft.field for draft in list_drafts(library, 1)] == ["note", "correction"]
    drop_draft(library, 1, 2)
    assert [draft.field for draft in list_drafts(library, 1)] == ["note"]
    assert len(history(library, 1)) == 1


def test_a_place_in_no_article_is_refused(library: Store) -> None:
    with pytest.raises(UsageError):
        save_place(library, 9, Place(1))
    with pytest.raises(UsageError):
        save_draft(library, 9, 1, "rationale", "x", now=BY["now"])
