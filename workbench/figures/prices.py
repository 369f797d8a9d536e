"""Take currencies behind a number into it: names, codes, signs, cents."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from workbench.figures import currencies
from workbench.figures.lexicon import SCALES
from workbench.figures.quantities import UNIT_ENDS, as_unit, take_unit
from workbench.figures.vocabulary import CONTEXT_MASS
from workbench.figures.wordlists import word_set
from workbench.model.figures import FigureKind

if TYPE_CHECKING:
    from workbench.figures.quantities import Suffix
    from workbench.figures.terms import Page, Term


def take_currency(page: Page, term: Term, suffix: Suffix) -> bool:
    """Read a currency's name; 'pounds' may be a weight."""
    folded = page.folded
    code, end = str(suffix.value), suffix.end
    if term.kind is FigureKind.MONEY:
        # '$5 US', '£5 sterling', 'US$5 dollars' say it twice.
        return False
    if suffix.word in currencies.DOUBTFUL and term.scale is None and folded[end : end + 1] != "-":
        return False
    if suffix.word in {"pound", "pounds"} and _is_mass(page, term, end):
        return take_unit(page, term, as_unit(suffix, "lb"))
    if folded[end : end + 9] == " sterling":
        end += 9
    term.kind, term.unit, term.end, term.parts = FigureKind.MONEY, code, end, ()
    return False


def _is_mass(page: Page, term: Term, end: int) -> bool:
    if term.scale is not None and term.scale >= SCALES["million"]:
        return False
    if page.folded[end - 6 : end] == "-pound" and (thing := _THING.match(page.folded, end)):
        # 'a 16-pound bird' weighs, 'a 50-pound fine' costs.
        return thing[1] not in _PRICED
    around = page.folded[max(0, term.start - 40) : term.start] + "|" + page.folded[end : end + 24]
    match = CONTEXT_MASS.search(around)
    if match and match[0] in {"lost ", "lose ", "losing ", "gain"}:
        # Nobody loses half a ton.
        return isinstance(term.low, Decimal) and term.low < _HEAVIEST
    return match is not None


_HEAVIEST = 500


_THING = re.compile(r"[ -]([a-z]+)")
_PRICED = word_set(
    """note notes coin coins fine fines fee fees fare fares charge charges ticket tickets deal bill bills price prices increase rise cut
    tax levy prize bonus loan debt voucher vouchers budget grant donation reward loss profit payment payments deposit house home car cap
    limit bet stake wager subsidy surcharge penalty discount refund bribe banknote flat meal bottle contract salary a an per question gift
    stretch"""
)


_SPENT = re.compile(r" (?:an? (?:week|month|year|day|night|time|head|pop|go)|each|apiece|more|less|off|up|down)\b")


def take_grand(page: Page, term: Term, suffix: Suffix) -> bool:
    """Read 'two grand' as thousands of whatever is paid with, but not 'two grand pianos'."""
    if term.kind not in {None, FigureKind.MONEY} or term.scale or suffix.glue != " ":
        return False
    if not (UNIT_ENDS.match(page.folded, suffix.end) or _SPENT.match(page.folded, suffix.end)):
        return False
    term.scale = Decimal(SCALES["thousand"])
    if isinstance(term.low, Decimal) and isinstance(term.high, Decimal):
        term.low, term.high = term.low * term.scale, term.high * term.scale
    term.kind, term.end = FigureKind.MONEY, suffix.end
    return False


def take_code(_page: Page, term: Term, suffix: Suffix) -> bool:
    """Read a currency's code behind the number ('5m USD')."""
    if term.kind is FigureKind.MONEY and suffix.word != "usd":
        return False
    term.kind, term.unit, term.end = FigureKind.MONEY, str(suffix.value), suffix.end
    return False


def take_sign(page: Page, term: Term, suffix: Suffix) -> bool:
    """Read a currency's sign behind the number ('30€')."""
    if (
        term.kind is not None
        or page.folded[suffix.end].isdigit()
        or suffix.glue == "-"
        or (suffix.glue == " " and suffix.word == "$" and not _BEHIND.match(page.folded, suffix.end))
    ):
        return False
    term.kind, term.unit, term.end = FigureKind.MONEY, str(suffix.value), suffix.end
    return False


# '5 $ each', but 'five $10 notes'.
_BEHIND = re.compile(r"(?: [a-z]|[.,;:)\x00])")


# '1080p' is a screen, no price.
_SCREENS = frozenset(map(Decimal, (480, 576, 720, 1080, 1440, 2160)))


def _ends_pence(page: Page, end: int) -> bool:
    """Say whether a 'p' behind a space stands alone: no 'p.m.', no 'P wave'."""
    return not page.folded.startswith(".m", end) and UNIT_ENDS.match(page.folded, end) is not None


def take_cents(page: Page, term: Term, suffix: Suffix) -> bool:
    """Read 'c' and 'p' glued to the number, and 'fifty p'."""
    if suffix.glue == " " and suffix.word == "p" and not term.digits and _ends_pence(page, suffix.end):
        suffix.glue = ""
    if term.kind is not None or suffix.glue or (suffix.word == "p" and term.low in _SCREENS):
        return False
    term.kind, term.unit, term.end = FigureKind.MONEY, str(suffix.value), suffix.end
    country = currencies.COUNTRY_CENTS.get(page.text[max(0, term.start - 2) : term.start])
    if country and suffix.word == "c":
        term.unit, term.start = country, term.start - 2
    return False
