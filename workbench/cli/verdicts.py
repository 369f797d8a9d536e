"""Decide claims, write why, and open them again."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from workbench.cli.completing import complete_rating
from workbench.cli.desks import Desk, at_desk
from workbench.cli.printing import json_option, print_json, say
from workbench.errors import UsageError
from workbench.model.verdicts import Action

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from workbench.model.claims import Claim

# What can be said of several claims at once; an explanation or a new wording belongs to one.
_SHARED_NOTES = {"action", "rationale"}
_ACTIONS = click.Choice([action.value for action in Action])


def note_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options for what is written with a verdict; '-' reads the text from standard input."""
    for option in (
        click.option("--action", type=_ACTIONS, help="What the desk does about it."),
        click.option("--correction", help="The wording that you propose; - reads it from standard input."),
        click.option("--explanation", help="Why, for readers; - reads it from standard input."),
        click.option("--rationale", help="Why, for the desk; - reads it from standard input."),
    ):
        command = option(command)
    return command


def revision_option() -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Give a command `--revision`: it is refused when the claim has been changed since."""
    return click.option("--revision", type=int, help="Refuse if the claim is not at this revision any more.")


@click.command(short_help="Give claims a rating: workbench verdict 3.12 incorrect.")
@click.argument("claims", nargs=-1, required=True, shell_complete=complete_rating)
@click.argument("rating", shell_complete=complete_rating)
@note_options
@revision_option()
@json_option()
def verdict(claims: tuple[str, ...], rating: str, revision: int | None, as_json: bool, **notes: Any) -> None:
    """Give CLAIMS a RATING of the article's scale, for example: workbench verdict 3.12 incorrect --action fix.

    Several claims get it in one deed. `workbench keys` lists the ratings.
    """
    from workbench.desk.reviewing import decide_claim, decide_claims

    notes = _read_notes(notes)
    with at_desk() as desk:
        if len(claims) == 1:
            decided = [decide_claim(desk.store, claims[0], rating, **notes, revision=revision, **desk.sign())]
        else:
            if revision is not None or not notes.keys() <= _SHARED_NOTES:
                raise UsageError("several claims share only --action and --rationale", hint="Decide them one by one.")
            decided = list(decide_claims(desk.store, claims, rating, **notes, **desk.sign()))
        tell_claims(desk, decided, f"decided {rating}", as_json)


@click.command(short_help="Change what is written with a verdict; the rating stays.")
@click.argument("claim")
@note_options
@revision_option()
@json_option()
def annotate(claim: str, revision: int | None, as_json: bool, **notes: Any) -> None:
    """Change what is written with the verdict of CLAIM, and leave the rating as it is."""
    from workbench.desk.reviewing import edit_verdict

    notes = _read_notes(notes)
    if not notes:
        raise UsageError("nothing to change", hint="Give --rationale, --explanation, --correction or --action.")
    with at_desk() as desk:
        changed = edit_verdict(desk.store, claim, **notes, revision=revision, **desk.sign())
        tell_claims(desk, [changed], f"changed: {', '.join(notes)}", as_json)


@click.command()
@click.argument("claims", nargs=-1, required=True)
@json_option()
def reopen(claims: tuple[str, ...], as_json: bool) -> None:
    """Take the verdict or waiver off CLAIMS: they are open again."""
    from workbench.desk.reviewing import reopen_claim

    with at_desk() as desk:
        opened = [reopen_claim(desk.store, claim, **desk.sign()) for claim in claims]
        tell_claims(desk, opened, "open again", as_json)


def tell_claims(desk: Desk, claims: Sequence[Claim], what: str, as_json: bool) -> None:
    """Tell what became of claims: one as an object, several as a list under 'claims'."""
    if not as_json:
        say(f"{', '.join(claim.ref for claim in claims)}: {what}")
        return
    results = claims_to_json(desk, claims)
    print_json(results[0] if len(results) == 1 else {"claims": results})


def claims_to_json(desk: Desk, claims: Sequence[Claim]) -> list[dict[str, Any]]:
    """Return claims as `show` has them, with sentence and evidence."""
    from workbench.desk.reviewing import open_review
    from workbench.formats.review_json import claim_to_json

    reviews = {number: open_review(desk.store, number) for number in {claim.article_id for claim in claims}}
    return [
        claim_to_json(
            claim,
            text=reviews[claim.article_id].text.text,
            evidence=reviews[claim.article_id].evidence.get(claim.uid, ()),
        )
        for claim in claims
    ]


def _read_notes(notes: dict[str, str | None]) -> dict[str, Any]:
    """Keep the notes that were given, with '-' read from standard input."""
    given = {name: value for name, value in notes.items() if value is not None}
    asked = [name for name, value in given.items() if value == "-"]
    if len(asked) > 1:
        raise UsageError("only one of the texts can come from standard input", hint="give the others as words")
    for name in asked:
        given[name] = sys.stdin.read().rstrip("\n")
    return {name: Action(value) if name == "action" else value for name, value in given.items()}
