"""What pages of many sessions share is told to each as if it were alone: another place, language, look or snapshot."""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from drawn import (
    CHENGDONG,
    YANTIAN,
    figures,
    html,
    opened,
    served,  # noqa: F401 (a fixture)
    words_on,
)

from faheng.charts.look import DARK, LIGHT, Look
from faheng.paths import ROOT
from faheng.store.snapshots import point
from faheng.ui import downloads
from faheng.views import cached
from faheng.views.kept import Kept

pytestmark = pytest.mark.usefixtures("served")
PAGES = ("overview", "compare", "profile", "trends", "checks")
RATE, OTHER = "court_appearance_rate", "admin_litigation_cases"
Draw = Callable[["Reader"], list[str]]


@dataclass(frozen=True)
class Reader:
    """What one reader looks at, and what that must not be taken for."""

    page: str
    snapshot: int = 1
    look: Look = LIGHT
    address: dict[str, str] = field(default_factory=lambda: {"place": CHENGDONG, "show": RATE})

    def at(self, **address: str) -> Reader:
        """The same at another address."""
        return replace(self, address={**self.address, **address})


def readers(page: str) -> list[Reader]:
    """One, and others that differ from it in one thing each."""
    one = Reader(page)
    return [
        one, one.at(place=YANTIAN), one.at(lang="en"), replace(one, look=DARK), replace(one, snapshot=2),
        one.at(show=OTHER), one.at(comparable="1"), one.at(years="2020"),
    ]  # fmt: skip


@pytest.fixture
def draw(
    served: None,  # noqa: F811, ARG001
    shipped_folder: Path,
    documents_folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Draw:
    """What a reader is shown, of a store that has two snapshots with other reports."""
    folder = tmp_path / "store"
    folder.mkdir()
    for number, source in enumerate((shipped_folder, documents_folder), 1):
        shutil.copyfile(source / "faheng-1.duckdb", folder / f"faheng-{number}.duckdb")
    monkeypatch.setenv("FAHENG_STORE", str(folder))

    def drawn(reader: Reader) -> list[str]:
        point(folder, folder / f"faheng-{reader.snapshot}.duckdb", backwards=True)
        monkeypatch.setattr(downloads, "screen_look", lambda: reader.look)
        app = opened(reader.page, **reader.address)
        assert not app.exception
        return [*html(app), *map(str, figures(app)), words_on(app)]

    return drawn


def forget(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is remembered of what anybody asked."""
    for name in ("_answers", "_views"):
        monkeypatch.setattr(cached, name, Kept(64 * 2**20))


@pytest.mark.parametrize("page", PAGES)
def test_everybody_is_shown_what_one_alone_would_be(page: str, draw: Draw, monkeypatch: pytest.MonkeyPatch) -> None:
    """Readers who differ in one thing each, one after the other, against each of them with nothing remembered."""
    every, alone = readers(page), {}
    for number, each in enumerate(every):
        forget(monkeypatch)
        alone[number] = draw(each)
    assert len({str(each) for each in alone.values()}) > len(every) // 2

    forget(monkeypatch)
    turns = [*range(len(every))]
    random.Random(20261130).shuffle(turns)  # noqa: S311 (no secret)
    for number in (*turns, *turns[:2]):
        assert draw(every[number]) == alone[number], every[number]


def test_what_somebody_may_do_is_never_remembered_for_others() -> None:
    """No module that knows of rights and roles takes anything from what is remembered of pages."""
    knowing = [
        path
        for path in (*(ROOT / "faheng/ui").glob("*.py"), *(ROOT / "pages").glob("*.py"))
        if re.search(r"faheng\.ui\.(rights|roles)\b", path.read_text("utf-8"))
    ]

    assert len(knowing) > 5
    assert [] == [path.name for path in knowing if re.search(r"\bremember\b", path.read_text("utf-8"))]
