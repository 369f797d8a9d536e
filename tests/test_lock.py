"""Hold the lock file to the dependencies that are declared."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent


def table(name: str) -> dict[str, Any]:
    return tomllib.loads((ROOT / name).read_text(encoding="utf-8"))


def test_every_declared_dependency_is_locked() -> None:
    project = table("pyproject.toml")["project"]
    lines = [*project["dependencies"], *(line for extra in project["optional-dependencies"].values() for line in extra)]
    declared = {match[0].lower() for line in lines if (match := re.match(r"[A-Za-z0-9._-]+", line))}
    locked = {package["name"] for package in table("uv.lock")["package"]}
    assert declared <= locked


def test_the_lock_names_one_index_for_all() -> None:
    sources = {str(package["source"]) for package in table("uv.lock")["package"]}
    assert len(sources) == 2, "the project itself, and one index"
