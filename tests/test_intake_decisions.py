"""faheng.intake.decide and review: decisions stand, can be undone, follow their figures and never get lost."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from conftest import documents_dataset, small_dataset
from intakes import one, opened, values
from objects import IN_BOTH
from own_reports import text_file, text_of

from faheng.errors import CannotDecide, Overtaken
from faheng.intake import publish as publishing
from faheng.intake.decide import Editor
from faheng.intake.intake import Intake
from faheng.intake.publish import publish
from faheng.intake.review import Desk
from faheng.model import PeriodKind, Status
from faheng.model.doubt import Reason
from faheng.store.read import Snapshot


@IN_BOTH
def test_correct_reject_add_and_undo(intake: Intake, tmp_path: Path) -> None:
    """Each is seen in the next snapshot; an undo after a publish too."""
    name = one(intake, text_file(tmp_path))
    editor = Editor(intake, "李四")
    report = opened(intake, name)
    by_indicator = {each.now.indicator_id: each for each in report.figures.every}
    accepted, closed = by_indicator["reconsideration_accepted"], by_indicator["reconsideration_concluded"]

    editor.correct(report.state, accepted, {"bound": "at_least"}, report.judge, "以上")
    report = opened(intake, name)
    editor.reject(report.state, [closed], report.sha256)
    report = opened(intake, name)
    added = {**_cells(closed.now), "indicator": "reconsideration_corrected"}
    position = editor.add(report.state, added, report.judge)
    snapshot = publish(intake.folder, "李四").snapshot

    held = values(snapshot, name)
    assert ("reconsideration_concluded", "") not in held
    assert (float(closed.now.value), "accepted") == held["reconsideration_corrected", ""]
    reviews = (
        Snapshot(snapshot)._connection.execute("select decision, reviewer, reason from review order by id").fetchall()
    )
    assert [("corrected", "李四", "以上"), ("rejected", "李四", ""), ("added", "李四", "")] == reviews

    editor.undo([position, position - 1])
    held = values(publish(intake.folder, "李四").snapshot, name)
    assert ("reconsideration_corrected", "") not in held
    assert ("reconsideration_concluded", "") in held
    # An undo can be undone.
    editor.undo([each.number for each in intake.ledger.events() if each.kind == "undone"])
    assert [Status.REJECTED] == [
        each.now.status for each in opened(intake, name).figures.every if each.key == closed.key
    ]


def _cells(observation: object) -> dict[str, str]:
    from faheng.data.cells import observation_cells  # noqa: PLC0415 (used here alone)

    return observation_cells(observation)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"value": "101"}, "101 is not the printed"),
        ({"indicator": "no_such"}, "unknown 'no_such'"),
        ({"period_end": "2023-13-01"}, "is not a day"),
        ({"scope": "nowhere"}, "unknown 'nowhere'"),
        ({"start": "99999", "end": "100020"}, "apart|behind the text"),
    ],
)
@IN_BOTH
def test_a_correction_that_data_would_refuse_is_refused(
    intake: Intake, tmp_path: Path, cells: dict[str, str], said: str
) -> None:
    report = opened(intake, one(intake, text_file(tmp_path)))

    with pytest.raises(CannotDecide, match=said):
        Editor(intake, "李四").correct(report.state, report.figures.every[0], cells, report.judge)

    assert 1 == intake.ledger.position


@IN_BOTH
def test_of_two_editors_the_slower_one_is_told(intake: Intake, tmp_path: Path) -> None:
    name = one(intake, text_file(tmp_path))
    seen = opened(intake, name)
    figure = seen.figures.every[0]
    Editor(intake, "甲").reject(seen.state, [figure], seen.sha256)

    with pytest.raises(Overtaken):
        Editor(intake, "乙").accept(seen.state, [figure], seen.sha256)


@IN_BOTH
def test_a_report_without_a_place_waits_until_somebody_says_it(intake: Intake, tmp_path: Path) -> None:
    """Its figures are read again as those of the place and period that were settled; decisions go on."""
    path = tmp_path / "report.txt"
    path.write_text(
        text_of("630102", 2023).replace("城东区", "本地").replace("2023年", "").replace("2024年3月2日", ""), "utf-8"
    )
    name = one(intake, path)
    assert {"locality_code", "period_start"} <= set(intake.state().report(name).missing)
    assert [Reason.UNSETTLED] == [each.reason for each in Desk.of(intake).queue()]
    assert {} == values(publish(intake.folder, "甲").snapshot, name)

    editor = Editor(intake, "甲")
    year = {"period_start": "2021-01-01", "period_end": "2021-12-31", "period_basis": "stated", "kind": "annual_report"}
    editor.settle(intake.state().report(name), {"locality_code": "511781", **year})
    report = opened(intake, name)
    figure = report.figures.every[0]
    editor.reject(report.state, [figure], report.sha256)
    editor.settle(intake.state().report(name), {"period_start": "2022-01-01", "period_end": "2022-12-31"})

    report = opened(intake, name)
    assert {(PeriodKind.YEAR, 2022, "511781")} == {
        (each.now.period_kind, each.now.period_end.year, each.now.locality_code)
        for each in report.figures.every if each.now.period_end
    }  # fmt: skip
    assert figure.key not in {each.key for each in report.figures.every}
    assert [Status.REJECTED] == [each.now.status for each in report.figures.every if each.decision]
    assert () == report.figures.orphaned


@IN_BOTH
def test_a_decision_whose_figure_is_gone_waits_as_orphaned(intake: Intake, tmp_path: Path) -> None:
    name = one(intake, text_file(tmp_path))
    report = opened(intake, name)
    figure = report.figures.every[0]
    gone = replace(figure, before=replace(figure.now, evidence=replace(figure.now.evidence, span=None)), key="f" * 16)
    Editor(intake, "甲").reject(report.state, [gone], report.sha256)

    orphaned = [each for each in Desk.of(intake).queue() if each.reason is Reason.ORPHANED]

    assert ["f" * 16] == [each.key for each in orphaned]
    assert figure.key in {each.key for each in opened(intake, name).figures.every}


@IN_BOTH
def test_a_correction_of_a_shipped_figure_expires_with_its_document(
    intake: Intake, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = opened(intake, "wanyuan-2022")
    figure = next(each for each in report.figures.every if each.now.indicator_id == "mediation_success_rate")
    Editor(intake, "甲").reject(report.state, [figure], report.sha256)
    key = (figure.now.indicator_id, figure.now.scope)

    assert key not in values(publish(intake.folder, "甲").snapshot, "wanyuan-2022")

    data = small_dataset()
    reports = [replace(each, sha256="0" * 64) if each.id == "wanyuan-2022" else each for each in data.reports]
    changed = replace(data, reports=tuple(reports))
    monkeypatch.setattr(publishing, "validated", lambda *_: changed)
    # The files are as they were, so that nothing but this says that all has to be made anew.
    assert key in values(publish(intake.folder, "甲", whole=True).snapshot, "wanyuan-2022")


@IN_BOTH
def test_what_is_shipped_passes_through_the_review_unchanged(intake: Intake) -> None:
    """A decision on one figure leaves every other figure of its report as data/ has it."""
    shipped = {each.id: each for each in documents_dataset().observations if each.report_id == "wanyuan-2022"}

    assert shipped == {each.key: each.now for each in opened(intake, "wanyuan-2022").figures.every}


@IN_BOTH
def test_a_withdrawn_report_leaves_the_store_and_comes_back(intake: Intake, tmp_path: Path) -> None:
    name = one(intake, text_file(tmp_path))
    editor = Editor(intake, "甲")
    editor.withdraw(intake.state().report(name))
    assert {} == values(publish(intake.folder, "甲").snapshot, name)

    editor.restore(intake.state().report(name))
    assert {} != values(publish(intake.folder, "甲").snapshot, name)


@IN_BOTH
def test_confidence_of_a_decided_figure_is_one(intake: Intake, tmp_path: Path) -> None:
    report = opened(intake, one(intake, text_file(tmp_path)))
    figure = report.figures.every[0]
    assert figure.now.confidence < 1

    Editor(intake, "甲").accept(report.state, [figure], report.sha256)

    assert Decimal(1) == opened(intake, report.id).figures.every[0].now.confidence
