"""Run the whole-article checks."""

from __future__ import annotations

from pathlib import Path

import click

from workbench.cli.printing import fit, json_option, print_json, print_table, say
from workbench.cli.reading import is_file_name, open_review_of
from workbench.errors import ExitCode


@click.command()
@click.argument("article")
@json_option()
def check(article: str, as_json: bool) -> int:
    """Check ARTICLE, or a file, as a whole, for example each weekday against its date.

    The exit code is 1 when something was noticed. A check decides nothing.
    """
    from workbench.checks import run_checks
    from workbench.kinds.reading import read_text

    if is_file_name(article):
        from workbench.readers import read_file

        document = read_file(Path(article))
        text, blocks, published = document.text, document.blocks, document.metadata.published
    else:
        review = open_review_of(article)
        text, blocks, published = review.text.text, review.text.blocks, review.article.published
    notices = run_checks(read_text(text, blocks, published=published))
    if as_json:
        from workbench.formats.review_json import notice_to_json

        print_json({"notices": [notice_to_json(notice) for notice in notices]})
    elif notices:
        rows = ((notice.check, notice.message, fit(notice.spans[0].of(text))) for notice in notices)
        print_table(("check", "what it noticed", "where"), rows)
    else:
        say("nothing noticed")
    return ExitCode.FINDINGS if notices else ExitCode.OK
