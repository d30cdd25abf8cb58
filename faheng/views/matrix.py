"""The matrix of the overview: which indicators it has, and which places stand beside ours where nobody chose them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from faheng.views.cached import column
from faheng.views.profile import PlaceProfile
from faheng.views.view import LEAST_BESIDE, MOST_PLACES, View

__all__ = ["matrix_indicators", "matrix_view"]

# Beside the headlines a leader reads a few rows more, each with others to compare with.
MOST_MORE, LEAST_COMPARABLE = 4, 3


def matrix_view(view: View) -> View:
    """The view with the places that ours can be compared with in most, where its reader has chosen none."""
    chosen = view.selection
    if chosen.beside or chosen.level or chosen.province:
        return view
    beside = column("pages/overview__beside", locality=view.ours, limit=MOST_PLACES - 1)
    return replace(view, places=(view.ours, *beside)) if len(beside) >= LEAST_BESIDE else view


def matrix_indicators(headlines: Sequence[str], shown: PlaceProfile, view: View) -> list[str]:
    """The headlines, then what our place states in which most of the places shown may be compared with it."""
    own = [line.cell.indicator_id for line in shown.lines if line.cell.comparable]
    cells = view.cells([each for each in own if each not in headlines])
    comparable = Counter(cell.indicator_id for cell in cells if cell.comparable)
    more = [each for each, places in comparable.most_common(MOST_MORE) if places >= LEAST_COMPARABLE]
    return [*headlines, *more]
