"""Change what is known of an article, put it away, or remove it for good."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from workbench.cli.completing import complete_scale
from workbench.cli.desks import at_desk, find_scale
from workbench.cli.printing import json_option, print_json, print_result, say
from workbench.errors import UsageError

if TYPE_CHECKING:
    from workbench.model.articles import Article


@click.command(short_help="Change an article's title, outlet, author, scope or scale.")
@click.argument("article")
@click.option("--title", help="Its headline.")
@click.option("--outlet", help="Where it is to appear.")
@click.option("--author", help="Who wrote it.")
@click.option("--published", help="When it appeared or is to appear (ISO 8601).")
@click.option("--url", help="Its address.")
@click.option("--scope", help="The kinds that progress counts, with commas between them.")
@click.option("--scale", shell_complete=complete_scale, help="The verdict scale.")
@click.option("--revision", type=int, help="Refuse if the article is not at this revision any more.")
@json_option()
def edit(
    article: str, scope: str | None, scale: str | None, revision: int | None, as_json: bool, **fields: Any
) -> None:
    """Change title, outlet, author, date, address, scope or scale of ARTICLE."""
    from workbench.desk.articles import edit_article
    from workbench.settings.settings import parse_value

    given: dict[str, Any] = {name: value for name, value in fields.items() if value is not None}
    if scope is not None:
        given["scope"] = parse_value("scope", scope)
    if scale is not None:
        given["scale"] = find_scale(scale)
    if not given:
        raise UsageError("nothing to change", hint="workbench edit --help")
    with at_desk() as desk:
        changed = edit_article(desk.store, desk.article(article).id, **given, revision=revision, **desk.sign())
    print_result("", f"changed article {changed.id}: {', '.join(given)}", as_json, _to_json(changed))


@click.command()
@click.argument("article")
@json_option()
def archive(article: str, as_json: bool) -> None:
    """Put ARTICLE away; nothing is deleted."""
    from workbench.desk.articles import archive_article

    with at_desk() as desk:
        changed = archive_article(desk.store, desk.article(article).id, **desk.sign())
    print_result("", f"archived article {changed.id}: {changed.title}", as_json, _to_json(changed))


@click.command()
@click.argument("article")
@json_option()
def unarchive(article: str, as_json: bool) -> None:
    """Take ARTICLE out of the archive."""
    from workbench.desk.articles import restore_article

    with at_desk() as desk:
        changed = restore_article(desk.store, desk.article(article).id, **desk.sign())
    print_result("", f"article {changed.id} is back in the library: {changed.title}", as_json, _to_json(changed))


@click.command(short_help="Remove an article for good; this cannot be undone.")
@click.argument("article")
@click.option("--yes", is_flag=True, help="Do not ask.")
@json_option()
def purge(article: str, yes: bool, as_json: bool) -> None:
    """Remove ARTICLE for good: text, claims, sources only it cites, history. This cannot be undone."""
    from workbench.desk.articles import purge_article

    with at_desk() as desk:
        found = desk.article(article)
        if not yes:
            _confirm(found)
        purged = purge_article(desk.store, found.id, **desk.sign())
    backups = [str(path) for path in purged.backups]
    if as_json:
        sources = [str(number) for number in purged.sources]
        told = {"purged": True, "sources": sources, "backups": backups, "rewritten": purged.rewritten}
        print_json({"id": str(found.id), **told})
    else:
        say(f"removed article {found.id} for good: {found.title}")
        for path in backups:
            say(f"this backup still holds it: {path}")
    if not purged.rewritten:
        say("note: the file could not be rewritten (the disk is full, or another program reads it); pieces may be left")
        say("hint: make room, or close the other program; the next command tries it again")


@click.command(short_help="Sign the review of an article off as it stands.")
@click.argument("article")
@click.option("--note", default="", help="What the signature is given for.")
@json_option()
def sign(article: str, note: str, as_json: bool) -> None:
    """Sign the review of ARTICLE off as it stands; any later change makes the signature void."""
    from workbench.desk.signing import sign_article

    with at_desk() as desk:
        signoff = sign_article(desk.store, desk.article(article).id, note=note, **desk.sign())
    sentence = f"signed article {signoff.article_id} as {signoff.actor}"
    print_result(
        "", sentence, as_json, {"id": signoff.uid, "article": str(signoff.article_id), "sha256": signoff.sha256}
    )


def _confirm(article: Article) -> None:
    if not sys.stdin.isatty():
        raise UsageError(f"purging article {article.id} cannot be undone", hint="Say so with --yes.")
    from workbench.cli.printing import shorten

    click.confirm(f"Remove article {article.id} for good: {shorten(article.title, 60)}?", abort=True, err=True)


def _to_json(article: Article) -> dict[str, Any]:
    from workbench.formats.review_json import article_to_json

    return article_to_json(article)
