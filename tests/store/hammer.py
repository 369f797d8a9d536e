"""A second program on the same file: decides claims one after the other and says so after each commit.

python -m tests.store.hammer DATABASE NAME COUNT
"""

from __future__ import annotations

import sys

from workbench.desk.reviewing import ask_author, open_review
from workbench.errors import ConflictError
from workbench.store.failures import LockedStoreError
from workbench.store.opening import open_store

NOW = "2026-03-01T10:00:00Z"


def main(path: str, name: str, count: int) -> None:
    """Add a line to the question on claim 1.1, each time on what was read before; told are the lines acknowledged."""
    store = open_store(path)
    done = 0
    while done < count:
        claim = open_review(store, 1).claims[0]
        line = f"{name}{done}"
        question = f"{claim.question}\n{line}" if claim.question else line
        try:
            ask_author(store, claim.ref, question, revision=claim.revision, now=NOW, actor=name)
        except (ConflictError, LockedStoreError):
            continue
        done += 1
        print(line, flush=True)
    store.close()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
