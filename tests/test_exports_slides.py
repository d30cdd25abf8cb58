"""Slides: native charts with their workbooks, every view's words, tables split over slides, any template."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from briefings import HARMLESS, PHRASES, YEARS, briefing, count_view, hostile, rate_view, years_view
from chart_rows import ZH
from lxml import etree
from pptx import Presentation
from pptx.util import Inches

from faheng.briefing.contents import ViewTexts
from faheng.briefing.table import Head, ViewTable
from faheng.briefing.views import trend_view
from faheng.charts.shown import Shown
from faheng.errors import UnreadableFile
from faheng.exports.slides import template as slides_template
from faheng.exports.slides.deck import Room, fitting
from faheng.exports.slides.file import pptx_bytes
from faheng.exports.slides.tables import sheets
from faheng.exports.slides.template import Template

ROOM = Room(0, 0, 870, 380)


def opened(made, template=None):
    own = template and Template("office.pptx", template)
    return Presentation(io.BytesIO(pptx_bytes(made, ZH, own)))


def texts(slide):
    """Every paragraph of a slide, cells of tables too."""
    shapes = [shape.text_frame for shape in slide.shapes if shape.has_text_frame]
    cells = [cell.text_frame for shape in slide.shapes if shape.has_table for cell in shape.table.iter_cells()]
    return [paragraph.text for frame in [*shapes, *cells] for paragraph in frame.paragraphs]


def charts(presentation):
    return [shape.chart for slide in presentation.slides for shape in slide.shapes if shape.has_chart]


def test_the_order_is_cover_contents_views_annex():
    titles = [slide.shapes.title.text_frame.text for slide in opened(briefing(rate_view())).slides]

    assert ["出庭应诉情况简报", "目录", "城东 72.7%，低于青海省 85.6%。", "出庭应诉率，各地"] == titles[:4]
    assert ["指标定义", "可比性判定的含义", "核对发现", "原文依据", "资料来源"] == titles[-5:]


def test_contents_name_the_slide_on_which_a_part_begins():
    presentation = opened(briefing())
    rows = [[cell.text for cell in row.cells] for row in presentation.slides[1].shapes[-1].table.rows][1:]
    for _, title, number in rows:
        slide = presentation.slides[int(number) - 1]
        assert title in texts(slide)


def test_charts_are_native_and_hold_the_numbers_of_the_query():
    found = charts(opened(briefing()))
    first = {series.name: list(series.values) for series in found[0].plots[0].series}

    assert 3 == len(found)
    assert [0.983, 0.727, None, None] == first["可比"]
    assert all(chart.part.chart_workbook.xlsx_part.blob.startswith(b"PK") for chart in found)
    assert ["城东", "沈阳"] == sorted(list(found[0].plots[0].categories)[:2])


def test_a_view_says_what_where_when_unit_note_source_link_and_who_made_it():
    slide = opened(briefing()).slides[2]
    told = "\n".join(texts(slide))

    for part in ("出庭应诉率，各地", "地区：城东、沈阳", "期间：", "单位：%",
                 "说明：期间不同的不排名。未披露：地120000。",
                 "2020年法治政府建设情况报告（某区人民政府，2021年1月20日）", "compare?place=630102", "数据版本 7",
                 "2026年11月25日"):  # fmt: skip
        assert part in told


def test_speaker_notes_hold_the_values_with_period_verdict_and_phrase():
    notes = opened(briefing()).slides[2].notes_slide.notes_text_frame.text

    assert "城东 72.7%，低于青海省 85.6%。" in notes
    assert "城东　出庭应诉率　72.7%（2020年；可比）" in notes
    assert "原文：“被诉行政机关负责人出庭率72.7%”" in notes


def test_several_indicators_over_the_years_have_a_native_panel_each():
    cells = (*YEARS, *(replace(cell, indicator_id="x", indicator="另一率", value=cell.value - 10) for cell in YEARS))
    view = trend_view(Shown(cells, "630102"), PHRASES, ViewTexts("两项", "各有升降。"), ZH)
    slide = opened(briefing(view)).slides[2]
    panels = [shape for shape in slide.shapes if shape.has_chart]

    assert {"出庭应诉率（%）", "另一率（%）"} <= set(texts(slide))
    assert [0.65, 0.55] == [list(each.chart.plots[0].series)[-1].values[-1] for each in panels]
    assert panels[0].left + panels[0].width <= panels[1].left


def test_a_link_into_the_net_can_be_clicked_and_no_other():
    def addresses(made):
        return [
            run.hyperlink.address
            for slide in opened(made).slides
            for shape in slide.shapes
            if shape.has_text_frame
            for paragraph in shape.text_frame.paragraphs
            for run in paragraph.runs
            if run.hyperlink.address
        ]

    assert ["http://127.0.0.1:8501/compare?place=630102"] == addresses(briefing(rate_view()))
    assert [] == addresses(hostile())


def test_a_hostile_text_is_written_as_it_reads():
    slides = list(opened(hostile()).slides)
    told = [text for slide in slides for text in texts(slide)]

    assert HARMLESS == slides[2].shapes.title.text_frame.text
    assert any(HARMLESS in text for text in told)
    assert not any("\u202e" in text or "_x000" in text for text in told)


def test_a_table_is_split_over_slides_with_its_head():
    rows = tuple((f"地{i}", "1") for i in range(30))
    parts = list(sheets((Head("地区", 10), Head("数值", 10)), rows, ROOM, ours=25))

    assert [10, 10, 10] == [len(part.rows) for part in parts]
    assert [None, None, 5] == [part.ours for part in parts]
    assert rows == tuple(row for part in parts for row in part.rows)


def test_tall_rows_leave_the_slide_before_it_is_full():
    rows = tuple(("很长的原文" * 40,) for _ in range(12))
    parts = list(sheets((Head("原文", 10),), rows, ROOM))

    assert 1 < len(parts)
    assert rows == tuple(row for part in parts for row in part.rows)


def test_a_table_of_hundreds_of_rows_says_what_it_leaves_out():
    rows = tuple((f"地{i}", "1") for i in range(500))
    view = replace(count_view(), table=ViewTable((Head("地区", 10), Head("数值", 10)), rows, ours=250))
    told = [text for slide in opened(briefing(view)).slides for text in texts(slide)]

    assert "地250" in told
    assert "地499" not in told
    assert any("共 500 行，此处列前 36 行并含本地" in text for text in told)


@pytest.mark.parametrize("part", ["title", "message"])
def test_a_title_of_sixty_characters_fits(part):
    made = briefing(replace(rate_view(), **{part: "字" * 60}))
    title = opened(made).slides[2].shapes.title

    assert fitting("字" * 60, title.width / 12700, title.height / 12700, (24,)) == 24


def own_template(*, slides=1):
    """An office's template: 4:3, with an example slide that must not stay."""
    presentation = Presentation()
    presentation.slide_width = Inches(11)
    for _ in range(slides):
        presentation.slides.add_slide(presentation.slide_layouts[5]).shapes.title.text = "示例"
    out = io.BytesIO()
    presentation.save(out)
    return out.getvalue()


