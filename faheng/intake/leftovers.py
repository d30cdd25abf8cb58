"""Files that a crash left without an event that names them."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass

from faheng.intake.reader import Storage
from faheng.ledger.event import Event
from faheng.paths import is_local, storage_faults


@dataclass(frozen=True)
class Stored:
    """What lies in a storage: sums of documents, sums of those that have a transcript, report and name of readings."""

    documents: frozenset[str]
    transcripts: frozenset[str]
    readings: frozenset[tuple[str, str]]

    @staticmethod
    def in_(storage: Storage) -> Stored:
        """What lies there now."""
        names = storage.documents.names(), storage.transcripts.names(), storage.readings.names()
        return Stored(frozenset(names[0]), frozenset(names[1]), frozenset(names[2]))

    def without(self, events: Iterable[Event]) -> Stored:
        """What of it no event names. What an undone event names is named: the undo may be undone."""
        documents, readings = named(events)
        return Stored(self.documents - documents, self.transcripts - documents, self.readings - readings)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing of it."""
        return not (self.documents or self.transcripts or self.readings)

    def remove_from(self, storage: Storage) -> None:
        """Remove all of it."""
        for sha256 in self.documents:
            storage.documents.remove(sha256)
        for sha256 in self.transcripts:
            storage.transcripts.path(sha256).unlink(missing_ok=True)
        for report, name in self.readings:
            storage.readings.remove(report, name)


def remove_leftovers(storage: Storage, events: Callable[[], Iterable[Event]], stored: Stored | None = None) -> None:
    """Remove the documents, transcripts and readings that no event names, and what was in the making.

    Nobody may import meanwhile. stored: what is looked at, where that was listed before; None for all that is there. A
    storage that cannot be written stays as it is.
    """
    with suppress(*storage_faults()):
        (stored or Stored.in_(storage)).without(events()).remove_from(storage)
        if is_local(storage.folder):
            remove_halves(storage)


def remove_halves(storage: Storage) -> None:
    """Remove what was in the making in folders; object storage takes a file whole."""
    folders = (storage.documents.folder, storage.transcripts.folder, *storage.readings.folder.glob("*"))
    for path in (each for folder in folders for each in folder.glob("making.*")):
        shutil.rmtree(path, ignore_errors=True) if path.is_dir() else path.unlink()
    for path in storage.readings.folder.glob("*"):
        with suppress(OSError):
            path.rmdir()  # only where it is empty


def named(events: Iterable[Event]) -> tuple[set[str], set[tuple[str, str]]]:
    """The documents and the readings that events name."""
    documents: set[str] = set()
    readings: set[tuple[str, str]] = set()
    for event in events:
        if "sha256" in event.detail:
            documents.add(event.detail["sha256"])
        if event.detail.get("reading"):
            readings.add((event.report, event.detail["reading"]))
    return documents, readings
