"""The page and the styles of an official document: GB/T 9704-2012, sections 5 to 7, as offices apply it to notes.

A4; 37 mm above, 35 below, 28 left, 26 right; 22 lines of 28 to a page; the title in xiaobiaosong of 22 points, the
body in fangsong of 16, headings of the first level in heiti and of the second in kaiti.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from faheng.words.catalogue import Words

TITLE, BODY, HEADING, SUBHEADING = "方正小标宋简体", "仿宋_GB2312", "黑体", "楷体_GB2312"
LATIN = "Times New Roman"
BODY_SIZE, TITLE_SIZE, TABLE_SIZE, SMALL_SIZE = 16, 22, 10.5, 10.5
LEADING = 28.5
WIDTH = Mm(210 - 28 - 26)
# Word's names of its own styles; what is not among them is made.
FOOTNOTE_TEXT, FOOTNOTE_MARK, TABLE_TEXT, SOURCE, LIST = (
    "footnote text",
    "footnote reference",
    "Faheng table",
    "Faheng source",
    "Faheng list",
)


# Letters of an English note as a share of those of a Chinese one: of its text, and of what is small already.
_ENGLISH, _SMALL_ENGLISH = 0.75, 0.86


@dataclass(frozen=True)
class Face:
    """How a style looks. indent: the first line, in signs. exact: the height of a line in points, 0 for single."""

    name: str
    font: str
    size: float
    exact: float = LEADING
    indent: int = 0
    side: WD_ALIGN_PARAGRAPH = WD_ALIGN_PARAGRAPH.LEFT
    before: float = 0
    after: float = 0
    with_next: bool = False


FACES = (
    Face("Normal", BODY, BODY_SIZE, indent=2),
    Face("Title", TITLE, TITLE_SIZE, exact=34, side=WD_ALIGN_PARAGRAPH.CENTER, after=6, with_next=True),
    Face("Subtitle", SUBHEADING, BODY_SIZE, side=WD_ALIGN_PARAGRAPH.CENTER, after=14),
    Face("Heading 1", HEADING, BODY_SIZE, indent=2, before=6, with_next=True, side=WD_ALIGN_PARAGRAPH.LEFT),
    Face("Heading 2", SUBHEADING, BODY_SIZE, indent=2, before=4, with_next=True, side=WD_ALIGN_PARAGRAPH.LEFT),
    Face("Caption", HEADING, 12, exact=20, side=WD_ALIGN_PARAGRAPH.CENTER, before=6, after=2, with_next=True),
    Face(TABLE_TEXT, BODY, TABLE_SIZE, exact=0, side=WD_ALIGN_PARAGRAPH.LEFT),
    Face(SOURCE, BODY, SMALL_SIZE, exact=16, side=WD_ALIGN_PARAGRAPH.LEFT, after=4),
    Face(LIST, BODY, 8, exact=11.5, side=WD_ALIGN_PARAGRAPH.LEFT),
    Face(FOOTNOTE_TEXT, BODY, 9, exact=0, side=WD_ALIGN_PARAGRAPH.LEFT),
)  # fmt: skip


def new_document(say: Words) -> Any:
    """An empty document with the page and the styles of an official one, in the languages of this country.

    What python-docx begins with brings a second set of styles, which Word would find at odds with these, a picture of
    another document, and Japanese as the language of East Asian letters.
    """
    document: Any = Document()
    for relations, end in ((document.part.rels, "/stylesWithEffects"), (document.part.package.rels, "/thumbnail")):
        for held in [each for each in relations.values() if each.reltype.endswith(end)]:
            del relations[held.rId]
    for language in (
        document.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}"),
        document.settings.element.find(qn("w:themeFontLang")),
    ):
        language.set(qn("w:eastAsia"), "zh-CN")
    set_page(document)
    set_styles(document, say)
    return document


def set_page(document: Any) -> None:
    """A4 with the margins of an official document, and its number in the middle of the foot of each page."""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    section.footer_distance = Mm(25)
    paragraph = section.footer.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.paragraph_format.first_line_indent = Pt(0)
    for kind, text in (("", "— "), ("begin", ""), ("instr", " PAGE "), ("end", ""), ("", " —")):
        run = paragraph.add_run(text if not kind else "")
        run.font.size = Pt(14)
        if kind == "instr":
            code = OxmlElement("w:instrText")
            code.text = text
            run.element.append(code)
        elif kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            run.element.append(mark)


def set_styles(document: Any, say: Words) -> None:
    """Give the styles their faces, and make those that the document lacks.

    The standard speaks of Chinese signs: letters as large are too large for a line of English, so they are smaller.
    """
    for face in FACES:
        share = 1 if say.language == "zh" else _ENGLISH if face.size > TABLE_SIZE else _SMALL_ENGLISH
        scaled = replace(face, size=round(face.size * share * 2) / 2, exact=face.exact * share)
        _apply(_style(document, face.name, WD_STYLE_TYPE.PARAGRAPH), scaled)
    mark = _style(document, FOOTNOTE_MARK, WD_STYLE_TYPE.CHARACTER)
    mark.font.superscript = True


def _style(document: Any, name: str, kind: WD_STYLE_TYPE) -> Any:
    known = {each.name: each for each in document.styles}
    return known[name] if name in known else document.styles.add_style(name, kind)


def _apply(style: Any, face: Face) -> None:
    font = style.font
    font.name, font.size, font.bold, font.italic = LATIN, Pt(face.size), False, False
    font.color.rgb = RGBColor(0, 0, 0)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for attribute in list(fonts.attrib):
        # a font of the theme would win over the one named here
        if attribute.endswith("Theme"):
            del fonts.attrib[attribute]
    for part in ("eastAsia", "cs"):
        fonts.set(qn(f"w:{part}"), face.font)
    form = style.paragraph_format
    form.alignment, form.keep_with_next = face.side, face.with_next
    form.space_before, form.space_after = Pt(face.before), Pt(face.after)
    form.first_line_indent = Pt(face.indent * face.size)
    if face.exact:
        form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(face.exact)
    else:
        form.line_spacing = 1.0
    _without_borders(style)


def _without_borders(style: Any) -> None:
    """Word's own title has a line under it."""
    properties = style.element.find(qn("w:pPr"))
    border = None if properties is None else properties.find(qn("w:pBdr"))
    if border is not None:
        properties.remove(border)
