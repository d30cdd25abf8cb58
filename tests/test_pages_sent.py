"""What a chart and its picture weigh on their way to the browser, at the size of a nation, and what stands in them."""

from __future__ import annotations

import json

import pandas as pd
import pytest
from chart_rows import FRAME, ZH, record
from test_charts_spread import some, spread_of

from faheng.charts.coverage import coverage
from faheng.charts.look import DARK, LIGHT
from faheng.charts.shown import ChartFrame, Style, ThemeCoverage
from faheng.charts.spread import spread
from faheng.ui.drawn import drawn_figure, framed_picture
from faheng.views.chart import ChartView

# Of the 300 kB that a page may send, the style sheet, the script and the choosers take 80.
MOST_BYTES = 220_000
PLACES, YEARS, THEMES = 8, 11, 11


def eight_places() -> ChartView:
    """As many places as a page sets beside each other, each with a report a year."""
    covered = [
        record(ThemeCoverage, report_id=f"{code}-{year}", locality_code=f"{code}", locality=f"某某街道{code}",
               year=2015 + year, report_kind="annual_report", report_title=f"某某街道{code}法治政府建设报告",
               theme=f"t{theme}", theme_name=f"争议化解与行政应诉{theme}", reported=theme, catalogue=12)
        for code in range(PLACES) for year in range(YEARS) for theme in range(THEMES)
    ]  # fmt: skip
    return ChartView(ChartFrame("题"), lambda frame, look: coverage(covered, frame, Style(look, ZH)), pd.DataFrame, "")


def three_thousand() -> ChartView:
    """All counties in one distribution."""
    shown = spread_of(some(3_000))
    return ChartView(ChartFrame(**FRAME), lambda frame, look: spread(shown, frame, Style(look, ZH)), pd.DataFrame, "")


@pytest.mark.parametrize("made", [eight_places, three_thousand])
def test_a_chart_and_its_picture_are_light(made) -> None:
    view = made()

    assert len(drawn_figure(view, LIGHT).text.encode()) + len(framed_picture(view).encode()) <= MOST_BYTES


def test_a_picture_says_nothing_on_hover_and_shows_the_same_marks() -> None:
    view = three_thousand()
    shown, picture = view.draw(LIGHT, framed=True).to_dict(), json.loads(framed_picture(view))

    assert len(shown["data"]) == len(picture["data"])
    assert any("hovertext" in each or "hovertemplate" in each for each in shown["data"])
    assert not any({"hovertext", "hovertemplate", "customdata"} & each.keys() for each in picture["data"])


def test_a_drawn_figure_is_the_figure_and_drawn_once_a_look() -> None:
    """Streamlit is handed its parts; who changes them changes nothing for others."""
    painted = []
    view = three_thousand()
    object.__setattr__(view, "paint", _noting(view.paint, painted))
    light, dark = drawn_figure(view, LIGHT), drawn_figure(view, DARK)
    expected = json.loads(view.draw(LIGHT).to_json())

    assert expected == light.to_dict() == drawn_figure(view, LIGHT).to_dict()
    assert light.to_dict() != dark.to_dict()
    light.to_dict()["data"].clear()
    assert expected == drawn_figure(view, LIGHT).to_dict()
    assert [LIGHT, DARK, LIGHT] == painted


def _noting(paint, painted):
    def noted(frame, look):
        painted.append(look)
        return paint(frame, look)

    return noted
