"""Waive whole passages that need no check, and take the waiver off again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from workbench.cli.claims import pick_span
from workbench.cli.desks import at_desk
from workbench.cli.printing import json_option, print_result, shorten

if TYPE_CHECKING:
    from workbench.model.claims import Passage


@click.command()
@click.argument("article")
@click.argument("start", type=int, required=False)
@click.argument("end", type=int, required=False)
@click.option("--text", "words", help="The words of the passage, instead of START and END.")
@click.option("--reason", default="", help="Why it needs no check.")
@json_option()
def waive(*, article: str, start: int | None, end: int | None, words: str | None, reason: str, as_json: bool) -> None:
    """Waive a stretch of ARTICLE: its words count as accounted for."""
    from workbench.desk.reviewing import open_review
    from workbench.desk.waiving import waive_passage

    with at_desk() as desk:
        number = desk.article(article).id
        text = open_review(desk.store, number).text.text
        span = pick_span(text, start, end, words)
        passage = waive_passage(desk.store, number, span.start, span.end, reason, **desk.sign())
    name = str(passage.number)
    sentence = f"waived passage {name} of article {number}: {shorten(text[passage.start : passage.end], 60)}"
    print_result(name, sentence, as_json, _to_json(passage))


@click.command()
@click.argument("article")
@click.argument("number", type=int)
@json_option()
def lift(article: str, number: int, as_json: bool) -> None:
    """Take the waiver off passage NUMBER of ARTICLE."""
    from workbench.desk.waiving import lift_passage

    with at_desk() as desk:
        passage = lift_passage(desk.store, desk.article(article).id, number, **desk.sign())
    print_result("", f"passage {number} counts again", as_json, _to_json(passage))


def _to_json(passage: Passage) -> dict[str, Any]:
    from workbench.formats.review_json import passage_to_json

    return {"id": str(passage.number), **passage_to_json(passage)}
