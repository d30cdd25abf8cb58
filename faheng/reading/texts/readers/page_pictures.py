"""Files that hold pictures of pages (PDF scans, PNG, JPEG, TIFF) -> the pictures, one a page.

Only text recognition wants the pictures; what it needs is an extra, so Pillow is imported when a picture is opened.
"""

# ruff: noqa: PLC0415 (see above)

from __future__ import annotations

import io
import warnings
from typing import Any

import numpy as np
import pypdfium2
from numpy.typing import NDArray

from faheng.errors import PicturesOnly, UnreadableFile
from faheng.reading.texts.readers.pdf import MOST_PAGES, opened
from faheng.reading.texts.transcripts import can_recognise, way_to_text

__all__ = ["PagePictures", "Pixels", "of_picture"]

Pixels = NDArray[np.uint8]
# Points of the longer side: an A4 page of 200 dots an inch, at which eight-point print is recognised.
LONGEST_SIDE = 2_340
MOST_POINTS = 120_000_000
DAMAGED, AGAIN = "is a picture that is damaged", "save it anew"


def of_picture(data: bytes, name: str) -> PicturesOnly:
    """What is said of a file that is a picture. Raises UnreadableFile for a damaged one."""
    pages = 1
    if can_recognise():
        with PagePictures.of(data, name) as pictures:
            pages = pictures.pages
    return PicturesOnly(name, "is a picture", way_to_text(), pages)


class PagePictures:
    """The pictures of a file, drawn one at a time."""

    def __init__(self, held: Any, name: str, pages: int) -> None:
        self.held, self.name, self.pages = held, name, pages

    @staticmethod
    def of(data: bytes, name: str) -> PagePictures:
        """The pages of a file. Raises UnreadableFile."""
        if b"%PDF-" in data[:1024]:
            document = opened(data, name)
            return PagePictures(document, name, len(document))
        from PIL import Image

        Image.MAX_IMAGE_PIXELS = MOST_POINTS
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("error", Image.DecompressionBombWarning)
                picture = Image.open(io.BytesIO(data))
            return PagePictures(picture, name, min(getattr(picture, "n_frames", 1), MOST_PAGES))
        except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
            raise UnreadableFile(name, "is a picture of too many points", "save it smaller") from error
        except (OSError, ValueError, SyntaxError, EOFError) as error:
            raise UnreadableFile(name, DAMAGED, AGAIN) from error

    def page(self, number: int) -> Pixels:
        """The picture of a page, from 0, in grey. Raises UnreadableFile for a damaged one."""
        if isinstance(self.held, pypdfium2.PdfDocument):
            return self._drawn(number)
        try:
            self.held.seek(number)
            picture = self.held.convert("L")
            picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
        except (OSError, ValueError, SyntaxError, EOFError) as error:
            raise UnreadableFile(self.name, DAMAGED, AGAIN) from error
        return np.asarray(picture, dtype=np.uint8)

    def _drawn(self, number: int) -> Pixels:
        try:
            page = self.held[number]
            drawn = page.render(scale=LONGEST_SIDE / max(*page.get_size(), 1.0), grayscale=True)
            return np.array(drawn.to_numpy(), dtype=np.uint8).reshape(drawn.height, drawn.width)
        except (pypdfium2.PdfiumError, ValueError) as error:
            raise UnreadableFile(self.name, f"is damaged at page {number + 1}", "fetch it again") from error

    def __enter__(self) -> PagePictures:
        return self

    def __exit__(self, *_: object) -> None:
        self.held.close()
