from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.kinds import KINDS, find_claims
from workbench.model.spans import Block

if TYPE_CHECKING:
    from workbench.model.claims import Candidate


def of_kind(text: str, kind: str) -> list[Candidate]:
    return [claim for claim in find_claims(text, ()) if claim.kind == kind]


@pytest.mark.parametrize(
    ("text", "speaker", "mark"),
    [
        ("“We will go,” Katz said.", "Katz", "“We will go,”"),
        ("“We will go,” said Ann Smith, the mayor.", "Ann Smith", "“We will go,”"),
        ("Finance Minister Ann Smith spoke. “We will go,” she said.", "Ann Smith", "“We will go,”"),
        ("The plan is “sound”, according to Ann Smith.", "Ann Smith", "“sound”"),
        ("“We,” said Ann Smith, “will go.”", "Ann Smith", "“We,” said Ann Smith, “will go.”"),
        ("A spokesman for the ministry said it was “under review”.", "a spokesman for the ministry", "“under review”"),
        ('"We will go," Mr Brown told the BBC.', "Mr Brown", '"We will go,"'),
        ("Gordon Brown came. “We will go,” Mr Brown said.", "Gordon Brown", "“We will go,”"),
        ("‘We won’t go,’ said Bob Hill.", "Bob Hill", "‘We won’t go,’"),
        ("“He told me ‘go away’ and I left,” Ann Smith said.", "Ann Smith", "“He told me ‘go away’ and I left,”"),
        ("Ann Smith, 42, a baker from Leeds, said: “It was loud.”", "Ann Smith", "“It was loud.”"),
    ],
)
def test_a_quotation_has_its_mark_and_its_speaker(text: str, speaker: str, mark: str) -> None:
    (quote,) = of_kind(text, "quote")
    assert (quote.speaker, quote.text) == (speaker, mark)


def test_an_interrupted_quotation_is_one_claim_in_parts() -> None:
    text = "“The state will not stop,” Katz said. “We will go on.”"
    (quote,) = of_kind(text, "quote")
    assert [part.of(text) for part in quote.parts] == ["“The state will not stop,”", "“We will go on.”"]
    assert quote.wording == "“The state will not stop … We will go on” — Katz"


def test_what_is_set_out_behind_a_colon_is_quoted_without_marks() -> None:
    paragraphs = ["Mayor Ann Lee wrote:", "We stay.", "We build.", "It rained.", "A motto."]
    text, at, blocks = "\n\n".join(paragraphs), 0, []
    for words, kind in zip(paragraphs, ["paragraph", "quote", "quote", "paragraph", "quote"], strict=True):
        blocks.append(Block(at, at + len(words), kind, 1))
        at += len(words) + 2
    quotes = [claim for claim in find_claims(text, blocks) if claim.kind == "quote"]
    assert [(quote.text, quote.speaker) for quote in quotes] == [("We stay.", "Ann Lee"), ("We build.", "Ann Lee")]


def test_no_break_spaces_part_words_like_any_other() -> None:
    text = "Prime\u00a0Minister Ann\u202fSmith said “no\u00a0way”."
    (quote,) = of_kind(text, "quote")
    assert (quote.speaker, quote.text) == ("Ann Smith", "“no\u00a0way”")
    assert [name.text for name in of_kind(text, "name")] == ["Prime\u00a0Minister Ann\u202fSmith"]


def test_irony_is_no_quotation_but_an_attributed_word_is() -> None:
    assert of_kind("The “expert” arrived late.", "quote") == []
    (quote,) = of_kind("UN Secretary-General António Guterres said it would be “unforgivable.”", "quote")
    assert quote.speaker == "António Guterres"


def test_the_title_of_a_work_is_no_quotation() -> None:
    assert of_kind("Stone won for “La La Land” and wrote “Twenty Days in the North”.", "quote") == []
    assert of_kind("In her book “The Patient Meadow”, Jane Sinclair says it rains.", "quote") == []
    assert of_kind("Ministers said the so-called “northern powerhouse” was dead.", "quote") == []
    assert len(of_kind("They carried a sign, “We will not go”, through the town.", "quote")) == 1


