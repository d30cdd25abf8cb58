"""Slips of paper behind texts: they hide the grid and the lines across a figure, never a mark or the line of a place.

A band of peers is drawn over them, so that it has no holes: it is translucent, and whoever draws it does so last.
"""

from __future__ import annotations

from dataclasses import dataclass

from faheng.charts.references import OVER_GRID
from faheng.charts.sketch import Sketch

__all__ = ["Slip", "add_slip"]


@dataclass(frozen=True, slots=True)
class Slip:
    """Pixels to the right and upwards from a point: from left to right, from low to high."""

    left: float
    right: float
    low: float
    high: float


def add_slip(figure: Sketch, axes: tuple[str, str], at: tuple[float, float], slip: Slip, paper: str) -> None:
    """Lay a slip at a point of the axes (their names, "x" and "y")."""
    figure.add_shape(
        type="rect", xref=axes[0], yref=axes[1], xsizemode="pixel", ysizemode="pixel", xanchor=at[0], yanchor=at[1],
        x0=slip.left, x1=slip.right, y0=slip.low, y1=slip.high, fillcolor=paper, line={"width": 0}, layer=OVER_GRID,
    )  # fmt: skip
