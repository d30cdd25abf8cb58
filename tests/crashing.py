"""A process that imports, reviews and publishes until it is killed at a random moment, again and again.

    python tests/crashing.py FOLDER ROUNDS SEED

After each kill another process looks whether all stands: the published snapshot opens, every decision that was
confirmed is in the ledger, every document and reading that the ledger names is whole, and the work goes on. Prints one
line a fault and a last line with what was done. Everything happens in copies of this process, which therefore never
opens a database itself.
"""

from __future__ import annotations

import os
import select
import signal
import sys
import time
from collections import Counter
from pathlib import Path
from random import Random

from children import copy_of_us
from conftest import small_dataset
from own_reports import PLACES, text_file

from faheng.errors import StoreMissing
from faheng.intake import publish as publishing
from faheng.intake.decide import Editor
from faheng.intake.imports import ImportPlan, import_files
from faheng.intake.intake import Intake
from faheng.intake.publish import publish
from faheng.intake.review import Desk
from faheng.reading.lexicon import lexicon
from faheng.store.snapshots import published
from faheng.store.verify import require_readable

WORKS = ("import", "review", "publish")
LONGEST = 0.6
LONGEST_START = 10
WHILE_WORKING = 0.9


class Work:
    """What the process that will be killed does; it says what was confirmed, never before."""

    def __init__(self, folder: Path, seed: int, pipe: int) -> None:
        self.folder, self.pipe = folder, pipe
        self.chance = Random(seed)  # noqa: S311 (choices of a test)
        self.intake = Intake.open(folder / "store")

    def confirm(self, what: str, number: int) -> None:
        os.write(self.pipe, f"{what} {number}\n".encode())

    def imports(self) -> None:
        """Two reports; known ones too."""
        files = []
        for _ in range(2):
            seed, place = self.chance.randint(0, 40), self.chance.choice(list(PLACES))
            files.append(text_file(self.folder, place, 2023, seed=seed, name=f"{os.getpid()}-{len(files)}.txt"))
        for result in import_files(self.intake, files, ImportPlan("import", 1)):
            self.confirm(f"import:{result.document.report}", self.intake.ledger.position)  # type: ignore[union-attr]

    def reviews(self) -> None:
        """Ten decisions, each on one figure of any report."""
        for _ in range(10):
            desk = Desk.of(self.intake)
            held = [each for each in desk.state.reports.values() if each.document]
            report = desk.report(self.chance.choice(held).id) if held else None
            figures = [each for each in report.figures.every if not each.faults] if report else []
            if report and figures:
                decide = self.chance.choice((Editor.accept, Editor.reject))
                figure = self.chance.choice(figures)
                self.confirm("review", decide(Editor(self.intake, "review"), report.state, [figure], report.sha256))

    def publishes(self) -> None:
        """The next snapshot."""
        made = publish(self.folder / "store", "publish")
        self.confirm("publish", int(made.snapshot.stem.rpartition("-")[2]))

    def go_on(self, first: str) -> None:
        """Work without end."""
        kinds = dict(zip(WORKS, (self.imports, self.reviews, self.publishes), strict=True))
        self.confirm("at", WORKS.index(first))
        while True:
            self.confirm("begin", WORKS.index(first))
            kinds[first]()
            first = self.chance.choice(WORKS)


def check(folder: Path, confirmed: list[tuple[str, int]]) -> None:
    """Everything that must hold after a kill. Raises AssertionError, or an error of ours."""
    try:
        require_readable(published(folder / "store"))
    except StoreMissing:
        assert not any(what == "publish" for what, _ in confirmed), "a confirmed publish left no snapshot"
    intake = Intake.open(folder / "store")
    events = intake.ledger.events()
    numbers = [each.number for each in events]
    assert numbers == list(range(1, len(numbers) + 1)), "numbers have gaps"
    state = intake.state()
    for what, number in confirmed:
        if what == "review":
            assert number <= len(events), f"a confirmed decision is lost: {number}"
            assert events[number - 1].who == "review", f"event {number} is another one"
        elif what.startswith("import:"):
            assert what.removeprefix("import:") in state.reports, f"a confirmed import is lost: {what}"
        elif what == "publish":
            kept = {int(path.stem.rpartition("-")[2]) for path in (folder / "store").glob("faheng-*.duckdb")}
            assert number in kept or number < min(kept), f"a confirmed snapshot is lost: {number}"
    for each in state.reports.values():
        if each.document:
            intake.storage.documents.get(each.document.sha256)
            intake.storage.readings.get(each.id, each.document.reading)
    intake.ledger.close()


def one_round(folder: Path, number: int, chance: Random) -> tuple[str, bool]:
    """One kill; in which work it came, and whether everything stands."""
    ours, theirs = os.pipe()
    first = chance.choice(WORKS)

    def work() -> None:
        Work(folder, number, theirs).go_on(first)

    child = copy_of_us(work)
    if chance.random() < WHILE_WORKING:  # else it may be killed while it starts
        select.select([ours], [], [], LONGEST_START)
    time.sleep(chance.uniform(0, LONGEST))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    os.close(theirs)
    os.set_blocking(ours, False)  # its own workers may still hold the other end for a moment
    lines = drained(ours).decode().splitlines()
    os.close(ours)
    said = [(what, int(value)) for what, _, value in (line.rpartition(" ") for line in lines)]
    at = next((WORKS[value] for what, value in reversed(said) if what == "begin"), "start")
    confirmed = [each for each in said if each[0] not in ("at", "begin")]
    checker = copy_of_us(lambda: check(folder, confirmed))
    return at, os.waitpid(checker, 0)[1] == 0


def drained(pipe: int) -> bytes:
    """What was written into the pipe."""
    found = b""
    while True:
        try:
            piece = os.read(pipe, 1 << 16)
        except BlockingIOError:
            return found
        if not piece:
            return found
        found += piece


def main(folder: Path, rounds: int, seed: int) -> int:
    """So many kills; the status says whether anything was wrong."""
    chance = Random(seed)  # noqa: S311 (moments of a test)
    publishing.validated = lambda *_: data  # type: ignore[attr-defined, assignment]
    data = small_dataset()
    lexicon()
    killed: Counter[str] = Counter()
    wrong = 0
    for number in range(rounds):
        at, stands = one_round(folder, seed * 100_000 + number, chance)
        killed[at] += 1
        if not stands:
            wrong += 1
            print(f"round {number}, killed in {at}", flush=True)
    last = copy_of_us(lambda: Work(folder, seed, os.open(os.devnull, os.O_WRONLY)).publishes())
    wrong += os.waitpid(last, 0)[1] != 0
    print(f"{rounds} kills, {wrong} wrong; {', '.join(f'{n} in {at}' for at, n in sorted(killed.items()))}")
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])))
