"""What many lines of a profile or of two places would say stands once above them, and nothing is lost by it."""

from __future__ import annotations

import re

import pytest
from chart_rows import EN, ZH
from drawn import html, opened, served  # noqa: F401 (a fixture)

from faheng.ui.often import OFTEN, often_said


def test_what_three_lines_say_is_said_above_with_their_number() -> None:
    often = often_said(["甲"] * OFTEN + ["乙"] * (OFTEN - 1) + [""] * 9 + ["丙"] * (OFTEN + 1), ZH)

    assert ("4 项：丙", "3 项：甲") == often.lines
    assert ["", "乙", ""] == [often.left_of(text) for text in ("甲", "乙", "丙")]
    assert ("3 indicators: a",) == often_said("aaab", EN).lines


@pytest.mark.parametrize(
    ("page", "address"), [("profile", {"place": "630102"}), ("pair", {"place": "440308", "with": "440311"})]
)
@pytest.mark.usefixtures("served")
def test_a_reason_stands_above_the_table_or_in_its_lines_and_never_in_both(page: str, address: dict[str, str]) -> None:
    (table,) = [each for each in html(opened(page, **address)) if "fh-states" in each]
    above, below = re.search(r'fh-often">(.*?)</div>(.*)', table, re.DOTALL).groups()  # type: ignore[union-attr]
    reasons = re.findall(r"<p>(\d+) 项：([^<]*)</p>", above)

    assert reasons
    assert [] == [reason for _, reason in reasons if reason in below]
    assert sum(int(n) for n, _ in reasons) <= below.count("<tr>")


@pytest.mark.usefixtures("served")
@pytest.mark.parametrize(("place", "words", "doubtful"), [("630102", "待核", True), ("511781", "矛盾", False)])
def test_a_doubt_is_no_contradiction_to_the_eye(place: str, words: str, *, doubtful: bool) -> None:
    """Red is for contradictions alone."""
    (table,) = [each for each in html(opened("profile", place=place)) if "fh-states" in each]
    classes = re.findall(rf'class="([^"]*fh-finding[^"]*)">{words}', table)

    assert classes
    assert {doubtful} == {"fh-doubtful" in each for each in classes}
