"""Build the model's things from their JSON, one function for each."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from workbench.errors import InputError
from workbench.figures import figure_from_json
from workbench.model.articles import Article, Text
from workbench.model.claims import Claim, ClaimState, Origin, Passage, WaiveReason
from workbench.model.events import Change, Event
from workbench.model.signoff import SignOff
from workbench.model.sources import Evidence, Source, SourceFields, SourceType, SourceVersion, Stance
from workbench.model.spans import Block
from workbench.model.verdicts import Action, Outcome, Rating, Scale, Verdict

if TYPE_CHECKING:
    from workbench.formats.json_nodes import Node
    from workbench.model.figures import Figure


def read_article(node: Node) -> Article:
    """Read an article; one that was never stored has no name and is refused."""
    if node.at("id").value is None:
        raise InputError(
            "these claims were only detected, not reviewed",
            "Import the article itself; only an export of a review can be restored.",
        )
    return Article(
        id=node.name("id"),
        uid=node.text("uid"),
        title=node.text("title"),
        outlet=node.text("outlet"),
        author=node.text("author"),
        published=node.text("published"),
        url=node.text("url"),
        language=node.text("language"),
        scale_id=node.text("scale"),
        scale_sha256=node.text("scale_sha256"),
        scope=tuple(_words(node, "scope")),
        created_at=node.text("created_at"),
        touched_at=node.text("touched_at"),
        archived=node.truth("archived"),
        revision=node.whole("revision"),
    )


def read_text(node: Node) -> Text:
    """Read the article's text with the blocks and the file it came from."""
    file, text = node.at("file"), node.text("text", None)
    losses = file.at("losses", {})
    blocks = tuple(_read_block(child, len(text)) for child in node.each("blocks"))
    return Text(
        uid=node.text("text_uid"),
        article_id=node.name("id"),
        number=node.whole("text_number"),
        name=file.text("name"),
        media_type=file.text("media_type"),
        encoding=file.text("encoding"),
        sha256=file.text("sha256", None),
        text=text,
        blocks=blocks,
        losses=tuple((name, losses.whole(name)) for name in losses.value),
        imported_at=node.text("imported_at"),
    )


def _read_block(node: Node, size: int) -> Block:
    start, end = node.whole("start"), node.whole("end")
    if not start <= end <= size:
        raise node.refuse("a stretch of the text")
    return Block(start, end, node.text("kind"), node.whole("line"), node.text("locator"))


def _words(node: Node, key: str) -> list[str]:
    words = [child.value for child in node.each(key)]
    if not all(isinstance(word, str) for word in words):
        raise node.at(key).refuse("a list of words")
    return words


def read_claim(node: Node, text: Text) -> Claim:
    """Read a claim; its mark must be the very characters that stand at its place in the text."""
    ref = node.text("id", None)
    number = ref.rpartition(".")[2]
    if not (number.isascii() and number.isdigit()):
        raise node.at("id").refuse("a claim's name")
    start, end = node.whole("start"), node.whole("end")
    if text.text[start:end] != node.text("text") or start >= end:
        raise node.refuse(f"the article's own characters from {start} to {end}")
    extent = node.at("extent").span()
    if extent.end > len(text.text):
        raise node.at("extent").refuse("a stretch of the text")
    reason = node.at("waive_reason", None)
    return Claim(
        uid=node.text("uid", None),
        article_id=text.article_id,
        number=int(number),
        kind=node.text("kind"),
        start=start,
        end=end,
        text=node.text("text"),
        extent=extent,
        parts=tuple(child.span() for child in node.each("parts")),
        speaker=node.text_or_none("speaker"),
        wording=node.text("wording"),
        figure=_read_figure(node.at("figure", None)),
        origin=node.member("origin", Origin),
        state=node.member("state", ClaimState),
        waive_reason=None if reason.value is None else node.member("waive_reason", WaiveReason),
        verdict=_read_verdict(node),
        question=node.text("question"),
        flagged=node.truth("flagged"),
        revision=node.whole("revision"),
    )


def _read_figure(node: Node) -> Figure | None:
    if node.value is None:
        return None
    try:
        return figure_from_json(node.value)
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
        raise node.refuse("a figure") from None


