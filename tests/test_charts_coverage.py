"""The heads of the coverage table: names of places stand whole, beside or below each other or turned."""

from __future__ import annotations

import pytest
from chart_rows import ZH, record

from faheng.charts.coverage import coverage
from faheng.charts.look import LIGHT
from faheng.charts.measure import broken
from faheng.charts.shown import PHONE, ChartFrame, Style, ThemeCoverage


def heads(name: str, reports: int) -> list[str]:
    """What stands over the columns of so many reports on a phone."""
    covered = [
        record(ThemeCoverage, report_id=f"{n}", locality_code="1", locality=name, year=2022 - n, theme="t",
               theme_name="争议化解与行政应诉", reported=1, catalogue=2)
        for n in range(reports)
    ]  # fmt: skip
    return list(coverage(covered, ChartFrame("题", width=PHONE, framed=False), Style(LIGHT, ZH)).layout.xaxis.ticktext)


@pytest.mark.parametrize("reports", range(1, 16))
@pytest.mark.parametrize("name", ["土城子", "盐田", "万源", "沈阳", "城东区"])
def test_no_character_of_a_name_stands_alone(name: str, reports: int) -> None:
    """土城 over 子 reads as two places."""
    for head in heads(name, reports):
        assert [] == [line for line in head.split("<br>") if len(line) == 1]
        assert name in head


@pytest.mark.parametrize("reports", [1, 4, 8])
def test_a_long_name_is_broken_into_words_of_some_length(reports: int) -> None:
    for head in heads("土城子蒙古族自治乡", reports):
        assert (
            "土城子蒙古族自治乡" == "".join(line for line in head.split("<br>") if not line.isdigit()).partition(" ")[0]
        )
        assert [] == [line for line in head.split("<br>") if len(line) == 1]


@pytest.mark.parametrize("width", range(20, 400, 7))
@pytest.mark.parametrize(
    "text", ["People's-congress proposals handled (proposals)", "出庭应诉率（开原、城东）与“政府部门”"]
)
def test_no_opening_sign_is_left_at_the_end_of_a_line(text: str, width: int) -> None:
    """And nothing of the text is lost."""
    lines = broken(text, width, 13)

    assert text.replace(" ", "") == "".join(lines).replace(" ", "")
    assert [] == [line for line in lines if line.endswith(("(", "（", "“"))]
