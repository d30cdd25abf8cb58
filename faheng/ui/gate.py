"""What stands before every request: by which name and from which site it comes, and what goes with the answer.

Streamlit asks of its WebSocket alone by which name it was called; of an Origin that it does not know it asks a server
on the internet for this machine's public address. Here the name is asked of every request, and an unknown Origin is
refused before Streamlit sees it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

import streamlit as st
from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from starlette.websockets import WebSocketClose

from faheng.ui.front import Front
from faheng.ui.uploads import UploadGate

FRAMES = "FAHENG_FRAMES"
# What tells of the server or drives it from outside a browser; readers need none of it.
CLOSED = ("/_stcore/metrics", "/_stcore/script-health-check", "/_stcore/agent")
MOST_TOLD = 100


@dataclass(frozen=True)
class Rules:
    """Who may ask. hosts: names the server goes by, none for any; sites: hosts of pages whose requests a proxy hands on
    under another name; frames: origins of pages that may show the dashboard in a frame; base: the path it is under."""

    hosts: tuple[str, ...]
    sites: tuple[str, ...]
    frames: tuple[str, ...]
    base: str

    @classmethod
    def settled(cls) -> Rules:
        """As Streamlit's settings and the environment say; `faheng serve` fills in both."""
        return cls(
            tuple(name.lower() for name in st.get_option("server.allowedHosts")),
            tuple(host_of(netloc_of(origin)) for origin in st.get_option("server.corsAllowedOrigins")),
            tuple(os.environ.get(FRAMES, "").split()),
            "/" + base if (base := st.get_option("server.baseUrlPath").strip("/")) else "",
        )

    def headers(self) -> dict[str, str]:
        """What every answer carries: nothing is loaded from elsewhere, nobody else may frame it."""
        ancestors = " ".join(("'self'", *self.frames))
        policy = {
            "default-src": "'self'",
            # Streamlit puts the page's own script into it as text.
            "script-src": "'self' 'unsafe-inline'",
            "style-src": "'self' 'unsafe-inline'",
            "img-src": "'self' data: blob:",
            "font-src": "'self' data:",
            "worker-src": "'self' blob:",
            "object-src": "'none'",
            "base-uri": "'self'",
            "form-action": "'self'",
            "frame-ancestors": ancestors,
        }
        told = {
            "content-security-policy": "; ".join(f"{name} {value}" for name, value in policy.items()),
            "x-content-type-options": "nosniff",
            "referrer-policy": "same-origin",
            "cross-origin-opener-policy": "same-origin",
        }
        # It knows no list of sites; the policy above does.
        return told if self.frames else told | {"x-frame-options": "SAMEORIGIN"}

    def refusal(self, host: str, origin: str, path: str) -> tuple[int, str]:
        """Status and reason for a request that is not answered; (0, "") for one that is."""
        if path.removeprefix(self.base).startswith(CLOSED):
            return 404, "Not found"
        name = host_of(host)
        if self.hosts and not any(matches(name, allowed) for allowed in self.hosts):
            return 403, f"this server does not go by the name {name!r}: start it with --host and that name"
        if origin and not self.knows(origin, host):
            return 403, f"pages of {origin!r} may not use this server: start it with --host and the name in it"
        return 0, ""

    def knows(self, origin: str, host: str) -> bool:
        """Whether the page that asks is this server's own, by the name it was called or one it goes by outside."""
        netloc = netloc_of(origin)
        return netloc == host or host_of(netloc) in self.sites


def netloc_of(origin: str) -> str:
    """Name and port of an Origin; "" for what is none, such as the "null" of a page without one."""
    try:
        return urlsplit(origin).netloc
    except ValueError:
        return ""


def host_of(netloc: str) -> str:
    """The name without the port, in small letters: "[::1]:8501" -> "::1"; "" for what is none."""
    try:
        return (urlsplit(f"//{netloc}").hostname or "").rstrip(".")
    except ValueError:
        return ""


def matches(name: str, allowed: str) -> bool:
    """Whether the name is the allowed one, or below it where that begins with "*."."""
    return allowed in ("*", name) or (allowed.startswith("*.") and name.endswith(allowed[1:]))


class Gate:
    """The middleware: refuses, or hands on and adds the headers."""

    def __init__(self, app: ASGIApp) -> None:
        """Stand before the app."""
        self.app = app
        self.rules = Rules.settled()
        self.added = self.rules.headers()
        self.told: set[str] = set()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request, as ASGI has it."""
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        host = headers.get("host", "")
        # A page's own GET carries no Origin; what changes something and what stays open does.
        origin = headers.get("origin", "") if scope["type"] == "websocket" or scope["method"] != "GET" else ""
        status, reason = self.rules.refusal(host, origin, scope["path"])
        if status:
            await self.refuse(status, reason, scope, receive, send)
            return
        if origin and netloc_of(origin) != host:
            # Streamlit would look up our public address to compare the two.
            MutableHeaders(scope=scope)["host"] = netloc_of(origin)

        async def add(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(self.added)
            await send(message)

        await self.app(scope, receive, add)

    async def refuse(self, status: int, reason: str, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer in one sentence, and tell it once where the server runs."""
        if status == 403 and reason not in self.told and len(self.told) < MOST_TOLD:  # noqa: PLR2004 (forbidden)
            self.told.add(reason)
            print(f"refused: {reason}", file=sys.stderr, flush=True)
        if scope["type"] == "websocket":
            await WebSocketClose(1008, reason)(scope, receive, send)
        else:
            await PlainTextResponse(f"{reason}\n", status, self.added)(scope, receive, send)


def standing() -> Iterable[Middleware]:
    """The middleware that app.py puts before the server."""
    return [Middleware(Gate), Middleware(UploadGate), Middleware(Front)]
