"""Attach sources to claims, change what they say there, and take them off."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from workbench.cli.desks import Desk, at_desk
from workbench.cli.printing import json_option, print_result
from workbench.cli.sources import source_id
from workbench.errors import UsageError
from workbench.model.sources import Stance

if TYPE_CHECKING:
    from collections.abc import Callable

    from workbench.model.sources import Evidence

# A person decides what that means: the kept copy may be a part, or the words were not copied as they stand.
LACKS_QUOTE = "the text that was kept does not have these words"

_STANCES = click.Choice([stance.value for stance in Stance])


def _link_options(command: Callable[..., Any]) -> Callable[..., Any]:
    command = click.option("--note", help="A note for the desk.")(command)
    command = click.option("--locator", help="Where: page, paragraph, timestamp.")(command)
    return click.option("--quote", help="What it says, word for word.")(command)


@click.command()
@click.argument("claims", nargs=-1, required=True)
@click.argument("source")
@click.option("--stance", type=_STANCES, default="supports", show_default=True, help="How it bears on the claim.")
@_link_options
@json_option()
def attach(claims: tuple[str, ...], source: str, stance: str, as_json: bool, **link: str | None) -> None:
    """Attach SOURCE to CLAIMS as evidence."""
    from workbench.desk.citing import attach_source, lacks_quote

    given = {name: value for name, value in link.items() if value is not None}
    with at_desk() as desk:
        number = source_id(source)
        pieces = attach_source(desk.store, claims, number, stance=Stance(stance), **given, **desk.sign())
        missing = f"; {LACKS_QUOTE}" if lacks_quote(desk.store, pieces[0]) else ""
    names = ", ".join(str(piece.id) for piece in pieces)
    told = f"attached source {number} to {', '.join(claims)} as evidence {names}{missing}"
    made = [_to_json(piece) for piece in pieces]
    print_result("\n".join(str(piece.id) for piece in pieces), told, as_json, made if len(made) > 1 else made[0])


@click.command()
@click.argument("evidence")
@click.argument("source", required=False)
@json_option()
def detach(evidence: str, source: str | None, as_json: bool) -> None:
    """Take EVIDENCE off its claim. It is named by its id, or by claim and source: workbench detach 3.12 7."""
    from workbench.desk.citing import detach_evidence

    with at_desk() as desk:
        number = _between(desk, evidence, source_id(source)) if source else _evidence_id(evidence)
        piece = detach_evidence(desk.store, number, **desk.sign())
    print_result("", f"took evidence {piece.id} off", as_json, {**_to_json(piece), "removed": True})


@click.command()
@click.argument("evidence")
@click.option("--stance", type=_STANCES, help="How it bears on the claim.")
@_link_options
@click.option("--revision", type=int, help="Refuse if the evidence is not at this revision any more.")
@json_option()
def edit(evidence: str, stance: str | None, revision: int | None, as_json: bool, **link: str | None) -> None:
    """Change stance, quote, locator or note of EVIDENCE."""
    from workbench.desk.citing import edit_evidence, lacks_quote

    given: dict[str, Any] = {name: value for name, value in link.items() if value is not None}
    if stance is not None:
        given["stance"] = Stance(stance)
    if not given:
        raise UsageError("nothing to change", hint="Give --stance, --quote, --locator or --note.")
    with at_desk() as desk:
        piece = edit_evidence(desk.store, _evidence_id(evidence), **given, revision=revision, **desk.sign())
        missing = f"; {LACKS_QUOTE}" if lacks_quote(desk.store, piece) else ""
    print_result("", f"changed evidence {piece.id}: {', '.join(given)}{missing}", as_json, _to_json(piece))


def _evidence_id(name: str) -> int:
    if not name.isdecimal():
        raise UsageError(f"{name!r} is no evidence", hint="Evidence is named by number; `show` lists it at its claim.")
    return int(name)


def _between(desk: Desk, claim: str, source: int) -> int:
    """Find the one piece of evidence that links the claim and the source."""
    from workbench.desk.claiming import find_claim
    from workbench.desk.reviewing import open_review

    found = find_claim(desk.store, claim)
    pieces = open_review(desk.store, found.article_id).evidence.get(found.uid, ())
    ids = [piece.id for piece in pieces if piece.source_id == source]
    if len(ids) == 1:
        return ids[0]
    if not ids:
        raise UsageError(
            f"source {source} is not attached to {claim}", hint="'workbench show ARTICLE' lists what is attached"
        )
    named = ", ".join(map(str, ids))
    raise UsageError(f"source {source} is attached to {claim} more than once", hint=f"Name the evidence: {named}.")


def _to_json(piece: Evidence) -> dict[str, Any]:
    from workbench.formats.review_json import evidence_to_json

    return evidence_to_json(piece)
