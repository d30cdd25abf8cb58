"""The whole presentation: cover, a slide a view, what to verify and the sources, or an appendix with all of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from faheng.briefing.annex import AnnexSection, annex, closing, left_out_text, said_of_brief, shortened_table
from faheng.briefing.contents import MOST_SOURCES, Briefing, BriefingView, about, note_lines
from faheng.briefing.described import table_alt
from faheng.briefing.table import BriefTable, Head, ViewTable
from faheng.charts.look import LIGHT
from faheng.charts.measure import shortened
from faheng.exports.slides.charts import add_charts
from faheng.exports.slides.deck import Deck, Room, lines_height
from faheng.exports.slides.tables import (
    MOST_ROWS,
    SIZES,
    SIZES_AT_LAST,
    SIZES_WITH_EASE,
    SLIDE,
    Sheet,
    add_table,
    sheet_of,
    sheets,
)
from faheng.exports.slides.template import Template
from faheng.exports.slides.texts import TextLine, add_lines
from faheng.exports.slides.trial import require_usable
from faheng.exports.table_fit import fitted, fitted_brief
from faheng.words.catalogue import Words
from faheng.words.clean import plain_text

# Of a table behind a chart, whose workbook holds it too, and of one that stands for itself.
MOST_TABLE_SLIDES, MOST_WHOLE_SLIDES, MOST_CONTENTS = 3, 10, 15
_MESSAGE, _TITLE, _ABOUT, _SAID, _NOTE = 16, 13, 12, 11, 11
_BEFORE = 7.0
_GAP = 6.0


def pptx_bytes(briefing: Briefing, say: Words, template: Template | None = None) -> bytes:
    """The briefing as a .pptx. template: an office's own; UnreadableFile where it cannot be used."""
    return made_deck(briefing, say, template).bytes()


def made_deck(briefing: Briefing, say: Words, template: Template | None = None) -> Deck:
    """The slides of the briefing, as pptx_bytes() writes them."""
    if template is not None:
        require_usable(template)
    deck = Deck(template, briefing.made(say))
    cover = briefing.cover
    deck.cover(cover.title, [line for line in (cover.unit, cover.day) if line])
    if briefing.appendix:
        _add_with_appendix(deck, briefing, say)
    else:
        for view in briefing.views:
            _add_view(deck, view, say, listed=briefing.sources_listed)
        for section in closing(briefing, say):
            _add_section_slide(deck, section, say)
    _set_properties(deck, briefing)
    return deck


def _add_with_appendix(deck: Deck, briefing: Briefing, say: Words) -> None:
    """Contents, a slide a view, then the tables behind the charts and what explains them."""
    contents = _Contents(deck, briefing, say)
    whole = []
    for view in briefing.views:
        contents.add(view.action or view.title, deck.count + 1)
        whole.append(_add_view(deck, view, say, listed=briefing.sources_listed, appended=True))
    for view, shown in zip(briefing.views, whole, strict=True):
        if view.charts:
            _add_table_slides(deck, view, say)
        elif not shown:
            _add_table_slides(deck, view, say, most=MOST_WHOLE_SLIDES)
    for section in annex(briefing, say):
        contents.add(section.title, deck.count + 1)
        _add_section(deck, section, say)
    contents.fill()


class _Contents:
    """The slides of contents, made before what they list and filled after it."""

    def __init__(self, deck: Deck, briefing: Briefing, say: Words) -> None:
        self.deck, self.say, self.title = deck, say, say("Contents")
        self.columns = (
            Head(say("No."), 4),
            Head(say("Contents"), 60),
            Head(say("Slide"), 6, number=True),
        )
        lines = len(briefing.views) + len(annex(briefing, say))
        self.slides = [deck.slide(self.title) for _ in range(0, max(lines, 1), MOST_CONTENTS)]
        self.rows: list[tuple[str, ...]] = []

    def add(self, title: str, slide: int) -> None:
        """Name a part that begins on this slide."""
        self.rows.append((str(len(self.rows) + 1), _cut(title, self.deck.room.width * 0.85), str(slide)))

    def fill(self) -> None:
        """Write the tables."""
        for i, slide in enumerate(self.slides):
            part = self.rows[i * MOST_CONTENTS : (i + 1) * MOST_CONTENTS]
            sheet = Sheet(tuple(part), None)
            alt = table_alt(self.title, ViewTable(self.columns, sheet.rows), self.say)
            add_table(slide, self.columns, sheet, self.deck.room, alt)


