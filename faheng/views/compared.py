"""Which chart a comparison is: places one by one, their distribution or map, or our place by all that compares."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from faheng.measures import Footing
from faheng.views.chart import ChartView
from faheng.views.comparison import comparison_view
from faheng.views.spine import MOST_ROWS, spine_rows, spine_view
from faheng.views.spread import LEAST_SPREAD, level_values, spread_view
from faheng.views.tiles import LEAST_TILES, provinces_compared, tiles_view
from faheng.views.view import View

__all__ = ["CHARTS", "RANKING", "OfferedChart", "chosen_chart", "compared_view", "offered_charts"]

Make = Callable[[str, Footing, View], ChartView | str]
RANKING = "ranking"
CHARTS: Mapping[str, Make] = {RANKING: comparison_view, "spread": spread_view, "tiles": tiles_view, "spine": spine_view}


def chosen_chart(view: View) -> str:
    """The chart that the address names; the ranking where it names none."""
    chosen = view.selection.own.get("chart", RANKING)
    return chosen if chosen in CHARTS else RANKING


def compared_view(indicator: str, footing: Footing, view: View) -> ChartView | str:
    """The chosen chart of one indicator, or a sentence in its place."""
    return CHARTS[chosen_chart(view)](indicator, footing, view)


@dataclass(frozen=True, slots=True)
class OfferedChart:
    """A chart that can be chosen. label: its name with how much it would show."""

    id: str
    label: str


def offered_charts(indicator: str, view: View) -> tuple[OfferedChart, ...]:
    """The charts that would have something to show; the one chosen is always among them."""
    say, own = view.say, view.cells([indicator])[0]
    places = len(level_values(indicator, own.level, view))
    rows = len(spine_rows(view))
    provinces = provinces_compared(indicator, view)
    enough = {
        RANKING: True, "spread": places >= LEAST_SPREAD, "tiles": provinces >= LEAST_TILES, "spine": rows > 0,
    }  # fmt: skip
    labels = (
        say("Ranking"),
        say("Distribution · {n} places", n=places),
        say("Tile map · {n} provinces", n=provinces),
        say("Among peers · {n} indicators", n=min(rows, MOST_ROWS)),
    )
    every = map(OfferedChart, enough, labels)
    return tuple(each for each in every if enough[each.id] or each.id == chosen_chart(view))
