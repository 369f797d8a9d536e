"""Take digits that are read out one by one ('four two one nine', 'double oh seven') as the name that they spell."""

from __future__ import annotations

import re
from decimal import Decimal

from workbench.figures.terms import Term
from workbench.model.figures import FigureKind

_DIGIT = "(?:oh|zero|nought|one|two|three|four|five|six|seven|eight|nine)"
# 'double oh seven', 'five double four two'
_DIALLED = re.compile(
    rf"(?:{_DIGIT} )*+(?:double|treble|triple) {_DIGIT}(?: {_DIGIT}| (?:double|treble|triple) {_DIGIT})++"
)


def is_dialled(phrase: str) -> bool:
    """Say whether the whole phrase tells digits, some of them twice at once."""
    return _DIALLED.fullmatch(phrase) is not None


# The longest number that anybody reads out has as many digits as a bank account.
_FEWEST_SPELLED, _MOST_SPELLED = 3, 34


def spell(folded: str, terms: list[Term]) -> list[Term]:
    """Take digits that are read out one by one ('four two one nine') as the name that they spell."""
    if len(terms) < _FEWEST_SPELLED:
        return terms
    spelled: list[Term] = []
    run: list[Term] = []
    for term in [*terms, None]:
        if term is not None and _is_digit(term) and (not run or folded[run[-1].end : term.start] == " "):
            run.append(term)
            continue
        if _FEWEST_SPELLED <= len(run) <= _MOST_SPELLED:
            spelled.append(
                Term(run[0].start, run[-1].end, None, None, FigureKind.IDENTIFIER, digits=False, closed=True)
            )
        else:
            spelled.extend(run)
        run = [term] if term is not None and _is_digit(term) else []
        if term is not None and not run:
            spelled.append(term)
    return spelled


def _is_digit(term: Term) -> bool:
    return (
        term.kind is None
        and term.scale is None
        and isinstance(term.low, Decimal)
        and 0 <= term.low < 10  # noqa: PLR2004 - one digit
        and not term.fraction
        and term.low % 1 == 0
    )
