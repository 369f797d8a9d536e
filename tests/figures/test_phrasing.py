from __future__ import annotations

from decimal import Decimal

import pytest

from tests.figures.gold_set import read_gold
from workbench.errors import UsageError
from workbench.figures import describe, find_figures
from workbench.figures.moments import write_moment
from workbench.figures.phrasing import mean_same, phrase, read_phrase
from workbench.model.figures import FigureKind, Qualifier


@pytest.mark.parametrize(
    ("iso", "words"),
    [
        ("2024-03-05", "5 March 2024"),
        ("XXXX-12-09", "9 December"),
        ("XXXX-12-09T17:30", "17:30 on 9 December"),
        ("2024-03", "March 2024"),
        ("2024", "2024"),
        ("0410", "AD 410"),
        ("-0043", "44 BC"),
        ("T05:45", "05:45"),
        ("T11:24Z", "11:24 UTC"),
        ("T20:00-05:00", "20:00 UTC-05:00"),
        ("XXXX-Q3", "Q3"),
        ("2023-Q3", "Q3 2023"),
        ("FY2024", "FY2024"),
        ("2024-13", "2024-13"),
        ("", ""),
    ],
)
def test_a_date_is_written_as_a_paper_prints_it(iso: str, words: str) -> None:
    assert write_moment(iso) == words


@pytest.mark.parametrize(
    ("article", "words"),
    [
        ("over 100,000 killed and maimed", "over 100,000 killed and maimed"),
        ("one in five patients", "1 in 5 patients"),
        ("two-thirds of the voters", "2/3 of voters"),
        ("a 52-year-old man", "52 years old"),
        ("the 22nd attempt", "22nd attempt"),
        ("the 12th night", "12th night"),
        ("fell by 50p a litre", "50p a litre"),
        ("more than two hours", "more than 2 hours"),
        ("a quarter to six", "05:45"),
        ("a 15-member council", "15 members"),
        ("12 two-bedroom flats", "12 two-bedroom flats"),
    ],
)
def test_a_figure_is_written_in_words_that_are_read_as_it(article: str, words: str) -> None:
    figure = find_figures(article)[0]
    assert phrase(figure) == words
    assert mean_same(read_phrase(words), figure)


def test_words_that_are_known_come_first_where_they_say_the_figure() -> None:
    figure = read_phrase("700 prisoners")
    assert phrase(figure, "", "seven hundred prisoners", "700 prisoners") == "seven hundred prisoners"
    assert phrase(figure, "over 700 prisoners") == "700 prisoners"


def test_words_are_read_as_one_figure() -> None:
    figure = read_phrase("over 700 prisoners")
    assert (figure.low, figure.qualifier, figure.noun) == (Decimal(700), Qualifier.OVER, "prisoners")
    assert read_phrase("32 gigabytes").kind is FigureKind.MEASUREMENT


@pytest.mark.parametrize(("words", "fault"), [("", "no figure"), ("many", "no figure"), ("5 dogs, 6 cats", "several")])
def test_what_is_not_one_figure_is_refused(words: str, fault: str) -> None:
    with pytest.raises(UsageError, match=fault):
        read_phrase(words)


def test_nearly_all_figures_of_the_gold_set_survive_their_own_words() -> None:
    figures = [figure for sentence in read_gold() for figure in find_figures(sentence.text)][::7]
    lost = []
    for figure in figures:
        try:
            same = mean_same(read_phrase(phrase(figure)), figure)
        except UsageError:
            same = False
        if not same:
            lost.append(f"{figure.text}: {phrase(figure)} for {describe(figure)}")
    assert len(figures) > 500
    assert len(lost) < len(figures) * 0.04, lost
