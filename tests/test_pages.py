"""Every page opens in both languages and says what it must. Read through AppTest (drawn.py)."""

from __future__ import annotations

import re

import pytest
from drawn import (
    CHENGDONG,
    GUANGMING,
    KAIYUAN,
    PAGES,
    SHENYANG,
    TUCHENGZI,
    WANYUAN,
    YANTIAN,
    cards,
    figures,
    html,
    matrix,
    opened,
    served,  # noqa: F401 (a fixture)
    table,
    text,
    words_on,
)

pytestmark = pytest.mark.usefixtures("served")
CJK = re.compile(r"[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]+")
# The other language is offered in its own name; the Corps has no division code and so no English name in our list.
CHINESE_BY_NATURE = {"中文", "兵团"}


@pytest.mark.parametrize("place", ["", KAIYUAN, TUCHENGZI, GUANGMING])
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("page", PAGES)
def test_a_page_opens(page, language, place):
    """Without an exception or a warning, with something to read."""
    app = opened(page, lang=language, **({"place": place} if place else {}))

    assert ([], []) == ([*app.exception], [*app.warning])
    assert len(words_on(app)) > 100


@pytest.mark.parametrize("place", [KAIYUAN, TUCHENGZI, YANTIAN])
@pytest.mark.parametrize("page", PAGES)
def test_no_hole_shows(page, place):
    """A missing value is a word; None, nan and NaT are for programmers, in either language."""
    for language in ("zh", "en"):
        said = words_on(opened(page, lang=language, place=place))

        assert [] == re.findall(r"\b(?:None|nan|NaN|NaT|null|inf|undefined)\b|\{\w+\}", said)


@pytest.mark.parametrize("page", ["overview", "trends"])
def test_an_english_page_speaks_english(page):
    """No Chinese beside the name of the other language; phrases of reports stand on other pages."""
    for place in (CHENGDONG, YANTIAN, TUCHENGZI):
        said = CJK.findall(words_on(opened(page, lang="en", place=place)))

        assert set() == set(said) - CHINESE_BY_NATURE


@pytest.mark.parametrize(("page", "quoted"), [("compare", ()), ("evidence", ("Phrase",)), ("methods", ("Source",))])
def test_an_english_page_quotes_in_its_columns_only(page, quoted):
    """Phrases and titles of sources stay as they are printed; all the rest is English."""
    app = opened(page, lang="en", place=KAIYUAN)
    markup = [without_columns(body, quoted) for body in html(app)]
    said = [each for body in markup for each in CJK.findall(text(body))]

    assert set() == set(said) - CHINESE_BY_NATURE


def without_columns(markup: str, names: tuple[str, ...]) -> str:
    """The table without the columns of these names."""
    heads = [text(each) for each in re.findall(r"<th\b.*?</th>", markup, re.DOTALL)]
    for name in names:
        if name in heads:
            column = heads.index(name)
            lines = re.split(r"(?=<tr>)", markup)
            markup = "".join(without_cell(line, column) for line in lines)
    return markup


def without_cell(line: str, column: int) -> str:
    cells = list(re.finditer(r"<td.*?</td>", line, re.DOTALL))
    return line.replace(cells[column].group(), "<td></td>") if column < len(cells) else line


# ---- the headline table

COURT, RECONSIDERATION, ONLINE = "行政机关负责人出庭应诉率", "行政复议综合化解率", "政务服务网办率"


@pytest.mark.parametrize(
    ("indicator", "place", "says"),
    [
        (COURT, "开原", "99% 存疑 两年（2023—2024，推定）"),
        (COURT, "城东", "72.7% 待核 期间不同 2020年"),
        (COURT, "沈阳", "98.3% 期间不同 2022年1—5月"),
        (COURT, "土城子", "未披露"),
        (COURT, "万源", "未披露"),
        (RECONSIDERATION, "开原", "未披露"),
        (RECONSIDERATION, "沈阳", "58.3% 期间不同 2020年1月—2022年7月12日"),
        (RECONSIDERATION, "城东", "50.0% 口径不同 2020年"),
        (RECONSIDERATION, "万源", "33.3% 口径不同 2022年1—11月"),
        (RECONSIDERATION, "土城子", "不适用"),
        (ONLINE, "开原", "≥99% 口径不同 2024年末（推定）"),
        (ONLINE, "城东", "85% 口径不同 2020年末"),
        (ONLINE, "沈阳", "93.8% 口径不同 截至2022年7月12日"),
    ],
)
def test_the_headline_table(indicator, place, says):
    """The three headline indicators of the five reports, each with the word that keeps it from being compared."""
    beside = ".".join([CHENGDONG, SHENYANG, TUCHENGZI, WANYUAN])

    assert says == matrix(opened(place=KAIYUAN, **{"with": beside}))[indicator][place]


