"""python -m tests.benchmarks.engines [NUMBER ...]: short reports (3000) by processes and by Ray, at 1 and 2 cores.

One after the other, into stores of their own, the readings of which are compared byte by byte. Ray is one
of this machine alone, which begins and ends with the import; what that costs is told apart from the reading.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from faheng.pool.engine import ENGINES, PROCESSES, RAY

from ..ray_nodes import small_reports, sums_below
from . import figures

USUAL = 3_000
CORES = (1, 2)
QUIET = {"RAY_USAGE_STATS_ENABLED": "0", "FAHENG_USER": "bench", "PYTHONUNBUFFERED": "1"}


@dataclass(frozen=True)
class Measured:
    """One import: seconds until its first line, its last, and its end."""

    first: float
    last: float
    ended: float

    @property
    def around(self) -> float:
        """What begins and ends it."""
        return self.first + self.ended - self.last

    def each(self, number: int) -> float:
        """Seconds a report, but for that."""
        return (self.last - self.first) / (number - 1)


@contextmanager
def only(cores: int) -> Iterator[None]:
    """What is started runs on so many cores of this machine."""
    every = os.sched_getaffinity(0)
    os.sched_setaffinity(0, sorted(every)[:cores])
    try:
        yield
    finally:
        os.sched_setaffinity(0, every)


def imported(reports: Path, store: Path, engine: str, cores: int) -> Measured:
    """Import the reports by an engine. Raises CalledProcessError where one was refused."""
    command = [sys.executable, "-m", "faheng.cli", "import", "--engine", engine, "--jobs", str(cores), str(reports)]
    began = time.monotonic()
    with only(cores), subprocess.Popen(  # noqa: S603 (our own command)
        command, env=os.environ | QUIET | {"FAHENG_STORE": str(store)}, stdout=subprocess.PIPE
    ) as process:  # fmt: skip
        assert process.stdout is not None
        told = [time.monotonic() - began for _ in process.stdout]
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Measured(told[0], told[-1], time.monotonic() - began)


def measure_engines(number: int, folder: Path) -> None:
    """Both engines at each number of cores; from how many reports on Ray is the quicker one."""
    reports = folder / "reports"
    small_reports(reports, number)
    for cores in CORES:
        made: dict[str, Measured] = {}
        figures.title(f"{number} short reports on {cores} of {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
        for engine in ENGINES:
            store = folder / f"{engine}-{cores}"
            made[engine] = told = imported(reports, store, engine, cores)
            figures.single(f"{engine}: in all", told.ended, "s")
            figures.single("  until the first, and after the last", told.around, "s")
            figures.single("  a report", 1000 * told.each(number), "ms")
        alike = sums_below(folder / f"{PROCESSES}-{cores}/readings") == sums_below(folder / f"{RAY}-{cores}/readings")
        print(f"readings {'are the same byte by byte' if alike else 'DIFFER'}; {pays(made, number)}")


def pays(made: dict[str, Measured], number: int) -> str:
    """From where on Ray is quicker."""
    more = made[RAY].around - made[PROCESSES].around
    saved = made[PROCESSES].each(number) - made[RAY].each(number)
    return f"Ray is quicker from {more / saved:.0f} reports on" if saved > 0 else "Ray is quicker at no number"


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.engines", description=__doc__)
    parser.add_argument("numbers", nargs="*", type=int, default=[USUAL], metavar="NUMBER")
    for number in parser.parse_args().numbers:
        with tempfile.TemporaryDirectory() as folder:
            measure_engines(number, Path(folder))


if __name__ == "__main__":
    main()
