"""The presentation under work: its layouts, where on a slide is room, and the words that every slide carries.

Works with the shipped template and with an office's own: a cover is a layout with a title and a subtitle, every other
slide the layout with a title and nothing else to fill in. Fonts and colours of texts are those of the template.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from typing import Any

from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.oxml.ns import qn
from pptx.util import Emu, Pt

from faheng.charts.look import LIGHT
from faheng.charts.measure import broken, evenly_broken
from faheng.errors import UnreadableFile
from faheng.exports.slides.presentation import MACROS, plain_presentation
from faheng.exports.slides.template import Template
from faheng.paths import TEMPLATES
from faheng.words.clean import plain_text

POINT = 12700
SHIPPED = TEMPLATES / "briefing.pptx"
LEADING = 1.32
_TITLES = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE)
_BELOW = (PP_PLACEHOLDER.DATE, PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER)
_HEADLINE_SIZES = (24, 22, 20, 18, 16, 14)
_COVER_SIZES = (40, 36, 32, 28, 24, 20)
# The share of a width that measured letters may fill, and the height of a line of the tallest font that may stand in
# for the template's (Noto Sans CJK: 1.448 of its size): what is too high runs over what stands below it.
_SAFE, _NEARLY, TALLEST = 0.88, 0.93, 1.46


@dataclass(frozen=True)
class Room:
    """A rectangle of a slide in points."""

    left: float
    top: float
    width: float
    height: float

    @property
    def emu(self) -> tuple[Emu, Emu, Emu, Emu]:
        """Left, top, width and height as python-pptx takes them."""
        left, top, width, height = (Emu(round(each * POINT)) for each in (self.left, self.top, self.width, self.height))
        return left, top, width, height

    def below(self, height: float) -> Room:
        """What is left of it under something of this height."""
        return Room(self.left, self.top + height, self.width, self.height - height)

    def without_foot(self, height: float) -> Room:
        """What is left of it above something of this height."""
        return Room(self.left, self.top, self.width, self.height - height)


class Deck:
    """Slides being added one after another. foot: what stands at the foot of each.

    view_slides: which slide is that of each view, counted from 0.
    """

    def __init__(self, template: Template | None, foot: str) -> None:
        """Open a sound template without its slides, or the shipped one; UnreadableFile where no layout has a title."""
        self.presentation: Any = _opened(template)
        self.foot = foot
        self.view_slides: list[int] = []
        self._cover = _layout(self.presentation, cover=True)
        self._plain = _layout(self.presentation, cover=False)

    @property
    def count(self) -> int:
        """How many slides there are."""
        return len(self.presentation.slides)

    @cached_property
    def room(self) -> Room:
        """Where a slide has room for content: below the title, above what the template has at the foot."""
        width, height = self.presentation.slide_width / POINT, self.presentation.slide_height / POINT
        title = _placeholder(self._plain, _TITLES)
        low = [each.top for each in self._plain.placeholders if each.placeholder_format.type in _BELOW and each.top]
        bottom = min(low) / POINT - 6 if low else height * 0.94
        left, top, wide = title.left / POINT, (title.top + title.height) / POINT + 8, title.width / POINT
        if top > height / 2 or wide < width / 2:
            # a title in the middle or at the side leaves no room under it
            left, top, wide = width * 0.05, height * 0.24, width * 0.9
        return Room(left, top, wide, bottom - top)

    def cover(self, title: str, lines: Sequence[str]) -> None:
        """The first slide: title and subtitle."""
        slide = self.presentation.slides.add_slide(self._cover)
        self._set_cover_title(slide.shapes.title, plain_text(title))
        beside = [each for each in slide.placeholders if each.placeholder_format.type == PP_PLACEHOLDER.SUBTITLE]
        if beside:
            beside[0].text_frame.text = "\n".join(map(plain_text, lines))

    def slide(self, headline: str, *, speech: str = "") -> Any:
        """A further slide with its headline, foot and number."""
        slide = self.presentation.slides.add_slide(self._plain)
        slide.shapes.title.text_frame.text = plain_text(headline)
        self._shrink(slide.shapes.title, headline, _HEADLINE_SIZES)
        self._add_foot(slide)
        if speech:
            slide.notes_slide.notes_text_frame.text = "\n".join(map(plain_text, speech.split("\n")))
        return slide

    def bytes(self) -> bytes:
        """The file."""
        out = BytesIO()
        self.presentation.save(out)
        return out.getvalue()

    def _set_cover_title(self, shape: Any, title: str) -> None:
        """In lines of much the same length, so that no single sign stands on the last."""
        width = shape.width / POINT * _SAFE * _SAFE
        size = fitting(title, width, shape.height / POINT, _COVER_SIZES)
        shape.text_frame.text = "\v".join(evenly_broken(title, width, size))
        for run in shape.text_frame.paragraphs[0].runs:
            run.font.size = Pt(size)

    def _shrink(self, shape: Any, text: str, sizes: Sequence[int]) -> None:
        """Take the first size at which the text fits its placeholder: a template's own may be too large for it."""
        # Bold letters, and those of a font that stands in for another, are wider than measured.
        width, height = shape.width / POINT * _SAFE, shape.height / POINT
        size = fitting(plain_text(text), width, height, sizes)
        for paragraph in shape.text_frame.paragraphs:
            for run in paragraph.runs:
                run.font.size = Pt(size)

    def _add_foot(self, slide: Any) -> None:
        """The foot and the slide's number, where the layout has a place for them."""
        for held in self._plain.placeholders:
            kind = held.placeholder_format.type
            if kind not in (PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER):
                continue
            copied = deepcopy(held.element)
            # Said once more, because LibreOffice takes it from the layout only in part.
            copied.x, copied.y, copied.cx, copied.cy = held.left, held.top, held.width, held.height
            ids = [int(each) for each in slide.element.xpath(".//p:cNvPr/@id")]
            copied.nvSpPr.cNvPr.set("id", str(max(ids) + 1))
            slide.shapes._spTree.append(copied)
            if kind == PP_PLACEHOLDER.FOOTER:
                _set_text(copied, plain_text(self.foot))


