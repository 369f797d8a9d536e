"""Checkers that come from npm: where `$WORKBENCH_CHECKERS` (a folder with `node_modules`) says, if it says so."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

_MODULES = Path(os.environ.get("WORKBENCH_CHECKERS", "/nonexistent")) / "node_modules"
AXE = _MODULES / "axe-core" / "axe.min.js"
SARIF_SCHEMA = _MODULES / "@microsoft" / "jest-sarif" / "lib" / "schemas" / "sarif-2.1.0-rtm.5.json"
VNU = _MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"


def need(*tools: str | Path) -> pytest.MarkDecorator:
    """Skip a test where a command, or a checker's file, is missing."""
    missing = [
        Path(tool).name for tool in tools if not (tool.is_file() if isinstance(tool, Path) else shutil.which(tool))
    ]
    return pytest.mark.skipif(bool(missing), reason=f"not installed: {', '.join(missing)}")
