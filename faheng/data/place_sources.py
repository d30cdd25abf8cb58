"""Two tables from outside -> data/reference/localities.csv and division_changes.csv, as they are committed.

The places are every province, prefecture, county and township of the National Database for Geographical Names
国家地名信息库 with code, name, level and parent; the changes are those of the yearly codebooks and the ministry's lists.
What the tables say is kept word for word; only their own terms become ours.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from faheng.data.places import COUNTRY, HEADERS
from faheng.data.table import Row, read_csv
from faheng.errors import DataProblems, Problem
from faheng.model import ChangeKind, Level

__all__ = ["PlaceFiles", "place_files"]

LOCALITIES, CHANGES = "localities", "division_changes"
SOURCE_CHANGES = ("year", "type", *HEADERS[CHANGES][2:])
COUNTRY_LINE = (COUNTRY, "全国", Level.COUNTRY.value, "")
# The table marks a place that was dissolved since; its reports are found by its name.
DISSOLVED = "（撤销）"
KINDS = {
    "同名改码": ChangeKind.RECODED,
    "更名": ChangeKind.RENAMED,
    "撤县设区": ChangeKind.TO_DISTRICT,
    "撤市设区": ChangeKind.TO_DISTRICT,
    "撤县设市": ChangeKind.TO_CITY,
    "撤地设市": ChangeKind.TO_CITY,
    "撤销": ChangeKind.MERGED,
    "撤区设区": ChangeKind.MERGED,
    "区划调整": ChangeKind.REDRAWN,
    "新设": ChangeKind.FOUNDED,
}
# What the package says of how it found a change, and what that is in a word.
SOURCES = (("GB/T 2260 逐年快照差分", "GB/T 2260 逐年对照"),)


@dataclass(frozen=True)
class PlaceFiles:
    """The content of the two files, in UTF-8 with comma and LF."""

    localities: str
    division_changes: str


def place_files(localities: Path, changes: Path, kept: Path) -> PlaceFiles:
    """The files that the two tables give.

    kept: the folder of the files of today. Their changes of years before the first of the table stay, behind the
    others: the table does not go back so far. Raises DataProblems with every fault of a table.
    """
    problems: list[Problem] = []
    places = [place_line(row) for row in read_csv(localities, HEADERS[LOCALITIES], problems)]
    found = [change_line(row) for row in read_csv(changes, SOURCE_CHANGES, problems)]
    before = list(read_csv(kept / f"{CHANGES}.csv", HEADERS[CHANGES], problems))
    if problems:
        raise DataProblems(problems)
    first = min((line[0] for line in found), default="")
    earlier = [tuple(row.cells.values()) for row in before if row.text("year") < first]
    return PlaceFiles(
        localities=as_csv(HEADERS[LOCALITIES], [COUNTRY_LINE, *places]),
        division_changes=as_csv(HEADERS[CHANGES], [*found, *earlier]),
    )


def place_line(row: Row) -> tuple[str, ...]:
    """One place, by its name alone."""
    levels = [level.value for level in Level if level not in {Level.COUNTRY, Level.ZONE}]
    name = row.needed("name_zh").removesuffix(DISSOLVED)
    return row.needed("code"), name, row.choice("level", levels), row.needed("parent_code")


def change_line(row: Row) -> tuple[str, ...]:
    """One change, by our word for its kind."""
    kind = KINDS.get(row.choice("type", KINDS), ChangeKind.FOUNDED)
    year, cells = str(row.whole("year", 1949)), as_ours(row.cells)
    return (year, kind.value, *(cells[name] for name in HEADERS[CHANGES][2:]))


def as_ours(cells: Mapping[str, str]) -> Mapping[str, str]:
    """The cells with the source in a word."""
    source = next((ours for theirs, ours in SOURCES if cells["source"].startswith(theirs)), cells["source"])
    return {**cells, "source": source}


def as_csv(header: Sequence[str], lines: Iterable[Sequence[str]]) -> str:
    """The lines as a file of data/ is written."""
    made = io.StringIO(newline="")
    writer = csv.writer(made, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(lines)
    return made.getvalue()
