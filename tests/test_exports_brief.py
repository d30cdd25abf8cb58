"""Tables where room is short: what most rows have in common is said once, and nothing is left out unsaid."""

from __future__ import annotations

import io
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from chart_rows import EN, ZH, cell
from docx import Document
from pptx import Presentation

from faheng.briefing.annex import left_out_text, said_of_brief
from faheng.briefing.brief_tables import brief_matrix, brief_pair
from faheng.briefing.contents import Briefing
from faheng.briefing.made_briefing import briefing_of
from faheng.briefing.plan import BriefingPlan, PlannedView
from faheng.briefing.table import BriefTable, GroupName, Head, Number, ViewTable
from faheng.charts.shown import Shown
from faheng.exports.document.file import docx_bytes
from faheng.exports.slides.file import pptx_bytes
from faheng.exports.slides.tables import SIZES, SLIDE
from faheng.exports.table_fit import fitted, fitted_brief, row_height
from faheng.exports.unbroken import NO_BREAK
from faheng.native.ranking import ranking_chart
from faheng.views.pair import Pair, line_of_two

NARROW = (Head("指标", 10), Head("数值", 6, number=True))
GROUPED = ViewTable(
    (Head("章", 4), *NARROW), tuple((group, f"项{i}", str(i)) for i, group in enumerate("aabbb")), grouped=True
)
PLANNED = (
    PlannedView("overview", {"place": "630102"}),
    PlannedView("profile", {"place": "630102"}),
    PlannedView("pair", {"place": "630102", "with": "211282"}),
    PlannedView("checks", {"place": "630102", "everywhere": "1"}),
)


def pair_of(*both):
    return Pair("甲", "乙", (("章", tuple(line_of_two(ours, theirs, ZH) for ours, theirs in both)),))


def rate(name, value, **more):
    return cell(value=value, value_text=str(value), indicator_id=name, indicator=name, **more)


def missing(name):
    return rate(name, None, verdicts=["not_reported"], observation_id=None)


EARLIER = {"period_kind": "part_year", "period_end": "2020-05-31", "verdicts": ["other_period"]}


def test_a_pair_has_rows_for_what_both_state_and_names_what_one_states() -> None:
    shown = pair_of((rate("甲率", 70.0), rate("甲率", 60.0)), (rate("乙率", 5.0), missing("乙率")))
    brief = brief_pair(shown, ZH)

    assert brief is not None
    assert ["甲率"] == [row[0] for row in brief.table.rows]
    assert "仅甲列有的 1 项：乙率。" in brief.said
    assert "另有 1 项仅甲列有。" in brief.counted[-1]
    assert said_of_brief(brief, ZH)[1][-1].endswith("各数见电子表格（XLSX）。")
    assert said_of_brief(brief, ZH, appended=True)[0][-1].endswith("各数见附表。")


def test_no_row_of_a_pair_is_left_where_both_state_none_together() -> None:
    assert brief_pair(pair_of((rate("乙率", 5.0), missing("乙率"))), ZH) is None


def test_a_figure_of_another_period_than_most_says_so_itself() -> None:
    usual = [(rate(name, 70.0), rate(name, 60.0)) for name in ("甲率", "乙率", "丙率")]
    brief = brief_pair(pair_of(*usual, (rate("丁率", 5.0, **EARLIER), rate("丁率", 6.0))), ZH)
    assert brief is not None
    told = [[getattr(value, "below", "") for value in row[1:3]] for row in brief.table.rows]

    assert "2020年" in brief.said[0]
    assert [["", ""]] * 3 == told[:3]
    assert "2020年1—5月" in told[3][0]
    assert "期间不同" in told[3][0]


def test_places_without_any_figure_are_named_and_ours_stays() -> None:
    names = ("指标", "甲", "乙", "丙")
    value = Number(1, "1%", percent=True)
    table = ViewTable(
        tuple(Head(name, 8, number=i > 0) for i, name in enumerate(names)), (("率", "未披露", value, "未披露"),)
    )
    brief = brief_matrix(table, "甲", ZH)

    assert brief is not None
    assert ["甲", "乙"] == [row[0] for row in brief.table.rows]
    assert ("丙：各项均未披露。",) == brief.said
    assert 0 == brief.table.ours


def test_groups_are_named_above_their_rows_and_no_name_ends_a_part() -> None:
    named = GROUPED.named_above()
    parts = named.across(3)

    assert ["a", "项0", "项1", "b", "项2", "项3", "项4"] == [row[0] for row in named.rows]
    assert 3 * 2 + 2 == len(parts.columns)
    lowest = [[row[at] for row in parts.rows if row[at]][-1] for at in (0, 3, 6)]
    assert not any(isinstance(each, GroupName) for each in lowest)
    assert {row[0] for row in named.rows} == {row[at] for row in parts.rows for at in (0, 3, 6)} - {""}


