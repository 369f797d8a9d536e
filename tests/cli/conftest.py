"""Run the command line in this process, as a pipe would: no terminal, real files, the error boundary included."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest

from workbench.__main__ import main

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True)
class Result:
    """What a command gave back."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Run = Callable[..., Result]


@pytest.fixture
def run(capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return `run(*arguments, stdin="")`."""

    def call(*arguments: str, stdin: str | bytes = "") -> Result:
        raw = stdin.encode() if isinstance(stdin, str) else stdin
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw), encoding="utf-8"))
        capfdbinary.readouterr()
        code = main(list(arguments))
        sys.stdout.flush()
        out, err = capfdbinary.readouterr()
        return Result(code, out.decode(), err.decode())

    return call


DRAFT = """---
title: Harbour bridge to close
author: A. Writer
outlet: The Example
published: 2024-03-25
---

# Harbour bridge to close

The harbour bridge will close on Monday, 25 March 2024, for 14 weeks, the city said. Some 1,400 people cross it a day.

"It is the only way to repair the cables," Mayor Jane Smith said. The work costs $3.2 million.
"""


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """Write a small draft with figures, a quotation, a name and a date."""
    path = tmp_path / "draft.md"
    path.write_text(DRAFT, encoding="utf-8")
    return path


@pytest.fixture
def article(run: Run, draft: Path) -> dict[str, Any]:
    """Import the draft and return its claims by their text: {'14': {...}, …}."""
    assert run("import", str(draft)).code == 0
    return {claim["text"]: claim for claim in run("claims", "1", "--json").json["claims"]}
