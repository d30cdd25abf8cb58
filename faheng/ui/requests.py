"""Every request has an id: the proxy's or a new one, which the answer carries and every line of the log about it."""

from __future__ import annotations

import time

import streamlit as st
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from faheng import log

__all__ = ["Requests", "take_request"]

HEADER = "x-request-id"
# Asked every few seconds by machines, or many times for one page: a line each would hide the others.
UNTOLD = ("/static/", "/_stcore/health", "/healthz", "/readyz", "/metrics")


class Requests:
    """The middleware that comes first."""

    def __init__(self, app: ASGIApp) -> None:
        """Stand before the app."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request, as ASGI has it."""
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        name = log.request_id(Headers(scope=scope).get(HEADER, ""))
        # What runs a page later finds it among the headers of its WebSocket.
        MutableHeaders(scope=scope)[HEADER] = name
        log.request.set(name)
        began, status = time.perf_counter(), 0

        async def marked(content: Message) -> None:
            nonlocal status
            if content["type"] == "http.response.start":
                status = content["status"]
                MutableHeaders(scope=content)[HEADER] = name
            await send(content)

        try:
            await self.app(scope, receive, marked)
        finally:
            if not any(each in scope["path"] for each in UNTOLD):
                seconds = round(time.perf_counter() - began, 4)
                log.note("request", method=scope.get("method", "WEBSOCKET"), path=scope["path"], status=status or None,
                         seconds=seconds)  # fmt: skip


def take_request() -> None:
    """In the run of a page: what it tells is about the request that opened its WebSocket."""
    log.request.set(log.request_id(st.context.headers.get("X-Request-Id") or ""))
