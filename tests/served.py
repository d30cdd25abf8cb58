"""`faheng serve` as a process of its own, and requests as any program may send them."""

# ruff: noqa: S603 (our own command)
from __future__ import annotations

import base64
import contextlib
import http.client
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from browser import ROOT, free_port

SECONDS = 40


@dataclass
class Served:
    """A server that is up: its port, its process, where its two streams are written, the name by which it is asked."""

    port: int
    process: subprocess.Popen[bytes]
    log: Path
    base: str = ""
    name: str = "127.0.0.1"
    told: list[str] = field(default_factory=list)

    def said(self) -> str:
        """What it has written so far."""
        return self.log.read_text("utf-8", "replace")

    def ask(self, path: str, *, method: str = "GET", **headers: str) -> http.client.HTTPResponse:
        """The answer to one request."""
        connection = http.client.HTTPConnection(self.name, self.port, timeout=20)
        connection.request(
            method, self.base + path, headers={name.replace("_", "-"): value for name, value in headers.items()}
        )
        answer = connection.getresponse()
        answer.told = answer.read().decode()  # type: ignore[attr-defined]
        connection.close()
        return answer

    def stream(self, **headers: str) -> int:
        """The status of opening the WebSocket: 101 where it is opened."""
        connection = http.client.HTTPConnection(self.name, self.port, timeout=20)
        upgrade = {
            "Connection": "Upgrade", "Upgrade": "websocket", "Sec-WebSocket-Version": "13",
            "Sec-WebSocket-Protocol": "streamlit", "Sec-WebSocket-Key": base64.b64encode(os.urandom(16)).decode(),
        }  # fmt: skip
        connection.request("GET", self.base + "/_stcore/stream", headers=upgrade | headers)
        status = connection.getresponse().status
        connection.close()
        return status


@contextlib.contextmanager
def serving(
    store: Path,
    log: Path,
    *arguments: str,
    base: str = "",
    env: Mapping[str, str] | None = None,
    name: str = "127.0.0.1",
    port: int = 0,
) -> Iterator[Served]:
    """`faheng serve` with these arguments on a free port, or on the one that is given, until the caller is done."""
    port = port or free_port()
    command = [sys.executable, "-m", "faheng.cli", "serve", "--port", str(port), *arguments]
    with log.open("wb") as output:
        process = subprocess.Popen(
            command,
            cwd=ROOT,
            env={**os.environ, "FAHENG_STORE": str(store), **(env or {})},
            stdout=output,
            stderr=output,
        )
    served = Served(port, process, log, base, name)
    try:
        until_up(served)
        yield served
    finally:
        process.terminate()
        process.wait(timeout=20)


def until_up(served: Served) -> None:
    """Wait until it answers; the test fails where it does not."""
    end = time.monotonic() + SECONDS
    while time.monotonic() < end and served.process.poll() is None:
        with contextlib.suppress(OSError, http.client.HTTPException):
            if served.ask("/_stcore/health").status == http.HTTPStatus.OK:
                return
        time.sleep(0.1)
    pytest.fail(f"the dashboard did not start:\n{served.said()[-2000:]}")
