"""The sentence above each chart: what it shows, in words, and nothing that the verdicts do not allow."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from faheng.charts import marks
from faheng.charts.references import Reference, references
from faheng.charts.series import Point, Series, joined, series_of
from faheng.ranks import rank_ranges
from faheng.words.catalogue import Words
from faheng.words.periods import row_period_text, within_brackets, year_text
from faheng.words.rows import is_comparable, is_own_definition, number_of, text_of, verdicts_of
from faheng.words.values import change_text, points_text, row_value_text, units, value_text
from faheng.words.verdicts import strictest_label, verdict_sentence

LEAST_RANKED = 3
MOST_TOLD = 3


def ranking_sentence(
    cells: pd.DataFrame,
    benchmarks: pd.DataFrame | None,
    ours: str,
    say: Words,
    *,
    home: Sequence[str] = (),
) -> str:
    """Where our locality stands, or why it cannot be said.

    home: the regions our locality lies in, nearest first ("青海", "全国"), by default the country alone; the first
    with a drawn benchmark is named. A region in which our locality does not lie never is.
    """
    mine = cells[cells["locality_code"] == ours]
    if mine.empty:
        return _nothing_ours(cells, say)
    cell = mine.iloc[0]
    if number_of(cell, "value") is None and number_of(cell, "value_low") is None:
        return say("{locality}: {reason}", locality=text_of(cell, "locality"), reason=verdict_sentence(cell, say))
    if not is_comparable(cell):
        reason = verdict_sentence(cell, say)
        return say("{locality} {value}: {reason}", **_named(cell, say), reason=reason)
    return _standing(cell, cells, _reference(benchmarks, cell, home, say), say)


def gap_text(cell: pd.Series, line: Reference, say: Words) -> str:
    """The reference line by name and, where definition and scope agree, how far the cell's rate is from it."""
    value = number_of(cell, "value")
    alike = is_own_definition(cell) and not text_of(cell, "scope") and text_of(cell, "bound") == "exact"
    # A figure of five months or of two years is no yearly figure, and the lines are yearly ones.
    alike = alike and text_of(cell, "period_kind") in ("year", "as_of")
    if value is None or not alike or text_of(cell, "kind") != "rate" or value == line.value:
        return line.label
    points = points_text(value - line.value, say)
    if value > line.value:
        return say("{points} above {benchmark}", points=points, benchmark=line.label)
    return say("{points} below {benchmark}", points=points, benchmark=line.label)


def trend_sentence(cells: pd.DataFrame, say: Words) -> str:
    """The last change on the year before of each locality of one indicator, three at most."""
    shown = series_of(cells)
    if not shown:
        return say("No report held states this for these years.")
    return say.pick("", " ").join(_last_change(series, say) for series in shown[:MOST_TOLD])


def trends_sentence(cells: pd.DataFrame, ours: str, say: Words) -> str:
    """Our place's last change for each of several indicators, three at most; then those missing in every year."""
    own = [rows for _, rows in cells[cells["locality_code"] == ours].groupby("indicator_id", sort=False)]
    held = [rows for rows in own if series_of(rows)]
    told = [
        say("{indicator}: {sentence}", indicator=text_of(rows.iloc[0], "indicator"), sentence=trend_sentence(rows, say))
        for rows in held[:MOST_TOLD]
    ]
    others = len(held) - len(told)
    if others:
        told.append(say.count("One more indicator is in the table.", "{n} more indicators are in the table.", others))
    told += _missing([_last_read(rows) for rows in own if not series_of(rows)], say)
    return say.pick("", " ").join(told) or say("No report held states this for these years.")


def _last_read(rows: pd.DataFrame) -> pd.Series:
    """The last year of which a report is held; the last year where there is none."""
    held = rows[[verdicts_of(row) not in ([], ["no_report"]) for _, row in rows.iterrows()]]
    return (held if len(held) else rows).iloc[-1]


