"""See what there is: the library, an article, its claims, how far its review has come."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from workbench.cli.desks import at_desk
from workbench.cli.paths import is_there
from workbench.cli.printing import count, fit, json_option, moment, one_line, print_json, print_table, print_text, say
from workbench.errors import UsageError
from workbench.text.phrases import in_quotes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.model.articles import ArticleRow
    from workbench.model.claims import Candidate, Claim
    from workbench.model.reviews import Review


@click.command("list")
@click.option("--archived", is_flag=True, help="The archived articles instead.")
@json_option()
def list_library(archived: bool, as_json: bool) -> None:
    """List the articles of the library, the last touched first."""
    from workbench.desk.articles import list_articles

    with at_desk() as desk:
        rows = list_articles(desk.store, archived=archived)
    if as_json:
        print_json({"articles": [_row_to_json(row) for row in rows]})
    elif not rows and archived:
        say("No article is archived.")
    elif not rows:
        say("The library is empty. Import an article: workbench import FILE; or try the sample: workbench sample")
    else:
        columns = ("id", "title", "outlet", "words", "settled", "touched")
        print_table(columns, (_row_to_cells(row) for row in rows))


@click.command()
@click.argument("article")
@click.option("--text", "as_text", is_flag=True, help="Print the cleaned text exactly, and nothing else.")
@json_option()
def show(article: str, as_text: bool, as_json: bool) -> None:
    """Show an article with its claims, verdicts and evidence."""
    review = open_review_of(article)
    if as_text:
        # Exactly the stored text: offsets are counted in it, so not even a line end is added.
        click.echo(review.text.text, nl=False)
    elif as_json:
        from workbench.formats.review_json import review_to_json

        print_json(review_to_json(review))
    else:
        _print_head(review)
        print_claims(review, review.claims)
        _print_evidence(review)


@click.command(short_help="List the claims of an article, or of a file as it is.")
@click.argument("article")
@click.option("--kind", "kinds", multiple=True, help="Only claims of this kind; may be given several times.")
@click.option("--state", type=click.Choice(["open", "decided", "waived"]), help="Only claims in this state.")
@click.option("--scope", "scoped", is_flag=True, help="Only claims that progress counts.")
@json_option()
def claims(article: str, kinds: tuple[str, ...], state: str | None, scoped: bool, as_json: bool) -> None:
    """List the claims of ARTICLE: an article's id or title, or a file, which is only read and not stored."""
    if is_file_name(article):
        _print_detected(Path(article), kinds, as_json)
        return
    review = open_review_of(article)
    chosen = [
        claim
        for claim in review.claims
        if (not kinds or claim.kind in kinds)
        and (state is None or claim.state == state)
        and (not scoped or review.in_scope(claim))
    ]
    print_claims(review, chosen, as_json=as_json)


def open_review_of(article: str) -> Review:
    """Read the whole review of the article of that name."""
    from workbench.desk.reviewing import open_review

    with at_desk() as desk:
        return open_review(desk.store, desk.article(article).id)


def is_file_name(name: str) -> bool:
    """Say whether a name given for an article means a file: digits never do, a path that exists or looks like one does.

    Raises UsageError for a path where nothing is.
    """
    if name.isdecimal():
        return False
    if not name.strip():
        raise UsageError("the name of the article is empty", hint="Articles are named by id or title: workbench list")
    if is_there(name):
        return True
    if Path(name).suffix and ("/" in name or "\\" in name):
        raise UsageError(f"there is no file {name}", hint="Articles are named by id or title: workbench list")
    return False


def print_claims(review: Review, chosen: Sequence[Claim], *, as_json: bool = False) -> None:
    """Print claims as JSON, or as a table: name, state, verdict, kind, words, speaker."""
    if as_json:
        from workbench.formats.review_json import review_to_json

        names = {claim.ref for claim in chosen}
        document = review_to_json(review)
        document["claims"] = [claim for claim in document["claims"] if claim["id"] in names]
        print_json({key: document[key] for key in ("schema", "article", "claims")})
        return
    columns = ("claim", "state", "verdict", "kind", "text", "speaker")
    print_table(columns, (_claim_to_cells(review, claim) for claim in chosen))


def _claim_to_cells(review: Review, claim: Claim) -> tuple[str, ...]:
    verdict = ""
    if claim.verdict:
        rating = review.scale.rating(claim.verdict.rating_id)
        verdict = f"{rating.glyph} {rating.label}" if rating else claim.verdict.rating_id
    flag = " ⚑" if claim.flagged else ""
    return (claim.ref, claim.state + flag, verdict, claim.kind, fit(claim.wording or claim.text), claim.speaker or "")


def _print_detected(path: Path, kinds: tuple[str, ...], as_json: bool) -> None:
    from workbench.kinds import find_claims
    from workbench.readers import read_file

    document = read_file(path)
    found: list[Candidate] = [
        claim for claim in find_claims(document.text, document.blocks) if not kinds or claim.kind in kinds
    ]
    if as_json:
        from workbench.formats.review_json import detected_to_json

        print_json(detected_to_json(document, found))
        return
    rows = ((claim.start, claim.end, claim.kind, fit(claim.text), claim.speaker or "") for claim in found)
    print_table(("start", "end", "kind", "text", "speaker"), rows)


def _print_head(review: Review) -> None:
    article, progress = review.article, review.progress
    print_text(f"{article.id}  {one_line(article.title)}")
    about = [part for part in (article.outlet, article.author, article.published, article.url) if part]
    if about:
        print_text(" · ".join(about))
    print_text(f"{review.text.name} · {review.text.media_type} · {review.text.encoding} · SHA-256 {review.text.sha256}")
    print_text(
        f"{count(progress.claims, 'claim')} in scope: {progress.decided} decided, {progress.open} open, "
        f"{progress.waived} waived; {progress.accounted} of {count(progress.words, 'word')} accounted for"
    )
    for notice in review.notices:
        print_text(f"! {notice.message}")
    print_text("")


def _print_evidence(review: Review) -> None:
    from workbench.evidence import compare_quote

    for claim in review.claims:
        verdict, pieces = claim.verdict, review.evidence.get(claim.uid, ())
        if not (pieces or claim.question or (verdict and (verdict.rationale or verdict.correction))):
            continue
        print_text(f"\n{claim.ref}  {fit(claim.wording or claim.text)}")
        notes: list[tuple[str, Any]] = [("question", claim.question)]
        if verdict:
            notes += [(name, getattr(verdict, name)) for name in ("action", "rationale", "explanation", "correction")]
        for name, value in notes:
            if value and value != "none":
                print_text(f"    {name}: {value}")
        for piece in pieces:
            source = review.sources[piece.source_id]
            place = f", {piece.locator}" if piece.locator else ""
            quote = f": {in_quotes(piece.quote)}" if piece.quote else ""
            print_text(f"    evidence {piece.id}: {piece.stance} · S{source.id} {source.title}{place}{quote}")
            for sentence in compare_quote(claim.figure, piece.quote):
                print_text(f"        {sentence}")


def _row_to_cells(row: ArticleRow) -> tuple[object, ...]:
    article = row.article
    title = fit(article.title) + (" (archived)" if article.archived else "")
    settled = f"{row.claims - row.open} of {row.claims}"
    return (article.id, title, article.outlet, row.words, settled, moment(article.touched_at))


def _row_to_json(row: ArticleRow) -> dict[str, Any]:
    from workbench.formats.review_json import article_to_json

    counts = {name: getattr(row, name) for name in ("words", "claims", "open", "decided", "waived")}
    return {**article_to_json(row.article), **counts}
