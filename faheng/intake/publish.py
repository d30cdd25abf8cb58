"""The snapshot that data/ and the ledger give, and what it changes for whom before it is published."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from functools import cached_property, partial
from pathlib import Path

from faheng.checks.registry import CHECKS
from faheng.data.read import Dataset
from faheng.data.zones import with_zones
from faheng.errors import (
    LedgerUnavailable,
    ShelfDamaged,
    ShelfOvertaken,
    ShelfUnavailable,
    StoreDamaged,
    StoreMissing,
    UnwritableFile,
)
from faheng.intake.intake import PATIENCE, PUBLISHING, Intake
from faheng.intake.joined import Joiner, joined
from faheng.intake.shipped import Shipped
from faheng.intake.since import mark_of, touched_since
from faheng.intake.standing import FOLDER as STANDING
from faheng.intake.standing import Bundler, walked
from faheng.intake.zones import AddedZone, added_zones
from faheng.ledger.event import EventKind, NewEvent
from faheng.ledger.ledger import Ledger, ledger_if_any
from faheng.model.change import Differences
from faheng.paths import DATA
from faheng.reading.lexicon import state_of
from faheng.reading.validate import validated
from faheng.store import snapshots
from faheng.store.brought import NOTHING, Brought, remove_outdated
from faheng.store.compare import changes_between
from faheng.store.inputs import ground_of, inputs_of
from faheng.store.origin import NO_LEDGER, SnapshotOrigin, origin_of
from faheng.store.renew import Renewal, look, renew
from faheng.store.shelf import shelf_of_setting
from faheng.store.write import Progress, build_store, candidate, untold

# How long a publish waits for the ledger to note it, in seconds.
NOTING_SECONDS = 20


@dataclass(frozen=True)
class Publication:
    """A snapshot that was published. compare: what gives its changes."""

    snapshot: Path
    compare: Callable[[], Differences | None]

    @cached_property
    def changes(self) -> Differences | None:
        """What it changes, worked out for whoever asks; None where nothing comparable was published before."""
        return self.compare()


@dataclass(frozen=True)
class Whole:
    """All that a snapshot is made from: data/ with what was decided of it, and the reports that people brought."""

    dataset: Dataset
    brought: Brought
    origin: SnapshotOrigin


@dataclass(frozen=True)
class Sources:
    """What a snapshot is made from: a folder of data files, and the ledger of a store where it has one."""

    folder: Path
    who: str
    data: Path
    ledger: Ledger | None

    @staticmethod
    @contextmanager
    def of(folder: Path, who: str, data: Path) -> Iterator[Sources]:
        """The sources, for as long as they are looked at. Raises what opening a ledger raises."""
        ledger = ledger_if_any(folder)
        try:
            yield Sources(folder, who, data, ledger)
        finally:
            if ledger is not None:
                ledger.close()

    @cached_property
    def dataset(self) -> Dataset:
        """What data/ says, with the zones that people added. Raises DataProblems."""
        said = validated(self.data, CHECKS)
        return replace(said, places=with_zones(said.places, [each.line for each in self.zones]))

    @cached_property
    def zones(self) -> tuple[AddedZone, ...]:
        """The zones that people added."""
        return added_zones(self.ledger.events(report="")) if self.ledger else ()

    def joiner(self, ledger: Ledger) -> Joiner:
        """What reports of the ledger are held against."""
        storage = replace(Intake(self.folder, ledger).storage, zones=self.zones)
        return Joiner(storage.lexicon.reference, storage.readings, Shipped.of(self.dataset))

    def origin(self, position: int, *, renamed: bool) -> SnapshotOrigin:
        """What a snapshot of this position is made from. renamed: as Joiner.renamed; nothing is made out of it then."""
        inputs = "" if renamed else self.inputs(position)
        return SnapshotOrigin(position, state_of(self.data)[:12], self.who, inputs)

    def inputs(self, position: int) -> str:
        """The sum of all that a snapshot of this position follows from."""
        mark = mark_of(self.ledger, position) if self.ledger and position else ""
        # A place that was added is a place everywhere: all is made anew.
        return inputs_of(self.data, " ".join((mark, *(each.code for each in self.zones))))

    def whole(self, told: Progress = untold) -> Whole:
        """All that data/ and the ledger give now. told: whom to tell how far it is.

        Raises DataProblems, ReadingDamaged and UnwritableFile.
        """
        if self.ledger is None:
            return Whole(self.dataset, NOTHING, self.origin(0, renamed=False))
        joiner = self.joiner(self.ledger)
        ground = ground_of(self.data, " ".join(each.code for each in self.zones))
        walk = walked(self.ledger, joiner, ground, self.folder / STANDING)
        brought = Bundler(self.folder / STANDING, self.ledger, joiner, self.dataset).bundled(walk, told)
        return Whole(joined(self.dataset, walk.shipped), brought, self.origin(walk.position, renamed=walk.renamed))

    def renewal(self) -> Renewal | None:
        """What of the published snapshot has to be made anew; None where all has, because something else differs.

        Raises DataProblems and ReadingDamaged.
        """
        base = current(self.folder)
        origin = origin_of(base) if base else NO_LEDGER
        if base is None or self.ledger is None or not origin.inputs:
            return None
        if origin.inputs != self.inputs(origin.ledger_position):
            return None
        touched = touched_since(base, origin.ledger_position, self.ledger, self.joiner(self.ledger))
        dataset = joined(self.dataset.of_places(touched.places), touched.held)
        notes = frozenset(map(str, touched.numbers))
        return Renewal(base, touched.places, dataset, notes, self.origin(touched.position, renamed=touched.renamed))


def publish(folder: Path, who: str, data: Path = DATA, *, whole: bool = False, told: Progress = untold) -> Publication:
    """Make the next snapshot of data/ and the ledger, and publish it in one step; the ledger notes who did it.

    It is made out of the published one where that was made by this program from these data; whole: never. told: whom to
    tell how far a whole one is.
    Raises DataProblems, StoreBusy, UnwritableFile, LedgerUnavailable, ShelfUnavailable, ShelfOvertaken. What was
    published before stays then.
    """
    with Sources.of(folder, who, data) as sources:
        if sources.ledger is None:
            return shelved(sources, whole=True, told=told)
        intake = Intake(folder, sources.ledger)
        with intake.alone(PUBLISHING, PATIENCE):
            publication = shelved(sources, whole=whole, told=told)
            note_published(intake, who, publication.snapshot)
        intake.tidy_objects()
        return publication


def shelved(sources: Sources, *, whole: bool, told: Progress) -> Publication:
    """The next snapshot after what other machines published, and laid on the shelf for them, where there is one.

    Where it cannot be laid there it is published nowhere: all machines show the same.
    """
    shelf = shelf_of_setting()
    if shelf is None:
        return published(sources, whole=whole, told=told)
    with suppress(ShelfDamaged, StoreDamaged):  # of an earlier form, or never finished: this publish takes its place
        shelf.fetch(sources.folder)
    before = current(sources.folder)
    made = published(sources, whole=whole, told=told)
    try:
        shelf.put(made.snapshot)
    except (ShelfUnavailable, ShelfOvertaken):
        snapshots.take_back(sources.folder, made.snapshot, before)
        raise
    return made


def published(sources: Sources, *, whole: bool, told: Progress) -> Publication:
    """The next snapshot. What a whole one changes is compared when asked: of a country that takes minutes."""
    if not whole and (publication := renewed(sources)) is not None:
        return publication
    before = current(sources.folder)
    made = sources.whole(told)
    snapshot = build_store(made.dataset, sources.folder, made.origin, made.brought, told)
    remove_outdated(made.brought)
    return Publication(snapshot, partial(compared, before, snapshot))


def renewed(sources: Sources) -> Publication | None:
    """The next snapshot made out of the published one; None where it cannot be."""
    # What hinders it is the old snapshot's fault, or hinders a whole build too, which says so.
    with suppress(StoreDamaged, UnwritableFile):
        if (renewal := sources.renewal()) is not None:
            made = renew(sources.folder, renewal)
            return Publication(made.snapshot, lambda: made.changes)
    return None


def note_published(intake: Intake, who: str, snapshot: Path, *, again: bool = False) -> None:
    """Note in the ledger who published which snapshot. again: an earlier one is shown again.

    It is shown already: a server that starts anew in this moment is waited for. Raises LedgerUnavailable after that.
    """
    detail = {"snapshot": snapshots.number_of(snapshot), "again": again}
    until = time.monotonic() + NOTING_SECONDS
    while True:
        try:
            intake.ledger.append([NewEvent(kind=EventKind.PUBLISHED, who=who, detail=detail)])
            return
        except LedgerUnavailable:
            if time.monotonic() >= until:
                raise
            time.sleep(1)


def preview(folder: Path, who: str, data: Path = DATA) -> Differences | None:
    """What a publish would change now; None where nothing comparable is published yet.

    Where a whole snapshot has to be made to see that, it is made beside the store, and removed. Raises as publish does.
    """
    with Sources.of(folder, who, data) as sources:
        with suppress(StoreDamaged):
            if (renewal := sources.renewal()) is not None:
                return look(renewal)
        before = current(folder)
        made = sources.whole()
        with candidate(made.dataset, folder, made.origin, made.brought) as path:
            return compared(before, path)


def current(folder: Path) -> Path | None:
    """The published snapshot; None where there is none that can be read."""
    try:
        return snapshots.published(folder)
    except (StoreMissing, StoreDamaged):
        return None


def compared(before: Path | None, after: Path) -> Differences | None:
    """What differs; None where there is nothing comparable before."""
    if before is None:
        return None
    try:
        return changes_between(before, after)
    except StoreDamaged:
        return None