def _missing(latest: Sequence[pd.Series], say: Words) -> list[str]:
    """The indicators without a value, by what their last year's verdict says: "甲、乙：未披露。"."""
    labels = [strictest_label(cell, say) for cell in latest]
    names = {
        label: [text_of(cell, "indicator") for cell, own in zip(latest, labels, strict=True) if own == label]
        for label in labels
    }
    return [say("{indicators}: {verdict}.", indicators=say(", ").join(names[label]), verdict=label) for label in names]


def coverage_sentence(rows: pd.DataFrame, say: Words) -> str:
    """Which report states most of the catalogue and which least; rows as coverage() takes them."""
    sums = (
        rows.groupby(["report_id", "locality", "year"], sort=False, dropna=False)[["reported", "catalogue"]]
        .sum()
        .reset_index()
    )
    if sums.empty:
        return say("No report is held yet.")
    most, least = sums.iloc[int(sums["reported"].argmax())], sums.iloc[int(sums["reported"].argmin())]
    if most["reported"] == least["reported"]:
        return say("Each of the reports states {n} of {all} indicators.", n=most["reported"], all=most["catalogue"])
    return say(
        "The report {most} states most indicators ({n} of {all}), the report {least} fewest ({m} of {rest}).",
        most=_report(most, say),
        n=most["reported"],
        all=most["catalogue"],
        least=_report(least, say),
        m=least["reported"],
        rest=least["catalogue"],
    )


def _report(row: pd.Series, say: Words) -> str:
    return f"{row['locality']} {year_text(int(row['year']), say)}"


def _named(cell: pd.Series, say: Words) -> dict[str, str]:
    return {"locality": text_of(cell, "locality"), "value": row_value_text(cell, say)}


def _nothing_ours(cells: pd.DataFrame, say: Words) -> str:
    shown = marks.drawable(cells)
    comparable = shown[[is_comparable(cell) for _, cell in shown.iterrows()]] if len(shown) else shown
    if shown.empty:
        return say("No report held states this for these localities.")
    if comparable.empty:
        return say("The values differ in definition or period: none can be compared with another.")
    ordered = sorted((cell for _, cell in comparable.iterrows()), key=marks.position)
    if len(ordered) == 1:
        return say("Only {locality} {value} meets the comparison's definition and period.", **_named(ordered[0], say))
    low, high = _named(ordered[0], say), _named(ordered[-1], say)
    if low["value"] == high["value"]:
        return say("All {n} comparable localities have {value}.", n=len(ordered), value=low["value"])
    return say(
        "Of {n} comparable localities {high} {high_value} is the highest, {low} {low_value} the lowest.",
        n=len(ordered), high=high["locality"], high_value=high["value"], low=low["locality"], low_value=low["value"],
    )  # fmt: skip


def _standing(cell: pd.Series, cells: pd.DataFrame, reference: Reference | None, say: Words) -> str:
    named = _named(cell, say) | {"period": within_brackets(row_period_text(cell, say), say)}
    if reference is None:
        start = say("{locality} {value} ({period})", **named)
    else:
        start = _against(cell, reference, named, say)
    rank = _rank(cell, cells, say)
    return say("{statement}; {more}.", statement=start, more=rank) if rank else say("{statement}.", statement=start)


def _against(cell: pd.Series, reference: Reference, named: dict[str, str], say: Words) -> str:
    low, high = marks.extent(cell)
    others, bound = named | {"benchmark": reference.label}, text_of(cell, "bound")
    if low < reference.value < high:
        return say("{locality} {value} ({period}), not to be told apart from {benchmark}", **others)
    value = marks.position(cell)
    if value > reference.value and bound != "at_most":
        return say("{locality} {value} ({period}), above {benchmark}", **others)
    if value < reference.value and bound != "at_least":
        return say("{locality} {value} ({period}), below {benchmark}", **others)
    if value == reference.value and bound == "exact":
        return say("{locality} {value} ({period}), level with {benchmark}", **others)
    return say("{locality} {value} ({period}), of which it cannot be said how it stands to {benchmark}", **others)


