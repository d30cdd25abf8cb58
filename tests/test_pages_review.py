"""复核: whether a report is another form or another edition of one that is there is answered by one key."""

from __future__ import annotations

from pathlib import Path

import pytest
from drawn import html, opened, served, text  # noqa: F401 (a fixture)
from intakes import one
from own_reports import text_file, text_of, word_file
from streamlit.testing.v1 import AppTest

from faheng.intake.intake import Intake
from faheng.intake.state import ReportState


@pytest.fixture
def store(served: None, shipped_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Intake:  # noqa: ARG001, F811
    """A store in which a report of 城东区 was imported."""
    folder = tmp_path / "store"
    folder.mkdir()
    for path in shipped_folder.iterdir():
        (folder / path.name).symlink_to(path)
    monkeypatch.delenv("FAHENG_LEDGER", raising=False)
    monkeypatch.setenv("FAHENG_STORE", str(folder))
    made = Intake.open(folder)
    one(made, text_file(tmp_path, year=2018))
    return made


def corrected(folder: Path) -> Path:
    """The report with another number of cases that were closed."""
    whole = text_of("630102", 2018)
    number = whole.split("办结")[1].split("件")[0]
    path = folder / "corrected.txt"
    path.write_text(whole.replace(f"办结{number}件", f"办结{int(number) - 1}件"), encoding="utf-8")
    return path


def asked(button: str) -> AppTest:
    """The page after a click on the button; nothing waits any more."""
    app = opened("review")
    after = next(each for each in app.button if each.key == f"fh-review-{button}").click().run(timeout=30)
    assert "没有待复核的内容。" in " ".join(map(text, html(after)))
    return after


def states(store: Intake, *names: str) -> list[ReportState]:
    return [store.state().report(each) for each in names]


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        (
            "政务服务事项网上可办率100%，全程网办率87.5%。",
            "按现状不能发布 ：本报告另有“网上可办率100%”，而“政务服务网办率”",
        ),
        ("全年收到行政复议申请20222023185件。", "数字疑有残损 ：原文印作“20222023185”，暂读作 185，请对照原件"),
        ("全年召开会议集中学法12次。", "表述不够确定 ：名称前的词限定了范围"),
    ],
)
def test_a_doubt_says_what_it_rests_on(store: Intake, tmp_path: Path, sentence: str, said: str) -> None:
    """And what to do, where accepting alone is not enough."""
    path = tmp_path / "doubtful.txt"
    path.write_text(f"万源市2019年法治政府建设年度报告\n一、2019年工作情况\n{sentence}\n", encoding="utf-8")
    one(store, path)

    assert said in " ".join(map(text, html(opened("review"))))


@pytest.mark.parametrize(("button", "counts"), [("once", False), ("too", True)])
def test_another_format(store: Intake, tmp_path: Path, button: str, counts: bool) -> None:
    name = one(store, word_file(tmp_path, year=2018))

    app = asked(button)
    assert [counts] == [each.counts for each in states(store, name)]
    next(each for each in app.button if each.key and each.key.startswith("fh-undo-button")).click().run(timeout=30)
    assert [False] == [each.counts for each in states(store, name)]


@pytest.mark.parametrize(
    ("button", "counts"), [("newer", (False, True)), ("earlier", (True, False)), ("too", (True, True))]
)
def test_another_edition(store: Intake, tmp_path: Path, button: str, counts: tuple[bool, bool]) -> None:
    """What the two say differently stands there; the earlier one is withdrawn where the new one is taken."""
    (earlier,) = store.state().reports
    name = one(store, corrected(tmp_path))
    said = " ".join(map(text, html(opened("review"))))
    assert "report-630102-2018-0.txt" in said
    assert "审结行政复议案件 137 136" in said

    asked(button)
    assert list(counts) == [each.counts for each in states(store, earlier, name)]


def test_the_edition_that_was_taken_is_given_back_by_one_undo(store: Intake, tmp_path: Path) -> None:
    """Both decisions go with it: that the new one counts, and that the other does not."""
    (earlier,) = store.state().reports
    name = one(store, corrected(tmp_path))

    asked("newer").button(key="fh-review-undo").click().run(timeout=30)

    assert [True, True] == [each.counts for each in states(store, earlier, name)]
    assert opened("review").button(key="fh-review-newer")
