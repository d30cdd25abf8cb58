"""What a new version changes, in sentences: 新增宣汉县2023年报告；万源市调解成功率由 98% 更正为 96.9%."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from faheng.model.change import CellChange, Differences, ReportChange
from faheng.words.catalogue import Words
from faheng.words.periods import date_text, year_text
from faheng.words.values import cell_value_text

# Of the places with new reports, and of the changes of one kind, that a sentence names.
MOST_NAMED = 5


@dataclass(frozen=True)
class ChangedValue:
    """The value of one side of a change, as values are put into words."""

    unit: str
    value: float | None
    value_text: str
    value_low: float | None
    value_high: float | None
    bound: str | None
    origin: str | None


def change_sentence(changes: Differences, day: date | None, say: Words) -> str:
    """All that a leader wants to know of a new version, in one sentence that begins with its day."""
    parts = list(change_parts(changes, say)) or [say("nothing changed")]
    text = say("; ").join(parts)
    return say("{day}: {changes}", day=date_text(day, say), changes=text) if day else text


def change_parts(changes: Differences, say: Words) -> Iterator[str]:
    """The parts of the sentence: reports, corrected values, cells that are gone or cannot be compared any more."""
    yield from of_reports([each for each in changes.reports if each.added], say, added=True)
    yield from of_reports([each for each in changes.reports if not each.added], say, added=False)
    yield from named([changed_text(each, say) for each in beside_reports(changes, changes.changed_values)], say)
    beside = beside_reports(changes, changes.new_cells)
    if not changes.reports:
        yield from named([new_text(each, say) for each in beside], say)
    elif beside:  # what comes of the reports elsewhere is no news of its own
        yield say.count("{n} further cell", "{n} further cells", len(beside))
    gone = beside_reports(changes, changes.gone_cells)
    yield from named([gone_text(each, say) for each in gone], say)
    yield from named([incomparable_text(each, say) for each in changes.now_incomparable], say)
    contradictions = [each for each in changes.findings if each.severity == "contradiction"]
    if contradictions:
        yield say.count("{n} new contradiction", "{n} new contradictions", len(contradictions))


def beside_reports(changes: Differences, cells: Iterable[CellChange]) -> list[CellChange]:
    """Those of the cells that no report filled or left which came or went: these are told with their report."""
    told = {(each.locality_code, each.year) for each in changes.reports}
    return [each for each in cells if (each.locality_code, each.year) not in told]


def of_reports(reports: Sequence[ReportChange], say: Words, *, added: bool) -> Iterator[str]:
    """Which reports came or went."""
    if not reports:
        return
    shown = [report_text(each, say) for each in reports[:MOST_NAMED]]
    listed = say(", ").join(shown)
    if len(reports) > len(shown):
        more = len(reports) - len(shown)
        listed = say.count("{listed} and {n} other", "{listed} and {n} others", more, listed=listed)
    yield say("added: {reports}", reports=listed) if added else say("left out: {reports}", reports=listed)


def report_text(report: ReportChange, say: Words) -> str:
    """A report by its place and year."""
    place = say.pick(report.locality_zh, report.locality_en)
    return say("the report of {place} for {year}", place=place, year=year_text(report.year, say))


def named(texts: Sequence[str], say: Words) -> Iterator[str]:
    """The first few, and how many more there are."""
    yield from texts[:MOST_NAMED]
    if len(texts) > MOST_NAMED:
        yield say.count("{n} further change like these", "{n} further changes like these", len(texts) - MOST_NAMED)


def changed_text(change: CellChange, say: Words) -> str:
    """A value that is another now."""
    return say(
        "{cell} corrected from {before} to {after}",
        cell=cell_name(change, say),
        before=cell_value_text(value_before(change), say),
        after=cell_value_text(value_after(change), say),
    )


def new_text(change: CellChange, say: Words) -> str:
    """A value where there was none."""
    return say("{cell} added, {after}", cell=cell_name(change, say), after=cell_value_text(value_after(change), say))


def gone_text(change: CellChange, say: Words) -> str:
    """A value that is no longer there."""
    return say("{cell} left out, {before} before", cell=cell_name(change, say),
               before=cell_value_text(value_before(change), say))  # fmt: skip


def incomparable_text(change: CellChange, say: Words) -> str:
    """A value that cannot be compared any more."""
    return say("{cell} can no longer be compared", cell=cell_name(change, say))


def cell_name(change: CellChange, say: Words) -> str:
    """The place and indicator of a cell, with its year."""
    return say(
        "{indicator} of {place} ({year})",
        indicator=say.pick(change.indicator_zh, change.indicator_en),
        place=say.pick(change.locality_zh, change.locality_en),
        year=year_text(change.year, say),
    )


def value_before(change: CellChange) -> ChangedValue:
    """The value of the earlier version."""
    return ChangedValue(
        change.unit, number(change.value_before), change.value_text_before, number(change.value_low_before),
        number(change.value_high_before), change.bound_before, change.origin_before,
    )  # fmt: skip


def value_after(change: CellChange) -> ChangedValue:
    """The value of the later version."""
    return ChangedValue(change.unit, number(change.value), change.value_text, number(change.value_low),
                        number(change.value_high), change.bound, change.origin)  # fmt: skip


def number(value: Decimal | None) -> float | None:
    """As charts and texts take it."""
    return None if value is None else float(value)
