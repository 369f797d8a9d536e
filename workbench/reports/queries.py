"""The questions to the author as a numbered letter in plain text."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from workbench.errors import UsageError
from workbench.formats.canonical import to_bytes
from workbench.reports.annotating import locate_lines
from workbench.reports.memo import Memo
from workbench.reports.wording import count, say_time
from workbench.text.cleaning import defang
from workbench.text.phrases import in_quotes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.model.reviews import Review
    from workbench.reports.entries import Entry
    from workbench.reports.report import Options

_WIDTH = 76


def compose(review: Review, options: Options) -> bytes:
    """Write the letter; raise UsageError for a public one, questions being the desk's."""
    if options.public:
        raise UsageError("questions to the author are for the desk, there is no public version", "Leave out --public.")
    return to_bytes("\n".join(_write_letter(Memo(review, options))) + "\n")


def _write_letter(memo: Memo) -> Iterator[str]:
    article, queries = memo.review.article, memo.queries
    starts = [entry.claim.start for entry in queries]
    lines = locate_lines(memo.review.text.text, memo.review.text.blocks, starts)
    yield from _wrap(f"Questions on {in_quotes(memo.title)}")
    yield say_time(article.touched_at[:10])
    yield ""
    yield from _wrap(f"Dear {article.author or 'author'},")
    yield ""
    if not queries:
        yield "We have no questions."
        return
    yield from _wrap(f"Checking your article left us with {count(len(queries), 'question')}. Please answer by number.")
    for number, (entry, line) in enumerate(zip(queries, lines, strict=True), 1):
        yield ""
        yield from _ask(number, entry, line)
    yield ""
    yield "With thanks,"
    yield from _wrap(", ".join(["the fact-check desk", *([article.outlet] if article.outlet else [])]))
    yield ""
    yield from _wrap(f"The numbers in brackets are ours. We read the draft with SHA-256 {memo.review.text.sha256}.")


def _ask(number: int, entry: Entry, line: int) -> Iterator[str]:
    speaker = entry.claim.speaker
    where = f"In line {line} you" if line else "You"
    yield from _wrap(f"{number}. {where} {f'have {speaker} say' if speaker else 'write'} [{entry.ref}]:", "   ")
    sentence = "".join(entry.sentence).strip()
    yield from _wrap(f"   {in_quotes(sentence)}", "   ")
    if entry.claim.text != sentence:
        yield from _wrap(f"   In question: {in_quotes(entry.heading)}", "   ")
    question = entry.claim.question or "What is your source for this?"
    for paragraph in question.splitlines():
        yield from _wrap(f"   {paragraph}", "   ")
    if entry.correction:
        yield from _wrap(f"   May we write {in_quotes(entry.correction)}?", "   ")


def _wrap(text: str, indent: str = "") -> list[str]:
    plain = defang(text)
    return textwrap.wrap(plain, _WIDTH, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)
