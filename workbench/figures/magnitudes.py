"""Take what makes a number larger or a share into it: scale words, percent signs, ordinal endings, 'times'."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from workbench.figures import units
from workbench.figures.lexicon import SCALES
from workbench.figures.millions import is_length
from workbench.figures.nouns import is_plural
from workbench.figures.quantities import UNIT_ENDS, as_unit, take_unit
from workbench.figures.terms import CONTEXT, is_whole
from workbench.figures.wordlists import word_set
from workbench.model.figures import FigureKind

if TYPE_CHECKING:
    from workbench.figures.quantities import Suffix
    from workbench.figures.terms import Page, Term

_NEXT = re.compile(r"[ -]([a-zåμω]+)")


def _multiply(term: Term, scale: Decimal) -> None:
    if isinstance(term.low, Decimal) and isinstance(term.high, Decimal):
        term.low = CONTEXT.multiply(term.low, scale)
        term.high = CONTEXT.multiply(term.high, scale)
        term.scale = scale * (term.scale or 1)
        term.fraction = None


def _next_word(page: Page, at: int) -> str:
    match = _NEXT.match(page.folded, at)
    return match[1] if match else ""


def take_scale(_page: Page, term: Term, suffix: Suffix) -> bool:
    """Multiply by a scale word: '1.4 million', '5 lakh crore'."""
    if term.unit and term.kind is not FigureKind.MONEY:
        return False
    if term.kind is FigureKind.RATIO and term.unit is None:
        term.kind, term.parts = None, ()
    _multiply(term, Decimal(suffix.value))  # type: ignore[arg-type]  # the role says that it is a number
    term.end = suffix.end
    return True


_LETTERS = {"m": "million", "k": "thousand", "b": "billion", "t": "trillion"}
_MONEY_RANGE = re.compile(r"[$£€¥₹][0-9.,]+(?:-| to | and | or | - )$")
_HOURS = re.compile(r"[0-9] ?h(?:ours?|rs?)?,? ?$")
# '4K' names how fine a picture is.
_PICTURES = word_set(
    "tv tvs television video videos resolution display displays screen screens monitor monitors camera cameras footage ultra hdr projector streaming"
)
_RUNS = word_set("run race runs races runner runners charity fun course")


def take_letter(page: Page, term: Term, suffix: Suffix) -> bool:
    """Read 'm', 'k', 'b' and 't', which are scales for money and people, units for things."""
    is_money = term.kind is FigureKind.MONEY
    if suffix.word == "k" and not is_money and _next_word(page, suffix.end) in _PICTURES:
        return False
    if term.scale or (term.unit and not is_money):
        return False
    if not is_money and not (not suffix.glue and _MONEY_RANGE.search(page.folded, max(0, term.start - 16), term.start)):
        symbol = _find_symbol(page, term, suffix)
        if symbol or suffix.glue:
            return symbol is not None and take_unit(page, term, as_unit(suffix, symbol))
        if page.text[suffix.end - 1] == "B" and not is_plural(_next_word(page, suffix.end) or "-"):
            # '221B Baker Street'
            return False
    return take_scale(page, term, _as_scale(suffix, SCALES[_LETTERS[suffix.word]]))


_WARMTH = re.compile(r"\b(?:temperatures?|kelvins?|superconduct|cooled|cryo|boil|melt|freezing|freezes|absolute zero)")


def take_kelvin(page: Page, term: Term, suffix: Suffix) -> bool:
    """Read '77 K' as a temperature, '77K' as thousands but where warmth is spoken of."""
    if suffix.glue == "":
        if term.kind is None and _WARMTH.search(page.folded, max(0, term.start - 40), term.start):
            term.kind, term.unit, term.end = FigureKind.TEMPERATURE, "K", suffix.end
            return False
        return take_letter(page, term, suffix)
    if term.kind is None and term.digits and suffix.glue == " " and UNIT_ENDS.match(page.folded, suffix.end):
        term.kind, term.unit, term.end = FigureKind.TEMPERATURE, "K", suffix.end
    return False


def _find_symbol(page: Page, term: Term, suffix: Suffix) -> str | None:
    """Return the unit that the letter stands for here, or None where it is a scale or nothing."""
    letter = suffix.word
    if suffix.glue:
        return "m" if page.text[suffix.end - 1] == "m" else None
    following = _next_word(page, suffix.end)
    if letter == "k" and following in _RUNS:
        return "km"
    if letter == "m":
        if _HOURS.search(page.folded, max(0, term.start - 8), term.start):
            return "min"
        return "m" if is_length(page, term, suffix.end, following) else None
    return "t" if letter == "t" else None


def _as_scale(suffix: Suffix, scale: int) -> Suffix:
    suffix.value = Decimal(scale)
    return suffix


def take_percent(page: Page, term: Term, suffix: Suffix) -> bool:
    """Read '%', 'per cent' and 'percentage points'."""
    if term.kind is FigureKind.MONEY or term.unit:
        return False
    end = suffix.end
    if suffix.word == "per":
        if page.folded[end : end + 5] not in {" cent", "-cent"}:
            return False
        end += 5
    if page.folded[end].isalpha():
        return False
    term.kind, term.unit, term.end, term.parts = FigureKind.PERCENT, "%", end, ()
    points = _POINTS.match(page.folded, end)
    if points:
        term.kind, term.end = FigureKind.POINTS, points.end()
    return False


_POINTS = re.compile(r"(?:age)?[ -]points?\b")


def take_points(page: Page, term: Term, suffix: Suffix) -> bool:
    """Read basis points and percentage points."""
    if term.kind is FigureKind.MONEY or term.unit:
        return False
    end = suffix.end
    if suffix.word in {"basis", "percentage"}:
        match = _POINTS.match(page.folded, end)
        if match is None:
            return False
        end = match.end()
    term.kind, term.unit, term.end, term.parts = FigureKind.POINTS, str(suffix.value), end, ()
    return False


def take_ordinal(page: Page, term: Term, suffix: Suffix) -> bool:
    """Read the ending of '21st'; 'st' behind another number is a stone."""
    if term.kind is not None or suffix.glue or not isinstance(term.low, Decimal) or not is_whole(term.low):
        return False
    if suffix.word == "st" and (_POUNDS.match(page.folded, suffix.end) or not _FIRSTS.search(str(term.low))):
        # '11st 4lb' is a weight.
        return take_unit(page, term, _as_stone(suffix))
    term.kind, term.end = FigureKind.ORDINAL, suffix.end
    return False


_FIRSTS = re.compile(r"(?:^|[^1])1$")
_POUNDS = re.compile(r" ?[0-9]{1,2} ?lb")


def _as_stone(suffix: Suffix) -> Suffix:
    suffix.value = units.UNITS["stone"]
    return suffix


def take_times(page: Page, term: Term, suffix: Suffix) -> bool:
    """Read 'three times as many' and '10x' as multiples; 'three times' alone counts occasions."""
    if term.kind is not None:
        return False
    if suffix.word in {"fold", "x"}:
        if suffix.word == "x" and (
            suffix.glue
            or page.folded[suffix.end].isalnum()
            or page.folded[suffix.end : suffix.end + 2].strip().isdigit()
        ):
            return False
        term.kind, term.end = FigureKind.MULTIPLE, suffix.end
        return False
    if _MULTIPLE.match(page.folded, suffix.end) or not is_whole(
        term.low if isinstance(term.low, Decimal) else Decimal(0)
    ):
        term.kind, term.end = FigureKind.MULTIPLE, suffix.end
    return False


_MULTIPLE = re.compile(
    r" (?:as (?!a |the |an )|more|less|fewer|higher|lower|bigger|larger|greater|smaller|faster|longer|richer|heavier|taller|hotter|wider|deadlier|"
    r"stronger|cheaper|(?:(?:forward|future|expected|prospective|trailing|historic|core|operating|net) )?(?:earnings|revenues?|sales|profits?|ebitda|income|turnover|book)\b|annual |average |normal |the |its |their |his |her |that |what |over(?=[,.;)]|\x00| by\b| and\b| the (?:legal |drink-drive |drug-drive )?limit)|likelier|worse|better|older|younger|closer|slower)",
)
