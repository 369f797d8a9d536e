"""Serve the terminal app to a browser: loopback unless told otherwise, and to nobody without the token."""

from __future__ import annotations

import ipaddress
import secrets
import shlex
import socket
from typing import TYPE_CHECKING

from workbench.errors import MissingExtraError, UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual_serve.server import Server

_LAST_PORT = 65535


def is_loopback(host: str) -> bool:
    """Say whether only programs on this machine can reach `host`."""
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host == "localhost"


def _is_any(host: str) -> bool:
    try:
        return ipaddress.ip_address(host.strip("[]")).is_unspecified
    except ValueError:
        return False


def make_token() -> str:
    """Make the secret that opens the page; 128 bits, fit for a URL."""
    return secrets.token_urlsafe(16)


def make_address(host: str, port: int, token: str) -> str:
    """Return the address to open in a browser; where all of this machine's are listened on, by the machine's name."""
    if _is_any(host):
        host = socket.gethostname()
    name = f"[{host}]" if ":" in host and not host.startswith("[") else host
    return f"http://{name}:{port}/?token={token}"


def make_server(command: Sequence[str], *, host: str, port: int, token: str) -> Server:
    """Make a server that runs `command` once for each browser tab; its `serve()` runs until Ctrl-C.

    Raises MissingExtraError without the extra `serve`, UsageError for a port that is none.
    """
    if not 0 < port <= _LAST_PORT:
        raise UsageError(f"{port} is not a port", hint=f"Ports are numbers from 1 to {_LAST_PORT}.")
    try:
        from workbench.tui.private_server import PrivateServer
    except ImportError as error:
        raise MissingExtraError(
            "serving to a browser needs the extra 'serve'", hint="pip install 'workbench-factcheck[serve]'"
        ) from error

    return PrivateServer(shlex.join(command), token, host=host, port=port)
