"""How the places of the country are called: of 45,000 names those are made look-ups that a text may hold.

A text holds a name only where it holds its first two characters. So the pairs of characters of a text are looked up
among the beginnings of names first, and the few places that are left have their names taken apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import islice
from operator import add
from threading import Lock
from typing import NamedTuple

from faheng.data.place_lines import ListedLines, PlaceLine, PlaceLines
from faheng.data.place_table import PlaceTable
from faheng.model import Level, Locality, former_names
from faheng.reading.texts.characters import simplified_lines

__all__ = ["LEAST_NAME", "PlaceNamings"]

LEAST_NAME = 2
# Townships have no short names: theirs are ordinary words (太平, 新城, 东风), and no report calls its township so.
WITHOUT_SHORT_NAMES = {Level.TOWNSHIP, Level.ZONE, Level.COUNTRY}
# So many names are held at a time while all are looked through.
AT_ONCE = 4000
NOBODY: frozenset[str] = frozenset()

# What the short name of a zone ends with where it says that it is one.
ZONE_ENDS = "区"


class PlaceName(NamedTuple):
    """A name of a place; full or short."""

    name: str
    code: str
    full: bool


class PlaceNamings:
    """Names -> the codes that each may mean, as far as the texts seen so far may hold them.

    full: full names, of today and of before. short: short names, where they are others than the full ones. lengths:
    first two characters -> the lengths of the names that begin with them, the longest first.
    """

    def __init__(self, lines: PlaceLines, short_of: Callable[[PlaceLine], str], others: Sequence[PlaceName]) -> None:
        self._lines, self._short_of, self._others = lines, short_of, others
        self._learning = Lock()
        self.full: dict[str, frozenset[str]] = {}
        self.short: dict[str, frozenset[str]] = {}
        self.lengths: dict[str, tuple[int, ...]] = {}

    @staticmethod
    def of(places: Sequence[Locality]) -> PlaceNamings:
        """The names of these places."""
        today = [each for place in places for each in of_today(place)]
        former = [PlaceName(old, place.code, full=True) for place in places for old, _ in place.former_names]
        return PlaceNamings(ListedLines(()), lambda line: line.name, [*today, *former])

    @staticmethod
    def over(places: PlaceTable) -> PlaceNamings:
        """The names of all places: most stand on the lines of the table, some were added, some were others before."""
        added = [each for place in places.added() for each in of_today(place)]
        former = [
            PlaceName(old, code, full=True)
            for code, changes in places.changed() for old, _ in former_names(places.name(code), changes)
        ]  # fmt: skip
        lines = (line for line in places.with_a_short_name_of_their_own() if line.level not in WITHOUT_SHORT_NAMES)
        told = [PlaceName(short, line.code, full=False) for line in lines if (short := places.short(line)) != line.name]
        return PlaceNamings(places.lines, places.short, [*added, *former, *told])

    def learn(self, text: str) -> None:
        """Make the look-ups of all names that the text may hold. Takes the same time however many places there are."""
        pairs = {*map(add, text, text[1:])}
        with self._learning:
            pairs -= self.lengths.keys()
            found = [each for line in self._lines.beginning_with(pairs) for each in self._on_line(line)]
            self._take([*found, *(each for pair in self._apart.keys() & pairs for each in self._apart[pair])])

    def every(self) -> PlaceNamings:
        """Itself, when it has learned all names."""
        self.learn("\n".join([*self._lines.names(), *(each.name for names in self._apart.values() for each in names)]))
        return self

    def _take(self, found: Sequence[PlaceName]) -> None:
        """Enter the names. All that begin alike come at once, and their lengths last: only then are they looked for."""
        lengths: dict[str, set[int]] = defaultdict(set)
        for name, code, full in found:
            names = self.full if full else self.short
            names[name] = names.get(name, NOBODY) | {code}
            lengths[name[:LEAST_NAME]].add(len(name))
        self.lengths |= {pair: tuple(sorted(each, reverse=True)) for pair, each in lengths.items()}

    def _on_line(self, line: PlaceLine) -> Iterator[PlaceName]:
        """The names of the place on a line; a short one that begins otherwise is among the others."""
        if line.level == Level.COUNTRY:
            return
        yield PlaceName(line.name, line.code, full=True)
        short = self._short_of(line) if line.level not in WITHOUT_SHORT_NAMES else line.name
        if short != line.name and short[:LEAST_NAME] == line.name[:LEAST_NAME]:
            yield PlaceName(short, line.code, full=False)

    @cached_property
    def _apart(self) -> Mapping[str, Sequence[PlaceName]]:
        """First two characters -> the names that stand on no line, or begin otherwise than the full name there."""
        found: dict[str, list[PlaceName]] = defaultdict(list)
        for each in (*self._others, *self._respelt()):
            found[each.name[:LEAST_NAME]].append(each)
        return found

    def _respelt(self) -> Iterator[PlaceName]:
        """The full names that cleaning writes otherwise: it takes 乾 for the traditional form of 干, in 乾县 too."""
        names = [each for each in self._others if each.full]
        for each, new in zip(names, simplified_lines([each.name for each in names]), strict=True):
            if new != each.name:
                yield each._replace(name=new)
        spelt: dict[str, str] = {}
        listed = self._lines.names()
        while some := list(islice(listed, AT_ONCE)):
            spelt |= {old: new for old, new in zip(some, simplified_lines(some), strict=True) if new != old}
        for line in self._lines.beginning_with({old[:LEAST_NAME] for old in spelt}):
            if line.name in spelt:
                yield PlaceName(spelt[line.name], line.code, full=True)


def of_today(place: Locality) -> Iterator[PlaceName]:
    """The names that a place has now. The short one of a zone says what it is: 合肥高新区 counts as a full name."""
    yield PlaceName(place.name_zh, place.code, full=True)
    if place.level == Level.ZONE and place.short_zh.endswith(ZONE_ENDS) and place.short_zh != place.name_zh:
        yield PlaceName(place.short_zh, place.code, full=True)
    if place.level not in WITHOUT_SHORT_NAMES and place.short_zh != place.name_zh:
        yield PlaceName(place.short_zh, place.code, full=False)
