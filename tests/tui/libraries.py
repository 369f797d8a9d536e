"""A library on a real store, and the app run on it: what the screens are tested on."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from textual import events
from textual.keys import _character_to_key
from textual.screen import ModalScreen

from workbench.desk import citing, importing, sourcing
from workbench.desk.reviewing import open_review
from workbench.model.sources import SourceFields, SourceType, Stance
from workbench.readers import read_bytes
from workbench.settings.settings import Settings
from workbench.store.opening import Store, open_store
from workbench.tui.app import Workbench
from workbench.tui.commands import find_command

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from textual.pilot import Pilot
    from textual.worker import Worker

    from workbench.model.reviews import Review
    from workbench.tui.screens.base import Room
    from workbench.tui.screens.review.screen import ReviewScreen

CHARACTERS = {_character_to_key(character): character for character in ",;.#/-=? "}
# A key sets off messages that set off others: as many rounds without anything under way are taken for the end.
QUIET_ROUNDS = 8
NOW = "2024-03-26T09:00:00Z"
ARTICLE = """---
title: Harbour vote
outlet: The Post
author: Ada Marsh
published: 2024-03-25
---

# Harbour vote

The council backed the harbour plan on Monday by 14 votes to 3, after a debate of six hours.

Mayor Ellen Brandt said the work would cost 2.4 million euros and create 120 jobs. “We have waited ten years for this,”
Brandt said. The port handled 40,000 containers last year.

Critics doubt the sum. “It will be twice that,” said Tom Weller of the residents' group, which has 900 members.

The sea was calm that evening.

The first of the 120 jobs are promised for May.
"""
RECORD = "Minutes of the council. Item 4: the plan was carried with 14 votes in favour and 3 against. The debate took six hours.\n"
RECORD += "\nThe chair thanked the clerks.\n" * 20


def make_library(path: Path) -> None:
    """Make a database with one article, and a source whose text is kept, attached to its first claim."""
    store = open_store(path)
    importing.import_document(store, read_bytes("harbour.md", ARTICLE.encode()), now=NOW, actor="ada")
    fields = SourceFields(
        "Minutes of the council", SourceType.PRIMARY, publisher="City of Haven", published="2024-03-25"
    )
    source = sourcing.add_source(store, fields, content=("minutes.txt", RECORD.encode()), now=NOW, actor="ada")
    citing.attach_source(
        store,
        ["1.2"],
        source.id,
        stance=Stance.SUPPORTS,
        quote="14 votes in favour",
        locator="item 4",
        now=NOW,
        actor="ada",
    )
    store.close()


@dataclass
class Running:
    """The app under test with its pilot and a second look at its database."""

    app: Workbench
    pilot: Pilot[int]
    store: Store
    pressed: set[str]

    @property
    def room(self) -> Room:
        return self.app.screen  # type: ignore[return-value]  # tests ask where a room is

    @property
    def review_screen(self) -> ReviewScreen:
        from workbench.tui.screens.review.screen import ReviewScreen

        return next(screen for screen in self.app.screen_stack if isinstance(screen, ReviewScreen))

    @property
    def current(self) -> int:
        assert self.review_screen.session is not None
        return self.review_screen.session.current

    def review(self) -> Review:
        """Read the review as another program would."""
        return open_review(self.store, 1, events=True)

    def claim(self, number: int) -> Any:
        return next(claim for claim in self.review().claims if claim.number == number)

    async def do(self, *commands: str) -> None:
        """Press the first key of each command, and wait for what it sets off."""
        for name in commands:
            command = find_command(name)
            assert command is not None, name
            self.pressed.add(name)
            await self.press(command.keys[0])

    async def press(self, *keys: str) -> None:
        for key in keys:
            self._send(key)
            await self.settle()

    async def type(self, text: str) -> None:
        """Type into what has the focus, or paste it as a terminal would."""
        driver = self.app._driver
        assert driver is not None
        driver.send_message(events.Paste(text))
        await self.settle()

    async def settle(self) -> None:
        """Wait until nothing is under way but a dialog that waits for an answer."""
        quiet = 0
        while quiet < QUIET_ROUNDS and not self.app._exit:
            await self.pilot._wait_for_screen()
            await asyncio.sleep(0.002)
            # A dialog's asker waits with it; everything else must come to its end.
            busy = [one for one in self.app.workers if one.is_running and not self._waits_for_answer(one)]
            waiting = self.app.desk.waiting or self.app._message_queue.qsize() or self.app._typed_ahead
            quiet = 0 if busy or waiting else quiet + 1

    def _waits_for_answer(self, worker: Worker[Any]) -> bool:
        over = self.app.screen
        # A form that is to be taken may ask something over itself.
        asking = worker.group in {"ask", "deed"} or (worker.group == "accept" and worker.node is not over)
        return asking and isinstance(over, ModalScreen)

    def _send(self, key: str) -> None:
        driver = self.app._driver
        assert driver is not None
        name = _character_to_key(key) if len(key) == 1 and not key.isalnum() else key
        driver.send_message(events.Key(name, key if len(key) == 1 else CHARACTERS.get(name)))

    def text(self) -> str:
        """Return what stands on the screen."""
        return text_of(self.app)


def text_of(app: Workbench) -> str:
    """Return what stands on an app's screen."""
    rows = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in row).rstrip() for row in rows)


@asynccontextmanager
async def running(
    path: Path,
    *,
    article: int | None = 1,
    size: tuple[int, int] = (120, 40),
    folder: Path | None = None,
    **settings: Any,
) -> AsyncIterator[Running]:
    """Run the app on a database."""
    app = Workbench(path, Settings(actor="ada", **settings), article=article, folder=folder, clock=lambda: NOW)
    store = open_store(path)
    try:
        async with app.run_test(size=size, notifications=True) as pilot:
            run = Running(app, pilot, store, set())
            await run.settle()
            yield run
    finally:
        app.desk.close()
        store.close()
