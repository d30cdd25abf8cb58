"""The first sentences of the overview: only what the verdicts allow, each with where it is drawn."""

from __future__ import annotations

import pytest
from chart_rows import ZH, cell, count, record

from faheng.charts.series import series_of
from faheng.model import Cell, Peers
from faheng.views.opening import card_indicators, opening
from faheng.views.profile import PlaceProfile, ProfileChapter, ProfileLine
from faheng.views.selection import Selection
from faheng.views.view import View


@pytest.fixture
def view(monkeypatch: pytest.MonkeyPatch) -> View:
    """A view of a place called 甲, without a store."""
    monkeypatch.setattr(View, "our_name", "甲")
    return View(Selection(), ZH, "630102", ("630102",))


def peers(places: int, surely: int, perhaps: int) -> Peers:
    """So many others; of these so many are surely, and perhaps, better than ours."""
    return record(
        Peers, peers="同级", places=places, least_peers=3, population_unknown=False, median=80.0, least=60.0,
        greatest=99.0, more_surely=surely, more_perhaps=perhaps, less_surely=surely, less_perhaps=perhaps,
    )  # fmt: skip


def line(*years: Cell, among: Peers | None = None) -> ProfileLine:
    (series,) = series_of(years)
    return ProfileLine(years[-1], tuple(series.points), "变", "", among, ())


def of(*lines: ProfileLine, waiting: tuple[Cell, ...] = ()) -> PlaceProfile:
    return PlaceProfile((ProfileChapter("章", lines, ()),), (), (), waiting)


def sentences(view: View, *lines: ProfileLine) -> list[str]:
    return [each.text for each in opening(of(*lines), view)]


def test_the_best_and_the_last_quarter_are_named(view: View) -> None:
    """Second of eight is in the best quarter, eighth of eight in the last; a place that may be third is in neither."""
    best, last = line(cell(), among=peers(7, 1, 1)), line(cell(value=60.0), among=peers(7, 7, 7))
    unsure = line(cell(value=75.0), among=peers(7, 1, 2))

    told = sentences(view, best, last, unsure)

    assert told == [
        "甲报告列有 3 项指标，其中 3 项可与同级比较。",
        "居同级前四分之一：出庭应诉率 72.7%，同级 8 地中列第 2 位。",
        "居同级后四分之一：出庭应诉率 60%，同级 8 地中列第 8 位。",
    ]


def test_in_neither_quarter_it_says_where_ours_stands(view: View) -> None:
    told = sentences(view, line(cell(), among=peers(4, 2, 2)))

    assert "在同级中：出庭应诉率 72.7%，同级 5 地中列第 3 位。" == told[1]


def test_of_three_places_there_is_no_quarter(view: View) -> None:
    """The first of three is no quarter of them."""
    told = sentences(view, line(cell(), among=peers(2, 0, 0)))

    assert not [each for each in told if "四分之一" in each]


def test_what_may_not_be_compared_is_not_ranked(view: View) -> None:
    apart = line(cell(verdicts=["other_period"]), among=peers(7, 0, 0))

    assert ["甲报告列有 1 项指标，口径、期间或年份不同，尚不能与同级比较。"] == sentences(view, apart)


@pytest.mark.parametrize(
    ("years", "word"),
    [
        ((cell(year=2019, value=60.0), cell()), "比上年向好："),
        ((cell(year=2019, value=80.0), cell()), "比上年走低："),
        ((cell(year=2019, value=80.0, better="lower"), cell(better="lower")), "比上年向好："),
        ((cell(year=2018, value=60.0), cell()), ""),
        ((cell(year=2019, value=60.0, bound="at_least"), cell()), ""),
        ((count(year=2019, value=1.0), count()), ""),
        ((cell(year=2019), cell()), ""),
    ],
)
def test_better_and_worse_only_where_it_can_be_said(view: View, years: tuple[Cell, ...], word: str) -> None:
    """The year before, exact values, and an indicator of which one direction is better."""
    told = [each for each in sentences(view, line(*years)) if each.startswith("比上年")]

    assert [word] * bool(word) == [each[: len(word)] for each in told]


def test_each_sentence_leads_to_where_it_is_drawn(view: View) -> None:
    shown = of(line(cell(year=2019, value=60.0), cell(), among=peers(7, 1, 1)), waiting=(cell(),))
    told, rate = opening(shown, view), "court_appearance_rate"

    assert [("profile", ""), ("compare", rate), ("trends", rate), ("checks", "")] == [
        (each.page, each.indicator) for each in told
    ]
    assert "须核实：1 个数待人工核定。" == told[-1].text


def test_a_headline_that_is_not_stated_gives_its_card_away(view: View, monkeypatch: pytest.MonkeyPatch) -> None:
    """To what stands among peers first; a headline that is stated keeps its card, and so does one without another."""
    headlines = ["court_appearance_rate", "reconsideration_resolution_rate", "online_handling_rate"]
    empty = [cell(indicator_id=each, value=None, verdicts=["not_read"]) for each in headlines[1:]]
    monkeypatch.setattr(View, "cells", lambda *_: (cell(), *empty))
    alone, among = line(count(indicator_id="petition_cases")), line(count(), among=peers(7, 1, 1))

    assert [headlines[0], "congress_proposals", "petition_cases"] == card_indicators(headlines, of(alone, among), view)
    assert [headlines[0], "congress_proposals", headlines[2]] == card_indicators(headlines, of(among), view)


@pytest.mark.parametrize(("verdict", "keeps"), [("not_reported", True), ("not_applicable", True), ("no_report", False)])
def test_a_headline_that_was_left_out_keeps_its_card(
    view: View, monkeypatch: pytest.MonkeyPatch, verdict: str, keeps: bool
) -> None:
    """That a report says nothing of it is worth knowing."""
    empty = cell(indicator_id="online_handling_rate", value=None, verdicts=[verdict])
    monkeypatch.setattr(View, "cells", lambda *_: (empty,))

    kept = card_indicators(["online_handling_rate"], of(line(count())), view)

    assert [["congress_proposals"], ["online_handling_rate"]][keeps] == kept


def test_a_place_without_a_figure_says_nothing(view: View) -> None:
    assert () == opening(of(), view)
