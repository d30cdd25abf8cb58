"""复核 with two editors of one figure: the second is told who decided what, and keeps what was typed."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from drawn import opened as page_of
from drawn import served  # noqa: F401 (a fixture)
from intakes import one
from intakes import opened as report_of
from ledgers import BOTH, setting
from own_reports import text_of
from streamlit.testing.v1 import AppTest

from faheng.errors import LedgerUnavailable
from faheng.intake.decide import Editor
from faheng.intake.intake import Intake
from faheng.ledger.event import EventKind
from faheng.ledger.ledger import Ledger
from faheng.views import desk

# Sure of nothing: its numerals are damaged by years that grew into them.
DOUBTFUL = text_of("630102", 2023).replace("受理行政复议案件", "受理行政复议案件2022").replace("办结", "办结2022")


@pytest.fixture(params=BOTH)
def own(
    request: pytest.FixtureRequest, shipped_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Intake]:
    """A store in which one report waits for decisions."""
    store = shutil.copytree(shipped_folder, tmp_path / "store")
    request.getfixturevalue("served")  # which names another store
    with setting(request.param, request, monkeypatch):
        monkeypatch.setenv("FAHENG_STORE", str(store))
        monkeypatch.setenv("FAHENG_USER", "乙")
        opened = Intake.open(store)
        path = tmp_path / "report.txt"
        path.write_text(DOUBTFUL, encoding="utf-8")
        one(opened, path)
        yield opened
        opened.ledger.close()
        desk.intake_now().ledger.close()


def value(app: AppTest) -> str:
    return next(each for each in app.text_input if each.key.startswith("fh-figure-value-")).value


def button(app: AppTest, key: str) -> bool:
    return any(each.key == key for each in app.button)


def test_the_second_editor_is_told_and_keeps_what_was_typed(own: Intake) -> None:
    app = page_of("review")
    doubt = desk.queue_now().doubts[0]
    assert doubt.figure is not None
    ours, theirs = doubt.figure.now.value_text[-2:], doubt.figure.now.value_text[-1:]
    next(each for each in app.text_input if each.key.startswith("fh-figure-value-")).set_value(theirs).run()
    first = report_of(own, doubt.report.id)
    Editor(own, "甲").correct(first.state, doubt.figure, {"value": ours, "value_text": ours}, first.judge)

    app.button(key="fh-review-correct").click().run()

    assert [] == [*app.exception]
    (said,) = [each.value for each in app.warning]
    assert said.startswith("未记录：其间甲已更正 ")
    assert f"为 {ours}（" in said
    assert said.endswith("您填写的内容已保留，请查看后再定。")
    assert theirs == value(app)
    assert ours == own.state().report(doubt.report.id).decisions[doubt.figure.key].cells["value_text"]

    app.button(key="fh-review-correct").click().run()
    assert [] == [each.value for each in app.warning]
    assert theirs == own.state().report(doubt.report.id).decisions[doubt.figure.key].cells["value_text"]
    assert theirs != value(app)


def test_of_an_accepted_figure_that_was_rejected_meanwhile_both_ways_are_open(own: Intake) -> None:
    """It is shown again though the queue has it no more; later it is left alone."""
    app = page_of("review")
    doubt = desk.queue_now().doubts[0]
    assert doubt.figure is not None
    first = report_of(own, doubt.report.id)
    Editor(own, "甲").reject(first.state, [doubt.figure], first.sha256)

    app.button(key="fh-review-accept").click().run()

    assert ["未记录：其间甲已否决 "] == [each.value[:11] for each in app.warning]
    assert button(app, "fh-review-reject")
    app.button(key="fh-review-skip").click().run()
    assert EventKind.REJECTED is own.state().report(doubt.report.id).decisions[doubt.figure.key].kind


def test_a_decision_on_another_figure_of_the_report_stands_beside_ours(own: Intake) -> None:
    app = page_of("review")
    ours, theirs = [each.figure for each in desk.queue_now().doubts[:2]]
    assert ours is not None
    assert theirs is not None
    first = report_of(own, desk.queue_now().doubts[0].report.id)
    Editor(own, "甲").reject(first.state, [theirs], first.sha256)

    app.button(key="fh-review-reject").click().run()

    assert [] == [each.value for each in app.warning]
    assert {ours.key, theirs.key} <= set(own.state().report(first.id).decisions)


@pytest.mark.usefixtures("own")
def test_a_ledger_that_cannot_be_reached_is_one_sentence_and_then_it_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    app = page_of("review")
    with monkeypatch.context() as gone:

        def away(*_: object, **__: object) -> None:
            raise LedgerUnavailable("db", "server closed the connection", "try again")

        gone.setattr(Ledger, "events", away)
        app.run()
        assert ["暂时无法办理：无法读写核定记录"] == [each.value.partition("，")[0] for each in app.warning]
        assert [] == [*app.exception]
    app.run()
    assert [] == [each.value for each in app.warning]
    assert button(app, "fh-review-reject")
