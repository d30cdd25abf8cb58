"""溯源: every derived or implied value shows its tree of inputs down to the phrases, in both languages."""

from __future__ import annotations

import re

import pytest
from drawn import html, opened, served, text  # noqa: F401 (a fixture)

from faheng.store.read import Snapshot

pytestmark = pytest.mark.usefixtures("served")


def made(shipped: Snapshot, indicator: str, origin: str, locality: str) -> str:
    """The id of the one value of this origin."""
    facts = shipped.rows("marts/facts")
    found = facts[(facts["origin"] == origin) & (facts["indicator_id"] == indicator)]
    return str(found.loc[found["locality_code"] == locality, "id"].item())


def tree(observation: str, language: str) -> str:
    """The HTML of the tree on the page of an observation."""
    app = opened("evidence", obs=observation, lang=language)
    page = next(body for body in html(app) if "fh-facts" in body)
    return page.partition('<div class="fh-tree">')[2].partition("</div>")[0]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("zh", ["3 ÷ 9 = 33.3%", "分子 行政复议纠错 3 件", "万源市 · 2022年1—11月 · 报告", "1 + 1 + 1 = 3 件", "分母"]),
        ("en", ["3 ÷ 9 = 33.3%", "numerator", "Wanyuan · January–November 2022", "1 + 1 + 1 = 3 cases", "denominator"]),
    ],
)
def test_a_derived_rate_shows_its_counts(shipped: Snapshot, language: str, said: list[str]) -> None:
    """万源's correction rate: a list of two items, each with place, period, origin, phrase and report."""
    markup = tree(made(shipped, "reconsideration_correction_rate", "derived", "511781"), language)

    assert [] == [each for each in said if each not in text(markup)]
    assert (1, 2, 2) == tuple(markup.count(tag) for tag in ("<ul>", "<li>", "<blockquote"))
    assert "现结案<mark>9</mark>件" in markup


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("zh", ["如所述增幅为百分点：99% − 30 个百分点 = 69%", "如所述增幅为相对增长：99% ÷ (1 + 30%) ≈ 76.15%"]),
        ("en", ["99% − 30 percentage points = 69%", "99% ÷ (1 + 30%) ≈ 76.15%"]),
    ],
)
def test_an_implied_value_shows_both_readings(shipped: Snapshot, language: str, said: list[str]) -> None:
    """开原's 99%, up by 30%: in points, or relative."""
    markup = tree(made(shipped, "court_appearance_rate", "implied", "211282"), language)

    assert [] == [each for each in said if each not in text(markup)]
    assert "出庭應(yīng)訴率達到<mark>99</mark>%" in markup


def test_every_leaf_has_its_phrase_and_its_report(shipped: Snapshot) -> None:
    """Each item of each tree of the shipped data ends in a phrase, and links to its own page."""
    facts = shipped.rows("marts/facts")
    for observation in facts.loc[facts["origin"] != "reported", "id"]:
        items = tree(str(observation), "zh").split("<li>")[1:]

        assert items
        assert [] == [item for item in items if not re.search(r'obs=\w+.*<blockquote.*class="fh-note"', item)]


def test_a_reported_figure_has_no_tree(shipped: Snapshot) -> None:
    """What is written in the report was made from nothing else."""
    facts = shipped.rows("marts/facts")

    assert "" == tree(str(facts.loc[facts["origin"] == "reported", "id"].iloc[0]), "zh")
