"""What browsers send and a server holds: whose files are taken, up to how much, and for how long."""

from __future__ import annotations

import asyncio
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import pytest
from starlette.types import Message, Receive, Scope, Send

from faheng.errors import BadSetting
from faheng.ui import uploads
from faheng.ui.roles import UserRole
from faheng.ui.uploads import READER_MEGABYTES, READERS_MEGABYTES, USUALLY_HELD, UploadGate, page_of_fields

HELD: Counter[str] = Counter()
TAKEN = 204


async def nothing() -> Message:
    pytest.fail("the body was read")


async def app(_scope: Scope, _receive: Receive, send: Send) -> None:
    """Takes the file."""
    await send({"type": "http.response.start", "status": TAKEN, "headers": []})
    await send({"type": "http.response.body", "body": b""})


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> UploadGate:
    HELD.clear()
    monkeypatch.setattr(uploads, "held_by_session", lambda: HELD)
    monkeypatch.setattr(uploads, "_expected", {"a": UserRole.VIEWER, "b": UserRole.VIEWER, "e": UserRole.EDITOR})
    return UploadGate(app)


def status(gate: UploadGate, session: str, megabytes: int | None, method: str = "PUT") -> int:
    """The answer to a file of so many megabytes; None does not say how many."""
    said: list[Message] = []

    async def send(message: Message) -> None:
        said.append(message)

    length = [] if megabytes is None else [(b"content-length", str(megabytes << 20).encode())]
    scope = {"type": "http", "method": method, "path": f"/_stcore/upload_file/{session}/f", "headers": length}
    # In a thread of its own: the browser of other tests keeps a loop running in this one.
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, gate(scope, nothing, send)).result()
    return int(said[0]["status"])


def test_a_session_without_a_field_sends_nothing(gate: UploadGate, capsys: pytest.CaptureFixture[str]) -> None:
    assert [403, TAKEN, TAKEN] == [status(gate, each, 1) for each in ("none", "a", "e")]
    assert "refused: a file that was sent: the page of this session has no field for files\n" == capsys.readouterr().err
    assert TAKEN == status(gate, "none", 0, "DELETE")


def test_a_file_says_how_long_it_is(gate: UploadGate) -> None:
    assert 411 == status(gate, "e", None)


def test_one_reader_and_all_readers_have_a_bound(gate: UploadGate) -> None:
    """And none of it keeps an editor from working."""
    HELD["a"] = (READER_MEGABYTES - 5) << 20
    assert [TAKEN, 413, TAKEN] == [status(gate, *each) for each in (("a", 5), ("a", 6), ("b", 6))]

    HELD["gone"] = (READERS_MEGABYTES - READER_MEGABYTES) << 20
    assert [TAKEN, 413, TAKEN] == [status(gate, *each) for each in (("b", 5), ("b", 6), ("e", 20))]


def test_editors_together_have_a_bound_that_is_set(gate: UploadGate, monkeypatch: pytest.MonkeyPatch) -> None:
    HELD["e"] = (USUALLY_HELD - 20) << 20
    assert [TAKEN, 413, TAKEN] == [status(gate, *each) for each in (("e", 20), ("e", 21), ("a", 20))]

    monkeypatch.setenv("FAHENG_UPLOAD_MEGABYTES", "500")
    assert TAKEN == status(UploadGate(app), "e", 21)
    monkeypatch.setenv("FAHENG_UPLOAD_MEGABYTES", "many")
    with pytest.raises(BadSetting, match="FAHENG_UPLOAD_MEGABYTES is 'many'"):
        UploadGate(app)


def test_what_is_on_its_way_counts_until_it_is_there(gate: UploadGate) -> None:
    """Many at once, none of which is held yet."""
    answers: list[int] = []

    def answer(megabytes: int) -> int:
        refused = gate.refusal("a", megabytes << 20)
        return refused.status if refused else TAKEN

    async def slow(scope: Scope, receive: Receive, send: Send) -> None:
        answers.extend((answer(20), answer(40)))
        await app(scope, receive, send)

    gate.app = slow
    assert TAKEN == status(gate, "a", 30)
    assert [TAKEN, 413] == answers
    assert not gate.arriving
    assert TAKEN == answer(40)


def test_a_page_without_a_field_lets_go_of_the_files(gate: UploadGate, monkeypatch: pytest.MonkeyPatch) -> None:
    """After a whole run of it; one that is broken off says nothing."""
    forgotten: list[str] = []
    monkeypatch.setattr(uploads, "_session", lambda: "a")
    monkeypatch.setattr(uploads, "forget_files", lambda: forgotten.append("a"))
    with page_of_fields():
        uploads.expect_files(UserRole.VIEWER)
    with pytest.raises(StopIteration), page_of_fields():
        raise StopIteration
    assert ([], TAKEN) == (forgotten, status(gate, "a", 1))

    with page_of_fields():
        pass
    assert (["a"], 403) == (forgotten, status(gate, "a", 1))
