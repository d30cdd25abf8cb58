"""faheng.pool: what becomes of a file is said of that file, under limits that the system enforces."""

from __future__ import annotations

import os
import signal
import struct
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from faheng.errors import BadSetting, UnreadableFile
from faheng.pool.limits import Limits
from faheng.pool.work import Work, each_file
from faheng.pool.worker import Answer, received, sent


@dataclass(frozen=True)
class Named:
    """A task: only its name counts."""

    path: Path


def names(*given: str) -> list[Named]:
    return [Named(Path(name)) for name in given]


def outcomes(do: Callable[[Named], str], *given: str, jobs: int = 1) -> list[str]:
    """What each name yields, or the line that says what is wrong with it."""
    return list(each_file(names(*given), Work(do, lambda _, fault: fault), jobs))


def greedy(task: Named) -> str:
    return task.path.name if task.path.name != "b" else str(len(bytearray(3 << 30)))


def endless(task: Named) -> str:
    while task.path.name == "b":
        time.sleep(0.01)
    return task.path.name


def busy(task: Named) -> str:
    while task.path.name == "b":
        pass
    return task.path.name


def broken(task: Named) -> str:
    if task.path.name == "b":
        os.kill(os.getpid(), signal.SIGSEGV)
    return task.path.name


def refused(task: Named) -> str:
    if task.path.name == "b":
        raise UnreadableFile("b", "is empty", "give another")
    return task.path.name


def test_a_caller_with_threads_gets_the_same() -> None:
    """The workers begin from a clean process, under the same limits."""
    work = Work(refused, lambda _, fault: fault)

    assert ["a", "b: is empty; give another", "c"] == list(each_file(names("a", "b", "c"), work, 2, threaded=True))


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_file_that_needs_too_much_memory_is_said_to(monkeypatch: pytest.MonkeyPatch, jobs: int) -> None:
    monkeypatch.setenv("FAHENG_READ_MEGABYTES", "300")

    assert ["a", "b: needs more than the 300 MB of memory that a file may need; give a part of it", "c"] == outcomes(
        greedy, "a", "b", "c", jobs=jobs
    )


@pytest.mark.parametrize("do", [endless, busy])
def test_a_file_that_takes_too_long_is_said_to(monkeypatch: pytest.MonkeyPatch, do: Callable[[Named], str]) -> None:
    """Also where it is the only one."""
    monkeypatch.setenv("FAHENG_READ_SECONDS", "1")
    said = "b: took more than the 1 seconds that a file may take; give a part of it"

    assert [said] == outcomes(do, "b")
    assert ["a", said, "c"] == outcomes(do, "a", "b", "c", jobs=2)


def test_a_reader_that_breaks_takes_no_other_file_with_it() -> None:
    assert ["a", "b: broke its reader (SIGSEGV); save it anew or give it in another format", "c"] == outcomes(
        broken, "a", "b", "c"
    )


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_file_whose_reader_somebody_stopped_is_read_after_all(tmp_path: Path, jobs: int) -> None:
    """As when a machine is shut down, which tells every process; nothing is wrong with the file."""

    def stopped(task: Named) -> str:
        if task.path.name == "b" and not (tmp_path / "told").exists():
            (tmp_path / "told").touch()
            os.kill(os.getpid(), signal.SIGTERM)
        return task.path.name

    assert ["a", "b", "c"] == outcomes(stopped, "a", "b", "c", jobs=jobs)


def test_a_fault_of_the_file_is_its_own_line() -> None:
    assert ["a", "b: is empty; give another", "c"] == outcomes(refused, "a", "b", "c")


def test_no_process_is_left(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """What a file has started ends with its time, and the workers end when nobody asks for more."""
    monkeypatch.setenv("FAHENG_READ_SECONDS", "1")
    log = tmp_path / "pids"

    def starting(task: Named) -> str:
        child = subprocess.Popen(["sleep", "60"])  # noqa: S607 (found as antiword is)
        log.write_text(f"{os.getpid()} {child.pid}", encoding="utf-8")
        return endless(task)

    outcomes(starting, "b")
    time.sleep(0.2)

    for pid in log.read_text(encoding="utf-8").split():
        state = Path(f"/proc/{pid}/stat")
        assert not state.exists() or " Z " in state.read_text(encoding="utf-8")


def test_only_as_many_as_asked_for_run_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two jobs, two processes, whatever the number of files.

    A worker begins as a copy of this process, which may hold much after other tests; it ends early where it holds half.
    """
    monkeypatch.setenv("FAHENG_READ_MEGABYTES", "100000")

    def noted(task: Named) -> str:
        with (tmp_path / "pids").open("a", encoding="utf-8") as log:
            log.write(f"{os.getpid()}\n")
        return task.path.name

    given = [str(number) for number in range(60)]

    assert given == outcomes(noted, *given, jobs=2)
    assert 2 == len(set((tmp_path / "pids").read_text(encoding="utf-8").split()))


def unread(pipe: Connection, other_end: Connection) -> None:
    """The pool is killed before it reads an answer."""
    pipe.send("an answer")
    other_end.close()


def half(_: Connection, other_end: Connection) -> None:
    """The pool is killed while it sends a task."""
    os.write(other_end.fileno(), struct.pack("!i", 100) + b"half")
    other_end.close()


def gone(_: Connection, other_end: Connection) -> None:
    """The pool is killed while all is read."""
    other_end.close()


@pytest.mark.parametrize("killed", [unread, half, gone])
def test_a_worker_whose_pool_was_killed_ends_silently(killed: Callable[[Connection, Connection], None]) -> None:
    ours, theirs = Pipe()
    killed(theirs, ours)

    assert received(theirs) is None
    assert not sent(theirs, Answer("an answer"))


@pytest.mark.parametrize(
    ("name", "value"), [("SECONDS", "0"), ("SECONDS", "x"), ("MEGABYTES", "10"), ("SECONDS", "9" * 9)]
)
def test_a_wrong_setting_is_one_line(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(f"FAHENG_READ_{name}", value)

    with pytest.raises(BadSetting, match=f"FAHENG_READ_{name} is '{value}'; write a whole number from"):
        Limits.set()
