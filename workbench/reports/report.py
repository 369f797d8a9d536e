"""What a report is, and what can be asked of one."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from workbench import __version__
from workbench.formats.publishing import strip_for_public
from workbench.formats.signing import judge_signoffs

if TYPE_CHECKING:
    from workbench.model.reviews import Review


@dataclass(frozen=True, slots=True)
class Options:
    """What the one who exports chooses.

    `public` leaves out what was written for the desk; `raw` leaves CSV cells undefused; `publisher`, `publisher_url`
    and `check_url` (the public page of this check) are what ClaimReview asks for; `positions_only` keeps the words of a
    confidential article out of Web Annotations; `template` is the text of the user's own template, `template_name` the
    name of its file (see `workbench.reports.own`).
    """

    public: bool = False
    raw: bool = False
    publisher: str = ""
    publisher_url: str = ""
    check_url: str = ""
    positions_only: bool = False
    template: str = ""
    template_name: str = ""
    version: str = __version__


@dataclass(frozen=True, slots=True)
class Report:
    """A format in which a review can be handed in.

    `module` has `compose(review, options) -> bytes` and is imported when it is first used; it may have
    `explain(review, options) -> str`, which says what is not in the file and why. `extra` names the optional dependency
    that it needs.
    """

    id: str
    title: str
    suffix: str
    media_type: str
    description: str
    module: str
    extra: str = ""

    def write(self, review: Review, options: Options) -> bytes:
        """Return the finished file; the same review gives the same bytes.

        Signatures are judged before, and desk matter is taken out before any format sees the review. Raise UsageError
        where this review cannot be put into this format, MissingExtraError where a library is missing.
        """
        composed: bytes = import_module(self.module).compose(_show(review, options), options)
        return composed

    def explain(self, review: Review, options: Options) -> str:
        """Say what `write` leaves out of the file and why; '' where there is nothing to say."""
        explain = getattr(import_module(self.module), "explain", None)
        told: str = explain(_show(review, options), options) if explain else ""
        return told


def _show(review: Review, options: Options) -> Review:
    judged = judge_signoffs(review)
    return strip_for_public(judged) if options.public else judged
