"""From a comparison to slides in a real Chromium: four clicks, and the values of the page in the file."""

from __future__ import annotations

import re
from datetime import date
from io import BytesIO
from pathlib import Path
from urllib.parse import parse_qs, urlsplit
from zipfile import ZipFile

import pytest
from browser import choose, requests_elsewhere, settled
from playwright.sync_api import Page, expect
from pptx import Presentation

from faheng.briefing.made_briefing import briefing_of
from faheng.briefing.plan import BriefingPlan, PlannedView
from faheng.briefing.plan_text import packed, plan_text, unpacked

COMPARE = "compare?place=630102&show=court_appearance_rate"


def test_four_clicks_from_a_comparison_to_slides(dashboard: str, page: Page) -> None:
    """Add, go there, take it; the chart is native and holds what the page shows."""
    elsewhere = requests_elsewhere(page)
    page.goto(f"{dashboard}/{COMPARE}")
    page.wait_for_selector(".js-plotly-plot .main-svg")
    shown = page.evaluate("Array.from(document.querySelector('.js-plotly-plot').data.find(d => d.name === 'values').x)")

    page.get_by_text("加入简报", exact=True).first.click()
    page.get_by_text("已加入简报（1 项）›").click()
    page.wait_for_selector(".st-key-fh-briefing-files")
    with page.expect_download() as waiting:
        page.get_by_text("演示文稿（PPTX）", exact=True).click()
    slides = Presentation(BytesIO(open(waiting.value.path(), "rb").read())).slides  # noqa: SIM115

    charts = [shape.chart for slide in slides for shape in slide.shapes if shape.has_chart]
    held = {round(value * 100, 6) for plot in charts[0].plots for each in plot.series for value in each.values if value}
    assert 1 == len(charts)
    assert set(shown) <= held
    assert [] == elsewhere


def test_the_address_hands_the_briefing_on(dashboard: str, page: Page) -> None:
    """A message typed on the page is in the address, and so with whoever opens it."""
    page.goto(f"{dashboard}/{COMPARE}")
    page.get_by_text("加入简报", exact=True).first.click()
    page.get_by_text("已加入简报（1 项）›").click()
    page.wait_for_selector(".st-key-fh-briefing-files")
    settled(page)
    field = page.get_by_label("第 1 项要点")
    field.fill("本地数为2020年数。")
    field.press("Enter")
    page.wait_for_url(lambda url: "本地数为2020年数。" in [each.message for each in plan_in(url).views])

    page.goto(page.url)
    expect(page.get_by_label("第 1 项要点")).to_have_value("本地数为2020年数。")


def test_back_takes_nothing_out_of_the_briefing(dashboard: str, page: Page) -> None:
    """The page before is shown again; the view that was added since stays."""
    page.goto(f"{dashboard}/{COMPARE}")
    page.get_by_text("加入简报", exact=True).first.click()
    page.get_by_text("已加入简报（1 项）›").wait_for()
    page.go_back()
    page.wait_for_url(lambda url: "briefing=" in url)
    page.get_by_text("已加入简报（1 项）›").wait_for()


def test_a_saved_briefing_is_opened_at_once(dashboard: str, page: Page) -> None:
    """Without reloading, in place of what was there."""
    plan = BriefingPlan("月报", views=(PlannedView("trends", {"place": "440308"}, "逐年"),))
    page.goto(f"{dashboard}/briefing?place=630102")
    page.wait_for_selector('[data-testid="stFileUploader"]')
    given = {"name": "b.json", "mimeType": "application/json", "buffer": plan_text(plan).encode()}
    page.locator('[data-testid="stFileUploader"] input').set_input_files([given])

    expect(page.get_by_label("第 1 项标题")).to_have_value("逐年")
    page.wait_for_url(lambda url: "briefing=" in url and plan == plan_in(url))


@pytest.mark.parametrize("shown", [("overview", ".fh-cards"), ("trends", ".js-plotly-plot .main-svg")])
def test_the_link_in_a_file_opens_the_same_view(
    dashboard: str, store_folder: Path, page: Page, monkeypatch: pytest.MonkeyPatch, shown: tuple[str, str]
) -> None:
    """The overview has no path of its own; from the page's own link and from that of the files."""
    monkeypatch.setenv("FAHENG_STORE", str(store_folder))
    name, seen = shown
    plan = BriefingPlan(views=(PlannedView(name, {"place": "211282", "show": "congress_proposals"}),))
    page.goto(f"{dashboard}/briefing?briefing={packed(plan)}")
    page.get_by_text("打开此项 ›").click()
    page.wait_for_selector(seen)
    path = urlsplit(page.url).path

    made = briefing_of(plan, "zh", today=date(2026, 1, 31), address=dashboard)
    assert path == urlsplit(made.views[0].link).path
    page.goto(made.views[0].link)
    page.wait_for_selector(seen)
    assert 0 == page.get_by_text("没有这个页面").count()


