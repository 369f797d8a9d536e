"""Where evidence comes from, and how it bears on a claim."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class SourceType(StrEnum):
    """What a source is; primary ones first, which is the order in which a checker looks."""

    PRIMARY = "primary-document"
    DATASET = "data-set"
    TRANSCRIPT = "transcript"
    INTERVIEW = "interview"
    CALCULATION = "own-calculation"
    CALL = "call"
    NEWS = "news-report"
    REFERENCE = "reference-work"
    OTHER = "other"


class Stance(StrEnum):
    """How a piece of evidence bears on its claim."""

    SUPPORTS = "supports"
    CONTRADICTS = "contradicts"
    CONTEXT = "context"


@dataclass(frozen=True, slots=True)
class SourceFields:
    """What a person can say about a source; dates are ISO 8601, empty where unknown.

    A call-log entry is a source of type 'call': `asked` is who was asked, `asked_at` when, `channel` how (phone,
    mail …), `answer` what they said, `deadline` by when they were to answer.
    """

    title: str
    type: SourceType = SourceType.OTHER
    url: str = ""
    path: str = ""
    publisher: str = ""
    author: str = ""
    published: str = ""
    accessed: str = ""
    archive_url: str = ""
    note: str = ""
    confidential: bool = False
    asked: str = ""
    asked_at: str = ""
    channel: str = ""
    answer: str = ""
    deadline: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """A stored source. `id` is its local name ('7'), shared by the whole library."""

    id: int
    uid: str
    fields: SourceFields
    created_at: str
    removed: bool = False
    revision: int = 1

    @property
    def title(self) -> str:
        """Return the title, or what else names the source."""
        return self.fields.title or self.fields.url or self.fields.path or f"source {self.id}"


@dataclass(frozen=True, slots=True)
class SourceVersion:
    """The bytes of a source as they were at one time, without the bytes."""

    uid: str
    source_id: int
    number: int
    name: str
    media_type: str
    sha256: str
    fetched_at: str


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source as a row of the source library: how many claims cite it, how many copies of it are kept.

    A copy is stale where `behind` claims quote one that is not the newest, or where the file at its path has `changed`
    since the newest was kept.
    """

    source: Source
    used: int
    copies: int = 0
    behind: int = 0
    changed: bool = False

    @property
    def copy_words(self) -> str:
        """Return in words what is kept of it, what is stale first; empty where nothing is kept."""
        if self.changed:
            return "file changed"
        if self.behind:
            return f"{self.behind} quote older"
        return "" if not self.copies else "kept" if self.copies == 1 else f"{self.copies} copies"


@dataclass(frozen=True, slots=True)
class Evidence:
    """A source attached to a claim: what it says there, word for word, and how that bears on the claim."""

    id: int
    uid: str
    claim_uid: str
    source_id: int
    stance: Stance
    quote: str = ""
    locator: str = ""
    note: str = ""
    version_uid: str | None = None
    removed: bool = False
    revision: int = 1


def group_by_claim(attached: Iterable[Evidence]) -> dict[str, tuple[Evidence, ...]]:
    """Group evidence by its claim's uid, in the order given."""
    grouped: dict[str, list[Evidence]] = {}
    for one in attached:
        grouped.setdefault(one.claim_uid, []).append(one)
    return {uid: tuple(kept) for uid, kept in grouped.items()}
