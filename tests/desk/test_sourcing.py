from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.desk.desks import BY, SOURCE_NOTE
from workbench.desk.citing import attach_source, detach_evidence, edit_evidence, locate_evidence
from workbench.desk.reviewing import open_review
from workbench.desk.sourcing import (
    add_source,
    add_version,
    edit_source,
    find_similar_sources,
    fold_url,
    get_source,
    list_sources,
    list_versions,
    read_source_text,
    remove_source,
)
from workbench.desk.undoing import history, undo
from workbench.desk.upkeep import check_store
from workbench.errors import ConflictError, UsageError
from workbench.model.sources import SourceFields, SourceType, Stance

if TYPE_CHECKING:
    from workbench.store.opening import Store

FIELDS = SourceFields(
    "Security Council adopts resolution 2728",
    SourceType.PRIMARY,
    url="https://press.un.org/en/2024/sc15641.doc.htm",
    publisher="United Nations",
)


def test_a_source_keeps_what_is_said_of_it(library: Store) -> None:
    said = replace(FIELDS, note="two\nlines", confidential=True, asked="the spokesperson", deadline="2024-03-26")
    source = add_source(library, said, **BY)
    assert (source.id, source.fields) == (1, said)
    assert get_source(library, 1) == source
    assert list_sources(library)[0].used == 0
    assert list_versions(library, 1) == []
    assert read_source_text(library, 1) is None


def test_a_source_file_is_kept_and_read_as_text(library: Store) -> None:
    add_source(library, SourceFields("Minutes"), content=("minutes.md", SOURCE_NOTE), **BY)
    version = list_versions(library, 1)[0]
    assert (version.number, version.name, version.media_type) == (1, "minutes.md", "text/markdown")
    assert read_source_text(library, 1) == "Minutes\n\nFourteen members voted in favour; 1 abstained."
    with library.reading() as unit:
        assert unit.sources.read_content(version.uid) == SOURCE_NOTE


def test_a_newer_version_leaves_evidence_with_the_one_it_cited(library: Store) -> None:
    add_source(library, SourceFields("Minutes"), content=("minutes.md", SOURCE_NOTE), **BY)
    (old,) = attach_source(library, ["1.3"], 1, quote="1 abstained", **BY)
    version = add_version(library, 1, ("minutes.md", b"# Minutes\n\n13 members voted."), **BY)
    assert (version.number, len(list_versions(library, 1))) == (2, 2)
    assert add_version(library, 1, ("copy.md", b"# Minutes\n\n13 members voted."), **BY) == version
    assert read_source_text(library, 1) == "Minutes\n\n13 members voted."
    assert locate_evidence(library, old) is not None
    assert attach_source(library, ["1.4"], 1, **BY)[0].version_uid == version.uid
    with pytest.raises(ConflictError, match="is cited"):
        undo(library, None, **BY)
    undo(library, 1, **BY)
    undo(library, None, **BY)
    assert [one.number for one in list_versions(library, 1)] == [1]
    assert open_review(library, 1).versions[old.version_uid or ""].number == 1
    assert check_store(library) == ()


def test_bytes_that_no_reader_knows_are_kept_all_the_same(library: Store) -> None:
    add_source(library, SourceFields("Scan"), content=("scan.pdf", b"%PDF-1.7 \x00\x01"), **BY)
    assert list_versions(library, 1)[0].media_type == "application/octet-stream"
    assert read_source_text(library, 1) is None


def test_a_quote_is_found_in_the_version_that_was_cited(library: Store) -> None:
    add_source(library, SourceFields("Minutes"), content=("minutes.md", SOURCE_NOTE), **BY)
    (evidence,) = attach_source(library, ["1.3"], 1, quote="Fourteen members  voted", locator="p. 1", **BY)
    text = read_source_text(library, 1)
    found = locate_evidence(library, evidence)
    assert text is not None
    assert found is not None
    assert found.of(text) == "Fourteen members voted"
    elsewhere = edit_evidence(library, evidence.id, quote="thirteen members", **BY)
    assert locate_evidence(library, elsewhere) is None


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("https://www.un.org/a/", "http://un.org/a", True),
        ("https://un.org/a#top", "https://un.org/a?utm_source=x", True),
        ("https://UN.org:443/a?b=1&a=2", "https://un.org/a?a=2&b=1", True),
        ("https://un.org/a", "https://un.org/b", False),
        ("https://un.org/a?id=1", "https://un.org/a?id=2", False),
        ("https://un.org:8443/a", "https://un.org/a", False),
        ("not an address", "not an address", True),
        ("http://[bad", "http://[bad", True),
    ],
)
def test_two_spellings_of_one_address_are_the_same(one: str, other: str, same: bool) -> None:
    assert (fold_url(one) == fold_url(other)) is same


