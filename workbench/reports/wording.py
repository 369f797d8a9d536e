"""The words that every report uses for the same things."""

from __future__ import annotations

from datetime import UTC, datetime
from urllib.parse import urlsplit

from workbench.model.claims import Claim, ClaimState, WaiveReason
from workbench.model.sources import Source, SourceType, Stance
from workbench.model.verdicts import Action
from workbench.text.dates import MONTHS

ARTICLE_ITSELF = "the article"

ACTION_WORDS = {
    Action.NONE: "no change",
    Action.FIX: "fix",
    Action.CUT: "cut",
    Action.QUERY: "ask the author",
    Action.ADD_CONTEXT: "add context",
}

STANCE_WORDS = {Stance.SUPPORTS: "supports", Stance.CONTRADICTS: "contradicts", Stance.CONTEXT: "gives context"}

WAIVED_WORDS = {WaiveReason.NOT_CHECKABLE: "waived, not checkable", WaiveReason.PASSAGE: "waived with its passage"}

MEDIA_WORDS = {"text/plain": "plain text", "text/markdown": "Markdown"}

# Behind one of these a sentence needs no full stop, quotation marks or not.
_STOPS = (".", "!", "?", "…")

SOURCE_HEADINGS = {
    SourceType.PRIMARY: "Primary documents",
    SourceType.DATASET: "Data sets",
    SourceType.TRANSCRIPT: "Transcripts and recordings",
    SourceType.INTERVIEW: "Interviews",
    SourceType.CALCULATION: "Own calculations",
    SourceType.CALL: "Calls",
    SourceType.NEWS: "News reports",
    SourceType.REFERENCE: "Reference works",
    SourceType.OTHER: "Other",
}


def count(number: int, one: str, many: str = "") -> str:
    """Say how many there are: '1 claim', '2 claims', '10,000 claims'."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def join_words(words: list[str]) -> str:
    """Join with commas and a last 'and'."""
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def say_time(value: str) -> str:
    """Write an ISO 8601 date or time for people; what is neither is returned as it is."""
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return value
    day = f"{moment.day} {MONTHS[moment.month - 1]} {moment.year}"
    if "T" not in value:
        return day
    return f"{day}, {moment:%H:%M}" + (" UTC" if value.endswith("Z") else "")


def read_time(value: str) -> datetime:
    """Read a time for file formats that hold times without a zone, in UTC; a fixed one where there is none to read."""
    try:
        return datetime.fromisoformat(value).astimezone(UTC).replace(tzinfo=None)
    except ValueError:
        return datetime(2000, 1, 1)  # noqa: DTZ001 - without a zone, as said


def say_state(claim: Claim) -> str:
    """Say what became of a claim that has no rating."""
    if claim.state is ClaimState.WAIVED:
        return WAIVED_WORDS.get(claim.waive_reason, "waived") if claim.waive_reason else "waived"
    return str(claim.state)


def end_sentence(text: str) -> str:
    """Put a full stop behind words that do not end with one."""
    return text if text.rstrip('”’"').endswith(_STOPS) else f"{text}."


def begin_large(text: str) -> str:
    """Write the first letter large: 'open' stands as 'Open' where a rating would."""
    return text[:1].upper() + text[1:]


def safe_link(url: str) -> str:
    """Return the URL if it may stand behind a link (absolute http or https, no white space or control), else ''."""
    if any(char.isspace() or ord(char) < ord(" ") or not char.isprintable() for char in url):
        return ""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return url if parts.scheme in {"http", "https"} and parts.hostname else ""


def cite(source: Source) -> str:
    """Write the citation without its links: author, title, publisher, published, looked at."""
    fields = source.fields
    parts = [part for part in (fields.author, source.title, fields.publisher) if part]
    parts += [say_time(fields.published)] if fields.published else []
    parts += [f"Looked at {say_time(fields.accessed)}"] if fields.accessed else []
    return ". ".join(part.rstrip(".") for part in parts) + "."
