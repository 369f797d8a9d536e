"""Keep the library of sources."""

from __future__ import annotations

import hashlib
from collections import Counter
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit, urlunsplit
from uuid import uuid4

from workbench.desk.recording import record_source
from workbench.desk.wording import clean_line, clean_prose
from workbench.errors import UsageError, WorkbenchError
from workbench.model.sources import Source, SourceFields, SourceRow, SourceType, SourceVersion
from workbench.settings.paths import typed_path
from workbench.text.dates import is_iso_date
from workbench.text.similar import similar_titles

if TYPE_CHECKING:
    from workbench.model.articles import Document
    from workbench.store.opening import Store
    from workbench.store.units import Unit

_PROSE = ("note", "answer")
_DATES = ("published", "accessed", "asked_at", "deadline")
_LINES = (
    "title", "url", "path", "publisher", "author", "published", "accessed", "archive_url", "asked", "asked_at",
    "channel", "deadline",
)  # fmt: skip


def add_source(
    store: Store, fields: SourceFields, *, content: tuple[str, bytes] | None = None, now: str, actor: str
) -> Source:
    """Add a source to the library; `content` is a file's name and bytes, kept as its first version.

    The same address or title may be there already: `find_similar_sources` tells, nothing is refused here.
    """
    said = _clean(fields)
    with store.writing() as unit:
        source = unit.sources.insert(Source(id=0, uid=str(uuid4()), fields=said, created_at=now))
        if content is not None:
            _add_version(unit, source.id, content, now)
        label = f"added source {source.id}: {source.title}"
        record_source(unit, source.id, "add_source", label, now=now, actor=actor)
        return source


def add_version(store: Store, source_id: int, content: tuple[str, bytes], *, now: str, actor: str) -> SourceVersion:
    """Keep a file's name and bytes as the newest version of a source; evidence goes on citing the one it cited.

    The same bytes as the newest version's are no new version.
    """
    with store.writing() as unit:
        source = _read_live_source(unit, source_id)
        versions = unit.sources.versions([source_id])
        if versions and versions[-1].sha256 == hashlib.sha256(content[1]).hexdigest():
            return versions[-1]
        version = _add_version(unit, source_id, content, now)
        label = f"added version {version.number} of source {source_id}: {source.title}"
        record_source(unit, source_id, "add_version", label, now=now, actor=actor)
        return version


def _add_version(unit: Unit, source_id: int, content: tuple[str, bytes], now: str) -> SourceVersion:
    name, raw = content
    version = SourceVersion(
        uid=str(uuid4()),
        source_id=source_id,
        number=1,
        name=clean_line(name, "file name"),
        media_type=_media_type(name),
        sha256=hashlib.sha256(raw).hexdigest(),
        fetched_at=now,
    )
    return unit.sources.add_version(version, raw)


def edit_source(
    store: Store, source_id: int, fields: SourceFields, *, revision: int | None = None, now: str, actor: str
) -> Source:
    """Say something else about a source; `fields` is all that is known of it, not only what is new."""
    said = _clean(fields)
    with store.writing() as unit:
        source = _read_live_source(unit, source_id)
        changed = unit.sources.change(source, expected=revision, fields=said)
        label = f"changed source {source_id}: {changed.title}"
        record_source(unit, source_id, "edit_source", label, now=now, actor=actor)
        return changed


def remove_source(store: Store, source_id: int, *, revision: int | None = None, now: str, actor: str) -> Source:
    """Take a source that nothing cites out of the library; undo brings it back."""
    with store.writing() as unit:
        source = _read_live_source(unit, source_id)
        citing = unit.evidence.citing(source_id)
        if citing:
            refs = sorted({unit.claims.get(one.claim_uid).ref for one in citing})
            raise UsageError(f"source {source_id} is cited by {', '.join(refs[:5])}", "detach it there first")
        changed = unit.sources.change(source, expected=revision, removed=True)
        label = f"removed source {source_id}: {source.title}"
        record_source(unit, source_id, "remove_source", label, now=now, actor=actor)
        return changed


def list_sources(store: Store) -> list[SourceRow]:
    """List the sources of the library with the claims that cite each and the copies that are kept of it."""
    with store.reading() as unit:
        sources, used, quoted = unit.sources.all(), unit.evidence.used(), unit.evidence.quoted()
        versions = unit.sources.versions(source.id for source in sources)
    copies = Counter(version.source_id for version in versions)
    newest = {version.source_id: version.uid for version in versions}
    behind = Counter(source_id for source_id, version_uid, _ in quoted if newest.get(source_id) != version_uid)
    return [SourceRow(one, used.get(one.id, 0), copies[one.id], behind[one.id]) for one in sources]


