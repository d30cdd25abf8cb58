"""One indicator over all comparable places of our level, as a distribution with its words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from faheng.charts import notes
from faheng.charts.ranking_rows import by_value
from faheng.charts.shown import PHONE, ChartFrame, Style
from faheng.charts.spread import MOST_DOTS, bin_text, is_strip, spread
from faheng.charts.spread_of import Spread, bins_of
from faheng.charts.spread_sentence import spread_sentence, spread_titles
from faheng.measures import Footing
from faheng.model import Cell, PlaceValue
from faheng.native.spread import spread_chart
from faheng.ranks import rank_ranges
from faheng.views.cached import AskedCells, cells, records
from faheng.views.chart import ChartView
from faheng.views.tables import export_rows, table_rows
from faheng.views.view import AS_REPORTED, View
from faheng.views.years import LEAST_COMPARABLE

__all__ = ["LEAST_SPREAD", "cells_of", "level_values", "shown_years", "spread_view"]

# Fewer are better seen one by one, in the ranking.
LEAST_SPREAD = 10


def level_values(indicator: str, level: str, view: View, footing: Footing = AS_REPORTED) -> tuple[PlaceValue, ...]:
    """The comparable values of a level as the selection has years and province, from the least to the greatest.

    Where it names no year, those of the year in which most places are comparable.
    """
    selection = view.selection
    found = records(
        PlaceValue, "pages/compare__spread", indicator=indicator, level=level, locality=view.ours,
        year=view.years and view.years[0], span=view.span, most=selection.which != "latest", least=LEAST_COMPARABLE,
        province=selection.province, per_residents=footing.per_residents, per_year=footing.per_year,
        language=view.language,
    )  # fmt: skip
    return tuple(sorted(found, key=lambda each: (each.value, each.locality_code)))


def shown_years(values: Sequence[PlaceValue], view: View) -> View:
    """The view of the one year that the values are of; as it is where they are of several."""
    years = {each.year for each in values}
    if len(years) != 1 or view.span is not None:
        return view
    (year,) = years
    return replace(view, selection=replace(view.selection, years=(year, year), which=""))


def spread_view(indicator: str, asked: Footing, view: View) -> ChartView | str:
    """The distribution with its words; a sentence where too few places can be compared."""
    footing = asked.fitting(view.cells([indicator])[0])
    own = cells_of(indicator, [view.ours], view, footing)[0]
    values = level_values(indicator, own.level, view, footing)
    if len(values) < LEAST_SPREAD:
        return _too_few(len(values), own.indicator, view)
    view = shown_years(values, view)
    shown = _shown(indicator, values, view, footing)
    sources = notes.source_note(shown.cells or (shown.own,), view.say)
    frame = ChartFrame(_title(shown, view), _note(view), sources)
    return _chart(shown, frame, view)


def _shown(indicator: str, values: tuple[PlaceValue, ...], view: View, footing: Footing) -> Spread:
    own = cells_of(indicator, [view.ours], view, footing)[0]
    lines = footing.benchmarks(view.benchmarks([indicator], [view.ours]))
    shown = Spread(values, own, (), lines)
    if len(values) > MOST_DOTS:
        return shown
    cells = cells_of(indicator, [each.locality_code for each in values], view, footing)
    return replace(shown, cells=cells)


def cells_of(indicator: str, places: Sequence[str], view: View, footing: Footing) -> tuple[Cell, ...]:
    """The cells of one indicator in these places: many places would be too much with the whole catalogue."""
    return footing.of(cells(AskedCells(tuple(places), (indicator,), view.language, view.asked_years)))


def _too_few(held: int, name: str, view: View) -> str:
    """Why there is no distribution, and what to do."""
    say = view.say
    found = say.count(
        "One place of this level can be compared by {indicator}: a distribution needs {least}.",
        "{n} places of this level can be compared by {indicator}: a distribution needs {least}.",
        held, indicator=name, least=LEAST_SPREAD,
    )  # fmt: skip
    return say.pick("", " ").join((found, say("Choose “Ranking” as the chart, or another indicator or year.")))


def _title(shown: Spread, view: View) -> str:
    years = {each.year for each in shown.values}
    named = {"indicator": shown.own.indicator, "n": len(shown.values)}
    if len(years) == 1:
        return view.say("{indicator} over {n} places of one level, {year}", year=min(years), **named)
    return view.say("{indicator} over {n} places of one level, {first}–{last}",
                    first=min(years), last=max(years), **named)  # fmt: skip


def _note(view: View) -> str:
    """Which values these are, and how median and quartiles are to be read."""
    say = view.say
    which = say("Only comparable values; the band is the middle half of the places.")
    return say.pick("", " ").join(filter(None, (view.span_note, which)))


def _chart(shown: Spread, frame: ChartFrame, view: View) -> ChartView:
    say, cells = view.say, tuple(by_value(shown.cells))
    strip = bool(cells) and is_strip(shown, PHONE)
    return ChartView(
        frame=frame,
        paint=lambda around, look: spread(shown, around, Style(look, say)),
        rows=lambda: export_rows(cells, view) if cells else _classes(shown, view),
        sentence=spread_sentence(shown, say),
        cells=cells if strip else (shown.own,),
        benchmarks=shown.benchmarks,
        table=table_rows(cells, rank_ranges(cells), view) if strip else _classes(shown, view),
        linked=strip,
        native=lambda: spread_chart(shown, say),
        titles=spread_titles(shown, say),
    )


def _classes(shown: Spread, view: View) -> pd.DataFrame:
    """The classes with how many places stand in each."""
    say, bins = view.say, bins_of(shown.values)
    return pd.DataFrame(
        {
            say("Value"): [bin_text(one, shown, say) for one in bins],
            say("Places"): [str(len(one.values)) for one in bins],
        }
    )
