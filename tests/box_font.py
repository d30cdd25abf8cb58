"""The font that stands for every font a PDF file names and does not hold: one square for every character."""

from __future__ import annotations

import io

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import newTable
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable

SIGNS = [code for code in range(0x20, 0x10000) if not 0xD800 <= code < 0xE000]
LOW, HIGH, WIDTH = -120, 880, 1000


def box_font() -> bytes:
    """The font as a TrueType file, always the same bytes."""
    builder = FontBuilder(WIDTH, isTTF=True)
    builder.setupGlyphOrder([".notdef", "box"])
    builder.font["cmap"] = newTable("cmap")
    builder.font["cmap"].tableVersion = 0
    builder.font["cmap"].tables = [many_to_one(3, 10), many_to_one(0, 6)]
    pen = TTGlyphPen(None)
    pen.moveTo((0, LOW))
    for corner in ((WIDTH, LOW), (WIDTH, HIGH), (0, HIGH)):
        pen.lineTo(corner)
    pen.closePath()
    square = pen.glyph()
    builder.setupGlyf({".notdef": square, "box": square})
    builder.setupHorizontalMetrics({".notdef": (WIDTH, 0), "box": (WIDTH, 0)})
    builder.setupHorizontalHeader(ascent=HIGH, descent=LOW)
    builder.setupNameTable({"familyName": "Box", "styleName": "Regular"})
    builder.setupOS2(sTypoAscender=HIGH, sTypoDescender=LOW, usWinAscent=HIGH, usWinDescent=-LOW)
    builder.setupPost()
    builder.font.recalcTimestamp = False
    builder.font["head"].created = builder.font["head"].modified = 0
    target = io.BytesIO()
    builder.save(target)
    return target.getvalue()


def many_to_one(platform: int, encoding: int) -> CmapSubtable:
    """A table of characters in which all of them are the one glyph."""
    table = CmapSubtable.newSubtable(13)
    table.platformID, table.platEncID, table.language = platform, encoding, 0
    table.format, table.reserved, table.length, table.nGroups = 13, 0, 0, 0
    table.cmap = dict.fromkeys(SIGNS, "box")
    return table


if __name__ == "__main__":
    import base64
    import textwrap
    import zlib

    print("\n".join(textwrap.wrap(base64.b64encode(zlib.compress(box_font(), 9)).decode(), 110)))
