"""Open a review and decide its claims."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from workbench import __version__
from workbench.desk.linking import link_alike
from workbench.desk.recording import record_claim
from workbench.desk.references import name_refs, read_live_claim
from workbench.desk.wording import clean_prose
from workbench.errors import UsageError
from workbench.model.articles import Place
from workbench.model.claims import ClaimState
from workbench.model.reviews import Review
from workbench.model.sources import group_by_claim
from workbench.model.verdicts import Action, Verdict
from workbench.text.progress import count_progress

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from workbench.model.articles import Article, Text
    from workbench.model.claims import Claim
    from workbench.model.reviews import Notice
    from workbench.model.sources import Evidence, SourceVersion
    from workbench.model.spans import Block
    from workbench.model.verdicts import Rating, Scale
    from workbench.store.opening import Store
    from workbench.store.units import Unit


# From so many claims on it is quicker to read all of the article's.
_MANY = 20


class NeedsEvidenceError(UsageError):
    """The rating may only stand with a source attached; `rating` is the one refused."""

    def __init__(self, claim: Claim, rating: Rating) -> None:
        super().__init__(
            f"'{rating.id}' needs evidence, and claim {claim.ref} has none"
            + (f": {rating.description}" if rating.description else ""),
            f"attach a source first: workbench attach {claim.ref} SOURCE",
        )
        self.rating = rating


def open_review(store: Store, article_id: int, *, events: bool = False) -> Review:
    """Read everything about one article at one moment; its history only where `events` asks for it."""
    with store.reading() as unit:
        return read_review(unit, article_id, events=events)


def read_review(unit: Unit, article_id: int, *, events: bool = False) -> Review:
    """Read everything about one article inside a transaction."""
    article = unit.articles.get(article_id)
    text = unit.texts.current(article_id)
    claims = unit.claims.of_article(article_id)
    live = tuple(claim for claim in claims if claim.state is not ClaimState.RETIRED)
    passages = tuple(one for one in unit.passages.of_article(article_id) if not one.removed)
    attached = unit.evidence.of_article(article_id)
    return Review(
        article=article,
        text=text,
        scale=unit.scales.get(article.scale_sha256),
        claims=live,
        retired=tuple(claim for claim in claims if claim.state is ClaimState.RETIRED),
        passages=passages,
        evidence=group_by_claim(attached),
        sources=unit.sources.of_ids(one.source_id for one in attached),
        versions=_cited_versions(unit, attached),
        notices=_notices(unit, text, article),
        progress=count_progress(text.text, live, passages, article.scope),
        place=unit.places.get(article_id) or Place(),
        events=unit.events.of_chain(article.uid) if events else (),
        signoffs=unit.signoffs.of_article(article_id),
    )


def _notices(unit: Unit, text: Text, article: Article) -> tuple[Notice, ...]:
    """Read what the checks noticed at import, or look again where another version of the program did that."""
    kept = unit.texts.notices(text.uid, __version__)
    return notice_all(text.text, text.blocks, article.published) if kept is None else kept


def notice_all(text: str, blocks: Sequence[Block], published: str) -> tuple[Notice, ...]:
    """Run every check over a text."""
    from workbench.checks import run_checks
    from workbench.kinds import read_text

    return run_checks(read_text(text, blocks, published=published))


def _cited_versions(unit: Unit, attached: Sequence[Evidence]) -> dict[str, SourceVersion]:
    cited = {one.version_uid for one in attached if one.version_uid}
    if not cited:
        return {}
    versions = unit.sources.versions(one.source_id for one in attached)
    return {version.uid: version for version in versions if version.uid in cited}


def decide_claim(
    store: Store,
    ref: str,
    rating_id: str,
    *,
    action: Action | None = None,
    rationale: str | None = None,
    explanation: str | None = None,
    correction: str | None = None,
    revision: int | None = None,
    now: str,
    actor: str,
) -> Claim:
    """Give a claim its rating; what is left at None stays as the claim has it.

    Raises NeedsEvidenceError where the scale asks for a source, ConflictError where `revision` is stale.
    """
    words = _words(action=action, rationale=rationale, explanation=explanation, correction=correction)
    with store.writing() as unit:
        claim = read_live_claim(unit, ref)
        scale = _read_scale(unit, claim)
        rating = find_rating(scale, rating_id)
        changed = _decide(unit, claim, _verdict(claim, scale, rating, words, now=now, by=actor), revision)
        # After the check for a stale copy: that somebody else was here is the greater news.
        _refuse_bare(unit, [claim], rating)
        label = f"decided {claim.ref} {rating_id}{_tell_before(claim, rating_id)}"
        record_claim(unit, claim, "decide_claim", label, now=now, actor=actor)
        return changed


def decide_claims(
    store: Store,
    refs: Sequence[str],
    rating_id: str,
    *,
    action: Action | None = None,
    rationale: str | None = None,
    explanation: str | None = None,
    correction: str | None = None,
    citing: Sequence[Evidence] = (),
    revisions: Mapping[str, int] | None = None,
    now: str,
    actor: str,
) -> tuple[Claim, ...]:
    """Give several claims of one article the same rating and words: one deed, undone at one stroke.

    `citing` is another claim's evidence: its sources are attached to them as well, where they are not yet. `revisions`
    are those seen, by the claims' names; raises as `decide_claim`, and then none is decided.
    """
    words = _words(action=action, rationale=rationale, explanation=explanation, correction=correction)
    seen = revisions or {}
    with store.writing() as unit:
        claims = read_claims(unit, refs)
        scale = _read_scale(unit, claims[0])
        rating = find_rating(scale, rating_id)
        verdicts = [(claim, _verdict(claim, scale, rating, words, now=now, by=actor)) for claim in claims]
        changed = tuple(_decide(unit, claim, verdict, seen.get(claim.ref)) for claim, verdict in verdicts)
        link_alike(unit, claims, citing)
        _refuse_bare(unit, claims, rating)
        several = f"{len(claims)} claims {rating_id}: {name_refs(claims)}"
        told = several if len(claims) > 1 else f"{claims[0].ref} {rating_id}{_tell_before(claims[0], rating_id)}"
        record_claim(unit, claims[0], "decide_claims", f"decided {told}", now=now, actor=actor)
        return changed


def edit_verdict(
    store: Store,
    ref: str,
    *,
    action: Action | None = None,
    rationale: str | None = None,
    explanation: str | None = None,
    correction: str | None = None,
    revision: int | None = None,
    now: str,
    actor: str,
) -> Claim:
    """Change the words around a verdict and leave its rating; UsageError where the claim has no verdict."""
    words = _words(action=action, rationale=rationale, explanation=explanation, correction=correction)
    with store.writing() as unit:
        claim = read_live_claim(unit, ref)
        if claim.verdict is None:
            raise UsageError(f"claim {claim.ref} has no verdict yet", "give it a rating first")
        changed = unit.claims.change(claim, expected=revision, verdict=replace(claim.verdict, **words))
        told = ", ".join(words) or "nothing"
        record_claim(unit, claim, "edit_verdict", f"changed {told} of {claim.ref}", now=now, actor=actor)
        return changed


def reopen_claim(store: Store, ref: str, *, revision: int | None = None, now: str, actor: str) -> Claim:
    """Take a claim's verdict or waiver back, so that it waits for a decision again."""
    with store.writing() as unit:
        claim = read_live_claim(unit, ref)
        changed = unit.claims.change(claim, expected=revision, state=ClaimState.OPEN, waive_reason=None, verdict=None)
        record_claim(unit, claim, "reopen_claim", f"reopened {claim.ref}{_tell_before(claim)}", now=now, actor=actor)
        return changed


