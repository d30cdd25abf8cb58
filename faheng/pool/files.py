"""Many files -> what each yields, in their order, on several cores; a bad file is an outcome like any other.

A window of files is read ahead, so memory does not grow with their number.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Generic, TypeVar

from faheng.data.reference import read_reference
from faheng.errors import DataProblems, FahengError, NothingToRead, Problem
from faheng.model import Locality
from faheng.paths import REFERENCE
from faheng.reading.about.about import ReportAbout
from faheng.reading.about.given import completed, is_complete
from faheng.reading.about.recognise import recognise
from faheng.reading.flow import read_observations
from faheng.reading.leftovers import Leftover, leftovers_of
from faheng.reading.texts.clean import clean_text
from faheng.reading.texts.files import read_reports
from faheng.reading.texts.original import Original

REPORT_SUFFIXES = (".txt", ".md", ".html", ".htm", ".docx", ".doc", ".pdf", ".zip")
AHEAD = 4
FILES_WORTH_A_PROCESS = 8
Yield = TypeVar("Yield")


@dataclass(frozen=True)
class Task:
    """A file to read, what was given about its reports, and whether the figures left over are wanted."""

    path: Path
    given: Mapping[str, ReportAbout]
    with_leftovers: bool = False


@dataclass(frozen=True)
class Outcome:
    """What a file yields: observations as lines of JSON, leftovers where wanted, and one line a fault."""

    path: Path
    lines: tuple[str, ...] = ()
    leftovers: tuple[Leftover, ...] = ()
    faults: tuple[str, ...] = ()


def files_in(paths: Iterable[Path]) -> list[Path]:
    """The files named, and of a folder all that could be reports, in alphabetical order.

    Raises NothingToRead where there is none.
    """
    paths = list(paths)
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            found += sorted(each for each in path.rglob("*") if each.suffix.lower() in REPORT_SUFFIXES)
        else:
            found.append(path)
    if not found:
        raise NothingToRead([str(path) for path in paths], REPORT_SUFFIXES)
    return found


@dataclass(frozen=True)
class Work(Generic[Yield]):
    """What is done with each file, in any process, and what a file yields that it cannot be done with."""

    do: Callable[[Task], Yield]
    faulty: Callable[[Path, str], Yield]


def read_all(
    paths: list[Path], given: Mapping[str, ReportAbout], *, jobs: int | None = None, with_leftovers: bool = False
) -> Iterator[Outcome]:
    """The outcome of each file in the order of paths; jobs None takes as many cores as the files are worth."""
    tasks = [Task(path, given_for(path, given), with_leftovers) for path in paths]
    return each_file(tasks, Work(outcome_of, lambda path, fault: Outcome(path, faults=(fault,))), jobs)


def each_file(tasks: Iterable[Task], work: Work[Yield], jobs: int | None = None) -> Iterator[Yield]:
    """What each file yields, in the order of the tasks."""
    waiting = deque(tasks)
    jobs = jobs or max(1, min(os.cpu_count() or 1, len(waiting) // FILES_WORTH_A_PROCESS))
    while waiting:
        yield from in_order(waiting, work, jobs)
        if waiting:  # a worker died; the file at the head is read once more by itself, to tell whether it is to blame
            yield alone(waiting.popleft(), work)


def given_for(path: Path, given: Mapping[str, ReportAbout]) -> Mapping[str, ReportAbout]:
    """Of what was given, what a worker needs: an archive can hold any report, another file only its own."""
    if path.suffix.lower() == ".zip":
        return given
    return {path.stem: given[path.stem]} if path.stem in given else {}


def in_order(waiting: deque[Task], work: Work[Yield], jobs: int) -> Iterator[Yield]:
    """What files yield from the head of the queue until it is empty, or until a worker dies and yields nothing."""
    with executor(jobs) as pool:
        running: deque[Future[Yield]] = deque()
        while waiting:
            while len(running) < min(jobs * AHEAD, len(waiting)):
                running.append(pool.submit(work.do, waiting[len(running)]))
            future = running.popleft()
            if isinstance(future.exception(), BrokenProcessPool):
                return
            yield settled(future, waiting.popleft(), work)


def alone(task: Task, work: Work[Yield]) -> Yield:
    """What one file yields in a process of its own."""
    with ProcessPoolExecutor(1) as pool:
        return settled(pool.submit(work.do, task), task, work)


def settled(future: Future[Yield], task: Task, work: Work[Yield]) -> Yield:
    """What the file yields, or what stopped the reading of this one file as its fault: the others must go on."""
    error = future.exception()
    if error is None:
        return future.result()
    if isinstance(error, FahengError):
        return work.faulty(task.path, str(error))
    if isinstance(error, BrokenProcessPool | MemoryError):
        return work.faulty(task.path, f"{task.path}: needs more memory than there is; give a part of it")
    what = f"{type(error).__name__} {error}".split("\n")[0]
    return work.faulty(task.path, f"{task.path}: a fault of Faheng stopped the reading ({what}); report it")


def executor(jobs: int) -> Executor:
    """One job runs in this process: a few files are read before another process has begun."""
    return ThreadPoolExecutor(1) if jobs == 1 else ProcessPoolExecutor(jobs)


def outcome_of(task: Task) -> Outcome:
    """Read one file."""
    originals, problems = read_reports(task.path)
    lines: list[str] = []
    left: list[Leftover] = []
    for original in originals:
        observations = read_observations(original, described(original, task.given.get(original.name)))
        lines += [each.to_json() for each in observations]
        left += leftovers_of(original, observations) if task.with_leftovers else []
    return Outcome(task.path, tuple(lines), tuple(left), tuple(map(str, problems)))


def described(original: Original, given: ReportAbout | None) -> ReportAbout:
    """What is known about a report: what was given, and from its text what was not."""
    if given and is_complete(given):
        return given
    text = clean_text(original.text).text
    read = recognise(original.name, original.title, text, localities(), published=original.published_on)
    return completed(given or ReportAbout(original.name), read)


@cache
def localities() -> tuple[Locality, ...]:
    """The localities of data/reference; raises DataProblems where they cannot be read."""
    problems: list[Problem] = []
    reference = read_reference(REFERENCE, problems)
    if problems:
        raise DataProblems(problems)
    return tuple(reference.localities.values())
