"""Files that a crash left without an event that names them."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from contextlib import suppress

from faheng.intake.reader import Storage
from faheng.ledger.event import Event


def remove_leftovers(storage: Storage, events: Iterable[Event]) -> None:
    """Remove the documents, transcripts and readings that no event names, and what was in the making.

    Nobody may import meanwhile. What an undone event names stays: the undo may be undone. A folder that cannot be
    written stays as it is.
    """
    documents, readings = named(events)
    with suppress(OSError):
        for sha256 in set(storage.documents.names()) - documents:
            storage.documents.remove(sha256)
        for sha256 in set(storage.transcripts.names()) - documents:
            storage.transcripts.path(sha256).unlink(missing_ok=True)
        for report, name in set(storage.readings.names()) - readings:
            storage.readings.remove(report, name)
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
