"""What names each row of a table without lines: its label, in one or more columns, and a name beside several rows."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from faheng.reading.texts.readers.strips import STRIP_GAP, LineStrip
from faheng.reading.texts.table import GridEntry

USUAL = 0.6  # of the rows: so many have as many labels as the table has columns of them
BELOW = 1.6  # heights: lines so near are of one cell
NAMES_AND_LABELS = 2  # columns
BESIDE = 0.6  # heights that a merged cell's middle may be off the middle of its rows
# table_headers.csv: a row with it is not read.
SEVERAL = "；"
NUMBERED = re.compile(
    r"(?P<chapter>[一二三四五六七八九十]{1,3}、)|(?P<part>[(（][一二三四五六七八九十\d]{1,3}[)）])|(?P<point>\d{1,2}[.、．])|其中"
)


@dataclass(frozen=True)
class LabelledRow:
    """A row of numbers: how high it stands and is, and what stands before its numbers."""

    middle: float
    height: float
    labels: list[LineStrip]


@dataclass
class NamedRow:
    """The cells before the numbers of a row, and where each begins.

    beside: the cell that also names rows below, and how many rows it takes; 0 for one that begins further up.
    """

    middle: float
    height: float
    cells: list[str] = field(default_factory=list)
    lefts: list[float] = field(default_factory=list)
    parts: list[LineStrip] = field(default_factory=list)  # lines of a label that has none beside its numbers
    beside: tuple[str, int] | None = None

    @property
    def reach(self) -> tuple[float, float]:
        """How high its first line stands, and how low its last one."""
        lines = [self.middle, *(each.middle for each in self.parts)]
        return max(lines), min(lines)

    def begins_behind(self, edge: float) -> bool:
        """Whether its label stands to the right of a place."""
        return bool(self.lefts) and self.lefts[0] > edge

    def entries(self, wide: int) -> Iterator[GridEntry]:
        """The cells as entries of so many columns: a single one spans them."""
        if self.beside:
            if self.beside[1]:
                yield GridEntry(self.beside[0], self.beside[1])
            yield GridEntry("".join(self.cells), 1, wide - 1)
        elif len(self.cells) == 1:
            yield GridEntry(self.cells[0], 1, wide)
        elif wide:
            yield from map(GridEntry, [*self.cells, *[""] * (wide - len(self.cells))])


def row_labels(rows: Sequence[LabelledRow], beside: Sequence[LineStrip]) -> list[NamedRow]:
    """The labels of rows. beside: strips of lines without numbers that end before the numbers."""
    usual = Counter(len(row.labels) for row in rows)
    wide, often = max(usual.items(), key=lambda each: each[1])
    labels = [NamedRow(row.middle, row.height) for row in rows]
    if wide > 1 and often >= USUAL * len(rows):
        in_columns(rows, labels, wide)
        for strip in beside:
            add_rest(nearest(labels, strip), strip)
        return labels
    merged: list[LineStrip] = []
    edge = end_of_names(rows, beside)
    for row, label in zip(rows, labels, strict=True):
        own = [each for each in row.labels if each.left > edge][-1:]
        label.cells, label.lefts = [each.text for each in own], [each.left for each in own]
        merged += [each for each in row.labels if each not in own]
    for strip in beside:
        near = nearest(labels, strip)
        if strip.left > edge and (edge > 0 or is_rest(near, strip)):
            add_rest(near, strip)
        else:
            merged.append(strip)
    for label in labels:
        settle(label)
    if merged:
        deal(labels, merged)
    return labels


def end_of_names(rows: Sequence[LabelledRow], beside: Sequence[LineStrip]) -> float:
    """Where a column of names ends, beside which each row has a label of its own; 0 where nothing shows one.

    Lines of names and of labels may stand beside each other then. Numbered labels show their levels by their numbers.
    """
    strips = sorted([*beside, *(each for row in rows for each in row.labels)], key=lambda each: each.left)
    columns: list[list[LineStrip]] = []
    right = 0.0
    for each in strips:
        if not columns or each.left - right > STRIP_GAP * each.glyphs[0].height:
            columns.append([])
        columns[-1].append(each)
        right = max(right, each.right)
    if len(columns) != NAMES_AND_LABELS or any(NUMBERED.match(each.text) for each in strips):
        return 0.0
    names, own = columns
    labelled = [any(abs(each.middle - row.middle) <= BELOW * row.height for each in own) for row in rows]
    return max(each.right for each in names) if all(labelled) else 0.0


def in_columns(rows: Sequence[LabelledRow], labels: Sequence[NamedRow], wide: int) -> None:
    """Give each row its labels by the columns that the full rows show."""
    full = [row.labels for row in rows if len(row.labels) == wide]
    spans = [(min(row[at].left for row in full), max(row[at].right for row in full)) for at in range(wide)]
    for row, label in zip(rows, labels, strict=True):
        label.cells, label.lefts = [""] * wide, [left for left, _ in spans]
        for number, strip in enumerate(row.labels):
            over = [strip.over(left, right) for left, right in spans]
            column = number if len(row.labels) == wide else over.index(max(over))
            label.cells[column] += strip.text


def nearest(labels: Sequence[NamedRow], strip: LineStrip) -> NamedRow:
    """The row that a strip stands nearest to; of two alike the one without a label, else the upper one."""
    return min(labels, key=lambda each: (round(abs(each.middle - strip.middle), 1), bool("".join(each.cells))))


def is_rest(label: NamedRow, strip: LineStrip) -> bool:
    """Whether a strip is a line of a row's label: of one that has none beside its numbers, or the rest of its own."""
    near = abs(label.middle - strip.middle)
    if not label.cells:
        return near <= BELOW * label.height
    begins = abs(strip.left - label.lefts[-1]) <= 2 * label.height
    return begins and near <= BELOW * label.height and strip.middle < label.middle and not NUMBERED.match(strip.text)


