"""Count the work that was done."""

from __future__ import annotations

from dataclasses import asdict, fields

import click

from workbench.cli.desks import at_desk
from workbench.cli.printing import json_option, print_json, print_table


@click.command(short_help="Count verdicts, kinds, states and deeds by day.")
@click.argument("article", required=False)
@json_option()
def statistics(article: str | None, as_json: bool) -> None:
    """Count verdicts, kinds, states and deeds by day: of ARTICLE, or of the whole library."""
    from workbench.desk.statistics import count_work

    with at_desk() as desk:
        counted = count_work(desk.store, desk.article(article).id if article else None)
    if as_json:
        said = asdict(counted)
        for kind, tally in zip(said["kinds"], counted.kinds, strict=True):
            kind["count"] = tally.count
        print_json(said)
        return
    tallied = {field.name: getattr(counted, field.name) for field in fields(counted)}
    rows = [(name, tally.label, tally.count) for name, tallies in tallied.items() for tally in tallies]
    rows += [
        (f"{kind.label}, {outcome}", "", count) for kind in counted.kinds for outcome, count in kind.outcomes.items()
    ]
    print_table(("of", "which", "how many"), rows)
