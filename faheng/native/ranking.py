"""One indicator across places -> a native chart: dots for rates, zero-based bars for counts, the incomparable apart."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

import pandas as pd

from faheng.charts import marks
from faheng.charts.look import LIGHT, colours
from faheng.charts.peers import median_line
from faheng.charts.references import references
from faheng.charts.scale import value_scale
from faheng.native.chart import Mark, NativeChart, NativeSeries
from faheng.native.marks import axis_of, is_implied, levels, mark_of, number_format, shape_of, shapes_key
from faheng.words.catalogue import Words
from faheng.words.findings import badge
from faheng.words.periods import row_period_text
from faheng.words.rows import Row, is_comparable, text_of, verdicts_of
from faheng.words.values import PERCENT, units, value_text
from faheng.words.verdict_names import row_label, strictest_label, verdict_label

# More categories cannot be read on a slide, or on a page: then a choice is drawn, and the chart says which.
MOST_PLACES, MOST_ON_A_PAGE, LEAST_APART = 16, 8, 4
_ENDS = 4
_MOST_MISSING = 6


def in_order(cells: pd.DataFrame) -> list[Row]:
    """The cells as a ranking shows them: comparable ones by value, then the others, then those without a value."""
    held, rest = marks.drawable(cells), cells.drop(marks.drawable(cells).index)
    # plain records: reading hundreds of rows field by field as pandas Series takes ten times as long
    rows: list[Row] = held.to_dict("records")  # type: ignore[assignment]
    missing: list[Row] = rest.to_dict("records")  # type: ignore[assignment]
    return [*_by_value([row for row in rows if is_comparable(row)]),
            *(row for row in rows if not is_comparable(row)), *missing]  # fmt: skip


def ranking_chart(
    cells: pd.DataFrame,
    benchmarks: pd.DataFrame | None,
    say: Words,
    ours: str,
    *,
    selected: Sequence[str] = (),
    peers: pd.DataFrame | None = None,
    most: int = MOST_PLACES,
) -> NativeChart | None:
    """The chart of rows of shared__cells, one a place; None where none has a value.

    benchmarks: rows of shared__benchmarks. peers: of shared__peers. ours: a locality code; selected: codes with a
    colour of their own. most: how many comparable places are drawn.
    """
    rows = in_order(marks.drawable(cells))
    if not rows:
        return None
    own = {ours, *selected}
    every = [[row for row in rows if is_comparable(row) is side] for side in (True, False)]
    shown = _chosen(every[0], own, most)
    apart = _chosen(every[1], own, max(most - len(shown), LEAST_APART))
    drawn = [*shown, *apart]
    unit, rate = units()[text_of(rows[0], "unit")], text_of(rows[0], "kind") == "rate"
    tones = colours([text_of(row, "locality_code") for row in drawn], ours, selected, LIGHT)
    # beside a bar there is room for one long line, under a dot for several short ones
    between = "\n" if rate else "　"
    gap = [say("Not directly comparable")] if apart and shown else []
    categories = [*_names(shown, between, say), *gap, *(_name_apart(row, between, say) for row in apart)]
    # a line across horizontal bars is no series, and published counts are never drawn beside counts
    lines = [*references(benchmarks, unit, say), *median_line(peers, unit, say)] if rate else []
    found = [_mark(row, tones, ours, say) for row in drawn]
    series = [*_series(drawn, found, len(shown), len(gap), say), *levels(lines, len(categories))]
    ends = [end for row in drawn for end in marks.extent(row)] + [line.value for line in lines]
    low, high, step = axis_of(value_scale(ends, rate=rate))
    return NativeChart(
        kind="dot" if rate else "bar", categories=tuple(categories), low=low, high=high, step=step,
        series=tuple(each for each in series if any(each.marks)), percent=unit.id == PERCENT,
        format=number_format(drawn, say), told=_told(cells, every, len(drawn), say),
        key=shapes_key(drawn, say) if rate else (),
    )  # fmt: skip


def _by_value(rows: Sequence[Row]) -> list[Row]:
    lower_is_better = bool(rows) and text_of(rows[0], "better") == "lower"
    return sorted(rows, key=marks.position, reverse=not lower_is_better)


def _chosen(rows: Sequence[Row], own: set[str], most: int) -> list[Row]:
    """All of a few; of many our place with its nearest, the chosen ones, both ends, and what lies evenly between."""
    if len(rows) <= most:
        return list(rows)
    last = len(rows) - 1
    at = [i for i, row in enumerate(rows) if text_of(row, "locality_code") in own]
    near = [i + step for i in at for step in (-1, 1) if 0 <= i + step <= last]
    ends = [*range(_ENDS), *range(last - _ENDS + 1, last + 1)]
    evenly = [round(last * i / (most - 1)) for i in range(most)]
    kept = list(dict.fromkeys([*at, *near, *ends, *evenly]))[:most]
    return [rows[i] for i in sorted(kept)]


def _names(rows: Sequence[Row], between: str, say: Words) -> list[str]:
    """The places; with their periods where these are not all the same, and with what was found against them."""
    several = len({row_period_text(row, say) for row in rows}) > 1
    return [
        between.join(filter(None, (
            text_of(row, "locality"), badge(row, say), row_period_text(row, say) if several else "",
        )))
        for row in rows
    ]  # fmt: skip


def _name_apart(row: Row, between: str, say: Words) -> str:
    """A place that is not compared says why, what was found against it, and its period."""
    verdicts = [each for each in verdicts_of(row) if each != "compared"]
    why = row_label(row, verdicts[0], say) if verdicts else ""
    why = " · ".join(filter(None, (why, badge(row, say))))
    return between.join(filter(None, (text_of(row, "locality"), why, row_period_text(row, say))))


def _mark(row: Row, tones: dict[str, str], ours: str, say: Words) -> Mark:
    code = text_of(row, "locality_code")
    return mark_of(row, tones[code], say, hollow=marks.is_hollow(row) or not is_comparable(row), bold=code == ours)


def _series(rows: Sequence[Row], found: Sequence[Mark], shown: int, gap: int, say: Words) -> list[NativeSeries]:
    """The comparable ones, those that are not, and of these the implied ones, whose shape is another.

    rows, found: of the places drawn, with their marks; shown: how many of them come before the gap.
    """
    series = []
    for name, apart, implied in (
        (verdict_label("compared", say), False, False), (say("Not directly comparable"), True, False),
        (verdict_label("implied", say), True, True),
    ):  # fmt: skip
        own = [i for i, row in enumerate(rows) if (i >= shown) is apart and (apart and is_implied(row)) is implied]
        held = [mark if i in own else None for i, mark in enumerate(found)]
        spread = (*held[:shown], *[None] * gap, *held[shown:])
        shape = shape_of(rows[own[0]]) if own else "circle"
        series.append(NativeSeries(name, LIGHT.peer, spread, shape))
    return series


def _told(cells: pd.DataFrame, every: Sequence[Sequence[Row]], drawn: int, say: Words) -> str:
    """Which places have no value, and why; of a choice, of how many it is one and where the middle lies."""
    parts = (_missing(cells, say), _of_how_many(every[0], every[1], drawn, say))
    return say.pick("", " ").join(filter(None, parts))


def _missing(cells: pd.DataFrame, say: Words) -> str:
    """The places without a value, by what they say instead: "未披露：甲、乙。"."""
    rows: list[Row] = cells.drop(marks.drawable(cells).index).to_dict("records")  # type: ignore[assignment]
    labels = [strictest_label(row, say) for row in rows]
    told = []
    for label in dict.fromkeys(labels):
        names = [text_of(row, "locality") for row, own in zip(rows, labels, strict=True) if own == label]
        listed = say(", ").join(names[:_MOST_MISSING])
        more = say("{places} and others, {n} in all", places=listed, n=len(names))
        told.append(say("{verdict}: {places}.", verdict=label, places=listed if len(names) <= _MOST_MISSING else more))
    return say.pick("", " ").join(told)


def _of_how_many(above: Sequence[Row], below: Sequence[Row], drawn: int, say: Words) -> str:
    if len(above) + len(below) == drawn:
        return ""
    told = say(
        "{drawn} of {all} places are drawn: ours, those chosen, both ends and some between; the table holds all.",
        drawn=drawn, all=len(above) + len(below),
    )  # fmt: skip
    if not above:
        return told
    unit = units()[text_of(above[0], "unit")]
    middle = value_text(median(map(marks.position, above)), unit, "exact", say, decimals=1)
    more = say("Median of the {n} comparable places: {value}.", n=len(above), value=middle)
    return say.pick("", " ").join((told, more))
