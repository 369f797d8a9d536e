"""schema.org ClaimReview (JSON-LD): one object for each decided claim that somebody else makes.

Properties and their rules: https://schema.org/ClaimReview, and the guidelines of the fact-check feeds that read it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urldefrag

from workbench.errors import UsageError
from workbench.formats.canonical import write_json
from workbench.model.claims import ClaimState
from workbench.reports.entries import build_entry
from workbench.reports.wording import safe_link

if TYPE_CHECKING:
    from workbench.model.reviews import Review
    from workbench.model.verdicts import Rating, Scale
    from workbench.reports.entries import Entry
    from workbench.reports.report import Options

# Longer ones are cut off where they are shown.
_LONGEST_CLAIM = 75
# Words in the names of bodies rather than people.
_BODIES = frozenset(
    [
        "agency",
        "association",
        "bank",
        "board",
        "commission",
        "committee",
        "company",
        "council",
        "court",
        "department",
        "government",
        "group",
        "institute",
        "ministry",
        "office",
        "organisation",
        "organization",
        "parliament",
        "party",
        "police",
        "university",
    ]
)


def compose(review: Review, options: Options) -> bytes:
    """Write the graph; raise UsageError with every reason where no claim may be marked up."""
    if not safe_link(options.check_url):
        raise UsageError(
            "ClaimReview needs the public address of this check",
            "Give it with --check-url https://… (each claim is linked as its #c number, as in the html export).",
        )
    marked, refusals = [], []
    for claim in review.claims:
        entry = build_entry(review, claim)
        refusal = refuse(entry, options)
        if refusal:
            refusals.append(refusal)
        else:
            marked.append(_mark_up(review, entry, options))
    if not marked:
        reasons = "; ".join(dict.fromkeys(refusals)) or "it has no claims"
        raise UsageError(
            f"no claim of this article may be marked up as ClaimReview: {reasons}",
            hint="decide a claim that somebody else makes, and give --check-url",
        )
    raw = write_json({"@context": "https://schema.org", "@graph": marked})
    # Safe inside a script element, where JSON-LD usually ends up.
    return raw.replace(b"<", b"\\u003c").replace(b">", b"\\u003e").replace(b"&", b"\\u0026")


def refuse(entry: Entry, options: Options) -> str:
    """Say why a claim may not be marked up, '' if it may."""
    if entry.claim.speaker is None:
        return "statements of the article itself are not somebody else's claims"
    if options.publisher and entry.claim.speaker.casefold() == options.publisher.casefold():
        return "the publisher's own claims may not be reviewed by the publisher"
    if entry.claim.state is not ClaimState.DECIDED:
        return "claims that are not decided have no rating"
    if entry.rating is None or not entry.rating.label.strip():
        return "the rating has no text"
    if entry.outcome == "none":
        return "ratings that judge nothing (opinion) are no reviews"
    return ""


def _mark_up(review: Review, entry: Entry, options: Options) -> dict[str, Any]:
    article = review.article
    item: dict[str, Any] = {"@type": "Claim", "author": _name_claimant(entry.speaker)}
    if article.published:
        item["datePublished"] = article.published
    if safe_link(article.url):
        item["appearance"] = {"@type": "CreativeWork", "url": article.url, "name": article.title}
    result: dict[str, Any] = {
        "@type": "ClaimReview",
        "url": f"{urldefrag(options.check_url).url}#c{entry.claim.number}",
        "claimReviewed": shorten(entry.claim.wording or entry.claim.text),
        "itemReviewed": item,
        "reviewRating": _rate(review.scale, entry),
    }
    if entry.verdict and entry.verdict.decided_at:
        result["datePublished"] = entry.verdict.decided_at[:10]
    if options.publisher:
        result["author"] = {"@type": "Organization", "name": options.publisher}
        if safe_link(options.publisher_url):
            result["author"]["url"] = options.publisher_url
    return result


def _rate(scale: Scale, entry: Entry) -> dict[str, Any]:
    assert entry.rating
    rating: dict[str, Any] = {"@type": "Rating", "alternateName": entry.rating.label}
    if entry.explanation:
        rating["ratingExplanation"] = entry.explanation
    return {**rating, **_number(scale, entry.rating)}


def _number(scale: Scale, rating: Rating) -> dict[str, Any]:
    """Return the numbers, or none where the scale does not run upwards from 1 or this rating stands outside it."""
    best, worst, value = scale.best, scale.worst, rating.value
    if best is None or worst is None or value is None or not 1 <= worst <= value <= best or best == worst:
        return {}
    return {"ratingValue": value, "bestRating": best, "worstRating": worst}


def _name_claimant(name: str) -> dict[str, str]:
    words = name.casefold().split()
    is_body = words[:1] == ["the"] or not _BODIES.isdisjoint(words)
    return {"@type": "Organization" if is_body else "Person", "name": name}


def shorten(text: str) -> str:
    """Cut to under 75 characters at a word's end."""
    line = " ".join(text.split())
    if len(line) < _LONGEST_CLAIM:
        return line
    head = line[: _LONGEST_CLAIM - 2]
    return (head.rpartition(" ")[0] or head).rstrip(" ,;:.") + "…"
