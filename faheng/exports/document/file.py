"""The whole note: title, what the views say, a part a view with text, chart and table, then what explains them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from io import BytesIO
from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt

from faheng.briefing.annex import AnnexSection, annex, shortened_table, to_verify, upright
from faheng.briefing.contents import Briefing, BriefingFact, BriefingView, about, note_text, say_apart, source_note
from faheng.briefing.described import table_alt
from faheng.charts.measure import evenly_broken
from faheng.exports.document.charts import add_chart
from faheng.exports.document.cited import Cited
from faheng.exports.document.footnotes import Footnotes
from faheng.exports.document.numerals import numeral
from faheng.exports.document.styles import LIST, SOURCE, TITLE_SIZE, WIDTH, new_document
from faheng.exports.document.tables import add_table
from faheng.exports.unbroken import unbroken
from faheng.native.chart import NativeChart
from faheng.words.catalogue import Words
from faheng.words.clean import plain_text

# Of a table: rows, footnotes, and columns of values beside their first.
MOST_ROWS, MOST_NOTES, MOST_ACROSS = 40, 12, 5
# Of a table in the text of a note that has no appendix, so that it has a page.
ROWS_OF_A_PAGE = 16
# Named below a figure of the note, which lists all of them at its end.
_MOST_SOURCES = 2


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
        lines = evenly_broken(plain_text(cover.title), WIDTH / Pt(1) * 0.94, TITLE_SIZE)
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
            self._add_table(view)
            return
        self._add(say_apart((about(view, say, places=False), self._source(view)), say), SOURCE)
        if view.link:
            self._add(say("The same view: {link}", link=view.link), SOURCE)

    def _add_appendix(self) -> None:
        """After the signature: the tables behind the charts, then what explains them."""
        self._add(self.say("Appendix"), "Heading 1").paragraph_format.page_break_before = True
        for view in self.briefing.views:
            if view.charts:
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
                add_table(self.document, section.columns, section.rows, WIDTH, alt=section.title)

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
        say = self.say
        self.tables += 1
        self.cited.table(self.tables, view.sources)
        most = MOST_ROWS if self.briefing.appendix else ROWS_OF_A_PAGE
        table, left_out = shortened_table(upright(view.table, MOST_ACROSS), most, say)
        self._add(say("Table {number}. {title}", number=self.tables, title=view.title), "Caption")
        self._add(about(view, say, places=bool(view.charts)), SOURCE).paragraph_format.keep_with_next = True
        notes = self._notes(view, table.rows)
        add_table(self.document, table.columns, table.rows, WIDTH, notes, alt=table_alt(view.title, table, say))
        if left_out:
            self._add(left_out, SOURCE)
        self._add_source(view)

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
