"""Where our place stands, in words: against a reference line, among the others, against the year before."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass

from faheng.charts import marks
from faheng.charts.references import ReferenceLine, reference
from faheng.charts.sentences import change_on_year_before
from faheng.charts.series import Point, joined, series_of
from faheng.model import Benchmark, Cell, Peers, PlaceChange
from faheng.ranks import RankRange, places_from_most, rank_ranges
from faheng.words.catalogue import Words
from faheng.words.peers import place_among, within_sentence
from faheng.words.periods import cell_period_text, within_brackets
from faheng.words.values import Amount, cell_value_text, points_text, units, value_text
from faheng.words.verdicts import verdict_sentence

LEAST_RANKED = 3
_DECIMALS = 2


@dataclass(frozen=True, slots=True)
class Background:
    """What a value is set against besides the others shown.

    peers: of our place, for this indicator; their median is told rather than that of the places shown. history: what
    our place says of this indicator in earlier years. changes: what happened to its area. whole_level: the place is
    told among all peers, not among those shown, which stand beside it as examples.
    """

    peers: Sequence[Peers] = ()
    history: Sequence[Cell] = ()
    changes: Sequence[PlaceChange] = ()
    whole_level: bool = False


NO_BACKGROUND = Background()


def ranking_sentence(
    cells: Sequence[Cell], benchmarks: Sequence[Benchmark], ours: str, say: Words, *,
    home: Sequence[str] = (), background: Background = NO_BACKGROUND,
) -> str:  # fmt: skip
    """Where our locality stands, or why it cannot be said: its rank, how far it is from the median, what changed.

    home: the regions our locality lies in, nearest first ("青海", "全国"), by default the country alone; the first
    with a drawn benchmark is named. A region in which our locality does not lie never is.
    """
    cell = next((cell for cell in cells if cell.locality_code == ours), None)
    if cell is None:
        return _nothing_ours(cells, say)
    if cell.value is None and cell.value_low is None:
        return say("{locality}: {reason}", locality=cell.locality, reason=verdict_sentence(cell, say))
    if not cell.comparable:
        return say("{locality} {value}: {reason}", **_named(cell, say), reason=verdict_sentence(cell, say))
    start = _statement(cell, _nearest(benchmarks, cell, home, say), say)
    told = (start, *comparisons(cell, cells, background, say))
    return say("{statement}.", statement=say("; ").join(filter(None, told)))


def comparisons(cell: Cell, cells: Sequence[Cell], background: Background, say: Words) -> tuple[str, str, str]:
    """The rank of a comparable cell among cells, its distance from the median, its change; "" for what is not known."""
    among = place_among(background.peers[0], cell.better, say) if background.whole_level and background.peers else ""
    return (
        among or _rank(cell, cells, say),
        _from_median(cell, cells, background.peers, say),
        change_since(cell, background, say),
    )


def gap_text(cell: Cell, line: ReferenceLine, say: Words) -> str:
    """The reference line by name and, where definition and scope agree, how far the cell's rate is from it."""
    alike = cell.own_definition and not cell.scope and cell.bound == "exact"
    # A figure of five months or of two years is no yearly figure, and the lines are yearly ones.
    alike = alike and cell.period_kind in ("year", "as_of")
    if cell.value is None or not alike or cell.kind != "rate" or cell.value == line.value:
        return line.label
    points = points_text(cell.value - line.value, say)
    if cell.value > line.value:
        return say("{points} above {benchmark}", points=points, benchmark=line.label)
    return say("{points} below {benchmark}", points=points, benchmark=line.label)


