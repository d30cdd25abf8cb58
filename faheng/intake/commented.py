"""A draft and remarks on it -> a Word file with the remarks as comments at their places.

A Word draft keeps its own file: only comments are added, and runs are cut where a comment begins or ends. Any other
draft becomes a Word file of its text, a paragraph a line. python-docx writes the comments (their part is OOXML's
word/comments.xml, ECMA-376 part 1, section 17.13.4).
"""

from __future__ import annotations

import io
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import BadZipFile

from docx import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.text.run import Run
from lxml.etree import XMLSyntaxError, _Element

from faheng.errors import UnreadableFile
from faheng.model import Span
from faheng.pool.work import Work, each_file
from faheng.reading.texts.readers.word_text import Block, blocks, runs_in

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

__all__ = ["CommentedFile", "Remark", "commented"]

# What XML cannot hold, one sign for another so that places stay.
_NO_XML = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
_SIMPLE = {qn("w:rPr"), qn("w:t")}
FONT, SIZE = "FangSong", Pt(14)
# A Word file of another make than Word's own, which python-docx cannot open; the text then becomes a new file.
_FOREIGN = (PackageNotFoundError, BadZipFile, XMLSyntaxError, KeyError, ValueError, AttributeError)


@dataclass(frozen=True)
class Remark:
    """What is said of a place of the text; span None says it of the whole."""

    text: str
    span: Span | None = None


@dataclass(frozen=True)
class CommentedFile:
    """A draft to write remarks into. path: what it is called; text: what was read of it; author: who remarks."""

    path: Path
    data: bytes
    reader: str
    text: str
    remarks: tuple[Remark, ...]
    author: str


def commented(file: CommentedFile) -> bytes:
    """The Word file, made in a process of its own under the limits of the pool.

    Raises UnreadableFile where the limits are too narrow for it.
    """
    made = next(iter(each_file([file], Work(written, refused), jobs=1, threaded=True)))
    if isinstance(made, str):
        said, _, instead = made.removeprefix(f"{file.path}: ").partition("; ")
        raise UnreadableFile(str(file.path), said, instead)
    return made


def refused(_: Path, fault: str) -> bytes | str:
    """What a file yields that its process could not write."""
    return fault


def written(file: CommentedFile) -> bytes | str:
    """The file with its remarks."""
    document = own_document(file) or new_document(file.text)
    place = CommentPlaces(list(blocks(document.element)))
    for remark in sorted(file.remarks, key=lambda each: each.span.start if each.span else -1):
        runs = place.runs_at(remark.span or place.beginning)
        if runs:
            first, last = (Run(each, None) for each in (runs[0], runs[-1]))  # type: ignore[arg-type]
            document.add_comment([first, last], text=xml_text(remark.text), author=file.author, initials=file.author)
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


def own_document(file: CommentedFile) -> WordDocument | None:
    """The draft's own file, where it is one that Word itself would write and says the same text."""
    if file.reader != "docx":
        return None
    try:
        document = Document(io.BytesIO(file.data))
    except _FOREIGN:
        return None
    said = "\n".join(each.text for each in blocks(document.element))
    return document if said == file.text else None


def new_document(text: str) -> WordDocument:
    """A Word file of a text, a paragraph a line."""
    document = Document()
    style = document.styles["Normal"]
    style.font.name, style.font.size = FONT, SIZE
    style.element.rPr.rFonts.set(qn("w:eastAsia"), FONT)
    for line in xml_text(text).split("\n"):
        document.add_paragraph().add_run().add_text(line) if line else document.add_paragraph()
    return document


def xml_text(text: str) -> str:
    """The text with a space for each sign that XML cannot hold."""
    return _NO_XML.sub(" ", text)


class CommentPlaces:
    """Where in a Word document the characters of its text stand."""

    def __init__(self, lines: Sequence[Block]) -> None:
        """The lines of the text, in order."""
        self.lines = lines
        self.starts = [0, *accumulate(len(each.text) + 1 for each in lines)][:-1] if lines else []

    @property
    def beginning(self) -> Span:
        """The first line that says something."""
        at = next((n for n, each in enumerate(self.lines) if each.text.strip()), 0)
        return Span(self.starts[at], self.starts[at] + len(self.lines[at].text)) if self.lines else Span(0, 0)

    def runs_at(self, span: Span) -> list[_Element]:
        """The runs that print the place, cut so that they print nothing else; all of its line where they cannot be."""
        if not self.lines:
            return []
        at = max(0, bisect_right(self.starts, span.start) - 1)
        line, start = self.lines[at], self.starts[at]
        if line.element.tag == qn("w:p"):
            return cut_runs(line.element, span.start - start, min(span.end - start, len(line.text)))
        return [run.element for run in self._runs_of_cell(line, span.start - start)]

    def _runs_of_cell(self, row: Block, at: int) -> list[Block]:
        """The runs of the cell that prints the character, a cell of a row being parted from the next by a tab."""
        number = row.text[:at].count("\t")
        cells = list(wide_cells(row.element))
        cell = cells[number] if number < len(cells) else row.element
        return [run for paragraph in cell.iter(qn("w:p")) for run in runs_in(paragraph)][:1]


def wide_cells(row: _Element) -> Iterator[_Element]:
    """The cells of a row, one that is several columns wide so many times."""
    for cell in row.iter(qn("w:tc")):
        wide = cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
        yield from [cell] * (int(wide.get(qn("w:val"), "1")) if wide is not None else 1)


def cut_runs(paragraph: _Element, start: int, end: int) -> list[_Element]:
    """The runs that print characters start to end of a paragraph, cut at both ends where a run is plain text."""
    for edge in (start, end):
        at = 0
        for run in list(runs_in(paragraph)):
            if at < edge < at + len(run.text) and is_plain(run.element):
                cut(run.element, edge - at)
                break
            at += len(run.text)
    chosen, at = [], 0
    for run in runs_in(paragraph):
        if at < end and start < at + len(run.text):
            chosen.append(run.element)
        at += len(run.text)
    return chosen


def is_plain(run: _Element) -> bool:
    """Whether a run is one stretch of text and how it looks."""
    return {child.tag for child in run} <= _SIMPLE and len(run.findall(qn("w:t"))) == 1


def cut(run: _Element, at: int) -> None:
    """Part a plain run in two that look alike."""
    rest = deepcopy(run)
    run.addnext(rest)
    for piece, part in ((run, slice(at)), (rest, slice(at, None))):
        text = piece.find(qn("w:t"))
        if text is not None:
            text.text = (text.text or "")[part]
            text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
