"""The colours of the places in one figure, with the style that it is drawn in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from faheng.charts.look import Look, colours
from faheng.charts.shown import Style
from faheng.model import Cell
from faheng.words.catalogue import Words


@dataclass(frozen=True)
class Brush:
    """tones: the colour of each place by its code. ours: the code of our place."""

    tones: Mapping[str, str]
    ours: str
    style: Style

    @property
    def look(self) -> Look:
        """The colours of everything but the places."""
        return self.style.look

    @property
    def say(self) -> Words:
        """The language of the figure."""
        return self.style.say


def brush_for(cells: Iterable[Cell], ours: str, selected: Sequence[str], style: Style) -> Brush:
    """The brush for the places of these cells."""
    return Brush(colours([cell.locality_code for cell in cells], ours, selected, style.look), ours, style)