def test_the_largest_letters_that_have_room_are_taken_and_else_the_most_rows() -> None:
    brief = BriefTable(ViewTable(NARROW, tuple((f"指标{i}", str(i)) for i in range(20))), across=2)
    roomy, tight = (fitted_brief(brief, (600, height), SIZES, SLIDE) for height in (400, 100))

    assert roomy is not None
    assert (20, 16.0) == (roomy.rows, roomy.size)
    assert tight is not None
    assert 11.0 == tight.size
    more = fitted(brief.table.kept(tight.rows + 2).across(2), (600, 100), (11.0,), SLIDE)
    assert more is None
    assert fitted_brief(brief, (600, 10), SIZES, SLIDE) is None


@pytest.mark.parametrize("width", [180, 260, 400])
def test_a_fitted_table_is_no_higher_than_its_room_and_parts_no_value_from_its_unit(width: int) -> None:
    rows = tuple(("很长的指标名称" * (i % 3 + 1), Number(i, f"{i}7,219 件"), "期间不同" * (i % 4)) for i in range(8))
    table = ViewTable((Head("指标", 14), Head("数值", 4, number=True), Head("备注", 10)), rows)
    fit = fitted(table, (width, 1000), SIZES, SLIDE)

    assert fit is not None
    assert width == pytest.approx(sum(fit.wide))
    assert sum(row_height(row, fit.wide, fit.size, SLIDE) for row in rows) < 1000
    assert fit.wide[1] > len("77,219件") * fit.size * 0.55 + SLIDE.beside


@pytest.mark.parametrize("say", [ZH, EN])
def test_what_is_left_out_is_counted_and_said_where_it_is(say) -> None:
    table = ViewTable(NARROW, tuple((str(i), "1") for i in range(9)))
    told, appended = (left_out_text(table, 4, say, appended=each) for each in (False, True))

    assert "" == left_out_text(table, 9, say)
    assert "9" in told
    assert "4" in told
    assert say.pick("附表", "appendix") in appended
    assert say.pick("电子表格", "workbook") in told


def test_the_number_of_the_longest_bar_has_room_beyond_it() -> None:
    cells = [
        cell(code, value=value, kind="count", unit="case") for code, value in (("630102", 2000.0), ("210100", 5.0))
    ]
    chart = ranking_chart(Shown(tuple(cells), "630102"), ZH)

    assert chart is not None
    assert chart.high * 0.9 >= 2000


@cache
def made(language: str, *, appendix: bool) -> Briefing:
    return briefing_of(BriefingPlan("题", views=PLANNED, appendix=appendix), language, today=date(2026, 1, 5))


@pytest.fixture
def published(shipped_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The shipped data are what is published."""
    monkeypatch.setenv("FAHENG_STORE", str(shipped_folder))


def slides(language, *, appendix=False):
    say = ZH if language == "zh" else EN
    return Presentation(io.BytesIO(pptx_bytes(made(language, appendix=appendix), say))).slides


def tables(slide):
    return [shape.table for shape in slide.shapes if shape.has_table]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.usefixtures("published")
def test_every_table_of_a_deck_is_read_at_arms_length(language: str) -> None:
    for slide in slides(language):
        cells = [cell for table in tables(slide) for cell in table.iter_cells()]
        assert all(cell.text_frame.paragraphs[0].runs[0].font.size.pt >= 11 for cell in cells if cell.text)
        assert all(run.font.size.pt >= 10 for cell in cells for each in cell.text_frame.paragraphs for run in each.runs)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.usefixtures("published")
def test_the_appendix_has_every_row_that_a_slide_has_no_room_for(language: str) -> None:
    told = {cell.text.replace(NO_BREAK, " ") for slide in slides(language, appendix=True) for table in tables(slide)
            for cell in table.iter_cells()}  # fmt: skip
    for view in made(language, appendix=True).views[1:3]:
        at = 1 if view.table.grouped else 0
        assert {str(row[at]) for row in view.table.rows} <= told


@pytest.mark.usefixtures("published")
def test_a_slide_and_a_page_count_what_they_leave_out() -> None:
    briefing = made("zh", appendix=False)
    profile = briefing.views[1]
    note = "\n".join(each.text for each in Document(io.BytesIO(docx_bytes(briefing, ZH))).paragraphs)
    slide = "\n".join(shape.text_frame.text for shape in slides("zh")[2].shapes if shape.has_text_frame)

    for text in (note, slide):
        assert f"共 {len(profile.table.rows)} 行" in text.replace(NO_BREAK, " ")
        assert "未另注明的：" in text


@pytest.mark.usefixtures("published")
def test_an_appendix_of_a_note_has_the_tables_that_its_pages_shorten() -> None:
    briefing = made("zh", appendix=True)
    document = Document(io.BytesIO(docx_bytes(briefing, ZH)))
    told = {cell.text.replace(NO_BREAK, " ") for table in document.tables for row in table.rows for cell in row.cells}

    assert {str(row[0]) for row in briefing.views[2].table.rows} <= told
