"""Figures as a real Chromium draws them, at every size: no text leaves its figure; skipped without a Chromium."""

from __future__ import annotations

import json
from pathlib import Path

import plotly
import pytest
from chart_rows import EN, ZH, benchmarks, cell, count, covered

from faheng.charts.coverage import coverage
from faheng.charts.look import LIGHT
from faheng.charts.ranking import ranking
from faheng.charts.shown import ChartFrame, Shown, Style
from faheng.charts.trend import small_multiples, trend

PLOTLY = Path(plotly.__file__).parent / "package_data" / "plotly.min.js"
# Drawn for a width, then shown at it and at what a page may stretch it to.
SIZES = [(320, 320), (360, 360), (360, 520), (360, 900), (360, 1400), (900, 900)]
NAMES = {"zh": "新疆生产建设兵团第八师石河子市", "en": "Inner Mongolia Autonomous Region"}
INDICATORS = {
    "zh": "行政机关负责人出庭应诉率和行政复议综合化解率之比的历年变化",
    "en": "A long name of an indicator that a catalogue may well have",
}
CLIPPED = """async ([figure, width]) => {
  document.body.innerHTML = `<div id="figure" style="width: ${width}px"></div>`;
  const place = document.getElementById("figure");
  await Plotly.newPlot(place, figure.data, {...figure.layout, width}, {staticPlot: true});
  const room = place.querySelector("svg.main-svg").getBoundingClientRect();
  return [...place.querySelectorAll("text")].filter((text) => text.textContent.trim()).filter((text) => {
    const box = text.getBoundingClientRect();
    return box.left < room.left - 0.5 || box.right > room.right + 0.5 || box.bottom > room.bottom + 0.5;
  }).map((text) => text.textContent);
}"""


def rated(value, printed, code, **more):
    return count(code, value=value, unit="case:per_10k_per_year", bound="at_least", value_text=printed, **more)


def per_residents_and_year(_):
    barred = {"verdicts": ["bounded", "other_period"]}
    cells = rated(79.36, "79.36", "440308"), rated(2.3, "2.3", "1"), rated(25.03, "25.03", "2", **barred)
    return ranking, Shown(cells, "440308")


def large_counts(language):
    cells = (
        count("440308", value=1234567.0, bound="at_least"),
        count("1", value=22909.0, locality=NAMES[language]),
        count("2", value=9e7, verdicts=["other_period"]),
        count("3", value=22909.0, bound="at_most"),
    )
    return ranking, Shown(cells, "440308")


def rates(language):
    name = NAMES[language]
    cells = (
        cell(value=99.99, bound="at_least"),
        cell("1", value=60.5, bound="at_least", locality=name),
        cell("2", value=100.0, bound="about", locality=name),
        cell("3", value=60.0, bound="at_most"),
        cell("4", value=97.5, bound="at_most"),
    )
    lines = benchmarks((f"{name}, {name}", "2020", 62.0), (name, "2021", 99.0))
    return ranking, Shown(cells, "630102", benchmarks=lines)


def a_line_with_doubts(_):
    doubts = {0: "contradiction", 10: "contradiction", 5: "doubtful"}
    cells = (count("1", 2014 + i, 22909.5 + 100 * (i % 3), finding_severity=doubts.get(i)) for i in range(11))
    return trend, Shown(tuple(cells), "1")


def named_lines(language):
    name = NAMES[language]
    cells = tuple(
        cell(code, 2019 + i, 62.0 + i + int(code), locality=name, finding_severity="contradiction")
        for i in range(3)
        for code in "123"
    )
    return trend, Shown(cells, "1", benchmarks=benchmarks((f"{name}, {name}", "2020", 62.0)))


def panels(language):
    cells = tuple(
        count("1", 2014 + i, 22909.5, indicator_id=key, indicator=INDICATORS[language],
              finding_severity="contradiction" if i in (0, 10) else None)
        for key in "abc" for i in range(11)
    )  # fmt: skip
    return small_multiples, Shown(cells, "1")


def themes(_):
    return coverage, covered()


FIGURES = [per_residents_and_year, large_counts, rates, a_line_with_doubts, named_lines, panels, themes]


@pytest.fixture(scope="module")
def plotting(browser):
    """A page that can draw figures."""
    page = browser.new_page()
    page.set_content("<html><body></body></html>")
    page.add_script_tag(content=PLOTLY.read_text(encoding="utf-8"))
    yield page
    page.close()


@pytest.mark.parametrize("say", [ZH, EN], ids=["zh", "en"])
@pytest.mark.parametrize("figure", FIGURES, ids=lambda each: each.__name__)
def test_no_text_leaves_its_figure_at_any_size(plotting, figure, say):
    draw, shown = figure(say.language)
    clipped = {}
    for narrowest, width in SIZES:
        made = draw(shown, ChartFrame("甲", "乙", "丙", narrowest, narrowest == 900), Style(LIGHT, say))
        clipped[narrowest, width] = plotting.evaluate(CLIPPED, [json.loads(made.to_json()), width])

    assert {size: [] for size in SIZES} == clipped
