"""Small things that staff would mend by hand: whole numbers, names of files, quotation marks, years of totals."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from types import SimpleNamespace

import pandas as pd
import pytest
from briefings import HOSTILE, RATES, briefing, rate_view
from chart_rows import EN, ZH, count

from faheng.briefing.action_titles import coverage_title
from faheng.briefing.contents import Entry
from faheng.briefing.fact_table import fact_table
from faheng.briefing.facts import facts_of
from faheng.briefing.plain_signs import with_plain_signs
from faheng.briefing.table import ViewTable
from faheng.exports.csv_file import csv_bytes
from faheng.ui.briefing_files import zipped

TOTAL = count(year=2024, value=106.0, period_kind="multi_year", period_start="2023-01-01", period_end="2024-12-31")


def test_counts_in_a_csv_are_whole_numbers_and_rates_keep_their_decimals() -> None:
    rows = pd.DataFrame({"a": [89.0, 72.7, None], "b": [1, 2, 3]})

    assert ["a,b", "89,1", "72.7,2", ",3"] == csv_bytes(rows, "utf-8").decode().splitlines()


def test_a_total_over_several_years_is_of_no_single_one_in_files() -> None:
    (total,) = facts_of([TOTAL], (), ZH)
    table = fact_table(briefing(replace(rate_view(), facts=(total, *facts_of(RATES[:1], (), ZH)))), ZH)

    assert (2024, None) == (total.year, total.own_year)
    assert [True, False] == list(table["年度"].isna())


@pytest.mark.parametrize("title", ["出庭应诉率，各地", HOSTILE])
def test_pictures_are_named_by_their_titles_in_their_order(title: str) -> None:
    draws = SimpleNamespace(suffix=".png", draw=lambda _: b"png")
    views = [rate_view(title=title), rate_view(title="乙题")]
    with zipfile.ZipFile(io.BytesIO(zipped(briefing(*views), draws))) as archive:  # type: ignore[arg-type]
        first, second = archive.namelist()

    assert "02-乙题.png" == second
    assert first.startswith("01-出庭应诉率" if title is not HOSTILE else "01-=cmd")
    assert not set(first) & set('\\/:*?"<>|')


def test_an_english_briefing_has_plain_quotation_marks_and_reports_keep_theirs() -> None:
    made = replace(rate_view(), message="It says “a” ‘b’　c")
    made = replace(made, facts=(replace(made.facts[0], phrases=("“两类”",), reason="“x”"),))
    told = with_plain_signs(briefing(made, definitions=(Entry("“n”", "t"),)))

    assert "It says \"a\" 'b' c" == told.views[0].message
    assert (("“两类”",), '"x"') == (told.views[0].facts[0].phrases, told.views[0].facts[0].reason)
    assert '"n"' == told.definitions[0].name
    assert briefing(rate_view()).views[0].chart == told.views[0].chart


def test_a_source_named_by_its_title_alone_stands_once_where_it_is_named_in_full() -> None:
    full = rate_view().sources[0]
    bare = replace(rate_view(), sources=(full.partition("（")[0], "别的报告"))

    assert (full, "别的报告") == briefing(rate_view(), bare).sources


def test_a_table_keeps_its_most_telling_rows_and_says_each_group_once() -> None:
    rows = tuple((group, str(i)) for i, group in enumerate("aaabb"))
    table = ViewTable((), rows, telling=(4, 2, 0, 1, 3), grouped=True)

    assert (("a", "0"), ("", "2"), ("b", "4")) == table.shortened(3).rows
    assert (("a", "0"), ("", "1"), ("", "2"), ("b", "3"), ("", "4")) == table.shortened(9).rows


@pytest.mark.parametrize(
    ("stated", "title"),
    [((22, 34, 30), "3 份报告披露指标 22—34 项"), ((22,), "1 份报告披露指标 22 项"), ((), "")],
)
def test_coverage_has_a_title_that_says_how_much(stated: tuple[int, ...], title: str) -> None:
    assert title == coverage_title(stated, ZH)
    assert len(coverage_title((22, 34), EN)) <= 60
