"""What the server answers, and to whom: names, sites, headers, and no look at the internet."""

# ruff: noqa: S603 (our own command)
from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser import ROOT, free_port
from served import Served, serving

from faheng.ui.gate import Rules, host_of, matches

OUTSIDE = "faheng.example.gov.cn"
PORTAL = "https://portal.example.gov.cn"


@contextlib.contextmanager
def lookups() -> Iterator[tuple[list[bytes], dict[str, str]]]:
    """What a process asks of the internet through the proxy that its environment names, and that environment."""
    asked: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as proxy:
        address = f"http://127.0.0.1:{proxy.getsockname()[1]}"

        def listen() -> None:
            with contextlib.suppress(OSError):
                while True:
                    caller = proxy.accept()[0]
                    with caller:
                        asked.append(caller.recv(200).split(b"\r\n")[0])

        threading.Thread(target=listen, daemon=True).start()
        names = ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY")
        yield asked, {**dict.fromkeys(names, address), "no_proxy": "", "NO_PROXY": ""}


@pytest.fixture(scope="module")
def plain(shipped_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Served, list[bytes]]]:
    """`faheng serve` as it is, and what it asked of the internet."""
    with lookups() as (asked, env), serving(shipped_folder, tmp_path_factory.mktemp("log") / "log", env=env) as served:
        yield served, asked


@pytest.fixture(scope="module")
def proxied(shipped_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Under a name, a path and in the frame of a portal."""
    arguments = ("--host", OUTSIDE, "--path", "/faheng", "--frame", PORTAL)
    with serving(shipped_folder, tmp_path_factory.mktemp("log") / "log", *arguments, base="/faheng") as served:
        yield served


def test_the_environment_of_these_tests_shows_a_lookup() -> None:
    """Streamlit's own look for the public address goes through the proxy that the tests watch."""
    with lookups() as (asked, env):
        code = "from streamlit.net_util import get_external_ip; get_external_ip()"
        subprocess.run([sys.executable, "-c", code], env={**os.environ, **env}, check=True, capture_output=True)

    assert any(b"checkip" in each for each in asked)


@pytest.mark.parametrize("host", ["127.0.0.1:{port}", "localhost:{port}", "[::1]:{port}", "LOCALHOST.:{port}"])
def test_the_names_of_this_host_are_answered(plain: tuple[Served, list[bytes]], host: str) -> None:
    served, _ = plain
    name = host.format(port=served.port)

    assert 200 == served.ask("/", Host=name).status
    assert 101 == served.stream(Host=name, Origin=f"http://{name}")


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "192.0.2.7:8501", "", "a b", "[", "::::"])
def test_another_name_is_refused_in_a_sentence(plain: tuple[Served, list[bytes]], host: str) -> None:
    """A page elsewhere whose name was bent to this address (DNS rebinding) reads nothing."""
    served, _ = plain
    answer = served.ask("/", Host=host)

    assert (403, 1) == (answer.status, answer.told.count("\n"))
    assert "this server does not go by the name" in answer.told
    assert 403 == served.stream(Host=host)


@pytest.mark.parametrize("origin", ["https://evil.example", "http://127.0.0.1:1", "null", "https://[", "file://"])
def test_another_site_is_refused_and_nothing_is_looked_up(plain: tuple[Served, list[bytes]], origin: str) -> None:
    """Streamlit would ask a server on the internet for the public address of this machine."""
    served, asked = plain

    assert 403 == served.stream(Origin=origin)
    assert 403 == served.ask("/_stcore/upload_file/a/b", method="PUT", Origin=origin).status
    assert [] == asked


def test_a_refusal_is_told_once_and_escaped(plain: tuple[Served, list[bytes]]) -> None:
    """Who runs the server reads why, not a screen full of it, nor what the name does to a terminal."""
    served, _ = plain
    for _ in range(3):
        served.stream(Origin="https://once.example\x9b31m")

    told = [line for line in served.said().splitlines() if "once.example" in line]
    assert 1 == len(told)
    assert "once.example\\x9b31m" in told[0]


@pytest.mark.parametrize(
    "path", ["/_stcore/metrics", "/_stcore/agent/interact", "/_stcore/agent/mcp", "/_stcore/script-health-check"]
)
def test_what_no_reader_needs_is_closed(plain: tuple[Served, list[bytes]], proxied: Served, path: str) -> None:
    for served in (plain[0], proxied):
        assert (404, "Not found\n") == ((answer := served.ask(path)).status, answer.told)


def test_every_answer_says_who_may_frame_it_and_that_nothing_is_loaded(
    plain: tuple[Served, list[bytes]], proxied: Served
) -> None:
    """By itself the dashboard stands in no other site's page; with --frame in that site's."""
    ours = plain[0].ask("/")
    theirs = proxied.ask("/")

    assert ours.getheader("Content-Security-Policy").endswith("frame-ancestors 'self'")
    assert "default-src 'self';" in ours.getheader("Content-Security-Policy")
    assert ("SAMEORIGIN", "nosniff") == (ours.getheader("X-Frame-Options"), ours.getheader("X-Content-Type-Options"))
    assert theirs.getheader("Content-Security-Policy").endswith(f"frame-ancestors 'self' {PORTAL}")
    assert theirs.getheader("X-Frame-Options") is None
    assert plain[0].ask("/_stcore/metrics").getheader("X-Frame-Options") == "SAMEORIGIN"


