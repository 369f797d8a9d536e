"""Read numbers that are written in digits: thousands marks, decimals, mixed fractions, powers of ten."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from workbench.figures.scanning import VULGAR
from workbench.figures.terms import CONTEXT, Term, cardinal, divide, is_whole
from workbench.model.figures import FigureKind

if TYPE_CHECKING:
    from workbench.figures.terms import Page

LONGEST = 30
_LARGEST_EXPONENT = 300

_VULGAR = {char: Fraction(unicodedata.numeric(char)).limit_denominator(10) for char in VULGAR}
_WESTERN = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?")
_INDIAN = re.compile(r"[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}(?:\.[0-9]+)?")
_EUROPEAN = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3}){2,}(?:,[0-9]+)?|[0-9]{1,3}(?:\.[0-9]{3})+,[0-9]{1,2}")
_COMMA_DECIMAL = re.compile(r"[0-9]+,[0-9]{1,2}")
_PLAIN_DECIMAL = re.compile(r"[0-9]+\.[0-9]+")
_SPACED = re.compile(r"[0-9]{1,3}((?:[ '][0-9]{3})+)(?![0-9])(\.[0-9]+)?(?![0-9]|,[0-9])")
_FINE = re.compile(r"[0-9]{1,3}\.[0-9]{3}(?: [0-9]{3}){1,6}(?: [0-9]{1,2})?(?![0-9.,%/:])")
_MIXED = re.compile(r"(?:[ -]?([" + VULGAR + r"])|[ -]([0-9]{1,2})/([0-9]{1,3})(?![0-9/]))")
_POWER = re.compile(
    r"e([+-]?[0-9]{1,4})(?![a-z0-9])| ?[x*·] ?10(?:(?:\^|\*\*)([+-]?[0-9]{1,4})(?![0-9])|([+-][0-9]{1,3})(?![0-9])|([⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4}))|(?:\^|\*\*)([+-]?[0-9]{1,3})(?![0-9])|([⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})"
)
_FRACTION = re.compile(r"/([0-9]{1,4})(?![0-9/]|\.[0-9])")
_SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+")
# Behind these a run of digits is a whole number and nothing more.
_PLAIN_ENDS = frozenset('%,.;)"m?!°k]')


def read_digits(page: Page, start: int, end: int) -> list[Term]:
    """Return the number that `folded[start:end]` opens, longer where a fraction or a power of ten follows.

    Several where the run is only a list without spaces ('1,2,3'); an identifier where it is no number at all.
    """
    raw = page.folded[start:end]
    if start and page.folded[start - 1] == "." and raw.isdigit() and _opens(page.folded, start - 2):
        # '.5' and '$.99'
        return [_extend(page, cardinal(start - 1, end, Decimal(f"0.{raw}"), digits=True))]
    if len(raw) <= LONGEST and raw.isdigit() and page.folded[end] in _PLAIN_ENDS:
        return [cardinal(start, end, Decimal(raw), digits=True)]
    if raw[0] in VULGAR:
        return [_read_vulgar(start, raw)] if len(raw) == 1 else _split(start, raw)
    if len(raw) > LONGEST:
        return [Term(start, end, None, None, FigureKind.IDENTIFIER, closed=True)]
    value = _value(page, raw, start, end)
    if value is None:
        return _split(start, raw)
    if raw.isdigit() and len(raw) <= 3 and page.folded[end] in " '" and page.folded[end + 1].isdigit():  # noqa: PLR2004 - a thousands group
        spaced = _SPACED.match(page.folded, start)
        if spaced and _is_grouped(page, start, spaced.end(1)):
            end = spaced.end()
            value = Decimal(re.sub(r"[ ']", "", page.folded[start:end]))
    elif page.folded[end] == " " and raw[-4:-3] == "." and (fine := _FINE.match(page.folded, start)):
        # '6.626 070 15'
        end, value = fine.end(), Decimal(fine[0].replace(" ", ""))
    return [_extend(page, cardinal(start, end, value, digits=True))]


def _opens(folded: str, at: int) -> bool:
    """Say whether a decimal point behind `at` opens a number."""
    return at < 0 or folded[at] in " ($£€-\"'~<>"


def _is_grouped(page: Page, start: int, end: int) -> bool:
    """Say whether the spaces in the span only keep thousands apart; plain spaces do so for whole groups alone."""
    if "'" in page.folded[start:end]:
        return " " not in page.folded[start:end]
    return "\n" not in page.text[start:end] and not page.folded[end].isalpha() and end - start <= LONGEST


def _value(page: Page, raw: str, start: int, end: int) -> Decimal | None:
    if raw.isdigit():
        value: Decimal | None = Decimal(raw)
    elif _PLAIN_DECIMAL.fullmatch(raw) or _WESTERN.fullmatch(raw) or _INDIAN.fullmatch(raw):
        value = Decimal(raw.replace(",", ""))
    elif _EUROPEAN.fullmatch(raw) or (_COMMA_DECIMAL.fullmatch(raw) and _is_decimal_comma(page, start, end)):
        value = Decimal(raw.replace(".", "").replace(",", "."))
    else:
        value = None
    return value


_DECIMAL_COMMA = re.compile(
    r" ?(?:%|per ?cent|€|m\b|bn\b|million|billion|k[mg]\b|euro|lit(?:re|er)s?\b|met(?:re|er)s?\b|kilo|tonnes?\b|hectares?\b|ha\b|[cm]m\b|m[lg]\b|kwh\b|mw\b|°)"
)


def _is_decimal_comma(page: Page, start: int, end: int) -> bool:
    return page.folded[start - 1 : start] == "€" or _DECIMAL_COMMA.match(page.folded, end) is not None


def _split(start: int, raw: str) -> list[Term]:
    if raw.count(".") > 1 or "," not in raw:
        # A version, an address in numbers, a date with points: other readers have looked at it already.
        return [Term(start, start + len(raw), None, None, FigureKind.IDENTIFIER, closed=True)]
    terms = []
    at = start
    for piece in raw.split(","):
        if piece.replace(".", "", 1).isdigit():
            terms.append(cardinal(at, at + len(piece), Decimal(piece), digits=True))
        at += len(piece) + 1
    return terms


def _read_vulgar(start: int, raw: str) -> Term:
    part = _VULGAR[raw]
    value, fraction = divide(part.numerator, part.denominator)
    term = Term(start, start + 1, value, value, FigureKind.RATIO, lead=value, fraction=fraction)
    term.parts = (Decimal(part.numerator), Decimal(part.denominator))
    return term


def _extend(page: Page, term: Term) -> Term:
    following = page.folded[term.end]
    if (
        following == " "
        and page.folded.startswith(" and ", term.end)
        and (spoken := _AND_PART.match(page.folded, term.end))
    ):
        return _add_spoken(term, spoken)
    # What follows the space or hyphen is looked at first: most numbers need none of the patterns.
    beyond = page.folded[term.end + 1]
    if following in VULGAR or (following in " -" and (beyond.isdigit() or beyond in VULGAR)):
        mixed = _MIXED.match(page.folded, term.end)
        if mixed and _add_fraction(term, mixed):
            return term
    if following == "/":
        return _read_slash(page, term)
    if (
        following in _POWERFUL
        and (following != " " or beyond in "x*·")
        and (power := _POWER.match(page.folded, term.end))
    ):
        return _raise(page, term, power)
    return term


# First characters of a power of ten.
_POWERFUL = frozenset("ex*·^ ⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
_AND_PART = re.compile(
    r" and (?:(?:a|one) (half|quarter|third)|(two|three) (quarters|thirds)|([0-9]{1,2})/([0-9]{1,2}))(?![a-z0-9/]|-[a-z])"
)
_PARTS = {"half": (1, 2), "quarter": (1, 4), "third": (1, 3)}


def _add_spoken(term: Term, match: re.Match[str]) -> Term:
    """Add the words of '3 and a half', the digits of '3 and 2/3'."""
    one, several, of, above, below = match.groups()
    if one:
        numerator, denominator = _PARTS[one]
    elif several:
        numerator, denominator = (2 if several == "two" else 3), (4 if of == "quarters" else 3)
    else:
        numerator, denominator = int(above), int(below)
    if isinstance(term.low, Decimal) and is_whole(term.low) and 0 < numerator < denominator:
        value, fraction = divide(int(term.low) * denominator + numerator, denominator)
        term.low = term.high = term.lead = value
        term.end, term.fraction = match.end(), fraction
    return term


def _add_fraction(term: Term, match: re.Match[str]) -> bool:
    if match[1]:
        part = _VULGAR[match[1]]
        numerator, denominator = part.numerator, part.denominator
    else:
        numerator, denominator = int(match[2]), int(match[3])
    if not 0 < numerator < denominator or not isinstance(term.low, Decimal) or not is_whole(term.low):
        return False
    value, fraction = divide(int(term.low) * denominator + numerator, denominator)
    term.end = match.end()
    term.low = term.high = term.lead = value
    term.fraction = fraction
    return True


def _read_slash(page: Page, term: Term) -> Term:
    match = _FRACTION.match(page.folded, term.end)
    if match is None or not isinstance(term.low, Decimal) or not is_whole(term.low):
        return term
    numerator, denominator = int(term.low), int(match[1])
    if not 0 < numerator < denominator and not _are_odds(page, term.start, match.end(), numerator, denominator):
        return term
    value, fraction = divide(numerator, denominator)
    term.end = match.end()
    term.kind = FigureKind.RATIO
    term.low = term.high = term.lead = value
    term.parts = (Decimal(numerator), Decimal(denominator))
    term.fraction = fraction
    return term


_ODDS_BEHIND = re.compile(
    r"[ -](?:(?:joint|co|second|ante-post|clear|hot|red-hot|odds-on)[ -])?(?:fav|favourite|favorite|favourites|chance|shot|outsider|on\b)"
)
_ODDS_BEFORE = re.compile(
    r"\b(?:odds of|odds at|priced at|won at|backed at|returned at|at odds of|from|available at|starting price of|out to|cut to|into) $"
)
# Bookmakers' denominators.
_STAKES = frozenset({1, 2, 4, 5, 6, 8, 9, 10, 11, 12, 13, 16, 20, 30, 40})


def _are_odds(page: Page, start: int, end: int, numerator: int, denominator: int) -> bool:
    """Say whether '11/4' is a price at the races."""
    if denominator not in _STAKES or not numerator:
        return False
    behind = _ODDS_BEHIND.match(page.folded, end)
    return behind is not None or _ODDS_BEFORE.search(page.folded, max(0, start - 24), start) is not None


def _raise(page: Page, term: Term, match: re.Match[str]) -> Term:
    exponential, times, signed, raised, caret, small = match.groups()
    exponent = int((exponential or times or signed or raised or caret or small).translate(_SUPERSCRIPT))
    if abs(exponent) > _LARGEST_EXPONENT or not isinstance(term.low, Decimal):
        return Term(term.start, match.end(), None, None, FigureKind.IDENTIFIER, closed=True)
    if exponential or times or signed or raised:
        value = term.low.scaleb(exponent, CONTEXT)
    elif term.low == 10 and (caret or page.folded[match.start()] == "⁻" or exponent > 1):  # noqa: PLR2004 - a power of ten
        value = Decimal(1).scaleb(exponent, CONTEXT)
    else:
        # Squares and footnote marks: '5²' is left to the units, '40¹' is 40.
        return term
    term.end = match.end()
    term.low = term.high = value
    term.lead = value
    return term