def find_changed_files(store: Store) -> frozenset[int]:
    """Name the sources whose file is no longer what the newest copy was kept of; a file that is gone tells nothing."""
    with store.reading() as unit:
        paths = {source.id: source.fields.path for source in unit.sources.all() if source.fields.path}
        newest = {version.source_id: version.sha256 for version in unit.sources.versions(paths)}
    changed = set()
    for source_id, sha256 in newest.items():
        with suppress(OSError, ValueError), typed_path(paths[source_id]).open("rb") as file:
            if hashlib.file_digest(file, "sha256").hexdigest() != sha256:
                changed.add(source_id)
    return frozenset(changed)


def get_source(store: Store, source_id: int) -> Source:
    """Read a source; UsageError where there is none."""
    with store.reading() as unit:
        return _read_live_source(unit, source_id)


def find_same_source(store: Store, fields: SourceFields, content: tuple[str, bytes] | None = None) -> Source | None:
    """Find the source that has this address already, or this file's bytes."""
    address = fold_url(fields.url)
    sha256 = hashlib.sha256(content[1]).hexdigest() if content else None
    with store.reading() as unit:
        sources = unit.sources.all()
        versions = unit.sources.versions(source.id for source in sources) if sha256 else []
    holders = {version.source_id for version in versions if version.sha256 == sha256}
    return next(
        (one for one in sources if one.id in holders or (address and fold_url(one.fields.url) == address)), None
    )


def find_similar_sources(store: Store, fields: SourceFields) -> list[Source]:
    """Find sources that may be the same: the same address first, then very similar titles. A person decides."""
    with store.reading() as unit:
        sources = unit.sources.all()
    address = fold_url(fields.url)
    same = [source for source in sources if address and fold_url(source.fields.url) == address]
    alike = [sources[index] for index, _ in similar_titles(fields.title, [source.fields.title for source in sources])]
    return list({source.id: source for source in (*same, *alike)}.values())


def list_versions(store: Store, source_id: int) -> list[SourceVersion]:
    """List the versions of a source, the oldest first."""
    with store.reading() as unit:
        return unit.sources.versions([source_id])


def read_source_text(store: Store, source_id: int, version_uid: str | None = None) -> str | None:
    """Return the clean text of a source's version (None: the latest), or None where no bytes were kept."""
    document = read_source_document(store, source_id, version_uid)
    return None if document is None else document.text


def read_source_document(store: Store, source_id: int, version_uid: str | None = None) -> Document | None:
    """Read a source's version as a document, or None where no bytes were kept or they are in no format known here."""
    from workbench.readers import read_bytes

    with store.reading() as unit:
        versions = unit.sources.versions([source_id])
        if version_uid is not None:
            versions = [version for version in versions if version.uid == version_uid]
        if not versions:
            return None
        raw = unit.sources.read_content(versions[-1].uid)
    try:
        return None if raw is None else read_bytes(versions[-1].name, raw)
    except WorkbenchError:
        return None


def fold_url(url: str) -> str:
    """Write an address so that two spellings of one page are the same: no scheme, 'www.', fragment or last slash."""
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").removeprefix("www.")
        port = f":{parts.port}" if parts.port and parts.port not in {80, 443} else ""
    except ValueError:
        return url.strip()
    if not host:
        return url.strip()
    query = "&".join(sorted(part for part in parts.query.split("&") if part and not part.startswith("utm_")))
    return urlunsplit(("", host + port, parts.path.rstrip("/"), query, "")).removeprefix("//")


def _read_live_source(unit: Unit, source_id: int) -> Source:
    source = unit.sources.get(source_id)
    if source.removed:
        raise UsageError(f"source {source_id} was removed", "undo brings it back")
    return source


def _clean(fields: SourceFields) -> SourceFields:
    lines = {name: clean_line(getattr(fields, name), name.replace("_", " ")) for name in _LINES}
    prose = {name: clean_prose(getattr(fields, name), name) for name in _PROSE}
    for name in _DATES:
        if lines[name] and not is_iso_date(lines[name]):
            raise UsageError(
                f"{name.replace('_', ' ')} is a date, not '{lines[name]}'",
                "write 2024, 2024-03, 2024-03-25 or 2024-03-25T10:30",
            )
    try:
        kind = SourceType(fields.type)
    except ValueError:
        raise UsageError(
            f"there is no type of source '{fields.type}'", f"choose one of: {', '.join(SourceType)}"
        ) from None
    words: dict[str, Any] = {**lines, **prose}
    said = replace(fields, type=kind, **words)
    if not (said.title or said.url or said.path or said.asked):
        raise UsageError(
            "a source needs a title, an address, a file or a person who was asked",
            hint="give it one of them; the title is enough",
        )
    return said


def _media_type(name: str) -> str:
    from workbench.readers import pick_reader

    try:
        return pick_reader(name).media_type
    except WorkbenchError:
        return "application/octet-stream"
