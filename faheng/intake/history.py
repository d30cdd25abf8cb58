"""The versions of the store: who published which when, what any two differ in, and an earlier one shown again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from faheng.errors import ShelfOvertaken, ShelfUnavailable
from faheng.intake.intake import PATIENCE, PUBLISHING, Intake
from faheng.intake.publish import current, note_published
from faheng.ledger.event import Event
from faheng.ledger.ledger import ledger_if_any
from faheng.model.change import Differences
from faheng.store import snapshots
from faheng.store.compare import changes_between, noted_news
from faheng.store.origin import Version, version_of
from faheng.store.shelf import shelf_of_setting
from faheng.store.verify import require_readable


def versions(folder: Path) -> list[Version]:
    """The kept snapshots, the newest first, with what they were made from and by whom."""
    now = current(folder)
    return [version_of(path, published=path == now) for path in reversed(snapshots.snapshots(folder))]


def before(folder: Path) -> Path | None:
    """The snapshot that was kept before the published one; None where it is the first."""
    now = current(folder)
    latest = snapshots.number_of(now) if now else 0
    earlier = [path for path in snapshots.snapshots(folder) if snapshots.number_of(path) < latest]
    return earlier[-1] if earlier else None


def changes_of(folder: Path, earlier: int, later: int) -> Differences:
    """What two kept snapshots differ in. Raises UnknownSnapshot, StoreDamaged."""
    return changes_between(snapshots.kept(folder, earlier), snapshots.kept(folder, later))


@dataclass(frozen=True)
class News:
    """What the published version changed, when and by whom: the list that a leader reads first."""

    day: date
    who: str
    differences: Differences


def news(folder: Path) -> News | None:
    """What the published version has otherwise than the kept one before it, as was noted in it when it was made.

    None where there is no earlier one that can be read, where so much differs that nothing was noted, or where nothing
    differs.
    """
    now, earlier = current(folder), before(folder)
    if now is None or earlier is None or not version_of(earlier, published=False).readable:
        return None
    version, noted = version_of(now, published=True), noted_news(now)
    if version.built_at is None or noted is None or noted.compared_with != snapshots.number_of(earlier):
        return None
    if noted.differences.is_empty:
        return None
    return News(version.built_at.date(), version.published_by, noted.differences)


def show_again(folder: Path, number: int, who: str) -> Path:
    """Publish a kept snapshot again; the ledger notes who did it, and the decisions in it stay as they are.

    Raises UnknownSnapshot, StoreDamaged, UnwritableFile, StoreBusy, LedgerUnavailable.
    """
    require_readable(snapshots.kept(folder, number))
    ledger = ledger_if_any(folder)
    if ledger is None:
        return _shown_again(folder, number)
    intake = Intake(folder, ledger)
    try:
        with intake.alone(PUBLISHING, PATIENCE):
            path = _shown_again(folder, number)
            note_published(intake, who, path, again=True)
    finally:
        ledger.close()
    return path


def _shown_again(folder: Path, number: int) -> Path:
    before, shelf = current(folder), shelf_of_setting()
    path = snapshots.restore(folder, number)
    if shelf is not None:
        try:
            shelf.put(path)
        except (ShelfUnavailable, ShelfOvertaken):
            if before is not None:
                snapshots.point(folder, before, backwards=True)
            raise
    return path


def decisions(folder: Path) -> list[Event]:
    """Every event of the ledger, the newest first."""
    ledger = ledger_if_any(folder)
    if ledger is None:
        return []
    try:
        return ledger.events()[::-1]
    finally:
        ledger.close()
