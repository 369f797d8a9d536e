"""Count the work that was done."""

from __future__ import annotations

from dataclasses import asdict

import click

from workbench.cli.desks import at_desk
from workbench.cli.printing import json_option, print_json, print_table


@click.command()
@click.argument("article", required=False)
@json_option()
def statistics(article: str | None, as_json: bool) -> None:
    """Count verdicts, kinds, states and deeds by day: of ARTICLE, or of the whole library."""
    from workbench.desk.statistics import count_work

    with at_desk() as desk:
        counted = asdict(count_work(desk.store, desk.article(article).id if article else None))
    if as_json:
        print_json(counted)
        return
    rows = ((name, tally["label"], tally["count"]) for name, tallies in counted.items() for tally in tallies)
    print_table(("of", "which", "how many"), rows)
