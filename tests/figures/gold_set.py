"""Read the gold set and score a finder of figures against it.

A gold line is a sentence with its figures in braces: `{text}` is a count worth its digits, `{text|value}` a count,
`{text|kind value unit}` anything else. A value is a number, `low..high`, `>low` or `<high` (an open end), a ratio
`2/3`, a score `2-1`, an ISO date or time; an identifier (`{737|id}`) has none. The unit may be left out. A line that
begins with '#' is a remark.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.model.figures import Figure, FigureKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

FOLDER = Path(__file__).parent / "gold"
_MARK = re.compile(r"\{([^{}|]+)(?:\|([^{}]*))?\}")
_CALENDAR = {FigureKind.DATE, FigureKind.TIME}
_TOLERANCE = Decimal("1e-20")

Bound = Decimal | str | None


@dataclass(frozen=True, slots=True)
class Expected:
    """A figure as a person marked it."""

    start: int
    end: int
    text: str
    kind: FigureKind
    low: Bound
    high: Bound
    unit: str | None
    parts: tuple[Decimal, ...] = ()


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the gold set and the figures in it; `place` is file and line."""

    place: str
    text: str
    figures: tuple[Expected, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """How many figures were expected, found, and right; a miss tells one difference in words."""

    expected: int
    found: int
    right: int
    misses: tuple[str, ...]

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.expected if self.expected else 1.0

    @property
    def f1(self) -> float:
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def read_gold(folder: Path = FOLDER) -> list[Sentence]:
    """Return every sentence of the gold set, file by file."""
    return [sentence for path in sorted(folder.glob("*.txt")) for sentence in _read_file(path)]


def _read_file(path: Path) -> Iterator[Sentence]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if line and not line.startswith("#"):
            yield read_sentence(line, f"{path.stem}:{number}")


def read_sentence(line: str, place: str = "") -> Sentence:
    """Return the sentence without its marks, and the figures that they mark."""
    text, behind = "", 0
    figures = []
    for match in _MARK.finditer(line):
        text += line[behind : match.start()]
        behind = match.end()
        figures.append(_read_mark(len(text), match[1], match[2]))
        text += match[1]
    return Sentence(place, text + line[behind:], tuple(figures))


def _read_mark(start: int, text: str, mark: str | None) -> Expected:
    words = (mark or text.replace(",", "")).split(" ", 2)
    kind = FigureKind.COUNT
    if words[0] == "id":
        return Expected(start, start + len(text), text, FigureKind.IDENTIFIER, None, None, None)
    if words[0] in set(FigureKind):
        kind = FigureKind(words.pop(0))
    value, unit = words[0], " ".join(words[1:]) or None
    if kind is FigureKind.SCORE:
        parts = tuple(Decimal(part) for part in value.split("-"))
        return Expected(start, start + len(text), text, kind, None, None, None, parts)
    low, high = _read_value(value, kind)
    return Expected(start, start + len(text), text, kind, low, high, unit)


def _read_value(value: str, kind: FigureKind) -> tuple[Bound, Bound]:
    if value.startswith(">"):
        return _read_bound(value[1:], kind), None
    if value.startswith("<"):
        return None, _read_bound(value[1:], kind)
    low, _, high = value.partition("..")
    return _read_bound(low, kind), _read_bound(high or low, kind)


def _read_bound(value: str, kind: FigureKind) -> Bound:
    if kind in _CALENDAR:
        return value
    numerator, _, denominator = value.partition("/")
    return Decimal(numerator) / Decimal(denominator) if denominator else Decimal(numerator)


def agrees(expected: Expected, figure: Figure) -> bool:
    """Say whether a found figure has the kind and the value that were expected, and the unit where one was marked."""
    return (
        figure.kind is expected.kind
        and _equal(expected.low, figure.low)
        and _equal(expected.high, figure.high)
        and (expected.unit is None or expected.unit == figure.unit)
        and (not expected.parts or expected.parts == figure.parts)
    )


def _equal(one: Bound, other: Bound) -> bool:
    if isinstance(one, Decimal) and isinstance(other, Decimal):
        return abs(one - other) <= _TOLERANCE * max(1, abs(one))
    return one == other


def score(
    sentences: Iterable[Sentence],
    find: Callable[[str], list[Figure]],
    *,
    values: bool = True,
) -> Score:
    """Score a finder by span, or by span and value (kind, bounds, unit)."""
    expected = found = right = 0
    misses: list[str] = []
    for sentence in sentences:
        figures = {(figure.start, figure.end): figure for figure in find(sentence.text)}
        expected += len(sentence.figures)
        found += len(figures)
        for mark in sentence.figures:
            figure = figures.pop((mark.start, mark.end), None)
            if figure is not None and (not values or agrees(mark, figure)):
                right += 1
            else:
                got = f"{figure.kind} {figure.low}..{figure.high} {figure.unit} {figure.parts}" if figure else "nothing"
                misses.append(
                    f"{sentence.place} {sentence.text!r}: {mark.text!r} is {mark.kind} {mark.low}..{mark.high}, got {got}"
                )
        misses.extend(
            f"{sentence.place} {sentence.text!r}: {figure.text!r} ({figure.kind}) is none"
            for figure in figures.values()
        )
    return Score(expected, found, right, tuple(misses))
