from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from hypothesis import example, given
from hypothesis import strategies as st

from tests.reports.build import build_review
from workbench.model.spans import Block, Span
from workbench.reports.annotating import AnnotatedBlock, annotate, cover, locate_lines

if TYPE_CHECKING:
    from workbench.model.claims import Claim

CLAIM = build_review().claims[0]


def claim(number: int, start: int, end: int, parts: tuple[Span, ...] = ()) -> Claim:
    return replace(CLAIM, uid=f"u{number}", number=number, start=start, end=end, parts=parts)


def draw(annotated: tuple[AnnotatedBlock, ...]) -> str:
    """Write marks as [number … number]; a lower-case x stands where a mark is carried on."""
    out = []
    for part in annotated:
        for token in part.tokens:
            if token.step == "text":
                out.append(token.text)
            else:
                assert token.claim
                number = token.claim.number if token.edge else "x"
                out.append(f"[{number} " if token.step == "open" else f" {number}]")
        out.append("|")
    return "".join(out)


def test_marks_nest_the_longer_outside() -> None:
    text = "abcdef"
    assert draw(annotate(text, (), [claim(1, 2, 4), claim(2, 0, 6)])) == "[2 ab[1 cd 1]ef 2]|"
    assert draw(annotate(text, (), [claim(1, 0, 3), claim(2, 0, 6)])) == "[2 [1 abc 1]def 2]|"
    assert draw(annotate(text, (), [claim(1, 0, 3), claim(2, 3, 6)])) == "[1 abc 1][2 def 2]|"


def test_crossing_marks_are_cut() -> None:
    assert draw(annotate("abcdef", (), [claim(1, 0, 4), claim(2, 2, 6)])) == "[1 ab[2 cd x] 1][x ef 2]|"


def test_an_interrupted_quotation_is_one_claim_in_two_marks() -> None:
    quote = claim(1, 0, 6, (Span(0, 2), Span(4, 6)))
    assert draw(annotate("abcdef", (), [quote])) == "[1 ab x]cd[x ef 1]|"


def test_a_mark_over_two_blocks_is_carried_on() -> None:
    blocks = (Block(0, 3, "paragraph", 1), Block(5, 8, "paragraph", 3))
    assert draw(annotate("abc\n\ndef", blocks, [claim(1, 1, 7)])) == "a[1 bc x]|[x de 1]f|"
    assert draw(annotate("abc\n\ndef", blocks, [claim(1, 1, 4), claim(2, 4, 6)])) == "a[1 bc 1]|[2 d 2]ef|"


def test_a_mark_too_deep_to_draw_has_its_anchor_once_wherever_it_comes_up() -> None:
    blocks = (Block(0, 3, "paragraph", 1), Block(4, 7, "paragraph", 2))
    crowd = [claim(number, 0, 3) for number in range(1, 9)]
    late = annotate("abc\ndef", blocks, [*crowd, claim(9, 1, 6)])
    assert draw(late).endswith("|[9 de 9]f|")
    sunk = annotate("abc\ndef", blocks, [claim(9, 1, 6), *(claim(n, 4, 7) for n in range(1, 9))])
    assert [found.number for part in sunk for found in part.claims].count(9) == 1


def test_text_outside_every_block_is_shown_too() -> None:
    assert [(block.start, block.end) for block in cover("ab\ncd\n\nef", (Block(3, 5, "item", 2),))] == [
        (0, 2),
        (3, 5),
        (7, 9),
    ]


def test_lines_are_those_of_the_blocks() -> None:
    blocks = (Block(0, 3, "paragraph", 1), Block(5, 8, "paragraph", 3))
    assert locate_lines("abc\n\ndef\ngh", blocks, [0, 3, 5, 7, 9]) == [1, 1, 3, 3, 4]
    assert locate_lines("abc", (), [0]) == [0]


SPANS = st.lists(st.tuples(st.integers(0, 39), st.integers(1, 12)), max_size=20)


@example(spans=[(8, 12)] * 8 + [(19, 12)], cuts={28})
@given(spans=SPANS, cuts=st.sets(st.integers(1, 39)))
def test_any_marks_nest_and_keep_the_text(spans: list[tuple[int, int]], cuts: set[int]) -> None:
    text = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMN"
    edges = sorted({0, *cuts, 40})
    blocks = tuple(Block(a, b, "paragraph", 1) for a, b in pairwise(edges))
    claims = [claim(number, start, min(40, start + size)) for number, (start, size) in enumerate(spans)]
    begun, ended, words = [], [], []
    for part in annotate(text, blocks, claims):
        open_now = []
        for token in part.tokens:
            if token.step == "text":
                words.append(token.text)
            elif token.step == "open":
                open_now.append(token.claim)
                begun += [token.claim] if token.edge else []
            else:
                assert open_now.pop() == token.claim
                ended += [token.claim] if token.edge else []
        assert open_now == []
    assert "".join(words) == text
    assert sorted(found.number for found in begun if found) == list(range(len(spans)))
    assert sorted(found.number for found in ended if found) == list(range(len(spans)))


def test_a_thousand_marks_inside_each_other_do_not_grow_without_bounds() -> None:
    claims = [claim(number, number, 4000 - number) for number in range(1000)]
    [part] = annotate("x" * 4000, (), claims)
    assert len(part.tokens) < 1000 * 6
    assert sum(token.edge for token in part.tokens) == 2000
