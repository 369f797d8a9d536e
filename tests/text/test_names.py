from __future__ import annotations

import pytest

from workbench.text.names import find_people


@pytest.mark.parametrize(
    ("text", "mention", "title", "name"),
    [
        ("Then UN Secretary-General António Guterres spoke.", "", "UN Secretary-General", "António Guterres"),
        ("The US Ambassador to the United Nations Linda Thomas-Greenfield said", "", "", "Linda Thomas-Greenfield"),
        ("Israel’s national security adviser Tzachi Hanegbi went", "", "Israel’s national security adviser", ""),
        ("But Maria Lindqvist, director of the Weather Institute, urged", "", "director of the Weather Institute", ""),
        ("said lead author Dr Ingrid Solheim, who", "lead author Dr Ingrid Solheim", "", "Ingrid Solheim"),
        ("told Assistant U.S. Attorney Kevin Lo that", "Assistant U.S. Attorney Kevin Lo", "", "Kevin Lo"),
        ("Counsel for the trust, Miriam Stowe KC, accepted", "Counsel for the trust, Miriam Stowe", "", "Miriam Stowe"),
        ("and Diane Swonk, chief economist at KPMG U.S., said", "Diane Swonk, chief economist at KPMG U.S.", "", ""),
        ("asked Labour’s shadow housing secretary, Amir Qureshi MP, about", "", "", "Amir Qureshi"),
        ("President Ursula von der Leyen left", "", "President", "Ursula von der Leyen"),
        ("Chief Fire Officer Alan Whitcombe spoke", "Chief Fire Officer Alan Whitcombe", "", "Alan Whitcombe"),
        ("The commissioner, Conservative Philip Harding, said", "", "", "Philip Harding"),
        ("Transport ministry official Joo Jong-wan said", "Transport ministry official Joo Jong-wan", "", ""),
        ("Prime Minister John Major left", "Prime Minister John Major", "", "John Major"),
        ("Leader of the opposition Yair Lapid left", "Leader of the opposition Yair Lapid", "", "Yair Lapid"),
        ("Bank of England governor Andrew Bailey left", "Bank of England governor Andrew Bailey", "", ""),
        ("WHO spokesperson Tarik Jašarević left", "WHO spokesperson Tarik Jašarević", "", ""),
        ("Lt. Gen. Mark Schwartz left", "Lt. Gen. Mark Schwartz", "Lt. Gen.", "Mark Schwartz"),
        ("Crown Prince Mohammed bin Salman left", "Crown Prince Mohammed bin Salman", "", "Mohammed bin Salman"),
        ("Mayor of London Sadiq Khan left", "Mayor of London Sadiq Khan", "Mayor of London", "Sadiq Khan"),
        ("Chief Justice D.Y. Chandrachud ruled", "", "Chief Justice", "D.Y. Chandrachud"),
        ("U.N. humanitarian coordinator Ann Lee left", "U.N. humanitarian coordinator Ann Lee", "", "Ann Lee"),
        ("It blocks aid. Information Minister Ann Lee left", "Information Minister Ann Lee", "", "Ann Lee"),
        ("The Ashdown head coach, Luca Ferri, was kind to the officials.", "Ashdown head coach, Luca Ferri", "", ""),
        ("The taoiseach, Niamh Brennan, left", "taoiseach, Niamh Brennan", "taoiseach", "Niamh Brennan"),
    ],
)
def test_a_mention_is_title_and_name(text: str, mention: str, title: str, name: str) -> None:
    (found,) = find_people(text).mentions
    assert mention in ("", text[found.start : found.end])
    assert title in ("", found.title)
    assert name in ("", found.name)
    assert text[found.name_start : found.name_end].split() == found.name.split()


@pytest.mark.parametrize(
    "text",
    [
        "The General Assembly met on Monday.",
        "the official Xinhua news agency said",
        "He is a member. Smith is not.",
        "Her shadow, Rupert Lisle, accused ministers of ignoring warnings.",
        "The developer, Hartwell Homes, built it.",
        "King Street and Queen Elizabeth Hospital are shut.",
        "Two ministers in London resigned.",
    ],
)
def test_bodies_and_places_are_no_people(text: str) -> None:
    assert find_people(text).mentions == []


def test_a_surname_stands_for_the_last_full_name_before_it() -> None:
    text = "Ann Smith met Bob Smith. Smith left. President Joe Biden and Regina De Dominicis spoke."
    people = find_people(text)
    assert people.full_name(12, "Smith") == "Ann Smith"
    assert people.full_name(30, "Smith") == "Bob Smith"
    assert people.full_name(30, "Mr Smith") == "Bob Smith"
    assert people.full_name(0, "Biden") == "Joe Biden"
    assert people.full_name(len(text), "De Dominicis") == "Regina De Dominicis"
    assert people.full_name(0, "Nobody") == "Nobody"


def test_two_people_side_by_side_are_two_mentions() -> None:
    text = "French President Emmanuel Macron and German Chancellor Olaf Scholz met."
    assert [text[mention.start : mention.end] for mention in find_people(text).mentions] == [
        "French President Emmanuel Macron",
        "German Chancellor Olaf Scholz",
    ]
