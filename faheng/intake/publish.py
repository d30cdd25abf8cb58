"""The snapshot that data/ and the ledger give, and what it changes for whom before it is published."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from faheng.checks.registry import CHECKS
from faheng.data.read import Dataset
from faheng.data.zones import with_zones
from faheng.errors import StoreDamaged, StoreMissing
from faheng.intake.intake import PATIENCE, PUBLISHING, Intake
from faheng.intake.joined import Joiner, joined
from faheng.intake.shipped import Shipped
from faheng.intake.state import State, folded
from faheng.ledger.event import EventKind, NewEvent
from faheng.ledger.ledger import ledger_if_any
from faheng.model.change import Differences
from faheng.paths import DATA
from faheng.reading.lexicon import state_of
from faheng.reading.validate import validated
from faheng.store import snapshots
from faheng.store.compare import changes_between
from faheng.store.write import SnapshotOrigin, build_store, candidate


@dataclass(frozen=True)
class Prepared:
    """What a snapshot is made from."""

    dataset: Dataset
    origin: SnapshotOrigin


@dataclass(frozen=True)
class Publication:
    """A snapshot that was published, and from what."""

    snapshot: Path
    dataset: Dataset
    changes: Differences | None


def prepared(folder: Path, data: Path, who: str) -> Prepared:
    """What data/ and the ledger give now; data/ alone where there is no ledger.

    Raises DataProblems, ReadingDamaged, and what opening a ledger raises.
    """
    dataset = validated(data, CHECKS)
    ledger = ledger_if_any(folder)
    if ledger is None:
        return Prepared(dataset, SnapshotOrigin(0, state_of(data)[:12], who))
    try:
        intake = Intake(folder, ledger)
        state = folded(ledger.events())
        return Prepared(with_ledger(dataset, intake, state), SnapshotOrigin(state.position, state_of(data)[:12], who))
    finally:
        ledger.close()


def with_ledger(dataset: Dataset, intake: Intake, state: State) -> Dataset:
    """The dataset with what the ledger holds."""
    shipped, storage = Shipped.of(dataset), intake.storage
    held = Joiner(storage.lexicon.reference, storage.readings, shipped).held(state)
    with_places = replace(dataset, places=with_zones(dataset.places, [each.line for each in storage.zones]))
    return joined(with_places, held)


def publish(folder: Path, who: str, data: Path = DATA) -> Publication:
    """Make the next snapshot of data/ and the ledger, and publish it in one step; the ledger notes who did it.

    Raises DataProblems, StoreBusy, UnwritableFile, LedgerUnavailable. What was published before stays then.
    """
    ledger = ledger_if_any(folder)
    if ledger is None:
        made = prepared(folder, data, who)
        return published(folder, made)
    intake = Intake(folder, ledger)
    try:
        with intake.alone(PUBLISHING, PATIENCE):
            publication = published(folder, prepared(folder, data, who))
        note_published(intake, who, publication.snapshot)
        return publication
    finally:
        ledger.close()


def published(folder: Path, made: Prepared) -> Publication:
    """The snapshot of what was prepared, with what it changes."""
    before = current(folder)
    snapshot = build_store(made.dataset, folder, made.origin)
    return Publication(snapshot, made.dataset, compared(before, snapshot))


def note_published(intake: Intake, who: str, snapshot: Path, *, again: bool = False) -> None:
    """Note in the ledger who published which snapshot. again: an earlier one is shown again."""
    detail = {"snapshot": snapshots.number_of(snapshot), "again": again}
    intake.ledger.append([NewEvent(kind=EventKind.PUBLISHED, who=who, detail=detail)])


def preview(folder: Path, who: str, data: Path = DATA) -> Differences | None:
    """What a publish would change now; None where nothing comparable is published yet.

    It makes the snapshot to see, beside the store, and removes it. Raises as publish does.
    """
    before = current(folder)
    made = prepared(folder, data, who)
    with candidate(made.dataset, folder, made.origin) as path:
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
