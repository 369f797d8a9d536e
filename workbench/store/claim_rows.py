"""Turn a claim's two rows (claim and anchor) into a `Claim` and back, ten thousand at a time."""

from __future__ import annotations

import json
from dataclasses import fields
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from workbench.model.claims import Claim, ClaimState, Origin, WaiveReason
from workbench.model.figures import Figure, FigureKind, Qualifier, Value
from workbench.model.spans import Span
from workbench.model.verdicts import Action, Verdict
from workbench.store.jsontext import to_json

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# The order in which `claims_from` reads a row; whoever selects claims selects these, in this order.
CLAIM_COLUMNS = (
    "uid", "article_id", "number", "kind", "speaker", "wording", "origin", "state", "waive_reason", "question",
    "flagged", "revision", "scale_id", "rating_id", "action", "rationale", "explanation", "correction", "decided_at",
    "decided_by",
)  # fmt: skip
ANCHOR_COLUMNS = ("start", "end", "text", "parts", "extent_start", "extent_end", "figure")

_WHOLE = frozenset({"article_id", "number", "flagged", "revision", "start", "end", "extent_start", "extent_end"})
_MAY_LACK = frozenset({"speaker", "waive_reason", "scale_id", "rating_id", "action", "figure"})
# What the values of each column may be: SQLite keeps any value in any column.
_ALLOWED = tuple(
    (name, frozenset({int if name in _WHOLE else str, *([type(None)] if name in _MAY_LACK else [])}))
    for name in (*CLAIM_COLUMNS, *ANCHOR_COLUMNS)
)

_STATES = {state.value: state for state in ClaimState}
_ORIGINS = {origin.value: origin for origin in Origin}
_ACTIONS = {action.value: action for action in Action}
_KINDS = {kind.value: kind for kind in FigureKind}
_QUALIFIERS = {qualifier.value: qualifier for qualifier in Qualifier}


def claims_from(rows: Iterable[Sequence[Any]]) -> list[Claim]:
    """Read claims from rows of `CLAIM_COLUMNS` + `ANCHOR_COLUMNS`; TypeError where a value is not of its column's type."""
    kept = list(rows)
    # Column by column: to ask of each value by itself takes four times as long.
    for (name, allowed), column in zip(_ALLOWED, zip(*kept, strict=True), strict=False):
        if not allowed.issuperset(map(type, column)):
            raise TypeError(f"the {name} of a claim is of another type")
    # One call of the JSON reader for all figures: ten thousand calls cost ten times as much.
    figures = json.loads(f"[{','.join(row[-1] or 'null' for row in kept)}]")
    return [_claim_from(row, figure) for row, figure in zip(kept, figures, strict=True)]


def _claim_from(row: Sequence[Any], figure: list[Any] | None) -> Claim:
    (
        uid, article_id, number, kind, speaker, wording, origin, state, waive_reason, question,
        flagged, revision, scale_id, rating_id, action, rationale, explanation, correction, decided_at,
        decided_by, start, end, text, parts, extent_start, extent_end, _,
    ) = row  # fmt: skip
    verdict = None
    if rating_id is not None:
        verdict = Verdict(
            scale_id, rating_id, _ACTIONS[action], rationale, explanation, correction, decided_at, decided_by
        )
    return Claim(
        uid,
        article_id,
        number,
        kind,
        start,
        end,
        text,
        Span(extent_start, extent_end),
        () if parts == "[]" else tuple(Span(*part) for part in json.loads(parts)),
        speaker,
        wording,
        None if figure is None else figure_from(figure),
        _ORIGINS[origin],
        _STATES[state],
        None if waive_reason is None else WaiveReason(waive_reason),
        verdict,
        question,
        bool(flagged),
        revision,
    )


def claim_row(claim: Claim) -> dict[str, Any]:
    """Write the claim's own row."""
    verdict = claim.verdict
    return {
        "uid": claim.uid,
        "article_id": claim.article_id,
        "number": claim.number,
        "kind": claim.kind,
        "speaker": claim.speaker,
        "wording": claim.wording,
        "origin": claim.origin.value,
        "state": claim.state.value,
        "waive_reason": claim.waive_reason.value if claim.waive_reason else None,
        "question": claim.question,
        "flagged": int(claim.flagged),
        "revision": claim.revision,
        "scale_id": verdict.scale_id if verdict else None,
        "rating_id": verdict.rating_id if verdict else None,
        "action": verdict.action.value if verdict else None,
        "rationale": verdict.rationale if verdict else "",
        "explanation": verdict.explanation if verdict else "",
        "correction": verdict.correction if verdict else "",
        "decided_at": verdict.decided_at if verdict else "",
        "decided_by": verdict.decided_by if verdict else "",
    }


def anchor_row(claim: Claim) -> dict[str, Any]:
    """Write where the claim stands, without the names of the anchor and its text."""
    return {
        "start": claim.start,
        "end": claim.end,
        "text": claim.text,
        "parts": to_json([[part.start, part.end] for part in claim.parts]),
        "extent_start": claim.extent.start,
        "extent_end": claim.extent.end,
        "figure": None if claim.figure is None else figure_text(claim.figure),
    }


def figure_from(kept: list[Any]) -> Figure:
    """Read a figure from its short form; one written before the last fields existed has fewer of them."""
    values = list(kept)
    values[3] = _KINDS[values[3]]
    values[4], values[5] = _value_from(values[4]), _value_from(values[5])
    values[8] = None if values[8] is None else _QUALIFIERS[values[8]]
    values[11] = None if values[11] is None else tuple(map(Decimal, values[11]))
    values[12] = None if values[12] is None else tuple(values[12])
    values[13] = tuple(map(Decimal, values[13]))
    return Figure(*values)


def figure_text(figure: Figure) -> str:
    """Write a figure in a short form: a list in the order of its fields, exact values as strings.

    A value that is text already (a date) goes in as `[text]`, so that "2024" the year never returns as a number.
    """
    values = [getattr(figure, field.name) for field in fields(figure)]
    values[4], values[5] = _kept_value(values[4]), _kept_value(values[5])
    values[11] = None if figure.precision is None else [str(bound) for bound in figure.precision]
    values[13] = [str(part) for part in figure.parts]
    return to_json(values)


def _value_from(kept: Any) -> Value:
    if kept is None:
        return None
    return kept[0] if isinstance(kept, list) else Decimal(kept)


def _kept_value(value: Value) -> Any:
    if value is None:
        return None
    return [value] if isinstance(value, str) else str(value)
