"""The server that gives the terminal app to a browser: every page and message only to who has the token."""

from __future__ import annotations

import asyncio
import hmac
from typing import TYPE_CHECKING

from aiohttp import web
from jinja2 import Environment
from textual_serve.server import Server

from workbench.settings.paths import package_data

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from textual_serve.app_service import AppService

# Everything comes from this server: the drafts on the screen are confidential, so not even a font is fetched elsewhere.
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; "
    "img-src 'self' data: blob:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "Content-Security-Policy": _POLICY,
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
}
_COOKIE = "workbench-token"
# How long, in seconds, an app may take to save and end.
_PATIENCE = 10
_PAGE = package_data() / "serve" / "index.html"
_SCRIPT = package_data() / "serve" / "page.js"


class PrivateServer(Server):
    """The library's server with a page of our own, behind a token, deaf to other sites."""

    def __init__(self, command: str, token: str, *, host: str, port: int) -> None:
        super().__init__(command, host=host, port=port, title="workbench")
        self._token = token
        self._sessions: set[AppService] = set()

    async def _make_app(self) -> web.Application:
        app = await super()._make_app()
        app.middlewares.append(_guard(self._token))
        app.router.add_get("/page.js", _serve_script)
        return app

    async def on_startup(self, app: web.Application) -> None:
        """Say nothing: the command line has said where to go."""

    async def _process_messages(self, websocket: web.WebSocketResponse, app_service: AppService) -> None:
        self._sessions.add(app_service)
        try:
            await super()._process_messages(websocket, app_service)
        finally:
            await _end_session(app_service)
            self._sessions.discard(app_service)

    async def on_shutdown(self, app: web.Application) -> None:  # noqa: ARG002 - as the library calls it
        """Let every app save and end before the server does."""
        for session in tuple(self._sessions):
            await _end_session(session)
            await session.remote_close()

    async def handle_index(self, request: web.Request) -> web.StreamResponse:
        """Serve the page, with addresses that fit the name the browser used."""
        scheme = "wss" if request.secure else "ws"
        page = Environment(autoescape=True).from_string(_PAGE.read_text(encoding="utf-8"))
        html = page.render(socket=f"{scheme}://{request.host}/ws", title=self.title)
        return web.Response(text=html, content_type="text/html", charset="utf-8")


async def _serve_script(request: web.Request) -> web.StreamResponse:  # noqa: ARG001 - as aiohttp calls it
    return web.Response(body=_SCRIPT.read_bytes(), content_type="text/javascript", charset="utf-8")


async def _end_session(session: AppService) -> None:
    """Ask an app to leave and wait until its process has; one that does not leave in time is ended."""
    await session.stop()
    process = session._process  # noqa: SLF001 - the library has no public way to wait for it
    if process is None:
        return
    try:
        await asyncio.wait_for(process.wait(), _PATIENCE)
    except TimeoutError:
        process.terminate()
        await process.wait()


def _guard(token: str) -> Callable[..., Awaitable[web.StreamResponse]]:
    """Make the middleware that lets in who has the token, and no script of another site that borrows the cookie."""

    @web.middleware
    async def guard(
        request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
    ) -> web.StreamResponse:
        given = request.query.get("token", "")
        shown = given or request.cookies.get(_COOKIE, "")
        # What is no UTF-8 in a cookie is there as surrogates, and a plain `encode` would fail on them.
        known = hmac.compare_digest(shown.encode("utf-8", "replace"), token.encode())
        origin = request.headers.get("Origin", "")
        foreign = bool(origin) and origin.split("://", 1)[-1] != request.host
        if foreign or not known:
            raise web.HTTPForbidden(
                text="Open the address that workbench printed; it holds the token.", headers=_HEADERS
            )
        if given:
            # The address with the token stays out of the page, and so out of what the page could send on.
            onward = web.HTTPFound("/", headers=_HEADERS)
            onward.set_cookie(_COOKIE, token, httponly=True, samesite="Strict")
            raise onward
        answer = await handler(request)
        if not answer.prepared:
            answer.headers.update(_HEADERS)
        return answer

    return guard
