from __future__ import annotations

from decimal import Decimal

import pytest

from workbench.figures import compare, find_figures
from workbench.model.figures import Comparison, Figure, Relation, SlipKind


def only(text: str) -> Figure:
    (figure,) = find_figures(text)
    return figure


def compared(claimed: str, found: str) -> Comparison:
    return compare(only(claimed), only(found))


@pytest.mark.parametrize(
    ("claimed", "found", "relation"),
    [
        ("1.4 million people", "1,436,000 people", Relation.ROUNDS_TO),
        ("1.4 million people", "1,456,000 people", Relation.DIFFERS),
        ("1,400,000 people", "1,436,000 people", Relation.ROUNDS_TO),
        ("over 100,000 people", "106,000 people", Relation.WITHIN),
        ("over 100,000 people", "100,000 people", Relation.DIFFERS),
        ("at least 100 people", "100 people", Relation.WITHIN),
        ("up to 40 people", "41 people", Relation.DIFFERS),
        ("40 people", "42 people", Relation.DIFFERS),
        ("40 people", "forty people", Relation.SAME),
        ("about 40 people", "42 people", Relation.ROUNDS_TO),
        ("nearly 700 people", "690 people", Relation.ROUNDS_TO),
        ("nearly 700 people", "710 people", Relation.DIFFERS),
        ("between 20 and 30 people", "25 people", Relation.WITHIN),
        ("20 to 30 people", "28 to 40 people", Relation.OVERLAPS),
        ("20 to 30 people", "22 to 28 people", Relation.WITHIN),
        ("1,436,000 people", "1.4 million people", Relation.OVERLAPS),
        ("dozens of people", "47 people", Relation.WITHIN),
        ("8 km", "5 miles", Relation.OTHER_UNIT),
        ("25°C", "77°F", Relation.OTHER_UNIT),
        ("$5m", "£5m", Relation.OTHER_UNIT),
        ("5 km", "5 kg", Relation.OTHER_UNIT),
        ("50 pence", "£0.50", Relation.OTHER_UNIT),
        ("5 km", "5 people", Relation.INCOMPARABLE),
        ("won 2-1", "won 2-1", Relation.SAME),
        ("won 2-1", "lost 1-2", Relation.DIFFERS),
        ("a quarter of voters", "25% of voters", Relation.SAME),
        ("in 2019", "in 2020", Relation.DIFFERS),
        ("in March 2024", "on 25 March 2024", Relation.WITHIN),
        ("on 25 March", "on 25 March 2024", Relation.WITHIN),
        ("from 1939 to 1945", "in 1941", Relation.WITHIN),
    ],
)
def test_the_relation_is_named(claimed: str, found: str, relation: Relation) -> None:
    result = compared(claimed, found)
    assert result.relation is relation
    assert result.sentence.endswith(".")


@pytest.mark.parametrize(
    ("claimed", "found", "kind", "arithmetic"),
    [
        ("1.4 billion people", "1.4 million people", SlipKind.SCALE, "1,400,000,000 ÷ 1 thousand = 1,400,000"),
        ("1.4 million people", "1.4 billion people", SlipKind.SCALE, "1,400,000 × 1 thousand = 1,400,000,000"),
        ("1,436 people", "1,463 people", SlipKind.TRANSPOSED, "1,463 with 63 turned round is 1,436"),
        ("136 people", "1,436 people", SlipKind.DROPPED_DIGIT, "1,436 without the 4 is 136"),
        ("14,436 people", "1,436 people", SlipKind.DOUBLED_DIGIT, "1,436 with the 4 written twice is 14,436"),
        ("150%", "50%", SlipKind.PERCENT_MORE, "50 % more than the whole is 50 % + 100 % = 150 % of it"),
        ("0.2 per person", "5 per person", SlipKind.INVERSE, "1 ÷ 5 = 0.2"),
        ("15 days", "14 days", SlipKind.OFF_BY_ONE, "14 + 1 = 15 (both ends counted, or one not)"),
        ("in 2019", "in 2020", SlipKind.OFF_BY_ONE, "2020 − 1 = 2019 (a year early or late)"),
        ("$700", "$100 a day", SlipKind.PERIOD, "100 × 7 = 700: seven days make a week"),
        (
            "$35 a day",
            "$35 a week",
            SlipKind.PERIOD,
            "35 per week ÷ 7 = 5 per day: seven days make a week",
        ),
        ("on 5 May 2024", "on 6 May 2024", SlipKind.OFF_BY_ONE, "2024-05-06 − 1 day = 2024-05-05"),
        (
            "on 5 April 2024",
            "on 4 May 2024",
            SlipKind.TRANSPOSED,
            "2024-05-04 with day and month turned round is 2024-04-05",
        ),
        ("in 1914", "in 1941", SlipKind.TRANSPOSED, "1941 with 41 turned round is 1914"),
        ("three times as many", "twice as many", SlipKind.PERCENT_MORE, "2 more than the whole is 2 + 1 = 3 of it"),
    ],
)
def test_a_likely_slip_is_named_with_its_arithmetic(claimed: str, found: str, kind: SlipKind, arithmetic: str) -> None:
    slips = {slip.kind: slip.arithmetic for slip in compared(claimed, found).slips}
    assert slips[kind] == arithmetic


