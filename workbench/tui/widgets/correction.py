"""A proposed correction against the text: what goes is struck through, what comes is underlined."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from enum import StrEnum
from typing import NamedTuple

from textual.content import Content

from workbench.tui.widgets.cells import draw

_TOKEN = re.compile(r"\s+|\w+(?:[.,'’-]\w+)*|[^\w\s]")


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
