"""Lines of text on a slide."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE
from pptx.util import Pt

from faheng.charts.look import LIGHT
from faheng.exports.slides.deck import Room
from faheng.words.clean import plain_text


@dataclass(frozen=True)
class TextLine:
    """A paragraph: its text, size in points and colour. link: an address that it leads to, http or https only.

    before: points left free above it.
    """

    text: str
    size: float = 12
    colour: str = LIGHT.ink
    bold: bool = False
    link: str = ""
    before: float = 0


def add_lines(slide: Any, lines: Sequence[TextLine], room: Room) -> None:
    """Put the lines into a box without margins, from its top."""
    box = slide.shapes.add_textbox(*room.emu)
    frame = box.text_frame
    frame.word_wrap, frame.auto_size, frame.vertical_anchor = True, MSO_AUTO_SIZE.NONE, MSO_ANCHOR.TOP
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    for i, line in enumerate(lines):
        paragraph = frame.paragraphs[0] if i == 0 else frame.add_paragraph()
        if line.before:
            paragraph.space_before = Pt(line.before)
        run = paragraph.add_run()
        run.text = plain_text(line.text)
        run.font.size, run.font.bold = Pt(line.size), line.bold
        run.font.color.rgb = rgb(line.colour)
        if line.link.startswith(("http://", "https://")):
            run.hyperlink.address = plain_text(line.link)


def rgb(colour: str) -> RGBColor:
    """A colour of the look as python-pptx takes it."""
    made: RGBColor = RGBColor.from_string(colour.removeprefix("#"))  # type: ignore[no-untyped-call]  # typed in part
    return made
