"""The sentence above each chart: what it shows, in words, and nothing that the verdicts do not allow."""

from __future__ import annotations

from collections.abc import Sequence

from faheng.charts import marks
from faheng.charts.references import ReferenceLine, reference
from faheng.charts.series import Point, Series, joined, series_of
from faheng.charts.shown import ThemeCoverage
from faheng.model import Benchmark, Cell, PlaceChange
from faheng.ranks import rank_ranges
from faheng.words.areas import change_texts
from faheng.words.catalogue import Words
from faheng.words.periods import cell_period_text, within_brackets, year_text
from faheng.words.values import Amount, cell_value_text, change_text, points_text, units, value_text
from faheng.words.verdict_names import strictest_label
from faheng.words.verdicts import verdict_sentence

LEAST_RANKED = 3
MOST_TOLD = 3


def ranking_sentence(
    cells: Sequence[Cell], benchmarks: Sequence[Benchmark], ours: str, say: Words, *, home: Sequence[str] = ()
) -> str:
    """Where our locality stands, or why it cannot be said.

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
    return _standing(cell, cells, _nearest(benchmarks, cell, home, say), say)


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


def trend_sentence(cells: Sequence[Cell], say: Words, changes: Sequence[PlaceChange] = ()) -> str:
    """The last change on the year before of each locality of one indicator, three at most."""
    shown = series_of(cells, changes)
    if not shown:
        return say("No report held states this for these years.")
    return say.pick("", " ").join(_last_change(series, say) for series in shown[:MOST_TOLD])


def trends_sentence(cells: Sequence[Cell], ours: str, say: Words, changes: Sequence[PlaceChange] = ()) -> str:
    """Our place's last change for each of several indicators, three at most; then those missing in every year."""
    own: dict[str, list[Cell]] = {}
    for cell in cells:
        if cell.locality_code == ours:
            own.setdefault(cell.indicator_id, []).append(cell)
    held = [years for years in own.values() if series_of(years)]
    sentences = [
        say("{indicator}: {sentence}", indicator=years[0].indicator, sentence=trend_sentence(years, say, changes))
        for years in held[:MOST_TOLD]
    ]
    others = len(held) - len(sentences)
    if others:
        more = say.count("One more indicator is in the table.", "{n} more indicators are in the table.", others)
        sentences.append(more)
    sentences += _missing([_last_read(years) for years in own.values() if not series_of(years)], say)
    return say.pick("", " ").join(sentences) or say("No report held states this for these years.")


def _last_read(years: Sequence[Cell]) -> Cell:
    """The last year of which a report is held; the last year where there is none."""
    held = [cell for cell in years if cell.verdicts not in ((), ("no_report",))]
    return (held or years)[-1]


def _missing(latest: Sequence[Cell], say: Words) -> list[str]:
    """The indicators without a value, by what their last year's verdict says: "甲、乙：未披露。"."""
    by_label: dict[str, list[str]] = {}
    for cell in latest:
        by_label.setdefault(strictest_label(cell, say), []).append(cell.indicator)
    return [
        say("{indicators}: {verdict}.", indicators=say(", ").join(names), verdict=label)
        for label, names in by_label.items()
    ]  # fmt: skip


def coverage_sentence(covered: Sequence[ThemeCoverage], say: Words) -> str:
    """Which report states most of the catalogue and which least."""
    by_report: dict[str, list[ThemeCoverage]] = {}
    for each in covered:
        by_report.setdefault(each.report_id, []).append(each)
    if not by_report:
        return say("No report is held yet.")
    most, least = max(by_report.values(), key=_reported), min(by_report.values(), key=_reported)
    if _reported(most) == _reported(least):
        return say("Each of the reports states {n} of {all} indicators.", n=_reported(most), all=_catalogue(most))
    return say(
        "The report {most} states most indicators ({n} of {all}), the report {least} fewest ({m} of {rest}).",
        most=_report(most[0], say), n=_reported(most), all=_catalogue(most),
        least=_report(least[0], say), m=_reported(least), rest=_catalogue(least),
    )  # fmt: skip


def _reported(themes: Sequence[ThemeCoverage]) -> int:
    return sum(each.reported for each in themes)


def _catalogue(themes: Sequence[ThemeCoverage]) -> int:
    return sum(each.catalogue for each in themes)


def _report(covered: ThemeCoverage, say: Words) -> str:
    return covered.locality if covered.year is None else f"{covered.locality} {year_text(covered.year, say)}"


def _named(cell: Cell, say: Words) -> dict[str, str]:
    return {"locality": cell.locality, "value": cell_value_text(cell, say)}


