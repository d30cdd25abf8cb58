"""A chart as a view hands it on: the figure in any look, what it says around itself, its words and its table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import pandas as pd
import plotly.graph_objects as go

from faheng.charts.look import Look
from faheng.charts.shown import PHONE, ChartFrame
from faheng.model import Benchmark, Cell, Peers
from faheng.native.chart import NativeChart

__all__ = ["MOST_UNFOLDED", "ChartView"]

# Rows of a table that is still open beside its chart.
MOST_UNFOLDED = 12


@dataclass(frozen=True, eq=False)
class ChartView:
    """All that is known of one chart, made whole before any of it is shown; equal to itself alone.

    frame: what the page prints around the figure. paint: the figure in a frame and a look.
    alone: the frame of a figure that stands by itself, where it must say more than on the page; frame by default.
    rows: what the CSV holds, made on a click.
    cells: those that it is made from, without a value too; None for the coverage.
    benchmarks: the published values of its indicator, drawn or not.
    peers: of one indicator, where a group of peers is chosen.
    table: what stands beside the figure, in words; its rows are those of cells, but not where linked is False.
    native: the chart as office programs draw it, where that is not the ranking or the trend of the cells;
    it gives None where they cannot draw it.
    titles: what it shows in the words of a title, the fullest first; () where the cells say it as a ranking or a trend.
    """

    frame: ChartFrame
    paint: Callable[[ChartFrame, Look], go.Figure]
    rows: Callable[[], pd.DataFrame]
    sentence: str
    cells: tuple[Cell, ...] | None = None
    benchmarks: tuple[Benchmark, ...] = ()
    peers: tuple[Peers, ...] = ()
    table: pd.DataFrame | None = None
    alone: ChartFrame | None = None
    linked: bool = True
    native: Callable[[], NativeChart | None] | None = None
    titles: tuple[str, ...] = ()

    def draw(self, look: Look, *, framed: bool = False, width: int = PHONE, title: str = "") -> go.Figure:
        """The figure in a look, for a width in pixels. title: another than its own."""
        frame = self.alone or self.frame
        return self.paint(replace(frame, framed=framed, width=width, title=title or frame.title), look)
