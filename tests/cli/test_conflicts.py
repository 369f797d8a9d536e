from __future__ import annotations

from dataclasses import replace

from tests.reports.build import build_review
from workbench.cli.conflicts import tell_apart

CLAIM = build_review().claims[0]


def test_two_versions_are_told_by_what_somebody_changed_and_not_by_the_count_of_changes() -> None:
    theirs, yours = replace(CLAIM, revision=3, question="who says so?"), replace(CLAIM, revision=2)
    assert tell_apart(theirs, yours) == [("stored", "question who says so?"), ("yours", "question none")]


def test_a_version_alone_is_told_whole() -> None:
    [(whose, told)] = tell_apart(None, replace(CLAIM, question="who says so?"))
    assert whose == "yours"
    assert "question who says so?" in told
    assert f"number {CLAIM.number}" in told
