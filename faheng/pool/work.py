"""Tasks -> what each yields, in their order, on several cores; what cannot be done is a result like any other.

A window of tasks is begun ahead, so memory does not grow with their number.
"""

from __future__ import annotations

import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing.connection import wait
from multiprocessing.context import BaseContext
from pathlib import Path
from typing import Generic, Protocol, TypeVar

from faheng.pool.limits import Limits
from faheng.pool.worker import Answer, Worker

AHEAD = 4
FILES_WORTH_A_PROCESS = 8


class OfFile(Protocol):
    """A task that is about one file."""

    @property
    def path(self) -> Path:
        """The file."""


Task = TypeVar("Task", bound=OfFile)
Yield = TypeVar("Yield")


@dataclass(frozen=True)
class Work(Generic[Task, Yield]):
    """What is done with each file, in a worker process, and what a file yields that it cannot be done with.

    faulty takes the file and one line that says what is wrong with it and what to do. footing: what must be the same on
    every machine that does it, each thing by its name; asked there and here before the first file.
    """

    do: Callable[[Task], Yield]
    faulty: Callable[[Path, str], Yield]
    footing: Callable[[], Mapping[str, str]] | None = None


def each_file(
    tasks: Iterable[Task],
    work: Work[Task, Yield],
    jobs: int | None = None,
    *,
    threaded: bool = False,
    limits: Limits | None = None,
) -> Iterator[Yield]:
    """What each file yields, in the order of the tasks.

    jobs: how many processes; None takes as many cores as the files are worth. threaded: the caller has threads, as a
    server has; its workers then do not begin as copies of it, in which a lock that a thread held would stay held, and
    work must be a function of a module. limits: of each task, None for those of a file that is read. Raises BadSetting
    for a wrong limit.
    """
    every = list(tasks)
    jobs = jobs or max(1, min(os.cpu_count() or 1, len(every) // FILES_WORTH_A_PROCESS))
    with crew_of(work, jobs, threaded=threaded, limits=limits) as crew:
        yield from crew.results(every)


@dataclass
class Crew(Generic[Task, Yield]):
    """The workers of one run."""

    work: Work[Task, Yield]
    jobs: int
    limits: Limits
    context: BaseContext
    workers: list[Worker[Task, Yield]] = field(default_factory=list)

    def results(self, tasks: list[Task]) -> Iterator[Yield]:
        """What each task yields, in their order."""
        waiting = deque(enumerate(tasks))
        done: dict[int, Yield] = {}
        for number in range(len(tasks)):
            while number not in done:
                while waiting and waiting[0][0] < number + self.jobs * AHEAD and self.has_room:
                    self.idle().give(*waiting.popleft())
                done.update(self.finished(tasks))
            yield done.pop(number)

    @property
    def has_room(self) -> bool:
        """Whether another task can begin."""
        return sum(worker.number is not None for worker in self.workers) < self.jobs

    def idle(self) -> Worker[Task, Yield]:
        """A worker that waits for a task, a new one where none does; one that somebody stopped waits no more."""
        for worker in [each for each in self.workers if each.number is None and not each.process.is_alive()]:
            worker.stop()
            self.workers.remove(worker)
        for worker in self.workers:
            if worker.number is None:
                return worker
        self.workers.append(Worker.started(self.work.do, self.limits, self.context))
        return self.workers[-1]

    def finished(self, tasks: list[Task]) -> dict[int, Yield]:
        """What the tasks yield that end next: at least one has, or its time is over."""
        busy = [worker for worker in self.workers if worker.number is not None]
        wait([worker.pipe for worker in busy], max(0.0, min(worker.seconds_left for worker in busy)))
        ended = [worker for worker in busy if worker.pipe.poll() or worker.seconds_left <= 0]
        answers = {worker.number: self.answer_of(worker) for worker in ended if worker.number is not None}
        for number in [each for each, answer in answers.items() if answer.stopped]:
            # A machine that is shut down tells all of its processes; where it is not, or not yet, the file is read.
            self.idle().give(number, tasks[number])
            del answers[number]
        return {number: self.settled(tasks[number], answer) for number, answer in answers.items()}

    def answer_of(self, worker: Worker[Task, Yield]) -> Answer[Yield]:
        """What became of the task of a worker, which is free again, or gone."""
        answer = worker.answer()
        worker.number = None
        if answer.last:
            worker.stop()
            self.workers.remove(worker)
        return answer

    def settled(self, task: Task, answer: Answer[Yield]) -> Yield:
        """What a task yields that was answered so."""
        if answer.result is not None:
            return answer.result
        return self.work.faulty(task.path, answer.fault if answer.named else f"{task.path}: {answer.fault}")

    def stop(self) -> None:
        """End all workers."""
        for worker in self.workers:
            worker.stop()


@contextmanager
def crew_of(
    work: Work[Task, Yield], jobs: int, *, threaded: bool = False, limits: Limits | None = None
) -> Iterator[Crew[Task, Yield]]:
    """A crew whose workers go on from run to run and end with the block, however it ends; threaded: as of each_file."""
    context = multiprocessing.get_context("forkserver" if threaded else "fork")
    crew = Crew(work, jobs, limits or Limits.set(), context)
    try:
        yield crew
    finally:
        crew.stop()
