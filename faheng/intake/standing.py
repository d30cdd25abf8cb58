"""The reports of a ledger -> their rows as they stand, in bundles: each state of a report is judged once.

What is published of a report follows from its reading, from what was decided of it, and from what it is judged by. Of
these its standing is a sum; the rows of a standing are made by judging its figures and checking them against each
other, and taken from a bundle ever after.
"""

from __future__ import annotations

import hashlib
import os
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass, replace
from itertools import islice
from multiprocessing import get_all_start_methods, get_context
from pathlib import Path
from typing import Any, TypeVar

import pyarrow as pa

from faheng.data.read import Dataset
from faheng.intake.joined import HeldFigures, Joiner, joined
from faheng.intake.state import ReportState, folded, folded_one, undone_by
from faheng.ledger.event import Event, EventKind
from faheng.ledger.ledger import Ledger
from faheng.store.brought import LIST, Brought, bundle, standing_still, standings_in
from faheng.store.findings import finding_rows, findings_of_dataset
from faheng.store.observations import further_places, row_of_observation
from faheng.store.tables import columns, insert

FOLDER = "standing"
# Of so many reports one bundle is made, and the rows of so many are held at once. So many are worth a process.
REPORTS_A_BUNDLE, REPORTS_AT_ONCE, REPORTS_WORTH_A_PROCESS = 2_000, 100, 500
FORKS = "fork" in get_all_start_methods()
_HEADS = pa.schema([("report", pa.string()), ("mark", pa.string())])
Told = Callable[[str, int, int], None]
Thing = TypeVar("Thing")


@dataclass(frozen=True)
class Standing:
    """A report of the ledger in its present state. place: the code of its place."""

    number: int
    report: str
    place: str


@dataclass(frozen=True)
class Walk:
    """What a walk through the ledger finds: the reports that people brought, and those of data/ that it speaks of.

    renamed: as Joiner.renamed. ground: the sum of what reports are judged by. marks: as Ledger.marks.
    """

    position: int
    brought: tuple[Standing, ...]
    shipped: tuple[HeldFigures, ...]
    renamed: bool
    ground: str
    marks: Mapping[str, str]


def walked(ledger: Ledger, joiner: Joiner, ground: str, folder: Path) -> Walk:
    """The walk, one report after the other. ground: the sum of what reports are judged by. folder: the bundles.

    A report of which nothing was noted since it was bundled stands as its bundle says. Raises ReadingDamaged.
    """
    position = ledger.position
    undone = undone_by(ledger.events_of_kind(EventKind.UNDONE, position))
    marks = ledger.marks(position)
    still = unmoved(folder, marks, ground, joiner)
    brought, spoken, renamed = list(still.values()), [], False
    for events in noted_of(ledger, position, marks, still):
        state = folded_one(events, undone)
        name = joiner.name_of(state)
        renamed = renamed or name != state.id
        if name in joiner.shipped.reports:
            spoken.append((events[0].number, state))
        elif state.counts:
            brought.append(Standing(standing_of(state, ground), state.id, str(state.about.locality_code)))
    in_order = [state for _, state in sorted(spoken, key=lambda each: each[0])]
    return Walk(position, tuple(brought), tuple(joiner.held_of(in_order)), renamed, ground, marks)


def unmoved(folder: Path, marks: Mapping[str, str], ground: str, joiner: Joiner) -> dict[str, Standing]:
    """Report -> how it stands, where a bundle says it still. Those that data/ knows by their document are left out."""
    heads = pa.table({"report": list(marks), "mark": list(marks.values())}, _HEADS)
    known = joiner.shipped
    return {
        report: Standing(number, report, place)
        for number, report, place, sha256 in standing_still(folder, heads, ground)
        if report not in known.reports and sha256 not in known.names
    }


def noted_of(ledger: Ledger, position: int, every: Iterable[str], but: Collection[str]) -> Iterator[list[Event]]:
    """The events of one report after the other, of all reports but these."""
    if not but:
        yield from ledger.by_report(position)
        return
    for some in lots((each for each in every if each not in but), REPORTS_A_BUNDLE):
        own = defaultdict(list)
        for event in ledger.events_of(some, position):
            own[event.report].append(event)
        yield from own.values()


def standing_of(state: ReportState, ground: str) -> int:
    """The number of this state of a report, of 63 bits: tables of numbers have a sign."""
    # A set is written in another order by every process.
    said = repr((replace(state, version=0, settled=frozenset()), sorted(state.settled))) + ground
    return int.from_bytes(hashlib.sha256(said.encode(errors="surrogatepass")).digest()[:8], "big") >> 1


