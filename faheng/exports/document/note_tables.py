"""A table fitted into the text of a note: in its letters, else in small ones, else with fewer columns."""

from __future__ import annotations

from dataclasses import dataclass, replace

from docx.shared import Pt

from faheng.briefing.table import BriefTable
from faheng.exports.document.styles import WIDTH
from faheng.exports.document.tables import NOTE, SIZES
from faheng.exports.table_fit import FittedTable, fitted_brief

__all__ = ["NoteTable", "fitted_in_note"]

# Letters in which words have room that are broken else.
_SMALL = (8.5, 8.0)
# A table of so few rows stands whole, on a page of so many points.
_FEW_ROWS, _PAGE = 6, 600.0


@dataclass(frozen=True)
class NoteTable:
    """A table that has room. columns: how many of its columns it holds."""

    fit: FittedTable
    columns: int


def fitted_in_note(brief: BriefTable, height: float) -> NoteTable | None:
    """As much of the brief table as has room in so many points; None where no word has.

    A table of few rows takes the room that it needs. Columns are left out, from the last on, before a word is broken.
    """
    every, few = len(brief.table.rows), len(brief.table.rows) <= _FEW_ROWS
    room = WIDTH / Pt(1), _PAGE if few else height
    for columns in range(len(brief.table.columns), 1, -1):
        narrow = replace(brief, table=brief.table.narrowed(columns))
        for sizes in ((*SIZES, *_SMALL),) if few else (SIZES, (*SIZES, *_SMALL)):
            fit = fitted_brief(narrow, room, sizes, NOTE)
            if fit is not None and (fit.rows == every or not few):
                return NoteTable(fit, columns)
    return None
