"""The whole note: title, what the views say, a part a view with text, chart and table, then what explains them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from io import BytesIO
from math import ceil
from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

from faheng.briefing.annex import (
    AnnexSection,
    annex,
    left_beside_text,
    left_out_text,
    said_of_brief,
    shortened_table,
    to_verify,
)
from faheng.briefing.contents import Briefing, BriefingFact, BriefingView, about, note_text, say_apart, source_note
from faheng.briefing.described import table_alt
from faheng.briefing.table import BriefTable, upright
from faheng.charts.measure import broken, evenly_broken, text_px
from faheng.exports.document.charts import add_chart
from faheng.exports.document.cited import Cited
from faheng.exports.document.footnotes import Footnotes
from faheng.exports.document.note_tables import fitted_in_note
from faheng.exports.document.numerals import numeral
from faheng.exports.document.styles import LIST, SMALL_SIZE, SOURCE, WIDTH, new_document
from faheng.exports.document.tables import add_table
from faheng.exports.unbroken import unbroken
from faheng.native.chart import NativeChart
from faheng.words.catalogue import Words
from faheng.words.clean import plain_text

# Of a table: rows, footnotes, and columns of values beside their first.
MOST_ROWS, MOST_NOTES, MOST_ACROSS = 40, 12, 5
# Rows of a table that stands for itself, which no chart shows.
MOST_WHOLE_ROWS = 120
# Points. What a note of six pages has for its views beside its head and end, what a view with a chart takes of it, and
# what a table has around it; what a table may take, from least to most.
_ROOM_OF_VIEWS, _CHARTED, _AROUND, _LEAST, _MOST = 2600, 260, 130, 200, 330
# Named below a figure of the note, which lists all of them at its end.
_MOST_SOURCES = 2
_SMALL_LINE = 16
# Points by which signs of a heading may come closer; how much wider a font may be that stands in for another.
_CLOSEST, _STAND_IN = 1.6, 1.04


def _room_of_a_table(views: Sequence[BriefingView]) -> float:
    """Points in height that each table in the text may take, so that seven views of any kind have six pages."""
    tables = sum(not view.charts for view in views)
    if not tables:
        return _MOST
    left = _ROOM_OF_VIEWS - _CHARTED * (len(views) - tables)
    return min(max(left / tables - _AROUND, _LEAST), _MOST)


def _condense(heading: Any) -> None:
    """Set the letters of a heading closer where it then stands on one line: no sign is left alone on a second."""
    size = heading.style.font.size.pt
    over = text_px(heading.text, size) * _STAND_IN - (
        WIDTH / Pt(1) - heading.style.paragraph_format.first_line_indent / Pt(1)
    )
    apart = over / max(len(heading.text), 1)
    if 0 < apart <= _CLOSEST:
        for run in heading.runs:
            spacing = OxmlElement("w:spacing")
            spacing.set(qn("w:val"), str(-ceil(apart * 20)))
            run.element.get_or_add_rPr().append(spacing)


def _height(text: str) -> float:
    """Points that a text below a table takes."""
    return len(broken(text, WIDTH / Pt(1), SMALL_SIZE)) * _SMALL_LINE


def docx_bytes(briefing: Briefing, say: Words) -> bytes:
    """The briefing as a .docx."""
    return _Note(briefing, say).bytes()


class _Note:
    """The document under work."""

    def __init__(self, briefing: Briefing, say: Words) -> None:
        self.briefing, self.say = briefing, say
        self.document: Any = new_document(say)
        self.footnotes, self.cited = Footnotes(self.document), Cited()
        self.parts = self.figures = self.tables = 0
        self.room, self.shortened = _room_of_a_table(briefing.views), set[str]()

    def bytes(self) -> bytes:
        """Write everything in its order, and give the file."""
        self._add_head()
        self._add_views()
        if not self.briefing.appendix:
            self._add_sections([to_verify(self.briefing, self.say)])
        self._add_end()
        if self.briefing.appendix:
            self._add_appendix()
        elif self.briefing.sources_listed:
            self._add_sources()
        self.footnotes.write()
        properties = self.document.core_properties
        properties.title, properties.author = (
            plain_text(self.briefing.cover.title),
            plain_text(self.briefing.cover.unit),
        )
        properties.comments = ""
        out = BytesIO()
        self.document.save(out)
        return out.getvalue()

    def _add_head(self) -> None:
        """Title, office and day, then the messages of all views in their order."""
        cover = self.briefing.cover
        title = self._add("", "Title")
        # in lines of much the same length: no single sign stands on the last
        lines = evenly_broken(plain_text(cover.title), WIDTH / Pt(1) * 0.86, title.style.font.size.pt)
        title.add_run("\n".join(lines))
        self._add(say_apart((cover.unit, cover.day), self.say), "Subtitle")
        self._add_heading(self.say("In short"))
        messages = dict.fromkeys(_in_short(view, self.say) for view in self.briefing.views if view.message)
        for i, message in enumerate(messages, start=1):
            self._add(self.say("{number}. {text}", number=i, text=message))

    def _add_views(self) -> None:
        self._add_heading(self.say("In detail"))
        for i, view in enumerate(self.briefing.views, start=1):
            number = self.say.pick(f"（{numeral(i, self.say)}）", f"{self.parts}.{i} ")
            heading = self._add(number + plain_text(view.action or view.title), "Heading 2")
            _condense(heading)
            self._add_view(view, heading)

    def _add_view(self, view: BriefingView, heading: Any) -> None:
        """Charts with their source; a view without a chart has its table here, the others in the annex.

        The message stands at the beginning, among all messages. heading: gets the note as a footnote.
        """
        say = self.say
        charts = (view.narrow,) if view.narrow else view.charts
        note = note_text(view, charts, say)
        if note:
            self.footnotes.add(heading, note)
        for chart in charts:
            self._add_chart(chart, chart.title or view.title, view.sources)
        if not charts:
            self._add_table_in_text(view)
            return
        self._add(say_apart((about(view, say, places=False), self._source(view)), say), SOURCE)
        if view.link:
            self._add(say("The same view: {link}", link=view.link), SOURCE)

    def _add_appendix(self) -> None:
        """After the signature: the tables behind the charts, then what explains them."""
        self._add(self.say("Appendix"), "Heading 1").paragraph_format.page_break_before = True
        for view in self.briefing.views:
            if view.charts or view.title in self.shortened:
                self._add_table(view)
        self._add_sections(annex(self.briefing, self.say))

    def _add_sources(self) -> None:
        """The reports one after another, which takes half the room of a table, by the figures that they are behind."""
        sources = self.briefing.sources
        if sources:
            self._add_heading(self.say("Sources"))
            self._add(self.cited.text(sources, self.say), LIST)

    def _add_sections(self, sections: Sequence[AnnexSection]) -> None:
        for section in sections:
            if section.rows:
                self._add_heading(section.title)
                add_table(self.document, section.table, WIDTH, alt=section.title)

    def _add_chart(self, chart: NativeChart, title: str, sources: Sequence[str]) -> None:
        self.figures += 1
        self.cited.figure(self.figures, sources)
        self._add(self.say("Figure {number}. {title}", number=self.figures, title=title), "Caption")
        frame = self._add("", SOURCE)
        # a line of fixed height would cut the chart off
        frame.paragraph_format.line_spacing = 1.0
        frame.alignment, frame.paragraph_format.keep_with_next = WD_ALIGN_PARAGRAPH.CENTER, True
        add_chart(self.document, frame, chart, self.figures, self.say)

    def _add_table(self, view: BriefingView) -> None:
        """The whole table, in an appendix."""
        say, most = self.say, MOST_ROWS if view.charts else MOST_WHOLE_ROWS
        table, left_out = shortened_table(upright(view.table, MOST_ACROSS), most, say)
        self._begin_table(view, places=bool(view.charts))
        notes = self._notes(view, table.rows)
        add_table(self.document, table, WIDTH, notes, alt=table_alt(view.title, table, say))
        if left_out:
            self._add(left_out, SOURCE)
        self._add_source(view)

    def _add_table_in_text(self, view: BriefingView) -> None:
        """As much of the table as its share of the pages holds, and in sentences what it does not hold."""
        say, appended = self.say, self.briefing.appendix
        brief = view.brief or BriefTable(upright(view.table, MOST_ACROSS))
        said, placed = [""], None
        for said in said_of_brief(brief, say, appended=appended):
            placed = fitted_in_note(brief, self.room - sum(map(_height, said)))
            if placed is not None and placed.fit.rows == len(brief.table.rows):
                break
        fit = placed and placed.fit
        shown = fit.table if fit else brief.table.shortened(1)
        left_out = left_out_text(brief.table, fit.rows if fit else 1, say, appended=appended)
        beside = left_beside_text(brief.table, placed.columns, say, appended=appended) if placed else ""
        if left_out or beside or brief.left:
            self.shortened.add(view.title)
        self._begin_table(view, places=False)
        alt, notes = table_alt(view.title, brief.table, say), self._notes(view, shown.rows)
        add_table(self.document, fit or shown, WIDTH, notes, alt=alt)
        for text in filter(None, (*said, beside, left_out)):
            self._add(text, SOURCE).paragraph_format.keep_with_next = True
        self._add_source(view)

    def _begin_table(self, view: BriefingView, *, places: bool) -> None:
        """The number and title of a table, and what it is of."""
        self.tables += 1
        self.cited.table(self.tables, view.sources)
        self._add(self.say("Table {number}. {title}", number=self.tables, title=view.title), "Caption")
        self._add(about(view, self.say, places=places), SOURCE).paragraph_format.keep_with_next = True

    def _add_source(self, view: BriefingView) -> None:
        """The reports, and the link that opens the same view."""
        say = self.say
        sources = self._source(view)
        link = say("The same view: {link}", link=view.link) if view.link else ""
        for text in filter(None, (sources, link)):
            self._add(text, SOURCE)

    def _source(self, view: BriefingView) -> str:
        return source_note(view, self.say, listed=self.briefing.sources_listed, most=_MOST_SOURCES)

    def _notes(self, view: BriefingView, rows: Any) -> dict[tuple[int, int], Callable[[Any], None]]:
        """A footnote with the reason at each place whose value is no plain one: in a table with a row a place."""
        remarked = [fact for fact in view.facts if fact.value is not None and (fact.doubted or not fact.comparable)]
        held = {fact.place: fact for fact in remarked}
        if len({fact.place for fact in view.facts}) < len(view.facts):
            return {}
        noted: dict[tuple[int, int], Callable[[Any], None]] = {}
        for i, row in enumerate(rows):
            fact = held.get(str(row[0]))
            if fact is not None and len(noted) < MOST_NOTES:
                noted[(i, 0)] = partial(self._note, fact)
        return noted

    def _note(self, fact: BriefingFact, paragraph: Any) -> None:
        self.footnotes.add(paragraph, self.say("{place}: {reason}", place=fact.place, reason=fact.reason))

    def _add_end(self) -> None:
        """Office and day as a signature, then what made the note."""
        for i, text in enumerate(filter(None, (self.briefing.cover.unit, self.briefing.cover.day))):
            paragraph = self._add(text)
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
            paragraph.paragraph_format.space_before = Pt(12 if i == 0 else 0)
        self._add(self.briefing.made(self.say), SOURCE)

    def _add_heading(self, title: str) -> None:
        self.parts += 1
        number = numeral(self.parts, self.say)
        self._add(self.say("{number}. {title}", number=number, title=title), "Heading 1")

    def _add(self, text: str, style: str = "Normal") -> Any:
        # the number of a heading is no value
        held = plain_text(text) if style.startswith("Heading") else unbroken(plain_text(text))
        return self.document.add_paragraph(held, style=style)


def _in_short(view: BriefingView, say: Words) -> str:
    """The message of a view, with the indicator before it that its heading would name."""
    names = {fact.indicator for fact in view.facts}
    if view.action and len(names) == 1 and not any(name in view.message for name in names):
        return _sentence(say("{indicator}, {sentence}", indicator=names.pop(), sentence=view.message), say)
    return _sentence(view.message, say)


def _sentence(text: str, say: Words) -> str:
    """The text with a full stop, where it has none."""
    cleaned = plain_text(text)
    return cleaned if cleaned.endswith(("。", ".", "！", "？", "!", "?")) else say("{statement}.", statement=cleaned)
