"""Put the sample that travels with the program into the library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.desk.sourcing import add_source, list_sources
from workbench.errors import InputError
from workbench.model.sources import SourceFields, SourceType
from workbench.settings.paths import sample_dir

if TYPE_CHECKING:
    from pathlib import Path

    from workbench.store.opening import Store

_README = "README.md"


def sample_article(*, draft: bool = False) -> Path:
    """Return the sample article, or the copy of it with mistakes in it."""
    articles = [path for path in sorted(sample_dir().glob("*.md")) if path.name != _README]
    wanted = [path for path in articles if path.stem.endswith("-draft") is draft]
    if not wanted:
        raise InputError(f"the sample is not in {sample_dir()}", hint="Install workbench again.")
    return wanted[0]


def add_sample_sources(store: Store, *, now: str, actor: str) -> int:
    """Add the sample's sources, each once: one that is in the library by its title is left as it is; return how many."""
    from workbench.readers import read_file

    known = {row.source.fields.title for row in list_sources(store)}
    added = 0
    for path in sorted((sample_dir() / "sources").glob("*.md")):
        document = read_file(path)
        said = document.metadata
        if said.title in known:
            continue
        fields = SourceFields(
            title=said.title,
            # A note that stands for no public document is reference matter of the desk's own.
            type=SourceType.PRIMARY if said.url else SourceType.REFERENCE,
            url=said.url,
            publisher=said.outlet,
            author=said.author,
            published=said.published,
        )
        add_source(store, fields, content=(path.name, document.raw), now=now, actor=actor)
        added += 1
    return added
