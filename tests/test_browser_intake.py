"""The whole story in a real Chromium: a new county's two reports come in, a Word file and a PDF, three doubtful figures
are settled by keys, published, seen beside others, taken back, and published again; in Chinese and in English.
"""

from __future__ import annotations

import io
import time

import pytest
from browser import new_page, settled
from docx import Document
from drafts import HOSTILE
from playwright.sync_api import Browser, Page, expect
from report_files import pdf, wrapped

XUANHAN = "511722"
DAMAGED = "20222023185"
LATER = (
    "宣汉县2023年法治政府建设年度报告",
    "宣汉县人民政府",
    "2024年3月8日",
    "一、2023年工作情况",
    f"（一）化解行政争议。全年收到行政复议申请{DAMAGED}件，办结{DAMAGED}件。行政机关负责人出庭应诉率为97.5%。{HOSTILE}",
    f"（二）普法。人大代表建议35件，政协提案{DAMAGED}件。",
)
EARLIER = """宣汉县2022年法治政府建设年度报告
一、2022年工作情况
（一）化解行政争议。全年收到行政复议申请185件，办结150件。行政机关负责人出庭应诉率为96%。
宣汉县人民政府
2023年3月8日"""
PLACES_DRAWN = """() => new Set(
  document.querySelector(".js-plotly-plot").data.flatMap((trace) => Array.from(trace.y ?? []))).size"""
WORDS = {
    "zh-CN": {
        "import": "导入", "imported": "导入 2 份报告；3 个数待复核", "waiting": "待复核 {n} 项。",
        "none": "没有待复核的内容。",
        "save": "保存更正 (S)", "value": "数值（照原文）", "preview": "查看将有哪些变化", "publish": "发布",
        "published": "第 {n} 版已发布。", "first": "宣汉县", "undo": "撤销", "decisions": "已作的决定（可撤销）",
    },
    "en-US": {
        "import": "Import", "imported": "2 reports imported; 3 figures wait for your decision",
        "waiting": "{n} things wait for a decision.", "none": "Nothing waits for a decision.",
        "save": "Save the correction (S)", "value": "Value as printed", "preview": "See what would change",
        "publish": "Publish this", "published": "Version {n} is published.", "first": "Xuanhan", "undo": "Undo",
        "decisions": "Decisions made, each with its way back",
    },
}  # fmt: skip


def word_file() -> bytes:
    document = Document()
    for each in LATER:
        document.add_paragraph(each)
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


def bring(page: Page, address: str, *files: tuple[str, bytes]) -> None:
    """Drop the files on the page and begin."""
    page.goto(f"{address}/intake")
    settled(page)
    payloads = [{"name": name, "mimeType": "application/octet-stream", "buffer": data} for name, data in files]
    page.locator(".st-key-fh-intake-files input[type=file]").set_input_files(payloads)
    page.locator(".st-key-fh-intake-start button:not([disabled])").click()


def publish(page: Page, address: str, said: dict[str, str], number: int) -> None:
    """Look at what changes, then publish it."""
    page.goto(f"{address}/publish")
    settled(page)
    page.get_by_role("button", name=said["preview"]).click()
    page.locator(".st-key-fh-publish-do button").wait_for(timeout=120_000)
    settled(page)
    page.locator(".st-key-fh-publish-do button").click()
    page.get_by_text(said["published"].format(n=number)).wait_for(timeout=120_000)


def press(page: Page, key: str, then: str) -> None:
    """Press a key and wait for what follows from it."""
    page.keyboard.press(key)
    page.get_by_text(then).first.wait_for()
    settled(page)


