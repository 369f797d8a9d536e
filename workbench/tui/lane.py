"""The one thread on which every deed runs, in the order in which they were asked for.

The lane knows no screen. `deliver` puts a call on the thread of the screens (`App.call_from_thread` would wait for it,
so the app gives `loop.call_soon_threadsafe`); everything a caller hears of comes through it, in order.
"""

from __future__ import annotations

import threading
from collections import deque
from concurrent.futures import Future, InvalidStateError
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from workbench.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


class Outcome(NamedTuple, Generic[T]):
    """How a deed ended: its result or its error, and how many deeds still wait behind it."""

    name: str
    result: T | None
    error: BaseException | None
    waiting: int


class _Order(NamedTuple):
    name: str
    deed: Callable[[], Any]
    then: Callable[[Any], object] | None
    future: Future[Any]


class Lane:
    """A queue of deeds and the thread that carries them out.

    Each deed commits before it returns, so `on_end` with no error means that it is saved. An error goes to the
    deed's future and to `on_end`; nobody has to wait for a future for an error to be heard of.
    """

    def __init__(
        self, deliver: Callable[[Callable[[], object]], object], on_end: Callable[[Outcome[Any]], object]
    ) -> None:
        self._deliver = deliver
        self._on_end = on_end
        self._orders: deque[_Order] = deque()
        self._changed = threading.Condition()
        self._busy = False
        self._closed = False
        # What went wrong after the lane was closed: nobody may be there any more to hear of it.
        self.failed: list[Outcome[Any]] = []
        self._thread: threading.Thread | None = None

    @property
    def waiting(self) -> int:
        """Count the deeds that have not ended yet."""
        with self._changed:
            return len(self._orders) + self._busy

    def submit(self, deed: Callable[[], T], *, name: str = "", then: Callable[[T], object] | None = None) -> Future[T]:
        """Queue a deed; `then` gets its result on the screens' thread, before `on_end` is told.

        Raise UsageError when the lane is closed: a deed that would be dropped must not look accepted.
        """
        future: Future[T] = Future()
        with self._changed:
            if self._closed:
                raise UsageError("the program is closing", "start workbench again to go on")
            self._orders.append(_Order(name, deed, then, future))
            if self._thread is None:
                # No daemon: leaving while a deed is under way would lose it.
                self._thread = threading.Thread(target=self._run, name="lane")
                self._thread.start()
            self._changed.notify_all()
        return future

    def flush(self, timeout: float | None = None) -> bool:
        """Wait until every deed asked for so far has ended; False where that took longer than `timeout` seconds."""
        with self._changed:
            return self._changed.wait_for(lambda: not self._orders and not self._busy, timeout)

    def close(self, timeout: float | None = None) -> bool:
        """Take no more deeds, and wait for those that were taken. A second call does no harm."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()
        thread = self._thread
        if thread is not None and thread is not threading.current_thread():
            thread.join(timeout)
            return not thread.is_alive()
        return True

    def _run(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._orders or self._closed)
                if not self._orders:
                    return
                order = self._orders.popleft()
                self._busy = True
            self._carry_out(order)
            with self._changed:
                self._busy = False
                self._changed.notify_all()

    def _carry_out(self, order: _Order) -> None:
        result, error = None, None
        try:
            result = order.deed()
        except BaseException as caught:  # noqa: BLE001 - whatever went wrong belongs to who asked, not to this thread
            error = caught
        outcome = Outcome(order.name, result, error, len(self._orders))
        if self._closed and error is not None:
            self.failed.append(outcome)
        self._tell(lambda: self._report(order, outcome))
        # Who asked may have gone; the deed is done, and the lane must live on: all that is saved at leaving waits for it.
        with suppress(InvalidStateError):
            if error is None:
                order.future.set_result(result)
            else:
                order.future.set_exception(error)

    def _report(self, order: _Order, outcome: Outcome[Any]) -> None:
        if outcome.error is None and order.then is not None:
            try:
                order.then(outcome.result)
            except Exception as caught:  # noqa: BLE001 - the deed is stored; that its answer failed must be heard of
                outcome = outcome._replace(error=caught)
        self._on_end(outcome)

    def _tell(self, call: Callable[[], object]) -> None:
        try:
            self._deliver(call)
        except RuntimeError:
            # The event loop has gone; the deed is stored all the same and its future says so.
            return
