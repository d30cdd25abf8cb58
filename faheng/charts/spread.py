"""Many places of one indicator along an axis: a dot a place, of very many a bar a class; ours and quartiles marked."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from faheng.charts import marks, references
from faheng.charts.frame import AXIS_BAND, EDGE, KEY_GAP, SMALL_SIZE, Margins, add_frame, axis, texts_for
from faheng.charts.look import faded, mix
from faheng.charts.measure import escaped, text_px, wrapped
from faheng.charts.ranking_marks import Canvas
from faheng.charts.references import ReferenceLine
from faheng.charts.scale import Scale, most_ticks, ticks, value_scale
from faheng.charts.shown import ChartFrame, Style
from faheng.charts.sketch import Sketch
from faheng.charts.spread_of import Bin, Spread, bin_of, bins_of, quartiles_of
from faheng.words.catalogue import Words
from faheng.words.values import DERIVED_DECIMALS, PERCENT, Amount, cell_value_text, plain, value_text

__all__ = ["MOST_DOTS", "amount_text", "bin_text", "is_strip", "spread"]

# More are no longer seen one by one, and all that their marks say would be sent to the browser.
MOST_DOTS = 120
MOST_STACKED = 14
_DOT, _OWN_DOT, _PITCH = 9, 13, 11
_BARS_HEIGHT, _LEAST_HEIGHT = 190, 90
_BAND, _TINT, _MOST_NAMED, _LEAST_MIDDLE = 0.16, 0.45, 4, 0.1
_ROOM = 16


@dataclass(frozen=True)
class _Plot:
    """Where everything stands: the value axis, the flags above, the height of the plot and its levels."""

    canvas: Canvas
    scale: Scale
    flags: list[references.Flag]
    height: float
    levels: tuple[int, ...]
    bins: tuple[Bin, ...]

    @property
    def top(self) -> float:
        """The end of the upright axis: a little above the highest bar, with dots in pixels."""
        return max((len(each.values) for each in self.bins), default=0) * 1.15 or self.height

    @property
    def to_scale(self) -> Scale:
        """The part of the axis that is true to scale."""
        open_end = bool(self.bins) and self.bins[-1].open_end
        return Scale(self.scale.low, self.bins[-1].low) if open_end else self.scale


def is_strip(shown: Spread, width: float) -> bool:
    """Whether each place has a dot of its own: where they are few enough, and neither piled high nor squeezed."""
    quartiles, numbers = quartiles_of(shown.numbers), shown.numbers
    squeezed = 0 < quartiles.upper - quartiles.lower < (numbers[-1] - numbers[0]) * _LEAST_MIDDLE
    if len(shown.values) > MOST_DOTS or squeezed:
        return False
    return max(_levels(shown, _canvas(_scale(shown.numbers, shown), width))) < MOST_STACKED


def spread(shown: Spread, frame: ChartFrame, style: Style) -> go.Figure:
    """The places of one indicator along its values, ours in the accent, with median and quartiles as named lines.

    A dot leads to its evidence; of a class of places only ours does, which has its dot on the axis.
    """
    plot = _laid_out(shown, frame.width, style.say)
    texts = texts_for(frame, shown.unit, style.say, key=_key(shown, plot, style.say))
    figure = Sketch()
    _set_axes(figure, shown, plot, style)
    _add_middle_half(figure, shown, plot, style)
    if plot.bins:
        _add_bars(figure, shown, plot, style)
    else:
        _add_dots(figure, shown, plot, style)
    references.add_references(figure, plot.flags, style.look, depth=plot.top)
    margins = Margins(EDGE, EDGE, texts.head + references.height(plot.flags), texts.foot + AXIS_BAND)
    add_frame(figure, texts, margins, look=style.look, plot_height=plot.height)
    figure.update_layout(bargap=0.04)
    return figure.figure()


def amount_text(value: float, shown: Spread, say: Words) -> str:
    """A value that was worked out, with its unit."""
    return value_text(_amount(value, shown), say, told=True)


def _amount(value: float, shown: Spread) -> Amount:
    return Amount(round(value, DERIVED_DECIMALS if shown.rate else 2), shown.unit)


def bin_text(one: Bin, shown: Spread, say: Words) -> str:
    """A class in words: "90%–95%", "over 400 cases"."""
    low = amount_text(one.low, shown, say)
    if one.open_end:
        return say("{low} and more", low=low)
    return say("{low}–{high}", low=plain(one.low, _places(one.low)), high=value_text(_amount(one.high, shown), say))


def _scale(numbers: Sequence[float], shown: Spread) -> Scale:
    lines = [each.value for each in shown.benchmarks if each.drawn]
    if shown.rate:
        return value_scale([*numbers, *lines], rate=True)
    ends = [*numbers, *lines]
    least, most = min(ends), max(ends)
    # Zero is shown where it is near; dots say where they stand and not how long they are.
    low = 0.0 if least <= (most - least) / 2 else least
    return Scale(low, most if most > low else low + 1)


def _canvas(scale: Scale, width: float) -> Canvas:
    length = width - 2 * EDGE
    low, high = scale.padded(length, _ROOM, _ROOM)
    return Canvas(low, high, length)


def _laid_out(shown: Spread, width: float, say: Words) -> _Plot:
    strip = is_strip(shown, width)
    bins = () if strip else tuple(bins_of(shown.values))
    scale = _scale(shown.numbers, shown) if strip else Scale(bins[0].low, bins[-1].high)
    canvas = _canvas(scale, width)
    lines = [line for line in _lines(shown, bins, say) if scale.low <= line.value <= scale.high]
    flags = references.flags_inside(lines, canvas.px, canvas.length)
    levels = tuple(_levels(shown, canvas)) if strip else ()
    height = max(_LEAST_HEIGHT, (max(levels) + 2) * _PITCH) if strip else _BARS_HEIGHT
    return _Plot(canvas, scale, flags, height, levels, bins)


def _own_place(shown: Spread, bins: Sequence[Bin]) -> float | None:
    """Where our value stands: of a class without an end in its middle; None where it is not among the others."""
    own = shown.own_value
    if own is None:
        return None
    if not bins:
        return own.value
    holding = bin_of(bins, own.value)
    return holding.middle if holding.open_end else own.value


def _lines(shown: Spread, bins: Sequence[Bin], say: Words) -> list[ReferenceLine]:
    """Median and quartiles, those that are one value in one line, published values, and ours; by value."""
    quartiles = quartiles_of(shown.numbers)
    named: dict[float, list[str]] = {}
    for value, name in (
        (quartiles.lower, say("lower quartile")),
        (quartiles.median, say("median")),
        (quartiles.upper, say("upper quartile")),
    ):
        named.setdefault(value, []).append(name)
    lines = [
        _line(
            value, say("{name} {value}", name=say(", ").join(names), value=amount_text(value, shown, say)), peers=True
        )
        for value, names in named.items()
    ]
    lines += references.in_order(shown.benchmarks, shown.unit, say)
    own = _own_place(shown, bins)
    if own is not None:
        text = say("{name} {value}", name=shown.own.locality, value=cell_value_text(shown.own, say, told=True))
        lines.append(ReferenceLine(own, text, text, of_ours=True))
    return sorted(lines, key=lambda line: line.value)


def _line(value: float, text: str, *, peers: bool) -> ReferenceLine:
    return ReferenceLine(value, text, text, of_peers=peers)


def _levels(shown: Spread, canvas: Canvas) -> list[int]:
    """How high each dot stands so that none covers another; ours stands on the axis."""
    taken: list[list[float]] = []
    levels = [0] * len(shown.values)
    order = sorted(range(len(levels)), key=lambda i: shown.values[i].locality_code != shown.ours)
    for i in order:
        at = canvas.px(shown.values[i].value)
        level = next((n for n, row in enumerate(taken) if _is_free(row, at)), len(taken))
        if level == len(taken):
            taken.append([])
        insort(taken[level], at)
        levels[i] = level
    return levels


def _is_free(row: Sequence[float], at: float) -> bool:
    place = bisect_left(row, at)
    return all(abs(row[i] - at) >= _PITCH for i in (place - 1, place) if 0 <= i < len(row))


def _key(shown: Spread, plot: _Plot, say: Words) -> str:
    """What a mark is, and who stands at both ends."""
    what = say("Bars: number of places") if plot.bins else say("● a place")
    least, most = shown.values[0], shown.values[-1]
    if least.value == most.value:
        return what
    names = (say("lowest"), say("highest")) if shown.rate else (say("least"), say("most"))
    ends = [
        say("{end}: {name} {value}", end=end, name=each.locality, value=amount_text(each.value, shown, say))
        for end, each in zip(names, (least, most), strict=True)
    ]
    return KEY_GAP.join([what, *ends])


def _set_axes(figure: Sketch, shown: Spread, plot: _Plot, style: Style) -> None:
    canvas = plot.canvas
    sign = "%" if shown.unit.id == PERCENT else ""
    widest = text_px(plain(plot.scale.high, _places(plot.scale.high)) + sign, SMALL_SIZE)
    at = ticks(plot.to_scale, most_ticks(canvas.length, widest))
    labels = [plain(each, _places(each)) + sign for each in at]
    figure.update_xaxes(axis(style.look, range=[canvas.low, canvas.high], tickvals=at, ticktext=labels, tickangle=0,
                             showline=True, linecolor=style.look.line))  # fmt: skip
    figure.update_yaxes(axis(style.look, range=[0, plot.top], showgrid=False, showticklabels=False))


def _places(value: float) -> int:
    return 0 if value == int(value) else 1


def _add_middle_half(figure: Sketch, shown: Spread, plot: _Plot, style: Style) -> None:
    """The band between the quartiles."""
    quartiles = quartiles_of(shown.numbers)
    figure.add_shape(
        type="rect", x0=quartiles.lower, x1=min(quartiles.upper, plot.scale.high), y0=0, y1=1, xref="x", yref="paper",
        layer="below", fillcolor=faded(style.look.peer, _BAND), line={"width": 0},
    )  # fmt: skip


def _add_dots(figure: Sketch, shown: Spread, plot: _Plot, style: Style) -> None:
    look, cells = style.look, {cell.locality_code: cell for cell in shown.cells}
    own = [each.locality_code == shown.ours for each in shown.values]
    figure.add_scatter(
        x=shown.numbers, y=[(level + 0.8) * _PITCH for level in plot.levels], mode="markers", cliponaxis=False,
        name="values", customdata=[[cells[each.locality_code].observation_id] for each in shown.values],
        hovertext=[marks.hover(cells[each.locality_code], style.say) for each in shown.values],
        hovertemplate="%{hovertext}<extra></extra>",
        marker={
            "size": [_OWN_DOT if ours else _DOT for ours in own], "opacity": 1,
            "color": [look.accent if ours else look.peer for ours in own],
            "line": {"color": look.paper, "width": 1},
        },
    )  # fmt: skip


def _add_bars(figure: Sketch, shown: Spread, plot: _Plot, style: Style) -> None:
    look, own, say = style.look, shown.own_value, style.say
    holding = bin_of(plot.bins, own.value) if own else None
    figure.add_bar(
        x=[one.middle for one in plot.bins], y=[len(one.values) for one in plot.bins],
        width=[(one.high - one.low) * 0.96 for one in plot.bins], name="classes", cliponaxis=False,
        text=[str(len(one.values)) if one.values else "" for one in plot.bins], textposition="outside", textangle=0,
        textfont={"size": SMALL_SIZE, "color": look.ink, "shadow": look.halo}, constraintext="none",
        hovertext=[_class_hover(one, shown, say) for one in plot.bins], hovertemplate="%{hovertext}<extra></extra>",
        marker={
            "color": [mix(look.peer, look.accent, _TINT) if one is holding else mix(look.peer, look.paper, _TINT)
                      for one in plot.bins],
            "line": {"width": 0},
            "pattern": {"shape": ["/" if one.open_end else "" for one in plot.bins], "fgcolor": look.muted, "size": 6},
        },
    )  # fmt: skip
    if own:
        figure.add_scatter(
            x=[_own_place(shown, plot.bins)], y=[0], mode="markers", name="ours", cliponaxis=False,
            customdata=[[shown.own.observation_id]],
            hovertext=[marks.hover(shown.own, say)], hovertemplate="%{hovertext}<extra></extra>",
            marker={"size": _OWN_DOT, "color": look.accent, "opacity": 1, "line": {"color": look.paper, "width": 1.5}},
        )  # fmt: skip


def _class_hover(one: Bin, shown: Spread, say: Words) -> str:
    """What a class says when it is pointed at: from where to where, how many, and some of them by name."""
    head = say("{values}: {n} places", values=bin_text(one, shown, say), n=len(one.values))
    names = say(", ").join(each.locality for each in one.values[:_MOST_NAMED])
    rest = say("{names} and {n} more", names=names, n=len(one.values) - _MOST_NAMED)
    some = names if len(one.values) <= _MOST_NAMED else rest
    return "<br>".join(filter(None, (f"<b>{escaped(head)}</b>", some and wrapped(some, marks.HOVER_WIDTH, 13))))
