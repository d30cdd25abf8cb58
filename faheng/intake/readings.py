"""What a reader found in a document, as Parquet: written once, never changed.

readings/<report>/<reading>/ holds figures, findings, sections and the text. The name of a reading says by which state
of data/ it was made and sums up what was found, so that another one stands beside it.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from faheng.errors import ReadingDamaged, UnwritableFile
from faheng.intake.documents import NOT_STORED, fault_of
from faheng.intake.paragraphs import Paragraph
from faheng.model import Evidence, Finding, Observation, ReadingDoubt, Span
from faheng.paths import is_local, said_by, storage_faults
from faheng.store.findings import finding_of_row, row_of_finding
from faheng.store.observations import OBSERVATION_COLUMNS, observation_of_row, row_of_observation
from faheng.store.snapshots import put_in_place, sync

_DECIMAL = pa.decimal128(26, 6)
_WORDS, _PLACES = pa.list_(pa.string()), pa.list_(pa.list_(pa.int32()))
_NOT_TEXTS = {
    "value": _DECIMAL, "upper": _DECIMAL, "value_step": _DECIMAL, "change": _DECIMAL, "change_step": _DECIMAL,
    "confidence": _DECIMAL,
    "period_start": pa.date32(), "period_end": pa.date32(), "evidence_start": pa.int32(), "evidence_end": pa.int32(),
    "indicator_ids": _WORDS, "observation_ids": _WORDS, "also": _PLACES, "start": pa.int32(), "end": pa.int32(),
    "damaged": pa.bool_(),
}  # fmt: skip
_FIGURES = (*OBSERVATION_COLUMNS, "also", "reason_zh", "reason_en", "damaged")
_FINDINGS = (
    "id", "check", "severity", "locality_code", "report_id", "indicator_ids", "observation_ids", "stated", "computed",
    "explanation_zh", "explanation_en", "marks", "evidence_phrase", "evidence_start", "evidence_end",
)  # fmt: skip
_SECTIONS = ("start", "end", "section", "role", "clean")


@dataclass(frozen=True)
class StoredReading:
    """What one reading found. Offsets are those of text."""

    text: str
    figures: tuple[Observation, ...]
    findings: tuple[Finding, ...]
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True)
class Readings:
    """The folder of the readings, or its like in object storage."""

    folder: Path

    def put(self, report: str, name: str, reading: StoredReading) -> None:
        """Store the reading. Raises UnwritableFile.

        The same reading again changes nothing, but that a torn copy is put right.
        """
        path = self.path(report, name)
        if self.has_whole(report, name):
            return
        try:
            tables = {f"{table}.parquet": packed(rows) for table, rows in tables_of(reading).items()}
            put_folder(path, tables) if is_local(path) else put_objects(path, tables)
        except storage_faults() as error:
            raise UnwritableFile(str(path.parent), fault_of(error), NOT_STORED) from error

    def get(self, report: str, name: str) -> StoredReading:
        """The reading. Raises ReadingDamaged where it is missing or torn."""
        return reading_at(self.path(report, name))

    def has_whole(self, report: str, name: str) -> bool:
        """Whether the reading is there and can be read."""
        try:
            self.get(report, name)
        except ReadingDamaged:
            return False
        return True

    def remove(self, report: str, name: str) -> None:
        """Remove a reading that no event names."""
        path = self.path(report, name)
        if is_local(path):
            shutil.rmtree(path, ignore_errors=True)
            return
        for each in path.glob("*"):
            each.unlink(missing_ok=True)

    def path(self, report: str, name: str) -> Path:
        """Where the reading is."""
        return self.folder / report / name

    def names_of(self, report: str) -> list[str]:
        """The readings of a report that are there."""
        return sorted(each.name for each in (self.folder / report).glob("*") if not each.name.startswith("making."))

    def names(self) -> Iterator[tuple[str, str]]:
        """Report and name of all readings that are there, in object storage also of those that lack files."""
        for path in self.folder.glob("*/*") if is_local(self.folder) else folders_of_objects(self.folder):
            if not path.name.startswith("making."):
                yield path.parent.name, path.name


def packed(rows: pa.Table) -> bytes:
    """The table as a file of Parquet."""
    out = pa.BufferOutputStream()
    pq.write_table(rows, out, compression="zstd")
    packed: bytes = out.getvalue().to_pybytes()
    return packed


def put_folder(path: Path, files: Mapping[str, bytes]) -> None:
    """A folder with these files, which is there whole or not at all."""
    shutil.rmtree(path, ignore_errors=True)
    making = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        making = Path(tempfile.mkdtemp(prefix=f"making.{os.getpid()}.", dir=path.parent))
        for name, content in files.items():
            (making / name).write_bytes(content)
            sync(making / name)
        sync(making)
        put_in_place(making, path)
    finally:
        if making is not None:
            shutil.rmtree(making, ignore_errors=True)


def put_objects(path: Path, files: Mapping[str, bytes]) -> None:
    """The same in object storage, each file whole by itself: a reading is whole where all of its files are."""
    for name, content in files.items():
        (path / name).write_bytes(content)


def folders_of_objects(folder: Path) -> set[Path]:
    """What holds the files below, by one listing of all: a level at a time would be a request for each report."""
    return {path.parent for path in folder.rglob("*.parquet")}


def tables_of(reading: StoredReading) -> dict[str, pa.Table]:
    """The tables of a reading by the names of their files."""
    figures = (
        {**row_of_observation(each), "also": places_of(each), **row_of_doubt(each.reason)} for each in reading.figures
    )
    paragraphs = (vars(each) for each in reading.paragraphs)
    return {
        "figures": table(_FIGURES, figures),
        "findings": table(_FINDINGS, map(row_of_finding, reading.findings)),
        "sections": table(_SECTIONS, paragraphs),
        "text": table(("text",), [{"text": reading.text}]),
    }


def table(names: Iterable[str], rows: Iterable[dict[str, Any]]) -> pa.Table:
    """The rows with the types that their columns have, though there be no row."""
    schema = pa.schema([(name, _NOT_TEXTS.get(name, pa.string())) for name in names])
    return pa.Table.from_pylist([{name: row[name] for name in schema.names} for row in rows], schema=schema)


def row_of_doubt(doubt: ReadingDoubt | None) -> dict[str, object]:
    """Why a figure is proposed; nothing for one that was accepted at once."""
    if doubt is None:
        return {"reason_zh": None, "reason_en": None, "damaged": None}
    return {"reason_zh": doubt.zh, "reason_en": doubt.en, "damaged": doubt.damaged}


def places_of(observation: Observation) -> list[list[int]]:
    """The further places that say the figure."""
    return [[each.span.start, each.span.end] for each in observation.also if each.span is not None]


@lru_cache(maxsize=64)
def reading_at(path: Path) -> StoredReading:
    """The reading in the folder; it never changes, so the last ones are kept."""
    try:
        held = {name: rows_of(path / f"{name}.parquet") for name in _TABLES}
    except storage_faults(pa.ArrowException) as error:
        raise ReadingDamaged(str(path), said_by(error)) from error
    return StoredReading(
        text=held["text"][0]["text"],
        figures=tuple(figure_of(row) for row in held["figures"]),
        findings=tuple(finding_of_row(row) for row in held["findings"]),
        paragraphs=tuple(Paragraph(**row) for row in held["sections"]),
    )


def rows_of(path: Path) -> list[dict[str, Any]]:
    """The rows of a file, read by this thread alone: workers that are forked later would lack the others."""
    with pq.ParquetFile(pa.BufferReader(path.read_bytes()), pre_buffer=False) as file:
        rows: list[dict[str, Any]] = file.read(use_threads=False).to_pylist()
    return rows


def figure_of(row: dict[str, Any]) -> Observation:
    """The figure of a row, with its further places."""
    also = tuple(Evidence("", Span(start, end)) for start, end in row["also"])
    # A reading of an earlier Faheng lacks the columns that came later.
    one = observation_of_row({**dict.fromkeys(OBSERVATION_COLUMNS), **row})
    doubt = ReadingDoubt(row["reason_zh"], row["reason_en"], damaged=row["damaged"]) if row.get("reason_zh") else None
    return replace(one, also=also, reason=doubt)


_TABLES = ("figures", "findings", "sections", "text")
