"""Read what multiplies, divides or raises a unit: 'km/h', 'metres per second squared', 'N·m', 'm s⁻²', 'L/100 km'."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workbench.figures import units
from workbench.model.figures import FigureKind

if TYPE_CHECKING:
    from workbench.figures.terms import Page, Term

_DIVIDED = re.compile(
    r"(?:(?P<sign>/| / | per |-per-)|(?P<spoken>[ -]an? ))(?:(?P<power>square|cubic) )?(?P<word>[a-zμ]+)"
    r"(?:\^?(?P<raised>[23²³])|(?P<said> squared| cubed))?(?![a-z0-9])"
)
_MULTIPLIED = re.compile(r"[·⋅∙*](?P<word>[a-zμω]{1,4})(?![a-z0-9^⁻])")
_INVERTED = re.compile(r"[ ·⋅]?(?P<word>[a-zμ]{1,4})\^?(?:[-⁻](?P<raised>[123¹²³]))(?![a-z0-9])")
_RAISED = re.compile(r" (?P<said>squared|cubed)(?![a-z])")
# As in 'W/(m·K)'.
_BRACKETED = re.compile(r" ?/ ?\((?P<word>[a-zμ]+)(?:\^?(?P<raised>[23²³]))?[·⋅∙* ](?P<other>[a-zμ]+)\)")
# What goes on with one unit alone: 'L/100 km', 'miles to the gallon', 'N m', 'dB(A)'.
_TAILS = {
    "litre": (re.compile(r"(?:/| per )100 ?(?:km|kilomet(?:re|er)s)(?![a-z])"), "litre per 100 kilometre"),
    "mile": (re.compile(r" to the gallon\b"), "mile per gallon"),
    "newton": (re.compile(r" m(?![a-z0-9])"), "newton metre"),
    "kilonewton": (re.compile(r" m(?![a-z0-9])"), "kilonewton metre"),
    "decibel": (re.compile(r" ?\([ac]\)"), "decibel"),
}
_POWERS = {"2": "square", "²": "square", "3": "cubic", "³": "cubic", "squared": "square", "cubed": "cubic"}
PERIODS = {word: unit.name for word, unit in units.WORDS.items() if unit.kind is FigureKind.DURATION}
# 'sixty miles an hour' is a speed, 'ten miles a day' a distance for each day.
_SPEEDY = frozenset({"metre", "kilometre", "mile", "foot"})
_STREAMED = frozenset(name for name, unit in units.UNITS.items() if unit.dimension == "data")
_MOMENTS = frozenset({"hour", "minute", "second"})
_MOST = 3
# First characters of anything that may go on with a unit.
_STARTS = frozenset("/( -·⋅∙*abcdefghijklmnopqrstuvwxyzμ")


def take_compound(page: Page, term: Term) -> None:
    """Extend the unit of `term` over the units that multiply or divide it."""
    for _ in range(_MOST):
        if page.folded[term.end] not in _STARTS or not _take_next(page, term):
            return


def _take_next(page: Page, term: Term) -> bool:
    folded, end = page.folded, term.end
    if term.kind is FigureKind.DURATION:
        _take_rate(page, term)
        return False
    if match := _DIVIDED.match(folded, end):
        return _divide(page, term, match)
    if folded[end] in "·⋅∙*" and (match := _MULTIPLIED.match(folded, end)):
        return _add(page, term, match, " ")
    if (match := _INVERTED.match(folded, end)) and _add(page, term, match, " per "):
        return True
    if match := _RAISED.match(folded, end):
        return _raise(term, match)
    if (tail := _TAILS.get(term.unit or "")) and (match := tail[0].match(folded, end)):
        term.unit, term.end = tail[1], match.end()
    elif folded[end] in "/ " and (match := _BRACKETED.match(folded, end)):
        _divide_twice(page, term, match)
    return False


def _divide_twice(page: Page, term: Term, match: re.Match[str]) -> None:
    first, other = (
        units.SYMBOLS.get(page.text[match.start(group) : match.end(group)]) or units.WORDS.get(match[group])
        for group in ("word", "other")
    )
    if first and other:
        power = f"{_POWERS[match['raised']]} " if match["raised"] else ""
        term.unit, term.end = f"{term.unit} per {power}{first.name} {other.name}", match.end()


def _find(page: Page, match: re.Match[str], *, symbols: bool = True) -> units.Unit | None:
    word = match["word"]
    written = page.text[match.start("word") : match.end("word")]
    if written == "mK" and symbols:
        # In 'W/mK' it is metres times kelvins.
        return units.UNITS["metre kelvin"]
    symbol = units.SYMBOLS.get(written) or units.SYMBOLS.get(word) if symbols else None
    return symbol or units.WORDS.get(word)


def _take_rate(page: Page, term: Term) -> None:
    """Read 'three hours a day' as a rate."""
    match = _DIVIDED.match(page.folded, term.end)
    if match and match["word"] in PERIODS and match["sign"] != "/":
        term.per = PERIODS[match["word"]]


def _divide(page: Page, term: Term, match: re.Match[str]) -> bool:
    spoken = match["spoken"] is not None
    below = _find(page, match, symbols=not spoken or len(match["word"]) <= 2)  # noqa: PLR2004 - 'km an h'
    if below is None:
        if match["word"] == "c" and (term.unit or "").endswith("electronvolt"):
            # Physicists weigh particles by their energy: '125 GeV/c²'.
            term.end = match.end()
        return False
    name = below.name
    power = match["power"] or _POWERS.get((match["raised"] or match["said"] or "").strip())
    if power:
        name = f"{power} {name}"
    if spoken and not ((term.unit in _SPEEDY or term.unit in _STREAMED) and name in _MOMENTS):
        term.per = name
        return False
    above = term.unit or ""
    # 'metres per second per second'
    twice = above.endswith(f" per {name}")
    term.unit, term.end = f"{above.removesuffix(f' per {name}')} per {'square ' if twice else ''}{name}", match.end()
    return True


def _add(page: Page, term: Term, match: re.Match[str], joint: str) -> bool:
    unit = _find(page, match)
    if unit is None:
        return False
    raised = match.groupdict().get("raised")
    power = _POWERS.get((raised or "").translate(_PLAIN))
    name = f"{power} {unit.name}" if power else unit.name
    if joint == " per " and " per " in (term.unit or ""):
        joint = " "
    term.unit, term.end = f"{term.unit}{joint}{name}", match.end()
    return True


_PLAIN = str.maketrans("¹²³", "123")


def _raise(term: Term, match: re.Match[str]) -> bool:
    """Read 'metres squared'."""
    name = f"{_POWERS[match['said']]} {term.unit}"
    if name not in units.UNITS:
        return False
    term.unit, term.end = name, match.end()
    return True
