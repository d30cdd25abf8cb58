"""A title that says the finding, in at most 28 signs: "出庭应诉率 85%，6 地中第 4"; the arithmetic stands below it."""

from __future__ import annotations

from collections.abc import Sequence

from faheng.charts import marks
from faheng.charts.series import joined, series_of
from faheng.charts.standing import LEAST_RANKED
from faheng.model import Cell
from faheng.ranks import places_from_most, rank_ranges
from faheng.words.catalogue import Words
from faheng.words.peers import within_sentence
from faheng.words.values import Amount, cell_text, cell_value_text, plain, points_text, units, value_text
from faheng.words.verdict_names import strictest_label

__all__ = [
    "LONGEST_TITLE",
    "beside_text",
    "coverage_title",
    "findings_title",
    "fitting_title",
    "longest",
    "matrix_title",
    "pair_title",
    "profile_title",
    "ranking_title",
    "trend_title",
]

# What is read at arm's length in one line. English letters are half as wide as Chinese signs.
LONGEST_TITLE, _LONGEST_ENGLISH = 28, 60


def longest(say: Words) -> int:
    """How many signs a title may have in this language."""
    return LONGEST_TITLE if say.language == "zh" else _LONGEST_ENGLISH


def matrix_title(cells: Sequence[Cell], ours: str, say: Words) -> str:
    """Of how many indicators our place states a figure, and how many of these may be compared; "" without ours."""
    own = [cell for cell in cells if cell.locality_code == ours]
    if not own:
        return ""
    comparable = sum(cell.comparable for cell in own)
    return _short(
        say("{place}: {stated} of {n} indicators stated, {comparable} comparable", place=own[0].locality,
            stated=sum(cell.drawable for cell in own), n=len(own), comparable=comparable), say,
    )  # fmt: skip


def findings_title(contradictions: int, doubts: int, say: Words) -> str:
    """What the checks found, without what held."""
    if not contradictions + doubts:
        return say("The checks found nothing")
    if not contradictions:
        return say("{doubts} doubtful, no contradiction", doubts=doubts)
    return say.count(
        "{n} contradiction, {doubts} doubtful", "{n} contradictions, {doubts} doubtful", contradictions, doubts=doubts
    )


def coverage_title(stated: Sequence[int], say: Words) -> str:
    """Of how many reports it is, and how many indicators the least and the most of them state; "" of none."""
    if not stated:
        return ""
    low, high = min(stated), max(stated)
    if low == high:
        return say.count(
            "One report states {high} indicators", "{n} reports state {high} indicators", len(stated), high=high
        )
    return say("{n} reports state {low} to {high} indicators", n=len(stated), low=low, high=high)


def profile_title(place: str, indicators: int, ranked: int, say: Words) -> str:
    """How much of the place is known, and how much of that has a place among its peers."""
    if not ranked:
        return _short(say("{place}: {n} indicators in its reports", place=place, n=indicators), say)
    return _short(
        say("{place}: {n} indicators, {ranked} ranked among peers", place=place, n=indicators, ranked=ranked), say
    )  # fmt: skip


def pair_title(ours: str, theirs: str, indicators: int, compared: int, say: Words) -> str:
    """The two places, and how much of what either states may be compared."""
    title = say(
        "{ours} and {theirs}: {m} of {n} indicators comparable", ours=ours, theirs=theirs, n=indicators, m=compared
    )
    return _short(title, say)


def _short(title: str, say: Words) -> str:
    """The title, cut off where a name in it is longer than any."""
    return title if len(title) <= longest(say) else title[: longest(say) - 1] + "…"