@pytest.mark.parametrize(
    "mark",
    [
        "UN Secretary-General António Guterres",
        "Israel’s national security adviser Tzachi Hanegbi",
        "State Department spokesperson Matthew Miller",
        "Ron Dermer, a member of the war cabinet",
        "UN Ambassador of the Palestinian Territories, Riyad Mansour",
        "US Secretary of State Antony Blinken",
        "President Ursula von der Leyen",
        "Dr Jane Okafor-Smith",
    ],
)
def test_a_name_is_marked_with_its_title(mark: str) -> None:
    assert [name.text for name in of_kind(f"{mark}, met them on Monday.", "name")] == [mark]


@pytest.mark.parametrize(
    "text", ["The General Assembly met.", "President Monday spoke.", "Mr Smith left.", "King Street is shut."]
)
def test_what_looks_like_a_title_and_is_none(text: str) -> None:
    assert of_kind(text, "name") == []


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("It was the first vote and the only one.", ["first", "only"]),
        ("At first they gave first aid, not only food, and nothing at all.", ["nothing"]),
        ("They demand the release of all hostages and never gave in.", ["all", "never"]),
        ("The wettest year on record and a record high.", ["wettest", "record"]),
        (
            "They feared the worst: a record-breaking drought, the country’s worst-ever.",
            ["record-breaking", "worst-ever"],
        ),
        (
            "It was the hardest year and the worst-hit town, with record cocoa prices.",
            ["hardest", "worst-hit", "record"],
        ),
        ("The latest protest was the largest request of its longest-serving guest.", ["largest", "longest-serving"]),
        ("Not a single engineer left. No Irish rider won; all but one fell.", ["Not a single", "No", "all"]),
        ("Phones go from the first bell, all year round.", ["first"]),
        ("They voted no, there is no doubt, no longer at No 10, all but over.", []),
        ("‘Never in a million years,’ he said.", ["Never"]),
        ("He put it on record at the last meeting, at most.", []),
    ],
)
def test_superlatives_and_absolutes_without_the_idioms(text: str, marks: list[str]) -> None:
    assert [claim.text for claim in of_kind(text, "superlative")] == marks


def test_a_weekday_is_a_date() -> None:
    assert [claim.text for claim in of_kind("It fell last Friday and passed on Monday night.", "date")] == [
        "last Friday",
        "Monday night",
    ]


def test_a_month_by_itself_is_a_date_where_it_can_be_nothing_else() -> None:
    text = "In March 2020 it closed. It opened in May, since last July, by mid-June; in May’s view Theresa May said so."
    assert [claim.text for claim in of_kind(text, "date")] == ["March 2020", "May", "last July", "mid-June"]


PROSE = st.lists(
    st.sampled_from(
        [
            "said",
            "told",
            "“",
            "”",
            "‘",
            "’",
            '"',
            "'",
            "according",
            "to",
            "the",
            "he",
            "she",
            "Mr",
            "UN",
            "Secretary-General",
            "António",
            "Guterres",
            "Katz",
            ",",
            ".",
            "?",
            "!",
            ":",
            ";",
            "\n\n",
            "-",
            "—",
            "minister",
            "of",
            "first",
            "all",
            "record",
            "a",
            "Monday",
            "who",
            "and",
            "1.4",
            "million",
            "“We",
            "will",
            "go,”",
        ]
    )
    | st.text(max_size=3),
    max_size=60,
).map(" ".join)


@given(PROSE | st.text(max_size=300))
def test_claims_lie_inside_any_text_in_order_and_say_what_they_mark(text: str) -> None:
    claims = find_claims(text, ())
    assert [claim.start for claim in claims] == sorted(claim.start for claim in claims)
    for claim in claims:
        assert 0 <= claim.start < claim.end <= len(text)
        assert claim.text == text[claim.start : claim.end]
        assert claim.extent.start <= claim.start
        assert claim.end <= claim.extent.end <= len(text)
        assert 0 < len(claim.wording) <= 120
        assert "\n" not in claim.wording
        assert claim.kind in {kind.id for kind in KINDS}
        assert all(claim.start <= part.start < part.end <= claim.end for part in claim.parts)