def test_a_template_of_ones_own_gives_layouts_and_size_and_not_its_slides():
    presentation = opened(briefing(), own_template())

    assert Inches(11) == presentation.slide_width
    assert "示例" not in [slide.shapes.title.text_frame.text for slide in presentation.slides]
    assert ["Title Slide", "Title Only"] == [slide.slide_layout.name for slide in list(presentation.slides)[:2]]
    for slide in presentation.slides:
        assert all(shape.left >= 0 and shape.left + shape.width <= Inches(11) for shape in slide.shapes)


def test_a_headline_fits_a_template_whose_own_letters_are_too_large():
    """The title of PowerPoint's own template is of 44 points."""
    made = briefing(rate_view(message="城东 72.7%，低于青海省 85.6%，与沈阳不可直接比较。"))
    title = opened(made, own_template()).slides[2].shapes.title
    size = title.text_frame.paragraphs[0].runs[0].font.size.pt

    assert size <= 24
    assert size == fitting(title.text_frame.text, title.width / 12700 * 0.88, title.height / 12700, (24, 22, 20, 18))


@pytest.mark.parametrize("template", [b"no zip", b"PK\x05\x06" + bytes(18)], ids=["text", "empty zip"])
def test_what_is_no_presentation_is_told_in_one_line(template):
    with pytest.raises(UnreadableFile, match="it is no PowerPoint file") as told:
        pptx_bytes(briefing(), ZH, Template("office.pptx", template))
    assert 1 == len(str(told.value).splitlines())


def test_a_template_that_would_fill_the_memory_is_refused(monkeypatch):
    monkeypatch.setattr(slides_template, "LARGEST", 1000)

    with pytest.raises(UnreadableFile, match="too large"):
        pptx_bytes(briefing(), ZH, Template("office.pptx", own_template()))


def test_every_shape_stands_on_its_slide():
    presentation = opened(briefing())
    for slide in presentation.slides:
        for shape in slide.shapes:
            assert shape.top >= 0
            assert shape.top + shape.height <= presentation.slide_height


def test_the_parts_follow_the_order_of_the_format():
    """The elements of a series stand as ECMA-376 wants them: PowerPoint repairs a file in which they do not."""
    order = ["idx", "order", "tx", "spPr", "invertIfNegative", "marker", "dPt", "dLbls", "errBars"]
    order += ["cat", "val", "smooth"]
    for made in (rate_view(), count_view(), years_view()):
        for chart in charts(opened(briefing(made))):
            for series in chart.element.iter("{*}ser"):
                names = [etree.QName(child).localname for child in series]
                assert names == sorted(names, key=order.index)
