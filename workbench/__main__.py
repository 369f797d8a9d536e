"""Run `workbench`, and let no error out but as one clear line and an exit code."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return the exit code; `arguments` are those of the process unless given."""
    # An empty NO_COLOR asks for nothing, but Textual and Rich obey it; it goes before either is imported.
    if os.environ.get("NO_COLOR") == "":
        del os.environ["NO_COLOR"]
    words = list(sys.argv[1:] if arguments is None else arguments)
    try:
        from workbench.tui.firstpaint import open_at_once

        run = open_at_once(words)
        if run is None:
            from workbench.cli.boundary import run_guarded

            return run_guarded(words)
        return run()
    except SystemExit:
        raise
    except BaseException as error:  # noqa: BLE001 - the boundary names every error; to import it first would cost time
        from workbench.cli.boundary import end_with

        return end_with(error)


if __name__ == "__main__":
    sys.exit(main())
