"""Slides as a page draws them: what the presentation holds, where it holds it."""

from __future__ import annotations

import re
from io import BytesIO

import pytest
from briefings import ZH, briefing, hostile
from pptx import Presentation

from faheng.exports.slides.drawn import drawn_slides
from faheng.exports.slides.file import pptx_bytes
from faheng.ui.slides import slide_picture

PLAIN = {"div", "p", "i", "img"} | {
    "table",
    "colgroup",
    "col",
    "tr",
    "td",
}


def drawn(made):
    presentation = Presentation(BytesIO(pptx_bytes(made, ZH)))
    return presentation, drawn_slides(presentation, [chart for view in made.views for chart in view.charts])


def test_every_slide_says_what_the_file_says():
    """Each text, each cell of a table, each chart once, inside the slide."""
    presentation, slides = drawn(briefing())

    assert len(presentation.slides) == len(slides)
    for slide, shown in zip(presentation.slides, slides, strict=True):
        texts = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame and shape.text_frame.text]
        said = ["\n".join(line.text for line in text.lines) for text in shown.texts]
        assert [text.replace("\v", "\n") for text in texts if not text.startswith("‹")][:2] == said[:2]
        cells = [
            cell.text for shape in slide.shapes if shape.has_table for row in shape.table.rows for cell in row.cells
        ]
        drawn_cells = (cell for table in shown.tables for row in table.rows for cell in row)
        assert cells == ["\n".join(line.text for line in cell.lines) for cell in drawn_cells]
        assert sum(shape.has_chart for shape in slide.shapes) == len(shown.charts)
        for held in (*shown.texts, *shown.charts):
            assert held.box.left + held.box.width <= shown.width
            assert held.box.top + held.box.height <= shown.height


def test_the_charts_are_drawn_where_they_stand():
    """The first chart of the file is that of the first view."""
    made = briefing()
    _, slides = drawn(made)
    alts = [chart.shapes.alt for slide in slides for chart in slide.charts]

    assert [chart.alt for view in made.views for chart in view.charts] == alts


@pytest.mark.parametrize("make", [briefing, hostile])
def test_a_picture_is_markup_without_anything_that_runs(make):
    """Whatever a report, a title or a template says."""
    _, slides = drawn(make())
    for slide in slides:
        markup = str(slide_picture(slide))
        tags = re.findall(r"<(\w+)([^>]*)>", markup)
        assert PLAIN >= {name for name, _ in tags}
        assert not [held for _, held in tags if re.search(r"\son\w+=|href|url\(|javascript:", held)]
