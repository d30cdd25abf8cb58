"""The whole presentation: cover, contents, a slide and a table a view, then what explains them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from faheng.briefing.annex import AnnexSection, annex, shortened_table
from faheng.briefing.contents import Briefing, BriefingView, Head, about, note_lines
from faheng.charts.look import LIGHT
from faheng.charts.measure import shortened
from faheng.exports.slides.charts import add_charts
from faheng.exports.slides.deck import Deck, Room, lines_height
from faheng.exports.slides.tables import MOST_ROWS, Sheet, add_table, sheets
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
    if template is not None:
        require_usable(template)
    deck = Deck(template, briefing.made(say))
    cover = briefing.cover
    deck.cover(cover.title, [line for line in (cover.unit, cover.day) if line])
    contents = _Contents(deck, briefing, say)
    for view in briefing.views:
        contents.add(view.title, deck.count + 1)
        _add_view(deck, view, say)
    for section in annex(briefing, say):
        contents.add(section.title, deck.count + 1)
        _add_section(deck, section, say)
    contents.fill()
    _set_properties(deck, briefing)
    return deck.bytes()


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
    """The slide with message and chart, then the table's own; without a chart the message stands over the table."""
    headline = view.headline
    if not view.charts:
        _add_table_slides(deck, view, headline, _foot(view, say), say)
        return
    slide = deck.slide(headline, speech=view.speech)
    room = _framed(slide, _head(view, headline, say), _foot(view, say), deck.room)
    add_charts(slide, view.charts, room, say)
    _add_table_slides(deck, view, view.title, _notes(view, say), say)


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


def _add_table_slides(deck: Deck, view: BriefingView, headline: str, foot: Sequence[TextLine], say: Words) -> None:
    """The table on as many slides as it needs, each with what it is of and the foot."""
    table, left_out = shortened_table(view.table, MOST_TABLE_SLIDES * MOST_ROWS, say)
    lines = [*([TextLine(left_out, _NOTE, LIGHT.muted)] if left_out else []), *foot]
    head = _head(view, headline, say)
    inner = deck.room.below(_height(head, deck.room)).without_foot(_height(lines, deck.room) + _GAP)
    for i, sheet in enumerate(sheets(table.columns, table.rows, inner, table.ours)):
        title = headline if i == 0 else say("{title} (continued)", title=headline)
        # the words belong to the message, which stands over a chart where there is one
        slide = deck.slide(title, speech=view.speech if i == 0 and not view.charts else "")
        add_table(slide, table.columns, sheet, _framed(slide, head, lines, deck.room))


def _add_section(deck: Deck, section: AnnexSection, say: Words) -> None:
    for i, sheet in enumerate(sheets(section.columns, section.rows, deck.room)):
        title = section.title if i == 0 else say("{title} (continued)", title=section.title)
        add_table(deck.slide(title), section.columns, sheet, deck.room)


def _set_properties(deck: Deck, briefing: Briefing) -> None:
    properties = deck.presentation.core_properties
    properties.title, properties.author = plain_text(briefing.cover.title), plain_text(briefing.cover.unit)
    properties.comments = ""