def test_the_same_address_or_a_very_similar_title_is_offered(library: Store) -> None:
    first = add_source(library, FIELDS, **BY)
    second = add_source(library, SourceFields("Resolution 2728 adopts: Security Council"), **BY)
    add_source(library, SourceFields("Weather report for March"), **BY)
    again = SourceFields("Something else", url="http://press.un.org/en/2024/sc15641.doc.htm#x")
    assert find_similar_sources(library, again) == [first]
    assert find_similar_sources(library, replace(FIELDS, url="")) == [first, second]
    assert find_similar_sources(library, SourceFields("Quite another matter")) == []
    remove_source(library, 1, **BY)
    assert find_similar_sources(library, again) == []


def test_a_source_is_edited_and_a_stale_edit_refused(library: Store) -> None:
    add_source(library, FIELDS, **BY)
    edited = edit_source(library, 1, replace(FIELDS, note="read"), revision=1, **BY)
    assert (edited.fields.note, edited.revision) == ("read", 2)
    with pytest.raises(ConflictError) as raised:
        edit_source(library, 1, replace(FIELDS, note="unread"), revision=1, **BY)
    assert raised.value.theirs == edited
    assert raised.value.yours.fields.note == "unread"


def test_a_cited_source_stays(library: Store) -> None:
    add_source(library, FIELDS, **BY)
    (evidence,) = attach_source(library, ["1.1"], 1, **BY)
    assert list_sources(library)[0].used == 1
    with pytest.raises(UsageError, match=r"cited by 1\.1"):
        remove_source(library, 1, **BY)
    with pytest.raises(ConflictError, match="is cited"):
        undo(library, None, **BY)
    detach_evidence(library, evidence.id, **BY)
    assert remove_source(library, 1, **BY).removed
    assert list_sources(library) == []
    with pytest.raises(ConflictError, match="removed since"):
        undo(library, 1, **BY)
    with pytest.raises(UsageError, match="was removed"):
        attach_source(library, ["1.1"], 1, **BY)
    undo(library, None, **BY)
    undo(library, 1, **BY)
    assert list_sources(library)[0].used == 1


def test_evidence_is_attached_changed_and_detached(library: Store) -> None:
    add_source(library, FIELDS, **BY)
    (evidence,) = attach_source(
        library, ["1.1"], 1, stance=Stance.CONTRADICTS, quote="“sixteen”", locator="para 3", note="see", **BY
    )
    review = open_review(library, 1)
    assert review.evidence == {evidence.claim_uid: (evidence,)}
    assert list(review.sources) == [1]
    edited = edit_evidence(library, evidence.id, stance=Stance.CONTEXT, locator="", **BY)
    assert (edited.stance, edited.quote, edited.locator) == (Stance.CONTEXT, "“sixteen”", "")
    assert open_review(library, 1).evidence == {evidence.claim_uid: (edited,)}
    detach_evidence(library, evidence.id, **BY)
    assert open_review(library, 1).evidence == {}
    with pytest.raises(UsageError, match="was detached"):
        edit_evidence(library, evidence.id, note="x", **BY)
    labels = [event.label for event in history(library, 1)][1:]
    assert labels == ["attached S1 to 1.1", "changed what S1 says about 1.1", "detached S1 from 1.1"]


@pytest.mark.parametrize("fields", [SourceFields(""), SourceFields("  \n"), SourceFields("x", "blog")])  # type: ignore[arg-type]
def test_a_source_that_is_none_is_refused(library: Store, fields: SourceFields) -> None:
    with pytest.raises(UsageError):
        add_source(library, fields, **BY)


def test_a_call_is_a_source(library: Store) -> None:
    call = SourceFields(
        "", SourceType.CALL, asked="R. Salam", asked_at="2024-03-26T09:00", channel="phone", answer="no"
    )
    assert add_source(library, call, **BY).fields == call


def test_hostile_words_are_cleaned(library: Store) -> None:
    source = add_source(library, SourceFields("a\x1b]52;c;x\x07\n\ud800b", url="javascript:alert(1)\x00"), **BY)
    assert source.fields.title == "a\ufffd]52;c;x\ufffd \ufffdb"
    assert get_source(library, 1) == source


def test_a_date_that_is_none_is_refused_before_it_is_stored(library: Store) -> None:
    with pytest.raises(UsageError, match="published is a date, not 'UN'"):
        add_source(library, SourceFields("A source", published="UN"), **BY)
    assert list_sources(library) == []
