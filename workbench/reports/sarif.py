"""Open and failed claims and the checks' notices at their lines, as SARIF 2.1.0 for editors and CI.

A result whose `kind` is not 'fail' has the level 'none' (SARIF 2.1.0, 3.27.10).
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from workbench.formats.canonical import write_json
from workbench.model.claims import ClaimState
from workbench.model.verdicts import Outcome
from workbench.reports.annotating import locate_lines
from workbench.reports.memo import Memo
from workbench.text.phrases import in_quotes

if TYPE_CHECKING:
    from workbench.model.reviews import Review
    from workbench.model.spans import Span
    from workbench.reports.entries import Entry
    from workbench.reports.report import Options

Json = dict[str, Any]

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

_RULES = {
    "claim/open": "A claim in scope that nobody has decided.",
    "claim/pass": "A claim that was checked and holds.",
    "claim/note": "A claim to look at again: imprecise, or not to be verified.",
    "claim/fail": "A claim that was checked and does not hold.",
    "claim/none": "A claim that is not checkable, or was waived.",
}
_KINDS = {"open": "open", "pass": "pass", "note": "review", "fail": "fail", "none": "notApplicable"}


def compose(review: Review, options: Options) -> bytes:
    """Write one run over one file."""
    memo = Memo(review, options)
    places = _Places(review)
    results = [_report(entry, places) for entry in memo.entries]
    results += [
        {
            "ruleId": f"check/{notice.check}",
            "kind": "fail",
            "level": "warning",
            "message": {"text": notice.message},
            "locations": [places.of(span) for span in notice.spans],
        }
        for notice in memo.notices
    ]
    run = {
        "tool": {"driver": _describe_tool(memo, options)},
        "columnKind": "unicodeCodePoints",
        "artifacts": [{"location": {"uri": places.uri}, "hashes": {"sha-256": review.text.sha256}}],
        "results": results,
    }
    return write_json({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _describe_tool(memo: Memo, options: Options) -> Json:
    checks = sorted({f"check/{notice.check}" for notice in memo.notices})
    rules = [{"id": rule, "shortDescription": {"text": text}} for rule, text in _RULES.items()]
    rules += [{"id": rule, "shortDescription": {"text": "What a whole-article check noticed."}} for rule in checks]
    return {"name": "workbench", "version": options.version, "semanticVersion": options.version, "rules": rules}


class _Places:
    """The file and the lines in it; columns too where the file is the text itself."""

    def __init__(self, review: Review) -> None:
        self.uri = quote(review.text.name.encode("utf-8", "replace"), safe="") or "article"
        self._text, self._blocks = review.text.text, review.text.blocks
        self._plain = review.text.media_type == "text/plain"
        spans = [claim.span for claim in review.claims] + [span for notice in review.notices for span in notice.spans]
        edges = sorted({edge for span in spans for edge in (span.start, span.end)})
        self._lines = dict(zip(edges, locate_lines(self._text, self._blocks, edges), strict=True))

    def of(self, span: Span) -> Json:
        """Return the location of a span."""
        region: Json = {"snippet": {"text": span.of(self._text)}}
        if self._blocks:
            region |= {"startLine": max(1, self._lines[span.start]), "endLine": max(1, self._lines[span.end])}
        if self._blocks and self._plain:
            region |= {"startColumn": self._column(span.start), "endColumn": self._column(span.end)}
        if not self._blocks:
            region |= {"charOffset": span.start, "charLength": len(span)}
        return {"physicalLocation": {"artifactLocation": {"uri": self.uri, "index": 0}, "region": region}}

    def _column(self, offset: int) -> int:
        return offset - self._text.rfind("\n", 0, offset)


def _report(entry: Entry, places: _Places) -> Json:
    tone = entry.tone
    said = f"{entry.speaker}: " if entry.claim.speaker else ""
    words = f"{entry.ref} {entry.label}: {said}{in_quotes(entry.claim.text)}"
    words += f" → {in_quotes(entry.correction)}" if entry.correction else ""
    words += f" ({entry.explanation})" if entry.explanation else ""
    result: Json = {
        "ruleId": f"claim/{tone}",
        "kind": _KINDS[tone],
        "level": "error" if entry.outcome is Outcome.FAIL else "none",
        "message": {"text": words},
        "locations": [places.of(entry.claim.span)],
        "fingerprints": {"workbench/v1": _fingerprint(entry)},
    }
    if entry.claim.state is ClaimState.WAIVED:
        result["suppressions"] = [{"kind": "external", "status": "accepted", "justification": entry.label}]
    return result


def _fingerprint(entry: Entry) -> str:
    """Hash what stays when the article moves around the claim."""
    words = f"{entry.claim.kind}\n{entry.claim.text}\n{''.join(entry.sentence)}"
    return hashlib.sha256(words.encode("utf-8", "replace")).hexdigest()