def fitting(text: str, width: float, height: float, sizes: Sequence[int]) -> int:
    """The first of the sizes (points) at which the text fits, the last where none does."""
    return next((size for size in sizes if len(broken(text, width, size)) * size * LEADING <= height), sizes[-1])


def lines_height(text: str, width: float, size: float) -> float:
    """Points that a text takes at a width, also in a font that is wider and taller than measured."""
    # Latin letters are measured wide as it is; Chinese leaves part of a line empty where none may begin with a comma.
    room = width if text.isascii() else width * _NEARLY
    return len(broken(text, room, size)) * size * TALLEST


def _set_text(shape: Any, text: str) -> None:
    body = shape.find(qn("p:txBody"))
    for paragraph in body.findall(qn("a:p"))[1:]:
        body.remove(paragraph)
    paragraph = body.find(qn("a:p"))
    for child in list(paragraph):
        paragraph.remove(child)
    paragraph.append(paragraph.makeelement(qn("a:pPr"), {"algn": "l"}))
    run = paragraph.makeelement(qn("a:r"), {})
    look = run.makeelement(qn("a:rPr"), {"lang": "zh-CN", "sz": "1000"})
    fill = look.makeelement(qn("a:solidFill"), {})
    fill.append(fill.makeelement(qn("a:srgbClr"), {"val": LIGHT.muted.removeprefix("#")}))
    look.append(fill)
    run.append(look)
    letters = run.makeelement(qn("a:t"), {})
    letters.text = text
    run.append(letters)
    paragraph.append(run)


def _opened(template: Template | None) -> Any:
    name = template.name if template else SHIPPED.name
    presentation = Presentation(BytesIO(plain_presentation(template.content)) if template else str(SHIPPED))
    for held in [each for each in presentation.part.rels.values() if each.reltype.endswith(MACROS)]:
        presentation.part.rels.pop(held.rId)
    slides = presentation.slides
    # The slides of a template are examples: its layouts are what it is for.
    for held in list(slides._sldIdLst):
        presentation.part.drop_rel(held.rId)
        slides._sldIdLst.remove(held)
    if any(str(part.partname).startswith("/ppt/slides/") for part in presentation.part.package.iter_parts()):
        # it would be written beside a new one of the same name
        raise UnreadableFile(name, "its layouts lead to its slides", "delete the slides in PowerPoint first")
    if _layout(presentation, cover=False) is None or _layout(presentation, cover=True) is None:
        raise UnreadableFile(name, "it has no layout with a title", "take a template with “Title Only”")
    return presentation


def _layout(presentation: Any, *, cover: bool) -> Any:
    """The layout with a title and the fewest other things to fill in; for a cover one with a subtitle before."""
    titled = [each for each in presentation.slide_layouts if _placeholder(each, _TITLES) is not None]
    subtitle = (PP_PLACEHOLDER.SUBTITLE,)
    if cover:
        titled.sort(key=lambda each: _placeholder(each, subtitle) is None)
    else:
        titled.sort(key=lambda each: (len(_to_fill_in(each)), _placeholder(each, subtitle) is not None))
    return titled[0] if titled else None


def _to_fill_in(layout: Any) -> list[Any]:
    return [each for each in layout.placeholders if each.placeholder_format.type not in (*_TITLES, *_BELOW)]


def _placeholder(layout: Any, kinds: Sequence[Any]) -> Any:
    return next((each for each in layout.placeholders if each.placeholder_format.type in kinds), None)
