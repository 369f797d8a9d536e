"""Say how far a review has come, and whether it may pass before publication."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import click

from workbench.cli.printing import count, json_option, print_json, print_text, say
from workbench.cli.reading import open_review_of
from workbench.errors import ExitCode, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable

    from workbench.model.reviews import Review


def gate_option() -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Give a command `--fail-on`; it arrives as `gates`, for `pass_gates`."""
    text = "Exit with 1 where the review is not fit: any of open, fail, unsigned, unaccounted, with commas."
    return click.option("--fail-on", "gates", metavar="GATES", default="", help=text)


@click.command(short_help="Say how far the review of an article has come.")
@click.argument("article")
@gate_option()
@json_option()
def status(article: str, gates: str, as_json: bool) -> int:
    """Say how far the review of an article has come: claims by state and rating, words accounted for."""
    wanted = read_gates(gates)
    review = open_review_of(article)
    if as_json:
        print_json(_to_json(review))
    else:
        _print(review)
    return pass_gates(review, wanted)


def read_gates(gates: str) -> list[str]:
    """Read the names of gates; UsageError where there is no such gate."""
    from workbench.formats.gates import GATES

    wanted = [gate.strip() for gate in gates.split(",") if gate.strip()]
    unknown = next((gate for gate in wanted if gate not in GATES), None)
    if unknown is not None:
        raise UsageError(f"there is no gate {unknown!r}", hint=f"Gates: {', '.join(GATES)}.")
    return wanted


def pass_gates(review: Review, wanted: list[str]) -> int:
    """Tell what hinders the review at the gates, and return the exit code."""
    from workbench.formats.gates import find_hindrances

    hindrances = find_hindrances(review, wanted)
    for sentence in hindrances:
        say(f"not fit: {sentence}")
    return ExitCode.FINDINGS if hindrances else ExitCode.OK


def _to_json(review: Review) -> dict[str, Any]:
    from workbench.formats.gates import GATES, find_hindrances
    from workbench.formats.review_json import progress_to_json
    from workbench.formats.signing import is_signed

    return {
        "id": str(review.article.id),
        **progress_to_json(review.progress),
        "signed": is_signed(review),
        "ratings": dict(sorted(_count_ratings(review).items())),
        "hindrances": {gate: find_hindrances(review, [gate]) for gate in GATES},
    }


def _print(review: Review) -> None:
    from workbench.formats.signing import judge_signoffs
    from workbench.reports.memo import Memo
    from workbench.reports.report import Options

    progress, ratings = review.progress, _count_ratings(review)
    states = f"{progress.decided} decided, {progress.open} open, {progress.waived} waived"
    print_text(f"{count(progress.claims, 'claim')}: {states}")
    print_text(f"{progress.accounted} of {count(progress.words, 'word')} accounted for")
    for rating in review.scale.ratings:
        if ratings[rating.id]:
            print_text(f"{rating.glyph} {rating.label}: {ratings[rating.id]}")
    print_text(Memo(judge_signoffs(review), Options()).signed)


def _count_ratings(review: Review) -> Counter[str]:
    return Counter(claim.verdict.rating_id for claim in review.claims if claim.verdict and review.in_scope(claim))
