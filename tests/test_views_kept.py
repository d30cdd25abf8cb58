"""faheng.views.kept: answers are remembered as long as they fit, and the server's memory with them."""

from __future__ import annotations

import gc
import tomllib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from sys import getsizeof
from threading import Barrier, Event
from time import monotonic, sleep
from weakref import ref

import pandas as pd
import plotly.graph_objects as go
import pytest

from faheng.charts.look import Look
from faheng.charts.shown import ChartFrame
from faheng.paths import ROOT
from faheng.store import read
from faheng.store.read import Reader, Snapshot
from faheng.store.snapshots import point
from faheng.ui.drawn import framed_picture
from faheng.views import cached
from faheng.views.chart import ChartView
from faheng.views.kept import Kept, weigh

KB = 1024


@dataclass(frozen=True, slots=True)
class Held:
    """What an answer is made of."""

    text: str
    more: tuple[str, ...] = ()


def text(size: int, sign: str = "x") -> str:
    """A text of so many bytes that no other answer shares."""
    return sign * size


def closing_over(held: str) -> Callable[[], str]:
    """A function that keeps the text alive."""
    return lambda: held


@pytest.mark.parametrize(
    ("answer", "least", "most"),
    [
        (text(100 * KB), 100 * KB, 101 * KB),
        (Held(text(50 * KB), (text(50 * KB, "y"),)), 100 * KB, 101 * KB),
        ([text(10 * KB)] * 50, 10 * KB, 12 * KB),
        (pd.DataFrame({"a": pd.array([text(KB, chr(97 + n)) for n in range(26)], dtype=object)}), 26 * KB, 60 * KB),
        (partial(print, text(30 * KB)), 30 * KB, 31 * KB),
        (closing_over(text(20 * KB)), 20 * KB, 21 * KB),
        (pd.DataFrame, 0, KB),
    ],
    ids=["text", "record", "one text fifty times", "table", "partial", "closure", "class"],
)
def test_an_answer_weighs_what_it_alone_points_to(answer: object, least: int, most: int) -> None:
    assert least <= weigh(answer) <= most


@pytest.mark.parametrize("shared", [0, 3 * KB], ids=["each its own", "and a text of all"])
def test_a_long_row_weighs_what_its_things_weigh(shared: int) -> None:
    """Some stand for all: of a thousand records within a tenth of the exact weight, also where they share a text."""
    common = text(shared, "s")
    row = tuple(Held(text(100 + n % 50, chr(97 + n % 26)) + str(n), (common,)) for n in range(1000))
    exact = (
        getsizeof(row)
        + getsizeof(common)
        + sum(getsizeof(each) + getsizeof(each.text) + getsizeof(each.more) for each in row)
    )

    assert 0.9 * exact <= weigh(row) <= 1.1 * exact
    assert weigh(row) == pytest.approx(weigh(list(row)), rel=0.01)


def test_what_is_kept_is_known() -> None:
    kept = Kept(KB)
    kept.get("a", int)

    assert ("a" in kept, "b" in kept) == (True, False)


def test_what_was_used_longest_ago_makes_room() -> None:
    """Of answers of 100 KB three fit into 350; the one asked for again stays."""
    kept = Kept(350 * KB)
    made: list[str] = []

    def make(name: str) -> str:
        made.append(name)
        return text(100 * KB, name)

    for name in ("a", "b", "c", "a", "d", "a", "b"):
        kept.get(name, partial(make, name))

    assert ["a", "b", "c", "d", "b"] == made
    assert 3 == len(kept)
    assert 300 * KB <= kept.bytes <= 350 * KB


def test_an_answer_that_does_not_fit_is_given_and_not_kept() -> None:
    kept = Kept(10 * KB)

    assert [20 * KB] * 2 == [len(kept.get("a", partial(text, 20 * KB))) for _ in range(2)]
    assert (0, 0) == (len(kept), kept.bytes)


def test_an_answer_that_grows_is_weighed_again() -> None:
    """A chart is drawn after it was made, and keeps its figure."""
    kept = Kept(1000 * KB)
    growing: list[str] = kept.get("a", list)
    growing.append(text(500 * KB))
    kept.get("b", partial(text, KB))

    assert kept.bytes > 500 * KB


def test_nothing_is_an_answer_too() -> None:
    """None is made once like any other."""
    kept, made = Kept(KB), []

    assert [None, None] == [kept.get("a", partial(made.append, 1)) for _ in range(2)]
    assert [1] == made


def test_many_threads_get_their_own_answers_within_the_bound() -> None:
    kept = Kept(200 * KB)

    def ask(n: int) -> bool:
        return kept.get(n % 17, partial(text, 20 * KB, chr(97 + n % 17))) == text(20 * KB, chr(97 + n % 17))

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(ask, range(400)))
    assert kept.bytes <= 200 * KB
    assert kept.bytes == sum(weight for _, weight in kept._answers.values())


