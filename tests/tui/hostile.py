"""Text that a terminal would obey, Textual parse or a row be turned round by, and a walk that looks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

if TYPE_CHECKING:
    from tests.tui.libraries import Running

HOSTILE = {
    "markup": "[bold]40 boats[/bold] [/] 40 [/x] [ score [b + c [@click=app.quit]40[/] $text [$primary] %s {0} 40\\",
    "controls": "\x1b]0;title\x07 40 \x1b[2J boats \x9b31m 40 \x00 boats \x7f",
    "unicode": "\u202e40 boats\u2066\u200f 4\u200b0 b\ufeffoats 船40隻 👩\u200d👩\u200d👧 é\u0301\u0301 =cmd|'/c calc'!A1",
}
# What a terminal would obey, and what would turn the row round.
OBEYED = {*map(chr, range(0x20)), *map(chr, range(0x7F, 0xA0)), "\u202e", "\u2066"} - {"\n"}
# From so many columns on there is room for all that a walk looks for.
LARGE = 100
# What must be read on the screen, where the text is shown at all: a part without spaces, since rows are wrapped.
TOLD = {"markup": "[bold]40", "controls": "]0;title", "unicode": "船40隻"}


class Walk:
    """A walk through the program that looks at every page on the way."""

    def __init__(self, run: Running, text: str, told: str) -> None:
        self.run = run
        self.text = text
        # In a small window only the beginning of a text has room.
        self.told = told if run.app.size.width >= LARGE else ""
        self.visited: set[type] = set()

    async def go(self, *keys: str, shows: bool = False) -> None:
        """Press some keys; where they lead to, nothing may be obeyed, and the text be read where it is shown."""
        for key in keys:
            await self.run.press(key)
            self.look(key)
        assert not shows or self.told in self.run.text(), f"{keys}:\n{self.run.text()}"

    def look(self, key: str = "") -> None:
        """Look at the page that a key led to."""
        page = self.run.text()
        self.visited.add(type(self.run.app.screen))
        assert not OBEYED & set(page.replace("\n", "")), f"{key}:\n{page}"
        assert all(cell_len(line) <= self.run.app.size.width for line in page.splitlines()), f"{key}:\n{page}"

    async def write(self) -> None:
        await self.run.type(self.text.replace("\x00", ""))
