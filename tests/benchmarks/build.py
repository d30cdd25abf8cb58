"""A whole build of a generated ledger, and the publish of one report after it, each in a process of its own.

`python -m tests.benchmarks.build FOLDER PLACES` generates, builds and publishes; PLACES is a number, or all. What is
there already is not generated again.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from math import log
from pathlib import Path

import faheng.checks.registry  # noqa: F401 (the checks come before what they check)
from faheng.intake.decide import Editor
from faheng.intake.intake import Intake
from faheng.intake.publish import publish
from faheng.intake.review import Desk
from faheng.store.snapshots import published

from . import figures
from .generator import nation, sizes

# Places of each size, which have about 600 figures each; the last are all places.
GROWTH: tuple[int | None, ...] = (2, 20, 200, 2_000, None)
BUILD_SECONDS, BUILD_GIGABYTES, PUBLISH_SECONDS = 900, 4, 20


@dataclass(frozen=True)
class Took:
    """What something took: seconds by the clock and of the processor, and gigabytes at most."""

    clock: float
    processor: float
    gigabytes: float


def took(work: Callable[[], object]) -> Took:
    """What the work takes, of a process that does nothing else, and of those that it begins."""
    clock, processor = time.perf_counter(), sum(os.times()[:4])
    work()
    most = sum(resource.getrusage(each).ru_maxrss for each in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) / 1e6
    return Took(time.perf_counter() - clock, sum(os.times()[:4]) - processor, most)


def one_decision(folder: Path) -> None:
    """A person accepts a figure of a report that was read."""
    intake = Intake.open(folder)
    try:
        name = next(path.name for path in sorted((folder / "readings").iterdir()))
        report = Desk.of(intake).report(name)
        assert report is not None
        figure = next(each for each in report.figures.every if not each.faults)
        Editor(intake, "national").accept(report.state, [figure], report.sha256)
    finally:
        intake.ledger.close()


# Each is done in a process of its own.
STEPS: dict[str, Callable[[Path, int | None], object]] = {
    "generate": nation,
    "build": lambda folder, _: publish(folder, "national", whole=True),
    "decide": lambda folder, _: one_decision(folder),
    "publish": lambda folder, _: publish(folder, "national"),
}


def step(name: str, folder: Path, places: int | None) -> Took:
    """What a step takes, in a process of its own."""
    command = [sys.executable, "-m", "tests.benchmarks.build", str(folder), str(places or "all"), name]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)  # noqa: S603 (our own command)
    return Took(*json.loads(done.stdout.splitlines()[-1]))


def measure_build(folder: Path, places: int | None) -> tuple[int, Took]:
    """Figures, and what a whole build takes; prints what the publish of one report takes after it."""
    if not (folder / "standing").is_dir():
        step("generate", folder, places)
    built = step("build", folder, places)
    rows = sizes(published(folder))
    figures.title(f"{rows['observation']:,} figures of {rows['report']:,} reports, load {os.getloadavg()[0]:.1f}")
    figures.single("whole build", built.clock, "s", BUILD_SECONDS)
    figures.single("  of the processor", built.processor, "s")
    figures.single("  memory at most", built.gigabytes, "GB", BUILD_GIGABYTES)
    step("decide", folder, places)
    one = step("publish", folder, places)
    figures.single("publish of one report", one.clock, "s", PUBLISH_SECONDS)
    figures.single("  of the processor", one.processor, "s")
    figures.single("  memory at most", one.gigabytes, "GB")
    figures.single("size of a snapshot", published(folder).stat().st_size / 1e6, "MB")
    return rows["observation"], built


def measure_growth(folder: Path, sizes_of: tuple[int | None, ...] = GROWTH) -> None:
    """Builds of growing size, and by which power of the figures the processor's time grows from each to the next."""
    found: list[tuple[int, Took]] = []
    for places in sizes_of:
        found.append(measure_build(folder / f"places-{places or 'all'}", places))
        if len(found) > 1:
            (before, short), (after, long) = found[-2:]
            exponent = log(long.processor / short.processor) / log(after / before)
            figures.single(f"exponent from {before:,} to {after:,}", exponent, "")


def main() -> None:
    """One step of a process of its own, or all of them."""
    folder, places = Path(sys.argv[1]), None if sys.argv[2] == "all" else int(sys.argv[2])
    if sys.argv[3:]:
        done = took(lambda: STEPS[sys.argv[3]](folder, places))
        print(json.dumps([done.clock, done.processor, done.gigabytes]))
    else:
        measure_build(folder, places)


if __name__ == "__main__":
    main()
