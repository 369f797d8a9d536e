"""The served app answers who holds the token, and nobody else."""

from __future__ import annotations

import asyncio
import socket
import sys
from typing import TYPE_CHECKING

import pytest

from workbench.errors import UsageError
from workbench.tui.serving import is_loopback, make_address, make_server

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

aiohttp = pytest.importorskip("aiohttp")
pytest.importorskip("textual_serve")

# A server on the loopback and its visitor: nothing leaves the machine.
pytestmark = pytest.mark.enable_socket

TOKEN = "a-token"
APP = "from textual.app import App; App().run()"


SERVER = """
import sys
from workbench.tui.serving import make_server
make_server([sys.executable, "-c", sys.argv[1]], host="127.0.0.1", port=int(sys.argv[2]), token=sys.argv[3]).serve()
"""


@pytest.fixture
async def address() -> AsyncIterator[str]:
    """Run the server as a program of its own: the library leaves its children to the end of the process."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    program = await asyncio.create_subprocess_exec(sys.executable, "-c", SERVER, APP, str(port), TOKEN)
    while True:
        assert program.returncode is None
        try:
            _, writer = await asyncio.open_connection("127.0.0.1", port)
        except ConnectionRefusedError:
            await asyncio.sleep(0.02)
            continue
        writer.close()
        await writer.wait_closed()
        break
    yield f"http://127.0.0.1:{port}"
    program.terminate()
    await program.wait()


@pytest.fixture
async def visitor() -> AsyncIterator[aiohttp.ClientSession]:
    # Cookies of a bare address are only kept when asked for.
    async with aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True)) as session:
        yield session


@pytest.mark.parametrize("path", ["/", "/?token=wrong", "/ws", "/static/js/textual.js", "/download/x"])
async def test_without_the_token_nothing_is_served(address: str, visitor: aiohttp.ClientSession, path: str) -> None:
    async with visitor.get(address + path) as answer:
        assert answer.status == 403
        assert "workbench printed" in await answer.text()


async def test_a_cookie_that_is_no_text_opens_nothing_and_breaks_nothing(address: str) -> None:
    host, port = address.removeprefix("http://").split(":")
    reader, writer = await asyncio.open_connection(host, int(port))
    writer.write(b"GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nCookie: workbench-token=\xff\xfe\r\n\r\n")
    assert b" 403 " in await reader.readline()
    writer.close()


async def test_the_token_opens_the_page_and_leaves_the_address(address: str, visitor: aiohttp.ClientSession) -> None:
    async with visitor.get(f"{address}/?token={TOKEN}") as answer:
        page = await answer.text()
        assert answer.status == 200
        assert str(answer.url) == f"{address}/"
        assert TOKEN not in page
        assert "http://" not in page.replace(address.replace("http", "ws"), "")
        assert "https://" not in page
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    async with visitor.get(f"{address}/static/js/textual.js") as script:
        assert script.status == 200


async def test_another_sites_script_cannot_borrow_the_cookie(address: str, visitor: aiohttp.ClientSession) -> None:
    await (await visitor.get(f"{address}/?token={TOKEN}")).text()
    with pytest.raises(aiohttp.WSServerHandshakeError) as refusal:
        await visitor.ws_connect(f"{address}/ws", origin="http://elsewhere.example")
    assert refusal.value.status == 403


async def test_the_app_runs_behind_the_socket(address: str, visitor: aiohttp.ClientSession) -> None:
    await (await visitor.get(f"{address}/?token={TOKEN}")).text()
    async with visitor.ws_connect(f"{address}/ws?width=80&height=24", origin=address) as connection:
        seen = b""
        while b"\x1b[?1049h" not in seen:
            message = await connection.receive(timeout=20)
            seen += message.data if isinstance(message.data, bytes) else b""
            assert message.type in {aiohttp.WSMsgType.BINARY, aiohttp.WSMsgType.TEXT}


def test_a_port_is_a_number_a_system_has() -> None:
    with pytest.raises(UsageError, match="70000"):
        make_server(["true"], host="127.0.0.1", port=70000, token=TOKEN)


@pytest.mark.parametrize(
    ("host", "inside"), [("127.0.0.1", True), ("::1", True), ("localhost", True), ("0.0.0.0", False)]
)
def test_loopback_is_known(host: str, inside: bool) -> None:
    assert is_loopback(host) is inside


def test_an_ipv6_address_is_written_in_brackets() -> None:
    assert make_address("::1", 8000, TOKEN) == "http://[::1]:8000/?token=a-token"


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "[::]"])
def test_an_address_for_everybody_names_this_machine(host: str) -> None:
    assert make_address(host, 8000, TOKEN) == f"http://{socket.gethostname()}:8000/?token=a-token"
