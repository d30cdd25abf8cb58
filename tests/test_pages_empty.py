"""Every page where nothing is to be shown: a sentence with the way out, the choosers stay, never a red box.

Streamlit refuses an empty piece of HTML, so a page that says nothing breaks: each kind of emptiness is opened.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from drawn import CHENGDONG, KAIYUAN, PAGES, TUCHENGZI, YANTIAN, opened, served, words_on  # noqa: F401 (a fixture)

from faheng.briefing.plan import BriefingPlan, PlannedView
from faheng.briefing.plan_text import packed
from faheng.checks.registry import CHECKS
from faheng.data.read import read_dataset
from faheng.model import Severity
from faheng.store.write import build_store

pytestmark = pytest.mark.usefixtures("served")
# A place of the list of which no report is held.
BEIJING = "110000"


def unbroken(app) -> None:
    """Drawn to its end: no exception, and something to read."""
    assert [] == [each.value for each in app.exception]
    assert len(words_on(app)) > 20


@pytest.mark.parametrize("place", [BEIJING, TUCHENGZI])
@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("more", [{}, {"comparable": "1"}, {"years": "2012"}, {"years": "2012-2013"}], ids=str)
def test_a_place_of_which_nothing_is_held(page: str, place: str, more: dict[str, str]) -> None:
    """By itself, only what is comparable, in years without a report."""
    unbroken(opened(page, place=place, **{"with": BEIJING} if place != BEIJING else {}, **more))


@pytest.mark.parametrize("severity", ["", *Severity])
@pytest.mark.parametrize("check", ["", *CHECKS])
def test_findings_of_any_kind_may_be_none(check: str, severity: str) -> None:
    """Of a place with few findings: the list, the table of what held, or the sentence."""
    app = opened("checks", place=YANTIAN, check=check, severity=severity)

    unbroken(app)
    assert {"fh-severity", "fh-check"} <= {box.key for box in app.selectbox}


def test_no_finding_is_a_sentence_beside_the_choosers() -> None:
    app = opened("checks", place=BEIJING, severity="contradiction")

    assert "这些地区没有核对结果" in app.info[0].value or "没有" in app.info[0].value
    assert {"fh-severity", "fh-check"} <= {box.key for box in app.selectbox}
    assert ["数据表（CSV）"] == [each.proto.label for each in app.get("download_button")]


@pytest.mark.parametrize("text", ["zzzz", "![x](y)", "   ", "出庭"])
def test_a_search_for_an_indicator_may_find_nothing(text: str) -> None:
    """The chart stays, and so does the chooser with what is shown."""
    app = opened("compare", place=KAIYUAN, show="court_appearance_rate")
    app.text_input(key="fh-search").set_value(text).run()

    unbroken(app)
    assert "court_appearance_rate" == app.selectbox(key="fh-show-one").value
    assert ("zzzz" in text) <= ("没有相符的指标" in " ".join(each.value for each in app.caption))


@pytest.mark.parametrize("indicator", ["penalties", "court_appearance_rate", "congress_proposals"])
@pytest.mark.parametrize("more", [{"family": "1"}, {"residents": "1", "yearly": "1"}, {"peers": "none"}], ids=str)
def test_an_indicator_that_no_place_states(indicator: str, more: dict[str, str]) -> None:
    unbroken(opened("compare", place=TUCHENGZI, show=indicator, **{"with": BEIJING}, **more))
    unbroken(opened("trends", place=TUCHENGZI, show=indicator, **{"with": BEIJING}))


@pytest.mark.parametrize("text", ["没有这样的词", "zzzz", " ", "%", "_"])
def test_a_search_for_a_phrase_may_find_nothing(text: str) -> None:
    unbroken(opened("evidence", q=text, obs="none"))


def test_a_briefing_of_views_in_which_nothing_is_shown() -> None:
    """Of each page that a briefing can hold."""
    views = tuple(
        PlannedView(page, {"place": BEIJING, "show": "penalties", "comparable": "1", "severity": "contradiction"})
        for page in ("overview", "compare", "trends", "checks")
    )

    unbroken(opened("briefing", briefing=packed(BriefingPlan(views=views))))
    unbroken(opened("briefing", place=CHENGDONG))


@pytest.fixture
def bare(served: None, shipped_folder: Path, data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: ARG001, F811 (first)
    """A store of the catalogue alone: no report, no figure, no published value."""
    folder = tmp_path / "store"
    shutil.copytree(shipped_folder, folder)
    for name in ("reports", "observations", "findings", "published"):
        for file in (data / name).iterdir():
            file.unlink()
    published = data / "reference/benchmarks.csv"
    published.write_text(published.read_text(encoding="utf-8").splitlines()[0] + "\n", encoding="utf-8")
    build_store(read_dataset(data, CHECKS), folder)
    monkeypatch.setenv("FAHENG_STORE", str(folder))


@pytest.mark.usefixtures("bare")
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("page", PAGES)
def test_a_store_of_the_catalogue_alone(page: str, language: str) -> None:
    """Every page says what to do, or shows what there is: definitions, limits, checks."""
    app = opened(page, lang=language, place=YANTIAN)
    assert [] == [each.value for each in app.exception]

    app = opened(page, lang=language)
    assert [] == [each.value for each in app.exception]
    assert "faheng build" in app.info[0].value
