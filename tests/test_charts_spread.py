"""A distribution: marks that do not cover each other, classes that lose nobody, a sentence that says where ours is."""

from __future__ import annotations

import random
import statistics

import pytest
from chart_rows import EN, FRAME, ZH, benchmarks, cell, count, texts_in, traced

from faheng.charts.look import DARK, LIGHT, contrast
from faheng.charts.shown import PHONE, ChartFrame, Style
from faheng.charts.spread import MOST_DOTS, is_strip, spread
from faheng.charts.spread_of import Quartiles, Spread, bins_of, quartiles_of
from faheng.charts.spread_sentence import spread_sentence, spread_titles
from faheng.model import PlaceValue
from faheng.ranks import place_values_rank, rank_ranges

MOST_SENT = 300_000


def values_of(*cells):
    """The cells as the query of a distribution gives them: of the comparable, rising."""
    held = [each for each in cells if each.comparable]
    made = [
        PlaceValue(
            locality_code=each.locality_code, locality=each.locality, year=each.year, value=each.value,
            low=each.value if each.interval_low is None else each.interval_low,
            high=each.value if each.interval_high is None else each.interval_high,
        )
        for each in held
    ]  # fmt: skip
    return tuple(sorted(made, key=lambda each: (each.value, each.locality_code)))


def spread_of(numbers, *, own=None, make=cell, **fields):
    """A distribution of these values beside ours, which is the first of them unless it is given."""
    codes = ["630102", *(f"{i:06d}" for i in range(1, len(numbers)))]
    cells = [make(code, 2024, number, **fields) for code, number in zip(codes, numbers, strict=True)]
    if own is not None:
        cells = [own, *(make(f"{i:06d}", 2024, number, **fields) for i, number in enumerate(numbers, 1))]
    shown = cells if len(cells) <= MOST_DOTS else ()
    return Spread(values_of(*cells), cells[0], tuple(each for each in shown if each.comparable))


def drawn(shown, look=LIGHT, say=ZH, width=PHONE):
    return spread(shown, ChartFrame(**FRAME, width=width), Style(look, say))


def some(n, *, tail=False):
    """So many rates below 100, or counts of which a few are very large."""
    lot = random.Random(n)  # noqa: S311 (figures of a test)
    return [float(int(lot.lognormvariate(4.5, 1.1))) if tail else round(lot.betavariate(9, 1.1) * 100, 1)
            for _ in range(n)]  # fmt: skip


@pytest.mark.parametrize("n", [10, 60])
def test_each_of_few_places_has_its_own_dot_with_its_evidence(n):
    figure = drawn(spread_of(some(n)))
    (dots,) = traced(figure, "values")

    assert n == len(dots.x) == len({each[0] for each in dots.customdata})
    places = [((x - figure.layout.xaxis.range[0]) / _px(figure), y) for x, y in zip(dots.x, dots.y, strict=True)]
    near = [(a, b) for i, a in enumerate(places) for b in places[:i] if a[1] == b[1] and abs(a[0] - b[0]) < 9]
    assert [] == near


def _px(figure):
    """Values of a pixel at the narrowest width."""
    low, high = figure.layout.xaxis.range
    return (high - low) / (PHONE - figure.layout.margin.l - figure.layout.margin.r)


@pytest.mark.parametrize("tail", [False, True], ids=["rates", "counts"])
def test_three_thousand_places_are_classes_and_little_to_send(tail):
    """Every place is in a class, ours in the one that is marked, and its dot leads to its evidence."""
    shown = spread_of(some(3000, tail=tail), make=count if tail else cell)
    figure = drawn(shown)
    (bars,), (ours,) = traced(figure, "classes"), traced(figure, "ours")

    assert 3000 == sum(bars.y)
    assert (shown.own.observation_id,) == tuple(ours.customdata[0])
    assert 1 == len(set(bars.marker.color) - {statistics.mode(bars.marker.color)})
    assert MOST_SENT > 10 * len(figure.to_json())


@pytest.mark.parametrize(
    "numbers", [[100.0] * 40, [0.0, 1.0], [5.0], some(500), some(500, tail=True), [98.2, 99.9, 100.0]]
)
def test_classes_hold_every_value_once(numbers):
    values = values_of(*(cell(str(i), 2024, number) for i, number in enumerate(numbers)))
    classes = bins_of(values)

    assert list(values) == [each for one in classes for each in one.values]
    assert all(one.low <= each.value for one in classes for each in one.values)
    assert all(each.value < one.high or one is classes[-1] for one in classes for each in one.values)


def test_many_alike_are_classes_and_not_a_tower():
    assert not is_strip(spread_of([100.0] * 40 + [80.0]), PHONE)
    assert is_strip(spread_of([80.0, 90.0, *some(20)]), PHONE)


def test_quartiles_are_those_of_the_medians_beside_them():
    """As DuckDB's quantile_cont has them: 1, 2, 3, 4 has its lower quartile at 1.75."""
    assert Quartiles(1.75, 2.5, 3.25) == quartiles_of([1.0, 2.0, 3.0, 4.0])