def ranking_title(cells: Sequence[Cell], ours: str, say: Words, beside: str = "") -> str:
    """The indicator, our value and its rank among the comparable; the verdict where ours is not among them.

    beside: how our value stands to the nearest published one, said where there is no rank.
    """
    own = next((cell for cell in cells if cell.locality_code == ours), None)
    # ranks are of one indicator: figures of several stand beside each other and not in one order
    if own is None or len({cell.indicator_id for cell in cells}) > 1:
        return ""
    if own.value is None and own.value_low is None:
        return _fitting(_stated(own, say), own, say)
    named = {"indicator": own.indicator, "value": cell_text(own, say, told=True)}
    ranges = rank_ranges(cells) if own.better else places_from_most(cells)
    rank = dict(zip((cell.locality_code for cell in cells), ranges, strict=True))[ours]
    if rank is not None and rank.ranked >= LEAST_RANKED and own.better:
        place = str(rank.low) if rank.low == rank.high else say("{low}–{high}", low=rank.low, high=rank.high)
        return _fitting(say("{indicator} {value}, {rank} of {n}", rank=place, n=rank.ranked, **named), own, say)
    if own.drawable and not own.comparable:
        return _fitting(say("{indicator} {value}: {verdict}", verdict=strictest_label(own, say), **named), own, say)
    if beside:
        return _fitting(say("{indicator} {value}, {beside}", beside=beside, **named), own, say)
    return _fitting(say("{indicator} {value}", **named), own, say)


def fitting_title(titles: Sequence[str], say: Words) -> str:
    """The first of the titles that stands on a line; "" where none does."""
    return next((each for each in titles if len(each) <= longest(say)), "")


def beside_text(own: Cell, other: float, name: str, say: Words) -> str:
    """Whether our exact, comparable value is above or below another, by name; "" where that cannot be said."""
    if own.value is None or not own.comparable or own.bound != "exact":
        return ""
    low, high = marks.extent(own)
    if low <= other <= high:
        return ""
    return say("above {name}", name=name) if low > other else say("below {name}", name=name)


def trend_title(cells: Sequence[Cell], ours: str, say: Words) -> str:
    """The indicator, our newest value and how it differs from the year before; "" of several indicators."""
    own = [cell for cell in cells if cell.locality_code == ours]
    if len({cell.indicator_id for cell in own}) != 1:
        return ""
    points = [point for series in series_of(own) for point in series.points]
    *_, before, last = [None, None, *points]
    if last is None:
        return ""
    named = {"indicator": last.cell.indicator, "value": cell_text(last.cell, say, told=True)}
    exact = before is not None and {before.cell.bound, last.cell.bound} == {"exact"}
    if before is None or not exact or not joined(before, last):
        return _fitting(say("{indicator} {value}", **named), last.cell, say)
    difference = round(last.y - before.y, 6)
    if difference == 0:
        return _fitting(say("{indicator} {value}, as the year before", **named), last.cell, say)
    return _fitting(_changed(named, difference, last.cell, say), last.cell, say)


def _changed(named: dict[str, str], difference: float, cell: Cell, say: Words) -> str:
    """Value and change: a rate rises or falls by points, a count is more or less by its unit."""
    if cell.kind == "rate":
        points = points_text(difference, say)
        if difference > 0:
            return say("{indicator} {value}, up {amount}", amount=points, **named)
        return say("{indicator} {value}, down {amount}", amount=points, **named)
    amount = value_text(Amount(abs(difference), units()[cell.unit]), say, told=True)
    full = say("{indicator} {value}, {amount} fewer than before", amount=amount, **named)
    if difference > 0:
        full = say("{indicator} {value}, {amount} more than before", amount=amount, **named)
    if len(full) <= longest(say):
        return full
    # without the unit it is shorter, and the name of a count mostly says it
    bare = {"indicator": cell.indicator, "value": cell_value_text(cell, say, with_unit=False)}
    number = plain(abs(difference), 0)
    if difference > 0:
        return say("{indicator} {value}, up {amount}", amount=number, **bare)
    return say("{indicator} {value}, down {amount}", amount=number, **bare)


def _fitting(title: str, cell: Cell, say: Words) -> str:
    """The title; without what follows the value, or as the indicator alone, where it is longer than a line."""
    most = longest(say)
    shorter = (title, _stated(cell, say), cell.indicator)
    return next((each for each in shorter if len(each) <= most), cell.indicator[:most])


def _stated(cell: Cell, say: Words) -> str:
    """The indicator with its value; where it has none, with the verdict that says why."""
    told = cell_text(cell, say, told=True)
    if cell.value is None and cell.value_low is None:
        return say("{indicator}: {missing}", indicator=cell.indicator, missing=within_sentence(told, say))
    return say("{indicator} {value}", indicator=cell.indicator, value=told)
