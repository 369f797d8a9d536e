from __future__ import annotations

import asyncio
import threading

import pytest

from workbench.errors import ConflictError, UsageError
from workbench.tui.lane import Lane, Outcome


async def lane_with_ears() -> tuple[Lane, list[Outcome[object]]]:
    heard: list[Outcome[object]] = []
    return Lane(asyncio.get_running_loop().call_soon_threadsafe, heard.append), heard


async def test_deeds_run_one_after_the_other_in_order_on_one_other_thread() -> None:
    lane, heard = await lane_with_ears()
    threads: set[int] = set()
    order: list[int] = []

    def deed(number: int) -> int:
        threads.add(threading.get_ident())
        order.append(number)
        return number

    futures = [lane.submit(lambda number=number: deed(number), name=str(number)) for number in range(50)]
    results = await asyncio.gather(*map(asyncio.wrap_future, futures))
    lane.close()
    await asyncio.sleep(0)
    assert results == order == list(range(50))
    assert len(threads) == 1
    assert threading.get_ident() not in threads
    assert [outcome.name for outcome in heard] == [str(number) for number in range(50)]


async def test_a_result_arrives_on_the_thread_of_the_screens_and_before_saved_is_said() -> None:
    said: list[str] = []
    main = threading.get_ident()
    lane = Lane(asyncio.get_running_loop().call_soon_threadsafe, lambda outcome: said.append(f"end {outcome.result}"))

    def arrived(result: int) -> None:
        assert threading.get_ident() == main
        said.append(f"then {result}")

    await asyncio.wrap_future(lane.submit(lambda: 7, then=arrived))
    lane.close()
    assert said == ["then 7", "end 7"]


async def test_an_error_is_heard_of_though_nobody_waits_and_the_next_deed_still_runs() -> None:
    lane, heard = await lane_with_ears()

    def refuse() -> None:
        raise ConflictError("changed meanwhile")

    lane.submit(refuse, name="decide 3.1")
    last = lane.submit(lambda: "done")
    assert await asyncio.wrap_future(last) == "done"
    lane.close()
    assert isinstance(heard[0].error, ConflictError)
    assert heard[0].name == "decide 3.1"
    assert heard[1].error is None


async def test_an_error_reaches_who_waits_for_it() -> None:
    lane, heard = await lane_with_ears()

    def refuse() -> None:
        raise ConflictError("changed meanwhile")

    with pytest.raises(ConflictError):
        await asyncio.wrap_future(lane.submit(refuse))
    lane.close()
    assert len(heard) == 1


def test_closing_waits_for_every_deed_that_was_taken() -> None:
    done: list[int] = []
    started, go = threading.Event(), threading.Event()
    lane = Lane(lambda call: call(), print)
    lane.submit(lambda: (started.set(), go.wait()))
    for number in range(20):
        lane.submit(lambda number=number: done.append(number))
    started.wait()
    assert lane.waiting == 21
    assert not lane.flush(timeout=0)
    go.set()
    assert lane.close()
    assert done == list(range(20))
    with pytest.raises(UsageError):
        lane.submit(lambda: None)


def test_a_deed_is_carried_out_though_the_screens_have_gone() -> None:
    done: list[str] = []

    def gone(call: object) -> None:
        raise RuntimeError("Event loop is closed")

    lane = Lane(gone, print)
    future = lane.submit(lambda: done.append("saved"))
    lane.close()
    assert done == ["saved"]
    assert future.done()


@pytest.mark.parametrize("fails", [False, True])
async def test_a_deed_that_nobody_waits_for_any_more_stops_no_other(fails: bool) -> None:
    lane, _ = await lane_with_ears()
    begun, go_on = threading.Event(), threading.Event()

    def deed() -> None:
        begun.set()
        go_on.wait()
        if fails:
            raise UsageError("refused")

    given_up = lane.submit(deed)
    begun.wait()
    assert given_up.cancel()
    go_on.set()
    assert await asyncio.wrap_future(lane.submit(lambda: "done")) == "done"
    assert lane.flush(5)
    lane.close()