def test_lines_are_named_and_one_value_has_one_name():
    figure = drawn(spread_of([95.0, 90.0, *[100.0] * 9, 80.0]))
    named = [text for text in texts_in(figure) if "分位" in text or "中位数" in text]

    assert ["下四分位 98.8%", "中位数、上四分位 100%"] == sorted(named)
    assert any(text == "城东 95%" for text in texts_in(figure))


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])
def test_what_is_written_can_be_read(look):
    figure = drawn(spread_of(some(3000)), look)

    assert all(contrast(each.font.color, look.paper) >= 4.5 for each in figure.layout.annotations if each.text)


def test_a_rank_is_that_of_the_cells():
    """Over values alone as over cells with their intervals."""
    cells = [cell("630102", 2024, 72.7, interval_low=60.0, interval_high=83.0), cell("1", 2024, 80.0),
             cell("2", 2024, 90.0), cell("3", 2024, 50.0)]  # fmt: skip

    assert rank_ranges(cells)[0] == place_values_rank(values_of(*cells), "630102", "higher")
    assert place_values_rank(values_of(*cells), "nowhere", "higher") is None


MISSING = cell(year=2024, value=None, verdicts=["not_reported"], report_kind="annual_report")
PART = cell(year=2024, value=98.3, value_text="98.3", verdicts=["other_period"], period_kind="part_year",
            period_end="2024-05-31")  # fmt: skip
TEN = [float(n) for n in range(10, 110, 10)]


@pytest.mark.parametrize(
    ("shown", "zh", "en"),
    [
        (spread_of([55.0, *TEN]),
         "城东 55%（2024年）；在可比的 11 地中列第 6 位；与中位数持平；居中间一半（35%至75%）之内。",
         "城东 55% (2024); rank 6 of 11 comparable localities; equal to the median; "
         "within the middle half, from 35% to 75%."),
        (spread_of([100.0, 100.0, *TEN]),
         "城东 100%（2024年）；在可比的 12 地中列第 1—3 位；比中位数 65% 高 35 个百分点；"
         "在数值最高的四分之一内（高于 92.5%）。",
         "城东 100% (2024); rank 1–3 of 12 comparable localities; 35 percentage points above the median, 65%; "
         "in the highest quarter, above 92.5%."),
        (spread_of([5.0, *TEN], better="lower"),
         "城东 5%（2024年）；在可比的 11 地中列第 1 位；比中位数 50% 低 45 个百分点；"
         "在数值最低的四分之一内（低于 25%）。",
         "城东 5% (2024); rank 1 of 11 comparable localities; 45 percentage points below the median, 50%; "
         "in the lowest quarter, below 25%."),
        (spread_of([5.0, *TEN], make=count),
         "城东 5 件（2024年）；在可比的 11 地中由多到少列第 11 位；比中位数 50 件少 45 件；"
         "在数值最低的四分之一内（低于 25 件）。",
         "城东 5 proposals (2024); number 11 of 11 comparable localities, counted from the most; "
         "45 proposals fewer than the median, 50 proposals; in the lowest quarter, below 25 proposals."),
        (spread_of([100.0] * 12), "城东 100%（2024年）；可比的 12 地数值相同。",
         "城东 100% (2024); all 12 comparable places have the same value."),
        (spread_of(TEN, own=MISSING),
         "城东：2024年度报告未披露此项。可比的 10 地中位数为 55%，中间一半在 32.5%至77.5%之间。",
         "城东: The report for 2024 does not state it. "
         "Of 10 comparable places the median is 55%; the middle half lies from 32.5% to 77.5%."),
        (spread_of(TEN, own=PART),
         "城东 98.3%：只含2024年1—5月，不足一年，不与全年数比较。"
         "可比的 10 地中位数为 55%，中间一半在 32.5%至77.5%之间。",
         "城东 98.3%: It covers only January–May 2024, less than a year; not compared with full years. "
         "Of 10 comparable places the median is 55%; the middle half lies from 32.5% to 77.5%."),
        (spread_of([90.0] * 10, own=MISSING), "城东：2024年度报告未披露此项。可比的 10 地均为 90%。",
         "城东: The report for 2024 does not state it. Each of the 10 comparable localities has 90%."),
    ],
    ids=["median", "ties", "lower-is-better", "counts", "all-alike", "missing", "not-comparable", "alike-without-ours"],
)  # fmt: skip
def test_the_sentence(shown, zh, en):
    assert (zh, en) == (spread_sentence(shown, ZH), spread_sentence(shown, EN))


def test_a_published_value_is_a_line_with_its_name():
    shown = spread_of(some(30))
    with_line = Spread(shown.values, shown.own, shown.cells, benchmarks(("全国", "2024", 88.0)))

    assert "全国 88%（2024年）" in texts_in(drawn(with_line))


@pytest.mark.parametrize(
    ("own", "title"),
    [
        (1.0, "出庭应诉率 1 件，居最低四分之一"),
        (6.0, "出庭应诉率 6 件，居中间一半"),
        (30.0, "出庭应诉率 30 件，居最高四分之一"),
    ],
)
def test_the_title_of_a_distribution_says_in_which_part_ours_lies(own: float, title: str):
    others = [float(n) for n in range(2, 13)]

    full, short = spread_titles(spread_of([own, *others], make=count), ZH)

    assert title == full
    assert title.replace(" 件，居", "，") == short


def test_a_distribution_without_ours_or_without_a_width_has_no_title():
    numbers = [float(n) for n in range(1, 13)]

    assert () == spread_titles(spread_of(numbers, own=cell(verdicts=["other_period"])), ZH)
    assert () == spread_titles(spread_of([5.0] * 12), ZH)
