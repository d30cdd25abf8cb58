"""A process that does one task after the other, and what its pool sees of it."""

from __future__ import annotations

import gc
import os
import signal
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess
from time import monotonic
from types import TracebackType
from typing import Generic, TypeVar

from faheng.errors import FahengError
from faheng.pool.limits import Limits

# Of the steps of Unix, which give each half as much of a busy core as three before it.
BEHIND = 5
Task = TypeVar("Task")
Yield = TypeVar("Yield")


@dataclass
class Attempt:
    """Notes whatever error a task ends in: it is said of that task, and the others go on."""

    error: BaseException | None = None

    def __enter__(self) -> Attempt:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> bool:
        self.error = error
        return True


@dataclass(frozen=True)
class Answer(Generic[Yield]):
    """What a task gave, or why it gave nothing. named: the fault names its file. last: the worker ends after it.

    stopped: somebody ended the worker in the middle, and the file has no part in it.
    """

    result: Yield | None
    fault: str = ""
    named: bool = False
    out_of_memory: bool = False
    last: bool = False
    stopped: bool = False


def serve(
    do: Callable[[Task], Yield], limits: Limits, pipe: Connection, other_end: Connection, behind: bool = False
) -> None:
    """Take tasks from the pipe and answer each, until the pipe closes. Runs in a process of its own.

    other_end is the pool's, of which a forked process holds a copy: while it is open the pipe outlives a killed pool.
    behind: whoever reads from the server that has the pool goes before.
    """
    other_end.close()
    if behind:
        os.nice(BEHIND)
    os.setpgid(0, 0)  # what it starts, such as antiword, ends with it
    gc.freeze()  # the collector leaves alone what was there before: it is shared, and stays as it is
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the pool is stopped, and stops its workers
    while (task := received(pipe)) is not None:
        answer = attempted(do, task, limits)
        if not sent(pipe, answer) or answer.last:
            return


def sent(pipe: Connection, answer: Answer[Yield]) -> bool:
    """Whether the pool has the answer; not where the pool was killed."""
    try:
        pipe.send(answer)
    except ConnectionError:
        return False
    return True


def received(pipe: Connection) -> Task | None:
    """The next task; None where there will be none.

    A pool that was killed before it read an answer resets the pipe; one killed as it sent leaves half a task.
    """
    try:
        return pipe.recv()  # type: ignore[no-any-return]
    except (EOFError, OSError):
        return None


def attempted(do: Callable[[Task], Yield], task: Task, limits: Limits) -> Answer[Yield]:
    """The task, done under the limits."""
    limits.enforce()
    result: Yield | None = None
    with Attempt() as attempt:
        result = do(task)
    if attempt.error is None:
        return Answer(result, last=limits.is_half_used)
    if isinstance(attempt.error, MemoryError):
        return Answer(None, out_of_memory=True, last=True)
    if isinstance(attempt.error, FahengError):
        return Answer(None, str(attempt.error), named=True)
    what = f"{type(attempt.error).__name__} {attempt.error}".split("\n")[0]
    return Answer(None, f"a fault of Faheng stopped the reading ({what}); report it")


@dataclass
class Worker(Generic[Task, Yield]):
    """A running process: what it is at, and since when. number: of the task it is at, None while it waits."""

    process: BaseProcess
    pipe: Connection
    limits: Limits
    number: int | None = None
    since: float = field(default_factory=monotonic)

    @staticmethod
    def started(do: Callable[[Task], Yield], limits: Limits, context: BaseContext) -> Worker[Task, Yield]:
        """A new process that waits for its first task."""
        ours, theirs = context.Pipe()
        behind = context.get_start_method() == "forkserver"  # a server's
        process = context.Process(target=serve, args=(do, limits, theirs, ours, behind), daemon=True)  # type: ignore[attr-defined]
        process.start()
        theirs.close()
        return Worker(process, ours, limits)

    def give(self, number: int, task: Task) -> None:
        """Let it begin a task; the clock of the task starts. Where it ended at this moment, its answer says so."""
        self.number, self.since = number, monotonic()
        with suppress(ConnectionError):
            self.pipe.send(task)

    @property
    def seconds_left(self) -> float:
        """How long the task may still take; negative where its time is over."""
        return self.since + self.limits.seconds - monotonic()

    def answer(self) -> Answer[Yield]:
        """What became of its task: the pipe has something to read, or its time is over. Waits for nothing else."""
        if not self.pipe.poll():
            self.stop()
            return Answer(None, self.too_long, last=True)
        try:
            answer: Answer[Yield] = self.pipe.recv()
        except (EOFError, ConnectionResetError):
            self.process.join()
            code = self.process.exitcode or 0
            return Answer(None, self.died(code), last=True, stopped=-code == signal.SIGTERM)
        return Answer(None, self.too_much, last=True) if answer.out_of_memory else answer

    @property
    def too_long(self) -> str:
        """What is said of a task whose time is over."""
        return f"took more than the {self.limits.seconds} seconds that a file may take; give a part of it"

    @property
    def too_much(self) -> str:
        """What is said of a task that has not enough memory."""
        return f"needs more than the {self.limits.megabytes} MB of memory that a file may need; give a part of it"

    def died(self, code: int) -> str:
        """What is said of a task in which the process ended."""
        if -code == signal.SIGXCPU:
            return self.too_long
        if -code in {signal.SIGABRT, signal.SIGTRAP, signal.SIGILL}:
            return self.too_much  # what libraries in C do where memory is refused
        if code > 0 or -code == signal.SIGKILL:
            return "needs more memory than there is; give a part of it"  # what the system does
        return f"broke its reader ({signal.Signals(-code).name}); save it anew or give it in another format"

    def stop(self) -> None:
        """End the process and whatever it has started."""
        if self.process.pid is not None and self.process.is_alive():
            end_group(self.process.pid)
            self.process.kill()
        self.process.join()
        self.pipe.close()


def end_group(pid: int) -> None:
    """End all processes of the group that a worker leads; none where it has not begun to lead one."""
    try:
        os.killpg(pid, signal.SIGKILL)
    except ProcessLookupError:
        return
