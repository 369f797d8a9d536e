"""Serve the terminal app to a browser."""

from __future__ import annotations

import logging
import sys

import click

from workbench.cli.desks import chosen_database
from workbench.cli.printing import print_text, say


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", type=int, default=8000, show_default=True, help="The port to listen on.")
def serve(host: str, port: int) -> None:
    """Serve the terminal app to a browser, until Ctrl-C.

    Only who has the printed address, which holds a secret, gets in. By default only this machine can reach it.
    """
    from workbench.tui.serving import is_loopback, make_address, make_server, make_token

    token = make_token()
    command = [sys.executable, "-m", "workbench", "--db", str(chosen_database().absolute())]
    server = make_server(command, host=host, port=port, token=token)
    if not is_loopback(host):
        say(f"warning: {host} can be reached by other machines, and what they see goes over the network unencrypted")
    # Its log of requests would go to stdout, with the secret in it.
    logging.getLogger("aiohttp.access").setLevel(logging.WARNING)
    print_text(make_address(host, port, token))
    server.serve()
