"""Native charts in a document, which python-docx cannot make: a chart part with its workbook, and an inline frame."""

from __future__ import annotations

from typing import Any
from xml.sax.saxutils import escape

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.shared import Mm, Pt

from faheng.exports.document.styles import WIDTH
from faheng.native.chart import NativeChart
from faheng.native.workbook import chart_workbook
from faheng.native.xml import CHART, DRAWING, RELATIONS, chart_xml
from faheng.words.catalogue import Words
from faheng.words.clean import plain_text

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_FRAME = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
# Two charts with their words stand on a page.
_LETTERS, _HEIGHT, _LINE = 9, Mm(54), Mm(5)
_FEW_BARS, _BAR = 6, Mm(7)
# Ids of drawings must differ from each other in a document; pictures of python-docx count from 1.
_FIRST_ID = 1000


def add_chart(document: Any, paragraph: Any, chart: NativeChart, number: int, say: Words) -> None:
    """Put the chart, the number-th of the document, into the paragraph, as wide as the page's text."""
    package = document.part.package
    inside = chart_workbook(chart, say)
    book = Part(PackURI(f"/word/embeddings/chart{number}.xlsx"), CONTENT_TYPE.SML_SHEET, inside, package)
    part = Part(PackURI(f"/word/charts/chart{number}.xml"), CONTENT_TYPE.DML_CHART, b"", package)
    relation = part.relate_to(book, RELATIONSHIP_TYPE.PACKAGE)
    # the id of the workbook, which the chart names, is known only once the part exists
    part._blob = chart_xml(chart, size=_LETTERS, width=WIDTH / Pt(1), relation=relation)
    drawing = _drawing(document.part.relate_to(part, RELATIONSHIP_TYPE.CHART), chart, number)
    paragraph.add_run().element.append(parse_xml(drawing))


def _height(chart: NativeChart) -> int:
    """More where the names of its categories have several lines, or a key stands above it."""
    if chart.kind == "bar" and len(chart.categories) < _FEW_BARS:
        # a few bars across the whole height would be as thick as boxes
        return int(_HEIGHT - (_FEW_BARS - len(chart.categories)) * _BAR)
    lines = 1 if chart.kind == "bar" else max(name.count("\n") + 1 for name in chart.categories)
    keyed = sum(each.in_key for each in chart.series) > 1
    return int(_HEIGHT + (lines - 1 + keyed) * _LINE)


def _drawing(relation: str, chart: NativeChart, number: int) -> str:
    alt = escape(plain_text(chart.alt), {'"': "&quot;"})
    return (
        f'<w:drawing xmlns:w="{_WORD}" xmlns:wp="{_FRAME}" xmlns:a="{DRAWING}" xmlns:c="{CHART}" xmlns:r="{RELATIONS}">'
        f'<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{WIDTH}" cy="{_height(chart)}"/>'
        f'<wp:docPr id="{_FIRST_ID + number}" name="Chart {number}" descr="{alt}"/><wp:cNvGraphicFramePr/>'
        f'<a:graphic><a:graphicData uri="{CHART}"><c:chart r:id="{relation}"/></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing>"
    )
