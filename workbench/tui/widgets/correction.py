"""A proposed correction against the text: what goes is struck through, what comes is underlined."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from enum import StrEnum
from typing import NamedTuple

from textual.content import Content

from workbench.tui.widgets.cells import draw

_TOKEN = re.compile(r"\s+|\w+(?:[.,'’-]\w+)*|[^\w\s]")
_WORD = re.compile(r"\w+(?:[.,'’-]\w+)*")
# Characters shown on both sides of the words that are replaced.
AROUND = 80


class Edit(StrEnum):
    """What becomes of a stretch of words."""

    KEEP = "keep"
    GO = "go"
    COME = "come"


class Stretch(NamedTuple):
    """Some words and what becomes of them."""

    edit: Edit
    text: str


def compare_words(before: str, after: str) -> list[Stretch]:
    """Return what turns `before` into `after`, word by word.

    The kept and the going stretches together are `before`, the kept and the coming ones `after`.
    """
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    stretches: list[Stretch] = []
    for tag, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            stretches.append(Stretch(Edit.KEEP, "".join(old[i:j])))
            continue
        stretches += [
            Stretch(edit, text) for edit, text in ((Edit.GO, "".join(old[i:j])), (Edit.COME, "".join(new[k:m]))) if text
        ]
    return stretches


def show_proposal(mark: str, sentence: str, new: str) -> Content:
    """Return a proposed wording against the one that it is as long as, roughly: the claim's words, or its sentence."""
    old = min((mark, sentence), key=lambda text: abs(len(text) - len(new)))
    if set(old.split()) & set(new.split()):
        return show_correction(old, new)
    # Nothing of the old wording stays: struck and new words side by side would run into each other.
    return Content.assemble((draw(old), "strike $claim-fail"), " → ", (draw(new), "underline $claim-pass"))


def show_in_sentence(sentence: str, mark: tuple[int, int], new: str) -> Content:
    """Return a proposed wording where it will stand, while it is written; a word that would then stand twice is told.

    `mark` is where the claim's words are in the sentence.
    """
    old, before, behind = sentence[slice(*mark)], sentence[: mark[0]], sentence[mark[1] :]
    if abs(len(sentence) - len(new)) < abs(len(old) - len(new)):
        return show_proposal(old, sentence, new)
    lead = before if len(before) <= AROUND else f"… {before[-AROUND:].partition(' ')[2]}"
    trail = behind if len(behind) <= AROUND else f"{behind[:AROUND].rpartition(' ')[0]} …"
    quiet = "$page-margin"
    middle = show_proposal(old, old, new) if new else show_correction(old, new)
    shown = Content.assemble((draw(lead), quiet), middle, (draw(trail), quiet))
    if twice := _find_doubled(before, new, behind):
        return Content.assemble(shown, "\n", ("! ", "bold $warning"), f"“{draw(twice)}” would stand twice")
    return shown


def _find_doubled(before: str, new: str, behind: str) -> str:
    """Return the word that the new words share with the one before or behind them, '' for none."""
    words, left, right = (_WORD.findall(text) for text in (new, before, behind))
    if words and right and words[-1].casefold() == right[0].casefold():
        return str(words[-1])
    return str(words[0]) if words and left and words[0].casefold() == left[-1].casefold() else ""


def show_correction(before: str, after: str) -> Content:
    """Return a correction for the screen, told in signs as well for where nothing can be struck through.

    An arrow leads from what goes to what comes in its place, '13→14 votes'; what just goes has a minus: '[−about] 13'.
    """
    styles = {Edit.KEEP: "", Edit.GO: "$claim-fail strike", Edit.COME: "$claim-pass underline"}
    pieces: list[tuple[str, str]] = []
    stretches = compare_words(before, after)
    for (edit, text), follows in zip(stretches, [*stretches[1:], None], strict=True):
        words = text.strip()
        if edit is not Edit.GO or not words:
            pieces.append((draw(text), styles[edit]))
        elif follows is not None and follows.edit is Edit.COME:
            pieces += [(draw(text), styles[edit]), ("→", "")]
        else:
            lead, _, trail = text.partition(words)
            pieces += [(draw(f"{lead}[−"), ""), (draw(words), styles[edit]), (draw(f"]{trail}"), "")]
    return Content.assemble(*pieces)
