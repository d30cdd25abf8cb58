"""Two tables from outside -> data/reference/localities.csv and division_changes.csv, as they are committed.

The places are every province, prefecture, county and township of the National Database for Geographical Names with
code, name, level and parent; the changes are those of the yearly codebooks and the ministry's lists. What the tables
say is kept word for word; only their own terms become ours, by place_terms.csv.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from faheng.data.places import HEADERS
from faheng.data.table import Row, read_csv
from faheng.errors import DataProblems, Problem
from faheng.model import ChangeKind, Level

__all__ = ["PlaceFiles", "place_files"]

LOCALITIES, CHANGES, PLACE_TERMS = "localities", "division_changes", "place_terms"
TERMS = ("kind", "mark", "source", "country")
SOURCE_CHANGES = ("year", "type", *HEADERS[CHANGES][2:])


@dataclass(frozen=True)
class PlaceFiles:
    """The content of the two files, in UTF-8 with comma and LF."""

    localities: str
    division_changes: str


@dataclass(frozen=True)
class Terms:
    """What stands in the tables and what it is here: kinds of change, marks at names, sources, the country."""

    kinds: Mapping[str, str]
    marks: tuple[str, ...]
    sources: Mapping[str, str]
    countries: Mapping[str, str]

    @staticmethod
    def of(rows: Sequence[Row]) -> Terms:
        """The terms of place_terms.csv."""
        said = {meaning: dict[str, str]() for meaning in TERMS}
        for row in rows:
            meaning, theirs = row.choice("meaning", TERMS), row.needed("theirs")
            ours = row.choice("ours", tuple(ChangeKind)) if meaning == "kind" else row.text("ours")
            said.setdefault(meaning, {})[theirs] = ours
        return Terms(said["kind"], tuple(said["mark"]), said["source"], said["country"])


def place_files(localities: Path, changes: Path, kept: Path) -> PlaceFiles:
    """The files that the two tables give.

    kept: the folder of the files of today. Their changes of years before the first of the table stay, behind the
    others: the table does not go back so far. Raises DataProblems with every fault of a table.
    """
    problems: list[Problem] = []
    terms = Terms.of(list(read_csv(kept / f"{PLACE_TERMS}.csv", HEADERS[PLACE_TERMS], problems)))
    places = [place_line(row, terms) for row in read_csv(localities, HEADERS[LOCALITIES], problems)]
    found = [change_line(row, terms) for row in read_csv(changes, SOURCE_CHANGES, problems)]
    before = list(read_csv(kept / f"{CHANGES}.csv", HEADERS[CHANGES], problems))
    if problems:
        raise DataProblems(problems)
    first = min((line[0] for line in found), default="")
    earlier = [tuple(row.cells.values()) for row in before if row.text("year") < first]
    countries = [(code, name, Level.COUNTRY.value, "") for code, name in terms.countries.items()]
    return PlaceFiles(
        localities=as_csv(HEADERS[LOCALITIES], [*countries, *places]),
        division_changes=as_csv(HEADERS[CHANGES], [*found, *earlier]),
    )


def place_line(row: Row, terms: Terms) -> tuple[str, ...]:
    """One place, by its name alone."""
    levels = [level.value for level in Level if level not in {Level.COUNTRY, Level.ZONE}]
    name = row.needed("name_zh")
    for mark in terms.marks:
        name = name.removesuffix(mark)
    return row.needed("code"), name, row.choice("level", levels), row.needed("parent_code")


def change_line(row: Row, terms: Terms) -> tuple[str, ...]:
    """One change, by our word for its kind and its source in a word."""
    kind = terms.kinds.get(row.choice("type", terms.kinds), "")
    found = row.cells["source"]
    source = next((ours for theirs, ours in terms.sources.items() if found.startswith(theirs)), found)
    cells = {**row.cells, "source": source}
    return (str(row.whole("year", 1949)), kind, *(cells[name] for name in HEADERS[CHANGES][2:]))


def as_csv(header: Sequence[str], lines: Iterable[Sequence[str]]) -> str:
    """The lines as a file of data/ is written."""
    made = io.StringIO(newline="")
    writer = csv.writer(made, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(lines)
    return made.getvalue()