@pytest.mark.parametrize("language", WORDS)
def test_the_way_of_two_reports_to_the_dashboard(own_dashboard: str, browser: Browser, language: str) -> None:
    said, page = WORDS[language], new_page(browser, locale=language)
    page.set_default_timeout(60_000)
    earlier = ("宣汉2022.pdf", pdf([wrapped(EARLIER, 34)]))
    bring(page, own_dashboard, (f"{HOSTILE[:8]}宣汉2023.docx", word_file()), earlier)
    page.get_by_text(said["imported"]).first.wait_for()

    page.goto(f"{own_dashboard}/review")
    page.get_by_text(said["waiting"].format(n=3), exact=True).wait_for()
    settled(page)
    assert DAMAGED in page.locator("mark").first.inner_text()
    press(page, "x", said["waiting"].format(n=2))
    press(page, "u", said["waiting"].format(n=3))
    press(page, "x", said["waiting"].format(n=2))
    field = page.get_by_label(said["value"]).first
    assert "185" == field.input_value()
    field.fill("85")
    field.press("Tab")
    page.get_by_role("button", name=said["save"]).wait_for()
    page.get_by_role("button", name=said["save"]).click()
    last = "One thing waits for a decision." if language == "en-US" else said["waiting"].format(n=1)
    page.get_by_text(last, exact=True).wait_for()
    settled(page)
    press(page, "x", said["none"])

    publish(page, own_dashboard, said, 2)
    page.goto(f"{own_dashboard}/compare?place={XUANHAN}&show=court_appearance_rate&years=2023")
    page.wait_for_selector(".js-plotly-plot .main-svg")
    expect(page.locator("body")).to_contain_text("97.5%")
    expect(page.locator("body")).to_contain_text(said["first"])
    assert 1 < page.evaluate(PLACES_DRAWN)

    page.goto(f"{own_dashboard}/review")
    settled(page)
    page.get_by_text(said["decisions"], exact=True).click()
    page.locator("[class*=st-key-fh-undo-button] button").first.click()
    page.get_by_text(last, exact=True).wait_for()
    settled(page)
    press(page, "x", said["none"])
    publish(page, own_dashboard, said, 3)

    assert "run" != page.title()
    page.context.close()


TOO_LARGE = {"zh-CN": "文件超过服务器或代理允许的大小", "en-US": "Too large for the server or the proxy before it"}


@pytest.mark.parametrize("language", TOO_LARGE)
def test_a_file_that_the_proxy_refuses_is_told_in_a_sentence(dashboard: str, browser: Browser, language: str) -> None:
    """nginx answers 413 to what is larger than its client_max_body_size; Streamlit shows the name of an exception."""
    page = new_page(browser, locale=language)
    page.set_default_timeout(30_000)
    page.route("**/_stcore/upload_file/**", lambda route: route.fulfill(status=413))
    page.goto(f"{dashboard}/intake")
    settled(page)
    payload = {"name": "大.txt", "mimeType": "text/plain", "buffer": b"1" * 5_000}
    page.locator(".st-key-fh-intake-files input[type=file]").set_input_files(payload)
    told = page.locator(".st-key-fh-intake-files").get_by_text(TOO_LARGE[language])
    told.wait_for()

    assert "Axios" not in page.locator(".st-key-fh-intake-files").inner_text()
    assert told.inner_text().strip().endswith(("。", "."))
    page.context.close()


def test_the_same_file_again_changes_nothing(own_dashboard: str, page: Page) -> None:
    """And a file that is none says why, beside it."""
    page.set_default_timeout(60_000)
    word = word_file()
    bring(page, own_dashboard, ("a.docx", word), ("bad.pdf", b"%PDF-1.4 nothing"))
    page.get_by_text("导入 1 份报告；1 份无法读取").first.wait_for()
    expect(page.locator("body")).to_contain_text("是损坏或不完整的 PDF：请重新下载。")

    bring(page, own_dashboard, ("again.docx", word))
    page.get_by_text("1 份已导入过").first.wait_for()


def test_fifty_figures_by_keys(own_dashboard: str, page: Page) -> None:
    """Each is looked at and settled by one key, well within the ten minutes that a person has."""
    page.set_default_timeout(60_000)
    said = WORDS["zh-CN"]
    names = ("收到行政复议申请", "人大代表建议", "政协提案", "受理行政复议案件", "办结行政复议案件")
    reports = [
        (f"宣汉{year}.txt", "\n".join((
            f"宣汉县{year}年法治政府建设年度报告", f"一、{year}年工作情况",
            "。".join(f"全年{name}{year - 1}{year}{number}件" for number, name in enumerate(names, 171)) + "。",
        )).encode())
        for year in range(2014, 2024)
    ]  # fmt: skip
    bring(page, own_dashboard, *reports)
    page.get_by_text("导入 10 份报告").first.wait_for()
    page.goto(f"{own_dashboard}/review")
    waiting = page.get_by_text("待复核", exact=False).filter(has_text="项。").first
    waiting.wait_for()
    settled(page)
    many = int("".join(filter(str.isdigit, waiting.inner_text())))

    began = time.monotonic()
    for left in range(many - 1, -1, -1):
        page.keyboard.press("x")
        page.get_by_text(f"待复核 {left} 项。" if left else said["none"]).first.wait_for()
    seconds = time.monotonic() - began

    print(f"{many} figures in {seconds:.1f} s")
    assert many >= 30
    assert seconds < 600
