"""Two places side by side: each indicator that either states, with their difference or why none is given."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from faheng.charts.standing import apart_text
from faheng.model import Cell
from faheng.views.profile import chapters_in_order, reported_years
from faheng.views.view import View, view_of
from faheng.words.catalogue import Words
from faheng.words.values import Amount, points_text, signed, units, value_text
from faheng.words.verdicts import verdict_sentence

__all__ = ["Pair", "PairLine", "line_of_two", "other_place", "pair", "pair_message", "pair_title"]

_DECIMALS = 2


@dataclass(frozen=True, slots=True)
class PairLine:
    """One indicator of two places. difference: ours against theirs in words; reason: why there is none; one is "".

    brief: the difference under a head that names both, "−278 件"; "" where there is none.
    """

    ours: Cell
    theirs: Cell
    difference: str
    reason: str
    brief: str = ""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two places by name, and what either states by the chapters of the outline: (name, lines), none empty."""

    ours: str
    theirs: str
    chapters: tuple[tuple[str, tuple[PairLine, ...]], ...]

    @property
    def lines(self) -> tuple[PairLine, ...]:
        """Every line, in the order of the chapters."""
        return tuple(line for _, lines in self.chapters for line in lines)

    @property
    def compared(self) -> int:
        """How many indicators may be set against each other."""
        return sum(not line.reason for line in self.lines)

    @property
    def compared_first(self) -> list[tuple[str, list[PairLine]]]:
        """The chapters, in each of them what may be compared before what may not."""
        return [(name, sorted(lines, key=lambda line: bool(line.reason))) for name, lines in self.chapters]


def pair_title(shown: Pair, say: Words) -> str:
    """The two by name."""
    return say("{ours} and {theirs}", ours=shown.ours, theirs=shown.theirs)


def pair_message(shown: Pair, say: Words) -> str:
    """Of how many indicators it is, and how many of them may be compared."""
    return say(
        "Of {n} indicators that either states, {m} may be set against each other.",
        n=len(shown.lines), m=shown.compared,
    )  # fmt: skip


def other_place(view: View) -> str:
    """The place beside ours: the first that the reader set there, else the first among those that suit; "" for none."""
    return next((code for code in view.places if code != view.ours), "")


def pair(other: str, page: View) -> Pair:
    """Both places over all indicators of the catalogue, as the selection has the years.

    Where it names none, each indicator is of the newest year in which both may be compared, else of the latest of each.
    """
    view = replace(page, places=(page.ours, other))
    order = chapters_in_order(view)
    cells = {
        (cell.indicator_id, cell.locality_code): cell for cell in view.cells([each.indicator_id for each in order])
    }
    if view.selection.years is None:
        cells |= _in_common_years(view, [each.indicator_id for each in order])
    chapters = []
    for _, group in groupby(order, key=lambda each: each.chapter):
        members = list(group)
        both = [(cells[each.indicator_id, view.ours], cells[each.indicator_id, other]) for each in members]
        lines = tuple(line_of_two(ours, theirs, view.say) for ours, theirs in both if ours.drawable or theirs.drawable)
        if lines:
            chapters.append((members[0].chapter_name, lines))
    return Pair(view.our_name, view_of(view.selection, other).our_name, tuple(chapters))


def _in_common_years(view: View, indicators: Sequence[str]) -> dict[tuple[str, str], Cell]:
    """The cells of each indicator in the newest year in which both places may be compared, by indicator and place."""
    years = sorted({year for code in view.places for year in reported_years(code)}, reverse=True)
    by_year: dict[tuple[str, int | None], list[Cell]] = {}
    for cell in view.cells(indicators, years=years):
        by_year.setdefault((cell.indicator_id, cell.year), []).append(cell)
    found: dict[tuple[str, str], Cell] = {}
    for indicator in indicators:
        both = (by_year.get((indicator, year), []) for year in years)
        common = next((cells for cells in both if len(cells) > 1 and all(_may_stand(cell) for cell in cells)), [])
        found |= {(cell.indicator_id, cell.locality_code): cell for cell in common}
    return found


def _may_stand(cell: Cell) -> bool:
    return cell.comparable and cell.drawable


def line_of_two(ours: Cell, theirs: Cell, say: Words) -> PairLine:
    """The line of one indicator: how far apart the two are, or why that is not said."""
    barred = _barred((ours, theirs), say)
    if barred:
        return PairLine(ours, theirs, "", barred)
    if not _told_apart(ours, theirs):
        overlap = say("not to be told apart: the 95% intervals overlap")
        return PairLine(ours, theirs, overlap, "", say("not to be told apart"))
    return PairLine(ours, theirs, apart_text(ours, theirs, say) or say("equal"), "", _brief(ours, theirs, say))


def _brief(ours: Cell, theirs: Cell, say: Words) -> str:
    """The difference with its sign: "+2.7 个百分点", "−278 件"; "equal" for none."""
    gap = round((ours.value or 0.0) - (theirs.value or 0.0), _DECIMALS)
    if gap == 0:
        return say("equal")
    sign = signed(gap)[0]
    if ours.kind == "rate":
        return sign + points_text(gap, say)
    return sign + value_text(Amount(abs(gap), units()[ours.unit]), say)


def _barred(cells: Sequence[Cell], say: Words) -> str:
    """Why the two may not be set against each other, by the first that may not; "" where they may."""
    first = next((cell for cell in cells if not _may_stand(cell)), None)
    if first is not None:
        return say("{place}: {reason}", place=first.locality, reason=verdict_sentence(first, say))
    if len({cell.year for cell in cells}) > 1:
        return say("of different years")
    bound = next((cell for cell in cells if cell.bound != "exact"), None)
    return say("{place}: not an exact value", place=bound.locality) if bound else ""


def _told_apart(ours: Cell, theirs: Cell) -> bool:
    """Whether the 95% intervals, where both are known, lie apart."""
    low, high = (ours, theirs) if (ours.value or 0) <= (theirs.value or 0) else (theirs, ours)
    if low.interval_high is None or high.interval_low is None or low.value == high.value:
        return True
    return low.interval_high < high.interval_low