def ask_author(store: Store, ref: str, question: str, *, revision: int | None = None, now: str, actor: str) -> Claim:
    """Note a question to the author on a claim; an empty one takes it off."""
    asked = clean_prose(question, "question")
    with store.writing() as unit:
        claim = read_live_claim(unit, ref)
        changed = unit.claims.change(claim, expected=revision, question=asked)
        label = f"asked the author about {claim.ref}" if asked else f"dropped the question about {claim.ref}"
        record_claim(unit, claim, "ask_author", label, now=now, actor=actor)
        return changed


def flag_claim(
    store: Store, ref: str, flagged: bool = True, *, revision: int | None = None, now: str, actor: str
) -> Claim:
    """Set or take off a claim's flag."""
    with store.writing() as unit:
        claim = read_live_claim(unit, ref)
        changed = unit.claims.change(claim, expected=revision, flagged=flagged)
        label = f"flagged {claim.ref}" if flagged else f"took the flag off {claim.ref}"
        record_claim(unit, claim, "flag_claim", label, now=now, actor=actor)
        return changed


def read_claims(unit: Unit, refs: Sequence[str]) -> list[Claim]:
    """Read several live claims of one article, each once; UsageError where they are none or of several articles."""
    known: dict[str, Claim] = {}
    if len(refs) > _MANY:
        # One query for all of them; whatever is not among them is looked for on its own, and told.
        first = read_live_claim(unit, refs[0])
        known = {claim.ref: claim for claim in unit.claims.of_article(first.article_id)}
        known = {ref: claim for ref, claim in known.items() if claim.state is not ClaimState.RETIRED}
    found = (known.get(ref) or read_live_claim(unit, ref) for ref in refs)
    claims = list({claim.uid: claim for claim in found}.values())
    if not claims:
        raise UsageError("no claims were named", hint="claims are named like 3.12: article 3, claim 12")
    if len({claim.article_id for claim in claims}) > 1:
        raise UsageError("the claims belong to different articles", "name claims of one article")
    return claims


