"""Take in a review that another machine handed over: names mapped, history kept, nothing here overwritten."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import TYPE_CHECKING, Any

from workbench import __version__
from workbench.desk.sourcing import fold_url
from workbench.errors import ConflictError, InputError
from workbench.store.rows import passage_row, signoff_row
from workbench.text.cleaning import clean
from workbench.text.words import count_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workbench.model.articles import Article, Text
    from workbench.model.reviews import Review
    from workbench.model.sources import Source
    from workbench.model.spans import Span
    from workbench.store.opening import Store
    from workbench.store.units import Unit


@dataclass(frozen=True, slots=True)
class Received:
    """What came in. `conflicts` tells, in lines for a person, what was not as it is here."""

    article: Article
    claims: int
    sources: tuple[int, ...]
    conflicts: tuple[str, ...]


def restore_review(store: Store, review: Review, *, now: str, actor: str) -> Received:
    """Store a review from another machine under numbers of this one; its UUIDs and claim numbers stay.

    A source that is here already stays as it is here. Raises ConflictError where this article is here already (what
    was done in two places is not put together), InputError where the review contradicts itself.
    """
    review = _clean(review)
    _refuse_contradictions(review)
    conflicts: list[str] = []
    with store.writing() as unit:
        present = unit.articles.with_uid(review.article.uid)
        if present is not None:
            raise ConflictError(
                f"this review is here already, as article {present.id}",
                "purge that article first if the one from the file is to take its place",
                theirs=present,
                yours=review.article,
            )
        same = unit.articles.with_text(review.text.sha256)
        if same is not None:
            conflicts.append(f"article {same.id} was made of the same file; it stays beside this one")
        sources = _take_sources(unit, review, conflicts, now=now, actor=actor)
        article = _take_article(unit, review, now)
        if not unit.events.take_in(article, review.events):
            conflicts.append("its history does not fit together and was left out")
        _take_work(unit, review, article, sources)
        label = f"took in article {article.id} from another machine, {len(review.claims)} claims"
        unit.events.record_state(article, "restore_review", label, now=now, actor=actor)
        received = unit.articles.get(article.id)
    return Received(received, len(review.claims), tuple(sorted(sources.values())), tuple(conflicts))


def _take_sources(unit: Unit, review: Review, conflicts: list[str], *, now: str, actor: str) -> dict[int, int]:
    """Add the sources that are not here; returns what each one's number there is here."""
    numbers: dict[int, int] = {}
    here = unit.sources.all()
    added = []
    for number, source in sorted(review.sources.items()):
        known = unit.sources.find(source.uid)
        if known is None:
            known = unit.sources.insert(replace(source, removed=False, revision=1))
            added.append(known)
            conflicts += _tell_alike(known, here)
        elif known.fields != source.fields:
            conflicts.append(f"source {known.id} ({known.title}) is described otherwise here; that was kept")
        if known.removed:
            unit.sources.change(known, removed=False)
        numbers[number] = known.id
    for version in sorted(review.versions.values(), key=lambda version: (version.source_id, version.number)):
        if version.source_id in numbers and unit.records.find("source_version", version.uid) is None:
            unit.sources.add_version(replace(version, source_id=numbers[version.source_id]), None)
    if unit.ledger.changes:
        label = f"took in {len(added)} sources from another machine"
        unit.events.record(None, "take_sources", label, now=now, actor=actor)
    return numbers


def _tell_alike(source: Source, here: Iterable[Source]) -> list[str]:
    address = fold_url(source.fields.url)
    alike = [one.id for one in here if address and fold_url(one.fields.url) == address]
    return [f"source {source.id} has the same address as source {number}" for number in alike]


def _take_article(unit: Unit, review: Review, now: str) -> Article:
    unit.scales.keep(review.scale)
    made = replace(
        review.article,
        scale_id=review.scale.id,
        scale_sha256=review.scale.sha256,
        touched_at=now,
        archived=False,
        revision=1,
    )
    article = unit.articles.insert(made)
    text = replace(review.text, article_id=article.id, number=1)
    unit.texts.insert(text, words=count_words(text.text), raw=None)
    unit.texts.keep_notices(text.uid, __version__ if review.notices else "", review.notices)
    return article


def _take_work(unit: Unit, review: Review, article: Article, sources: dict[int, int]) -> None:
    claims = [replace(claim, article_id=article.id) for claim in (*review.claims, *review.retired)]
    unit.claims.load(claims, review.text.uid)
    unit.articles.next_claims(article.id, max((claim.number for claim in claims), default=0))
    passages = [replace(passage, article_id=article.id) for passage in review.passages]
    unit.records.load("passage", [{**passage_row(one), "text_uid": review.text.uid} for one in passages])
    for _ in range(max((passage.number for passage in passages), default=0)):
        unit.articles.next_passage(article.id)
    for attached in review.evidence.values():
        for one in attached:
            unit.evidence.load(replace(one, source_id=sources[one.source_id]))
    signoffs = [replace(signoff, article_id=article.id) for signoff in review.signoffs]
    unit.records.load("signoff", [signoff_row(signoff) for signoff in signoffs])


def _refuse_contradictions(review: Review) -> None:
    text, scale = review.text, review.scale
    if not text.text.strip():
        raise InputError("the review holds no text", "export it with the text of the article")
    if hashlib.sha256(scale.toml.encode()).hexdigest() != scale.sha256:
        raise InputError(
            f"the scale '{scale.id}' is not what its hash says",
            hint="the file was changed after its export: export it again",
        )
    for claim in (*review.claims, *review.retired):
        if not all(_lies_in(span, text) for span in (claim.span, claim.extent, *claim.parts)):
            raise InputError(
                f"claim {claim.ref}: it leaves the text", hint="the file was changed after its export: export it again"
            )


def _lies_in(span: Span, text: Text) -> bool:
    return 0 <= span.start < span.end <= len(text.text)


def _clean(value: Any) -> Any:
    """Clean every string of a review, one character for one: this came from outside."""
    if isinstance(value, str) and type(value) is str:
        return clean(value).text
    if isinstance(value, tuple):
        return tuple(_clean(one) for one in value)
    if isinstance(value, dict):
        return {_clean(key): _clean(one) for key, one in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{field.name: _clean(getattr(value, field.name)) for field in fields(value)})
    return value
