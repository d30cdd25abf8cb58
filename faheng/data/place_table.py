"""localities.csv -> the places by code, each made when it is first asked for.

Of 42,000 places a text names a few: what 39,000 townships are called is needed at once, all else of them seldom is.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from faheng.data.place_names import PlaceNames
from faheng.model import Level, Locality

__all__ = ["COUNTRY", "NO_DETAILS", "RANKS", "Details", "Maker", "PlaceLine", "PlaceTable", "sound_lines"]

# Signs that no code and no name of a place has: where one stands the lines are read cell by cell.
STRANGE = (" ", "\t", '"', "\r")
COUNTRY = "000000"
# Code -> short name, residents of 2020 and note that places_known.csv gives.
Details = Mapping[str, tuple[str, int | None, str]]
NO_DETAILS = ("", None, "")
RANKS = {level.value: rank for rank, level in enumerate(Level)}


class PlaceLine(NamedTuple):
    """One line of localities.csv."""

    code: str
    name: str
    level: str
    parent: str


@dataclass(frozen=True)
class Maker:
    """Makes a place of its line. details: code -> short name, residents and note that places_known.csv gives."""

    parents: Mapping[str, str]
    details: Details
    names: PlaceNames

    def __call__(self, line: PlaceLine) -> Locality:
        """The place without what became of it."""
        short, residents, note = self.details.get(line.code, NO_DETAILS)
        return Locality(
            code=line.code,
            name_zh=line.name,
            short_zh=short or self.names.short(line.name),
            level=Level(line.level),
            parent_code=line.parent,
            province_code="" if line.level == Level.COUNTRY else self.province(line.code),
            population_2020=residents,
            note=note,
        )

    def province(self, code: str) -> str:
        """The province that the chain of parents ends at; the code itself where it is one."""
        for _ in range(len(Level)):
            above = self.parents.get(code, "")
            if above in {COUNTRY, ""}:
                break
            code = above
        return code


class PlaceTable(Mapping[str, Locality]):
    """Places by code, in the order of the file, then those that were added."""

    def __init__(
        self,
        lines: Mapping[str, PlaceLine],
        make: Callable[[PlaceLine], Locality],
        made: Mapping[str, Locality] | None = None,
    ) -> None:
        self._lines, self._make = lines, make
        self._made = dict(made or {})

    def copy(self) -> PlaceTable:
        """The same places, to which others may be added."""
        return PlaceTable(self._lines, self._make, self._made)

    def __getitem__(self, code: str) -> Locality:
        found = self._made.get(code)
        if found is None:
            found = self._made[code] = self._make(self._lines[code])
        return found

    def __iter__(self) -> Iterator[str]:
        return chain(self._lines, [code for code in self._made if code not in self._lines])

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __contains__(self, code: object) -> bool:
        return code in self._lines or code in self._made

    def __or__(self, more: Mapping[str, Locality]) -> dict[str, Locality]:
        """All places and those beside them, each made."""
        return {**self, **more}

    def put(self, place: Locality) -> None:
        """The place in the stead of the one with its code, or behind the others."""
        self._made[place.code] = place

    def take(self, code: str) -> Locality:
        """Remove a place that was added, and return it."""
        return self._made.pop(code)

    def name(self, code: str) -> str:
        """The full name of a place, which is not made for it."""
        line = self._lines.get(code)
        return line.name if line else self._made[code].name_zh

    def names(self) -> Iterator[tuple[str, str, str]]:
        """Full name, code and level of each place; none is made for it."""
        yield from ((line.name, line.code, line.level) for line in self._lines.values())
        for code in list(self._made):
            if code not in self._lines:
                place = self._made[code]
                yield place.name_zh, code, place.level

    def changed(self) -> Iterator[Locality]:
        """The places that something became of, or that were something else, in order."""
        codes = {code for code, place in self._made.items() if place.changes}
        return (self._made[code] for code in self if code in codes)


def sound_lines(path: Path, header: tuple[str, ...]) -> list[PlaceLine] | None:
    """The lines of a file that has no fault; None for any other, whose faults read_csv and its rows tell."""
    try:
        text = path.read_text(encoding="utf-8")
        first, *rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    except (OSError, ValueError, csv.Error):
        return None
    if tuple(first) != header or any(sign in text for sign in STRANGE) or any(len(row) != len(header) for row in rows):
        return None
    lines = list(map(PlaceLine._make, rows))
    ranks = {line.code: RANKS.get(line.level, -1) for line in lines}
    # What contains a place is of a higher level, and stands in the file; only the country lies in nothing.
    above = (ranks.get(line.parent, -1) if line.parent else -1 for line in lines)
    sound = len(ranks) == len(lines) and all(
        line.code and line.name and rank < ranks[line.code] and (rank >= 0) == bool(line.parent)
        and (line.parent or line.level == Level.COUNTRY)
        for line, rank in zip(lines, above, strict=True)
    )  # fmt: skip
    return lines if sound else None
