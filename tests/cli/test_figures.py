from __future__ import annotations

import json
from typing import TYPE_CHECKING

from workbench.figures import figure_to_json, find_figures

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run


def test_figures_of_a_file_and_of_standard_input(run: Run, tmp_path: Path) -> None:
    text = "Some 1.4 million people waited; 14 came."
    path = tmp_path / "a.txt"
    path.write_text(text, encoding="utf-8")
    for result in (run("figures", str(path), "--json"), run("figures", "-", "--json", stdin=text)):
        assert result.json["figures"] == json.loads(json.dumps([figure_to_json(one) for one in find_figures(text)]))
        assert [result.json["text"][one["start"] : one["end"]] for one in result.json["figures"]] == [
            "1.4 million",
            "14",
        ]
    assert "1.4 million" in run("figures", str(path)).out


def test_batches_are_answered_in_order_with_offsets_into_the_text_as_given(run: Run) -> None:
    texts = ["On 25 March 2024 the third of 14 came.", "", "café – 5%\r\n\tof 7", "nothing here"]
    lines = "\n".join(json.dumps({"id": number, "text": text}) for number, text in enumerate(texts))
    result = run("figures", "--batch", stdin=lines)
    answers = [json.loads(line) for line in result.out.splitlines()]
    assert (result.code, result.err) == (0, "")
    assert [answer["id"] for answer in answers] == [0, 1, 2, 3]
    assert [len(answer["figures"]) > 0 for answer in answers] == [True, False, True, False]
    for answer, text in zip(answers, texts, strict=True):
        assert all(text[one["start"] : one["end"]] == one["text"] for one in answer["figures"])
    assert {"date", "ordinal", "count"} <= {one["kind"] for one in answers[0]["figures"]}


def test_a_line_that_is_no_request_does_not_stop_the_others(run: Run) -> None:
    result = run(
        "figures",
        "--batch",
        stdin='{"id": 1, "text": "14 men"}\nnoise\n{"id": "b"}\n[]\n\n{"id": 3, "text": "2 men"}\n',
    )
    answers = [json.loads(line) for line in result.out.splitlines()]
    assert result.code == 3
    assert [answer["id"] for answer in answers] == [1, None, "b", None, 3]
    assert ["error" in answer for answer in answers] == [False, True, True, True, False]
    assert "error: line 2: not JSON" in result.err


def test_a_batch_reads_no_file(run: Run, tmp_path: Path) -> None:
    assert run("figures", "--batch", str(tmp_path)).code == 2
