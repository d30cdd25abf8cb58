"""Real footnotes of Word, which python-docx cannot make: a part of their own, marks in the text (ECMA-376, 17.11)."""

from __future__ import annotations

from typing import Any
from xml.sax.saxutils import escape

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from faheng.exports.document.styles import FOOTNOTE_MARK, FOOTNOTE_TEXT
from faheng.exports.unbroken import unbroken
from faheng.words.clean import plain_text

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
# Word keeps the two lowest ids for the lines between text and notes.
_FIRST = 1


class Footnotes:
    """The notes of a document, numbered as they are set; written at the end."""

    def __init__(self, document: Any) -> None:
        """No note yet."""
        self._document = document
        self._texts: list[str] = []

    def add(self, paragraph: Any, text: str) -> None:
        """Set the mark at the end of the paragraph."""
        self._texts.append(unbroken(plain_text(text)))
        run = paragraph.add_run()
        run.style = self._document.styles[FOOTNOTE_MARK]
        mark = OxmlElement("w:footnoteReference")
        mark.set(qn("w:id"), str(_FIRST + len(self._texts) - 1))
        run.element.append(mark)

    def write(self) -> None:
        """Add the part to the document."""
        styles = self._document.styles
        text, mark = styles[FOOTNOTE_TEXT].style_id, styles[FOOTNOTE_MARK].style_id
        lines = "".join(
            f'<w:footnote w:type="{kind}" w:id="{i}"><w:p><w:pPr><w:spacing w:after="0" w:line="240"/></w:pPr>'
            f"<w:r><w:{kind}/></w:r></w:p></w:footnote>"
            for i, kind in ((-1, "separator"), (0, "continuationSeparator"))
        )
        notes = "".join(_note(i, note, text, mark) for i, note in enumerate(self._texts, start=_FIRST))
        content = f'<w:footnotes xmlns:w="{_WORD}">{lines}{notes}</w:footnotes>'
        blob = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>{content}'
        part = self._document.part
        name = PackURI("/word/footnotes.xml")
        _name_lines(self._document.settings.element)
        part.relate_to(Part(name, _CONTENT, blob.encode(), part.package), RELATIONSHIP_TYPE.FOOTNOTES)


def _name_lines(settings: Any) -> None:
    """Word wants the two lines named among the settings, before those of compatibility."""
    lines = OxmlElement("w:footnotePr")
    for i in (-1, 0):
        line = OxmlElement("w:footnote")
        line.set(qn("w:id"), str(i))
        lines.append(line)
    later = settings.find(qn("w:compat"))
    settings.append(lines) if later is None else later.addprevious(lines)


def _note(number: int, note: str, style: str, mark: str) -> str:
    return (
        f'<w:footnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
        f'<w:r><w:rPr><w:rStyle w:val="{mark}"/></w:rPr><w:footnoteRef/></w:r>'
        f'<w:r><w:t xml:space="preserve"> {escape(note)}</w:t></w:r></w:p></w:footnote>'
    )
