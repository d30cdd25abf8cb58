"""The provinces as equal tiles, roughly as they lie, coloured by value: no areas, no distances, no borders."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from faheng.charts import marks
from faheng.charts.frame import EDGE, Margins, add_frame, axis, texts_for
from faheng.charts.look import Look, contrast, mix
from faheng.charts.measure import escaped, text_px, wrapped
from faheng.charts.ranking_rows import BELOW_SIZE, NAME_SIZE
from faheng.charts.shown import ChartFrame, Style
from faheng.charts.sketch import Sketch
from faheng.charts.spread_of import quartiles_of
from faheng.model import Cell, Tile, Unit
from faheng.words.catalogue import Words
from faheng.words.periods import cell_period_text
from faheng.words.values import Amount, cell_text, cell_value_text, interval_text, units, value_text
from faheng.words.verdicts import verdict_sentences

__all__ = ["CLASSES", "TileMap", "class_of", "classes_text", "tile_map"]

TILE, _GAP = 52, 0.06
_LEGEND_LINE, _SWATCH = 17, 11
# How much of the accent each class has, from the lowest values to the highest; on each either ink or paper is read.
CLASSES = (0.12, 0.32, 0.52, 0.9)


@dataclass(frozen=True, eq=False)
class TileMap:
    """tiles: the field of each province. cells: what each says of the one indicator, one a tile, some comparable.

    home: the province that is ours, or in which our place lies.
    """

    tiles: tuple[Tile, ...]
    cells: Mapping[str, Cell]
    home: str

    @property
    def comparable(self) -> tuple[Cell, ...]:
        """The cells that may stand beside each other."""
        return tuple(cell for cell in self.cells.values() if cell.comparable and cell.value is not None)

    @property
    def bounds(self) -> tuple[float, float, float]:
        """What parts the four classes: the quartiles."""
        found = quartiles_of(sorted(cell.value for cell in self.comparable if cell.value is not None))
        return found.lower, found.median, found.upper

    @property
    def unit(self) -> Unit:
        """The unit of the values."""
        return units()[next(iter(self.cells.values())).unit]


def tile_map(shown: TileMap, frame: ChartFrame, style: Style) -> go.Figure:
    """A tile a province with its name and value; what has none is hollow, what may not be compared is hatched.

    A tile leads to the page of its place, and says when pointed at what it holds and why it is not compared.
    """
    texts = texts_for(frame, shown.unit, style.say)
    rows, across = max(tile.row for tile in shown.tiles), max(tile.column for tile in shown.tiles)
    figure = Sketch()
    figure.update_xaxes(axis(style.look, range=[0.5, across + 0.5], showgrid=False, showticklabels=False))
    figure.update_yaxes(axis(style.look, range=[-rows - _GAP, 0], showgrid=False, showticklabels=False))
    figure.add_bar(**_tiles(shown, style))
    _add_words(figure, shown, (frame.width - 2 * EDGE) / across, style)
    _add_legend(figure, shown, style)
    margins = Margins(EDGE, EDGE, texts.head, texts.foot + EDGE)
    add_frame(figure, texts, margins, look=style.look, plot_height=TILE * rows)
    figure.update_layout(barmode="overlay")
    return figure.figure()


def class_of(cell: Cell, bounds: Sequence[float]) -> int:
    """Which of the four classes a comparable value is in, 0 for the lowest; a quartile is of the class below it."""
    return bisect_left(bounds, cell.value or 0.0)


def classes_text(shown: TileMap, say: Words) -> list[tuple[int, str]]:
    """The classes that hold a province, each with its least and greatest value."""
    held: dict[int, list[float]] = {}
    for cell in shown.comparable:
        held.setdefault(class_of(cell, shown.bounds), []).append(cell.value or 0.0)
    return [(one, _span_text(min(own), max(own), shown.unit, say)) for one, own in sorted(held.items())]


def _span_text(low: float, high: float, unit: Unit, say: Words) -> str:
    return value_text(Amount(low, unit), say) if low == high else interval_text(low, high, unit, say)


def _tint(cell: Cell, shown: TileMap, look: Look) -> str:
    """The colour of a tile; the paper where its value may not be compared, or there is none."""
    if not cell.comparable or cell.value is None:
        return look.paper
    return mix(look.paper, look.accent, CLASSES[class_of(cell, shown.bounds)])


def _tiles(shown: TileMap, style: Style) -> dict[str, object]:
    look, say = style.look, style.say
    cells = [shown.cells[tile.locality_code] for tile in shown.tiles]
    ours = [tile.locality_code == shown.home for tile in shown.tiles]
    apart = [cell.drawable and not cell.comparable for cell in cells]
    return {
        "x": [tile.column for tile in shown.tiles], "y": [1 - _GAP] * len(cells),
        "base": [-tile.row for tile in shown.tiles], "width": 1 - _GAP, "name": "tiles",
        "customdata": [[f"profile?place={tile.locality_code}"] for tile in shown.tiles],
        "hovertext": [_hover(cell, say) for cell in cells], "hovertemplate": "%{hovertext}<extra></extra>",
        "marker": {
            "color": [_tint(cell, shown, look) for cell in cells],
            "line": {"color": [look.ink if own else look.peer for own in ours],
                     "width": [3 if own else 1 for own in ours]},
            "pattern": {"shape": ["/" if barred else "" for barred in apart], "fgcolor": look.line, "size": 8},
        },
    }  # fmt: skip


def _hover(cell: Cell, say: Words) -> str:
    head = escaped(f"{cell.locality}　{cell_text(cell, say)}")
    lines = [cell_period_text(cell, say) if cell.drawable else "", *verdict_sentences(cell, say)]
    return "<br>".join([f"<b>{head}</b>", *(wrapped(line, marks.HOVER_WIDTH, NAME_SIZE) for line in lines if line)])


def _add_words(figure: Sketch, shown: TileMap, room: float, style: Style) -> None:
    """The name of each province, in English its letters, and its value where one fits."""
    look, say = style.look, style.say
    inks, texts = [], []
    for tile in shown.tiles:
        cell = shown.cells[tile.locality_code]
        tint = _tint(cell, shown, look)
        ink = max((look.ink, look.paper), key=lambda tone: contrast(tone, tint))
        inks.append(ink if cell.comparable or tile.locality_code == shown.home else look.muted)
        name = say.pick(cell.locality, tile.letters)
        texts.append("<br>".join(filter(None, (f"<b>{escaped(name)}</b>", _value(cell, room, say)))))
    figure.add_scatter(
        x=[tile.column for tile in shown.tiles], y=[-tile.row + (1 - _GAP) / 2 for tile in shown.tiles], mode="text",
        text=texts, textfont={"size": BELOW_SIZE, "color": inks}, textposition="middle center", hoverinfo="skip",
        name="labels",
    )  # fmt: skip


def _value(cell: Cell, room: float, say: Words) -> str:
    """The value without its unit, shortened where the tile asks for it; "" where there is none or no room."""
    if not cell.drawable:
        return ""
    texts = (cell_value_text(cell, say, with_unit=False), cell_value_text(cell, say, compact=True, with_unit=False))
    return next((escaped(text) for text in texts if text_px(text, BELOW_SIZE) <= room - 4), "")


def _add_legend(figure: Sketch, shown: TileMap, style: Style) -> None:
    """The classes with their values, and what hollow and hatched tiles are, in the empty corner of the map."""
    look, say = style.look, style.say
    cells = shown.cells.values()
    lines = [(mix(look.paper, look.accent, CLASSES[one]), text) for one, text in classes_text(shown, say)]
    if any(not cell.drawable for cell in cells):
        lines.append((look.paper, say("no value")))
    if any(cell.drawable and not cell.comparable for cell in cells):
        lines.append((look.paper, say("hatched: not comparable")))
    for i, (tint, text) in enumerate(lines):
        top = -i * _LEGEND_LINE - 2
        figure.add_shape(
            type="rect", xref="x", yref="y", xsizemode="pixel", ysizemode="pixel", xanchor=0.5 + _GAP / 2, yanchor=0,
            x0=0, x1=_SWATCH, y0=top - _SWATCH, y1=top, fillcolor=tint, line={"color": look.peer, "width": 1},
        )  # fmt: skip
        figure.add_annotation(
            text=escaped(text), x=0.5 + _GAP / 2, y=0, xref="x", yref="y", xanchor="left", yanchor="top",
            xshift=_SWATCH + 5, yshift=top + 3, showarrow=False, borderpad=0,
            font={"size": BELOW_SIZE, "color": look.muted},
        )  # fmt: skip
