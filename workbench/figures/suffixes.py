"""Say which reader takes which suffix of a number."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workbench.figures import currencies, units
from workbench.figures.magnitudes import (
    take_kelvin,
    take_letter,
    take_ordinal,
    take_percent,
    take_points,
    take_scale,
    take_times,
)
from workbench.figures.prices import take_cents, take_code, take_currency, take_grand, take_sign
from workbench.figures.quantities import (
    take_aged,
    take_cup,
    take_degree,
    take_inch_mark,
    take_inches,
    take_odd,
    take_spaced,
    take_temperature,
    take_unit,
)
from workbench.figures.vocabulary import Role, find_role
from workbench.model.figures import FigureKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from workbench.figures.quantities import Suffix
    from workbench.figures.terms import Page, Term


def _take_phrase(page: Page, term: Term, suffix: Suffix) -> bool:
    """Read a currency or unit of two or three words ('Canadian dollars', 'square miles')."""
    folded = page.folded
    match = _TWO_WORDS.match(folded, suffix.end - len(suffix.word))
    while match:
        phrase = match[0].replace("-", " ").replace(". ", " ").replace(".", " ")
        if phrase in currencies.PHRASES and term.unit is None:
            term.kind, term.unit, term.end, term.parts = FigureKind.MONEY, currencies.PHRASES[phrase], match.end(), ()
            return False
        if phrase in units.PHRASES:
            suffix.value, suffix.end = units.UNITS[units.PHRASES[phrase]], match.end()
            return take_unit(page, term, suffix)
        # Without the third word: 'light-years across'.
        words = match[0].replace("-", " ").replace(".", " ")
        stop = match.start() + words.rindex(" ")
        match = _TWO_WORDS.match(folded, match.start(), stop) if words.count(" ") > 1 else None
    written = page.text[suffix.end - len(suffix.word) : suffix.end]
    plain = find_role(written, suffix.word, glued=not suffix.glue, phrases=False)
    if plain[0] is None:
        return False
    suffix.value = plain[1]
    return ROLES[plain[0]](page, term, suffix)


_TWO_WORDS = re.compile(r"[a-z]+(?:\.?[ -]|\.)[a-z]+(?: [a-z]+)?")


ROLES: dict[Role, Callable[[Page, Term, Suffix], bool]] = {
    Role.SCALE: take_scale,
    Role.LETTER: take_letter,
    Role.PERCENT: take_percent,
    Role.POINTS: take_points,
    Role.CURRENCY: take_currency,
    Role.CODE: take_code,
    Role.SIGN: take_sign,
    Role.PHRASE: _take_phrase,
    Role.UNIT: take_unit,
    Role.DEGREE: take_degree,
    Role.TEMPERATURE: take_temperature,
    Role.CENTS: take_cents,
    Role.ORDINAL: take_ordinal,
    Role.TIMES: take_times,
    Role.AGED: take_aged,
    Role.FEET: take_inches,
    Role.ODD: take_odd,
    Role.SPACED: take_spaced,
    Role.CUP: take_cup,
    Role.INCH: take_inch_mark,
    Role.KELVIN: take_kelvin,
    Role.GRAND: take_grand,
}
