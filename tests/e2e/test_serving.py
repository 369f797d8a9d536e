from __future__ import annotations

import os
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from http.cookiejar import CookieJar

import pytest

from tests.e2e.test_journey import WORKBENCH, call


@pytest.mark.enable_socket
@pytest.mark.skipif(os.name == "nt", reason="POSIX signals")
def test_who_has_the_address_gets_in_and_nobody_else() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen(
        [*WORKBENCH, "serve", "--port", str(port)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert server.stdout
    address = server.stdout.readline().strip()
    try:
        assert address.startswith(f"http://127.0.0.1:{port}/?token=")
        browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
        assert "workbench" in _read_when_ready(browser, address)
        with pytest.raises(urllib.error.HTTPError, match="403"):
            urllib.request.urlopen(f"http://127.0.0.1:{port}/")
    finally:
        server.send_signal(signal.SIGINT)
        told, said = server.communicate()
    # The secret is told once, and no log repeats it.
    assert "token" not in told + said


def _read_when_ready(browser: urllib.request.OpenerDirector, address: str) -> str:
    deadline = time.monotonic() + 30
    while True:
        try:
            with browser.open(address) as page:
                return str(page.read(), "utf-8")
        except urllib.error.URLError:
            if time.monotonic() > deadline:
                raise


def test_a_port_that_is_none_is_wrong_usage() -> None:
    assert "is not a port" in call("serve", "--port", "0", code=2).stderr
