"""The pages through Streamlit's AppTest: what the script draws, not what a browser shows of it."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path

import pytest
from streamlit.runtime.pages_manager import PagesManager
from streamlit.testing.v1 import AppTest

from faheng.paths import ROOT

PAGES = [path.stem for path in sorted((ROOT / "pages").glob("*.py"))]
KAIYUAN, CHENGDONG, SHENYANG, WANYUAN = "211282", "630102", "210100", "511781"
TUCHENGZI, YANTIAN, GUANGMING = "150525206", "440308", "440311"


@pytest.fixture
def served(shipped_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages as a server runs them that has run app.py once, on the shipped data; answers may outlive a test.

    AppTest forgets before each run that app.py names the pages, and would run a page's file alone.
    """
    monkeypatch.setenv("FAHENG_STORE", str(shipped_folder))
    begin = PagesManager.__init__

    def begun(self: PagesManager, *arguments: object, **named: object) -> None:
        begin(self, *arguments, **named)
        PagesManager.uses_pages_directory = False

    monkeypatch.setattr(PagesManager, "__init__", begun)


def opened(page: str = "overview", /, **address: str) -> AppTest:
    """The page at this address, opened by its link; the address may name anything, a page too."""
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=30)
    for name, value in address.items():
        app.query_params[name] = value
    return app.switch_page(f"pages/{page}.py").run()


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


def table(app: AppTest) -> list[dict[str, str]]:
    """The first table of the page: column -> what the cell says."""
    return grid(next(body for body in html(app) if "<table" in body))


def grid(markup: str) -> list[dict[str, str]]:
    """A table's rows as words, by the words of its head."""
    head, *lines = (
        [text(cell) for cell in re.findall(r"<t[hd].*?</t[hd]>", line)] for line in markup.split("<tr>")[1:]
    )
    return [dict(zip(head, line, strict=True)) for line in lines]


def matrix(app: AppTest) -> dict[str, dict[str, str]]:
    """The matrix of the overview: indicator -> place -> what the cell says."""
    rows = grid(next(body for body in html(app) if '<table class="fh-matrix">' in body))
    return {next(iter(row.values())): dict(list(row.items())[1:]) for row in rows}


def cards(app: AppTest) -> list[str]:
    """The words of the three headline cards."""
    markup = next(body for body in html(app) if "fh-cards" in body)
    return [text(card) for card in markup.split("<section")[1:]]
