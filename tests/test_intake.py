"""faheng.intake: from files to figures in the store, with every decision of a person; nothing is published twice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from conftest import documents_dataset, few_places
from own_reports import text_file, text_of, word_file, zip_file

from faheng.data.read import Dataset
from faheng.errors import CannotDecide, Overtaken
from faheng.intake import publish as publishing
from faheng.intake.decide import Editor
from faheng.intake.history import decisions, show_again, versions
from faheng.intake.imports import Imported, ImportPlan, Refused, Result, import_files
from faheng.intake.intake import Intake
from faheng.intake.publish import preview, publish
from faheng.intake.review import Desk, OpenReport
from faheng.model import PeriodKind, Status
from faheng.model.doubt import Reason
from faheng.store.read import Snapshot

WHO = ImportPlan("王五", jobs=1)


def small_dataset() -> Dataset:
    """The shipped reports, and of the places only those that they speak of: quick to build."""
    return replace(documents_dataset(), places=few_places(), benchmarks=())


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("FAHENG_LEDGER", raising=False)
    monkeypatch.setattr(publishing, "validated", lambda _: small_dataset())


@pytest.fixture
def intake(tmp_path: Path) -> Iterator[Intake]:
    opened = Intake.open(tmp_path / "store")
    yield opened
    opened.ledger.close()


def taken(intake: Intake, *paths: Path) -> list[Result]:
    return list(import_files(intake, paths, WHO))


def one(intake: Intake, path: Path) -> str:
    """The id of the report of a file that is imported."""
    (result,) = taken(intake, path)
    assert isinstance(result, Imported)
    return result.document.report


def opened(intake: Intake, name: str) -> OpenReport:
    report = Desk.of(intake).report(name)
    assert report is not None
    return report


def values(path: Path, report: str) -> dict[tuple[str, str], tuple[float, str]]:
    """Indicator and scope -> value and status of a report's figures in a snapshot."""
    snapshot = Snapshot(path)
    rows = snapshot._connection.execute(
        "select indicator_id, scope, value, status from observation where report_id = ?", [report]
    ).fetchall()
    snapshot.close()
    return {(indicator, scope): (float(value), status) for indicator, scope, value, status in rows}


def test_a_report_is_recognised_with_the_words_that_say_so(intake: Intake, tmp_path: Path) -> None:
    (result,) = taken(intake, text_file(tmp_path))

    assert isinstance(result, Imported)
    about, said = result.document.described.about, result.document.described.phrases
    assert ("630102", "annual_report", date(2023, 1, 1), date(2023, 12, 31), date(2024, 3, 2)) == (
        about.locality_code, about.kind, about.period_start, about.period_end, about.published_on,
    )  # fmt: skip
    assert "城东区" in said["locality_code"]
    assert "2023" in said["year"]
    assert "2024年3月2日" == said["published_on"]
    assert not result.known
    assert result.same is None


def test_an_imported_figure_goes_the_way_of_a_shipped_one(intake: Intake, tmp_path: Path) -> None:
    """Into cells with the report's text, who imported it, and the position of the ledger."""
    name = one(intake, text_file(tmp_path))

    made = publish(intake.folder, "赵六")

    snapshot = Snapshot(made.snapshot)
    cell = snapshot._connection.execute(
        "select value, observation_id from described_cells where locality_code = '630102' and year = 2023 "
        "and indicator_id = 'reconsideration_accepted'"
    ).fetchone()
    about = snapshot._connection.execute("select imported_by, sha256 from report where id = ?", [name]).fetchone()
    text = snapshot._connection.execute("select text from report_text").fetchone()
    origin = snapshot._connection.execute("select ledger_position, published_by from snapshot").fetchone()
    snapshot.close()
    assert cell
    assert about
    assert f"受理行政复议案件{int(cell[0])}件" in text_of("630102", 2023)
    assert "王五" == about[0]
    assert (text_of("630102", 2023),) == text
    assert (1, "赵六") == origin


def test_the_same_again_another_format_and_another_edition_are_told_apart(intake: Intake, tmp_path: Path) -> None:
    first = one(intake, text_file(tmp_path))
    again, form, edition, other = taken(
        intake,
        text_file(tmp_path, name="copy.txt"),
        word_file(tmp_path),
        text_file(tmp_path, seed=1),
        text_file(tmp_path, year=2022),
    )

    assert isinstance(again, Imported)
    assert isinstance(form, Imported)
    assert isinstance(edition, Imported)
    assert isinstance(other, Imported)
    assert (True, first) == (again.known, again.document.report)
    assert form.same is not None
    assert edition.same is not None
    assert ("format", first) == (form.same.how, form.same.report)
    assert ("edition", first) == (edition.same.how, edition.same.report)
    assert other.same is None
    # Another form of a report adds nothing to the store until somebody says that it is a report of its own.
    assert {first, edition.document.report, other.document.report} == {
        each.id for each in intake.state().reports.values() if each.counts
    }
    Editor(intake, "王五").keep_beside(intake.state().report(form.document.report))
    assert intake.state().report(form.document.report).counts


def test_an_archive_gives_its_reports_and_names_what_cannot_be_read(intake: Intake, tmp_path: Path) -> None:
    bad = tmp_path / "picture.txt"
    bad.write_bytes(b"\x89PNG\r\n\x1a\n" + b"\0" * 99)
    files = [text_file(tmp_path), bad, text_file(tmp_path, "511781")]

    results = taken(intake, zip_file(tmp_path, files))

    assert ["report-630102-2023-0.txt", "report-511781-2023-0.txt"] == [
        each.name for each in results if isinstance(each, Imported)
    ]
    (refused,) = (each for each in results if isinstance(each, Refused))
    assert "picture.txt" in refused.fault
    assert "is a picture" in refused.fault
    assert 2 == len(intake.state().reports)


