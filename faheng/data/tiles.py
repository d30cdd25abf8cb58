"""data/reference/tiles.csv -> where the tile of each province stands; distances and borders are not said."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from faheng.data.place_table import provinces_of
from faheng.data.table import Row, only_first
from faheng.model import Locality, Tile

HEADERS = {"tiles": ("locality", "row", "column", "letters")}
_LETTERS = re.compile("[A-Z]{2}")
# A tile map of more is too small to be read on a phone.
MOST = 12


def tiles(rows: Sequence[Row], localities: Mapping[str, Locality]) -> tuple[Tile, ...]:
    """The lines of tiles.csv: every province has one field of its own, and letters of its own."""
    only_first(((row, (row.text("row"), row.text("column"))) for row in rows), "field of row and column")
    only_first(((row, (row.text("letters"),)) for row in rows), "letters")
    provinces = provinces_of(localities)
    read = tuple(_tile(row, provinces) for row in rows)
    for code in sorted(provinces - {each.locality_code for each in read}) if rows else ():
        rows[-1].fault("locality", f"no tile for {localities[code].name_zh} ({code})", "add its line")
    return read


def _tile(row: Row, provinces: set[str]) -> Tile:
    letters = row.needed("letters")
    if letters and not _LETTERS.fullmatch(letters):
        row.fault("letters", f"{letters!r} are no two capital letters", "write those of GB/T 2260, as BJ for Beijing")
    for column in ("row", "column"):
        if row.whole(column, 1) > MOST:
            row.fault(column, f"is beyond {MOST}", f"write a number from 1 to {MOST}")
    code = row.known("locality", provinces, "the provinces of data/reference/localities.csv")
    return Tile(code, row.whole("row", 1), row.whole("column", 1), letters)