def test_another_kind_of_picture_stays_chosen(dashboard: str, page: Page) -> None:
    page.goto(f"{dashboard}/briefing?place=630102&briefing={packed(BriefingPlan(views=(PlannedView('compare', {}),)))}")
    page.wait_for_selector(".st-key-fh-briefing-form")
    choose(page, "fh-briefing-form", "SVG")
    page.get_by_text("制作图片", exact=True).click()
    page.get_by_text("下载图片（ZIP）").wait_for()
    with page.expect_download() as waiting:
        page.get_by_text("下载图片（ZIP）").click()

    assert [True] == [name.endswith(".svg") for name in ZipFile(waiting.value.path()).namelist()]


def plan_in(address: str) -> BriefingPlan:
    """The briefing that an address holds."""
    return unpacked(parse_qs(urlsplit(address).query)["briefing"][0])


def test_the_uploaders_speak_chinese(dashboard: str, page: Page) -> None:
    """Streamlit's own words are English."""
    page.goto(f"{dashboard}/briefing")
    page.get_by_text("选择文件").first.wait_for()
    assert "Upload" not in page.locator('[data-testid="stFileUploader"]').first.inner_text()


def test_a_refused_file_is_told_in_chinese(dashboard: str, page: Page, tmp_path: Path) -> None:
    """Also to those who hear the page: the kind of file, its size, the buttons beside it."""
    (tmp_path / "wrong.txt").write_text("x", "utf-8")
    (tmp_path / "large.json").write_bytes(b" " * (3 << 20))
    page.goto(f"{dashboard}/briefing")
    page.get_by_text("选择文件").first.wait_for()
    uploader = page.locator('[data-testid="stFileUploader"]').first
    uploader.locator("input[type=file]").set_input_files(tmp_path / "wrong.txt")
    expect(uploader).to_contain_text("不收这种文件。")
    expect(uploader.locator('[aria-label="移除 wrong.txt"]')).to_be_attached()
    uploader.locator("input[type=file]").set_input_files(tmp_path / "large.json")
    expect(uploader).to_contain_text("文件不能超过")

    icons = "[data-testid=stIconMaterial], [data-testid=stFileChipName]"
    said = uploader.evaluate(f"""each => {{
        const copy = each.cloneNode(true);
        for (const sign of copy.querySelectorAll("{icons}")) sign.remove();
        return copy.textContent + [...each.querySelectorAll("[aria-label]")].map(it => it.ariaLabel).join(" ");
    }}""")
    assert {"JSON"} >= {*re.findall("[A-Za-z]{3,}", re.sub(r"\w+\.(txt|json)", "", said))}


@pytest.mark.parametrize("width", [390, 1024])
def test_the_new_pages_fit_their_screen(dashboard: str, page: Page, width: int) -> None:
    """Nothing is wider than a phone or a tablet."""
    page.set_viewport_size({"width": width, "height": 800})
    for name in ("checks?place=511781", "briefing?place=511781"):
        page.goto(f"{dashboard}/{name}")
        settled(page)
        main = page.locator('[data-testid="stMain"]')
        assert width >= main.evaluate("each => each.scrollWidth")


THREE = BriefingPlan(
    views=tuple(PlannedView("trends", {"place": "440308", "show": "congress_proposals"}, f"第{n}张") for n in "甲乙丙")
)


def in_order(page: Page, titles: list[str]) -> None:
    """Wait until the views have these titles, in the fields and on the slides."""
    for n, title in enumerate(titles):
        expect(page.get_by_label(f"第 {n + 1} 项标题")).to_have_value(title)
        expect(page.locator(f".st-key-fh-briefing-view-{n} .fh-slide")).to_contain_text(title)


def test_a_slide_is_dragged_to_another_place(dashboard: str, page: Page) -> None:
    """The address holds the new order, and the slide after the next one too."""
    page.goto(f"{dashboard}/briefing?briefing={packed(THREE)}")
    in_order(page, ["第甲张", "第乙张", "第丙张"])
    slides = [page.locator(f".st-key-fh-briefing-view-{n} .fh-slide") for n in range(3)]
    slides[2].drag_to(slides[0])
    in_order(page, ["第丙张", "第甲张", "第乙张"])
    slides[0].drag_to(slides[1])
    in_order(page, ["第甲张", "第丙张", "第乙张"])
    assert ["第甲张", "第丙张", "第乙张"] == [each.title for each in plan_in(page.url).views]


def test_a_view_moves_by_keys_and_keeps_what_was_typed(dashboard: str, page: Page) -> None:
    """The hand stays on the view; at either end nothing happens."""
    page.goto(f"{dashboard}/briefing?briefing={packed(THREE)}")
    in_order(page, ["第甲张", "第乙张", "第丙张"])
    page.get_by_label("第 2 项标题").focus()
    page.keyboard.press("Alt+ArrowUp")
    in_order(page, ["第乙张", "第甲张", "第丙张"])
    expect(page.get_by_label("第 1 项标题")).to_be_focused()
    page.keyboard.press("Alt+ArrowUp")
    page.keyboard.type("改")
    page.keyboard.press("Enter")
    in_order(page, ["第乙张改", "第甲张", "第丙张"])
