"""The whole workbook: what it is, charts, every fact with verdict and evidence, definitions, sources."""

from __future__ import annotations

import io
import re
from datetime import datetime, time

import xlsxwriter

from faheng.briefing.annex import quoted
from faheng.briefing.contents import Briefing, BriefingFact, BriefingView, Entry, about, note_lines
from faheng.exports.workbook.charts import HEIGHT, native_chart, write_numbers
from faheng.exports.workbook.sheets import ACROSS, Percent, Styles, Value, add_table, set_paper, sheet_name, text_line
from faheng.native.workbook import OPTIONS
from faheng.words.catalogue import Words
from faheng.words.clean import plain_text
from faheng.words.periods import date_text

_ROW_PX = 20
_DECIMALS = re.compile(r"\d\.(\d+)")
# Columns of the data that are printed, signs of a long text's column.
_PRINTED, _LONG = 12, 70


def xlsx_bytes(briefing: Briefing, say: Words) -> bytes:
    """The briefing as an .xlsx."""
    return _Workbook(briefing, say).bytes()


class _Workbook:
    """The workbook under work."""

    def __init__(self, briefing: Briefing, say: Words) -> None:
        self.briefing, self.say = briefing, say
        self._out = io.BytesIO()
        self._book = xlsxwriter.Workbook(self._out, OPTIONS)
        self._styles = Styles(self._book)
        cover, made = briefing.cover, datetime.combine(briefing.made_on, time.min)
        self._book.set_properties(
            {"title": plain_text(cover.title), "author": plain_text(cover.unit), "created": made,
             "comments": plain_text(briefing.made(say))}
        )  # fmt: skip

    def bytes(self) -> bytes:
        """Write the sheets in their order, and give the file."""
        self._add_about()
        self._add_charts([view for view in self.briefing.views if view.charts])
        self._add_facts()
        self._add_entries()
        self._add_sources()
        self._book.close()
        return self._out.getvalue()

    def _add_about(self) -> None:
        """What the workbook is, and what each view of it says, with the link that opens it."""
        cover, styles = self.briefing.cover, self._styles
        sheet = self._book.add_worksheet(sheet_name(self.say("About")))
        text_line(sheet, 0, cover.title, styles.of("title"), size=16)
        row = 0
        for text in filter(None, (cover.unit, cover.day, self.briefing.made(self.say))):
            row += 1
            text_line(sheet, row, text, styles.of("plain"))
        for i, view in enumerate(self.briefing.views, start=1):
            row += 2
            title = self.say("{number}. {text}", number=i, text=view.title)
            text_line(sheet, row, title, styles.of("section"), size=12)
            for text in filter(None, (view.message, about(view, self.say), *note_lines(view, self.say))):
                row += 1
                text_line(sheet, row, text, styles.of("muted"))
            if view.link:
                row += 1
                outside = view.link.startswith(("http://", "https://"))
                text_line(sheet, row, view.link, styles.of("link" if outside else "muted"), link=outside)
        set_paper(sheet)

    def _add_charts(self, views: list[BriefingView]) -> None:
        """One a page with title and note, drawn from the numbers on the next sheet."""
        if not views:
            return
        sheet = self._book.add_worksheet(sheet_name(self.say("Charts")))
        data = self._book.add_worksheet(sheet_name(self.say("Numbers of the charts")))
        data.set_column(0, 0, 28)
        data.set_column(1, 40, 22)
        muted = self._styles.of("muted")
        row, top = 0, 0
        ends: list[int] = []
        for view in views:
            text_line(sheet, row, view.title, self._styles.of("section"), size=12)
            text_line(sheet, row + 1, view.message, muted)
            text_line(sheet, row + 2, about(view, self.say), muted)
            row += 3
            for i, chart in enumerate(view.charts):
                if i:
                    ends.append(row)
                data.write_string(top, 0, plain_text(chart.title or view.title), self._styles.of("section"))
                if chart.title:
                    text_line(sheet, row, chart.title, muted)
                    row += 1
                drawn = native_chart(self._book, chart, data.get_name(), top)
                sheet.insert_chart(row, 0, drawn, {"description": plain_text(chart.alt or view.message)})
                top = write_numbers(data, chart, top, self._styles, self.say)
                row += HEIGHT // _ROW_PX + 1
            for text in note_lines(view, self.say):
                text_line(sheet, row, text, muted)
                row += 1
            ends.append(row)
        sheet.print_area(0, 0, row, ACROSS - 1)
        sheet.set_h_pagebreaks(ends[:-1])
        set_paper(sheet)
        set_paper(data)

    def _add_facts(self) -> None:
        """Every fact of every view, a row each: numbers as numbers, beside them the words of the page."""
        say = self.say
        head = [
            say("Place"), say("Indicator"), say("Year"), say("Number"), say("Unit"), say("Value"), say("Verdict"),
            say("Period"), say("Phrase of the report"), say("Report"), say("Publisher"), say("Published on"),
            say("95% interval from"), say("to"), say("Reason"), say("Scope"), say("Source"), say("Observation"),
            say("View"),
        ]  # fmt: skip
        rows = [[*self._fact(fact), view.title] for view in self.briefing.views for fact in view.facts]
        add_table(self._book.add_worksheet(sheet_name(say("Data"))), head, rows, self._styles, printed=_PRINTED)

    def _fact(self, fact: BriefingFact) -> list[Value]:
        decimals = _DECIMALS.search(fact.shown)
        return [
            fact.place, fact.indicator, fact.own_year, _number(fact.value, fact, len(decimals[1]) if decimals else 0),
            fact.unit, fact.shown, fact.verdict, fact.period, quoted(fact, self.say), fact.report, fact.publisher,
            fact.published_on, _number(fact.low, fact), _number(fact.high, fact), fact.reason, fact.scope, fact.url,
            fact.observation,
        ]  # fmt: skip

    def _add_entries(self) -> None:
        """Definitions, the meaning of verdicts and findings on one sheet, with a column for the kind."""
        say, briefing = self.say, self.briefing
        kinds: list[tuple[str, tuple[Entry, ...]]] = [
            (say("Definition"), briefing.definitions), (say("Verdict"), briefing.verdicts),
            (say("Finding"), briefing.findings),
        ]  # fmt: skip
        rows = [[kind, each.name, each.text] for kind, entries in kinds for each in entries]
        if rows:
            sheet = self._book.add_worksheet(sheet_name(say("Definitions")))
            add_table(sheet, [say("Kind"), say("Name"), say("Text")], rows, self._styles, widest=_LONG)

    def _add_sources(self) -> None:
        """A row a report."""
        say = self.say
        every = (fact for view in self.briefing.views for fact in view.facts)
        facts = {fact.report: fact for fact in every if fact.observation and fact.report}
        rows = [
            [fact.report, fact.publisher, date_text(fact.published_on, say) or say("date not stated"), fact.url]
            for fact in facts.values()
        ]
        if rows:
            head = [say("Report"), say("Publisher"), say("Published on"), say("Source")]
            sheet = self._book.add_worksheet(sheet_name(say("Sources")))
            add_table(sheet, head, rows, self._styles, widest=_LONG)


def _number(value: float | None, fact: BriefingFact, decimals: int = 1) -> Value:
    return value if value is None or not fact.percent else Percent(value, decimals)
