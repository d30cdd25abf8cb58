"""The sentence above each chart: what it shows, in words, and nothing that the verdicts do not allow."""

from __future__ import annotations

from collections.abc import Sequence

from faheng.charts import marks
from faheng.charts.series import Point, Series, joined, series_of
from faheng.charts.shown import ThemeCoverage
from faheng.model import Cell, PlaceChange
from faheng.words.areas import change_texts
from faheng.words.catalogue import Words
from faheng.words.periods import cell_period_text, year_text
from faheng.words.values import Amount, cell_value_text, change_text, points_text, signed, units, value_text
from faheng.words.verdict_names import strictest_label

MOST_TOLD = 3


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
    return {"locality": cell.locality, "value": cell_value_text(cell, say, told=True)}


def _last_change(series: Series, say: Words) -> str:
    last = series.points[-1]
    named = _named(last.cell, say) | {"period": cell_period_text(last.cell, say)}
    if len(series.points) == 1:
        return say("{locality}, {period}: {value}; there is no other year to compare it with.", **named)
    before = series.points[-2]
    if not joined(before, last):
        reason = _no_change(before, last, series.changes, say)
        return say("{locality}, {period}: {value}; {reason}.", **named, reason=reason)
    change = change_on_year_before(before, last, say)
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


def change_on_year_before(before: Point, last: Point, say: Words) -> str:
    """How a value differs from that of the year before, where a line may join the two (series.joined)."""
    if last.cell.bound != "exact" or before.cell.bound != "exact":
        return say("but no change is given: one of the two values is only a bound")
    difference = round(last.y - before.y, 6)
    if difference == 0:
        return say("the same as the year before")
    if last.cell.kind == "rate":
        points, rest = points_text(difference, say), _overlap(before, last, say)
        if difference > 0:
            return say("up {points} on the year before{rest}", points=points, rest=rest)
        return say("down {points} on the year before{rest}", points=points, rest=rest)
    unit = units()[last.cell.unit]
    amount = value_text(Amount(abs(difference), unit), say, told=True)
    rest = _share(difference, before, say)
    if difference > 0:
        return say("{amount} more than the year before{rest}", amount=amount, rest=rest)
    return say("{amount} fewer than the year before{rest}", amount=amount, rest=rest)


def brief_change(before: Point, last: Point, say: Words) -> str:
    """The same where a column says already what it is set against: "+5 件（+3.2%）", "−1.2 个百分点"."""
    if last.cell.bound != "exact" or before.cell.bound != "exact":
        return no_brief_change(say)
    difference = round(last.y - before.y, 6)
    if difference == 0:
        return say("unchanged")
    sign = signed(difference)[0]
    if last.cell.kind == "rate":
        return sign + points_text(difference, say) + _overlap(before, last, say)
    amount = sign + value_text(Amount(abs(difference), units()[last.cell.unit]), say)
    return amount + _share(difference, before, say)


def no_brief_change(say: Words) -> str:
    """What stands in the place of a change where one of the two values is only a bound."""
    return say("not both exact")


def _share(difference: float, before: Point, say: Words) -> str:
    """The change in percent of the value before, in brackets; "" where that is nought."""
    return say(" ({share})", share=change_text(difference / before.y)) if before.y else ""


def _overlap(before: Point, last: Point, say: Words) -> str:
    """The intervals' word on a change of two rates: nothing where one is unknown or they stand apart."""
    ends = [end for p in (before, last) for end in (p.cell.interval_low, p.cell.interval_high)]
    if None in ends:
        return ""
    (low_before, high_before), (low, high) = marks.interval(before.cell), marks.interval(last.cell)
    apart = high_before < low or high < low_before
    return "" if apart else say("; the 95% intervals overlap, so the two years cannot be told apart")