def test_percent_is_told_from_percentage_points() -> None:
    result = compared("up 5 per cent", "up 5 percentage points")
    assert result.relation is Relation.DIFFERS
    assert result.slips[0].kind is SlipKind.PERCENT_POINTS
    assert "up 5 percentage points is 25 %, up 5 per cent is 21 %" in result.slips[0].arithmetic


def test_an_honest_difference_has_no_slip() -> None:
    result = compared("40 people", "57 people")
    assert (result.relation, result.slips) == (Relation.DIFFERS, ())
    assert (result.ratio, result.difference) == (Decimal("1.425"), Decimal(17))


def test_ratio_and_difference_are_in_the_claimed_unit() -> None:
    result = compared("16 km", "5 miles")
    assert result.relation is Relation.OTHER_UNIT
    assert result.difference == Decimal("-7.95328")
    assert "5 miles is 8.04672 kilometres" in result.sentence


def test_the_sentence_reads_as_a_person_would_say_it() -> None:
    assert compared("1.4 million people", "1,436,000 people").sentence == "1,436,000 rounds to 1.4 million."
    assert compared("over 100,000 people", "106,000 people").sentence == "106,000 satisfies ‘over 100,000’."


@pytest.mark.parametrize(
    ("claimed", "found", "sentence"),
    [
        ("$5 a day", "$35 a week", "$35 per week is 5 USD per day, as the claim says."),
        ("$1,200 a year", "$100 a month", "$100 per month is 1,200 USD per year, as the claim says."),
        ("up 5%", "up 8%", "The claim says 5%, the source 8%: 3 percentage points more."),
        ("20 to 30 people", "35 people", "The claim says 20 to 30, the source 35: 5 more, or 16.7 %."),
        ("Half of voters", "49.6% of voters", "49.6% rounds to half."),
        (
            "Sales tripled.",
            "Sales rose 200%.",
            "Tripled is 300 % of the whole, or 200 % more: it agrees with 200 % more.",
        ),
        ("30 °C", "68 °F", "68 °F is 20 °C. The claim says 30 °C, the source 68 °F: 10 °C less."),
        ("He came third.", "He came fourth.", "The claim says third, the source fourth: 1 place later."),
        ("It began at 9 a.m. today.", "It began at 9 p.m. today.", "The claim says 9 a.m., the source 9 p.m."),
        ("on 5 May 2024", "on 5 June 2024", "The claim says 5 May 2024, the source 5 June 2024: 31 days later."),
        ("one in five adults", "20% of adults", "Both say one in five: the source writes 20%."),
    ],
)
def test_a_sentence_shows_the_arithmetic(claimed: str, found: str, sentence: str) -> None:
    assert compared(claimed, found).sentence == sentence


@pytest.mark.parametrize(
    ("claimed", "found"),
    [
        ("0.25 litres", "4 litres"),
        ("1 person", "2 people"),
        ("1.32 km", "12.3 km"),
        ("12 people", "312 people"),
        ("-45 °C", "54 °C"),
        ("0%", "100%"),
        ("5 km", "6 km"),
        ("0.2%", "200%"),
        ("20 to 40 people", "42 people"),
        ("aged 12", "aged 84"),
    ],
)
def test_no_slip_is_named_where_none_is_likely(claimed: str, found: str) -> None:
    assert compared(claimed, found).slips == ()


@pytest.mark.parametrize(
    ("claimed", "found", "relation", "converted"),
    [
        ("10 gallons", "45.5 litres", Relation.OTHER_UNIT, Relation.ROUNDS_TO),
        ("10 gallons", "37.9 litres", Relation.OTHER_UNIT, Relation.ROUNDS_TO),
        ("10 gallons", "60 litres", Relation.OTHER_UNIT, Relation.DIFFERS),
        ("$1,500 a month", "$18,000 a year", Relation.OTHER_UNIT, Relation.SAME),
        ("$1,500 a month", "$1,500 a year", Relation.DIFFERS, None),
        ("£12 an hour", "£96 a day", Relation.INCOMPARABLE, None),
        ("$5 per person", "$5 per household", Relation.INCOMPARABLE, None),
        ("a 1:12 scale", "1 in 12", Relation.SAME, None),
        ("11 stone 4 pounds", "71.7 kg", Relation.OTHER_UNIT, Relation.ROUNDS_TO),
    ],
)
def test_measures_and_rates_are_converted_where_that_is_sure(
    claimed: str, found: str, relation: Relation, converted: Relation | None
) -> None:
    result = compared(claimed, found)
    assert (result.relation, result.converted) == (relation, converted)