def find_rating(scale: Scale, rating_id: str) -> Rating:
    """Find a rating by its id; UsageError that lists them all where there is none."""
    rating = scale.rating(rating_id)
    if rating is None:
        known = ", ".join(one.id for one in scale.ratings)
        raise UsageError(f"the scale '{scale.id}' has no rating '{rating_id}'", f"choose one of: {known}")
    return rating


def _words(*, action: Action | None, **prose: str | None) -> dict[str, Any]:
    """Return what of a verdict's words was given, cleaned."""
    given: dict[str, Any] = {name: clean_prose(text, name) for name, text in prose.items() if text is not None}
    if action is not None:
        given["action"] = read_action(action)
    return given


def read_action(action: str) -> Action:
    """Understand an action's name; UsageError that lists them all where there is none."""
    try:
        return Action(action)
    except ValueError:
        raise UsageError(f"there is no action '{action}'", f"choose one of: {', '.join(Action)}") from None


def _read_scale(unit: Unit, claim: Claim) -> Scale:
    return unit.scales.get(unit.articles.get(claim.article_id).scale_sha256)


def _tell_before(claim: Claim, rating_id: str = "") -> str:
    """Return what a claim's rating was, where it is another one now: ' (was true)'."""
    was = claim.verdict.rating_id if claim.verdict else ""
    return f" (was {was})" if was not in {"", rating_id} else ""


def _verdict(claim: Claim, scale: Scale, rating: Rating, words: dict[str, Any], *, now: str, by: str) -> Verdict:
    """Put a rating into the place of what the claim has; its words stay but for the new ones."""
    before = claim.verdict or Verdict(scale.id, rating.id)
    return replace(before, scale_id=scale.id, rating_id=rating.id, decided_at=now, decided_by=by, **words)


def _decide(unit: Unit, claim: Claim, verdict: Verdict, expected: int | None) -> Claim:
    return unit.claims.change(claim, expected=expected, state=ClaimState.DECIDED, waive_reason=None, verdict=verdict)


def _refuse_bare(unit: Unit, claims: Sequence[Claim], rating: Rating) -> None:
    """Refuse a rating that needs evidence on claims that have none."""
    if rating.needs_evidence:
        bare = next((claim for claim in claims if not unit.evidence.of_claim(claim.uid)), None)
        if bare is not None:
            raise NeedsEvidenceError(bare, rating)
