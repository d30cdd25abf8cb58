"""Every cell of the published snapshot, a part of the country at a time: no file needs all of it in memory at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pyarrow as pa

from faheng.views.cached import batches, records
from faheng.views.selection import Language

__all__ = ["cell_batches", "cell_count"]

# Cells that are put together at once.
MOST_CELLS = 100_000


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceSize:
    """How many cells a place has (export__sizes)."""

    locality_code: str
    cells: int


def cell_count() -> int:
    """How many cells there are."""
    return sum(each.cells for each in records(PlaceSize, "pages/export__sizes"))


def cell_batches(language: Language) -> Iterator[pa.RecordBatch]:
    """Every cell with its verdicts, evidence and source, by place, indicator and year; at least one batch."""
    for first, last in _parts() or [("", "")]:
        yield from batches("pages/export__cells", from_code=first, to_code=last, language=language)


def _parts() -> list[tuple[str, str]]:
    """The first and the last place of each part."""
    parts: list[list[str]] = []
    held = MOST_CELLS
    for each in records(PlaceSize, "pages/export__sizes"):
        if held + each.cells > MOST_CELLS:
            parts.append([])
            held = 0
        parts[-1].append(each.locality_code)
        held += each.cells
    return [(codes[0], codes[-1]) for codes in parts]
