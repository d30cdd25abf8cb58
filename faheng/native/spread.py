"""A distribution -> a native chart: a bar a class of values, ours in the accent."""

from __future__ import annotations

from faheng.charts.look import LIGHT, mix
from faheng.charts.scale import Scale
from faheng.charts.spread import amount_text, bin_text
from faheng.charts.spread_of import Spread, bin_of, bins_of, quartiles_of
from faheng.native.chart import NativeChart, NativeMark, NativeSeries
from faheng.native.marks import axis_of
from faheng.words.catalogue import Words

__all__ = ["spread_chart"]

_FADE = 0.45


def spread_chart(shown: Spread, say: Words) -> NativeChart:
    """How many places stand in each class, the highest on top; what the quartiles are is said beside it."""
    classes, own = bins_of(shown.values), shown.own_value
    holding = bin_of(classes, own.value) if own else None
    faded = mix(LIGHT.peer, LIGHT.paper, _FADE)
    marks = tuple(
        NativeMark(len(one.values), str(len(one.values)), LIGHT.accent if one is holding else faded,
                   bold=one is holding)
        for one in reversed(classes)
    )  # fmt: skip
    low, high, step = axis_of(Scale(0, max(len(one.values) for one in classes)))
    return NativeChart(
        kind="bar", categories=tuple(bin_text(one, shown, say) for one in reversed(classes)), percent=False,
        series=(NativeSeries(say("Places"), faded, marks),), low=low, high=high, step=step, format="#,##0",
        key=_key(shown, say, ours=own is not None),
    )  # fmt: skip


def _key(shown: Spread, say: Words, *, ours: bool) -> tuple[str, ...]:
    """What the bars are, which is ours, and where the middle half lies."""
    quartiles = quartiles_of(shown.numbers)
    low, median, high = (amount_text(end, shown, say) for end in (quartiles.lower, quartiles.median, quartiles.upper))
    middle = say("median {median}, middle half from {low} to {high}", median=median, low=low, high=high)
    own = say("dark: the class of {place}", place=shown.own.locality) if ours else ""
    return tuple(filter(None, (say("Bars: number of places"), own, middle)))