def test_what_was_told_of_is_kept_when_an_import_is_stopped(intake: Intake, tmp_path: Path) -> None:
    files = [text_file(tmp_path, place) for place in ("630102", "511781", "440308", "440311")]
    run = import_files(intake, files, WHO)
    done = [next(run), next(run)]
    run.close()

    assert [each.name for each in done] == [each.document.name for each in intake.state().reports.values() if each.document]
    reopened = Intake.open(intake.folder)
    assert 2 == len(list(reopened.place.documents.names()))
    assert 2 == len(list(reopened.place.readings.names()))
    assert 4 == len({each.document.report for each in import_files(intake, files, WHO) if isinstance(each, Imported)})


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
    reviews = Snapshot(snapshot)._connection.execute("select decision, reviewer, reason from review order by id").fetchall()
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
def test_a_correction_that_data_would_refuse_is_refused(
    intake: Intake, tmp_path: Path, cells: dict[str, str], said: str
) -> None:
    report = opened(intake, one(intake, text_file(tmp_path)))

    with pytest.raises(CannotDecide, match=said):
        Editor(intake, "李四").correct(report.state, report.figures.every[0], cells, report.judge)

    assert 1 == intake.ledger.position


def test_of_two_editors_the_slower_one_is_told(intake: Intake, tmp_path: Path) -> None:
    name = one(intake, text_file(tmp_path))
    seen = opened(intake, name)
    figure = seen.figures.every[0]
    Editor(intake, "甲").reject(seen.state, [figure], seen.sha256)

    with pytest.raises(Overtaken):
        Editor(intake, "乙").accept(seen.state, [figure], seen.sha256)


def test_a_report_without_a_place_waits_until_somebody_says_it(intake: Intake, tmp_path: Path) -> None:
    """Its figures are read again as those of the place and period that were settled; decisions go on."""
    path = tmp_path / "report.txt"
    path.write_text(text_of("630102", 2023).replace("城东区", "本地").replace("2023年", "").replace("2024年3月2日", ""), "utf-8")
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


def test_a_decision_whose_figure_is_gone_waits_as_orphaned(intake: Intake, tmp_path: Path) -> None:
    name = one(intake, text_file(tmp_path))
    report = opened(intake, name)
    figure = report.figures.every[0]
    gone = replace(figure, before=replace(figure.now, evidence=replace(figure.now.evidence, span=None)), key="f" * 16)
    Editor(intake, "甲").reject(report.state, [gone], report.sha256)

    orphaned = [each for each in Desk.of(intake).queue() if each.reason is Reason.ORPHANED]

    assert ["f" * 16] == [each.key for each in orphaned]
    assert figure.key in {each.key for each in opened(intake, name).figures.every}


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
    monkeypatch.setattr(publishing, "validated", lambda _: changed)
    assert key in values(publish(intake.folder, "甲").snapshot, "wanyuan-2022")


def test_what_is_shipped_passes_through_the_review_unchanged(intake: Intake) -> None:
    """A decision on one figure leaves every other figure of its report as data/ has it."""
    shipped = {each.id: each for each in documents_dataset().observations if each.report_id == "wanyuan-2022"}

    assert shipped == {each.key: each.now for each in opened(intake, "wanyuan-2022").figures.every}


def test_the_preview_says_what_the_publish_does(intake: Intake, tmp_path: Path) -> None:
    publish(intake.folder, "甲")
    name = one(intake, text_file(tmp_path, "211282", 2023))

    expected = preview(intake.folder, "甲")
    made = publish(intake.folder, "甲")

    assert expected is not None
    assert expected == made.changes
    assert [(name, True, 2023)] == [(each.id, each.added, each.year) for each in expected.reports]
    assert {"211282"} == {each.locality_code for each in expected.new_cells}
    assert ["current", "faheng-1.duckdb", "faheng-2.duckdb"] == sorted(
        path.name for path in intake.folder.iterdir() if path.name.startswith(("faheng", "current"))
    )


def test_history_says_who_and_restoring_is_noted(intake: Intake, tmp_path: Path) -> None:
    publish(intake.folder, "甲")
    one(intake, text_file(tmp_path))
    publish(intake.folder, "乙")
    show_again(intake.folder, 1, "丙")

    assert [(2, "乙", False), (1, "甲", True)] == [
        (each.number, each.published_by, each.published) for each in versions(intake.folder)
    ]
    assert [("丙", 1, True), ("乙", 2, False), ("甲", 1, False)] == [
        (each.who, each.detail["snapshot"], each.detail["again"])
        for each in decisions(intake.folder) if each.kind == "published"
    ]  # fmt: skip


def test_a_withdrawn_report_leaves_the_store_and_comes_back(intake: Intake, tmp_path: Path) -> None:
    name = one(intake, text_file(tmp_path))
    editor = Editor(intake, "甲")
    editor.withdraw(intake.state().report(name))
    assert {} == values(publish(intake.folder, "甲").snapshot, name)

    editor.restore(intake.state().report(name))
    assert {} != values(publish(intake.folder, "甲").snapshot, name)


def test_confidence_of_a_decided_figure_is_one(intake: Intake, tmp_path: Path) -> None:
    report = opened(intake, one(intake, text_file(tmp_path)))
    figure = report.figures.every[0]
    assert figure.now.confidence < 1

    Editor(intake, "甲").accept(report.state, [figure], report.sha256)

    assert Decimal(1) == opened(intake, report.id).figures.every[0].now.confidence
