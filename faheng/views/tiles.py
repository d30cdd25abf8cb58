"""One indicator over the provinces, as a map of equal tiles with its words."""

from __future__ import annotations

from dataclasses import replace

from faheng.charts import notes
from faheng.charts.ranking_rows import by_value
from faheng.charts.shown import ChartFrame, Shown, Style
from faheng.charts.tiles import TileMap, tile_map
from faheng.charts.tiles_sentence import tiles_sentence, tiles_titles
from faheng.measures import Footing
from faheng.model import Level, Tile
from faheng.native.ranking import ranking_chart
from faheng.ranks import rank_ranges
from faheng.views.cached import records
from faheng.views.chart import ChartView
from faheng.views.spread import cells_of, level_values, shown_years
from faheng.views.tables import export_rows, table_rows
from faheng.views.view import AS_REPORTED, View

__all__ = ["LEAST_TILES", "provinces_compared", "tiles_view"]

# A map of fewer is mostly empty.
LEAST_TILES = 10


def provinces_compared(indicator: str, view: View, footing: Footing = AS_REPORTED) -> int:
    """Of how many provinces a value can be compared."""
    return len(level_values(indicator, Level.PROVINCE, _everywhere(view), footing))


def tiles_view(indicator: str, asked: Footing, page: View) -> ChartView | str:
    """The map with its words; a sentence where too few provinces can be compared."""
    view, say = _everywhere(page), page.say
    footing = asked.fitting(view.cells([indicator])[0])
    values = level_values(indicator, Level.PROVINCE, view, footing)
    view = shown_years(values, view)
    tiles = records(Tile, "pages/compare__tiles")
    cells = cells_of(indicator, [tile.locality_code for tile in tiles], view, footing)
    if len(values) < LEAST_TILES:
        return _too_few(len(values), cells[0].indicator, view)
    # The first two digits of every code of GB/T 2260, and of those made from it, are those of its province.
    shown = TileMap(tiles, {cell.locality_code: cell for cell in cells}, f"{view.ours[:2]}0000")
    held = [cell for cell in cells if cell.drawable]
    frame = ChartFrame(_title(cells[0].indicator, sorted({each.year for each in values}), view), _note(view),
                       notes.source_note(held, say))  # fmt: skip
    ordered = (*by_value(shown.comparable), *(cell for cell in cells if cell not in shown.comparable))
    return ChartView(
        frame=frame,
        paint=lambda around, look: tile_map(shown, around, Style(look, say)),
        rows=lambda: export_rows(ordered, view),
        sentence=tiles_sentence(shown, say),
        cells=ordered,
        table=table_rows(ordered, rank_ranges(ordered), view),
        native=lambda: ranking_chart(Shown(ordered, shown.home), say),
        titles=tiles_titles(shown, say),
    )


def _everywhere(view: View) -> View:
    """The view without its province: a map is of all of them."""
    return replace(view, selection=replace(view.selection, province=None))


def _too_few(held: int, name: str, view: View) -> str:
    say = view.say
    found = say.count(
        "One province can be compared by {indicator}: a tile map needs {least}.",
        "{n} provinces can be compared by {indicator}: a tile map needs {least}.",
        held, indicator=name, least=LEAST_TILES,
    )  # fmt: skip
    return say.pick("", " ").join((found, say("Choose “Ranking” as the chart, or another indicator or year.")))


def _title(name: str, years: list[int], view: View) -> str:
    if len(years) == 1:
        return view.say("{indicator} by province, {year}", indicator=name, year=years[0])
    return view.say("{indicator} by province, {first}–{last}", indicator=name, first=years[0], last=years[-1])


def _note(view: View) -> str:
    say = view.say
    drawn = say("Equal tiles, roughly as the provinces lie; the classes are parted by the quartiles.")
    return say.pick("", " ").join(filter(None, (view.span_note, drawn)))
