"""Keys in their turn: each is obeyed where the one before it has led, however fast they come.

Textual hands a key to the widget that has the focus now. Over a slow line several keys come at once, and those behind
one that asks a question would be taken by the screen under it: '#', '1', '2' would jump nowhere and give two verdicts.
"""

from __future__ import annotations

import asyncio
from collections import deque
from typing import TYPE_CHECKING, Generic

from textual import events, on
from textual.message import Message

from workbench.tui.steady import Result, SteadyApp

if TYPE_CHECKING:
    from textual.message_pump import MessagePump
    from textual.screen import Screen

# How long, in seconds, a key is waited for that nobody says was obeyed (its widget has gone), and a question.
LONGEST_KEY, LONGEST_ASKING = 1.0, 5.0
# How often it is asked whether a key has been obeyed, after the first time.
ROUNDS = 1


class TypingAhead(SteadyApp[Result], Generic[Result], inherit_bindings=False):
    """The part of the app that lets keys and pastes wait until they are meant."""

    class Obeyed(Message):
        """All that was sent before it has been obeyed; so many `rounds` more it goes the way of its key.

        What a widget makes of a key (an entry handed in) is a message behind the first of them.
        """

        def __init__(self, key: events.Key | events.Paste, target: MessagePump, rounds: int) -> None:
            super().__init__()
            self.key = key
            self.target = target
            self.rounds = rounds

    class GoOn(Message):
        """What waits may be meant now."""

    def __init__(self) -> None:
        super().__init__()
        self._typed_ahead: deque[events.Key | events.Paste] = deque()
        # The key that is being obeyed just now, whether it is a move, the screen and the widget that obey it, and whether
        # it was asked about.
        self._key: events.Key | events.Paste | None = None
        self._is_moving = False
        self._obeying: Screen[object] | None = None
        self._target: MessagePump | None = None
        self._is_asked = False
        # Until when, by the loop's clock, the next one waits for the key before it, and for a question.
        self._key_ends = self._asking_ends = 0.0

    def hold_keys(self) -> None:
        """Let what is typed wait: a question is about to be asked, or an answer to be taken."""
        self._asking_ends = self._clock() + LONGEST_ASKING

    def release_keys(self) -> None:
        """Let go on what waits."""
        self._asking_ends = 0.0
        if self._typed_ahead:
            self.post_message(self.GoOn())

    async def on_event(self, event: events.Event) -> None:
        """Hand a key on when the one before it has been obeyed."""
        if not isinstance(event, events.Key | events.Paste) or event.is_forwarded:
            await super().on_event(event)
            return
        is_move = self.is_move(event)
        if self._typed_ahead or self._must_wait(is_move=is_move):
            if not self._typed_ahead:
                self._look_again_soon()
            self._typed_ahead.append(event)
            self._ask_whether_obeyed()
        else:
            await self._obey(event, is_move=is_move)

    def is_move(self, event: events.Key | events.Paste) -> bool:  # noqa: ARG002 - an app with keys of its own says which
        """Say whether a key moves within the screen that is open and leads nowhere else: a move need not wait for it."""
        return False

    def _must_wait(self, *, is_move: bool) -> bool:
        now = self._clock()
        if now < self._asking_ends:
            return True
        if self._key is None or self._obeying is not self.screen or now > self._key_ends:
            return False
        return not (self._is_moving and is_move)

    def _clock(self) -> float:
        return asyncio.get_running_loop().time()

    async def _obey(self, event: events.Key | events.Paste, *, is_move: bool) -> None:
        self._key, self._obeying, self._key_ends = event, self.screen, self._clock() + LONGEST_KEY
        self._is_moving = is_move
        self._target, self._is_asked = self.focused or self.screen, False
        await super().on_event(event)

    def _ask_whether_obeyed(self) -> None:
        """Send a question the way of the key that is waited for, behind it; of a key that none waits for nothing is asked."""
        if self._key is not None and self._target is not None and not self._is_asked:
            self._is_asked = True
            self._target.post_message(self.Obeyed(self._key, self._target, ROUNDS))

    @on(Obeyed)
    async def _end_key(self, event: Obeyed) -> None:
        if event.rounds and event.target.is_running:
            event.target.post_message(self.Obeyed(event.key, event.target, event.rounds - 1))
        elif event.key is self._key:
            self._key = None
            await self._go_on()

    @on(GoOn)
    async def _go_on(self) -> None:
        while self._typed_ahead:
            # Only now is it known where it goes, and so whether it is a move there.
            is_move = self.is_move(self._typed_ahead[0])
            if self._must_wait(is_move=is_move):
                break
            await self._obey(self._typed_ahead.popleft(), is_move=is_move)
        if self._typed_ahead:
            self._ask_whether_obeyed()

    def _look_again_soon(self) -> None:
        asyncio.get_running_loop().call_later(LONGEST_KEY, self._look_again)

    def _look_again(self) -> None:
        """See to it that nothing waits for ever."""
        if self._typed_ahead:
            self.post_message(self.GoOn())
            self._look_again_soon()