def _nothing_ours(cells: Sequence[Cell], say: Words) -> str:
    shown = marks.drawable(cells)
    ordered = sorted((cell for cell in shown if cell.comparable), key=marks.position)
    if not shown:
        return say("No report held states this for these localities.")
    if not ordered:
        return say("The values differ in definition or period: none can be compared with another.")
    if len(ordered) == 1:
        return say("Only {locality}, {value}, has the definition and period compared.", **_named(ordered[0], say))
    low, high = ordered[0], ordered[-1]
    least, most = cell_value_text(low, say, told=True), cell_value_text(high, say, told=True)
    if least == most:
        return say("Each of the {n} comparable localities has {value}.", n=len(ordered), value=least)
    return say(
        "Of {n} comparable localities, {high} is highest with {high_value}, {low} lowest with {low_value}.",
        n=len(ordered), high=high.locality, high_value=most, low=low.locality, low_value=least,
    )  # fmt: skip


def _statement(cell: Cell, line: ReferenceLine | None, say: Words) -> str:
    named = _named(cell, say) | {"period": within_brackets(cell_period_text(cell, say), say)}
    return say("{locality} {value} ({period})", **named) if line is None else _against(cell, line, named, say)


def _against(cell: Cell, line: ReferenceLine, named: dict[str, str], say: Words) -> str:
    low, high = marks.extent(cell)
    others = named | {"benchmark": line.label}
    if low < line.value < high:
        return say("{locality} {value} ({period}), not to be told apart from {benchmark}", **others)
    value = marks.position(cell)
    if value > line.value and cell.bound != "at_most":
        return say("{locality} {value} ({period}), above {benchmark}", **others)
    if value < line.value and cell.bound != "at_least":
        return say("{locality} {value} ({period}), below {benchmark}", **others)
    if value == line.value and cell.bound == "exact":
        return say("{locality} {value} ({period}), level with {benchmark}", **others)
    return say("{locality} {value} ({period}); how it compares with {benchmark} cannot be said", **others)


def _rank(cell: Cell, cells: Sequence[Cell], say: Words) -> str:
    """The range of places among comparable peers of its level; nothing among fewer than LEAST_RANKED.

    Where neither more nor less is better, the places are counted from the most, and the sentence says so.
    """
    ranges = rank_ranges(cells) if cell.better else places_from_most(cells)
    rank = dict(zip((each.locality_code for each in cells), ranges, strict=True))[cell.locality_code]
    others = any(each.comparable and each.level != cell.level for each in cells)
    return rank_phrase(rank, cell.better, say, of_level=others)


def rank_phrase(rank: RankRange | None, better: str, say: Words, *, of_level: bool = False) -> str:
    """The rank among the comparable, a range where it is one; "" without one, or among fewer than LEAST_RANKED.

    of_level: comparable places of other levels are shown too, so the phrase says that these are not counted.
    """
    if rank is None or rank.ranked < LEAST_RANKED:
        return ""
    best, worst = rank.low, rank.high
    places = str(best) if best == worst else say("{low}–{high}", low=best, high=worst)
    named = {"rank": places, "n": rank.ranked}
    if of_level and better:
        return say("rank {rank} of {n} comparable localities of its level", **named)
    if of_level:
        return say("number {rank} of {n} comparable localities of its level, counted from the most", **named)
    if better:
        return say("rank {rank} of {n} comparable localities", **named)
    return say("number {rank} of {n} comparable localities, counted from the most", **named)


def _from_median(cell: Cell, cells: Sequence[Cell], peers: Sequence[Peers], say: Words) -> str:
    """How far an exact value is from the median of its peers, else of the comparable cells of its level.

    Two comparable places have no median: the difference from the other is told.
    """
    if cell.value is None or cell.bound != "exact":
        return ""
    median = peers[0].median if len(peers) == 1 else None
    if median is not None:
        return _apart(
            cell, median, say("the median of its peers ({peers})", peers=within_sentence(peers[0].peers, say)), say
        )
    # A value that cannot be taken per resident is none here, however comparable the report's own is.
    held = [each for each in cells if each.comparable and each.value is not None]
    level = [each for each in held if each.level == cell.level and each.bound == "exact"]
    values = [each.value for each in level if each.value is not None]
    if len(values) >= LEAST_RANKED:
        return _apart(cell, statistics.median(values), say("the median"), say)
    other = next((each for each in level if each.locality_code != cell.locality_code), None)
    return _from_other(cell, other, say) if other else _alone(cell, cells, say)


