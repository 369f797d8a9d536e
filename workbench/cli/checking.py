"""Run the whole-article checks."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from workbench.cli.printing import fit, json_option, print_json, print_table, say
from workbench.cli.reading import is_file_name, open_review_of
from workbench.errors import ExitCode

if TYPE_CHECKING:
    from workbench.model.reviews import Notice


@click.command(short_help="Check an article as a whole: each weekday against its date.")
@click.argument("article")
@json_option()
def check(article: str, as_json: bool) -> int:
    """Check ARTICLE, or a file, as a whole, for example each weekday against its date.

    The exit code is 1 when something was noticed. A check decides nothing.
    """
    if is_file_name(article):
        text, notices = _read_file(Path(article))
    else:
        review = open_review_of(article)
        text, notices = review.text.text, review.notices
    if as_json:
        from workbench.formats.review_json import notice_to_json

        print_json({"notices": [notice_to_json(notice) for notice in notices]})
    elif notices:
        rows = ((notice.check, notice.message, fit(notice.spans[0].of(text))) for notice in notices)
        print_table(("check", "what it noticed", "where"), rows)
    else:
        say("nothing noticed")
    return ExitCode.FINDINGS if notices else ExitCode.OK


def _read_file(path: Path) -> tuple[str, tuple[Notice, ...]]:
    from workbench.checks import run_checks
    from workbench.kinds import read_text
    from workbench.readers import read_file

    document = read_file(path)
    reading = read_text(document.text, document.blocks, published=document.metadata.published)
    return document.text, run_checks(reading)