def _cut(title: str, width: float) -> str:
    """A title on one line, so that the contents take as many rows as they have entries."""
    return shortened(plain_text(title), width - 20, 12)


def _add_view(deck: Deck, view: BriefingView, say: Words, *, listed: bool, appended: bool = False) -> bool:
    """The slide with message and chart, or with as much of the table as it holds; whether that is all of it.

    listed: whether the reports stand at the end of the deck. appended: whether whole tables do.
    """
    deck.view_slides.append(deck.count)
    headline, foot = view.headline, _foot(view, say, listed=listed, most=MOST_SOURCES if view.charts else 1)
    slide, head = deck.slide(headline, speech=view.speech), _head(view, headline, say)
    if view.charts:
        add_charts(slide, view.charts, _framed(slide, head, foot, deck.room), say)
        return True
    around = _Around(deck.room, head, foot)
    whole = around.whole(view.table)
    table = whole or around.best(view, say, appended=appended)
    if whole and view.brief and not view.brief.left:
        # the same with less around it may have larger letters
        table = max(whole, around.brief(view.brief, say, appended=appended), key=lambda each: each.sheet.size)
    room = _framed(slide, head, table.foot, deck.room)
    add_table(slide, table.columns, table.sheet, room, table_alt(view.title, view.table, say))
    return table.whole


@dataclass(frozen=True)
class _TableOnSlide:
    """A table as it stands on a slide, what stands below it, and whether it says all of the whole one.

    share: of the rows that were to be shown.
    """

    columns: Sequence[Head]
    sheet: Sheet
    foot: Sequence[TextLine]
    whole: bool
    share: float = 1


@dataclass(frozen=True)
class _Around:
    """The room of a slide, and what stands above and below its table."""

    room: Room
    head: Sequence[TextLine]
    foot: Sequence[TextLine]

    def whole(self, table: ViewTable) -> _TableOnSlide | None:
        """The table as it is, where it has room in letters that are read with ease."""
        fit = fitted(table, self._left([]), SIZES_WITH_EASE, SLIDE)
        return None if fit is None else _TableOnSlide(table.columns, sheet_of(fit), self.foot, whole=True)

    def best(self, view: BriefingView, say: Words, *, appended: bool) -> _TableOnSlide:
        """The brief table, or as much of the whole one where that has room for more of its rows."""
        plain = BriefTable(view.table)
        brief = self.brief(view.brief or plain, say, appended=appended)
        if view.brief is None or view.brief.left or brief.share == 1:
            return brief
        return max(brief, self.brief(plain, say, appended=appended), key=lambda each: each.share)

    def brief(self, brief: BriefTable, say: Words, *, appended: bool = False) -> _TableOnSlide:
        """As much of the brief table as has room, and what it does not hold in sentences below it."""
        said: list[TextLine] = []
        for texts in said_of_brief(brief, say, appended=appended):
            said = [TextLine(text, _SAID) for text in texts]
            fit = fitted_brief(brief, self._left(said), SIZES, SLIDE)
            if fit is not None and fit.rows == len(brief.table.rows):
                return _TableOnSlide(fit.table.columns, sheet_of(fit), [*said, *self.foot], whole=not brief.left)
        # how many are left is known only once the sentence on them has its room
        widest = TextLine(left_out_text(brief.table, 0, say, appended=appended), _NOTE, LIGHT.muted)
        left = self._left([*said, widest])
        # letters smaller than all others, rather than words that are broken
        fit = fitted_brief(brief, left, SIZES, SLIDE) or fitted_brief(brief, left, SIZES_AT_LAST, SLIDE)
        shown = brief.table.shortened(1)
        columns, sheet = (fit.table.columns, sheet_of(fit)) if fit else (shown.columns, Sheet(shown.rows, None))
        rows = fit.rows if fit else 1
        left_out = left_out_text(brief.table, rows, say, appended=appended)
        foot = [*said, *_led(left_out, self.foot)]
        return _TableOnSlide(columns, sheet, foot, whole=False, share=rows / max(len(brief.table.rows), 1))

    def _left(self, said: Sequence[TextLine]) -> tuple[float, float]:
        """Width and height of what is left of the room."""
        foot = _height([*said, *self.foot], self.room) + _GAP
        inner = self.room.below(_height(self.head, self.room)).without_foot(foot)
        return inner.width, inner.height


def _led(left_out: str, foot: Sequence[TextLine]) -> list[TextLine]:
    """The foot, before it what a table leaves out."""
    return [*([TextLine(left_out, _NOTE, LIGHT.muted)] if left_out else []), *foot]


