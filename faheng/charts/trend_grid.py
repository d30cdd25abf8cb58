"""Where the panels of a trend stand, and their axes: shared years, a value axis each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from faheng.charts.frame import EDGE, SMALL_SIZE, TEXT_SIZE, axis
from faheng.charts.look import Look
from faheng.charts.measure import escaped, evenly_broken, text_px
from faheng.charts.panel import LINE_HEIGHT, Panel
from faheng.charts.panel_labels import BESIDE_NAMES, NAME_SIZE, name_lines
from faheng.charts.ranking_rows import BOLD
from faheng.charts.references import ReferenceLine
from faheng.charts.scale import Scale, covered, most_ticks
from faheng.charts.series import Series
from faheng.charts.sketch import Sketch
from faheng.model import Peers, Unit
from faheng.words.catalogue import Words
from faheng.words.values import PERCENT, plain

PLOT_HEIGHT, PANEL_HEIGHT, HEADING, YEARS_BAND = 250, 130, 28, 30
TWO_COLUMNS_FROM, THREE_COLUMNS_FROM = 640, 960
MOST_TICKED_YEARS = 15
_ABOVE, _BELOW_RATES, _YEAR_PX, _TICK_PX = 20, 14, 36, 16
_HEADING_LINE, _LEAST_LENGTH, _LEAST_NAME = 17, 110, 60


@dataclass(frozen=True)
class PanelPlan:
    """One panel before it is drawn: its series, references, unit, scale, heading ("" in a figure of one), and peers."""

    series: list[Series]
    levels: list[ReferenceLine]
    unit: Unit
    scale: Scale
    heading: str
    peers: tuple[Peers, ...] = ()

    @property
    def ticks(self) -> list[float]:
        """Round values for the axis; none of the panel's lies above the last."""
        return self._covered[1]

    @property
    def reach(self) -> Scale:
        """The scale, up to the last tick."""
        return self._covered[0]

    @property
    def _covered(self) -> tuple[Scale, list[float]]:
        return covered(self.scale, most_ticks(PANEL_HEIGHT if self.heading else PLOT_HEIGHT, _TICK_PX))

    @property
    def tick_texts(self) -> list[str]:
        """The ticks in words."""
        sign = "%" if self.unit.id == PERCENT else ""
        return [plain(each, 0 if each == int(each) else 1) + sign for each in self.ticks]