def add_rest(label: NamedRow, strip: LineStrip) -> None:
    """Note a line of a label."""
    if len(label.cells) > 1:
        at = max((at for at, left in enumerate(label.lefts) if left <= strip.right), default=0)
        above = strip.middle > label.middle
        label.cells[at] = strip.text + label.cells[at] if above else label.cells[at] + strip.text
    else:
        label.parts.append(strip)


def settle(label: NamedRow) -> None:
    """Join the lines of a label from the top down."""
    above = "".join(each.text for each in label.parts if each.middle > label.middle)
    below = "".join(each.text for each in label.parts if each.middle <= label.middle)
    if above or below:
        label.cells = [above + "".join(label.cells) + below]
        label.lefts = label.lefts or [min(each.left for each in label.parts)]


def deal(labels: Sequence[NamedRow], merged: Sequence[LineStrip]) -> None:
    """Give the rows beside merged cells the names of these.

    Where the middles of the cells part the rows, each row gets its own name, else all of them with a sign that no
    name has.
    """
    edge = max(each.right for each in merged)
    cells = joined(merged)
    told: list[tuple[float, str]] = []
    levels = {level(text) for _, text in cells} - {""}
    for inside, group in groupby(
        labels, key=lambda each: each.begins_behind(edge) and level(each.cells[0]) not in levels
    ):
        run = list(group)
        if not inside:
            continue
        top, bottom = run[0].middle + run[0].height, run[-1].middle - run[-1].height
        own = [(middle, text) for middle, text in cells if bottom <= middle <= top]
        if not own:
            continue
        told += own
        taken = tiled(run, own)
        names = [text for _, text in own] if taken else ["".join(text + SEVERAL for _, text in own)]
        firsts = [
            (name, rows if at == 0 else 0)
            for name, rows in zip(names, taken or [len(run)], strict=True)
            for at in range(rows)
        ]
        for label, first in zip(run, firsts, strict=True):
            label.beside = first
    for middle, text in (each for each in cells if each not in told):
        # Beside no row: nobody knows what it names, so that the row nearest to it is not read.
        near = min(labels, key=lambda each: abs(each.middle - middle))
        near.cells = ["".join([text, SEVERAL, *near.cells])]


def level(text: str) -> str:
    """How a name is numbered: chapter (一、), part (（一）), point (1.) or "": one beside rows is above them in it."""
    found = NUMBERED.match(text)
    return (found.lastgroup or "") if found else ""


def joined(strips: Sequence[LineStrip]) -> list[tuple[float, str]]:
    """The merged cells with their middles: lines right below each other are of one."""
    found: list[list[LineStrip]] = []
    for strip in sorted(strips, key=lambda each: -each.middle):
        height = strip.glyphs[0].height
        last = found[-1][-1] if found else None
        if last is not None and last.middle - strip.middle <= BELOW * height and not NUMBERED.match(strip.text):
            found[-1].append(strip)
        else:
            found.append([strip])
    return [((cell[0].middle + cell[-1].middle) / 2, "".join(each.text for each in cell)) for cell in found]


def tiled(run: Sequence[NamedRow], cells: Sequence[tuple[float, str]]) -> list[int]:
    """The rows of each cell where cells, each in the middle of its rows, take the rows one after the other; else []."""
    taken: list[int] = []
    for middle, _ in cells:
        first = sum(taken)
        last = next(
            (at for at in range(first, len(run))
             if abs((run[first].reach[0] + run[at].reach[1]) / 2 - middle) <= BESIDE * run[at].height / 2), None
        )  # fmt: skip
        if last is None:
            return []
        taken.append(last - first + 1)
    return taken if sum(taken) == len(run) else []
