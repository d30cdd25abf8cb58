"""Files that browsers send: taken only from a session that was shown a field for them, within what may be held.

Streamlit takes a file from every open session, shown a field or not, and holds it in memory until the session ends,
however much there is already. Here a request to its address for uploads is answered before its body is read: by whether
the session's page has a field for files, and by what the sessions of all who read, or of all who edit, hold together.
A page without a field lets go of what the one before it was sent.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

import streamlit as st
from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit import runtime
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.scriptrunner import get_script_run_ctx

from faheng.pool.limits import setting
from faheng.ui.roles import UserRole

__all__ = ["UploadGate", "expect_files", "forget_files", "most_held", "page_of_fields"]

HELD = "FAHENG_UPLOAD_MEGABYTES"
USUALLY_HELD = 400
# What the sessions of readers hold together, and one of them: a draft, a template of slides, and one of them anew.
READERS_MEGABYTES, READER_MEGABYTES = 200, 60
_ADDRESS = re.compile(r"/_stcore/upload_file/([^/]+)/[^/]+")
MOST_TOLD = 100

# Session -> for whom the field for files is that its page shows.
_expected: dict[str, UserRole] = {}
_shown: ContextVar[list[UserRole]] = ContextVar("faheng.files")


def expect_files(role: UserRole) -> None:
    """Let the session send files from now on: a field for them is about to be drawn, for who has the role."""
    session = _session()
    if session:
        _expected[session] = role
        _shown.get([]).append(role)


def forget_files() -> None:
    """Let go of every file that the session has sent."""
    session = _session()
    if session and runtime.exists():
        runtime.get_instance().uploaded_file_mgr.remove_session_files(session)


@contextmanager
def page_of_fields() -> Iterator[None]:
    """Around the content of a page: where it draws no field the session may send no files, and holds none any more.

    A run that is broken off, because its reader clicked again, says nothing of what the page has.
    """
    shown: list[UserRole] = []
    _shown.set(shown)
    yield
    session = _session()
    if not shown and _expected.pop(session, None) is not None:
        forget_files()


def _session() -> str:
    """The session of the running page; "" outside of one."""
    context = get_script_run_ctx(suppress_warning=True)
    return context.session_id if context is not None else ""


def held_by_session() -> Counter[str]:
    """Session -> bytes of the files that it has sent and the server still holds."""
    manager = runtime.get_instance().uploaded_file_mgr if runtime.exists() else None
    if not isinstance(manager, MemoryUploadedFileManager):
        return Counter()
    # A list at once: threads of pages take files away meanwhile.
    return Counter({
        session: sum(len(each.data) for each in list(files.values()))
        for session, files in list(manager.file_storage.items())
    })  # fmt: skip


def most_held() -> int:
    """Megabytes that the sessions of editors may hold together. Raises BadSetting."""
    return setting(HELD, USUALLY_HELD, 1)


@dataclass(frozen=True)
class UploadAnswer:
    """Why a file is not taken: the status, and the reason in one line."""

    status: int
    reason: str


class UploadGate:
    """The middleware: answers a file that may not be sent before it is read, hands on all other requests."""

    def __init__(self, app: ASGIApp) -> None:
        """Stand before the app. Raises BadSetting."""
        self.app = app
        self.base = f"/{base}" if (base := st.get_option("server.baseUrlPath").strip("/")) else ""
        self.most = most_held()
        self.arriving: Counter[str] = Counter()
        self.told = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request, as ASGI has it."""
        asked = _ADDRESS.fullmatch(scope["path"].removeprefix(self.base)) if scope["type"] == "http" else None
        if asked is None or scope["method"] != "PUT":
            await self.app(scope, receive, send)
            return
        session, length = asked[1], length_of(Headers(scope=scope))
        refused = self.refusal(session, length)
        if refused is not None:
            await self.refuse(refused, scope, receive, send)
            return
        self.arriving[session] += length
        try:
            await self.app(scope, receive, send)
        finally:
            self.arriving[session] -= length
            self.arriving += Counter()  # without those at none

    def refusal(self, session: str, length: int) -> UploadAnswer | None:
        """Why a file of so many bytes is not taken from the session; None where it is."""
        role = _expected.get(session)
        if role is None:
            return UploadAnswer(403, "the page of this session has no field for files")
        if length < 0:
            return UploadAnswer(411, "the request does not say how long it is")
        held = held_by_session() + self.arriving
        edits = role.allows(UserRole.EDITOR)
        alike = (each for each in held if is_for_editors(each) == edits)
        together, most = sum(held[each] for each in alike), self.most if edits else READERS_MEGABYTES
        if (not edits and held[session] + length > READER_MEGABYTES << 20) or together + length > most << 20:
            return UploadAnswer(413, "the server holds as many files as it may: it takes more when those are read")
        return None

    async def refuse(self, answer: UploadAnswer, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer and hang up, so that the rest is not sent; tell it where the server runs."""
        if self.told < MOST_TOLD:
            self.told += 1
            print(f"refused: a file that was sent: {answer.reason}", file=sys.stderr, flush=True)
        headers = {"connection": "close"}
        await PlainTextResponse(f"{answer.reason}\n", answer.status, headers)(scope, receive, send)


def is_for_editors(session: str) -> bool:
    """Whether the page of the session has a field that only editors are shown."""
    return _expected.get(session, UserRole.NONE).allows(UserRole.EDITOR)


def length_of(headers: Headers) -> int:
    """How many bytes follow the head of a request; -1 where it does not say."""
    told = headers.get("content-length", "")
    return int(told) if told.isascii() and told.isdigit() else -1
