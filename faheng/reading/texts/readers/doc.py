"""Word files of before 2007 (doc), through the program antiword.

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
from faheng.reading.texts.table import laid_out

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
    text, tables = laid_out(blocks_of(text))
    return Content(text, tables=tables)
