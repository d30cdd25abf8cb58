"""What text recognition made of files that hold pictures of pages, by the SHA-256 of each file.

Recognising is slow and needs an extra (`faheng[ocr]`), so it is done apart from reading (faheng/reading/scans.py);
whoever reads a file hands over what was recognised.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib.util import find_spec
from typing import Protocol

from faheng.errors import UnreadableFile
from faheng.reading.texts.original import Content

__all__ = ["NO_TRANSCRIPTS", "Transcripts", "can_recognise", "recogniser", "way_to_text"]

_NEEDED = ("rapidocr", "onnxruntime", "cv2", "PIL")
# Another version has other models, or other sums: it would recognise otherwise.
_VERSIONED = ("rapidocr", "onnxruntime")


class Transcripts(Protocol):
    """Transcripts at hand."""

    def get(self, sha256: str, /) -> Content | UnreadableFile | None:
        """The text of a file, or why it has none; None where nobody tried."""


NO_TRANSCRIPTS: Mapping[str, Content | UnreadableFile] = {}


def can_recognise() -> bool:
    """Whether what text recognition needs is installed."""
    return all(map(find_spec, _NEEDED))


def recogniser() -> Mapping[str, str]:
    """What recognises text here, for machines that read together: its versions by its name, "" where nothing does."""
    # Loaded where it is asked for: it brings the library of mails, which a plain text has no need of.
    from importlib.metadata import version  # noqa: PLC0415

    versions = " ".join(map(version, _VERSIONED)) if can_recognise() else ""
    return {'text recognition (pip install "faheng[ocr]")': versions}


def way_to_text() -> str:
    """What to do with pictures of pages."""
    if can_recognise():
        return "import it, or give it to faheng extract, which recognise its text"
    return 'install text recognition (pip install "faheng[ocr]") or run text recognition (OCR) first'
