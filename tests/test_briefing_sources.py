"""The reports of a briefing in few lines, none lost, each by the figures that it is behind."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from briefings import briefing, count_view, rate_view
from chart_rows import EN, ZH
from hypothesis import given
from hypothesis import strategies as st
from test_exports_document import opened

from faheng.briefing.annex import named_sources
from faheng.briefing.contents import source_line
from faheng.briefing.source_lists import number_ranges, source_groups
from faheng.exports.document.cited import Cited
from faheng.words.catalogue import Words

YEARS = st.lists(st.integers(1990, 2030), min_size=1, max_size=12)


def lines(place: str, *years: int) -> list[str]:
    """Undated reports of a place, as views name them."""
    return [source_line(f"{year}年{place}政府工作报告", f"{place}人民政府", None, ZH) for year in years]


@pytest.mark.parametrize(
    ("numbers", "zh", "en"),
    [
        ([2015, 2016, 2017, 2018, 2022], "2015—2018、2022", "2015–2018, 2022"),
        ([4, 1, 2, 4], "1、2、4", "1, 2, 4"),
        ([7], "7", "7"),
        ([], "", ""),
    ],
)
def test_numbers_that_follow_each_other_are_a_range_from_three_on(numbers: list[int], zh: str, en: str) -> None:
    assert (zh, en) == (number_ranges(numbers, ZH), number_ranges(numbers, EN))


@given(YEARS)
def test_a_range_holds_the_numbers_and_no_other(years: list[int]) -> None:
    said = [list(map(int, part.split("—"))) for part in number_ranges(years, ZH).split("、")]

    assert sorted(set(years)) == [year for ends in said for year in range(ends[0], ends[-1] + 1)]


def test_reports_that_differ_by_their_year_share_a_line_and_others_do_not() -> None:
    """Neither those of another place or publisher, nor one with a date, nor one of two years."""
    dated = "2019年甲区政府工作报告（甲区人民政府，2020年1月20日）"
    term = "2016—2021年甲区政府工作报告（甲区人民政府，日期未注明）"
    groups = source_groups([*lines("甲区", 2021, 2019), dated, *lines("乙区", 2020), term, *lines("甲区", 2020)], ZH)

    assert ["2019—2021年甲区政府工作报告（甲区人民政府，日期未注明）", dated, *lines("乙区", 2020), term] == [
        group.text for group in groups
    ]
    assert 6 == sum(len(group.lines) for group in groups)


def test_the_list_of_a_deck_counts_the_lines() -> None:
    made = briefing(rate_view(), count_view())

    assert [str(i + 1) for i in range(len(source_groups(made.sources, ZH)))] == [
        row[0] for row in named_sources(made, ZH).rows
    ]


def test_a_note_lists_reports_by_the_figures_that_they_are_behind_and_says_once_that_dates_are_unknown() -> None:
    cited = Cited()
    first, second, third = *lines("甲区", 2020), *lines("乙区", 2020), "丙（丙区人民政府，2021年1月2日）"
    for number in (1, 2, 3, 5):
        cited.figure(number, [first])
    cited.figure(5, [second])
    cited.table(1, [first])

    assert (
        "［图 1—3、5；表 1］2020年甲区政府工作报告（甲区人民政府）。［图 5］2020年乙区政府工作报告（乙区人民政府）。"
        "丙（丙区人民政府，2021年1月2日）。未列日期的报告，日期未注明。"
    ) == cited.text([first, second, third], ZH)
    assert "not stated" not in cited.text([third], EN)


@pytest.mark.parametrize("publisher", ["y", ""])
@pytest.mark.parametrize("say", [ZH, EN], ids=["zh", "en"])
def test_an_unknown_date_is_left_out_of_every_form_of_a_source(say: Words, publisher: str) -> None:
    told = Cited().text([source_line("x", publisher, None, say)], say)

    assert say("date not stated") not in told.partition("x")[2].partition(say("{statement}.", statement=""))[0]
    assert told.endswith(say("Where no date is given, the report's date is not stated."))


def test_a_figure_of_many_reports_leads_to_the_end_of_the_note() -> None:
    made = briefing(replace(rate_view(), sources=("甲", "乙", "丙")))
    # no number is parted from its unit at the end of a line
    many = [p.text.replace("\u00a0", " ") for p in opened(made).paragraphs]
    unlisted = briefing(rate_view(), appendix=False, sources_listed=False)

    assert any("来源：3 份报告，见文末" in line for line in many)
    assert any(re.search("来源：2020", p.text) for p in opened(unlisted).paragraphs)
