"""What stands above a ranking and above a trend, case by case and in both languages."""

from __future__ import annotations

import pytest
from chart_rows import EN, ZH
from sentence_cases import BROKEN, CHANGED, OURS, RANKED, TRENDS

from faheng.charts.sentences import trend_sentence
from faheng.charts.standing import ranking_sentence

RANKING_SAID = {
    "alone": (
        "城东 72.7%（2020年）。",
        "城东 72.7% (2020).",
    ),
    "two": (
        "城东 72.7%（2020年）；比地1 80% 低 7.3 个百分点。",
        "城东 72.7% (2020); 7.3 percentage points below 地1, 80%.",
    ),
    "two-equal": (
        "城东 80%（2020年）；与地1持平。",
        "城东 80% (2020); the same as 地1.",
    ),
    "two-overlapping": (
        "城东 72.7%（2020年）；与地1 80% 不可区分。",
        "城东 72.7% (2020); not to be told apart from 地1, 80%.",
    ),
    "only-ours-compares": (
        "城东 72.7%（2020年）；所列其他各地的数均不能与之比较。",
        "城东 72.7% (2020); none of the other values shown can be compared with it.",
    ),
    "two-counts": (
        "城东 131 件（2020年）；比地1 140 件少 9 件。",
        "城东 131 proposals (2020); 9 proposals fewer than 地1, 140 proposals.",
    ),
    "rank": (
        "城东 72.7%（2020年）；在可比的 4 地中列第 3 位；比中位数 76.35% 低 3.7 个百分点。",
        "城东 72.7% (2020); rank 3 of 4 comparable localities; 3.7 percentage points below the median, 76.35%.",
    ),
    "ties": (
        "城东 80%（2020年）；在可比的 4 地中列第 2—3 位。",
        "城东 80% (2020); rank 2–3 of 4 comparable localities.",
    ),
    "overlap": (
        "城东 72.7%（2020年）；在可比的 4 地中列第 2—4 位；比中位数 76.35% 低 3.7 个百分点。",
        "城东 72.7% (2020); rank 2–4 of 4 comparable localities; 3.7 percentage points below the median, 76.35%.",
    ),
    "all-equal": (
        "城东 100%（2020年）；在可比的 3 地中列第 1—3 位。",
        "城东 100% (2020); rank 1–3 of 3 comparable localities.",
    ),
    "bound": (
        "城东 ≥72.7%：报告只说不低于 72.7%，未给出确数。",
        "城东 ≥72.7%: The report says only that it is at least 72.7%.",
    ),
    "range": (
        "城东 70%—75%：报告只给出区间：70%—75%。",
        "城东 70%–75%: The report gives a range: 70%–75%.",
    ),
    "counts": (
        "城东 131 件（2020年）；在可比的 3 地中由多到少列第 3 位；比中位数 140 件少 9 件。",
        "城东 131 proposals (2020); number 3 of 3 comparable localities, counted from the most; 9 proposals fewer "
        "than the median, 140 proposals.",
    ),
    "counts-equal-to-median": (
        "城东 140 件（2020年）；在可比的 4 地中由多到少列第 2—3 位。",
        "城东 140 proposals (2020); number 2–3 of 4 comparable localities, counted from the most.",
    ),
    "lower-is-better": (
        "城东 5%（2020年）；在可比的 3 地中列第 1 位；比中位数 7% 低 2 个百分点。",
        "城东 5% (2020); rank 1 of 3 comparable localities; 2 percentage points below the median, 7%.",
    ),
    "ours-missing": (
        "城东：2020年度报告未披露此项。",
        "城东: The report for 2020 does not state it.",
    ),
    "ours-without-report": (
        "城东：尚未收录该地2020年报告。",
        "城东: No report of this locality for 2020 is held yet.",
    ),
    "ours-not-compared": (
        "城东 72.7%：分母仅 2 件，一件之差即变动 50 个百分点。",
        "城东 72.7%: Out of only 2: one case more or less moves it by 50 percentage points.",
    ),
    "span-of-two-years": (
        "城东 240 件：为两年（2023—2024）合计口径，不与单年数比较。",
        "城东 240 proposals: It covers two years (2023–2024) together; not compared with single years.",
    ),
    "none-compares": (
        "所选各地的口径或期间互不相同，均不可直接比较。",
        "The values differ in definition or period: none can be compared with another.",
    ),
    "ours-not-shown": (
        "可比的 3 地中，最高为地1 90%，最低为地3 60%。",
        "Of 3 comparable localities, 地1 is highest with 90%, 地3 lowest with 60%.",
    ),
    "others-equal": (
        "可比的 2 地均为 100%。",
        "Each of the 2 comparable localities has 100%.",
    ),
    "one-other": (
        "口径、期间合于比较的只有地1 90%。",
        "Only 地1, 90%, has the definition and period compared.",
    ),
    "nothing": (
        "已收录的报告均未披露所选各地的此项指标。",
        "No report held states this for these localities.",
    ),
}
TREND_SAID = {
    "one-year": (
        "城东2020年 72.7%，没有其他年份可比。",
        "城东, 2020: 72.7%; there is no other year to compare it with.",
    ),
    "up": (
        "城东2020年 72.7%，比上年提高 2.7 个百分点。",
        "城东, 2020: 72.7%, up 2.7 percentage points on the year before.",
    ),
    "down": (
        "城东2020年 72.7%，比上年下降 7.3 个百分点。",
        "城东, 2020: 72.7%, down 7.3 percentage points on the year before.",
    ),
    "same": (
        "城东2020年 72.7%，与上年持平。",
        "城东, 2020: 72.7%, the same as the year before.",
    ),
    "overlap": (
        "城东2020年 72.7%，比上年提高 2.7 个百分点，95% 区间重叠，两年不可区分。",
        "城东, 2020: 72.7%, up 2.7 percentage points on the year before; the 95% intervals overlap, so the two "
        "years cannot be told apart.",
    ),
    "gap": (
        "城东2020年 72.7%；没有上年数，不计增减。",
        "城东, 2020: 72.7%; no figure of the year before is held, so no change is given.",
    ),
    "other-definition": (
        "城东2020年 72.7%；与前一数口径不同，不计增减。",
        "城东, 2020: 72.7%; its definition differs from the value before, so no change is given.",
    ),
    "span-of-two-years": (
        "城东两年（2023—2024） 240 件；期间不是一年，不与上年比较。",
        "城东, two years (2023–2024): 240 proposals; its period is not one year, so it is not set against the "
        "year before.",
    ),
    "bound": (
        "城东2020年 120 件，两年中有一年不是确数，不计增减。",
        "城东, 2020: 120 proposals, but no change is given: one of the two values is only a bound.",
    ),
    "counts-up": (
        "城东2020年 131 件，比上年增加 31 件（+31.0%）。",
        "城东, 2020: 131 proposals, 31 proposals more than the year before (+31.0%).",
    ),
    "counts-down": (
        "城东2020年 131 件，比上年减少 9 件（−6.4%）。",
        "城东, 2020: 131 proposals, 9 proposals fewer than the year before (−6.4%).",
    ),
    "from-nothing": (
        "城东2020年 3 件，比上年增加 3 件。",
        "城东, 2020: 3 proposals, 3 proposals more than the year before.",
    ),
    "implied": (
        "城东2020年 100 件，比上年增加 20 件（+25.0%）（上年数由增幅反推）。",
        "城东, 2020: 100 proposals, 20 proposals more than the year before (+25.0%) (the year before is implied "
        "by the stated growth).",
    ),
    "two-places": (
        "城东2020年 72.7%，比上年提高 2.7 个百分点。地12020年 75%，比上年下降 5 个百分点。",
        "城东, 2020: 72.7%, up 2.7 percentage points on the year before. 地1, 2020: 75%, down 5 percentage points on "
        "the year before.",
    ),
    "nothing": (
        "所选年份内，已收录的报告均未披露此项。",
        "No report held states this for these years.",
    ),
}


@pytest.mark.parametrize("case", RANKED)
def test_a_ranking(case):
    cells = tuple(RANKED[case])

    assert RANKING_SAID[case] == tuple(ranking_sentence(cells, (), OURS, say) for say in (ZH, EN))


@pytest.mark.parametrize("case", TRENDS)
def test_a_trend(case):
    assert TREND_SAID[case] == tuple(trend_sentence(tuple(TRENDS[case]), say) for say in (ZH, EN))


def test_a_series_broken_by_a_merger_tells_no_change():
    said = [trend_sentence(tuple(BROKEN), say, CHANGED) for say in (ZH, EN)]

    assert ["城东2020年 72.7%；2020年旧区并入，区域不同，前后不相连。",
            "城东, 2020: 72.7%; 旧区 joined in 2020, another area since."] == said  # fmt: skip


def test_every_case_has_its_sentence():
    assert (set(RANKED), set(TRENDS)) == (set(RANKING_SAID), set(TREND_SAID))
