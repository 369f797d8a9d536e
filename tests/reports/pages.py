"""Read an HTML page strictly enough to see what a browser would do with it."""

from __future__ import annotations

from html.parser import HTMLParser

VOID = {"meta", "br", "hr", "line", "rect", "link", "img", "input", "wbr"}


class Page(HTMLParser):
    """The page's elements with their attributes, its ids and links; every element must be closed in order."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.words: list[str] = []
        self._open: list[str] = []
        self.feed(text)
        self.close()
        assert self._open == [], self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len({name for name, _ in attrs}) == len(attrs), attrs
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID and not (self.get_starttag_text() or "").endswith("/>"):
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self._open:
            self.words.append(data)

    @property
    def tags(self) -> set[str]:
        return {tag for tag, _ in self.elements}

    @property
    def ids(self) -> list[str]:
        return [names["id"] for _, names in self.elements if "id" in names]

    @property
    def links(self) -> list[str]:
        return [names["href"] for _, names in self.elements if "href" in names]

    @property
    def text(self) -> str:
        return "".join(self.words)
