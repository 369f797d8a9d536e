from __future__ import annotations

from decimal import Decimal

import pytest

from workbench.figures import describe, find_figures
from workbench.model.figures import Figure, Qualifier


def only(text: str) -> Figure:
    (figure,) = find_figures(text)
    return figure


@pytest.mark.parametrize(
    ("text", "nouns"),
    [
        ("The release of around 700 Palestinian prisoners was agreed.", ["Palestinian prisoners"]),
        ("Two of his top advisers stayed at home.", ["top advisers"]),
        ("The other 14 members of the 15-strong council voted.", ["members", None]),
        ("A ten-point plan won over 49 MPs and 300 Japanese.", ["point", "MPs", "Japanese"]),
        ("They freed 700 prisoners, among them 100 serving life sentences.", ["prisoners", None]),
        ("A loan at 4.5% costs £1,112 a month.", [None, None]),
        ("One asylum hotel had cost more than one league goal.", ["asylum hotel", "league goal"]),
        ("A crowd of 49,587 saw it.", [None]),
        ("At minus 47, nine points worse, they are 17th, three points up.", [None, "points", None, "points"]),
        ("About 1.6 million people ages 13 and older voted.", ["people", None]),
        ("One US official said so.", ["US official"]),
        ("Over 100,000 killed and maimed, he said.", ["killed and maimed"]),
        ("Hundreds of angry protesters marched.", ["angry protesters"]),
        ("They saw two, three or four dogs.", ["dogs", "dogs", "dogs"]),
        ("About 60% of the voters stayed away.", ["voters"]),
        ("There were 40 deaths a day.", ["deaths"]),
        ("It was over by 12.", [None]),
        ("It cut 7 per cent of its workforce and a quarter of its fleet.", ["workforce", "fleet"]),
        (
            "The 43rd Parliament passed 75 bills; the 80th anniversary drew 25 guests.",
            ["Parliament", "bills", "anniversary", "guests"],
        ),
        ("They were one seat short, one person dead.", ["seat", "person"]),
        ("More than double the 50,000 economists had forecast.", [None, None]),
        ("He lost half of its bottom 5%.", [None, None]),
        (
            "Three AK-47 rifles, 27 crew members and two great-grandchildren.",
            ["AK-47 rifles", None, "crew members", "great-grandchildren"],
        ),
        ("A queue of 40 people forms outside eight 31-storey towers.", ["people", "31-storey towers", "storey"]),
    ],
)
def test_what_is_counted_is_read_as_written(text: str, nouns: list[str | None]) -> None:
    assert [figure.noun for figure in find_figures(text)] == nouns


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("1.4 million people", "1350000", "1450000"),
        ("1,400,000 people", "1350000", "1450000"),
        ("about 40 people", "35", "45"),
        ("nearly 700 people", "650", "700"),
        ("2.50 metres", "2.495", "2.505"),
        ("34.2%", "34.15", "34.25"),
        ("1,436 people", "1435.5", "1436.5"),
    ],
)
def test_the_wording_implies_a_rounding_interval(text: str, low: str, high: str) -> None:
    assert only(text).precision == (Decimal(low), Decimal(high))


@pytest.mark.parametrize(
    "text", ["40 people", "exactly 1,400 people", "two-thirds", "won 2-1", "20 to 30 people", "aged 40"]
)
def test_exact_figures_and_ranges_imply_no_interval(text: str) -> None:
    assert only(text).precision is None


@pytest.mark.parametrize(
    ("text", "qualifier", "words"),
    [
        ("They freed some 700 men", Qualifier.ABOUT, "some"),
        ("They freed as many as 300 men", Qualifier.UP_TO, "as many as"),
        ("They freed no fewer than 6 men", Qualifier.AT_LEAST, "no fewer than"),
        ("They freed 20 or more men", Qualifier.AT_LEAST, "or more"),
        ("They freed 700+ men", Qualifier.AT_LEAST, "+"),
        ("They freed between 20 and 30 men", Qualifier.BETWEEN, "between"),
        ("They freed 20 men or so", Qualifier.ABOUT, "or so"),
        ("They waited three weeks or more", Qualifier.AT_LEAST, "or more"),
        ("They freed exactly 12 men", Qualifier.EXACT, "exactly"),
    ],
)
def test_a_qualifier_has_its_own_span(text: str, qualifier: Qualifier, words: str) -> None:
    figure = only(text)
    assert figure.qualifier is qualifier
    assert text[figure.qualifier_start : figure.qualifier_end] == words


@pytest.mark.parametrize(
    ("text", "per"),
    [
        ("He earns £20 an hour", "hour"),
        ("40 deaths a day", "day"),
        ("2 million barrels a day", "day"),
        ("$5 per person", "person"),
        ("$4.82 a dozen", "dozen"),
    ],
)
def test_what_a_figure_is_a_rate_over(text: str, per: str) -> None:
    assert find_figures(text)[0].per == per


def test_a_sentence_dates_its_own_figures_only() -> None:
    figures = find_figures("As of 3 March 2024, 700 people were held in 12 camps. Later 5 left.")
    assert [(figure.text, figure.as_of) for figure in figures] == [
        ("3 March 2024", None),
        ("700", "2024-03-03"),
        ("12", "2024-03-03"),
        ("5", None),
    ]


def test_as_of_ends_with_its_sentence() -> None:
    figures = find_figures("As of 0930 GMT it stood at 7,512. As of 3 March 2024, 700 were held.")
    assert [figure.as_of for figure in figures] == [None, "T09:30Z", None, "2024-03-03"]


def test_a_fraction_keeps_its_parts_where_it_is_not_finite() -> None:
    assert only("two-thirds of voters").fraction == (2, 3)
    assert only("three quarters of voters").fraction is None
    assert only("14 of the 15 members").parts == (Decimal(14), Decimal(15))


def test_a_figure_may_cross_a_line_end_but_not_a_paragraph() -> None:
    assert only("some 1.4\nmillion people").low == Decimal(1_400_000)
    assert [figure.low for figure in find_figures("It rose to 12\n\nMillions fled")] == [
        Decimal(12),
        Decimal(1_000_000),
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("20 to 30 per cent", "20 to 30 % · percent · "),
        ("about £3m a year", "about 3,000,000 GBP · money · per year · stands for 2,500,000 to 3,500,000"),
        ("six months", "6 months · duration · stands for 5.5 to 6.5"),
        ("won 2-1", "2-1 · score"),
        ("3.2 percentage points", "3.2 percentage points · percentage points · stands for 3.15 to 3.25"),
        ("up to 40 hostages", "up to 40 · count of hostages · open below"),
        ("one in five adults", "1 in 5 · ratio of adults"),
        ("14 of the 15 members", "14 of 15 · ratio of members"),
        ("outnumbered by three to one", "3 to 1 · ratio"),
        ("two-thirds", "2/3 · ratio"),
        ("a 28-point plan", "28 · count of points"),
        ("a two-child cap", "2 · count of children"),
        ("snow north of I-90", "I-90 · identifier"),
    ],
)
def test_the_card_reads_in_plain_words(text: str, words: str) -> None:
    assert describe(only(text)) == words.removesuffix(" · ")


def test_a_moment_is_no_rate() -> None:
    [loss, day] = find_figures("It fell from $310 million a year earlier to $40 a day on average.")
    assert (loss.per, day.per) == (None, "day")


def test_a_softened_number_counts_what_follows() -> None:
    assert [figure.noun for figure in find_figures("We had 20-odd calls and 30-plus members came.")] == [
        "calls",
        "members",
    ]
