"""localities.csv as it lies on disk: 42,000 lines of which a reading needs a few, so that none is taken apart before.

The bytes of the file are kept, with where each cell begins. What must hold of every line is asked of all lines at once,
by numpy; a file in which anything is unusual is read cell by cell instead, by those who tell faults (`ListedLines`).
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from io import StringIO
from pathlib import Path
from typing import NamedTuple, TypeAlias

import numpy as np
import numpy.typing as npt

from faheng.model import Level

__all__ = ["RANKS", "ListedLines", "PlaceLine", "PlaceLines", "SoundLines", "sound_lines"]

Whole: TypeAlias = npt.NDArray[np.int64]
# Places in a file, whose size the table of places will never reach.
Spot: TypeAlias = npt.NDArray[np.int32]

RANKS = {level.value: rank for rank, level in enumerate(Level)}
# Signs that no code and no name of a place has: where one stands the lines are read cell by cell.
STRANGE = (b" ", b"\t", b'"', b"\r", b"\0")
COMMA, LINE_END, ZERO, TEN = ord(","), ord("\n"), ord("0"), 10
CODE, NAME, LEVEL, PARENT = range(4)
COLUMNS = 4
# The longest codes of counties and of what contains them; those of townships have nine digits.
UPPER_DIGITS = 6
# A code is a number of at most so many digits; codes of other lengths are other numbers, 01 is not 1.
MOST_DIGITS = 15
# The two characters that a name begins with are the two halves of one number.
HALF = 32


class PlaceLine(NamedTuple):
    """One line of localities.csv."""

    code: str
    name: str
    level: str
    parent: str


class PlaceLines(Mapping[str, PlaceLine]):
    """The lines by code, in the order of the file."""

    @abstractmethod
    def beginning_with(self, pairs: Collection[str]) -> Iterator[PlaceLine]:
        """The lines whose names begin with one of these pairs of characters."""

    @property
    @abstractmethod
    def upper(self) -> Mapping[str, PlaceLine]:
        """The lines of counties and of what contains them."""

    @abstractmethod
    def names(self) -> Iterator[str]:
        """The full names, in the order of the lines."""


class ListedLines(PlaceLines):
    """Lines that were read cell by cell; of a code that stands twice the last."""

    def __init__(self, lines: Sequence[PlaceLine]) -> None:
        self._lines = {line.code: line for line in lines}

    def __getitem__(self, code: str) -> PlaceLine:
        return self._lines[code]

    def __iter__(self) -> Iterator[str]:
        return iter(self._lines)

    def __len__(self) -> int:
        return len(self._lines)

    def beginning_with(self, pairs: Collection[str]) -> Iterator[PlaceLine]:
        """Each line is looked at."""
        return (line for line in self._lines.values() if line.name[:2] in pairs)

    @property
    def upper(self) -> Mapping[str, PlaceLine]:
        """Looked up anew each time."""
        return {code: line for code, line in self._lines.items() if line.level != Level.TOWNSHIP}

    def names(self) -> Iterator[str]:
        """The full names."""
        return (line.name for line in self._lines.values())


@dataclass(frozen=True, eq=False)
class SoundLines(PlaceLines):
    """The lines of a file without a fault.

    starts: for each line where its four cells begin, and where the next line does. numbers: the codes as numbers in
    ascending order, with the place of each in `order`. taken: all lines, once somebody has walked over them.
    """

    content: bytes
    starts: Spot
    numbers: Whole
    order: Spot
    taken: dict[str, PlaceLine] = field(default_factory=dict)

    def __getitem__(self, code: str) -> PlaceLine:
        known = self.taken or self.upper
        if len(code) <= UPPER_DIGITS or self.taken:
            return known[code]
        place = self._place(code)
        if place is None:
            raise KeyError(code)
        return self._at(place)

    def __contains__(self, code: object) -> bool:
        if not isinstance(code, str):
            return False
        return code in self.upper if len(code) <= UPPER_DIGITS else self._place(code) is not None

    def __iter__(self) -> Iterator[str]:
        if not self.taken:
            cells = self.content[int(self.starts[0, CODE]) : -1].decode().replace("\n", ",").split(",")
            lines = map(PlaceLine, *(cells[column::COLUMNS] for column in range(COLUMNS)))
            self.taken.update((line.code, line) for line in lines)
        return iter(self.taken)

    def __len__(self) -> int:
        return len(self.starts)

    def names(self) -> Iterator[str]:
        """The full names."""
        return (name[:-1] for name in StringIO(self._spelt))

    def beginning_with(self, pairs: Collection[str]) -> Iterator[PlaceLine]:
        """The pairs are looked up in the sorted beginnings of the names, all at once."""
        first, second = code_points("".join(pairs)).reshape(-1, 2).T
        sought = first << HALF | second
        begun, order = self._by_beginning
        start, end = np.searchsorted(begun, sought), np.searchsorted(begun, sought, "right")
        found = np.flatnonzero(start < end)
        return (
            self._at(place)
            for low, high in zip(start[found].tolist(), end[found].tolist(), strict=True)
            for place in order[low:high].tolist()
        )

    def _at(self, place: int) -> PlaceLine:
        """The line at a place of the file, the first one behind the header is 0."""
        code, name, level, parent, end = self.starts[place].tolist()
        cells = ((code, name), (name, level), (level, parent), (parent, end))
        return PlaceLine(*(self.content[start : behind - 1].decode() for start, behind in cells))

    def _place(self, code: str) -> int | None:
        """Where the line of a code stands."""
        if not (code.isascii() and code.isdigit() and len(code) <= MOST_DIGITS):
            return None
        number = int(code) * (MOST_DIGITS + 1) + len(code)
        at = int(self.numbers.searchsorted(number))
        return int(self.order[at]) if at < len(self.numbers) and self.numbers[at] == number else None

    @cached_property
    def upper(self) -> Mapping[str, PlaceLine]:
        """The lines of counties and of what contains them: few, and asked for again and again."""
        places = np.sort(self.order[self.numbers % (MOST_DIGITS + 1) <= UPPER_DIGITS])
        lines = map(self._at, places.tolist())
        return {line.code: line for line in lines}

    @cached_property
    def _spelt(self) -> str:
        """The names, each with a line end behind it."""
        marks = np.zeros(len(self.content) + 1, np.int8)
        marks[self.starts[:, NAME]] += 1
        marks[self.starts[:, LEVEL]] -= 1
        inside = np.cumsum(marks[:-1], dtype=np.int8) > 0
        return np.frombuffer(self.content, np.uint8)[inside].tobytes().decode().replace(",", "\n")

    @cached_property
    def _by_beginning(self) -> tuple[Whole, Spot]:
        """The first two characters of each name as one number, in ascending order, and the place of each."""
        codes = code_points(self._spelt)
        first = np.concatenate(([0], np.flatnonzero(codes == LINE_END)[:-1] + 1))
        begun = codes[first] << HALF | codes[first + 1]
        order = np.argsort(begun, kind="stable").astype(np.int32)
        return begun[order], order


def code_points(text: str) -> Whole:
    """The code points of a text."""
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), "<u4").astype(np.int64)


def sound_lines(path: Path, header: tuple[str, ...]) -> SoundLines | None:
    """The lines of a file that has no fault; None for any other, whose faults read_csv and its rows tell."""
    try:
        content = path.read_bytes()
        content.decode()
    except (OSError, UnicodeDecodeError):
        return None
    first = (",".join(header) + "\n").encode()
    if not content.startswith(first) or any(sign in content for sign in STRANGE):
        return None
    content = content if content.endswith(b"\n") else content + b"\n"
    starts = starts_of(content, len(first))
    if starts is None:
        return None
    numbers, parents = (numbers_of(content, starts[:, at], starts[:, at + 1] - 1) for at in (CODE, PARENT))
    order = np.argsort(numbers, kind="stable").astype(np.int32)
    held = numbers[order]
    ranks = ranks_of(content, starts)
    # What contains a place is of a higher level, and stands in the file; only the country lies in nothing.
    at = np.minimum(np.searchsorted(held, parents), len(held) - 1)
    above = np.where(held[at] == parents, ranks[order[at]], len(RANKS))
    contained = np.where(parents == 0, ranks == RANKS[Level.COUNTRY], above < ranks)
    named = starts[:, LEVEL] - starts[:, NAME] > 1
    sound = bool((np.diff(held) > 0).all() and (numbers > 0).all() and (ranks >= 0).all() and (contained & named).all())
    return SoundLines(content, starts, held, order) if sound else None


def starts_of(content: bytes, behind: int) -> Spot | None:
    """Where the cells of each line begin, and where the next line does; None where a line has not four cells."""
    signs = np.frombuffer(content, np.uint8)[behind:]
    parted = np.flatnonzero((signs == COMMA) | (signs == LINE_END))
    if not len(parted) or len(parted) % COLUMNS:
        return None
    ends = parted.reshape(-1, COLUMNS)
    if (signs[ends] != [COMMA, COMMA, COMMA, LINE_END]).any():
        return None
    first = np.concatenate(([0], ends[:-1, -1] + 1))
    starts: Spot = (np.column_stack((first, ends + 1)) + behind).astype(np.int32)
    return starts


def numbers_of(content: bytes, starts: Spot, ends: Spot) -> Whole:
    """The codes that stand there, each as a number that no other code has; 0 for an empty cell, -1 for no code."""
    signs, lengths = np.frombuffer(content, np.uint8), ends - starts
    found = np.zeros(len(starts), np.int64)
    sound = lengths <= MOST_DIGITS
    for at in range(min(int(lengths.max()), MOST_DIGITS)):
        inside = lengths > at
        digits = signs[np.where(inside, starts + at, 0)].astype(np.int64) - ZERO
        sound &= ~inside | ((digits >= 0) & (digits < TEN))
        found = np.where(inside, found * TEN + digits, found)
    return np.where(sound, found * (MOST_DIGITS + 1) + lengths, -1)


def ranks_of(content: bytes, starts: Spot) -> Whole:
    """The rank of each line's level, -1 for an unknown one."""
    signs, lengths = np.frombuffer(content, np.uint8), starts[:, PARENT] - starts[:, LEVEL] - 1
    found = np.full(len(starts), -1, np.int64)
    for level, rank in RANKS.items():
        fit = np.flatnonzero(lengths == len(level))
        spelt = signs[starts[fit, LEVEL][:, None] + np.arange(len(level))]
        found[fit[(spelt == np.frombuffer(level.encode(), np.uint8)).all(axis=1)]] = rank
    return found
