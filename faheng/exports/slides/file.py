"""The whole presentation: cover, a slide a view, what to verify and the sources, or an appendix with all of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from faheng.briefing.annex import AnnexSection, annex, closing, shortened_table
from faheng.briefing.contents import Briefing, BriefingView, Head, ViewTable, about, note_lines
from faheng.charts.look import LIGHT
from faheng.charts.measure import shortened
from faheng.exports.slides.charts import add_charts
from faheng.exports.slides.deck import Deck, Room, lines_height
from faheng.exports.slides.tables import MOST_ROWS, Sheet, add_table, fits, sheets
from faheng.exports.slides.template import Template
from faheng.exports.slides.texts import TextLine, add_lines
from faheng.exports.slides.trial import require_usable
from faheng.words.catalogue import Words
from faheng.words.clean import plain_text

MOST_TABLE_SLIDES, MOST_CONTENTS = 3, 15
_TITLE, _ABOUT, _NOTE = 14, 12, 10.5
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
            _add_view(deck, view, say)
        for section in closing(briefing, say):
            _add_section_slide(deck, section, say)
    _set_properties(deck, briefing)
    return deck


def _add_with_appendix(deck: Deck, briefing: Briefing, say: Words) -> None:
    """Contents, a slide a view, then the tables behind the charts and what explains them."""
    contents = _Contents(deck, briefing, say)
    for view in briefing.views:
        contents.add(view.title, deck.count + 1)
        _add_view(deck, view, say)
    for view in briefing.views:
        if view.charts:
            _add_table_slides(deck, view, say)
    for section in annex(briefing, say):
        contents.add(section.title, deck.count + 1)
        _add_section(deck, section, say)
    contents.fill()


class _Contents:
    """The slides of contents, made before what they list and filled after it."""

    def __init__(self, deck: Deck, briefing: Briefing, say: Words) -> None:
        self.deck = deck
        self.columns = (
            Head(say("No."), 4),
            Head(say("Contents"), 60),
            Head(say("Slide"), 6, number=True),
        )
        lines = len(briefing.views) + len(annex(briefing, say))
        self.slides = [deck.slide(say("Contents")) for _ in range(0, max(lines, 1), MOST_CONTENTS)]
        self.rows: list[tuple[str, ...]] = []

    def add(self, title: str, slide: int) -> None:
        """Name a part that begins on this slide."""
        self.rows.append((str(len(self.rows) + 1), _cut(title, self.deck.room.width * 0.85), str(slide)))

    def fill(self) -> None:
        """Write the tables."""
        for i, slide in enumerate(self.slides):
            part = self.rows[i * MOST_CONTENTS : (i + 1) * MOST_CONTENTS]
            add_table(slide, self.columns, Sheet(tuple(part), None), self.deck.room)


def _cut(title: str, width: float) -> str:
    """A title on one line, so that the contents take as many rows as they have entries."""
    return shortened(plain_text(title), width - 20, 12)


def _add_view(deck: Deck, view: BriefingView, say: Words) -> None:
    """The slide with message and chart; without a chart with as much of the table as it holds."""
    deck.view_slides.append(deck.count)
    headline, foot = view.headline, _foot(view, say)
    slide, head = deck.slide(headline, speech=view.speech), _head(view, headline, say)
    if view.charts:
        add_charts(slide, view.charts, _framed(slide, head, foot, deck.room), say)
        return
    table, left_out = _on_one_slide(view.table, deck.room, head, foot, say)
    room = _framed(slide, head, _led(left_out, foot), deck.room)
    add_table(slide, table.columns, Sheet(table.rows, table.ours), room)


def _on_one_slide(
    table: ViewTable, room: Room, head: Sequence[TextLine], foot: Sequence[TextLine], say: Words
) -> tuple[ViewTable, str]:
    """As much of the table as a slide holds between head and foot, and "" or a sentence on what is left out."""
    most = len(table.rows)
    while True:
        shorter, left_out = shortened_table(table, most, say)
        lines = _led(left_out, foot)
        inner = room.below(_height(head, room)).without_foot(_height(lines, room) + _GAP)
        if most <= 1 or fits(shorter.columns, shorter.rows, inner):
            return shorter, left_out
        most -= 1


def _led(left_out: str, foot: Sequence[TextLine]) -> list[TextLine]:
    """The foot, before it what a table leaves out."""
    return [*([TextLine(left_out, _NOTE, LIGHT.muted)] if left_out else []), *foot]


def _head(view: BriefingView, headline: str, say: Words) -> list[TextLine]:
    """The title, where the headline is another, then place, period and unit."""
    message = [TextLine(view.message, _TITLE)] if view.action else []
    lines = [*message, TextLine(view.title, _TITLE, bold=True), TextLine(about(view, say), _ABOUT, LIGHT.muted)]
    return [line for line in lines if line.text and line.text != headline]


def _foot(view: BriefingView, say: Words) -> list[TextLine]:
    """Note, sources and the link."""
    link = [TextLine(say("The same view: {link}", link=view.link), _NOTE, LIGHT.accent, link=view.link)]
    return [*_notes(view, say), *(link if view.link else [])]


def _notes(view: BriefingView, say: Words) -> list[TextLine]:
    return [TextLine(text, _NOTE, LIGHT.muted) for text in note_lines(view, say)]


def _framed(slide: Any, head: Sequence[TextLine], foot: Sequence[TextLine], room: Room) -> Room:
    """Write the lines above and below; what is left between them."""
    above, below = _height(head, room), _height(foot, room)
    add_lines(slide, head, Room(room.left, room.top, room.width, above))
    if foot:
        top = room.top + room.height - below + _GAP
        add_lines(slide, foot, Room(room.left, top, room.width, below - _GAP))
    return room.below(above).without_foot(below)


def _height(lines: Sequence[TextLine], room: Room) -> float:
    return sum(lines_height(line.text, room.width, line.size) for line in lines) + _GAP


def _add_table_slides(deck: Deck, view: BriefingView, say: Words) -> None:
    """The table behind a chart on as many slides as it needs, each with what it is of and the foot."""
    table, left_out = shortened_table(view.table, MOST_TABLE_SLIDES * MOST_ROWS, say)
    lines, head = _led(left_out, _notes(view, say)), _head(view, view.title, say)
    inner = deck.room.below(_height(head, deck.room)).without_foot(_height(lines, deck.room) + _GAP)
    for i, sheet in enumerate(sheets(table.columns, table.rows, inner, table.ours)):
        title = view.title if i == 0 else say("{title} (continued)", title=view.title)
        slide = deck.slide(title)
        add_table(slide, table.columns, sheet, _framed(slide, head, lines, deck.room))


def _add_section_slide(deck: Deck, section: AnnexSection, say: Words) -> None:
    """A section on one slide, which says what it has no room for."""
    table, left_out = _on_one_slide(ViewTable(section.columns, section.rows), deck.room, [], [], say)
    slide = deck.slide(section.title)
    add_table(slide, table.columns, Sheet(table.rows, None), _framed(slide, [], _led(left_out, []), deck.room))


def _add_section(deck: Deck, section: AnnexSection, say: Words) -> None:
    for i, sheet in enumerate(sheets(section.columns, section.rows, deck.room)):
        title = section.title if i == 0 else say("{title} (continued)", title=section.title)
        add_table(deck.slide(title), section.columns, sheet, deck.room)


def _set_properties(deck: Deck, briefing: Briefing) -> None:
    properties = deck.presentation.core_properties
    properties.title, properties.author = plain_text(briefing.cover.title), plain_text(briefing.cover.unit)
    properties.comments = ""
