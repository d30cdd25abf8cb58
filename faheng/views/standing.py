"""What the value of our place is set against in words: its peers, and what it was the year before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from faheng.charts.standing import Background, ranking_sentence
from faheng.measures import Footing
from faheng.model import Benchmark, Cell
from faheng.views.view import AS_REPORTED, View

__all__ = ["background", "standing"]


def standing(
    cells: Sequence[Cell], lines: Sequence[Benchmark], view: View, footing: Footing = AS_REPORTED, *,
    whole_level: bool = False,
) -> str:  # fmt: skip
    """Where our place stands on the one indicator of the cells, in a sentence.

    whole_level: its place is told among all peers, where enough of them compare, not among the places of the cells.
    """
    own = next((cell for cell in cells if cell.locality_code == view.ours), None)
    behind = background(own, view, footing) if own and own.comparable else Background()
    behind = replace(behind, whole_level=whole_level)
    return ranking_sentence(cells, lines, view.ours, view.say, home=view.home, background=behind)


def background(own: Cell, view: View, footing: Footing = AS_REPORTED) -> Background:
    """The peers of our place and its year before, for the indicator of its own cell and on the same footing."""
    alone = replace(view, places=(view.ours,))
    years = [own.year - 1] if own.year is not None else []
    history = footing.of(alone.cells([own.indicator_id], years=years, footing=footing)) if years else ()
    return Background(view.peers(own.indicator_id, footing=footing), history, alone.changes)
