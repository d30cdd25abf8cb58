"""A few slides made on trial: whether the layouts of an office's own presentation can be filled at all.

python-pptx takes what it is given. A layout without a place for shapes, a size that is no number, a title that is as
wide as nothing: all this shows only when a slide is made, so one of each kind is made before the first real one.
"""

from __future__ import annotations

from io import BytesIO

from lxml import etree
from pptx import Presentation
from pptx.exc import PythonPptxError

from faheng.briefing.table import Head
from faheng.errors import UnreadableFile
from faheng.exports.slides.charts import add_charts
from faheng.exports.slides.deck import POINT, Deck
from faheng.exports.slides.tables import Sheet, add_table
from faheng.exports.slides.template import Template, require_sound
from faheng.exports.slides.texts import TextLine, add_lines
from faheng.native.chart import NativeChart, NativeMark, NativeSeries
from faheng.words.catalogue import words

__all__ = ["require_usable"]

# What python-pptx and lxml raise on a part that is well-formed and still not what it should be: they read attributes,
# take children and turn texts into numbers without looking first.
FAULTS = (
    AttributeError, ArithmeticError, AssertionError, LookupError, NotImplementedError, OSError, TypeError, ValueError,
    RecursionError, etree.LxmlError, PythonPptxError,
)  # fmt: skip
# Points: less leaves no room for a chart, more is no slide (PowerPoint's own limit is 56 inches).
LEAST_WIDTH, LEAST_HEIGHT, MOST = 240, 160, 56 * 72
_AGAIN = "take another, or save it in PowerPoint again"
_CHART = NativeChart(
    "bar", ("A",), (NativeSeries("A", "#000000", (NativeMark(1, "1", "#000000"),)),),
    percent=False, low=0, high=1, step=1, format="0",
)  # fmt: skip


def require_usable(template: Template) -> None:
    """UnreadableFile, which says in one sentence what is wrong, where no slides can be made from the template."""
    require_sound(template)
    try:
        deck = Deck(template, "A")
        _require_room(deck, template.name)
        _fill(deck)
        Presentation(BytesIO(deck.bytes()))
    except FAULTS as error:
        raise UnreadableFile(template.name, "its layouts cannot be filled in", _AGAIN) from error


def _require_room(deck: Deck, name: str) -> None:
    """A slide of a size that a screen can show, with room for a chart below its title."""
    width, height = deck.presentation.slide_width / POINT, deck.presentation.slide_height / POINT
    room, (left, top) = deck.room, (deck.room.left + deck.room.width, deck.room.top + deck.room.height)
    inside = room.left >= 0 and room.top >= 0 and left <= width and top <= height
    if not inside or max(width, height) > MOST or room.width < LEAST_WIDTH or room.height < LEAST_HEIGHT:
        raise UnreadableFile(name, "its layouts leave no room for a chart", "take a template with “Title Only”")


def _fill(deck: Deck) -> None:
    """A cover, and a slide with text, table, chart and notes."""
    deck.cover("A", ["A"])
    slide = deck.slide("A", speech="A")
    add_lines(slide, [TextLine("A", link="https://example.org")], deck.room)
    add_table(slide, (Head("A", 1),), Sheet((("A",),), None), deck.room)
    add_charts(slide, [_CHART], deck.room, words("en"))
