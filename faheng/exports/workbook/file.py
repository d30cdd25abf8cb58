"""The whole workbook: what it is, charts, every fact with verdict and evidence, definitions, sources."""

from __future__ import annotations

import io
import re
from datetime import datetime, time
from typing import Any

import xlsxwriter

from faheng.exports.annex import quoted
from faheng.exports.briefing import Briefing, BriefingView, Entry, Fact, about, note_lines
from faheng.exports.chart_workbook import OPTIONS
from faheng.exports.clean import plain_text
from faheng.exports.workbook.charts import HEIGHT, native_chart, write_numbers
from faheng.exports.workbook.sheets import Percent, Styles, Value, add_table, set_paper, sheet_name, told_line
from faheng.words.catalogue import Words
from faheng.words.periods import date_text

_ROW_PX = 20
_DECIMALS = re.compile(r"\d\.(\d+)")
_WIDE = 110
# Columns that a chart stands over, and columns of the data that are printed.
_COLUMNS, _PRINTED, _LONG = 15, 12, 70


def xlsx_bytes(briefing: Briefing, say: Words) -> bytes:
    """The briefing as an .xlsx."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, OPTIONS | {"constant_memory": False})
    made = datetime.combine(briefing.made_on, time.min)
    book.set_properties({"title": plain_text(briefing.cover.title), "author": plain_text(briefing.cover.unit),
                         "comments": plain_text(briefing.made(say)), "created": made})  # fmt: skip
    styles = Styles(book)
    _add_about(book, briefing, styles, say)
    _add_charts(book, briefing, styles, say)
    _add_facts(book, briefing, styles, say)
    _add_entries(book, briefing, styles, say)
    _add_sources(book, briefing, styles, say)
    book.close()
    return out.getvalue()


def _add_about(book: Any, briefing: Briefing, styles: Styles, say: Words) -> None:
    """What the workbook is, and what each view of it says, with the link that opens it."""
    sheet = book.add_worksheet(sheet_name(say("About")))
    sheet.set_column(0, 0, 6)
    sheet.set_column(1, 1, _WIDE)
    sheet.set_row(0, 28)
    sheet.write_string(0, 0, plain_text(briefing.cover.title), styles.of("title"))
    lines = [briefing.cover.unit, briefing.cover.day, briefing.made(say)]
    row = 1
    for text in filter(None, lines):
        sheet.write_string(row, 0, plain_text(text), styles.of("plain"))
        row += 1
    for i, view in enumerate(briefing.views, start=1):
        row = _add_view(sheet, view, i, row + 1, styles, say)
    set_paper(sheet, across=False)


def _add_view(sheet: Any, view: BriefingView, number: int, row: int, styles: Styles, say: Words) -> int:
    sheet.write_number(row, 0, number, styles.of("section"))
    sheet.write_string(row, 1, plain_text(view.title), styles.of("section"))
    told = [view.message, about(view, say), *note_lines(view, say)]
    for text in filter(None, told):
        row += 1
        sheet.write_string(row, 1, plain_text(text), styles.of("told"))
    if view.link:
        row += 1
        _write_link(sheet, row, 1, view.link, styles)
    return row + 1


def _write_link(sheet: Any, row: int, column: int, link: str, styles: Styles) -> None:
    """The address; one that leads into the net can be clicked."""
    cleaned = plain_text(link)
    if cleaned.startswith(("http://", "https://")):
        sheet.write_url(row, column, cleaned, styles.of("link"), string=cleaned)
    else:
        sheet.write_string(row, column, cleaned, styles.of("told"))


def _add_charts(book: Any, briefing: Briefing, styles: Styles, say: Words) -> None:
    """One below the other with title and note, drawn from the numbers on the next sheet."""
    views = [view for view in briefing.views if view.chart is not None]
    if not views:
        return
    sheet = book.add_worksheet(sheet_name(say("Charts")))
    data = book.add_worksheet(sheet_name(say("Numbers of the charts")))
    data.set_column(0, 0, 28)
    data.set_column(1, 40, 16)
    row, top = 0, 0
    breaks: list[int] = []
    for view in views:
        assert view.chart is not None  # noqa: S101 (chosen above)
        told_line(sheet, row, _COLUMNS, view.title, styles.of("section"), size=12)
        told_line(sheet, row + 1, _COLUMNS, view.message, styles.of("told"))
        told_line(sheet, row + 2, _COLUMNS, about(view, say), styles.of("told"))
        after = write_numbers(data, view.chart, view.title, top, styles, say)
        drawn = native_chart(book, view.chart, data.get_name(), top)
        sheet.insert_chart(row + 3, 0, drawn, {"description": plain_text(view.message)})
        row, top = row + 3 + HEIGHT // _ROW_PX + 1, after
        for text in note_lines(view, say):
            told_line(sheet, row, _COLUMNS, text, styles.of("told"))
            row += 1
        breaks.append(row)
    sheet.print_area(0, 0, row, _COLUMNS - 1)
    sheet.set_h_pagebreaks(breaks[:-1])
    set_paper(sheet)
    set_paper(data)


def _add_facts(book: Any, briefing: Briefing, styles: Styles, say: Words) -> None:
    """Every fact of every view, a row each: numbers as numbers, beside them the words of the page."""
    sheet = book.add_worksheet(sheet_name(say("Data")))
    head = [
        say("Place"), say("Indicator"), say("Year"), say("Number"), say("Unit"), say("Value"), say("Verdict"),
        say("Period"), say("Phrase of the report"), say("Report"), say("Publisher"), say("Published on"),
        say("95% interval from"), say("to"), say("Reason"), say("Scope"), say("Source"), say("Observation"), say("View"),
    ]  # fmt: skip
    rows = [
        [*_fact(fact, say), view.title]
        for view in briefing.views
        for fact in view.facts
    ]  # fmt: skip
    add_table(sheet, head, rows, styles, printed=_PRINTED)


def _fact(fact: Fact, say: Words) -> list[Value]:
    def number(value: float | None, shown: str = "") -> Value:
        if value is None or not fact.percent:
            return value
        found = _DECIMALS.search(shown)
        return Percent(value, (len(found[1]) if found else 0) if shown else 1)

    return [
        fact.place, fact.indicator, fact.year, number(fact.value, fact.shown), fact.unit, fact.shown, fact.verdict,
        fact.period, quoted(fact, say), fact.report, fact.publisher, fact.published_on,
        number(fact.low), number(fact.high), fact.reason, fact.scope, fact.url, fact.observation,
    ]  # fmt: skip


def _add_entries(book: Any, briefing: Briefing, styles: Styles, say: Words) -> None:
    """Definitions, the meaning of verdicts and findings on one sheet, told apart by a column."""
    kinds: list[tuple[str, tuple[Entry, ...]]] = [
        (say("Definition"), briefing.definitions), (say("Verdict"), briefing.verdicts), (say("Finding"), briefing.findings)
    ]  # fmt: skip
    rows = [[kind, each.name, each.text] for kind, entries in kinds for each in entries]
    if rows:
        add_table(book.add_worksheet(sheet_name(say("Definitions"))), [say("Kind"), say("Name"), say("Text")], rows, styles,
                  widest=_LONG)  # fmt: skip


def _add_sources(book: Any, briefing: Briefing, styles: Styles, say: Words) -> None:
    """A row a report."""
    facts = {fact.report: fact for view in briefing.views for fact in view.facts if fact.observation and fact.report}
    rows = [
        [fact.report, fact.publisher, date_text(fact.published_on, say) or say("date not stated"), fact.url]
        for fact in facts.values()
    ]
    if rows:
        head = [say("Report"), say("Publisher"), say("Published on"), say("Source")]
        add_table(book.add_worksheet(sheet_name(say("Sources"))), head, rows, styles, widest=_LONG)
