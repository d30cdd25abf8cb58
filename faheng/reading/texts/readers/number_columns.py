"""The columns of numbers on a page: lines that end in numbers, as long as these stand below each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from faheng.reading.texts.readers.strips import LineStrip, StripLine

FEWEST_ROWS, FEWEST_ALONE = 2, 4
MOST_BETWEEN = 6  # lines between two rows of numbers: a header, a label of several lines
FARTHEST = 5.0  # heights between two lines of a table
WIDEST_HEAD = 8.0  # heights that the header of a single column may reach beyond its numbers
BEYOND = 0.8  # of the way between two columns


@dataclass
class NumberColumns:
    """Rows of numbers below each other. rows: their lines; spans: from where to where each column stands."""

    rows: list[int] = field(default_factory=list)
    spans: list[tuple[float, float]] = field(default_factory=list)

    def column(self, strip: LineStrip) -> int:
        """The column that a strip stands in, or the nearest one."""
        over = [strip.over(left, right) for left, right in self.spans]  # below zero: how far it stands off
        return over.index(max(over))

    def columns(self, strip: LineStrip) -> list[int]:
        """The columns that a strip stands over."""
        return [at for at, (left, right) in enumerate(self.spans) if strip.over(left, right) > 0]

    @property
    def is_table(self) -> bool:
        """Whether there are rows enough, or a single one of many numbers."""
        return bool(self.spans) and (len(self.rows) >= FEWEST_ROWS or len(self.spans) >= FEWEST_ALONE)

    def add_blank(self, heads: Sequence[LineStrip]) -> None:
        """Count in the columns that have a header and no number: not the rest of a header that stands over numbers."""
        over = [each for each in heads if self.columns(each)]
        for each in heads:
            is_rest = any(each.over(one.left, one.right) > 0 for one in over)
            if each.left > self.spans[0][1] and not self.columns(each) and not is_rest:
                self.spans = sorted([*self.spans, (each.left, each.right)])

    def margin(self, height: float) -> float:
        """How far a header may reach beyond the numbers of the last column: less than the way between two columns."""
        if len(self.spans) == 1:
            return WIDEST_HEAD * height
        one, two = (sum(each) / 2 for each in self.spans[-2:])
        return max(2 * height, BEYOND * (two - one))

    def takes(self, numbers: Sequence[LineStrip]) -> bool:
        """Whether numbers stand in these columns: none over two of them, most in one."""
        held = [len(self.columns(each)) for each in numbers]
        if not self.spans or is_one_dash(numbers):
            return True
        if held == [0]:  # a cell over several columns
            left, right = self.spans[0][0], self.spans[-1][1]
            return len(self.spans) > 1 and any(left <= (each.left + each.right) / 2 <= right for each in numbers)
        return max(held) <= 1 and 3 * sum(held) >= 2 * len(held)

    def add(self, row: int, numbers: Sequence[LineStrip]) -> None:
        """Count a row in."""
        self.rows.append(row)
        for each in numbers:
            over = self.columns(each)
            if over:
                left, right = self.spans[over[0]]
                self.spans[over[0]] = (min(left, each.left), max(right, each.right))
            elif len(numbers) > 1 or not (self.spans or each.is_dash):
                self.spans = sorted([*self.spans, (each.left, each.right)])


def number_columns(lines: Sequence[StripLine]) -> Iterator[NumberColumns]:
    """The stretches of lines whose numbers stand below each other."""
    found = NumberColumns()
    for at, line in enumerate(lines):
        if not line.numbers:
            continue
        if found.rows and not (goes_on(lines, found, at) and found.takes(line.numbers)):
            if found.is_table:
                yield found
            found = NumberColumns()
        found.add(at, line.numbers)
    if found.is_table:
        yield found


def goes_on(lines: Sequence[StripLine], found: NumberColumns, at: int) -> bool:
    """Whether nothing parts a row of numbers from the last one: no sentence, no room, not many lines."""
    last = found.rows[-1]
    near = all(one.middle - two.middle <= FARTHEST * two.height for one, two in pairwise(lines[last : at + 1]))
    return near and at - last <= MOST_BETWEEN + 1 and not any(line.is_prose for line in lines[last + 1 : at])


def is_one_dash(numbers: Sequence[LineStrip]) -> bool:
    """Whether a row has nothing but a dash, which may stand in any column."""
    return len(numbers) == 1 and numbers[0].is_dash
