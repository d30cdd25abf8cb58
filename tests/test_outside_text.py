"""What comes from outside, a name, an address or a document: harmless where it is shown, confined where it is run."""

# ruff: noqa: S603 (our own commands)
from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from browser import ROOT

from faheng.checks.registry import CHECKS
from faheng.data.read import read_dataset
from faheng.data.table import WEB_ADDRESS
from faheng.errors import LONGEST_LINE, DataProblems, UnreadableFile, in_a_line
from faheng.reading.texts.readers import confined


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("年报.docx", "年报.docx"),
        ("a\x1b[31mred\x07", "a\\u001b[31mred\\u0007"),
        ("report\u202excod.exe", "report\\u202excod.exe"),
        ("two\nlines\r\tand", "two\\u000alines\\u000d\\u0009and"),
        ("half\ud83d", "half\\ud83d"),
        ("a\x9bb\u2028c\u2066d\u200fe", "a\\u009bb\\u2028c\\u2066d\\u200fe"),
        ("C:\\new", "C:\\new"),
    ],
)
def test_what_is_not_seen_is_shown_as_its_number(text: str, shown: str) -> None:
    """In a message too, and what is shown can be printed in any way."""
    assert shown == in_a_line(text)
    assert shown in str(UnreadableFile(text, "is damaged", "save it anew"))
    shown.encode("utf-8")


def test_a_message_has_a_length_and_keeps_its_advice() -> None:
    told = str(UnreadableFile("x" * 5000, "is damaged", "open it in Word and save it as docx"))

    assert LONGEST_LINE + 3 == len(told)
    assert told.startswith("xxx")
    assert told.endswith(": is damaged; open it in Word and save it as docx")


@pytest.mark.parametrize(
    "arguments",
    [("extract", "no\x1b[31m\u202e.txt"), ("restore", "\x1b[31m"), ("build", "--data", "\x1b[31m"), ("a\x1b[31m",)],
)
def test_no_command_hands_signs_of_a_terminal_on(arguments: tuple[str, ...], tmp_path: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "faheng.cli", *arguments], cwd=ROOT, capture_output=True, check=False,
        env={**os.environ, "FAHENG_STORE": str(tmp_path)},
    )  # fmt: skip

    assert ended.returncode in (1, 2)
    assert b"\x1b" not in ended.stdout + ended.stderr
    assert "\u202e".encode() not in ended.stdout + ended.stderr
    assert b"Traceback" not in ended.stderr


@pytest.mark.parametrize(
    "address",
    ["https://www.gov.cn/", "http://sfj.example.gov.cn:8080/a/b_1.html?x=1&y=%20#z", "https://例子.中国/年报",
     "https://www.gov.cn", "https://[2001:db8::1]/a"],
)  # fmt: skip
def test_an_address_of_the_web(address: str) -> None:
    assert WEB_ADDRESS.fullmatch(address)


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//server/share",
     "\\\\server\\share\\a.docx", "https:\\\\server\\a", "https://", "https:///a", "https://user:key@evil.example/",
     "https://a.cn/\u202egpj.exe", "https://a.cn/a b", 'https://a.cn/"onclick="x', "https://a.cn/<b>", "www.gov.cn",
     "https://a.cn/\x1b", "ftp://a.cn/", "vbscript:x"],
)  # fmt: skip
@pytest.mark.parametrize("where", ["benchmarks", "report"])
def test_the_build_refuses_an_address_that_is_none(data: Path, address: str, where: str) -> None:
    """A reader clicks on it: it leads to the web, or the build stops with file, line and column."""
    if where == "benchmarks":
        file = data / "reference" / "benchmarks.csv"
        lines = file.read_text("utf-8").splitlines()
        quoted = '"' + address.replace('"', '""') + '"'
        file.write_text("\n".join([lines[0], lines[1].rsplit(",", 1)[0] + "," + quoted, *lines[2:]]) + "\n", "utf-8")
    else:
        file = next((data / "reports").glob("*.toml"))
        lines = [line for line in file.read_text("utf-8").splitlines() if not line.startswith("source_url")]
        coded = "".join(f"\\u{ord(sign):04x}" for sign in address)
        file.write_text("\n".join([*lines, f'source_url = "{coded}"']) + "\n", "utf-8")

    with pytest.raises(DataProblems) as caught:
        read_dataset(data, CHECKS)

    (problem,) = caught.value.problems
    assert (file.name, "source_url") == (Path(problem.file).name, problem.column)
    assert str(caught.value).isprintable()


needs_linux = pytest.mark.skipif(
    not shutil.which("prlimit") or not shutil.which("unshare"), reason="no prlimit or no unshare: util-linux has both"
)


@needs_linux
def test_a_foreign_program_reaches_no_network(tmp_path: Path) -> None:
    """Neither this machine nor another; without the confinement the same command does."""
    reached: list[str] = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        threading.Thread(target=lambda: reached.append(str(server.accept()[1])), daemon=True).start()
        command = ["bash", "-c", f"echo x > /dev/tcp/127.0.0.1/{server.getsockname()[1]}"]
        confined_end = confined.run(command, tmp_path, 10)
        alone, within = len(reached), confined_end.returncode
        subprocess.run(command, check=True)

    assert (0, True) == (alone, within != 0)
    assert b"unreachable" in confined_end.stderr


@needs_linux
@pytest.mark.parametrize(
    ("code", "fault"),
    [
        ("f = open('written', 'w'); f.write('x' * 10); f.flush()", b"File too large"),
        ("len(bytearray(2**30))", b"MemoryError"),
        ("import os; [os.open('/dev/null', 0) for _ in range(100)]", b"Too many open files"),
    ],
    ids=["file", "memory", "files"],
)
def test_a_foreign_program_has_limits(tmp_path: Path, code: str, fault: bytes) -> None:
    """None writes a file, none takes a gigabyte."""
    ended = confined.run([sys.executable, "-S", "-c", code], tmp_path, 20)

    assert ended.returncode != 0
    assert fault in ended.stderr
    assert [] == [path for path in tmp_path.iterdir() if path.stat().st_size]


@needs_linux
def test_a_foreign_program_is_told_little(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What stands in our environment, such as a password of a database, is none of its business."""
    monkeypatch.setenv("FAHENG_LEDGER", "postgresql://user:secret@host")

    assert b"secret" not in confined.run(["env"], tmp_path, 10).stdout


@pytest.mark.parametrize("code", ["while True: pass", "import time; time.sleep(60)"], ids=["processor", "clock"])
def test_a_foreign_program_does_not_go_on_for_ever(tmp_path: Path, code: str) -> None:
    with pytest.raises(subprocess.TimeoutExpired):
        confined.run([sys.executable, "-S", "-c", code], tmp_path, 2)


@needs_linux
def test_the_time_of_the_processor_is_told_like_the_time_of_the_clock(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A busy program whose two clocks run out in the same moment ends in one way."""
    limits = confined._limits
    monkeypatch.setattr(confined, "_limits", lambda _clock: limits(1))

    with pytest.raises(subprocess.TimeoutExpired):
        confined.run([sys.executable, "-S", "-c", "while True: pass"], tmp_path, 20)
