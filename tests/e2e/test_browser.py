"""The app as it is served, in a real browser without a window, told what to do through its debugging port."""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import subprocess
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

import pytest

from tests.e2e.test_journey import WORKBENCH, answer, call

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

aiohttp = pytest.importorskip("aiohttp")

pytestmark = [
    pytest.mark.enable_socket,
    pytest.mark.timeout(120),
    pytest.mark.skipif(shutil.which("chromium") is None, reason="chromium is not installed"),
]
BROWSER = ("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--window-size=1000,700", "about:blank")
FITS = "document.querySelector('.xterm-screen').getBoundingClientRect().height <= innerHeight"
FOCUSED = "document.activeElement.className == 'xterm-helper-textarea'"
COMPLAINTS = {"Runtime.exceptionThrown", "Log.entryAdded"}


class Page:
    """A page of the browser."""

    def __init__(self, socket: Any) -> None:
        self._socket = socket
        self._number = 0
        self.complaints: list[str] = []

    async def tell(self, method: str, **what: object) -> Any:
        """Tell the page something and return its answer."""
        self._number += 1
        await self._socket.send_json({"id": self._number, "method": method, "params": what})
        while True:
            said = json.loads((await self._socket.receive(timeout=30)).data)
            if said.get("id") == self._number:
                return said.get("result")
            if said.get("method") in COMPLAINTS and said["params"].get("entry", {}).get("source") != "rendering":
                self.complaints.append(json.dumps(said["params"]))

    async def until(self, condition: str) -> None:
        """Wait until something is true in the page."""
        look = f"const look = () => ({condition}) ? done(true) : setTimeout(look, 50); look()"
        await self.tell("Runtime.evaluate", expression=f"new Promise(done => {{ {look} }})", awaitPromise=True)

    async def press(self, key: str, code: int = 0) -> None:
        """Press a key."""
        text = "\r" if key == "Enter" else key if len(key) == 1 else ""
        pressed = {"key": key, "windowsVirtualKeyCode": code or ord(key.upper())}
        await self.tell("Input.dispatchKeyEvent", type="keyDown", text=text, **pressed)
        await self.tell("Input.dispatchKeyEvent", type="keyUp", **pressed)


@asynccontextmanager
async def browser(folder: Path) -> AsyncIterator[Page]:
    program = await asyncio.create_subprocess_exec(
        *BROWSER[:-1], "--remote-debugging-port=0", f"--user-data-dir={folder}", BROWSER[-1],
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
    )  # fmt: skip
    assert program.stderr
    try:
        line = ""
        while "DevTools listening on" not in line:
            line = (await program.stderr.readline()).decode()
            assert line
        port = line.rpartition("ws://")[2].partition("/")[0]
        async with aiohttp.ClientSession() as visitor:
            async with visitor.get(f"http://{port}/json") as answered:
                (first, *_) = [tab for tab in await answered.json() if tab["type"] == "page"]
            async with visitor.ws_connect(first["webSocketDebuggerUrl"], max_msg_size=0) as socket:
                page = Page(socket)
                for domain in ("Log", "Runtime", "Page"):
                    await page.tell(f"{domain}.enable")
                await page.tell("Emulation.setFocusEmulationEnabled", enabled=True)
                yield page
    finally:
        program.terminate()
        await program.communicate()


@asynccontextmanager
async def serving() -> AsyncIterator[tuple[asyncio.subprocess.Process, str]]:
    """Serve the app; give the program and the address it printed."""
    port = 20_000 + os.getpid() % 20_000
    server = await asyncio.create_subprocess_exec(
        *WORKBENCH, "serve", "--port", str(port), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert server.stdout
    try:
        yield server, (await server.stdout.readline()).decode().strip()
    finally:
        if server.returncode is None:
            server.kill()
            await server.communicate()


async def test_a_verdict_is_given_by_key_in_the_browser_and_the_server_ends_cleanly(tmp_path: Path) -> None:
    call("sample")
    async with serving() as (server, address), browser(tmp_path / "user") as page:
        # The server says where it is a moment before it is there.
        async with aiohttp.ClientSession() as visitor, asyncio.timeout(30):
            while True:
                try:
                    await visitor.get(address)
                    break
                except aiohttp.ClientConnectionError:
                    await asyncio.sleep(0.05)
        await page.tell("Page.navigate", url=address)
        await page.until("document.body.classList.contains('-first-byte')")
        await page.until(FOCUSED)
        async with asyncio.timeout(60):
            while not (decided := await asyncio.to_thread(answer, "claims", "1", "--state", "decided"))["claims"]:
                # The first ones may come before the library has its rows.
                await page.press("Enter", 13)
                await page.press("1")
        assert {claim["rating"] for claim in decided["claims"]} == {"correct"}
        await page.tell("Emulation.setDeviceMetricsOverride", width=700, height=500, deviceScaleFactor=1, mobile=False)
        await page.until(f"innerHeight == 500 && {FITS}")
        assert page.complaints == []
        server.terminate()
        told, said = await server.communicate()
        assert (told, said) == (b"", b"")
        await page.until("document.body.classList.contains('-closed')")
