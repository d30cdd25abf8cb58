"""The kinds of file that Faheng makes, each declared once: the commands and the page of the briefing offer these.

To add one: write what makes it, and declare it here. The libraries of office files are imported by whoever asks for
one: a reader of the dashboard needs none of them.
"""

# ruff: noqa: PLC0415 (see above)

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

import plotly.graph_objects as go

from faheng.briefing.contents import Briefing
from faheng.briefing.fact_table import fact_table
from faheng.exports.csv_file import csv_bytes, csv_parts
from faheng.exports.slides.template import Template
from faheng.views.selection import Language
from faheng.words.catalogue import Words, words

__all__ = ["FORMATS", "PICTURES", "SUFFIXES", "ExportFile", "ExportFormat", "FileRequest", "PictureFormat"]

_NUMBERED = "of several each gets its number."
_OFFICE = "application/vnd.openxmlformats-officedocument"


@dataclass(frozen=True)
class FileRequest:
    """What a file is made of. briefing: makes it; None for all that the store holds. template: of slides, a .pptx."""

    language: Language
    briefing: Callable[[], Briefing] | None = None
    template: Template | None = None

    @property
    def say(self) -> Words:
        """The words of the file."""
        return words(self.language)

    def made(self) -> Briefing:
        """The briefing. TypeError where none was asked for and the format holds nothing else."""
        if self.briefing is None:
            raise TypeError("this format holds a briefing, and none was asked for")
        return self.briefing()


@dataclass(frozen=True)
class ExportFile:
    """A file that was made, in parts. problems: a sentence on each part that was asked for and is not held."""

    parts: Iterable[bytes]
    count: int
    problems: tuple[str, ...] = ()

    @property
    def content(self) -> bytes:
        """The whole file, for who cannot take it in parts; once."""
        return b"".join(self.parts)


@dataclass(frozen=True)
class ExportFormat:
    """One kind of file.

    name: of its command. mime: what a browser is told it is. label: on its button. about: the help of its command.
    counts: what the number of an ExportFile counts. holds: a briefing, the whole store, or either. template: whether it
    takes one.
    """

    name: str
    suffix: str
    mime: str
    label: Callable[[Words], str]
    about: str
    make: Callable[[FileRequest], ExportFile]
    counts: Literal["views", "cells"] = "views"
    holds: Literal["briefing", "store", "either"] = "briefing"
    template: bool = False


@dataclass(frozen=True)
class PictureFormat:
    """One kind of picture. draw: a figure with its frame as a file."""

    name: Literal["png", "svg", "pdf"]
    mime: str
    about: str

    @property
    def suffix(self) -> str:
        """The ending of its files."""
        return f".{self.name}"

    def draw(self, figure: go.Figure) -> bytes:
        """The file; MissingGlyphs or NoBrowser where it cannot be drawn."""
        from faheng.exports import pictures

        return pictures.picture(figure, self.name)


def _slides(request: FileRequest) -> ExportFile:
    from faheng.exports.slides.file import pptx_bytes

    briefing = request.made()
    return _of_views(pptx_bytes(briefing, request.say, request.template), briefing)


def _document(request: FileRequest) -> ExportFile:
    from faheng.exports.document.file import docx_bytes

    briefing = request.made()
    return _of_views(docx_bytes(briefing, request.say), briefing)


def _workbook(request: FileRequest) -> ExportFile:
    from faheng.exports.workbook.file import xlsx_bytes

    briefing = request.made()
    return _of_views(xlsx_bytes(briefing, request.say), briefing)


def _figures(request: FileRequest) -> ExportFile:
    if request.briefing is None:
        from faheng.exports.every_cell import cell_batches, cell_count

        return ExportFile(csv_parts(cell_batches(request.language)), cell_count())
    briefing = request.made()
    facts = fact_table(briefing, request.say)
    return ExportFile([csv_bytes(facts)], len(facts), briefing.problems)


def _package(request: FileRequest) -> ExportFile:
    from faheng.exports.every_cell import cell_count
    from faheng.exports.store_package import store_package

    return ExportFile(store_package(request.language), cell_count())


def _parquet(request: FileRequest) -> ExportFile:
    from faheng.exports.every_cell import cell_batches, cell_count
    from faheng.exports.parquet_file import parquet_parts

    return ExportFile(parquet_parts(cell_batches(request.language)), cell_count())


def _of_views(content: bytes, briefing: Briefing) -> ExportFile:
    return ExportFile([content], len(briefing.views), briefing.problems)


FORMATS: tuple[ExportFormat, ...] = (
    ExportFormat(
        "pptx", ".pptx", f"{_OFFICE}.presentationml.presentation", lambda say: say("Slides (PPTX)"),
        "Write a briefing to FILE, slides with charts that can be edited.", _slides, template=True,
    ),
    ExportFormat(
        "docx", ".docx", f"{_OFFICE}.wordprocessingml.document", lambda say: say("Note (DOCX)"),
        "Write a briefing to FILE, a note in the layout of official documents.", _document,
    ),
    ExportFormat(
        "xlsx", ".xlsx", f"{_OFFICE}.spreadsheetml.sheet", lambda say: say("Workbook (XLSX)"),
        "Write a briefing to FILE, a workbook: charts, data with verdicts and evidence, definitions, sources.",
        _workbook,
    ),
    ExportFormat(
        "csv", ".csv", "text/csv", lambda say: say("Figures (CSV)"),
        "Write every cell with its verdicts, evidence and source to FILE; with options, the figures of a briefing.",
        _figures, counts="cells", holds="either",
    ),
    ExportFormat(
        "package", ".zip", "application/zip", lambda say: say("Data package (ZIP)"),
        "Write every cell, the catalogue and the sources to FILE, a zip by the Data Package standard.",
        _package, counts="cells", holds="store",
    ),
    ExportFormat(
        "parquet", ".parquet", "application/vnd.apache.parquet", lambda say: say("Every cell (Parquet)"),
        "Write every cell with its verdicts, evidence and source to FILE, for programs of statistics.",
        _parquet, counts="cells", holds="store",
    ),
)  # fmt: skip
PICTURES: tuple[PictureFormat, ...] = (
    PictureFormat("png", "image/png", f"Write the charts of a briefing as pictures to FILE; {_NUMBERED}"),
    PictureFormat("svg", "image/svg+xml", f"Write the charts of a briefing as drawings to FILE; {_NUMBERED}"),
    PictureFormat("pdf", "application/pdf", f"Write the charts of a briefing as PDF to FILE; {_NUMBERED}"),
)  # fmt: skip
SUFFIXES = {each.suffix for each in FORMATS} | {each.suffix for each in PICTURES}