def _read_verdict(node: Node) -> Verdict | None:
    rating = node.text_or_none("rating")
    if rating is None:
        return None
    return Verdict(
        scale_id=node.text("scale"),
        rating_id=rating,
        action=node.member("action", Action),
        rationale=node.text("rationale"),
        explanation=node.text("explanation"),
        correction=node.text("correction"),
        decided_at=node.text("decided_at"),
        decided_by=node.text("decided_by"),
    )


def read_evidence(node: Node, claim_uid: str) -> Evidence:
    """Read one piece of evidence of the claim."""
    return Evidence(
        id=node.name("id"),
        uid=node.text("uid", None),
        claim_uid=claim_uid,
        source_id=node.name("source"),
        stance=node.member("stance", Stance),
        quote=node.text("quote"),
        locator=node.text("locator"),
        note=node.text("note"),
        version_uid=node.text_or_none("version"),
        revision=node.whole("revision"),
    )


def read_source(node: Node) -> Source:
    """Read a source without its versions."""
    texts = {
        field.name: node.text(field.name)
        for field in fields(SourceFields)
        if field.name not in {"type", "confidential"}
    }
    return Source(
        id=node.name("id"),
        uid=node.text("uid", None),
        fields=SourceFields(**texts, type=node.member("type", SourceType), confidential=node.truth("confidential")),
        created_at=node.text("created_at"),
        removed=node.truth("removed"),
        revision=node.whole("revision"),
    )


def read_versions(node: Node) -> list[SourceVersion]:
    """Read the versions that a source carries."""
    return [
        SourceVersion(
            uid=child.text("uid", None),
            source_id=node.name("id"),
            number=child.whole("number"),
            name=child.text("name"),
            media_type=child.text("media_type"),
            sha256=child.text("sha256"),
            fetched_at=child.text("fetched_at"),
        )
        for child in node.each("versions")
    ]


def read_passage(node: Node, text: Text) -> Passage:
    """Read a waived passage of the text."""
    start, end = node.whole("start"), node.whole("end")
    if not start < end <= len(text.text):
        raise node.refuse("a stretch of the text")
    uid, number, reason = node.text("uid", None), node.whole("number"), node.text("reason")
    return Passage(uid, text.article_id, number, start, end, reason, node.truth("removed"), node.whole("revision"))


def read_scale(node: Node) -> Scale:
    """Read a scale with its ratings."""
    return Scale(
        id=node.text("id"),
        title=node.text("title"),
        description=node.text("description"),
        ratings=tuple(_read_rating(child) for child in node.each("ratings")),
        sha256=node.text("sha256"),
        toml=node.text("toml"),
        best=node.real("best"),
        worst=node.real("worst"),
    )


def _read_rating(node: Node) -> Rating:
    return Rating(
        id=node.text("id", None),
        label=node.text("label"),
        description=node.text("description"),
        outcome=node.member("outcome", Outcome),
        key=node.text("key"),
        letter=node.text("letter"),
        glyph=node.text("glyph"),
        needs_evidence=node.truth("needs_evidence"),
        value=node.real("value"),
    )


def read_signoff(node: Node, article_id: int) -> SignOff:
    """Read a signature."""
    at, actor, note = node.text("at"), node.text("actor"), node.text("note")
    return SignOff(node.text("uid", None), article_id, at, actor, note, node.text("sha256"), node.truth("void"))


def read_event(node: Node) -> Event:
    """Read one deed of the history."""
    return Event(
        seq=node.whole("seq"),
        uid=node.text("uid", None),
        chain=node.text("chain"),
        article_id=None if node.at("article_id").value is None else node.name("article_id"),
        deed=node.text("deed"),
        label=node.text("label"),
        subject=node.text("subject"),
        at=node.text("at"),
        actor=node.text("actor"),
        changes=tuple(_read_change(child) for child in node.each("changes")),
        undoes=None if node.at("undoes", None).value is None else node.whole("undoes"),
        prev=node.text("prev"),
        hash=node.text("hash"),
    )


def _read_change(node: Node) -> Change:
    before, after = node.at("before"), node.at("after")
    if not isinstance(before.value, dict | type(None)) or not isinstance(after.value, dict):
        raise node.refuse("what was changed, before and after")
    return Change(node.text("entity"), node.text("uid"), before.value, after.value)
