"""What a chart takes: the cells that it shows, the frame that it stands in, and the style that it is drawn in."""

from __future__ import annotations

from dataclasses import dataclass

from faheng.charts.look import Look
from faheng.model import Benchmark, Cell, Peers, PlaceChange, Unit
from faheng.words.catalogue import Words
from faheng.words.values import units

# The narrowest width that a figure is drawn for, in pixels.
PHONE = 360


@dataclass(frozen=True, slots=True)
class Shown:
    """What is drawn. A ranking has one cell a place; a trend has one cell a place and year; there is at least one cell.

    cells: those without a value too. ours: the code of our place. selected: codes that get a colour of their own, in
    the order of their colours. peers: one for a ranking, one a year for a trend, none where no group is chosen.
    changes: what happened to the areas of the places, for a trend.
    """

    cells: tuple[Cell, ...]
    ours: str
    selected: tuple[str, ...] = ()
    benchmarks: tuple[Benchmark, ...] = ()
    peers: tuple[Peers, ...] = ()
    changes: tuple[PlaceChange, ...] = ()

    @property
    def unit(self) -> Unit:
        """The unit of the cells. KeyError where data/reference/units.csv does not hold it."""
        return units()[self.cells[0].unit]

    @property
    def rate(self) -> bool:
        """True where the cells are rates, whose axis need not begin at zero."""
        return self.cells[0].kind == "rate"

    @property
    def drawable(self) -> tuple[Cell, ...]:
        """The cells that have something to draw."""
        return tuple(cell for cell in self.cells if cell.drawable)


@dataclass(frozen=True, slots=True)
class ChartFrame:
    """What a figure says around its marks, and the room that it has.

    width: the narrowest width in pixels at which the figure must be read; wider is always fine. framed: with title,
    note and source inside the figure; a page prints these itself and asks for a figure without them.
    """

    title: str
    note: str = ""
    source: str = ""
    width: int = PHONE
    framed: bool = True


@dataclass(frozen=True, slots=True)
class Style:
    """The colours that a figure is drawn in, and the language that it speaks."""

    look: Look
    say: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeCoverage:
    """How many of the catalogue's indicators of a theme a report states. The fields are those of overview__coverage."""

    report_id: str
    locality_code: str
    locality: str
    year: int | None
    report_kind: str
    report_title: str
    theme: str
    theme_name: str
    reported: int
    catalogue: int
