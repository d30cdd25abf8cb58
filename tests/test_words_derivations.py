"""faheng/words/derivations: the arithmetic of derived and implied values, as a reader can check it."""

from __future__ import annotations

import pytest
from chart_rows import EN, ZH, cell, count, record

from faheng.model import Cell
from faheng.views.evidence import InputValue
from faheng.words.derivations import arithmetic, sum_of_parts


def made(value: float, origin: str, **fields: object) -> Cell:
    return cell(value=value, origin=origin, value_text="", **fields)


def part(value: float, role: str, **fields: object) -> InputValue:
    """A reported count, unless told otherwise, in its role."""
    ordinary = {"unit": "proposal", "kind": "count", "bound": "exact", "origin": "reported", "depth": 1}
    return record(InputValue, value=value, role=role, **(ordinary | {"value_text": f"{value:g}"} | fields))


def test_a_rate_is_its_counts_divided():
    inputs = [part(367, "numerator"), part(374, "denominator")]

    assert ["367 ÷ 374 = 98.1%"] == arithmetic(made(98.1283, "derived"), inputs, ZH)


def test_a_total_is_its_parts_added_up():
    inputs = [part(267, "summand"), part(1165, "summand")]

    assert ["267 + 1,165 = 1,432 件"] == arithmetic(count(value=1432.0, origin="derived", value_text=""), inputs, ZH)


def test_counts_that_are_added_up_stand_in_brackets():
    inputs = [part(3, "numerator"), part(1200, "numerator"), part(3, "denominator"), part(1203, "denominator")]

    assert ["(3 + 1,200) ÷ (3 + 1,203) = 99.8%"] == arithmetic(made(99.7512, "derived"), inputs, EN)


@pytest.mark.parametrize(
    ("change", "line"), [(30, "130 ÷ (1 + 30%) = 100"), (-35, "130 ÷ (1 − 35%) = 200"), (33, "130 ÷ (1 + 33%) ≈ 97.74")]
)
def test_a_growth_is_taken_back(change: float, line: str):
    """Equal where it comes out even within two places, and nearly equal elsewhere."""
    after = part(130, "growth", change=change, change_unit="percent", change_bound="exact")
    before = count(value=100.0, origin="implied", value_text="", value_low=100.0, value_high=100.0)

    assert [line, "与所述增幅相符的整数为 100 件"] == arithmetic(before, [after], ZH)


def test_several_whole_numbers_are_an_interval():
    after = part(106, "growth", change=267, change_unit="percent", change_bound="about")
    before = count(value=29.0, origin="implied", value_text="", value_low=28.0, value_high=29.0)

    assert ["106 ÷ (1 + 约 267%) ≈ 28.88", "取整数：28—29 件"] == arithmetic(before, [after], ZH)
    assert "106 ÷ (1 + about 267%) ≈ 28.88" == arithmetic(before, [after], EN)[0]


def test_a_growth_that_is_left_open_has_two_readings():
    """In points or relative: 99% less 30 points, or 99% over 1.3."""
    after = part(99.0, "growth", unit="percent", change=30, change_unit="points_or_percent")
    before = made(69.0, "implied", value_low=69.0, value_high=76.15)

    points, relative = arithmetic(before, [after], ZH)

    assert "如所述增幅为百分点：99% − 30 个百分点 = 69%" == points
    assert "如所述增幅为相对增长：99% ÷ (1 + 30%) ≈ 76.15%" == relative


@pytest.mark.parametrize(
    ("bound", "change", "line"),
    [("exact", -2.5, "97.5% + 2.5 个百分点 = 100%"), ("at_least", 7, "≥97.5% − 7 个百分点 → ≥90.5%")],
)
def test_points_are_taken_off_or_put_back(bound: str, change: float, line: str):
    after = part(97.5, "growth", unit="percent", bound=bound, change=change, change_unit="points")

    assert [line] == arithmetic(made(1, "implied"), [after], ZH)


def test_a_reported_figure_has_no_arithmetic_unless_it_was_added_up():
    assert [] == arithmetic(count(value=74.0), [], ZH)
    assert "" == sum_of_parts(count(value=74.0, value_text="74"), ZH)
    assert "1 + 73 = 74 件" == sum_of_parts(count(value=74.0, unit="case", value_text="1+73"), ZH)