def _rank(cell: pd.Series, cells: pd.DataFrame, say: Words) -> str:
    """The range of places among comparable peers of its level; nothing among fewer than LEAST_RANKED."""
    numbered = cells.reset_index(drop=True)
    ranks = rank_ranges(numbered)[numbered["locality_code"] == cell["locality_code"]].iloc[0]
    if pd.isna(ranks["rank_low"]) or ranks["ranked"] < LEAST_RANKED:
        return ""
    best, worst = int(ranks["rank_low"]), int(ranks["rank_high"])
    rank = str(best) if best == worst else say("{low}–{high}", low=best, high=worst)
    return say("rank {rank} of {n} comparable localities", rank=rank, n=int(ranks["ranked"]))


def _reference(benchmarks: pd.DataFrame | None, cell: pd.Series, home: Sequence[str], say: Words) -> Reference | None:
    if benchmarks is None or benchmarks.empty:
        return None
    drawn = benchmarks[benchmarks["drawn"].astype(bool)]
    regions = home or (say("China"),)
    near = next((region for region in regions if (drawn["region"] == region).any()), None)
    # of several years the latest
    latest = drawn[drawn["region"] == near].sort_values("period").tail(1)
    found = references(latest, units()[text_of(cell, "unit")], say)
    return found[0] if found else None


def _last_change(series: Series, say: Words) -> str:
    last = series.points[-1]
    named = _named(last.cell, say) | {"period": row_period_text(last.cell, say)}
    if len(series.points) == 1:
        return say("{locality}, {period}: {value}; there is no other year to compare it with.", **named)
    before = series.points[-2]
    if not joined(before, last):
        return say("{locality}, {period}: {value}; {reason}.", **named, reason=_no_change(before, last, say))
    change = _change(before, last, say)
    if before.implied:
        change = say("{change} (the year before is implied by the stated growth)", change=change)
    return say("{locality}, {period}: {value}, {change}.", **named, change=change)


def _no_change(before: Point, last: Point, say: Words) -> str:
    if before.span or last.span:
        return say("its period is not one year, so it is not set against the year before")
    if before.definition != last.definition:
        return say("its definition differs from the value before, so no change is given")
    return say("no figure of the year before is held, so no change is given")


def _change(before: Point, last: Point, say: Words) -> str:
    if text_of(last.cell, "bound") != "exact" or text_of(before.cell, "bound") != "exact":
        return say("one of the two is only a bound, so no change is given")
    difference = round(last.y - before.y, 6)
    if difference == 0:
        return say("the same as the year before")
    if text_of(last.cell, "kind") == "rate":
        points = points_text(difference, say) + _overlap(before, last, say)
        if difference > 0:
            return say("up on the year before by {points}", points=points)
        return say("down on the year before by {points}", points=points)
    unit = units()[text_of(last.cell, "unit")]
    amount = value_text(abs(difference), unit, "exact", say)
    rest = say(" ({share})", share=change_text(difference / before.y)) if before.y else ""
    if difference > 0:
        return say("{amount} more than the year before{rest}", amount=amount, rest=rest)
    return say("{amount} less than the year before{rest}", amount=amount, rest=rest)


def _overlap(before: Point, last: Point, say: Words) -> str:
    """The intervals' word on a change of two rates: nothing where one is unknown or they stand apart."""
    ends = [number_of(p.cell, end) for p in (before, last) for end in ("interval_low", "interval_high")]
    if None in ends:
        return ""
    (low_before, high_before), (low, high) = marks.interval(before.cell), marks.interval(last.cell)
    apart = high_before < low or high < low_before
    return "" if apart else say(", the 95% intervals overlap: not to be told apart")
