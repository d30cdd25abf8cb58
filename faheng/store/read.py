"""The published snapshot as rows: read-only, safe for many threads, moving to the next snapshot by itself."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import duckdb
import pandas as pd
import pyarrow as pa

from faheng.errors import StoreDamaged, StoreTooNew
from faheng.model import Cell
from faheng.store.cell_parts import AskedCells
from faheng.store.connect import connected
from faheng.store.level_values import LevelValues, by_indicator
from faheng.store.queries import sql
from faheng.store.records import records_of
from faheng.store.shown import COLUMNS, Dimensions, dimensions, shown_cells
from faheng.store.snapshots import POINTER, SCHEMA_VERSION, published
from faheng.store.timed import timed

Made = TypeVar("Made")
# Bytes; a snapshot of a few thousand reports.
SMALL = 64 * 2**20
# Rows that are handed over at once.
BATCH = 50_000
# Seconds: opening a snapshot takes a twentieth of it where nothing else wants the processor.
PATIENCE = 1.0


class Snapshot:
    """One open snapshot file. Each call reads through a cursor of its own, so threads do not wait for each other."""

    def __init__(self, path: Path) -> None:
        """Open the file read-only.

        Raises StoreDamaged where DuckDB cannot read it, StoreTooNew where a later Faheng wrote it.
        """
        self.path = path
        self._known: dict[str, Dimensions] = {}
        try:
            # A small snapshot is read by one thread: handing its few blocks to a second takes longer than reading
            # them (26 against 37 ms for the cells of a page).
            self.is_small = path.stat().st_size < SMALL
            threads = 1 if self.is_small else 2
            self._connection = connected(path, read_only=True)
            # Not a setting of the opening: whoever opens the same file in this process must open it alike.
            self._connection.execute(f"set threads = {threads}")
            row = self._connection.execute("select schema_version from snapshot").fetchone()
        except duckdb.Error as error:
            raise StoreDamaged(f"{path} cannot be read ({first_line(error)}): run `faheng build`") from error
        found = row[0] if row else 0
        if found > SCHEMA_VERSION:
            raise StoreTooNew(f"{path} follows schema {found}, this Faheng knows {SCHEMA_VERSION}: update Faheng")
        if found < SCHEMA_VERSION:
            raise StoreDamaged(f"{path} follows the old schema {found}: run `faheng build`")

    def rows(self, query: str, **parameters: object) -> pd.DataFrame:
        """The rows of queries/<query>.sql with its $parameters; missing and surplus parameters are refused.

        Raises StoreDamaged where a block of the file fails its checksum.
        """
        with self._asked(query, parameters) as cursor:
            return plain_texts(cursor.df())

    def records(self, kind: type[Made], query: str, **parameters: object) -> list[Made]:
        """The rows of queries/<query>.sql as records of this kind, whose fields are the columns of the query.

        Raises StoreDamaged as rows() does, and TypeError where query and record differ.
        """
        return records_of(kind, *self.table(query, **parameters))

    def table(self, query: str, **parameters: object) -> tuple[list[str], list[tuple[Any, ...]]]:
        """The names of the columns of queries/<query>.sql, and its rows. Raises StoreDamaged as rows() does."""
        with self._asked(query, parameters) as cursor:
            return [each[0] for each in cursor.description or ()], cursor.fetchall()

    def batches(self, query: str, **parameters: object) -> Iterator[pa.RecordBatch]:
        """The rows of queries/<query>.sql as Arrow has them, some thousands at once; one batch where there are none.

        Raises StoreDamaged as rows() does.
        """
        with self._asked(query, parameters) as cursor:
            reader, none = cursor.to_arrow_reader(BATCH), True
            for batch in reader:
                yield batch
                none = False
            if none:
                yield pa.RecordBatch.from_pylist([], schema=reader.schema)

    def level_values(self, level: str, indicators: Sequence[str], *, latest: bool) -> dict[str, LevelValues]:
        """What the places of a level state of these indicators (faheng.store.level_values). Raises as rows() does."""
        asked = self.batches("pages/shared__level_values", level=level, indicators=list(indicators), latest=latest)
        return by_indicator(pa.Table.from_batches(asked), indicators)

    def column(self, query: str, **parameters: object) -> tuple[Any, ...]:
        """The first column of queries/<query>.sql: for answers that are one list. Raises as rows() does."""
        return tuple(row[0] for row in self.table(query, **parameters)[1])

    def cells(self, asked: AskedCells) -> list[Cell]:
        """What each cell says (faheng.store.shown). Raises StoreDamaged as rows() does."""
        return records_of(Cell, COLUMNS, shown_cells(self, asked, self._dimensions(asked.language)))

    def _dimensions(self, language: str) -> Dimensions:
        """What is the same for all places, asked once: a snapshot never changes."""
        known = self._known.get(language)
        if known is None:
            known = self._known[language] = dimensions(self, language)
        return known

    @contextmanager
    def _asked(self, query: str, parameters: Mapping[str, object]) -> Iterator[duckdb.DuckDBPyConnection]:
        """A cursor of its own on which the query has run."""
        try:
            with self._connection.cursor() as cursor, timed(query):
                yield cursor.execute(sql(query), parameters or None)
        except (
            duckdb.IOException,
            duckdb.InternalException,
            duckdb.FatalException,
            duckdb.SerializationException,
        ) as error:
            raise StoreDamaged(f"{self.path} cannot be read ({first_line(error)}): run `faheng build`") from error

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()


@dataclass(frozen=True)
class HeldSnapshot:
    """An open snapshot, and which file the pointer was that named it; None where there was none to be seen."""

    snapshot: Snapshot
    pointer: tuple[int, int] | None


class Reader:
    """The snapshot that is published now; follows the pointer, of which a call asks whether it is another file."""

    def __init__(self, folder: Path) -> None:
        """Read from the store in the folder; nothing is opened yet."""
        self.folder = folder
        self._pointer_path = str(folder / POINTER)
        self._held: HeldSnapshot | None = None
        self._opening = threading.Lock()
        self._beside = ThreadPoolExecutor(1, thread_name_prefix="faheng-next")

    def snapshot(self) -> Snapshot:
        """The published snapshot, opened once. Raises StoreMissing, StoreDamaged or StoreTooNew.

        A new one is opened beside its readers. Who sees it first waits for it, but no longer than PATIENCE; meanwhile
        the others read on from the one before, which is not closed here: a page may still be reading from it, and
        Python closes it after the last.
        """
        seen, held = self._pointer(), self._held
        if held is not None and seen is not None and seen == held.pointer:
            return held.snapshot
        if held is None:
            with self._opening:
                return self._moved(seen)
        if not self._opening.acquire(blocking=False):
            return held.snapshot
        moved = self._beside.submit(self._opened_next, seen)
        try:
            return moved.result(PATIENCE)
        except TimeoutError:
            return held.snapshot

    def _opened_next(self, seen: tuple[int, int] | None) -> Snapshot:
        """The next snapshot; who asks after this finds it, or is the first again."""
        try:
            return self._moved(seen)
        finally:
            self._opening.release()

    def _moved(self, seen: tuple[int, int] | None) -> Snapshot:
        path, held = published(self.folder), self._held
        opened = held.snapshot if held is not None and held.snapshot.path == path else Snapshot(path)
        self._held = HeldSnapshot(opened, seen)
        return opened

    def _pointer(self) -> tuple[int, int] | None:
        """Which file the pointer is now: a new one takes the place of the old, it is never written over."""
        try:
            found = os.stat(self._pointer_path)
        except OSError:
            return None
        return found.st_ino, found.st_mtime_ns


def plain_texts(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with texts as Python strings: pages read them cell by cell, which Arrow's own strings make slow."""
    texts = [name for name in rows.columns if isinstance(rows[name].dtype, pd.StringDtype)]
    return rows.astype(dict.fromkeys(texts, object)) if texts else rows


def first_line(error: Exception) -> str:
    """DuckDB's messages run over many lines; the first says what happened."""
    return str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
