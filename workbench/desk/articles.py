"""Look after the articles of the library: list, find, describe and put away."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from workbench import __version__
from workbench.desk.marking import read_kind
from workbench.desk.recording import record_article
from workbench.desk.references import is_number, is_uid
from workbench.desk.reviewing import find_rating, notice_all
from workbench.desk.wording import clean_line
from workbench.errors import UsageError
from workbench.model.articles import ArticleRow
from workbench.store.purging import find_holders, purge, squeeze

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from workbench.model.articles import Article
    from workbench.model.verdicts import Scale
    from workbench.store.opening import Store
    from workbench.store.units import Unit


@dataclass(frozen=True, slots=True)
class Purged:
    """What a purge took away, and the files that still hold it: those are for a person to delete.

    `rewritten` is False where the disk is full or another program reads: until the database can be rewritten, which is
    tried whenever it is opened, pieces of the text may be left in it.
    """

    article_id: int
    sources: tuple[int, ...]
    backups: tuple[Path, ...]
    rewritten: bool = True


def list_articles(store: Store, *, archived: bool = False) -> list[ArticleRow]:
    """List articles with their counts, the last touched first; the archived ones instead where asked for."""
    with store.reading() as unit:
        articles = [article for article in unit.articles.all() if article.archived is archived]
        sizes = unit.articles.sizes()
        counts: dict[int, list[tuple[str, str, int]]] = defaultdict(list)
        for article_id, kind, state, count in unit.articles.claim_counts():
            counts[article_id].append((kind, state, count))
    rows = []
    for article in articles:
        words, name = sizes[article.id]
        scoped = [(state, count) for kind, state, count in counts[article.id] if kind in article.scope]
        rows.append(
            ArticleRow(
                article,
                words=words,
                claims=sum(count for _, count in scoped),
                decided=sum(count for state, count in scoped if state == "decided"),
                waived=sum(count for state, count in scoped if state == "waived"),
                file_name=name,
            )
        )
    return rows


def _hint_at(name: str) -> str:
    """Say what somebody meant who gave that name for an article."""
    number = name.partition(".")[0]
    if name.replace(".", "", 1).isdecimal() and number:
        return f"{name} is a claim's name; its article is {number}"
    if "." in name.strip(".") and " " not in name:
        return "there is no file of that name either; 'workbench list' shows the articles"
    return "'workbench list' shows the articles"


def find_article(store: Store, name: str) -> Article:
    """Find an article by its number, its UUID, or the one title that `name` is found in.

    Raises UsageError where there is none, or several titles match.
    """
    with store.reading() as unit:
        if is_number(name):
            return unit.articles.get(int(name))
        articles = unit.articles.all()
    if is_uid(name):
        found = [article for article in articles if article.uid == name]
    else:
        wanted = name.casefold().strip()
        found = [article for article in articles if wanted and wanted in article.title.casefold()]
        found = [article for article in found if article.title.casefold() == wanted] or found
    if not found:
        raise UsageError(f"there is no article '{name}'", _hint_at(name))
    if len(found) > 1:
        names = ", ".join(f"{article.id} ({article.title})" for article in found[:5])
        raise UsageError(f"'{name}' names {len(found)} articles: {names}", "name it by its number")
    return found[0]


def edit_article(
    store: Store,
    article_id: int,
    *,
    title: str | None = None,
    outlet: str | None = None,
    author: str | None = None,
    published: str | None = None,
    url: str | None = None,
    language: str | None = None,
    scope: Iterable[str] | None = None,
    scale: Scale | None = None,
    revision: int | None = None,
    now: str,
    actor: str,
) -> Article:
    """Change what is known of an article, its scope or its scale; what is None stays.

    Raises UsageError where a verdict given so far has no place in the new scale.
    """
    said = {
        "title": title,
        "outlet": outlet,
        "author": author,
        "published": published,
        "url": url,
        "language": language,
    }
    fields = _read_fields(said, scope)
    with store.writing() as unit:
        article = unit.articles.get(article_id)
        if scale is not None:
            fields |= _change_scale(unit, article, scale)
        changed = unit.articles.change(article, expected=revision, **fields)
        told = ", ".join(name for name in fields if name != "scale_sha256").replace("scale_id", "scale")
        if changed.published != article.published:
            _look_again(unit, changed)
        label = f"changed {told} of article {article_id}"
        record_article(unit, article_id, "edit_article", label, now=now, actor=actor)
        return changed


def _look_again(unit: Unit, article: Article) -> None:
    """Run the checks anew: weekdays are read by the date of the article."""
    text = unit.texts.current(article.id)
    unit.texts.keep_notices(text.uid, __version__, notice_all(text.text, text.blocks, article.published))


def archive_article(store: Store, article_id: int, *, now: str, actor: str) -> Article:
    """Put an article away; nothing of it is lost."""
    with store.writing() as unit:
        changed = unit.articles.change(unit.articles.get(article_id), archived=True)
        label = f"archived article {article_id}"
        record_article(unit, article_id, "archive_article", label, now=now, actor=actor)
        return changed


def restore_article(store: Store, article_id: int, *, now: str, actor: str) -> Article:
    """Bring an archived article back into the library."""
    with store.writing() as unit:
        changed = unit.articles.change(unit.articles.get(article_id), archived=False)
        label = f"brought back article {article_id}"
        record_article(unit, article_id, "restore_article", label, now=now, actor=actor)
        return changed


def purge_article(store: Store, article_id: int, *, now: str, actor: str) -> Purged:
    """Remove an article with its texts, bytes, claims, history and the sources that it alone cites. No undo.

    The library's history keeps that an article of this number was purged, when and by whom, and nothing of what it
    said. Backups are named, not touched.
    """
    with store.writing() as unit:
        article = unit.articles.get(article_id)
        sources = purge(unit, article)
        label = f"purged article {article_id}"
        unit.events.record(None, "purge_article", label, now=now, actor=actor, subject=str(article_id))
    rewritten = squeeze(store)
    return Purged(article_id, tuple(sources), tuple(find_holders(store.path, article.uid)), rewritten)


def _read_fields(said: dict[str, str | None], scope: Iterable[str] | None) -> dict[str, Any]:
    fields: dict[str, Any] = {name: clean_line(text, name) for name, text in said.items() if text is not None}
    if fields.get("title") == "":
        raise UsageError("an article needs a title", hint="give it the headline, or the name of the file")
    if scope is not None:
        fields["scope"] = _read_scope(scope)
    return fields


def _read_scope(scope: Iterable[str]) -> tuple[str, ...]:
    wanted = tuple(dict.fromkeys(read_kind(kind) for kind in scope))
    if not wanted:
        raise UsageError("a scope needs at least one kind of claim", hint="name one or more, with commas: figure,quote")
    return wanted


def _change_scale(unit: Unit, article: Article, scale: Scale) -> dict[str, str]:
    """Let the verdicts given so far be of another scale; return what the article then says of it."""
    unit.scales.keep(scale)
    for claim in unit.claims.of_article(article.id):
        if claim.verdict is None:
            continue
        try:
            find_rating(scale, claim.verdict.rating_id)
        except UsageError as error:
            raise UsageError(
                f"claim {claim.ref} is rated '{claim.verdict.rating_id}', which the scale '{scale.id}' does not have",
                f"reopen it first; {error.hint}",
            ) from None
        unit.claims.change(claim, verdict=replace(claim.verdict, scale_id=scale.id))
    return {"scale_id": scale.id, "scale_sha256": scale.sha256}
