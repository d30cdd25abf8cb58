"""What a reader yields: the text of a report exactly as its file gives it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from faheng.reading.texts.table import TextTable

# The reader of what text recognition made of pictures.
SCAN = "scan"


@dataclass(frozen=True)
class Content:
    """What a file says: its text with its tables, and of a web page also the title and the day that its head states.

    pictures: the numbers of its pages that are pictures without text.
    """

    text: str
    title: str = ""
    published_on: date | None = None
    tables: tuple[TextTable, ...] = ()
    pictures: tuple[int, ...] = ()


@dataclass(frozen=True)
class Original:
    """A report as received. Offsets of evidence are offsets of `text`, which is never altered.

    `reader` says what the file turned out to be: txt, html, docx, doc, rtf, ofd, pdf, or scan where its text was
    recognised in pictures; sha256 is of the file's bytes.
    tables: where the cells of its tables stand in the text, as far as the file itself says. pictures: the numbers of
    its pages of which nothing was read, because they are pictures.
    """

    name: str
    text: str
    reader: str
    sha256: str
    title: str = ""
    published_on: date | None = None
    tables: tuple[TextTable, ...] = ()
    pictures: tuple[int, ...] = ()

    @property
    def is_recognised(self) -> bool:
        """Whether its text was recognised in pictures, and so may differ from what is printed."""
        return self.reader == SCAN