def test_what_many_ask_for_at_once_is_made_once() -> None:
    """As all readers do after a publish; they wait for the first."""
    kept, made, begun = Kept(KB), [], Barrier(8)

    def slowly() -> int:
        made.append(1)
        sleep(0.1)
        return 7

    def ask(_: int) -> int:
        begun.wait()
        return kept.get("a", slowly)

    with ThreadPoolExecutor(8) as pool:
        assert [7] * 8 == list(pool.map(ask, range(8)))
    assert [1] == made


def test_who_waits_for_an_answer_that_fails_makes_it_oneself() -> None:
    kept, begun = Kept(KB), Barrier(2)

    def fails() -> int:
        begun.wait()
        sleep(0.1)
        raise ValueError

    with ThreadPoolExecutor(2) as pool:
        first = pool.submit(kept.get, "a", fails)
        begun.wait()
        assert 7 == pool.submit(kept.get, "a", lambda: 7).result()
        assert isinstance(first.exception(), ValueError)


def test_what_does_not_hold_any_more_is_given_and_not_kept() -> None:
    kept = Kept(KB)

    assert [1, 2] == [kept.get("a", lambda n=n: n, lambda: False) for n in (1, 2)]  # type: ignore[misc]
    assert 0 == len(kept)


def test_a_view_is_made_once_for_all_and_anew_for_a_new_snapshot(
    shipped_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The snapshot is a part of the key: nobody sees what another one said."""
    folder = tmp_path / "store"
    folder.mkdir()
    for n in (1, 2):
        (folder / f"faheng-{n}.duckdb").write_bytes((shipped_folder / "faheng-1.duckdb").read_bytes())
    monkeypatch.setenv("FAHENG_STORE", str(folder))
    made: list[int] = []

    for number in (1, 1, 2, 2):
        point(folder, folder / f"faheng-{number}.duckdb", backwards=True)
        cached.remember(lambda: made.append(1), "a view of this test")

    assert [1, 1] == made


def test_a_reader_sees_at_once_that_the_pointer_is_another(shipped_folder: Path, tmp_path: Path) -> None:
    """It looks which file the pointer is, not into it: back and forth, it always reads what is published."""
    for n in (1, 2):
        (tmp_path / f"faheng-{n}.duckdb").write_bytes((shipped_folder / "faheng-1.duckdb").read_bytes())
    reader = Reader(tmp_path)
    seen = []
    for number in (1, 2, 1, 2, 2, 1):
        point(tmp_path, tmp_path / f"faheng-{number}.duckdb", backwards=True)
        seen.append(reader.snapshot().path.name)

    assert [f"faheng-{n}.duckdb" for n in (1, 2, 1, 2, 2, 1)] == seen


def test_nobody_waits_for_a_snapshot_that_opens_slowly(
    shipped_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who sees it first reads on from the one before, as all others do; when it is open it is read."""
    for n in (1, 2):
        (tmp_path / f"faheng-{n}.duckdb").write_bytes((shipped_folder / "faheng-1.duckdb").read_bytes())
    point(tmp_path, tmp_path / "faheng-1.duckdb", backwards=True)
    reader, goes_on = Reader(tmp_path), Event()
    reader.snapshot()

    def slowly(path: Path) -> Snapshot:
        goes_on.wait(20)
        return Snapshot(path)

    monkeypatch.setattr(read, "Snapshot", slowly)
    monkeypatch.setattr(read, "PATIENCE", 0.02)
    point(tmp_path, tmp_path / "faheng-2.duckdb", backwards=True)
    before = [reader.snapshot().path.name for _ in range(3)]
    goes_on.set()
    end = monotonic() + 20
    while reader.snapshot().path.name in before and monotonic() < end:
        sleep(0.01)

    assert ["faheng-1.duckdb"] * 3 == before
    assert "faheng-2.duckdb" == reader.snapshot().path.name


def test_no_search_for_garbage_follows_each_run_of_a_page() -> None:
    """Streamlit's own took four fifths of the time of a busy server; Python searches by itself."""
    settings = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))

    assert settings["runner"]["postScriptGC"] is False


def test_a_picture_goes_with_its_view() -> None:
    """It is drawn once while the view is kept, and holds no view that was let go."""
    drawn = []

    def paint(frame: ChartFrame, look: Look) -> go.Figure:
        drawn.append((frame, look))
        return go.Figure()

    view = ChartView(ChartFrame("题", "", ""), paint, pd.DataFrame, "")
    gone = ref(view)

    assert framed_picture(view) == framed_picture(view)
    assert 1 == len(drawn)
    del view
    gc.collect()
    assert gone() is None
