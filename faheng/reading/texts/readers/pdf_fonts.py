"""One font in place of every font that a PDF file names and does not hold.

PDFium would take one of the machine, and another on another machine, or none: then it drops what it cannot measure,
such as a full stop alone on its line. With a font of our own a file is read alike everywhere. The font has a square
for every character (tests/box_font.py makes it): where characters stand is said by the file itself, not by the font.
"""

from __future__ import annotations

import base64
import ctypes
import zlib
from functools import cache
from typing import Any

import pypdfium2.raw as pdfium

BOX = (
    "eNqFUT1Lw1AUPS+vtlqotX6AdEkLDlUEQaRTQag4C9VJBE1rbIfEhNpCXNTBoQgFf4g/wM0/4Cjo6OCQ0cVBEJ4nHxZbFS/cl3Pux3v3nkAASO"
    "MCEoWt7ZXVTb10B4gSowcN23AxfXtJfk1eaVqnR/3l/iL5A/layzQO62rjifiGXm4xkNqVbeIX+kLL7njSJ4Lo8UhaTsNAHhny+4DbhucigST5"
    "OHnh2LDN1+zMFaAFfMd1TjrumayT75EvIZiV3pAyt5+tvEFGtw+b6klfugQSWhxij3QVZ4jqeYqRJhFGNE4TZbQf1/ItqjDGin9M0d7pvq4Uzq"
    "Gv04LtlIpncOGNtBS+Jhu8TU0wyw3S4TcTxkvf8ux4VNFmz+GbEWZlPkKxChKYK+aK0v+YD3/F3xlws3K8vQiyAyVSZBIiMcFIkhNFWMMkpqqO"
    "VzObXctoowqHe9VgookuLBho/6LisDEvNFl3qMcnNoVdfw=="
)
# What the callbacks of PDFium's interface to the system's fonts return: a font, that is not null.
_HANDLE = 1
_ANY_CHARSET = 1


def box_font() -> bytes:
    """The font as a TrueType file."""
    return zlib.decompress(base64.b64decode(BOX))


@cache
def use_one_font() -> tuple[Any, ...]:
    """Let PDFium take the box in place of all fonts of the machine, from now on in this process.

    PDFium keeps the addresses of what is returned here, so that it has to live as long as the process.
    """
    font = box_font()

    def font_data(_info: Any, _font: Any, table: int, buffer: Any, size: int) -> int:
        """The whole file where table is 0; there are no single tables to be had."""
        if table:
            return 0
        if buffer and size >= len(font):
            ctypes.memmove(buffer, font, len(font))
        return len(font)

    calls = {
        "Release": lambda *_: None,
        "EnumFonts": lambda *_: None,
        "MapFont": lambda *_: _HANDLE,
        "GetFont": lambda *_: _HANDLE,
        "GetFontData": font_data,
        "GetFaceName": lambda *_: 0,
        "GetFontCharset": lambda *_: _ANY_CHARSET,
        "DeleteFont": lambda *_: None,
    }
    kinds = dict(pdfium.FPDF_SYSFONTINFO._fields_)
    held = {name: kinds[name](call) for name, call in calls.items()}
    info = pdfium.FPDF_SYSFONTINFO(version=1, **held)
    pdfium.FPDF_SetSystemFontInfo(ctypes.byref(info))
    return font, info, held
