"""Native charts in a document, which python-docx cannot make: a chart part with its workbook, and an inline frame."""

from __future__ import annotations

from typing import Any

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.shared import Length

from faheng.exports.chart_workbook import chart_workbook
from faheng.exports.chart_xml import CHART, DRAWING, RELATIONS, chart_xml
from faheng.exports.clean import plain_text
from faheng.exports.native import NativeChart
from faheng.words.catalogue import Words

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_FRAME = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_LETTERS = 9
# Ids of drawings must differ from each other in a document; pictures of python-docx count from 1.
_FIRST_ID = 1000


def add_chart(document: Any, paragraph: Any, chart: NativeChart, size: tuple[Length, Length], number: int, say: Words) -> None:
    """Put the chart, the number-th of the document, into the paragraph. size: its width and height."""
    package = document.part.package
    book = Part(PackURI(f"/word/embeddings/chart{number}.xlsx"), CONTENT_TYPE.SML_SHEET, chart_workbook(chart, say), package)
    part = Part(PackURI(f"/word/charts/chart{number}.xml"), CONTENT_TYPE.DML_CHART, b"", package)
    part._blob = chart_xml(chart, size=_LETTERS, relation=part.relate_to(book, RELATIONSHIP_TYPE.PACKAGE))  # noqa: SLF001 (the id of the workbook is known only once the part exists)
    relation = document.part.relate_to(part, RELATIONSHIP_TYPE.CHART)
    paragraph.add_run().element.append(parse_xml(_drawing(relation, chart, size, number)))


def _drawing(relation: str, chart: NativeChart, size: tuple[Length, Length], number: int) -> str:
    told = plain_text(chart.alt).replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")
    return (
        f'<w:drawing xmlns:w="{_WORD}" xmlns:wp="{_FRAME}" xmlns:a="{DRAWING}" xmlns:c="{CHART}" xmlns:r="{RELATIONS}">'
        f'<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{size[0]}" cy="{size[1]}"/>'
        f'<wp:docPr id="{_FIRST_ID + number}" name="Chart {number}" descr="{told}"/><wp:cNvGraphicFramePr/>'
        f'<a:graphic><a:graphicData uri="{CHART}"><c:chart r:id="{relation}"/></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing>"
    )
