from __future__ import annotations

import re
from importlib.resources import files

import pytest

from tests.reports.build import SECRET, Wording, build_review
from workbench.errors import InputError
from workbench.reports import Options
from workbench.reports.memo import Memo
from workbench.reports.own import write_own

POISONED = build_review(Wording("<b>*Bridge*</b>"))


def fill(source: str, name: str = "own.txt", *, public: bool = False) -> str:
    return write_own(POISONED, Options(template=source, template_name=name, public=public)).decode()


def test_the_name_of_the_file_says_how_values_are_escaped() -> None:
    assert fill("{{ memo.title }}", "own.txt") == "<b>*Bridge*</b>"
    assert fill("{{ memo.title }}", "own.html.jinja") == "&lt;b&gt;*Bridge*&lt;/b&gt;"
    assert fill("{{ memo.title }}", "own.md") == "\\<b\\>\\*Bridge\\*\\</b\\>"


def test_the_read_model_is_at_hand() -> None:
    source = "{% for entry in memo.findings %}{{ entry.ref }} {{ entry.label }}: {{ entry.correction }}\n{% endfor %}"
    assert "3.11 incorrect: 1.4 million hours" in fill(source)
    assert fill("{{ memo.review.article.touched_at | time }}") == "1 June 2024, 12:00 UTC"


def test_a_public_version_is_stripped_before_the_template_sees_it() -> None:
    source = "{% for claim in review.claims %}{{ claim }}{% endfor %}{{ review.sources }}{{ review.events }}"
    assert SECRET in fill(source)
    assert SECRET not in fill(source, public=True)


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("line\n{% for x in %}", "own.txt, line 2"),
        ("{{ memo.nothing }}", "own.txt: 'workbench.reports.memo.Memo object' has no attribute 'nothing'"),
        ("{{ ''.__class__.__mro__ }}", "own.txt"),
        ("{{ memo.title.format.__globals__ }}", "own.txt"),
        ("{{ cycler.__init__.__globals__.os.popen('id').read() }}", "own.txt"),
        ("{% include '../../settings/settings.py' %}", "own.txt"),
        ("{{ 1 / 0 }}", "own.txt"),
        ("{{ 'x' * 10**17 }}", "own.txt: it asks for more memory"),
        ("{{ 'x'.ljust(10**17) }}", "own.txt: it asks for more memory"),
        ("{{ '{0.__class__}'.format(memo) }}", "own.txt"),
        ("{{ memo | attr('__class__') }}", "own.txt"),
        ("{{ memo.entries | groupby('__class__') }}", "own.txt"),
        ("{{ memo.by_uid.clear() }}", "own.txt"),
        ("{{ memo.checkers.append('x') }}", "own.txt"),
        ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "own.txt"),
        ("{% include '/etc/passwd' %}", "own.txt"),
        ("{{ memo.tallies[99].label }}", "own.txt"),
        ("{% for i in range(10**9) %}{% endfor %}", "own.txt"),
    ],
)
def test_a_template_that_is_wrong_or_wants_out_is_refused(source: str, reason: str) -> None:
    with pytest.raises(InputError) as caught:
        fill(source)
    assert reason in caught.value.message


EXAMPLE = re.compile(r"^```jinja\n(.*?)^```", re.DOTALL | re.MULTILINE)


def test_the_examples_of_the_help_page_work() -> None:
    page = files("workbench").joinpath("data/help/templates.md").read_text("utf-8")
    examples = EXAMPLE.findall(page)
    assert len(examples) >= 2
    assert all(fill(example, "own.md") for example in examples)


def test_every_name_that_the_help_page_promises_is_there() -> None:
    page = files("workbench").joinpath("data/help/templates.md").read_text("utf-8")
    memo = Memo(POISONED, Options())
    things = {
        "memo": memo,
        "entry": memo.entries[9],
        "cited": memo.entries[9].evidence[0],
        "claim": memo.entries[9].claim,
        "tally": memo.tallies[0],
        "group": memo.source_groups[0],
        "source": POISONED.sources[4],
        "gap": memo.gaps[0],
        "signoff": memo.signoffs[0],
        "event": memo.history[0],
    }
    promised = re.findall(r"^- `(\w+)((?:\.\w+)+)`", page, re.MULTILINE)
    assert len(promised) > 40
    for thing, path in promised:
        value: object = things[thing]
        for step in path[1:].split("."):
            value = getattr(value, step)
