"""Four editors, an import, a publish and readers on one store at the same time, for some seconds.

    python tests/crowding.py FOLDER SECONDS READERS

Each is a process of its own. Prints what each did, and a line for everything that went wrong: an error, a decision that
was confirmed and is not in the ledger, or one that is there without having been confirmed. A ledger that is away for a
while is one line to whoever needs it, and they try again; the file FOLDER/at-work says that all have begun.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from random import Random
from threading import Thread

from children import copy_of_us
from conftest import small_dataset
from own_reports import PLACES, text_file

from faheng.errors import FahengError, LedgerUnavailable, Overtaken
from faheng.intake import publish as publishing
from faheng.intake.apart import stand_back
from faheng.intake.decide import Editor
from faheng.intake.imports import Imported, ImportPlan, import_files
from faheng.intake.intake import Intake
from faheng.intake.publish import publish
from faheng.intake.review import Desk
from faheng.reading.lexicon import lexicon
from faheng.store.read import Reader

Told = dict[str, object]
EDITORS = ("editor-1", "editor-2", "editor-3", "editor-4")
# How long a reader looks at an answer, in seconds.
SHORTEST_PAUSE, LONGEST_PAUSE = 0.5, 1.5
# For which part of the time there are readers alone, to compare with.
ALONE = 0.25
# How soon somebody tries again who was told that the ledger is away, in seconds.
PAUSE = 0.2
SAID = "the ledger cannot be used"


def editor(store: Path, who: str, until: float) -> Told:
    """Decide on any figure, again where somebody was faster."""
    intake, chance = Intake.open(store), Random(who)  # noqa: S311 (choices of a test)
    confirmed, overtaken, away = [], 0, list[str]()
    while time.monotonic() < until:
        try:
            desk = Desk.of(intake)
            report = desk.report(chance.choice(list(desk.state.reports)))
            figures = [each for each in report.figures.every if not each.faults] if report else []
            if report and figures:
                decide = chance.choice((Editor.accept, Editor.reject))
                confirmed.append(decide(Editor(intake, who), report.state, [chance.choice(figures)], report.sha256))
        except Overtaken:
            overtaken += 1
        except LedgerUnavailable as fault:
            away.append(str(fault))
            time.sleep(PAUSE)
    return {"confirmed": confirmed, "overtaken": overtaken, "away": away}


def importer(store: Path, who: str, until: float) -> Told:
    """Import one new report after the other."""
    intake, taken, number, away = Intake.open(store), [], 0, list[str]()
    while not taken or time.monotonic() < until:
        number += 1
        path = text_file(store.parent, list(PLACES)[number % len(PLACES)], 2015 + number % 9, seed=1000 + number)
        try:
            for result in import_files(intake, [path], ImportPlan(who, 1)):
                assert isinstance(result, Imported), result
                taken.append(result.document.report)
        except LedgerUnavailable as fault:
            away.append(str(fault))
            time.sleep(PAUSE)
    return {"taken": taken, "away": away}


def publisher(store: Path, who: str, until: float) -> Told:
    """Publish again and again, as the page does: after whoever reads."""
    stand_back()
    made, away = list[str](), list[str]()
    while not made or time.monotonic() < until:
        try:
            made.append(publish(store, who).snapshot.name)
        except LedgerUnavailable as fault:
            away.append(str(fault))
            time.sleep(PAUSE)
    return {"made": made, "away": away}


def readers(store: Path, many: int, until: float) -> Told:
    """So many readers in one process, as a server has them, each asking every second or two; how long they waited."""
    reader, waits, errors = Reader(store), [], []

    def read(number: int) -> None:
        chance = Random(number)  # noqa: S311 (pauses of a test)
        time.sleep(chance.uniform(0, LONGEST_PAUSE))
        while time.monotonic() < until:
            began = time.monotonic()
            try:
                reader.snapshot().rows("pages/methods__snapshot")
            except FahengError as error:
                errors.append(str(error))
                return
            waits.append(time.monotonic() - began)
            time.sleep(chance.uniform(SHORTEST_PAUSE, LONGEST_PAUSE))

    threads = [Thread(target=read, args=(number,)) for number in range(many)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert not errors, errors[0]
    waits.sort()
    shares = {"median": 0.5, "p95": 0.95, "p99": 0.99}
    return {"answers": len(waits), **{name: round(waits[int(len(waits) * share)], 3) for name, share in shares.items()},
            "longest wait": round(waits[-1], 3)}  # fmt: skip


def in_a_copy(name: str, folder: Path, do: Callable[[], Told]) -> int:
    """A process that does it and leaves what it tells in a file."""
    return copy_of_us(lambda: (folder / f"{name}.json").write_text(json.dumps(do()), encoding="utf-8"))


def main(folder: Path, seconds: float, many: int) -> int:
    """All of them at once; the status says whether anything was wrong."""
    store, data = folder / "store", small_dataset()
    publishing.validated = lambda *_: data  # type: ignore[attr-defined, assignment]
    lexicon()
    first = in_a_copy("first", folder, lambda: importer(store, "first", time.monotonic() + 0.1) | publisher(
        store, "first", time.monotonic() + 0.1))  # fmt: skip
    assert os.waitpid(first, 0)[1] == 0, "nothing was imported and published to decide about"
    alone = in_a_copy("alone", folder, lambda: readers(store, many, time.monotonic() + seconds * ALONE))
    assert os.waitpid(alone, 0)[1] == 0, "readers fail without anybody who writes"
    until = time.monotonic() + seconds
    children = {
        **{name: partial(editor, store, name, until) for name in EDITORS},
        "importer": lambda: importer(store, "importer", until),
        "publisher": lambda: publisher(store, "publisher", until),
        "readers": lambda: readers(store, many, until),
    }
    running = [in_a_copy(name, folder, do) for name, do in children.items()]
    (folder / "at-work").touch()
    wrong = sum(os.waitpid(each, 0)[1] != 0 for each in running)
    told = {name: json.loads((folder / f"{name}.json").read_text()) for name in children} if not wrong else {}
    wrong += sum(map(len, differences(store, told).values())) if told else 0
    told["alone"] = json.loads((folder / "alone.json").read_text())
    print(f"{wrong} wrong; " + "; ".join(f"{name} {in_short(what)}" for name, what in told.items()))
    return int(wrong > 0)


def differences(store: Path, told: dict[str, Told]) -> dict[str, set[object]]:
    """What was confirmed and is not in the ledger, or the other way round."""
    intake = Intake.open(store)
    events, state = intake.ledger.events(), intake.state()
    found: dict[str, set[object]] = {}
    for name in EDITORS:
        own, confirmed = {each.number for each in events if each.who == name}, set(told[name]["confirmed"])  # type: ignore[call-overload]
        found[name] = own ^ confirmed
        # A commit whose answer was cut off: nobody was told whether it stands.
        if told[name]["away"] and confirmed <= own and len(own - confirmed) == 1:
            found[name] = set()
    for name, what in told.items():
        lines = what.get("away", ())
        found[f"what {name} was told"] = {each for each in lines if "\n" in each or SAID not in each}  # type: ignore[attr-defined]
    found["importer"] = set(told["importer"]["taken"]) - set(state.reports)  # type: ignore[call-overload]
    found["numbers"] = {each.number for each in events} ^ set(range(1, len(events) + 1))
    for name, what in found.items():
        if what:
            print(f"{name}: {what}")
    return found


def in_short(told: Told) -> str:
    """How much was done."""
    return ", ".join(f"{name} {len(each) if isinstance(each, list) else each}" for name, each in told.items())


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), float(sys.argv[2]), int(sys.argv[3])))