def _nothing_ours(cells: Sequence[Cell], say: Words) -> str:
    shown = marks.drawable(cells)
    ordered = sorted((cell for cell in shown if cell.comparable), key=marks.position)
    if not shown:
        return say("No report held states this for these localities.")
    if not ordered:
        return say("The values differ in definition or period: none can be compared with another.")
    if len(ordered) == 1:
        return say("Only {locality} {value} meets the comparison's definition and period.", **_named(ordered[0], say))
    low, high = ordered[0], ordered[-1]
    least, most = cell_value_text(low, say), cell_value_text(high, say)
    if least == most:
        return say("All {n} comparable localities have {value}.", n=len(ordered), value=least)
    return say(
        "Of {n} comparable localities {high} {high_value} is the highest, {low} {low_value} the lowest.",
        n=len(ordered), high=high.locality, high_value=most, low=low.locality, low_value=least,
    )  # fmt: skip


def _standing(cell: Cell, cells: Sequence[Cell], line: ReferenceLine | None, say: Words) -> str:
    named = _named(cell, say) | {"period": within_brackets(cell_period_text(cell, say), say)}
    start = say("{locality} {value} ({period})", **named) if line is None else _against(cell, line, named, say)
    rank = _rank(cell, cells, say)
    return say("{statement}; {more}.", statement=start, more=rank) if rank else say("{statement}.", statement=start)


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
    return say("{locality} {value} ({period}), of which it cannot be said how it stands to {benchmark}", **others)


def _rank(cell: Cell, cells: Sequence[Cell], say: Words) -> str:
    """The range of places among comparable peers of its level; nothing among fewer than LEAST_RANKED."""
    ranks = dict(zip((each.locality_code for each in cells), rank_ranges(cells), strict=True))
    rank = ranks[cell.locality_code]
    if rank is None or rank.ranked < LEAST_RANKED:
        return ""
    best, worst = rank.low, rank.high
    places = str(best) if best == worst else say("{low}–{high}", low=best, high=worst)
    return say("rank {rank} of {n} comparable localities", rank=places, n=rank.ranked)


def _nearest(benchmarks: Sequence[Benchmark], cell: Cell, home: Sequence[str], say: Words) -> ReferenceLine | None:
    """The latest drawn benchmark of the nearest region that has one."""
    drawn = [benchmark for benchmark in benchmarks if benchmark.drawn]
    for region in home or (say("China"),):
        own = sorted((benchmark for benchmark in drawn if benchmark.region == region), key=lambda each: each.period)
        if own:
            return reference(own[-1], units()[cell.unit], say)
    return None


def _last_change(series: Series, say: Words) -> str:
    last = series.points[-1]
    named = _named(last.cell, say) | {"period": cell_period_text(last.cell, say)}
    if len(series.points) == 1:
        return say("{locality}, {period}: {value}; there is no other year to compare it with.", **named)
    before = series.points[-2]
    if not joined(before, last):
        reason = _no_change(before, last, series.changes, say)
        return say("{locality}, {period}: {value}; {reason}.", **named, reason=reason)
    change = _change(before, last, say)
    across = [each for each in series.changes if before.year < each.year <= last.year]
    if across:
        change = say("{change} ({remark})", change=change, remark=say("; ").join(change_texts(across, say)))
    if before.implied:
        change = say("{change} (the year before is implied by the stated growth)", change=change)
    return say("{locality}, {period}: {value}, {change}.", **named, change=change)


def _no_change(before: Point, last: Point, changes: Sequence[PlaceChange], say: Words) -> str:
    if before.era != last.era:
        since = [each for each in changes if not each.joined and before.year < each.year <= last.year]
        return say("; ").join(change_texts(since, say))
    if before.span or last.span:
        return say("its period is not one year, so it is not set against the year before")
    if before.definition != last.definition or before.odd != last.odd:
        return say("its definition differs from the value before, so no change is given")
    return say("no figure of the year before is held, so no change is given")


def _change(before: Point, last: Point, say: Words) -> str:
    if last.cell.bound != "exact" or before.cell.bound != "exact":
        return say("one of the two is only a bound, so no change is given")
    difference = round(last.y - before.y, 6)
    if difference == 0:
        return say("the same as the year before")
    if last.cell.kind == "rate":
        points = points_text(difference, say) + _overlap(before, last, say)
        if difference > 0:
            return say("up on the year before by {points}", points=points)
        return say("down on the year before by {points}", points=points)
    unit = units()[last.cell.unit]
    amount = value_text(Amount(abs(difference), unit), say)
    rest = say(" ({share})", share=change_text(difference / before.y)) if before.y else ""
    if difference > 0:
        return say("{amount} more than the year before{rest}", amount=amount, rest=rest)
    return say("{amount} less than the year before{rest}", amount=amount, rest=rest)


def _overlap(before: Point, last: Point, say: Words) -> str:
    """The intervals' word on a change of two rates: nothing where one is unknown or they stand apart."""
    ends = [end for p in (before, last) for end in (p.cell.interval_low, p.cell.interval_high)]
    if None in ends:
        return ""
    (low_before, high_before), (low, high) = marks.interval(before.cell), marks.interval(last.cell)
    apart = high_before < low or high < low_before
    return "" if apart else say(", the 95% intervals overlap: not to be told apart")