@dataclass(frozen=True)
class PanelGrid:
    """Panels in columns. Pixels are those at the narrowest width; left and right stand beside every panel."""

    count: int
    columns: int
    panel_height: float
    heading: float
    left: float
    right: float
    length: float
    years: tuple[float, float]

    @property
    def rows(self) -> int:
        """How many rows of panels there are."""
        return -(-self.count // self.columns)

    @property
    def height(self) -> float:
        """Height of all panels with their headings and the years between them."""
        return self.rows * (self.heading + self.panel_height) + (self.rows - 1) * YEARS_BAND

    def x_domain(self, i: int) -> tuple[float, float]:
        """The panel's place across, as shares of the plotting area."""
        gutter = self.left + self.right
        total = self.columns * self.length + (self.columns - 1) * gutter
        start = (i % self.columns) * (self.length + gutter)
        return start / total, (start + self.length) / total

    def y_domain(self, i: int) -> tuple[float, float]:
        """The panel's place upwards, as shares of the plotting area."""
        top = (i // self.columns) * (self.heading + self.panel_height + YEARS_BAND) + self.heading
        return 1 - (top + self.panel_height) / self.height, 1 - top / self.height


def grid_for(plans: Sequence[PanelPlan], named: Sequence[Series], width: float, say: Words) -> PanelGrid:
    """The grid that fits these panels and the names of these series at their line ends into a width."""
    single = len(plans) == 1 and not plans[0].heading
    columns = 1 if single or width < TWO_COLUMNS_FROM else 2 if width < THREE_COLUMNS_FROM else 3
    columns = min(columns, len(plans)) or 1
    left = EDGE + 12 + max((text_px(t, SMALL_SIZE) for plan in plans for t in plan.tick_texts), default=0)
    room = max(width / columns - left - BESIDE_NAMES - _LEAST_LENGTH, _LEAST_NAME)
    names = ("<br>".join(name_lines(series, say, room)) for series in named)
    right = BESIDE_NAMES + max((text_px(name, NAME_SIZE) for name in names), default=0)
    length = width / columns - left - right
    if single:
        return PanelGrid(len(plans), columns, PLOT_HEIGHT, 0, left, right, length, _years(plans))
    lines = max(len(heading_lines(plan.heading, width / columns)) for plan in plans)
    heading = HEADING + (lines - 1) * _HEADING_LINE
    return PanelGrid(len(plans), columns, PANEL_HEIGHT, heading, left, right, length, _years(plans))


def heading_lines(heading: str, width: float) -> list[str]:
    """The heading of a panel, in lines that a column of this width holds."""
    return evenly_broken(heading, width / BOLD - 2 * EDGE, TEXT_SIZE)


def add_axes(figure: Sketch, grid: PanelGrid, i: int, plan: PanelPlan, look: Look) -> Panel:
    """Add the axes and heading of one panel and say where it is."""
    suffix = "" if i == 0 else str(i + 1)
    x, y = f"x{suffix}", f"y{suffix}"
    below = 0 if plan.scale.low == 0 else _BELOW_RATES
    # labels of close reference lines are stacked upwards, above the highest one
    above = _ABOVE + max(0, len(plan.levels) - 1) * LINE_HEIGHT / 2
    y_range = plan.reach.padded(grid.panel_height, below, above)
    panel = Panel(x, y, grid.years, y_range, grid.length, grid.panel_height, grid.left, grid.right)
    at, words = _year_ticks(grid)
    figure.update_layout({
        f"xaxis{suffix}": axis(
            look, range=list(grid.years), domain=grid.x_domain(i), anchor=y, tickvals=at, ticktext=words, tickangle=0,
            showgrid=False, ticks="outside", ticklen=4, tickcolor=look.line, showline=True, linecolor=look.line,
        ),
        f"yaxis{suffix}": axis(
            look, range=list(y_range), domain=grid.y_domain(i), anchor=x, tickvals=plan.ticks, ticktext=plan.tick_texts,
            ticklabelstandoff=6,
        ),
    })  # fmt: skip
    if plan.heading:
        _add_heading(figure, grid, i, plan.heading, look)
    return panel


def _years(plans: Sequence[PanelPlan]) -> tuple[float, float]:
    points = [point for plan in plans for series in plan.series for point in series.points]
    edges = [edge for point in points for edge in (point.span or (point.x, point.x))]
    if not edges:
        return 0.0, 1.0
    return min(edges) - 0.4, max(edges) + 0.4


def _year_ticks(grid: PanelGrid) -> tuple[list[int], list[str]]:
    """Every year is ticked; where they would touch, every second or further one is labelled, counted from the last."""
    first, last = round(grid.years[0] + 0.4), round(grid.years[1] - 0.4)
    years = list(range(first, last + 1))
    room = grid.length / (grid.years[1] - grid.years[0])
    step = max(1, -(-_YEAR_PX // max(room, 1)))
    labels = [str(year) if (last - year) % step == 0 else "" for year in years]
    if len(years) <= MOST_TICKED_YEARS:
        return years, labels
    kept = [(year, label) for year, label in zip(years, labels, strict=True) if label]
    return [year for year, _ in kept], [label for _, label in kept]


def _add_heading(figure: Sketch, grid: PanelGrid, i: int, heading: str, look: Look) -> None:
    text = "<br>".join(map(escaped, heading_lines(heading, grid.left + grid.length + grid.right)))
    figure.add_annotation(
        text=f"<b>{text}</b>", align="left", x=grid.x_domain(i)[0], y=grid.y_domain(i)[1], xref="paper", yref="paper",
        xanchor="left", yanchor="bottom", xshift=EDGE - grid.left, yshift=4, showarrow=False, borderpad=0,
        font={"size": TEXT_SIZE, "color": look.ink},
    )  # fmt: skip
