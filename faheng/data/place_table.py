"""localities.csv -> the places by code, each made when it is first asked for.

Of 42,000 places a text names a few: what 39,000 townships are called is needed at once, all else of them seldom is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain

from faheng.data.place_lines import PlaceLine, PlaceLines
from faheng.data.place_names import PlaceNames
from faheng.model import AreaChange, ChangeKind, Level, Locality

__all__ = ["COUNTRY", "NO_DETAILS", "Details", "Maker", "PlaceCodes", "PlaceTable", "provinces_of"]

COUNTRY = "000000"
# Code -> short name, residents of 2020 and note that places_known.csv gives.
Details = Mapping[str, tuple[str, int | None, str]]
NO_DETAILS = ("", None, "")


@dataclass(frozen=True)
class Maker:
    """Makes a place of its line. details: code -> short name, residents and note that places_known.csv gives."""

    lines: PlaceLines
    details: Details
    names: PlaceNames

    def __call__(self, line: PlaceLine) -> Locality:
        """The place without what became of it."""
        _, residents, note = self.details.get(line.code, NO_DETAILS)
        return Locality(
            code=line.code,
            name_zh=line.name,
            short_zh=self.short(line),
            level=Level(line.level),
            parent_code=line.parent,
            province_code="" if line.level == Level.COUNTRY else self.province(line.code),
            population_2020=residents,
            note=note,
        )

    def short(self, line: PlaceLine) -> str:
        """The short name: the one that is told, else by rule."""
        told, _, _ = self.details.get(line.code, NO_DETAILS)
        return told or self.names.short(line.name)

    def province(self, code: str) -> str:
        """The province that the chain of parents ends at; the code itself where it is one."""
        for _ in range(len(Level)):
            line = self.lines.get(code)
            if line is None or line.parent in {COUNTRY, ""}:
                break
            code = line.parent
        return code


class PlaceTable(Mapping[str, Locality]):
    """Places by code, in the order of the file, then those that were added."""

    def __init__(self, lines: PlaceLines, make: Maker) -> None:
        self.lines, self._make = lines, make
        self._made: dict[str, Locality] = {}
        self._changes: dict[str, tuple[AreaChange, ...]] = {}

    def copy(self) -> PlaceTable:
        """The same places, to which others may be added."""
        table = PlaceTable(self.lines, self._make)
        table._made, table._changes = dict(self._made), dict(self._changes)
        return table

    def __getitem__(self, code: str) -> Locality:
        found = self._made.get(code)
        if found is None:
            found = self._made[code] = with_changes(self._make(self.lines[code]), self._changes.get(code, ()))
        return found

    def __iter__(self) -> Iterator[str]:
        return chain(self.lines, (place.code for place in self.added()))

    def __len__(self) -> int:
        return len(self.lines) + len(self.added())

    def __contains__(self, code: object) -> bool:
        return code in self._made or code in self.lines

    def __or__(self, more: Mapping[str, Locality]) -> dict[str, Locality]:
        """All places and those beside them, each made."""
        return {**self, **more}

    def put(self, place: Locality) -> None:
        """The place in the stead of the one with its code, or behind the others."""
        self._made[place.code] = place
        self._changes[place.code] = place.changes

    def tell(self, code: str, changes: tuple[AreaChange, ...]) -> None:
        """What became of the place on a line, which is not made for it."""
        self._changes[code] = changes

    def take(self, code: str) -> Locality:
        """Remove a place that was added, and return it."""
        self._changes.pop(code, None)
        return self._made.pop(code)

    def name(self, code: str) -> str:
        """The full name of a place, which is not made for it."""
        made = self._made.get(code)
        return made.name_zh if made else self.lines[code].name

    def added(self) -> list[Locality]:
        """The places that stand on no line."""
        return [place for code, place in self._made.items() if code not in self.lines]

    def changed(self) -> list[tuple[str, tuple[AreaChange, ...]]]:
        """The codes of the places that have been something else, in order, with what became of them."""
        return [(code, self._changes[code]) for code in sorted(self._changes) if code in self]

    def short(self, line: PlaceLine) -> str:
        """The short name of the place on a line, which is not made for it."""
        return self._make.short(line)

    def with_a_short_name_of_their_own(self) -> Iterator[PlaceLine]:
        """The lines of places whose short name is told, not made by rule: it may begin otherwise than the full one."""
        codes = (code for code, (short, _, _) in self._make.details.items() if short)
        return (self.lines[code] for code in codes if code in self.lines)


def provinces_of(places: Mapping[str, Locality]) -> set[str]:
    """The codes of the provinces; of a table of all places none is made for it."""
    if not isinstance(places, PlaceTable):
        return {code for code, place in places.items() if place.level == Level.PROVINCE}
    added = {place.code for place in places.added() if place.level == Level.PROVINCE}
    return added | {code for code, line in places.lines.upper.items() if line.level == Level.PROVINCE}


def with_changes(place: Locality, changes: tuple[AreaChange, ...]) -> Locality:
    """The place with its changes; founded in a year where nothing goes on from before."""
    if not changes:
        return place
    founded = [each.year for each in changes if each.kind == ChangeKind.FOUNDED]
    start = founded[-1] if founded and not any(each.joined for each in changes) else None
    return replace(place, changes=changes, valid_from=start)


@dataclass(frozen=True, eq=False)
class PlaceCodes(Mapping[str, str]):
    """A code of a place as it may be written -> the one that it has now. No place is made to answer."""

    localities: Mapping[str, Locality]
    aliases: Mapping[str, str]

    def __getitem__(self, code: str) -> str:
        return code if code in self.localities else self.aliases[code]

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys([*self.aliases, *self.localities]))

    def __len__(self) -> int:
        return len(set(self.aliases) - set(self.localities)) + len(self.localities)
