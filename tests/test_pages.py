"""Every page opens in both languages and says what it must, or in one sentence why it cannot.

Read through Streamlit's AppTest: what the script draws, not what a browser shows of it (test_browser.py does that).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from faheng.paths import ROOT

PAGES = [path.stem for path in sorted((ROOT / "pages").glob("*.py"))]
KAIYUAN, CHENGDONG, SHENYANG, WANYUAN = "211282", "630102", "210100", "511781"
TUCHENGZI, YANTIAN, GUANGMING = "150525-tuchengzi", "440308", "440311"
REPORTS = ".".join([CHENGDONG, SHENYANG, TUCHENGZI, WANYUAN])
CJK = re.compile(r"[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]+")


@pytest.fixture(autouse=True)
def published(shipped_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The shipped data as the store; answers remembered from another store are forgotten."""
    at_store(shipped_folder, monkeypatch)
    yield
    forget()


def at_store(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Serve the pages from the store in the folder."""
    monkeypatch.setenv("FAHENG_STORE", str(folder))
    forget()


def forget() -> None:
    st.cache_data.clear()
    st.cache_resource.clear()


def opened(page: str = "overview", **address: str) -> AppTest:
    """The page as a reader sees it who has the dashboard open already: app.py has run once."""
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=30)
    for name, value in address.items():
        app.query_params[name] = value
    app.run()
    return app if page == "overview" else app.switch_page(f"pages/{page}.py").run()


def html(app: AppTest) -> list[str]:
    """Our own HTML on the page, without the shell of styles and script."""
    bodies = [element.proto.body for element in app.get("html")]
    return [body for body in bodies if "fh-shell" not in body]


def text(markup: str) -> str:
    """The words of some HTML, tags as spaces; what waits in attributes is not read."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", markup)).split())


def words_on(app: AppTest) -> str:
    """Everything that the page says: our HTML, notices, headings, labels and the figures."""
    said = [each.value for kind in ("warning", "info", "title", "subheader", "caption") for each in app.get(kind)]
    labels = [each.label for kind in ("selectbox", "multiselect", "checkbox", "slider") for each in app.get(kind)]
    return " ".join([*map(text, html(app)), *said, *labels, *figure_words(app)])


def figures(app: AppTest) -> list[dict]:
    return [json.loads(chart.proto.spec) for chart in app.get("plotly_chart")]


def figure_words(app: AppTest) -> list[str]:
    """The titles, notes and labels that are drawn."""
    found = []
    for figure in figures(app):
        layout = figure["layout"]
        found.append(layout.get("title", {}).get("text", ""))
        found += [note.get("text", "") for note in layout.get("annotations", [])]
        found += [str(label) for trace in figure["data"] for label in trace.get("text") or []]
    return [text(each) for each in found]


def table(app: AppTest) -> list[list[str]]:
    """The first table of the page, cells as words, without its head."""
    markup = next(body for body in html(app) if "<table" in body)
    lines = re.findall(r"<tr>(.*?)</tr>", markup, re.DOTALL)[1:]
    return [[text(cell) for cell in re.findall(r"<t[hd].*?</t[hd]>", line, re.DOTALL)] for line in lines]


def matrix(app: AppTest) -> dict[str, dict[str, str]]:
    """The matrix of the overview: indicator -> place -> what the cell says."""
    markup = next(body for body in html(app) if '<table class="fh-matrix">' in body)
    head, *lines = re.findall(r"<tr>(.*?)</tr>", markup, re.DOTALL)
    places = [text(cell) for cell in re.findall(r"<th.*?</th>", head, re.DOTALL)][1:]
    rows = [[text(cell) for cell in re.findall(r"<t[hd].*?</t[hd]>", line, re.DOTALL)] for line in lines]
    return {name: dict(zip(places, cells, strict=True)) for name, *cells in rows}


def cards(app: AppTest) -> list[str]:
    """The words of the three headline cards."""
    markup = next(body for body in html(app) if "fh-cards" in body)
    return [text(card) for card in markup.split("<section")[1:]]


# ---- every page opens


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


# What English pages quote or name as it is: the switch's own name, phrases, sources.
CHINESE_BY_NATURE = re.compile(r"^中文$")


@pytest.mark.parametrize("page", ["overview", "trends"])
def test_an_english_page_speaks_english(page):
    """No Chinese beside the name of the other language; phrases of reports stand on other pages."""
    for place in (CHENGDONG, YANTIAN, TUCHENGZI):
        said = CJK.findall(words_on(opened(page, lang="en", place=place)))

        assert [] == [each for each in said if not CHINESE_BY_NATURE.match(each)]


@pytest.mark.parametrize(("page", "quoted"), [("compare", ()), ("evidence", ("Phrase",)), ("methods", ("Source",))])
def test_an_english_page_quotes_in_its_columns_only(page, quoted):
    """Phrases and titles of sources stay as they are printed; all the rest is English."""
    app = opened(page, lang="en", place=KAIYUAN)
    markup = [without_columns(body, quoted) for body in html(app)]
    said = [each for body in markup for each in CJK.findall(text(body))]

    assert [] == [each for each in said if not CHINESE_BY_NATURE.match(each)]


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
