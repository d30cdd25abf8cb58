"""A chart as an office program draws it by itself: categories, series of numbers, and what their marks say.

Percentages are whole ones here (72.7), as in the store; the files hold them as fractions under a percent format.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["bar", "dot", "line"]
Shape = Literal["circle", "square", "diamond", "none"]


@dataclass(frozen=True)
class NativeMark:
    """One value of a series. text: the value as a page prints it. shown: whether the text stands at the mark.

    hollow: no report states it outright, or it may not be compared. low and high: its 95% interval.
    """

    value: float
    text: str
    colour: str
    hollow: bool = False
    low: float | None = None
    high: float | None = None
    shown: bool = True
    bold: bool = False


@dataclass(frozen=True)
class NativeSeries:
    """A mark for each category, or None: a gap, never 0.

    shape: of all its marks, because an office program knows no other for a single one; "none" for a line alone.
    dash: how a joined line is broken, in the words of DrawingML ("dash", "sysDot"). in_key: whether the key names it.
    """

    name: str
    colour: str
    marks: tuple[NativeMark | None, ...]
    shape: Shape = "circle"
    joined: bool = False
    dash: str = ""
    in_key: bool = True

    @property
    def lined(self) -> bool:
        """Whether a line is drawn: one that joins a single mark to nothing would only colour it."""
        return self.joined and sum(mark is not None for mark in self.marks) > 1


@dataclass(frozen=True)
class NativeChart:
    """bar: horizontal, the first category on top. dot: marks above their categories. line: years from left to right.

    low, high, step: the axis of values. format: that of the numbers, as spreadsheets write it ("0.0%").
    left_out: one sentence on what the chart leaves out, "" where it shows everything. key: what each shape means, where
    there are several ("◇ implied by a growth"). title: of a panel among others.
    """

    kind: Kind
    categories: tuple[str, ...]
    series: tuple[NativeSeries, ...]
    percent: bool
    low: float
    high: float
    step: float
    format: str
    left_out: str = ""
    key: tuple[str, ...] = ()
    title: str = ""
    alt: str = field(default="", compare=False)

    def __post_init__(self) -> None:
        """ValueError for a series that does not have a mark or a gap for each category."""
        for each in self.series:
            if len(each.marks) != len(self.categories):
                raise ValueError(f"{each.name}: {len(each.marks)} marks for {len(self.categories)} categories")

    def stored(self, value: float) -> float:
        """The number as a file holds it: 72.7 of a rate is 0.727."""
        # ten places are more than any report prints, and keep 72.7 / 100 from becoming 0.7270000000000001
        return round(value / 100, 10) if self.percent else value