def test_a_proxy_that_keeps_the_name_and_one_that_changes_it(proxied: Served) -> None:
    """nginx hands a request on as 127.0.0.1 unless it is told otherwise; the page keeps its own name in the Origin."""
    assert 101 == proxied.stream(Host=OUTSIDE, Origin=f"https://{OUTSIDE}")
    assert 101 == proxied.stream(Host=f"127.0.0.1:{proxied.port}", Origin=f"https://{OUTSIDE}")
    assert 101 == proxied.stream(Host=f"127.0.0.1:{proxied.port}", Origin=f"http://{OUTSIDE}:8080")
    assert 403 == proxied.stream(Host=OUTSIDE, Origin=PORTAL)
    assert 403 == proxied.stream(Host=f"127.0.0.1:{proxied.port}", Origin="https://evil.example")


def test_on_every_address_it_says_what_that_means_and_looks_nothing_up(shipped_folder: Path, tmp_path: Path) -> None:
    """--address 0.0.0.0 answers to the numbers of this machine, and says that reading is open."""
    with (
        lookups() as (asked, env),
        serving(shipped_folder, tmp_path / "log", "--address", "0.0.0.0", env=env) as served,  # noqa: S104
    ):
        assert "Reading is open to everybody who reaches 0.0.0.0 at port" in served.said()
        assert 200 == served.ask("/", Host=f"127.0.0.1:{served.port}").status
        assert 200 == served.ask("/", Host=socket.gethostname()).status
        assert 403 == served.ask("/", Host="evil.example").status
        assert 403 == served.stream(Origin="https://evil.example")
        assert [] == asked


def test_on_this_host_nothing_is_said_of_others(plain: tuple[Served, list[bytes]]) -> None:
    served, _ = plain

    assert f"http://127.0.0.1:{served.port}/\n" in served.said()
    assert "open to everybody" not in served.said()


def test_it_ends_when_it_is_told_to_though_nobody_reads_what_it_says(shipped_folder: Path) -> None:
    """`faheng serve | head`, with a page open: SIGTERM ends it in the time that a person waits."""
    port = free_port()
    command = [sys.executable, "-m", "faheng.cli", "serve", "--port", str(port)]
    process = subprocess.Popen(
        command, cwd=ROOT, env={**os.environ, "FAHENG_STORE": str(shipped_folder)},
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip
    assert process.stdout is not None
    assert process.stdout.readline().startswith(b"http://127.0.0.1")
    process.stdout.close()
    served = Served(port, process, Path(os.devnull))
    for _ in range(300):
        with contextlib.suppress(OSError):
            if served.stream() == 101:
                break
        time.sleep(0.1)
    with socket.create_connection(("127.0.0.1", port)) as page:
        page.sendall(
            f"GET /_stcore/stream HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
            "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n".encode()
        )
        assert page.recv(12).endswith(b" 101")
        served.stream(Origin="https://evil.example")  # which it would tell somebody
        started = time.monotonic()
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=15)

    assert time.monotonic() - started < 10


@pytest.mark.parametrize(
    "arguments",
    [("--host", "https://a.cn"), ("--host", "a b"), ("--path", "/a b"), ("--path", "/a/../b"), ("--frame", "a.cn"),
     ("--frame", "https://a.cn; script-src *"), ("--frame", "https://a.cn https://b.cn")],
)  # fmt: skip
def test_a_setting_that_is_none_is_told_with_an_example(arguments: tuple[str, ...]) -> None:
    """Before anything listens; what would change the headers does not reach them."""
    command = [sys.executable, "-m", "faheng.cli", "serve", *arguments]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)

    assert 2 == ended.returncode
    assert "is none: write it as" in ended.stderr


def test_names_are_compared_as_names() -> None:
    """Ports, brackets, capitals and a final dot are no part of a name; "*." is any name below."""
    assert ["::1", "a.cn", "a.cn", ""] == [host_of(each) for each in ("[::1]:8501", "A.cn:80", "a.cn.", "[")]
    assert [True, True, False, False] == [
        matches(name, allowed)
        for name, allowed in (("x.a.cn", "*.a.cn"), ("a.cn", "a.cn"), ("a.cn", "*.a.cn"), ("xa.cn", "*.a.cn"))
    ]
    assert (0, "") == Rules((), (), (), "").refusal("anything", "", "/")


@pytest.mark.parametrize(
    "headers",
    [
        {"X-A": "a\x1bb"}, {"User-Agent": "\x1b[31m"}, {"Cookie": "a=\x1b"},
        {"Sec-WebSocket-Protocol": "stream\x1blit"}, {"X-A": "a" * 9_000},
        {f"X-{number}": "a" for number in range(200)},
    ],
    ids=["escape", "agent", "cookie", "protocol", "long", "many"],
)  # fmt: skip
def test_a_head_that_cannot_be_read_is_answered_at_once(
    plain: tuple[Served, list[bytes]], headers: dict[str, str]
) -> None:
    """uvicorn neither answered nor closed: one byte of ESC kept a connection for good."""
    served, _ = plain
    name = f"127.0.0.1:{served.port}"

    with socket.create_connection(("127.0.0.1", served.port), timeout=10) as caller:
        head = {"Host": name, "Origin": f"http://{name}", "Connection": "Upgrade", "Upgrade": "websocket"}
        key = {"Sec-WebSocket-Version": "13", "Sec-WebSocket-Key": "A" * 22 + "=="}
        lines = "".join(f"{header}: {value}\r\n" for header, value in (head | key | headers).items())
        caller.sendall(f"GET /_stcore/stream HTTP/1.1\r\n{lines}\r\n".encode())
        answer = b"".join(iter(lambda: caller.recv(1 << 16), b""))

    assert answer.startswith(b"HTTP/1.1 400 Bad Request\r\n")
    assert answer.endswith(b"The head of the request cannot be read.\n")
    assert 101 == served.stream(Host=name, Origin=f"http://{name}")
