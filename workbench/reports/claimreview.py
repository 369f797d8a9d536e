"""schema.org ClaimReview (JSON-LD): one object for each decided claim that somebody else makes.

Properties and their rules: https://schema.org/ClaimReview, and the guidelines of the fact-check feeds that read it.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any
from urllib.parse import urldefrag

from workbench.errors import UsageError
from workbench.formats.canonical import write_json
from workbench.model.claims import ClaimState
from workbench.reports.entries import build_entry
from workbench.reports.wording import count, safe_link

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
    entries = [build_entry(review, claim) for claim in review.claims]
    marked = [_mark_up(review, entry, options) for entry in entries if not refuse(entry, options)]
    if not marked:
        reasons = "; ".join(_count_refusals(review, options)) or "it has no claims"
        raise UsageError(
            f"no claim of this article may be marked up as ClaimReview: {reasons}",
            hint="decide a claim that somebody else makes",
        )
    raw = write_json({"@context": "https://schema.org", "@graph": marked})
    # Safe inside a script element, where JSON-LD usually ends up.
    return raw.replace(b"<", b"\\u003c").replace(b">", b"\\u003e").replace(b"&", b"\\u0026")


def explain(review: Review, options: Options) -> str:
    """Say how many claims are not marked up, and why; '' where all are."""
    return "; ".join(
        f"{count(number, 'claim')} left out: {why}" for why, number in _count_refusals(review, options).items()
    )


def _count_refusals(review: Review, options: Options) -> Counter[str]:
    refusals = (refuse(build_entry(review, claim), options) for claim in review.claims)
    return Counter(refusal for refusal in refusals if refusal)


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
        "claimReviewed": shorten(_tell(entry)),
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


def _tell(entry: Entry) -> str:
    """Return what is claimed without who claims it, which has a property of its own."""
    return (entry.claim.wording or entry.claim.text).removesuffix(f" — {entry.claim.speaker}")


def shorten(text: str) -> str:
    """Cut to under 75 characters at a word's end; a quotation that was open there is closed."""
    line = " ".join(text.split())
    if len(line) < _LONGEST_CLAIM:
        return line
    head = line[: _LONGEST_CLAIM - 3]
    cut = (head.rpartition(" ")[0] or head).rstrip(" ,;:.…") + "…"
    return f"{cut}”" if cut.count("“") > cut.count("”") else cut