def _head(view: BriefingView, headline: str, say: Words) -> list[TextLine]:
    """The title, where the headline is another, then place, period and unit."""
    message = [TextLine(view.message, _MESSAGE)] if view.action else []
    title = TextLine(view.title, _TITLE, bold=True, before=_BEFORE if message else 0)
    if headline.startswith(view.title):
        title = replace(title, text="")
    # a message in the words of the headline says nothing more
    message = [line for line in message if line.text not in (headline, say("{statement}.", statement=headline))]
    lines = [*message, title, TextLine(about(view, say, places=bool(view.charts)), _ABOUT, LIGHT.muted)]
    return [line for line in lines if line.text and line.text != headline]


def _foot(view: BriefingView, say: Words, *, listed: bool, most: int) -> list[TextLine]:
    """Note, sources and the link. most: sources that are named here, where all of them stand at the end."""
    link = [TextLine(say("The same view: {link}", link=view.link), _NOTE, LIGHT.accent, link=view.link)]
    return [*_notes(view, say, listed=listed, most=most), *(link if view.link else [])]


def _notes(view: BriefingView, say: Words, *, listed: bool = False, most: int = MOST_SOURCES) -> list[TextLine]:
    return [TextLine(text, _NOTE, LIGHT.muted) for text in note_lines(view, say, listed=listed, most=most)]


def _framed(slide: Any, head: Sequence[TextLine], foot: Sequence[TextLine], room: Room) -> Room:
    """Write the lines above and below; what is left between them."""
    above, below = _height(head, room), _height(foot, room)
    add_lines(slide, head, Room(room.left, room.top, room.width, above))
    if foot:
        top = room.top + room.height - below + _GAP
        add_lines(slide, foot, Room(room.left, top, room.width, below - _GAP))
    return room.below(above).without_foot(below)


def _height(lines: Sequence[TextLine], room: Room) -> float:
    return sum(line.before + lines_height(line.text, room.width, line.size) for line in lines) + _GAP


def _add_table_slides(deck: Deck, view: BriefingView, say: Words, most: int = MOST_TABLE_SLIDES) -> None:
    """The whole table on as many slides as it needs, most at most, each with what it is of and the foot."""
    table, left_out = shortened_table(view.table, most * MOST_ROWS, say)
    lines, head = _led(left_out, _notes(view, say)), _head(view, view.title, say)
    inner = deck.room.below(_height(head, deck.room)).without_foot(_height(lines, deck.room) + _GAP)
    for i, sheet in enumerate(sheets(table.columns, table.rows, inner, table.ours)):
        slide = deck.slide(_apart(deck, view.title, i, say))
        room = _framed(slide, head, lines, deck.room)
        add_table(slide, table.columns, sheet, room, table_alt(view.title, view.table, say))


def _apart(deck: Deck, title: str, part: int, say: Words) -> str:
    """The title of a further slide of an appendix: of its first part as it is, and none as another slide has it."""
    apart, number = title if part == 0 else say("{title} (continued)", title=title), 1
    taken = {slide.shapes.title.text_frame.text for slide in deck.presentation.slides}
    while plain_text(apart) in taken:
        number += 1
        if part == 0:
            apart = title + say(" ({number})", number=number)
        else:
            apart = say("{title} (continued, {number})", title=title, number=number)
    return apart


def _add_section_slide(deck: Deck, section: AnnexSection, say: Words) -> None:
    """A section on one slide, which says what it has no room for; many short rows stand in two columns."""
    many = section.short and len(section.rows) > MOST_ROWS
    table = _Around(deck.room, [], []).brief(BriefTable(section.table, across=2 if many else 1), say)
    slide = deck.slide(section.title)
    room = _framed(slide, [], table.foot, deck.room)
    add_table(slide, table.columns, table.sheet, room, table_alt(section.title, section.table, say))


def _add_section(deck: Deck, section: AnnexSection, say: Words) -> None:
    for i, sheet in enumerate(sheets(section.columns, section.rows, deck.room)):
        alt = table_alt(section.title, section.table, say)
        add_table(deck.slide(_apart(deck, section.title, i, say)), section.columns, sheet, deck.room, alt)


def _set_properties(deck: Deck, briefing: Briefing) -> None:
    properties = deck.presentation.core_properties
    properties.title, properties.author = plain_text(briefing.cover.title), plain_text(briefing.cover.unit)
    properties.comments = ""