@dataclass(frozen=True)
class Bundler:
    """What makes bundles. data: what reports are judged by; its own reports do not matter."""

    folder: Path
    ledger: Ledger
    joiner: Joiner
    data: Dataset

    def bundled(self, walk: Walk, told: Told) -> Brought:
        """The reports that people brought, those in new bundles of which no bundle has the present state.

        Many are judged by as many processes as there are cores. Raises ReadingDamaged and what writing a file raises.
        """
        known = standings_in(self.folder)
        lacking = sorted((each for each in walk.brought if each.number not in known), key=lambda each: each.place)
        jobs = min(os.cpu_count() or 1, len(lacking) // REPORTS_WORTH_A_PROCESS)
        every = list(lots(lacking, min(REPORTS_A_BUNDLE, -(-len(lacking) // max(jobs, 1)) or 1)))
        done = 0
        for ready in self.apart(every, walk, jobs) if jobs > 1 and FORKS else self.here(every, walk):
            done += ready
            told("reports", done, len(lacking))
        return Brought(self.folder, pa.array((each.number for each in walk.brought), pa.int64()))

    def here(self, every: Iterable[Sequence[Standing]], walk: Walk) -> Iterator[int]:
        """Make a bundle of each lot; yields how many reports are done then, some at a time."""
        for some in every:
            with bundle(self.folder, name_of(some)) as store:
                for few in lots(some, REPORTS_AT_ONCE):
                    for table, rows in self.rows(few, walk).items():
                        insert(store, f"bundled.{table}", rows)
                    yield len(few)

    def apart(self, every: Iterable[Sequence[Standing]], walk: Walk, jobs: int) -> Iterator[int]:
        """The same in so many processes, copies of this one. What one of them cannot do is done here, and says why."""
        with ProcessPoolExecutor(jobs, get_context("fork"), begin, (self, walk)) as pool:
            waiting = {pool.submit(judged_apart, some): some for some in every}
            for each in as_completed(waiting):
                some = waiting[each]
                yield len(some) if each.exception() is None else sum(self.here([some], walk))

    def rows(self, few: Sequence[Standing], walk: Walk) -> dict[str, list[dict[str, Any]]]:
        """Table of a bundle -> rows of these reports."""
        states = folded(self.ledger.events_of([each.report for each in few], walk.position)).reports
        found: dict[str, list[dict[str, Any]]] = {}
        for each in few:
            state = states[each.report]
            held = self.joiner.of_import(state)
            own = {} if held is None else rows_of(self.data, held)
            own[LIST] = [listed(state, walk, len(own.get("observation", ())))]
            for table, rows in own.items():
                beside = {"standing": each.number, "place": each.place}
                found.setdefault(table, []).extend({**row, **beside} for row in rows)
        return found


_AT_WORK: list[tuple[Bundler, Walk]] = []


def begin(bundler: Bundler, walk: Walk) -> None:
    """Begin a process that judges: a connection to the ledger is not shared with the one that it is a copy of."""
    bundler.ledger.engine.dispose(close=False)
    _AT_WORK[:] = [(bundler, walk)]


def judged_apart(some: Sequence[Standing]) -> None:
    """Make a bundle of these, in such a process."""
    ((bundler, walk),) = _AT_WORK
    sum(bundler.here([some], walk))


def listed(state: ReportState, walk: Walk, figures: int) -> dict[str, Any]:
    """What the list of a bundle says of a report."""
    sha256 = state.document.sha256 if state.document else ""
    return {
        "figures": figures,
        "report": state.id,
        "mark": walk.marks[state.id],
        "sha256": sha256,
        "ground": walk.ground,
    }


def name_of(standings: Iterable[Standing]) -> str:
    """The name of the bundle of these."""
    return hashlib.sha256(" ".join(str(each.number) for each in standings).encode()).hexdigest()[:16]


def rows_of(data: Dataset, held: HeldFigures) -> dict[str, list[dict[str, Any]]]:
    """Table of the store -> the rows of one report, its findings too."""
    one = joined(replace(data, reports=(), observations=(), findings=(), texts=(), reviews=()), [held])
    return {
        "report": [columns(each) for each in one.reports],
        "observation": [row_of_observation(each) for each in one.observations],
        "evidence_place": list(further_places(one.observations)),
        "finding": finding_rows(findings_of_dataset(one)),
        "report_text": [columns(each) for each in one.texts],
        "review": [columns(each) for each in one.reviews],
    }


def lots(things: Iterable[Thing], size: int) -> Iterator[list[Thing]]:
    """The things, so many at a time."""
    rest = iter(things)
    while some := list(islice(rest, size)):
        yield some
