"""One indicator across places -> a native chart: dots for rates, zero-based bars for counts, the incomparable apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median

from faheng.charts import marks
from faheng.charts.brush import Brush, brush_for
from faheng.charts.look import LIGHT
from faheng.charts.peers import median_line
from faheng.charts.ranking_rows import by_value
from faheng.charts.references import ReferenceLine, references
from faheng.charts.scale import value_scale
from faheng.charts.shown import Shown, Style
from faheng.model import Cell
from faheng.native.chart import NativeChart, NativeMark, NativeSeries, Shape
from faheng.native.marks import axis_of, is_implied, levels, mark_of, number_format, shape_of, shapes_key
from faheng.words.catalogue import Words
from faheng.words.findings import badge
from faheng.words.periods import cell_period_text
from faheng.words.values import PERCENT, Amount, units, value_text
from faheng.words.verdict_names import cell_label, strictest_label, verdict_label

# More categories cannot be read on a slide, or on a page: then a choice is drawn, and the chart says which.
MOST_PLACES, MOST_ON_A_PAGE, LEAST_APART = 16, 8, 4
_ENDS = 4
_MOST_MISSING = 6


# The share of the axis that a bar may take.
_LONGEST_BAR = 0.86


@dataclass(frozen=True)
class _Choice:
    """The places of a ranking that are drawn, and all that have a value: comparable ones, and those apart from them."""

    above: Sequence[Cell]
    below: Sequence[Cell]
    every_above: Sequence[Cell]
    every_below: Sequence[Cell]

    @property
    def drawn(self) -> list[Cell]:
        """The places drawn, in their order."""
        return [*self.above, *self.below]

    @property
    def gap(self) -> int:
        """How many empty categories keep the two kinds apart."""
        return 1 if self.above and self.below else 0


def in_order(cells: Sequence[Cell]) -> list[Cell]:
    """The cells as a ranking shows them: comparable ones by value, then the others, then those without a value."""
    held = marks.drawable(cells)
    comparable, rest = by_value([cell for cell in held if cell.comparable]), [c for c in held if not c.comparable]
    return [*comparable, *rest, *(cell for cell in cells if not cell.drawable)]


def ranking_chart(shown: Shown, say: Words, *, most: int = MOST_PLACES) -> NativeChart | None:
    """The chart of cells, one a place; None where none has a value. most: how many comparable places are drawn."""
    choice = _choice(shown, most)
    drawn = choice.drawn
    if not drawn:
        return None
    brush = brush_for(drawn, shown.ours, shown.selected, Style(LIGHT, say))
    categories = _categories(choice, say, rate=shown.rate)
    lines = _lines(shown, say)
    ends = [end for cell in drawn for end in marks.extent(cell)] + [line.value for line in lines]
    low, high, step = axis_of(value_scale(ends, rate=shown.rate))
    if not shown.rate:
        # the number of the longest bar stands beyond its end
        high = max(high, low + (max(ends) - low) / _LONGEST_BAR)
    places = [each for each in _series(choice, brush) if any(each.marks)]
    series = [*places, *levels(lines, places, len(categories))]
    return NativeChart(
        kind="dot" if shown.rate else "bar", categories=categories, low=low, high=high, step=step,
        series=tuple(series), percent=shown.unit.id == PERCENT,
        format=number_format(drawn, say), left_out=_left_out(shown.cells, choice, say),
        key=_key(choice, say) if shown.rate else (),
    )  # fmt: skip


def _choice(shown: Shown, most: int) -> _Choice:
    own = {shown.ours, *shown.selected}
    ordered = in_order(shown.drawable)
    comparable, apart = ([cell for cell in ordered if cell.comparable is side] for side in (True, False))
    above = _chosen(comparable, own, most)
    return _Choice(above, _chosen(apart, own, max(most - len(above), LEAST_APART)), comparable, apart)


def _lines(shown: Shown, say: Words) -> list[ReferenceLine]:
    """A line across horizontal bars is no series, and published counts are never drawn beside counts."""
    if not shown.rate:
        return []
    return [*references(shown.benchmarks, shown.unit, say), *median_line(shown.peers, shown.unit, say)]


def _categories(choice: _Choice, say: Words, *, rate: bool) -> tuple[str, ...]:
    """The names of the places. Beside a bar there is room for one long line, under a dot for several short ones."""
    between = "\n" if rate else "　"
    gap = [say("Not directly comparable")] * choice.gap
    return (*_names(choice.above, between, say), *gap, *(_name_apart(cell, between, say) for cell in choice.below))


def _chosen(cells: Sequence[Cell], own: set[str], most: int) -> list[Cell]:
    """All of a few; of many our place with its nearest, the chosen ones, both ends, and what lies evenly between."""
    if len(cells) <= most:
        return list(cells)
    last = len(cells) - 1
    at = [i for i, cell in enumerate(cells) if cell.locality_code in own]
    near = [i + step for i in at for step in (-1, 1) if 0 <= i + step <= last]
    ends = [*range(_ENDS), *range(last - _ENDS + 1, last + 1)]
    evenly = [round(last * i / (most - 1)) for i in range(most)]
    kept = list(dict.fromkeys([*at, *near, *ends, *evenly]))[:most]
    return [cells[i] for i in sorted(kept)]


def _names(cells: Sequence[Cell], between: str, say: Words) -> list[str]:
    """The places; with their periods where these are not all the same, and with what was found against them."""
    periods = [cell_period_text(cell, say) for cell in cells]
    several = len(set(periods)) > 1
    return [
        between.join(filter(None, (cell.locality, badge(cell, say), period if several else "")))
        for cell, period in zip(cells, periods, strict=True)
    ]


def _name_apart(cell: Cell, between: str, say: Words) -> str:
    """A place that is not compared says why, what was found against it, and its period."""
    why = next((cell_label(cell, verdict, say) for verdict in cell.verdicts if verdict != "compared"), "")
    why = " · ".join(filter(None, (why, badge(cell, say))))
    return between.join(filter(None, (cell.locality, why, cell_period_text(cell, say))))


def _mark(cell: Cell, brush: Brush) -> NativeMark:
    mark = mark_of(
        cell, brush.tones[cell.locality_code], brush.say, hollow=marks.is_hollow(cell) or not cell.comparable
    )
    return replace(mark, bold=cell.locality_code == brush.ours)


def _series(choice: _Choice, brush: Brush) -> list[NativeSeries]:
    """The comparable ones, those that are not, and of these the implied ones, whose shape is another."""
    say, series = brush.say, []
    split = len(choice.above)
    kinds = [2 if is_implied(cell) else int(i >= split) for i, cell in enumerate(choice.drawn)]
    names = verdict_label("compared", say), say("Not directly comparable"), verdict_label("implied", say)
    for kind, name in enumerate(names):
        own = [cell if each == kind else None for cell, each in zip(choice.drawn, kinds, strict=True)]
        held = [None if cell is None else _mark(cell, brush) for cell in own]
        spread = (*held[:split], *[None] * choice.gap, *held[split:])
        shape: Shape = next((shape_of(cell) for cell in own if cell), "circle")
        series.append(NativeSeries(name, LIGHT.peer, spread, shape))
    return series


def _key(choice: _Choice, say: Words) -> tuple[str, ...]:
    """What the shapes of the dots mean.

    That a place apart is hollow goes without saying, as the axis and the key name it so, unless others are hollow too.
    """
    otherwise = any(map(marks.is_hollow, choice.drawn))
    apart = [cell for cell in choice.below if not marks.is_hollow(cell)]
    entries = [
        (any(cell.origin == "derived" for cell in choice.drawn), say("○ derived from counts")),
        (any(map(is_implied, choice.drawn)), say("◇ implied by a growth")),
        (otherwise and bool(apart), say("○ not directly comparable")),
    ]
    return shapes_key(entries, say, full=not all(marks.is_hollow(cell) for cell in choice.above))


def _left_out(cells: Sequence[Cell], choice: _Choice, say: Words) -> str:
    """Which places have no value, and why; of a choice, of how many it is one and where the middle lies."""
    return say.pick("", " ").join(filter(None, (_missing(cells, say), _of_how_many(choice, say))))


def _missing(cells: Sequence[Cell], say: Words) -> str:
    """The places without a value, by what they say instead: "未披露：甲、乙。"."""
    by_label: dict[str, list[str]] = {}
    for cell in cells:
        if not cell.drawable:
            by_label.setdefault(strictest_label(cell, say), []).append(cell.locality)
    sentences = []
    for label, names in by_label.items():
        listed = say(", ").join(names[:_MOST_MISSING])
        more = say("{places} and others, {n} in all", places=listed, n=len(names))
        places = listed if len(names) <= _MOST_MISSING else more
        sentences.append(say("{verdict}: {places}.", verdict=label, places=places))
    return say.pick("", " ").join(sentences)


def _of_how_many(choice: _Choice, say: Words) -> str:
    drawn, every = len(choice.drawn), len(choice.every_above) + len(choice.every_below)
    if every == drawn:
        return ""
    chosen = say(
        "{drawn} of {all} places are drawn: ours, those chosen, both ends and some between; the table holds all.",
        drawn=drawn, all=every,
    )  # fmt: skip
    if not choice.every_above:
        return chosen
    unit = units()[choice.every_above[0].unit]
    middle = value_text(Amount(median(map(marks.position, choice.every_above)), unit, decimals=1), say)
    more = say("Median of the {n} comparable places: {value}.", n=len(choice.every_above), value=middle)
    return say.pick("", " ").join((chosen, more))
