from __future__ import annotations

from dataclasses import replace

from tests.reports.build import build_review
from workbench.model.spans import Span
from workbench.model.verdicts import Action, Verdict
from workbench.reports.annotating import annotate
from workbench.reports.changing import track_changes
from workbench.reports.entries import build_entry

REVIEW = build_review()
TEXT = "one two three four"


def change(*rows: tuple[int, int, str, Action]) -> str:
    """Write deleted words in [], inserted ones in {}."""
    review = replace(REVIEW, text=replace(REVIEW.text, text=TEXT, blocks=()))
    entries = []
    for number, (start, end, correction, action) in enumerate(rows, 1):
        verdict = Verdict("desk", "incorrect", action, correction=correction)
        whole = Span(0, len(TEXT))
        claim = replace(
            REVIEW.claims[0], uid=f"u{number}", number=number, start=start, end=end, extent=whole, verdict=verdict
        )
        entries.append(build_entry(review, claim))
    [part] = annotate(TEXT, (), [entry.claim for entry in entries])
    shapes = {"keep": "{}", "delete": "[{}]", "insert": "{{{}}}", "open": "", "close": ""}
    steps = track_changes(part.tokens, {entry.claim.uid: entry for entry in entries})
    return "".join(shapes[step.step].format(step.text) for step in steps)


def test_a_correction_replaces_and_a_cut_only_takes_away() -> None:
    assert change((4, 7, "2", Action.FIX)) == "one [two]{2} three four"
    assert change((4, 7, "", Action.CUT)) == "one [two] three four"
    assert change((4, 7, "", Action.QUERY)) == "one two three four"


def test_inside_a_change_nothing_is_changed_again() -> None:
    assert change((0, 13, "1-3", Action.FIX), (4, 7, "2", Action.FIX)) == "[one ][two][ three]{1-3} four"
    assert change((0, 13, "", Action.CUT), (4, 7, "2", Action.FIX)) == "[one ][two][ three] four"


def test_changes_in_words_that_stay_are_made() -> None:
    assert change((0, 18, "", Action.NONE), (4, 7, "2", Action.FIX)) == "one [two]{2} three four"


def test_crossing_changes_delete_every_word_once() -> None:
    changed = change((0, 7, "A", Action.FIX), (4, 13, "B", Action.FIX))
    assert changed.replace("[", "").replace("]", "").replace("{A}", "").replace("{B}", "") == TEXT
    assert "{B}" in changed
