"""The boxes of the characters of a PDF page, whole ones also of fonts that are drawn (Type 3), as Chrome writes them.

PDFium gives such a character the box of its strokes: 一 and - are flat, 1 is narrow, and stood on lines of their own.
Its origin, the size of its font and the page's scale say where it really stands.
"""

from __future__ import annotations

import ctypes
from math import pi
from unicodedata import east_asian_width

import pypdfium2.raw as pdfium

_ALIKE = 0.08  # of a height: boxes of one font differ by less
_NARROW = 0.9  # of its height: a Chinese character is no narrower
_BELOW, _ABOVE, _HALF = 0.12, 0.88, 0.5  # of the size, from the line that the characters stand on
_LEVEL = 0.1  # of a right angle's 1.57: what leans by less stands on a line
Sides = tuple[float, float, float, float]


class BoxReader:
    """The boxes of one text page: left, right, bottom, top."""

    def __init__(self, text: pdfium.FPDF_TEXTPAGE) -> None:
        self.text = text
        self._box = pdfium.FS_RECTF()
        self._last = 0.0

    def box(self, at: int, character: str) -> Sides | None:
        """The box of the character at a place; None where the page gives none, and for a watermark across the page."""
        if not pdfium.FPDFText_GetLooseCharBox(self.text, at, ctypes.byref(self._box)):
            return None
        bottom, top = sorted((self._box.bottom, self._box.top))
        given = self._box.left, self._box.right, bottom, top
        wide = east_asian_width(character) in "WF"
        odd = abs(top - bottom - self._last) > _ALIKE * self._last
        if odd or (wide and given[1] - given[0] < _NARROW * (top - bottom)):
            if self._is_slanted(at):
                return None
            drawn = self._drawn(at, given, wide=wide)
            given = drawn or given
        self._last = given[3] - given[2]
        return given

    def _is_slanted(self, at: int) -> bool:
        """Whether the character stands across the page, as those of a watermark do."""
        angle = pdfium.FPDFText_GetCharAngle(self.text, at) % (pi / 2)
        return _LEVEL < angle < pi / 2 - _LEVEL

    def _drawn(self, at: int, given: Sides, *, wide: bool) -> Sides | None:
        """The box of a character of a nameless font on a level line; None for any other."""
        name, flags = ctypes.create_string_buffer(2), ctypes.c_int()
        if pdfium.FPDFText_GetFontInfo(self.text, at, name, 2, ctypes.byref(flags)) > 1:
            return None
        matrix, x, y = pdfium.FS_MATRIX(), ctypes.c_double(), ctypes.c_double()
        known = pdfium.FPDFText_GetMatrix(self.text, at, ctypes.byref(matrix))
        if not (known and pdfium.FPDFText_GetCharOrigin(self.text, at, ctypes.byref(x), ctypes.byref(y))):
            return None
        size = abs(pdfium.FPDFText_GetFontSize(self.text, at) * matrix.d)
        if size == 0 or matrix.b or matrix.c:
            return None
        right = x.value + size if wide else max(given[1], x.value + _HALF * size)
        return min(given[0], x.value), right, y.value - _BELOW * size, y.value + _ABOVE * size
