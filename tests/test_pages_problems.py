"""What a page says when it cannot show what was asked: one clear sentence with the way out, never a traceback."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest
from drawn import (
    CHENGDONG,
    GUANGMING,
    KAIYUAN,
    PAGES,
    YANTIAN,
    figures,
    html,
    opened,
    served,  # noqa: F401 (a fixture)
    table,
    words_on,
)

from faheng.checks.registry import CHECKS
from faheng.data.read import read_dataset
from faheng.paths import ROOT
from faheng.store.snapshots import POINTER, SCHEMA_VERSION
from faheng.store.write import build_store

pytestmark = pytest.mark.usefixtures("served")


# ---- the address


@pytest.mark.parametrize(
    ("page", "address", "told"),
    [
        ("overview", {"place": "999999"}, "网址中的“999999”不在数据库中，已略去。请在上方重新选择。"),
        ("compare", {"place": KAIYUAN, "with": f"{CHENGDONG}.1"}, "“1”"),
        ("compare", {"show": "no_such_rate", "years": "1900", "level": "galaxy"}, "“galaxy”、“no_such_rate”、“1900”"),
        (
            "trends",
            {"place": "<script>alert(1)</script>", "lang": "en"},
            'The address names "<script>alert(1)</script>"',
        ),
        ("methods", {"lang": "fr"}, "“fr”"),
        ("evidence", {"obs": "no-such-observation"}, "no-such-observation"),
    ],
)
def test_an_unknown_name_in_the_address(page, address, told):
    """It is left out and named; the rest of the page is drawn."""
    app = opened(page, **address)

    assert ([], 1) == ([*app.exception], len(app.warning))
    assert told in app.warning[0].value
    assert len(words_on(app)) > 200


@pytest.mark.parametrize(("strange", "told"), [("n", "“n0=x”、“n1=x”"), ("\u202e" * 50, "“\\\\u202e")])
def test_an_address_of_hundreds_of_strange_names(strange, told):
    """The first of them are named, the others counted, and the way out still stands at the end of the notice."""
    app = opened("checks", **{f"{strange}{number}": "x" for number in range(900)})

    assert told in app.warning[0].value
    assert app.warning[0].value.endswith("略去。另有 892 处同样略去。请在上方重新选择。")


@pytest.mark.parametrize("page", ["overview", "compare", "trends"])
def test_no_place_is_an_example(page):
    """Where nothing is chosen, the page shows a place and says that it is an example."""
    chinese, english = opened(page), opened(page, lang="en")

    assert "尚未选择本地，暂以云南省为例；请在上方选择。" in words_on(chinese)
    assert "No place is chosen yet; Yunnan is shown as an example." in words_on(english)
    assert [] == [*chinese.warning, *english.warning]


def test_a_place_with_no_report_says_so():
    """A locality of the list of which no report is held: words in its cells, no figure made up."""
    app = opened(place="120000")

    assert [] == [*app.exception]
    assert "未收录报告" in words_on(app)


# ---- nothing found


@pytest.mark.parametrize(
    ("page", "address", "told"),
    [
        ("compare", {"place": YANTIAN, "with": GUANGMING, "show": "penalties"}, "没有行政处罚信息的数（未核读）"),
        ("trends", {"place": YANTIAN, "show": "penalties"}, "没有行政处罚信息的数"),
        ("trends", {"place": KAIYUAN, "show": "congress_proposals", "years": "2014-2015"}, "年"),
        ("trends", {"place": KAIYUAN, "show": "court_appearance_rate", "comparable": "1"}, "均不能直接比较"),
    ],
)
def test_an_empty_answer_is_a_sentence(page, address, told):
    """With what else to try; never an empty chart."""
    app = opened(page, **address)

    assert ([], []) == ([*app.exception], figures(app))
    assert any(told in each.value for each in app.info)


def test_a_search_without_a_hit_is_a_sentence():
    app = opened("evidence")
    assert 30 == len(table(app))

    app.text_input(key="fh-evidence-search").set_value("没有这样的词").run()

    assert [] == [body for body in html(app) if "<table" in body]
    assert "没有这样的词" in app.info[0].value


@pytest.mark.parametrize(("asked", "found"), [("ctys", "出庭应诉"), ("调解成功率", "98%"), ("  72.7 ", "72.7%")])
def test_a_search_finds(asked, found):
    """By pinyin initials, by the name, by what stands in the phrase."""
    app = opened("evidence")
    app.text_input(key="fh-evidence-search").set_value(asked).run()

    assert found in str(table(app))


# ---- the store


def truncated(folder: Path) -> None:
    file = folder / "faheng-1.duckdb"
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 3])


def no_database(folder: Path) -> None:
    (folder / "faheng-1.duckdb").write_text("not a database", encoding="utf-8")


def pointing_nowhere(folder: Path) -> None:
    (folder / POINTER).write_text("faheng-99.duckdb\n", encoding="utf-8")


def pointing_outside(folder: Path) -> None:
    (folder / POINTER).write_text("../../etc/passwd\n", encoding="utf-8")


def garbage_for_a_pointer(folder: Path) -> None:
    (folder / POINTER).write_bytes(b"\xff\xfe\x00garbage")


def older(folder: Path) -> None:
    at_schema(folder, SCHEMA_VERSION - 1)


def newer(folder: Path) -> None:
    at_schema(folder, SCHEMA_VERSION + 1)


def at_schema(folder: Path, version: int) -> None:
    with duckdb.connect(folder / "faheng-1.duckdb") as connection:
        connection.execute("update snapshot set schema_version = $version", {"version": version})


def missing(folder: Path) -> None:
    shutil.rmtree(folder)


DAMAGED, TOO_NEW, MISSING = "数据文件已损坏", "数据由更新版本的法衡生成", "尚无数据"


@pytest.fixture
def spoilt(shipped_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the store that a test may spoil."""
    folder = tmp_path / "store"
    shutil.copytree(shipped_folder, folder)
    monkeypatch.setenv("FAHENG_STORE", str(folder))
    return folder


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (missing, MISSING),
        (truncated, DAMAGED),
        (no_database, DAMAGED),
        (pointing_nowhere, DAMAGED),
        (pointing_outside, DAMAGED),
        (garbage_for_a_pointer, DAMAGED),
        (older, DAMAGED),
        (newer, TOO_NEW),
    ],
)
def test_a_store_that_cannot_be_read(spoilt: Path, spoil: Callable[[Path], None], told: str):
    """One warning on every page, in the reader's language, and nothing else."""
    spoil(spoilt)

    for page in PAGES:
        app = opened(page)
        assert ([], 1) == ([*app.exception], len(app.warning))
        assert app.warning[0].value.startswith(told)
    assert opened(lang="en").warning[0].value.startswith(("There is no data", "The data"))


def test_a_store_put_right_is_read_at_once(spoilt: Path):
    """The reader need not restart anything: building again is the way out that the sentence names."""
    truncated(spoilt)
    app = opened()
    assert 1 == len(app.warning)

    build_store(read_dataset(ROOT / "data", CHECKS), spoilt)
    app.run()

    assert [] == [*app.warning, *app.exception]


def test_an_empty_store_says_what_to_add(spoilt: Path, data: Path):
    """No report at all: a sentence with the way out on the pages that show figures."""
    for folder in ("reports", "observations", "published", "findings"):
        for file in (data / folder).iterdir():
            file.unlink()
    build_store(read_dataset(data, CHECKS), spoilt)

    for page in ("overview", "compare", "trends"):
        app = opened(page)
        assert ([], []) == ([*app.exception], [*app.warning])
        assert "faheng build" in app.info[0].value


def test_a_deep_link_to_a_new_server(monkeypatch: pytest.MonkeyPatch):
    """Streamlit runs the page's file alone before app.py has run once: the page asks to be loaded again."""
    monkeypatch.undo()

    for page in PAGES:
        if page != "overview":
            assert ["<script>location.reload()</script>"] == html(opened(page))
