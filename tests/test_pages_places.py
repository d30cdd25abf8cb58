"""What pages send of the 42,000 places to a browser, and what they say of the one that is chosen."""

from __future__ import annotations

import pytest
from drawn import html, opened, served, text, words_on  # noqa: F401 (a fixture)
from streamlit.testing.v1 import AppTest

from faheng.views.pages import PAGES
from faheng.words.options import option_text

pytestmark = pytest.mark.usefixtures("served")
MOST = 60
XUANHAN, KAIYUAN, YANTIAN = "511722", "211282", "440308"


def longest(app: AppTest) -> dict[str, int]:
    """The choosers of a page with the entries that each sends."""
    return {each.key: len(each.options) for kind in ("selectbox", "multiselect", "radio") for each in app.get(kind)}


@pytest.mark.parametrize("page", [page.name for page in PAGES])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_list_of_more_than_sixty_goes_to_the_browser(page: str, language: str) -> None:
    """Of places, indicators, provinces: what is beyond is searched for on the server."""
    app = opened(page, lang=language)

    assert not app.exception
    assert {} == {key: length for key, length in longest(app).items() if length > MOST}


def test_each_place_says_what_it_has() -> None:
    """Name, where it lies, how many reports of which years; out of sight what one types."""
    options = opened(place=YANTIAN).selectbox(key="fh-place").options

    assert option_text("开原市 · 辽宁铁岭 · 1 份报告 2024", "kys") in options
    assert any(option.startswith("城东区 · 青海西宁 · 1 份报告") for option in options)


def test_the_box_of_a_chosen_place_is_short_and_its_initials_find_it() -> None:
    """What is held of it stands on the page; in the box there is room for its name."""
    assert option_text("开原市 · 辽宁铁岭", "kys") in opened(place=KAIYUAN).selectbox(key="fh-place").options


@pytest.mark.parametrize(
    ("typed", "first"),
    [("宣汉县", "宣汉县 · 四川达州 · 尚无报告"), ("达县", "达川区（原达县） · 四川达州 · 尚无报告"),
     ("宝安县", "宝安县（至1992年） · 广东深圳 · 尚无报告"), ("ky", "开原市 · 辽宁铁岭 · 1 份报告 2024")],
)  # fmt: skip
def test_the_search_shows_where_each_lies(typed: str, first: str) -> None:
    """By a name of now and of before; what ended says when."""
    app = opened("compare")
    found = app.text_input(key="fh-find-text").set_value(typed).run().radio(key="fh-found").options

    assert first == found[0]
    assert len(found) <= 8


def test_a_place_without_a_report_says_what_to_do() -> None:
    """The page names it, says how a report is added, and leads to places with one."""
    app = opened(place=XUANHAN)
    markup = next(body for body in html(app) if "尚未收录宣汉县的报告" in body)

    assert "加入 data/" in text(markup)
    assert "place=511781" in markup
    assert option_text("宣汉县 · 四川达州", "xhx") in app.selectbox(key="fh-place").options
    assert "尚未收录开原市" not in words_on(opened(place=KAIYUAN))


def test_an_old_address_opens_the_place_of_today() -> None:
    """150525-tuchengzi is 土城子乡, as ours and beside ours."""
    app = opened("compare", place="150525-tuchengzi", **{"with": f"440300-光明新区.{KAIYUAN}"})

    assert "150525206" == app.selectbox(key="fh-place").value
    assert ["440311", KAIYUAN] == app.multiselect(key="fh-beside").value
    assert not app.warning


def test_the_year_of_most_comparable_places_is_offered() -> None:
    """It is what 对比 shows by itself, and is said; 总览 shows the latest unless it is asked for."""
    assert "most" == opened("compare").selectbox(key="fh-years").value
    overview = opened(place=YANTIAN)
    years = overview.selectbox(key="fh-years")

    assert ("latest", ["最新", "可比最多的年份"]) == (years.value, years.options[:2])
    assert "地可比" in words_on(years.set_value("most").run())


def test_the_first_page_says_what_it_is_and_whose_figures() -> None:
    """In one line beside the example's name."""
    said = words_on(opened())

    assert "为例；请在上方选择。法衡把各地政府在法治报告中自己公布的数字放在一起比较" in said


@pytest.mark.parametrize(
    ("language", "said"),
    [("zh", "法衡把各地政府在法治报告中自己公布的数字"), ("en", "Faheng compares what the governments of ")],
)
def test_the_overview_of_a_chosen_place_says_what_it_is(language: str, said: str) -> None:
    """Above its sentences."""
    blocks = html(opened(place=YANTIAN, lang=language))
    (at,) = [i for i, block in enumerate(blocks) if said in block]

    assert ["fh-opening" in block for block in blocks[at : at + 2]] == [False, True]
