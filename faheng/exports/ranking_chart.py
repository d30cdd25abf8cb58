"""One indicator across places -> a native chart: dots for rates, zero-based bars for counts, the incomparable apart."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

import pandas as pd

from faheng.charts import marks
from faheng.charts.look import LIGHT, colours
from faheng.charts.references import references
from faheng.charts.scale import value_scale
from faheng.exports.native import Mark, NativeChart, NativeSeries
from faheng.exports.native_marks import axis_of, levels, mark_of, number_format
from faheng.words.catalogue import Words
from faheng.words.periods import row_period_text
from faheng.words.rows import Row, is_comparable, text_of, verdicts_of
from faheng.words.values import PERCENT, units, value_text
from faheng.words.verdict_names import row_label, strictest_label

# More categories cannot be read on a slide: then a choice of them is drawn, and the chart says which.
MOST_PLACES = 20
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
    cells: pd.DataFrame, benchmarks: pd.DataFrame | None, say: Words, ours: str, selected: Sequence[str] = ()
) -> NativeChart | None:
    """The chart of rows of shared__cells, one a place; None where none has a value.

    benchmarks: rows of shared__benchmarks. ours: a locality code; selected: codes with a colour of their own.
    """
    rows = in_order(marks.drawable(cells))
    if not rows:
        return None
    above, below = ([row for row in rows if is_comparable(row) is side] for side in (True, False))
    shown = _chosen(above, {ours, *selected})
    apart = _chosen(below, {ours, *selected})[: max(MOST_PLACES - len(shown), 0) or _ENDS]
    unit, rate = units()[text_of(rows[0], "unit")], text_of(rows[0], "kind") == "rate"
    lines = references(benchmarks, unit, say)
    tones = colours([text_of(row, "locality_code") for row in [*shown, *apart]], ours, selected, LIGHT)
    gap = [say("Not directly comparable")] if apart and shown else []
    # beside a bar there is room for one long line, under a dot for several short ones
    between = "\n" if rate else "　"
    categories = [*_names(shown, between, say), *gap, *(_name_apart(row, between, say) for row in apart)]
    ends = [end for row in [*shown, *apart] for end in marks.extent(row)] + [line.value for line in lines]
    axis = axis_of(value_scale(ends, rate=rate))
    form = number_format([*shown, *apart], say)
    series = [
        _series(say("Comparable"), [*(_mark(row, tones, ours, say) for row in shown), *[None] * (len(gap) + len(apart))]),
        _series(say("Not directly comparable"), [*[None] * (len(shown) + len(gap)), *(_mark(r, tones, ours, say) for r in apart)]),
        *levels(lines, len(categories)),
    ]  # fmt: skip
    return NativeChart(
        "dot" if rate else "bar", tuple(categories), tuple(each for each in series if any(each.marks)),
        unit.id == PERCENT, *axis, form, _told(cells, above, below, len(shown) + len(apart), say),
    )  # fmt: skip


def _by_value(rows: Sequence[Row]) -> list[Row]:
    lower_is_better = bool(rows) and text_of(rows[0], "better") == "lower"
    return sorted(rows, key=marks.position, reverse=not lower_is_better)


def _chosen(rows: Sequence[Row], own: set[str]) -> list[Row]:
    """All of a few; of many our place with its nearest, the chosen ones, both ends, and what lies evenly between."""
    if len(rows) <= MOST_PLACES:
        return list(rows)
    last = len(rows) - 1
    at = [i for i, row in enumerate(rows) if text_of(row, "locality_code") in own]
    near = [i + step for i in at for step in (-1, 1) if 0 <= i + step <= last]
    ends = [*range(_ENDS), *range(last - _ENDS + 1, last + 1)]
    evenly = [round(last * i / (MOST_PLACES - 1)) for i in range(MOST_PLACES)]
    kept = list(dict.fromkeys([*at, *near, *ends, *evenly]))[:MOST_PLACES]
    return [rows[i] for i in sorted(kept)]


def _names(rows: Sequence[Row], between: str, say: Words) -> list[str]:
    """The places; with their periods where these are not all the same."""
    periods = {row_period_text(row, say) for row in rows}
    if len(periods) == 1:
        return [text_of(row, "locality") for row in rows]
    return [between.join((text_of(row, "locality"), row_period_text(row, say))) for row in rows]


def _name_apart(row: Row, between: str, say: Words) -> str:
    """A place that is not compared says why, and its period."""
    verdicts = [each for each in verdicts_of(row) if each != "compared"]
    why = row_label(row, verdicts[0], say) if verdicts else ""
    return between.join(filter(None, (text_of(row, "locality"), why, row_period_text(row, say))))


def _mark(row: Row, tones: dict[str, str], ours: str, say: Words) -> Mark:
    code = text_of(row, "locality_code")
    return mark_of(row, tones[code], say, hollow=marks.is_hollow(row) or not is_comparable(row), bold=code == ours)


def _series(name: str, found: list[Mark | None]) -> NativeSeries:
    return NativeSeries(name, LIGHT.peer, tuple(found))


def _told(cells: pd.DataFrame, above: Sequence[Row], below: Sequence[Row], drawn: int, say: Words) -> str:
    """Which places have no value, and why; of a choice, of how many it is one and where the middle lies."""
    parts = (_missing(cells, say), _of_how_many(above, below, drawn, say))
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