@pytest.mark.parametrize(
    ("place", "card", "says"),
    [
        (KAIYUAN, 0, "由次年所述增幅反推，约 69%；如所述增幅不指百分点，则约 76%"),
        (KAIYUAN, 0, "全国 41.8%（2020年）"),
        (KAIYUAN, 0, "铁岭市 100%（2024年）"),
        (KAIYUAN, 2, "企业登记全程电子化率仅指企业登记|所列为“企业登记全程电子化率”"),
        (CHENGDONG, 0, "高于全国 41.8%（2020年）30.9 个百分点"),
        (CHENGDONG, 0, "青海 85.59%（2023年）"),
        (CHENGDONG, 1, "50.0% 2020年 · 口径不同 · 件数过少 · 由件数推算"),
        (WANYUAN, 0, "四川 96.57%（2024年）"),
        (WANYUAN, 0, "2022年度报告未披露此项。"),
        (WANYUAN, 1, "口径不同 · 由件数推算"),
        (SHENYANG, 2, "实际网办率"),
        (TUCHENGZI, 1, "不适用"),
    ],
)
def test_a_headline_card_says_why(place, card, says):
    """Reference lines, the year before, and the reason in words."""
    assert re.search("|".join(map(re.escape, says.split("|"))), cards(opened(place=place))[card])


def test_the_english_headline_table():
    """The same figures in the words of the other language."""
    shown = matrix(opened(place=KAIYUAN, lang="en", **{"with": f"{CHENGDONG}.{TUCHENGZI}"}))

    assert ["Kaiyuan", "Chengdong", "Tuchengzi"] == list(shown["Court-appearance rate of agency heads"])
    assert shown["Court-appearance rate of agency heads"]["Kaiyuan"].startswith("99% Disputed")
    assert "Not applicable" == shown["Reconsideration resolution rate"]["Tuchengzi"]


# ---- one page each


def test_only_comparable_keeps_only_comparable():
    """In table and chart; the two places at 100% are what remains of seven, up to 2023, for 光明 states it of 2020."""
    beside = {"with": "210100.630102.440308.511781.211282.150525206", "years": "2019-2023"}
    free = opened("compare", place=GUANGMING, show="online_handling_rate", **beside)
    strict = opened("compare", place=GUANGMING, show="online_handling_rate", comparable="1", **beside)

    assert {"开原", "沈阳", "光明", "城东", "盐田"} <= {row["地区"] for row in table(free)}
    assert [("光明", "100%"), ("盐田", "100%")] == [(row["地区"], row["数值"]) for row in table(strict)]
    assert {100.0} == {value for trace in figures(strict)[0]["data"] for value in numbers(trace.get("x"))}


def numbers(values: object) -> list[float]:
    return [value for value in values if value is not None] if isinstance(values, list) else []


def test_only_comparable_in_the_matrix():
    """The overview keeps its shape: what cannot be compared says why instead of its value."""
    shown = matrix(opened(place=KAIYUAN, comparable="1"))

    assert ("存疑", "口径不同", "期间不同") == (
        shown[COURT]["开原"],
        shown[ONLINE]["开原"],
        shown[ONLINE]["光明"],
    )


@pytest.mark.parametrize(
    ("footing", "value", "title"),
    [
        ({}, "106 件", "受理行政复议案件"),
        ({"yearly": "1"}, "53", "每年|年均"),
        ({"residents": "1"}, "2.3", "每万人"),
        ({"residents": "1", "yearly": "1"}, "1.15 ", "每万人"),
    ],
)
def test_counts_per_resident_and_year(footing, value, title):
    """106 cases in two years, 459,559 residents: the value is divided, and the title says by what."""
    app = opened("compare", place=KAIYUAN, show="reconsideration_accepted", **footing)
    shown = {row["地区"]: row["数值"] for row in table(app)}

    assert shown["开原"].startswith(value)
    assert re.search(title, words_on(app))


def test_a_rate_has_no_footing():
    """Parameters left over from a count are ignored, and no switch is offered."""
    app = opened("compare", place=KAIYUAN, show="court_appearance_rate", residents="1", yearly="1")

    assert "99%" == table(app)[0]["数值"]
    assert [] == [box for box in app.checkbox if box.key in ("fh-residents", "fh-yearly")]


