"""What breaks with the next Streamlit: every selector of style.css and page.js matches something in the running app.

Streamlit names its elements as it likes. A rule whose element has another name is passed over without a word; here it
is named. The pages are brought into every state that a rule is written for.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from browser import PHONE, chromium_path, new_page, serve, settled
from conftest import shipped_dataset
from factories import observation, report
from intakes import one
from own_reports import text_file
from playwright.sync_api import Browser, Page

from faheng.briefing.plan import BriefingPlan, PlannedView
from faheng.briefing.plan_text import packed, plan_text
from faheng.intake.intake import Intake
from faheng.model import Level, Locality, ReportText
from faheng.paths import ROOT
from faheng.store import write
from faheng.store.read import Snapshot

MATCHING = (ROOT / "tests/selectors.js").read_text("utf-8")
SCRIPT = (ROOT / "faheng/ui/page.js").read_text("utf-8")
# More places than the bar's lists hold: then it offers a search.
MANY = 70
VIEWS = (PlannedView("compare", {"place": "211282"}), PlannedView("checks", {"place": "999999"}))
PLAN = BriefingPlan(views=VIEWS)
# What is there only where a provider signs readers in, and where a figure waits for a decision.
ELSEWHERE = {".st-key-fh-sign-in button", ".fh-said > .fh-beside"}


def in_script() -> list[str]:
    """The selectors of page.js: what it asks the document or an element for."""
    asked = re.findall(r"(?:querySelector(?:All)?|closest\??\.?)\(\s*(['\"`])(.+?)\1", SCRIPT)
    names = dict(re.findall(r"const ([A-Z]+) = '([^']+)'\s*\n", SCRIPT))
    longer = re.findall(r"const NAMELESS = (.+?);", SCRIPT, re.DOTALL)
    joined = ["".join(re.findall(r"'([^']*)'", text)) for text in longer]
    plain = [selector for _, selector in asked if "${" not in selector]
    return [*plain, *names.values(), *joined]


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, dict[str, str]]]:
    """A dashboard of the shipped data and as many more places as it takes for a search; a derived value in it, and one
    whose report was imported: its reading is held, and its text is in the snapshot."""
    chromium_path()
    data, folder = shipped_dataset(), tmp_path_factory.mktemp("large")
    codes = [f"63-{n}" for n in range(MANY)]
    more = {code: Locality(code, code, code, Level.COUNTY, "630000", "630000", 1000 + n, "")
            for n, code in enumerate(codes)}  # fmt: skip
    places = replace(data.places, localities=data.places.localities | more)
    intake = Intake.open(folder)
    imported = one(intake, text_file(tmp_path_factory.mktemp("own")))
    intake.ledger.close()
    read = observation(90, locality=codes[0], year=2023, report=imported)
    bigger = replace(
        data,
        places=places,
        reports=(
            *data.reports,
            *(report(f"{code}-2020", locality=code) for code in codes),
            report(imported, locality=codes[0], year=2023),
        ),
        observations=(*data.observations, *(observation(70, locality=code) for code in codes), read),
        texts=(ReportText(imported, "该项为90。" * 20),),
    )
    write.build_store(replace(bigger, observations=bigger.observations[:-1]), folder)
    write.build_store(bigger, folder)
    facts = Snapshot(folder / "faheng-2.duckdb").rows("marts/facts")
    derived = facts[(facts["origin"] == "derived") & (facts["indicator_id"] == "reconsideration_correction_rate")]
    for address in serve(folder, tmp_path_factory.mktemp("log") / "server.log"):
        made = str(derived.loc[derived["locality_code"] == "511781", "id"].item())
        yield address, {"derived": made, "imported": read.id}


def bar_open(page: Page) -> None:
    """The filters of a phone, folded out, and its menu."""
    page.locator(".fh-fold").click()
    page.locator('[data-testid="stExpandSidebarButton"]').click()
    page.locator('[data-testid="stSidebarNavLink"]').first.wait_for()


def search_open(page: Page) -> None:
    page.locator(".st-key-fh-find button").first.click()
    page.locator(".st-key-fh-find-text input").wait_for()


def list_open(page: Page) -> None:
    """The list of a chooser, and then with nothing in it but what was typed."""
    # a list closes when the page scrolls under it: whoever clicks has scrolled before
    page.locator(".st-key-fh-show-many input").scroll_into_view_if_needed()
    page.wait_for_timeout(300)
    page.locator(".st-key-fh-show-many input").click()
    page.locator('[role="option"]').first.wait_for()
    page.locator(".st-key-fh-show-many input").fill("zzzz")
    page.get_by_role("option", name="查找“zzzz”").wait_for()


def places_open(page: Page) -> None:
    page.locator(".st-key-fh-place input").click()
    page.locator('[role="option"]').first.wait_for()


def places_beside_open(page: Page) -> None:
    page.locator(".st-key-fh-beside input").click()
    page.locator('[role="option"]').first.wait_for()


def typed(page: Page) -> None:
    page.locator(".st-key-fh-evidence-search input").fill("zzzz")
    page.locator('[data-testid="InputInstructions"]').wait_for(state="attached")


def mark_hovered(page: Page) -> None:
    mark = page.locator(".js-plotly-plot .trace .point").first
    mark.scroll_into_view_if_needed()
    box = mark.bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] / 2 - 2, box["y"] + box["height"] / 2)
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_selector(".js-plotly-plot.fh-over")


def reasons_open(page: Page) -> None:
    page.evaluate("for (const folded of document.querySelectorAll('details')) folded.open = true")


def printed(page: Page) -> None:
    """The page as it is while a printer takes it."""
    page.evaluate("dispatchEvent(new Event('beforeprint'))")


def span_printed(page: Page) -> None:
    """A trend on paper: the column of its choosers, which holds no chart, stays away."""
    page.locator(".stColumn .stSlider").wait_for()
    page.locator(".js-plotly-plot .trace").first.wait_for()
    printed(page)


def carried(page: Page) -> None:
    """A slide over the place of another, before it is let go."""
    first, second = (page.locator(f".st-key-fh-briefing-view-{n} .fh-slide").bounding_box() for n in (0, 1))
    assert first
    assert second
    page.mouse.move(first["x"] + 40, first["y"] + 40)
    page.mouse.down()
    for step in (10, 20):
        page.mouse.move(second["x"] + step, second["y"] + step)
    page.locator(".fh-drop").wait_for(state="attached")


def file_given(page: Page) -> None:
    given = {"name": "b.json", "mimeType": "application/json", "buffer": plan_text(PLAN).encode()}
    page.locator('[data-testid="stFileUploader"] input').last.set_input_files([given])


DRAFT = """盐田区2024年法治政府建设年度报告
一、主要工作
办理行政复议案件45件,其中维持54件,撤销3件。全年受理行政复议案件120件,审结130件。办结率98.5%,共办理66件,办结65件。
行政机关负责人出庭应诉率达105%。2025年计划开展培训12场。
"""


def draft_given(page: Page) -> None:
    """The checks of a draft with what must be mended and what was found right."""
    given = {"name": "draft.txt", "mimeType": "text/plain", "buffer": DRAFT.encode()}
    page.locator('[data-testid="stFileUploader"] input').last.set_input_files([given])
    page.locator(".fh-mend").first.wait_for()
    settled(page)


def imported(page: Page) -> None:
    """What came of a file that was given to the page of imports."""
    given = {"name": "report.txt", "mimeType": "text/plain", "buffer": DRAFT.encode()}
    page.locator(".st-key-fh-intake-files input[type=file]").set_input_files([given])
    page.locator(".st-key-fh-intake-start button:not([disabled])").click()
    page.locator(".st-key-fh-intake-results .fh-matrix").wait_for()
    settled(page)


def narrow_desk(page: Page) -> None:
    """A tablet, on which the line of the pages has no room for all."""
    page.set_viewport_size({"width": 1024, "height": 768})
    page.locator(".rc-overflow-item-rest").get_by_text("more").wait_for()


def nothing(page: Page) -> None:
    """The page as it opens."""


Action = Callable[[Page], None]
STATES: list[tuple[str, Action, bool]] = [
    ("?place=211282&with=630102.511781&show=congress_proposals.legal_aid_cases.case_files_reviewed", nothing, False),
    ("?place=211282&show=congress_proposals", list_open, False),
    ("?place=211282", nothing, True),
    ("?place=211282", places_open, False),
    ("?place=211282", places_beside_open, False),
    ("?place=211282&lang=en", nothing, True),
    ("?place=211282", bar_open, True),
    ("?place=630102&with=63-1", search_open, False),
    ("compare?place=211282&show=online_handling_rate&family=1", reasons_open, False),
    ("compare?place=440311&with=440308.630102&show=online_handling_rate", mark_hovered, False),
    ("compare?place=211282&show=penalties", nothing, False),
    ("compare?place=211282&chart=spread&show=congress_proposals", nothing, False),
    ("?place=211282&lang=en", narrow_desk, False),
    ("trends?place=440308&show=congress_proposals", span_printed, False),
    ("checks?place=211282&everywhere=1", reasons_open, False),
    ("checks?place=511781", nothing, False),
    ("checks?place=511781&severity=holds", nothing, False),
    ("evidence?obs={derived}", nothing, False),
    ("evidence?obs={imported}", reasons_open, False),
    ("evidence?q=%E5%87%BA%E5%BA%AD", nothing, False),
    ("evidence", typed, False),
    ("briefing?briefing={plan}", nothing, False),
    ("briefing?briefing={plan}", printed, False),
    ("briefing?briefing={plan}", carried, False),
    ("briefing", file_given, False),
    ("methods", nothing, False),
    ("profile?place=440308&with=440311", nothing, False),
    ("pair?place=440308&with=440311", nothing, False),
    ("profile?place=630102", nothing, False),
    ("profile?place=630102&lang=en", nothing, False),
    ("profile?place=511781", printed, False),
    ("profile?place=530000", nothing, False),
    ("pair?place=630102&with=511781", nothing, False),
    ("checks?of=draft", nothing, False),
    ("checks?of=draft", draft_given, False),
    ("intake", nothing, False),
    ("intake", nothing, True),
    ("intake", imported, True),
    ("review", nothing, False),
    ("publish", nothing, True),
    ("no-such-page", nothing, False),
    ("compare?place=999999&lang=en", nothing, False),
    ("?place=211282&lang=en", bar_open, True),
]


def test_every_selector_matches_something(large: tuple[str, dict[str, str]], browser: Browser) -> None:
    """In one of the states at least; the list names those of which none is left."""
    matched: dict[str, bool] = {}
    server, values = large
    for address, bring_about, on_a_phone in STATES:
        page = new_page(browser, PHONE) if on_a_phone else new_page(browser)
        page.set_default_timeout(40_000)
        page.goto(f"{server}/{address.format(plan=packed(PLAN), **values)}")
        page.wait_for_selector(".fh-shell", state="attached")
        settled(page)
        bring_about(page)
        for selector, found in page.evaluate(MATCHING, in_script()).items():
            matched[selector] = matched.get(selector, False) or found
        page.context.close()

    assert len(matched) > 150
    assert [] == sorted(selector for selector, found in matched.items() if not found and selector not in ELSEWHERE)


def test_the_script_names_selectors() -> None:
    """The search for them finds them in every form that they are written in."""
    assert {'a.fh-link, a[data-testid="stTopNavLink"], a[data-testid="stSidebarNavLink"]', ".js-plotly-plot"} <= set(
        in_script()
    )
    assert any("stSkipToContent" in selector and "stFileUploader" in selector for selector in in_script())
    assert Path(ROOT / "faheng/ui/style.css").is_file()
