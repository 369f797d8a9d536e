"""A figure in prose: what it says, how exactly it says it, and how two of them compare."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class FigureKind(StrEnum):
    """What sort of quantity a figure is."""

    COUNT = "count"
    MONEY = "money"
    PERCENT = "percent"
    POINTS = "points"
    MEASUREMENT = "measurement"
    DURATION = "duration"
    AGE = "age"
    TEMPERATURE = "temperature"
    DATE = "date"
    TIME = "time"
    ORDINAL = "ordinal"
    RATIO = "ratio"
    MULTIPLE = "multiple"
    SCORE = "score"
    IDENTIFIER = "identifier"


# What is told by a calendar or a clock: the values are ISO 8601.
CALENDAR = frozenset({FigureKind.DATE, FigureKind.TIME})
# What tells a part or a multiple of something else.
SHARES = frozenset({FigureKind.PERCENT, FigureKind.RATIO, FigureKind.MULTIPLE})


class Qualifier(StrEnum):
    """How the wording bounds or softens the value."""

    EXACT = "exactly"
    ABOUT = "about"
    OVER = "over"
    UNDER = "under"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    NEARLY = "nearly"
    UP_TO = "up_to"
    BETWEEN = "between"


# A Decimal for quantities, an ISO 8601 string (unknown parts X) for dates and times, None for an open end.
Value = Decimal | str | None


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure found in a text.

    `start` and `end` are code points, end exclusive: the numeric core with its scale word and unit sign, without
    the qualifier and without the counted noun. `low` and `high` are equal for one value and None for an open end.
    """

    start: int
    end: int
    text: str
    kind: FigureKind
    low: Value = None
    high: Value = None
    unit: str | None = None
    noun: str | None = None
    qualifier: Qualifier | None = None
    qualifier_start: int | None = None
    qualifier_end: int | None = None
    # The rounding interval that the wording implies; None where there is none to speak of.
    precision: tuple[Decimal, Decimal] | None = None
    # Numerator and denominator where the value has no finite decimal form (two-thirds).
    fraction: tuple[int, int] | None = None
    # A score's sides ('2-1' is 2, 1), in the order of the text.
    parts: tuple[Decimal, ...] = ()
    as_of: str | None = None
    # What the figure is a rate over ('$5 a day' is 5 USD per day), as a unit's name or a noun.
    per: str | None = None


class Relation(StrEnum):
    """How a claimed figure stands to the figure found in a source. It is no verdict."""

    SAME = "same"
    ROUNDS_TO = "rounds_to"
    WITHIN = "within"
    OVERLAPS = "overlaps"
    DIFFERS = "differs"
    OTHER_UNIT = "other_unit"
    INCOMPARABLE = "incomparable"


class SlipKind(StrEnum):
    """A mistake that writers and editors are known to make with figures."""

    SCALE = "scale"
    TRANSPOSED = "transposed"
    DROPPED_DIGIT = "dropped_digit"
    DOUBLED_DIGIT = "doubled_digit"
    PERCENT_POINTS = "percent_points"
    PERCENT_MORE = "percent_more"
    INVERSE = "inverse"
    OFF_BY_ONE = "off_by_one"
    PERIOD = "period"


@dataclass(frozen=True, slots=True)
class Slip:
    """A likely slip, with the arithmetic that shows it ('1.4 billion ÷ 1,000 = 1.4 million')."""

    kind: SlipKind
    arithmetic: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """What `found` says about `claimed`.

    `sentence` is for a person. `ratio` is found ÷ claimed, `difference` found − claimed, both in the claimed unit,
    where they can be computed. `converted` is how the two stand once the found figure is in the claimed unit; it is
    None unless the relation is `other_unit`, and there where nothing converts the one into the other.
    """

    relation: Relation
    sentence: str
    ratio: Decimal | None = None
    difference: Decimal | None = None
    slips: tuple[Slip, ...] = ()
    converted: Relation | None = None


@dataclass(frozen=True, slots=True)
class Counterpart:
    """The figure of a quotation that answers a claim's figure, and how the two compare."""

    figure: Figure
    comparison: Comparison
