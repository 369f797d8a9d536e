"""Over a slow line many keys come at once: each is obeyed where the ones before it have led."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events

from tests.tui.libraries import Running, running
from workbench.model.claims import ClaimState
from workbench.tui.commands import COMMANDS
from workbench.tui.dialogs.ask_claim import AskClaim

if TYPE_CHECKING:
    from pathlib import Path


async def _send(run: Running, *keys: str) -> None:
    """Send keys as a slow line brings them: all at once."""
    for key in keys:
        run._send(key)
    await run.settle()


async def test_a_number_typed_behind_the_key_that_asks_for_it_is_no_verdict(database: Path) -> None:
    async with running(database) as run:
        await _send(run, "#", "1", "3", "enter")
        assert run.current == 13
        assert all(claim.state is ClaimState.OPEN for claim in run.review().claims)


async def test_a_whole_train_of_keys_arrives(database: Path) -> None:
    async with running(database, advance=False) as run:
        await _send(
            run, "#", "3", "enter", "1", "e", *"as told", "ctrl+s", "n", "F", "K", "escape", "#", "2", "enter", "2"
        )
        assert run.claim(3).verdict.rationale == "as told"
        assert run.claim(4).flagged
        assert run.claim(2).verdict.rating_id == run.review().scale.ratings[1].id
        assert run.current == 2


async def test_keys_behind_one_that_hands_an_answer_in_are_for_what_comes_then(database: Path) -> None:
    async with running(database) as run:
        await _send(run, "s", "enter", *"3 against", "ctrl+s", "n", "K")
        assert [one.quote for held in run.review().evidence.values() for one in held if one.quote == "3 against"]
        assert isinstance(run.app.screen, AskClaim)


async def test_a_paste_waits_for_the_field_that_it_is_meant_for(database: Path) -> None:
    async with running(database) as run:
        run._send("Q")
        run.app._driver.send_message(events.Paste("Who counted?\nAnd when?"))
        await _send(run, "ctrl+s")
        assert run.claim(2).question == "Who counted?\nAnd when?"


async def test_a_key_that_asks_nothing_after_all_holds_none_back(database: Path) -> None:
    async with running(database) as run:
        await _send(run, "A", "A", "n", "1")
        assert run.claim(3).state is ClaimState.DECIDED


async def test_keys_go_on_where_a_screen_was_left(database: Path) -> None:
    async with running(database, advance=False) as run:
        await _send(run, "f3", "slash", *"minutes", "escape", "q", "1", "n", "2")
        assert run.review_screen is run.app.screen
        assert [run.claim(number).verdict.rating_id for number in (2, 3)] == ["correct", "correct-with-context"]


async def test_letters_are_written_in_their_order_and_what_ends_them_comes_behind(database: Path) -> None:
    async with running(database) as run:
        words = "the quick brown fox jumps over the lazy dog, " * 4
        await _send(run, "e", *words, "ctrl+s", "n", "Q", *"so?", "ctrl+s")
        assert run.review_screen.drafts[2, "rationale"] == words.strip()
        assert run.claim(3).question == "so?"


def test_what_moves_stores_nothing_and_is_most_of_what_is_held_down() -> None:
    moving = [command for command in COMMANDS if command.moves]
    assert {"next-claim", "previous-claim", "line-down", "line-up"} <= {command.id for command in moving}
    assert all(command.deed is None for command in moving)


async def test_a_rating_behind_a_move_is_for_where_it_led(database: Path) -> None:
    async with running(database, advance=False) as run:
        await _send(run, "n", "n", "1", "p", "2", "n", "n", "3")
        ratings = {claim.number: claim.verdict.rating_id for claim in run.review().claims if claim.verdict}
        assert ratings == {4: "correct", 3: "correct-with-context", 6: "imprecise"}