def test_a_family_is_shown_indicator_by_indicator():
    """One chart for each neighbour that some place states; without the parameter one alone."""
    alone = opened("compare", place=KAIYUAN, show="online_handling_rate")
    family = opened("compare", place=KAIYUAN, show="online_handling_rate", family="1")

    assert (1, 3) == (len(figures(alone)), len(figures(family)))
    assert "2" in next(box.label for box in alone.checkbox if box.key == "fh-family")


def line(app, name: str) -> list[tuple[int, float | None]]:
    """Year and value of the trace of this place; (0, None) where the line is broken."""
    trace = next(each for each in figures(app)[0]["data"] if name in str(each.get("name")))
    return [(int(str(x or 0)[:4]), y) for x, y in zip(trace["x"], trace["y"], strict=True)]


def test_eleven_unbroken_years():
    """盐田's suggestions of deputies, with no hole between 2014 and 2024."""
    app = opened("trends", place=YANTIAN, show="congress_proposals")

    values = [220, 189, 198, 126, 140, 97, 131, 89, 99, 107, 102]
    assert list(zip(range(2014, 2025), values, strict=True)) == line(app, "盐田")
    assert [f"{value} 件" for value in values] == [row["数值"] for row in table(app)]


def test_a_gap_stays_a_gap():
    """光明's reconsideration cases: two years, nothing, then 2023; never a line across."""
    app = opened("trends", place=GUANGMING, show="reconsideration_accepted")
    drawn = line(app, "光明")

    assert [(2019, 49), (2020, 21), (2023, 170)] == [point for point in drawn if point[1] is not None]
    assert (None, 170) == (drawn[2][1], drawn[3][1])
    assert "没有上年数" in words_on(app)


def test_several_indicators_are_small_multiples():
    app = opened("trends", place=YANTIAN, show="congress_proposals.consultative_proposals")

    assert 2 == len([name for name in figures(app)[0]["layout"] if name.startswith("yaxis")])


def test_evidence_shows_the_phrase_and_its_place():
    """From the value to the phrase as printed, the report, and what was made from it."""
    app = opened("evidence", obs=observation_of(COURT, "开原"))
    page = html(app)[1]

    assert "出庭應(yīng)訴率達到<mark>99</mark>%" in page
    assert "比上期变动 30%，报告未说明是百分点还是百分比" in text(page)
    assert "开原市法治政府建设（市长署名文章）" in text(page)
    assert "约 69%" in text(page).partition("用于推算")[2]


def observation_of(indicator: str, place: str) -> str:
    """The observation that the cell of the overview links to."""
    markup = next(body for body in html(opened(place=KAIYUAN)) if '<table class="fh-matrix">' in body)
    column = [text(each) for each in re.findall(r"<th scope=\"col\".*?</th>", markup)].index(place)
    row = next(each for each in markup.split("<tr>") if indicator in each)
    return re.findall(r"obs=([^\"&]+)", re.findall(r"<td.*?</td>", row)[column - 1])[0]


# ---- after a trial


def test_a_reference_of_another_year_says_so():
    """全国 2020 is of the same year as 城东's figure, 青海 2023 is not."""
    card = cards(opened("overview", place=CHENGDONG))[0]

    assert "全国 41.8%（2020年）30.9 个百分点、" in card
    assert "青海 85.59%（2023年）12.9 个百分点（年度不同）" in card


def test_only_comparable_says_why_ours_is_left_out():
    said = words_on(opened("compare", place=CHENGDONG, show="online_handling_rate", comparable="1"))

    assert "城东 85%：口径或范围为" in said
    assert "因此未列入。" in said


def test_a_trend_says_which_indicators_only_comparable_leaves_out():
    said = words_on(opened("trends", place=YANTIAN, show="congress_proposals.court_appearance_rate", comparable="1"))

    assert "人大代表建议逐年变化" in said
    assert "没有可比数值而未列出：行政机关负责人出庭应诉率。" in said


def test_evidence_says_that_a_value_is_too_old_to_stand_beside_others():
    """The word is that of its own year; the page of comparison shows it among those of later years."""
    compared = opened("compare", place=CHENGDONG, show="court_appearance_rate")
    observation = re.search(r"evidence\?obs=(\w+)", next(body for body in html(compared) if "evidence?obs=" in body))[1]

    assert "年份过早，不直接比较。" in " ".join(map(text, html(opened("evidence", obs=observation))))
