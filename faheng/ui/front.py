"""The one HTML file that the server hands out for every page, told where the server is.

Streamlit's script does not know which part of an address is the path of the dashboard and which is the name of a page.
Opened at .../trends it first looks for its server below .../trends/, in vain, and the browser notes two faults. The
server knows its path; window.__streamlit is where the script looks for it before it guesses.
"""

from __future__ import annotations

import streamlit as st
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from faheng.ui.markup import rendered

__all__ = ["Front"]

_HEAD = b"<head>"


class Front:
    """The middleware: puts one line into the head of an HTML answer, leaves all others as they are."""

    def __init__(self, app: ASGIApp) -> None:
        """Stand before the app."""
        self.app = app
        base = st.get_option("server.baseUrlPath").strip("/")
        # Without a path of its own it may be under one that a proxy takes off: every page stands right below it.
        self.line = rendered("front", path=f"/{base}/" if base else "./").encode()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request, as ASGI has it."""
        if scope["type"] != "http" or "text/html" not in Headers(scope=scope).get("accept", ""):
            await self.app(scope, receive, send)
            return
        # Packed answers could not be added to.
        del MutableHeaders(scope=scope)["accept-encoding"]
        await self.app(scope, receive, WholeAnswer(send, self.line).send)


class WholeAnswer:
    """An answer on its way: an HTML one is held until it is whole, and gets the line."""

    def __init__(self, send: Send, line: bytes) -> None:
        """Hand on to send."""
        self.onward, self.line = send, line
        self.start: Message | None = None
        self.body = b""

    async def send(self, message: Message) -> None:
        """One message of the answer."""
        if message["type"] == "http.response.start" and self.takes(Headers(raw=message["headers"])):
            self.start = message
        elif self.start is None:
            await self.onward(message)
        else:
            self.body += message.get("body", b"")
            if not message.get("more_body", False):
                await self.finish(self.start)

    @staticmethod
    def takes(headers: Headers) -> bool:
        """Whether the answer is HTML that can be added to."""
        return headers.get("content-type", "").startswith("text/html") and "content-encoding" not in headers

    async def finish(self, start: Message) -> None:
        """The whole answer with the line in its head; one without a head, or without a body, as it is."""
        body = self.body.replace(_HEAD, _HEAD + self.line, 1)
        if self.body:
            MutableHeaders(raw=start["headers"])["content-length"] = str(len(body))
        await self.onward(start)
        await self.onward({"type": "http.response.body", "body": body})
