"""Say how two dates or times differ, and what slip may explain it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from workbench.figures.describing import end_sentence, quote
from workbench.model.figures import Comparison, Relation, Slip, SlipKind

if TYPE_CHECKING:
    from workbench.model.figures import Figure

_FULL_DATE = 10
_YEAR = 4
_LEAP_YEAR = "2024"
_MOST_DAYS = 366


def differ_in_days(claimed: Figure, found: Figure, said: str, real: str) -> Comparison:
    """Tell the distance in days or years where both dates are known well enough, with the slip that fits."""
    sentence = f"The claim says {quote(claimed)}, the source {quote(found)}"
    days = _count_days(said, real)
    if days:
        distance = f"{abs(days)} day{'' if abs(days) == 1 else 's'} {'later' if days > 0 else 'earlier'}"
        tail = f": {distance}" if abs(days) < _MOST_DAYS else ""
        return Comparison(
            Relation.DIFFERS, end_sentence(f"{sentence}{tail}"), slips=tuple(_find_day_slips(said, real, days))
        )
    years = said[:_YEAR], real[:_YEAR]
    if not all(year.isdigit() for year in years) or said[_YEAR:] != real[_YEAR:] or claimed.low != claimed.high:
        return Comparison(Relation.DIFFERS, end_sentence(sentence))
    one, other = int(years[0]), int(years[1])
    slips = tuple(_find_year_slips(years, other - one))
    distance = f"{abs(other - one)} year{'' if abs(other - one) == 1 else 's'} {'later' if other > one else 'earlier'}"
    return Comparison(Relation.DIFFERS, f"{sentence}: {distance}.", difference=Decimal(other - one), slips=slips)


def _count_days(said: str, real: str) -> int | None:
    """Return how many days lie between two full dates, or two of one year that neither of them tells."""
    if len(said) != _FULL_DATE or len(real) != _FULL_DATE or said[5:] == real[5:]:
        return None
    one, other = (text.replace("XXXX", _LEAP_YEAR) for text in (said, real))
    if said.startswith("XXXX") != real.startswith("XXXX"):
        one, other = f"{_LEAP_YEAR}{said[4:]}", f"{_LEAP_YEAR}{real[4:]}"
    try:
        return (date.fromisoformat(other) - date.fromisoformat(one)).days
    except ValueError:
        return None


def _find_day_slips(said: str, real: str, days: int) -> list[Slip]:
    if abs(days) == 1:
        sign = "−" if days > 0 else "+"
        return [Slip(SlipKind.OFF_BY_ONE, f"{real} {sign} 1 day = {said}")]
    year, month, day = said.split("-")
    if real == f"{year}-{day}-{month}":
        return [Slip(SlipKind.TRANSPOSED, f"{real} with day and month turned round is {said}")]
    return []


def _find_year_slips(years: tuple[str, str], difference: int) -> list[Slip]:
    said, real = years
    if abs(difference) == 1:
        return [Slip(SlipKind.OFF_BY_ONE, f"{real} {'−' if difference > 0 else '+'} 1 = {said} (a year early or late)")]
    for at in range(_YEAR - 1):
        turned = f"{real[:at]}{real[at + 1]}{real[at]}{real[at + 2 :]}"
        if turned == said:
            return [Slip(SlipKind.TRANSPOSED, f"{real} with {real[at : at + 2]} turned round is {said}")]
    return []
