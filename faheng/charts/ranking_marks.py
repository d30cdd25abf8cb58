"""The marks of a ranking and their value labels, each on the side where nothing is in its way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from faheng.charts import marks
from faheng.charts.look import Look, mix
from faheng.charts.measure import text_px
from faheng.charts.ranking_rows import NAME_SIZE, ROW, Line
from faheng.charts.references import OVER_GRID
from faheng.charts.sketch import Sketch
from faheng.words.catalogue import Words
from faheng.words.rows import number_of, text_of
from faheng.words.values import row_value_text

_FADE = 0.4
_GAP = 9
_CUT = "//"
CUT_FROM = 3.0
CUT_ROOM = 20
STUB = 14
_PAD = "\u00a0\u00a0\u00a0"
_BAR_WIDTH = ROW * 0.62
_SLIP = 9


@dataclass(frozen=True)
class Canvas:
    """The value axis: its ends, its length in pixels at the narrowest width, and the value above which bars are cut.

    top is the greatest value drawn to scale.
    """

    low: float
    high: float
    length: float
    ceiling: float = float("inf")
    top: float = float("inf")

    def px(self, value: float) -> float:
        """Pixels from the left end of the axis."""
        return (value - self.low) / (self.high - self.low) * self.length

    def drawn(self, value: float) -> float:
        """Where a mark of this value ends: a cut one a little beyond the longest drawn to scale."""
        if value <= self.ceiling:
            return value
        return self.top + STUB * (self.high - self.low) / self.length


def cut_above(lines: Sequence[Line]) -> float:
    """The value above which a bar is cut; infinite where none has to be.

    A count gathered over years may squeeze the comparable bars to nothing: beyond CUT_FROM times the longest of them
    it is cut. What is less is drawn to scale, comparable or not.
    """
    longest = max((marks.extent(line.cell)[1] for line in lines if line.comparable), default=0.0)
    limit = longest * CUT_FROM
    return limit if longest > 0 and any(marks.extent(line.cell)[1] > limit for line in lines) else float("inf")


def add_marks(
    figure: Sketch,
    lines: Sequence[Line],
    tones: Mapping[str, str],
    canvas: Canvas,
    *,
    look: Look,
    say: Words,
    rate: bool,
) -> None:
    """Dots with their intervals for rates, bars from zero for counts; customdata[0] is the observation."""
    if not lines:
        return
    paints = [_paint(line, tones, look) for line in lines]
    _add_intervals(figure, lines, paints)
    fills = [marks.fill(line.cell, paint, look) for line, paint in zip(lines, paints, strict=True)]
    shared = {
        "x": [canvas.drawn(marks.position(line.cell)) for line in lines],
        "y": [line.y for line in lines],
        "customdata": _ids(lines),
        "hovertext": [marks.hover(line.cell, say) for line in lines],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "name": "values",
    }
    if rate:
        marker = {"symbol": [marks.symbol(line.cell) for line in lines], "size": marks.MARK_SIZE, "color": fills,
                  "opacity": 1, "line": {"color": paints, "width": 2}}  # fmt: skip
        figure.add_scatter(mode="markers", marker=marker, cliponaxis=False, **shared)
    else:
        bar = {"color": fills, "line": {"color": paints, "width": 1.5}, "cornerradius": 2}
        figure.add_bar(orientation="h", marker=bar, width=_BAR_WIDTH, cliponaxis=True, **shared)


def add_labels(
    figure: Sketch,
    lines: Sequence[Line],
    canvas: Canvas,
    obstacles: Sequence[float],
    *,
    look: Look,
    say: Words,
    ours: str,
    rate: bool,
) -> None:
    """The value beside each mark, and the arrow of a bound on the side to which the bound is open."""
    slips: list[dict[str, object]] = []
    for side, anchor in (("right", "middle right"), ("left", "middle left")):
        chosen = [line for line in lines if (label_side(line, canvas, obstacles, say) if rate else "right") == side]
        if chosen:
            ends = [canvas.drawn(marks.extent(line.cell)[side == "right"]) for line in chosen]
            texts = [_label(line, say, ours, canvas, rate=rate, side=side) for line in chosen]
            tones = [look.ink if line.comparable else look.muted for line in chosen]
            _add_texts(figure, chosen, x=ends, texts=texts, tones=tones, anchor=anchor, look=look, say=say)
            slips += [
                _slip(line, end, text, look, side=side)
                for line, end, text in zip(chosen, ends, texts, strict=True)
                if _is_struck(end, text, canvas, obstacles, side=side)
            ]
    for slip in slips:
        figure.add_shape(**slip)
    if rate:
        _add_arrows(figure, lines, look, say)


def label_side(line: Line, canvas: Canvas, obstacles: Sequence[float], say: Words) -> str:
    """The side on which the label stays inside the plot, clear of the arrow and of the reference lines."""
    bound = text_of(line.cell, "bound")
    if bound in marks.ARROWS:
        return "left" if bound == "at_least" else "right"
    low, high = (canvas.px(end) for end in marks.extent(line.cell))
    room = _GAP + text_px(row_value_text(line.cell, say, compact=True), NAME_SIZE)
    at = [canvas.px(value) for value in obstacles]
    right = sum(high < x < high + room for x in at) + 10 * (high + room > canvas.length + _GAP)
    left = sum(low - room < x < low for x in at) + 10 * (low - room < 0)
    return "left" if left < right else "right"


def _paint(line: Line, tones: Mapping[str, str], look: Look) -> str:
    colour = tones[text_of(line.cell, "locality_code")]
    return colour if line.comparable else mix(colour, look.paper, _FADE)


def _ids(lines: Sequence[Line]) -> list[list[str]]:
    return [[text_of(line.cell, "observation_id")] for line in lines]


def _add_intervals(figure: Sketch, lines: Sequence[Line], paints: Sequence[str]) -> None:
    """One trace for all intervals of a kind and a colour: hundreds of traces would make the browser wait."""
    for low, high, dash in (("interval_low", "interval_high", "solid"), ("value_low", "value_high", "dot")):
        for paint in dict.fromkeys(paints):
            chosen = [line for line, own in zip(lines, paints, strict=True) if own == paint]
            wide = [line for line in chosen if _is_wide(line, low, high)]
            if wide:
                x = [end for line in wide for end in (number_of(line.cell, low), number_of(line.cell, high), None)]
                y = [end for line in wide for end in (line.y, line.y, None)]
                ids = [each for line in wide for each in (*_ids([line]) * 2, [""])]
                figure.add_scatter(
                    x=x[:-1], y=y[:-1], customdata=ids[:-1], mode="lines", hoverinfo="skip", connectgaps=False,
                    line={"color": paint, "width": 2, "dash": dash}, name=low.removesuffix("_low"),
                )  # fmt: skip


def _is_wide(line: Line, low: str, high: str) -> bool:
    ends = number_of(line.cell, low), number_of(line.cell, high)
    return None not in ends and ends[0] != ends[1]


def _label(line: Line, say: Words, ours: str, canvas: Canvas, *, rate: bool, side: str) -> str:
    text = row_value_text(line.cell, say, compact=True)
    if text_of(line.cell, "locality_code") == ours:
        text = f"<b>{text}</b>"
    arrow = "" if rate else marks.ARROWS.get(text_of(line.cell, "bound"), "")
    if marks.extent(line.cell)[1] > canvas.ceiling:
        return f"{_PAD[:1]}{_CUT}{_PAD[:2]}{text}"
    return _PAD + (f"{arrow} {text}" if arrow else text) if side == "right" else text + _PAD


def _is_struck(end: float, text: str, canvas: Canvas, obstacles: Sequence[float], *, side: str) -> bool:
    """Whether a reference line would run through the label.

    At a greater width lines only move away from the ends of the marks: what is free when narrowest stays free.
    """
    away = 1 if side == "right" else -1
    return any(0 < (canvas.px(value) - canvas.px(end)) * away < text_px(text, NAME_SIZE) + 4 for value in obstacles)


def _slip(line: Line, end: float, text: str, look: Look, *, side: str) -> dict[str, object]:
    """A slip of paper that covers the line behind a label."""
    away = 1 if side == "right" else -1
    near, far = sorted((away * (_GAP - 2), away * (text_px(text, NAME_SIZE) + 4)))
    return {
        "type": "rect", "xref": "x", "yref": "y", "xsizemode": "pixel", "ysizemode": "pixel", "xanchor": end,
        "yanchor": line.y, "x0": near, "x1": far, "y0": -_SLIP, "y1": _SLIP, "fillcolor": look.paper,
        "line": {"width": 0}, "layer": OVER_GRID,
    }  # fmt: skip


def _add_arrows(figure: Sketch, lines: Sequence[Line], look: Look, say: Words) -> None:
    for bound, arrow in marks.ARROWS.items():
        chosen = [line for line in lines if text_of(line.cell, "bound") == bound]
        if chosen:
            to_right = bound == "at_least"
            text = _PAD[:2] + arrow if to_right else arrow + _PAD[:2]
            anchor = "middle right" if to_right else "middle left"
            ends = [marks.position(line.cell) for line in chosen]
            _add_texts(
                figure, chosen, x=ends, texts=[text] * len(chosen), tones=[look.muted] * len(chosen),
                anchor=anchor, look=look, say=say,
            )  # fmt: skip


def _add_texts(
    figure: Sketch, lines: Sequence[Line], *, x: list[float], texts: list[str], tones: list[str],
    anchor: str, look: Look, say: Words,
) -> None:  # fmt: skip
    figure.add_scatter(
        x=x, y=[line.y for line in lines], mode="text", text=texts, textposition=anchor, cliponaxis=False,
        textfont={"size": NAME_SIZE, "color": tones, "shadow": look.halo}, customdata=_ids(lines), name="labels",
        hovertext=[marks.hover(line.cell, say) for line in lines], hovertemplate="%{hovertext}<extra></extra>",
    )  # fmt: skip
