"""The places that a comparison sets beside ours where the reader has named none."""

from __future__ import annotations

from dataclasses import replace

from faheng.views.cached import column
from faheng.views.view import MOST_PLACES, View, lesson
from faheng.views.years import LEAST_COMPARABLE

__all__ = ["among_peers"]


def among_peers(view: View, indicator: str) -> View:
    """The view with those places beside ours that can best be compared with it by this indicator.

    What the reader set beside it stays, and so does the example with what it teaches.
    """
    selection = view.selection
    filtered = selection.place or selection.province or selection.level
    taught = None if filtered else lesson(view.ours)
    if selection.beside or (taught and taught.indicator == indicator):
        return view
    others = column(
        "pages/compare__peers", locality=view.ours, indicator=indicator, province=selection.province,
        level=selection.level, least=LEAST_COMPARABLE, limit=MOST_PLACES - 1,
    )  # fmt: skip
    return replace(view, places=(view.ours, *others))