def _from_other(cell: Cell, other: Cell, say: Words) -> str:
    """How far an exact value is from that of the only other place, if it can be told."""
    named = {"other": other.locality, "value": cell_value_text(other, say, told=True)}
    (low, high), (other_low, other_high) = marks.interval(cell), marks.interval(other)
    if cell.value == other.value:
        return say("the same as {other}", **named)
    if max(low, other_low) <= min(high, other_high):
        return say("not to be told apart from {other}, {value}", **named)
    return apart_text(cell, other, say)


def _alone(cell: Cell, cells: Sequence[Cell], say: Words) -> str:
    """That no other place shown can stand beside ours, where others have a value."""
    others = [each for each in cells if each.drawable and each.locality_code != cell.locality_code]
    apart = [each for each in others if not each.comparable]
    if not others or len(apart) < len(others):
        return ""
    return say("none of the other values shown can be compared with it")


def apart_text(cell: Cell, other: Cell, say: Words) -> str:
    """How much more or less a cell's exact value is than another place's; "" where they are equal or one is missing."""
    return "" if cell.value is None or other.value is None else _apart(cell, other.value, other.locality, say)


def apart_from(cell: Cell, other: float, name: str, say: Words) -> str:
    """How much more or less a cell's exact value is than another value, by name; "" where they are equal."""
    return "" if cell.value is None or cell.bound != "exact" else _apart(cell, other, name, say)


def _apart(cell: Cell, other: float, name: str, say: Words) -> str:
    """How much more or less the cell is than another value, by name; "" where the two are equal."""
    unit = units()[cell.unit]
    gap = round((cell.value or 0.0) - other, _DECIMALS)
    named = {"other": name, "value": value_text(Amount(round(other, _DECIMALS), unit), say, told=True)}
    if gap == 0:
        return ""
    if cell.kind == "rate":
        points = points_text(gap, say)
        if gap > 0:
            return say("{points} above {other}, {value}", points=points, **named)
        return say("{points} below {other}, {value}", points=points, **named)
    amount = value_text(Amount(abs(gap), unit), say, told=True)
    if gap > 0:
        return say("{amount} more than {other}, {value}", amount=amount, **named)
    return say("{amount} fewer than {other}, {value}", amount=amount, **named)


def change_since(cell: Cell, background: Background, say: Words) -> str:
    """The change on the year before, where the history of our place has one that may be set against the cell."""
    pair = year_before(cell, background)
    return change_on_year_before(*pair, say) if pair else ""


def year_before(cell: Cell, background: Background) -> tuple[Point, Point] | None:
    """The value of the year before and that of the cell, where the two may be set against each other."""
    earlier = [each for each in background.history if cell.year is not None and (each.year or cell.year) < cell.year]
    points = [point for series in series_of([*earlier, cell], background.changes) for point in series.points]
    *_, before, last = [None, None, *points]
    return (before, last) if before and last and joined(before, last) else None


def _nearest(benchmarks: Sequence[Benchmark], cell: Cell, home: Sequence[str], say: Words) -> ReferenceLine | None:
    """The latest drawn benchmark of the nearest region that has one."""
    drawn = [benchmark for benchmark in benchmarks if benchmark.drawn]
    for region in home or (say("China"),):
        own = sorted((benchmark for benchmark in drawn if benchmark.region == region), key=lambda each: each.period)
        if own:
            return reference(own[-1], units()[cell.unit], say)
    return None


def _named(cell: Cell, say: Words) -> dict[str, str]:
    return {"locality": cell.locality, "value": cell_value_text(cell, say, told=True)}
