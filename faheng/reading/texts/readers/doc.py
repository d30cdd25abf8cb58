"""Word files of before 2007 (doc), through the program antiword; one with tables by our own reader.

Antiword, because it alone of the small converters lost nothing in our trials; catdoc damages text, and LibreOffice
takes a second a file.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from faheng.errors import UnreadableFile
from faheng.reading.texts.original import Content
from faheng.reading.texts.readers.barred import blocks_of
from faheng.reading.texts.readers.confined import run
from faheng.reading.texts.readers.doc_tables import doc_blocks
from faheng.reading.texts.readers.word_binary import NoWordFile
from faheng.reading.texts.table import CellGrid, laid_out

_SECONDS = 45
_TOO_SHORT = b"too small to handle"
_WORD = "WordDocument".encode("utf-16-le")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_AGAIN = "save it as docx"


def read(data: bytes, name: str) -> Content:
    """The text of a doc file. UnreadableFile also for other old Office files and where antiword is missing."""
    if _ENCRYPTED in data:
        raise UnreadableFile(name, "is protected by a password", "save it without one")
    if _WORD not in data:
        raise UnreadableFile(name, "is an old Office file, but no Word document", "give the report as docx or pdf")
    text, tables = laid_out(_with_whole_tables(data) or blocks_of(_antiword(data, name)))
    return Content(text, tables=tables)


def _antiword(data: bytes, name: str) -> str:
    """What antiword prints of the file. Raises UnreadableFile."""
    program = shutil.which("antiword")
    if program is None:
        raise UnreadableFile(name, "is an old Word file and antiword is not installed", f"install antiword or {_AGAIN}")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "report.doc"
        file.write_bytes(data)
        command = [program, "-m", "UTF-8.txt", "-w", "0", str(file)]  # -w 0: a paragraph a line
        try:
            done = run(command, Path(folder), _SECONDS)
        except subprocess.TimeoutExpired as error:
            raise UnreadableFile(name, f"took antiword over {_SECONDS} seconds", _AGAIN) from error
    if _TOO_SHORT in done.stderr + done.stdout:
        raise UnreadableFile(name, "holds too little text for antiword, which reads old Word files", _AGAIN)
    text = done.stdout.decode("utf-8", "replace")
    if done.returncode or not text.strip():
        raise UnreadableFile(name, "is a damaged or empty Word file", f"open it in Word and {_AGAIN}")
    return text


def _with_whole_tables(data: bytes) -> list[str | CellGrid]:
    """The blocks of a file with tables, of which antiword drops rows where cells are merged; [] for any other file."""
    try:
        blocks = doc_blocks(data)
    except NoWordFile:
        return []
    return blocks if any(isinstance(block, CellGrid) for block in blocks) else []
