"""The little of WordprocessingML that an annotated article needs: runs, tracked changes, comments.

Element order and attributes follow ECMA-376 part 1, 17.3 (runs), 17.13.4 (comments) and 17.13.5 (revisions).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from lxml import etree

from workbench.formats.canonical import make_fit

if TYPE_CHECKING:
    from collections.abc import Iterable

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


@dataclass(frozen=True, slots=True)
class Hand:
    """Who wrote a comment or a change, and when."""

    author: str
    at: str


def make(tag: str, *children: Any, **attributes: object) -> Any:
    """Make an element in the main namespace; attributes are in it too."""
    element = etree.Element(f"{{{W}}}{tag}", {f"{{{W}}}{name}": str(value) for name, value in attributes.items()})
    element.extend(children)
    return element


def make_run(text: str, *, deleted: bool = False, bold: bool = False) -> Any:
    """Make a run; line ends become line breaks."""
    run = make("r")
    if bold:
        run.append(make("rPr", make("b")))
    for number, line in enumerate(make_fit(text).split("\n")):
        if number:
            run.append(make("br"))
        if line:
            words = make("delText" if deleted else "t")
            words.text = line
            words.set(_SPACE, "preserve")
            run.append(words)
    return run


def make_change(tag: str, number: int, hand: Hand, run: Any) -> Any:
    """Wrap a run as a tracked change, 'ins' or 'del'."""
    return make(tag, run, id=number, author=_short(hand.author), date=hand.at)


def make_comment(number: int, hand: Hand, paragraphs: Iterable[tuple[str, bool]]) -> Any:
    """Make a comment of paragraphs, each a text and whether it is bold."""
    comment = make("comment", id=number, author=_short(hand.author), date=hand.at, initials=_initials(hand.author))
    mark = make("r", make("rPr", make("rStyle", val="CommentReference")), make("annotationRef"))
    for index, (text, bold) in enumerate(paragraphs):
        style = make("pPr", make("pStyle", val="CommentText"))
        comment.append(make("p", style, *([mark] if not index else []), make_run(text, bold=bold)))
    return comment


def make_reference(number: int) -> Any:
    """Make the run that ties a comment to the place where its range ends."""
    return make("r", make("rPr", make("rStyle", val="CommentReference")), make("commentReference", id=number))


def _short(name: str) -> str:
    return make_fit(name)[:255] or "workbench"


def _initials(name: str) -> str:
    return "".join(word[0] for word in make_fit(name).split())[:3].upper() or "W"
