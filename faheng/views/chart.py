"""A chart as a view hands it on: the figure in any look, what it says around itself, its words and its table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache

import pandas as pd
import plotly.graph_objects as go

from faheng.charts.look import Look

__all__ = ["MOST_UNFOLDED", "ChartView", "Frame"]

# Rows of a table that is still open beside its chart.
MOST_UNFOLDED = 12


@dataclass(frozen=True)
class Frame:
    """What a figure says around its marks: the page prints it, and a downloaded picture carries it."""

    title: str
    note: str
    source: str


@dataclass(frozen=True)
class ChartView:
    """All that is known of one chart, made whole before any of it is shown.

    draw: the figure in a look, without its frame and as narrow as a phone, unless `framed` and `width` say otherwise;
    also takes another `title`. In a frame it says itself what the page says below it.
    figure: the one without a frame; drawn once for each look.
    rows: what the CSV holds, made on a click.
    cells: the rows of shared__cells that it is made from, those without a value too; None for the coverage.
    benchmarks: the published values of its indicator, drawn or not.
    peers: rows of shared__peers, where a group of peers is chosen.
    table: what stands beside the figure, in words; its rows are those of cells.
    """

    frame: Frame
    draw: Callable[..., go.Figure]
    rows: Callable[[], pd.DataFrame]
    sentence: str
    cells: pd.DataFrame | None = None
    benchmarks: pd.DataFrame | None = None
    peers: pd.DataFrame | None = None
    table: pd.DataFrame | None = None
    figure: Callable[[Look], go.Figure] = field(init=False)

    def __post_init__(self) -> None:
        """Remember what was drawn, for as long as the view itself is kept."""
        object.__setattr__(self, "figure", lru_cache(maxsize=2)(self.draw))
