"""Where files are worked on: processes of this machine, or a Ray cluster. An engine is chosen here, nowhere else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TypeVar

from faheng.paths import is_local
from faheng.pool.limits import Limits
from faheng.pool.work import OfFile, Work, each_file

__all__ = ["ENGINES", "ON_THIS_MACHINE", "PROCESSES", "RAY", "Engine", "EngineChoice", "Processes", "engine_of"]

PROCESSES, RAY = "processes", "ray"
ENGINES = (PROCESSES, RAY)
Task = TypeVar("Task", bound=OfFile)
Yield = TypeVar("Yield")


class Engine(Protocol):
    """Does something with each of many files, however many machines it has."""

    @property
    def of_pages(self) -> Engine:
        """What recognises pages, of which each needs much memory: as many at once as there is surely room for."""

    @property
    def scans_at_once(self) -> int:
        """How many scans are worth one run of pages: one that fails early costs the others nothing."""

    def each(
        self, tasks: Iterable[Task], work: Work[Task, Yield], limits: Limits | None = None
    ) -> Iterator[list[Yield]]:
        """What the tasks yield, each once and in their order; what ended together comes together.

        A file that cannot be worked on yields its fault and stops no other. limits: of each task, None for those of a
        file that is read. Raises BadSetting for a wrong limit.
        """


@dataclass(frozen=True)
class Processes:
    """Processes of this machine. jobs: how many, None for as many as the files are worth; threaded: as of each_file."""

    jobs: int | None = None
    threaded: bool = False
    scans_at_once: int = 1

    @property
    def of_pages(self) -> Engine:
        """One process."""
        return Processes(1, self.threaded)

    def each(
        self, tasks: Iterable[Task], work: Work[Task, Yield], limits: Limits | None = None
    ) -> Iterator[list[Yield]]:
        """One after the other, so that what was told of is never more than what is done."""
        for result in each_file(tasks, work, self.jobs, threaded=self.threaded, limits=limits):
            yield [result]


@dataclass(frozen=True)
class EngineChoice:
    """Which engine is wanted. address: of a cluster that runs; "" begins one on this machine, for this run alone."""

    name: str = PROCESSES
    address: str = ""

    @property
    def has_threads(self) -> bool:
        """Whether this process has threads while the engine is open."""
        return self.name == RAY

    def located(self, path: Path) -> Path:
        """The path as every machine of the engine finds it: the others stand in other folders."""
        return path.absolute() if self.name == RAY and is_local(path) else path


ON_THIS_MACHINE = EngineChoice()


@contextmanager
def engine_of(choice: EngineChoice, jobs: int | None, *, threaded: bool) -> Iterator[Engine]:
    """The engine, for as long as files are worked on. Raises ClusterUnavailable."""
    if choice.name != RAY:
        yield Processes(jobs, threaded)
        return
    from faheng.pool.cluster import connected  # noqa: PLC0415 (an extra)

    with connected(choice.address, jobs) as engine:
        yield engine
