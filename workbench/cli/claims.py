"""Add, change, split, merge, waive and flag claims, and ask the author about them."""

from __future__ import annotations

from typing import Any

import click

from workbench.cli.desks import at_desk
from workbench.cli.printing import json_option, print_json, print_name, say
from workbench.cli.verdicts import claims_to_json, revision_option, tell_claims
from workbench.errors import UsageError
from workbench.model.spans import Span


@click.command(short_help="Make a claim of a stretch of an article.")
@click.argument("article")
@click.argument("start", type=int, required=False)
@click.argument("end", type=int, required=False)
@click.option("--text", "words", help="The words to mark, instead of START and END; they must be there just once.")
@click.option("--kind", help="The kind of claim. [default: found from the words]")
@click.option("--speaker", help="Who says it in the article. [default: found from the text]")
@click.option("--wording", help="A short form that stands alone, for reports.")
@json_option()
def add(article: str, start: int | None, end: int | None, words: str | None, as_json: bool, **fields: Any) -> None:
    """Make a claim of a stretch of ARTICLE: offsets START and END, or its words in --text."""
    from workbench.desk.claiming import add_claim
    from workbench.desk.reviewing import open_review

    with at_desk() as desk:
        number = desk.article(article).id
        span = pick_span(open_review(desk.store, number).text.text, start, end, words)
        claim = add_claim(desk.store, number, span.start, span.end, **_given(fields), **desk.sign())
        if as_json:
            print_json(claims_to_json(desk, [claim])[0])
            return
    print_name(claim.ref)
    say(f"added {claim.ref}: {claim.text}")


@click.command()
@click.argument("claim")
@click.option("--start", type=int, help="Where the mark begins.")
@click.option("--end", type=int, help="Where the mark ends, exclusive.")
@click.option("--extent", metavar="START:END", help="The sentence or stretch that it accounts for.")
@click.option("--kind", help="The kind of claim.")
@click.option("--speaker", help="Who says it in the article; '' for the article itself.")
@click.option("--wording", help="A short form that stands alone, for reports.")
@click.option("--figure", metavar="WORDS", help="What its figure means, as in 'over 700 prisoners'.")
@revision_option()
@json_option()
def edit(claim: str, extent: str | None, revision: int | None, as_json: bool, **fields: Any) -> None:
    """Change the bounds, kind, speaker, wording or figure of CLAIM."""
    from workbench.desk.claiming import edit_claim

    given = _given(fields)
    if extent is not None:
        given["extent"] = _parse_extent(extent)
    if not given:
        raise UsageError(
            "nothing to change", hint="Give --start, --end, --extent, --kind, --speaker, --wording or --figure."
        )
    with at_desk() as desk:
        changed = edit_claim(desk.store, claim, **given, revision=revision, **desk.sign())
        tell_claims(desk, [changed], f"changed: {', '.join(given)}", as_json)


@click.command(short_help="Split a claim in two; both halves get new numbers.")
@click.argument("claim")
@click.argument("at", type=int, required=False)
@click.option("--before", "words", help="The words before which to split, instead of the offset AT.")
@json_option()
def split(claim: str, at: int | None, words: str | None, as_json: bool) -> None:
    """Split CLAIM in two at the offset AT; both halves get new numbers."""
    from workbench.desk.claiming import find_claim, split_claim

    if (at is None) == (words is None):
        raise UsageError("say where to split", hint="Give the offset in the article, or --before WORDS.")
    with at_desk() as desk:
        if words is not None:
            found = find_claim(desk.store, claim)
            at = found.start + pick_span(found.text, None, None, words).start
        assert at is not None
        halves = split_claim(desk.store, claim, at, **desk.sign())
        _tell_new(claims_to_json(desk, halves) if as_json else None, [half.ref for half in halves], f"split {claim}")


@click.command()
@click.argument("claims", nargs=-1, required=True)
@json_option()
def merge(claims: tuple[str, ...], as_json: bool) -> None:
    """Make one claim of CLAIMS; it gets a new number."""
    from workbench.desk.claiming import merge_claims

    with at_desk() as desk:
        merged = merge_claims(desk.store, list(claims), **desk.sign())
        _tell_new(claims_to_json(desk, [merged]) if as_json else None, [merged.ref], f"merged {', '.join(claims)}")


@click.command()
@click.argument("claims", nargs=-1, required=True)
@revision_option()
@json_option()
def waive(claims: tuple[str, ...], revision: int | None, as_json: bool) -> None:
    """Waive CLAIMS: there is nothing to check in them."""
    from workbench.desk.waiving import waive_claim, waive_claims

    with at_desk() as desk:
        if len(claims) == 1:
            waived = [waive_claim(desk.store, claims[0], revision=revision, **desk.sign())]
        else:
            waived = list(waive_claims(desk.store, list(claims), **desk.sign()))
        tell_claims(desk, waived, "waived", as_json)


@click.command()
@click.argument("claims", nargs=-1, required=True)
@click.option("--off", is_flag=True, help="Take the flag off.")
@json_option()
def flag(claims: tuple[str, ...], off: bool, as_json: bool) -> None:
    """Put a flag on CLAIMS."""
    from workbench.desk.reviewing import flag_claim

    with at_desk() as desk:
        flagged = [flag_claim(desk.store, claim, not off, **desk.sign()) for claim in claims]
        tell_claims(desk, flagged, "flag taken off" if off else "flagged", as_json)


@click.command(short_help="Write a question to the author about a claim.")
@click.argument("claim")
@click.argument("question")
@revision_option()
@json_option()
def question(claim: str, question: str, revision: int | None, as_json: bool) -> None:
    """Write a QUESTION to the author about CLAIM; '' takes it back."""
    from workbench.desk.reviewing import ask_author

    with at_desk() as desk:
        asked = ask_author(desk.store, claim, question, revision=revision, **desk.sign())
        tell_claims(desk, [asked], "question noted" if question else "question taken back", as_json)


def pick_span(text: str, start: int | None, end: int | None, words: str | None) -> Span:
    """Return the stretch that offsets or words name; UsageError where it is not in the text just once."""
    if words is None:
        if start is None or end is None:
            raise UsageError("say which stretch", hint="Give START and END, or --text WORDS.")
        if not 0 <= start < end <= len(text):
            raise UsageError(
                f"{start} to {end} is no stretch of a text of {len(text)} characters",
                hint="'workbench show ARTICLE --text' prints the text that offsets count in",
            )
        return Span(start, end)
    found = text.find(words) if words else -1
    if found < 0:
        raise UsageError(
            f"these words are not in the text: {words!r}", hint="'workbench show ARTICLE --text' prints the text"
        )
    again = text.find(words, found + 1)
    if again >= 0:
        raise UsageError(
            f"these words are in the text more than once, at {found} and at {again}", hint="Give START and END instead."
        )
    return Span(found, found + len(words))


def _given(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value is not None}


def _parse_extent(text: str) -> Span:
    start, _, end = text.partition(":")
    if not (start.isdecimal() and end.isdecimal() and int(start) < int(end)):
        raise UsageError(f"{text!r} is no stretch", hint="Write two offsets with a colon: 120:180")
    return Span(int(start), int(end))


def _tell_new(results: list[dict[str, Any]] | None, names: list[str], what: str) -> None:
    if results is not None:
        print_json(results[0] if len(results) == 1 else {"claims": results})
        return
    for name in names:
        print_name(name)
    say(f"{what} into {' and '.join(names)}")
