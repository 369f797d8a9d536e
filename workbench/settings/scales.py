"""Read verdict scales: those that travel with the program, and the user's own."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Any

from workbench.errors import UsageError
from workbench.model.verdicts import Outcome, Rating, Scale
from workbench.settings.paths import package_data
from workbench.settings.tomls import parse_toml, read_toml

if TYPE_CHECKING:
    from pathlib import Path

_ID = re.compile(r"[a-z][a-z0-9-]*")
_RATING_FIELDS = {
    "id": str,
    "label": str,
    "description": str,
    "outcome": str,
    "key": str,
    "letter": str,
    "glyph": str,
    "needs_evidence": bool,
    "value": (int, float),
}
_SCALE_FIELDS = {
    "id": str,
    "title": str,
    "description": str,
    "best": (int, float),
    "worst": (int, float),
    "ratings": list,
}
_NEEDED = ("id", "label", "outcome", "key", "letter", "glyph")
# What a rating's fields have to look like, and how that is said.
_FORMS = {
    "id": (_ID, "made of small letters, digits and hyphens"),
    "outcome": (re.compile("|".join(Outcome)), "one of pass, note, fail or none"),
    "key": (re.compile("[1-9]"), "one digit from 1 to 9"),
    "letter": (re.compile("[a-z]"), "one small letter"),
}


def load_scales(user_dir: Path | None = None) -> dict[str, Scale]:
    """Read every scale by id, the shipped ones first; a file of the user's with the same id replaces it.

    Raises UsageError that names the file and what is wrong in it.
    """
    scales = {}
    for folder in (package_data() / "scales", user_dir):
        for path in sorted(folder.glob("*.toml")) if folder else ():
            scale = parse_scale(read_toml(path), str(path))
            _check_values(scale, str(path))
            _check_glyphs(scale, str(path))
            scales[scale.id] = scale
    # The desk's own scale leads wherever scales are listed.
    return {"desk": scales.pop("desk"), **scales}


def parse_scale(toml: str, name: str = "scale") -> Scale:
    """Read one scale from TOML; `name` is what errors call it.

    Raises UsageError for anything but a complete scale with unique ids, keys and letters.
    """
    table = parse_toml(toml, name, _hint())
    _check_fields(table, _SCALE_FIELDS, name)
    if not _ID.fullmatch(table.get("id", "")):
        raise _fault(f"{name}: a scale needs an id of small letters, digits and hyphens")
    ratings = tuple(_rating(row, f"{name}, rating {place}") for place, row in enumerate(table.get("ratings", ()), 1))
    if not ratings:
        raise _fault(f"{name}: a scale needs at least one [[ratings]] table")
    for field in ("id", "key", "letter"):
        values = [getattr(rating, field) for rating in ratings]
        twice = next((value for value in values if values.count(value) > 1), None)
        if twice is not None:
            raise _fault(f"{name}: two ratings have the {field} {twice!r}")
    # OpenSSL takes four megabytes; the first paint shows a scale that the store has read and counted already.
    from hashlib import sha256

    return Scale(
        id=table["id"],
        title=table.get("title", table["id"]),
        description=table.get("description", ""),
        ratings=ratings,
        sha256=sha256(toml.encode()).hexdigest(),
        toml=toml,
        best=table.get("best"),
        worst=table.get("worst"),
    )


def _check_values(scale: Scale, name: str) -> None:
    """Refuse numbers that no reader of a ClaimReview could place: higher is truer there, from 1 on."""
    best, worst = scale.best, scale.worst
    if best is None or worst is None:
        return
    if not 1 <= worst < best:
        raise _fault(f"{name}: worst ({worst}) has to be 1 or more, and best ({best}) above it: higher is truer")
    beyond = next((one for one in scale.ratings if one.value is not None and not worst <= one.value <= best), None)
    if beyond is not None:
        raise _fault(f"{name}: the value {beyond.value} of {beyond.id!r} is not between {worst} and {best}")


def _check_glyphs(scale: Scale, name: str) -> None:
    """Refuse what has no room in the column of glyphs beside a text, such as '✅', and what stands on its neighbour."""
    odd = next(
        (
            one
            for one in scale.ratings
            if one.glyph.isspace()
            or unicodedata.east_asian_width(one.glyph) in {"W", "F"}
            or unicodedata.category(one.glyph).startswith("M")
        ),
        None,
    )
    if odd is not None:
        raise _fault(f"{name}: the glyph of {odd.id!r} has to fill one column of a terminal; {odd.glyph!r} does not")


def _rating(row: object, where: str) -> Rating:
    if not isinstance(row, dict):
        raise _fault(f"{where}: write it as a [[ratings]] table")
    _check_fields(row, _RATING_FIELDS, where)
    missing = [field for field in _NEEDED if not row.get(field)]
    if missing:
        raise _fault(f"{where}: {missing[0]!r} is missing")
    for field, (form, said) in _FORMS.items():
        if not form.fullmatch(row[field]):
            raise _fault(f"{where}: {field} is {said}, not {row[field]!r}")
    if len(row["glyph"]) != 1 or not row["glyph"].isprintable():
        raise _fault(f"{where}: glyph is one visible character, not {row['glyph']!r}")
    return Rating(
        id=row["id"],
        label=row["label"],
        description=row.get("description", ""),
        outcome=Outcome(row["outcome"]),
        key=row["key"],
        letter=row["letter"],
        glyph=row["glyph"],
        needs_evidence=row.get("needs_evidence", False),
        value=row.get("value"),
    )


def _fault(words: str) -> UsageError:
    return UsageError(words, _hint())


def _hint() -> str:
    return f"those in {package_data() / 'scales'} show the form; 'workbench config validate' checks yours"


def _check_fields(table: dict[str, Any], fields: dict[str, Any], where: str) -> None:
    for key, value in table.items():
        if key not in fields:
            raise UsageError(f"{where}: {key!r} is not a field of it", hint=f"Fields: {', '.join(fields)}.")
        # bool is an int to isinstance, and `value = true` is no number.
        if not isinstance(value, fields[key]) or (isinstance(value, bool) and fields[key] is not bool):
            raise _fault(f"{where}: {key!r} has a value of the wrong type: {value!r}")
