"""What people brought, as it stands: judged once, kept in bundles, and taken from there some places at a time."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Collection, Sequence
from datetime import datetime
from pathlib import Path

import pytest
from intakes import one
from own_reports import text_file
from sqlalchemy import update
from test_intake_renewed import by_objects, differing

from faheng.errors import StoreDamaged
from faheng.intake import standing
from faheng.intake.decide import Editor
from faheng.intake.intake import Intake
from faheng.intake.joined import Joiner
from faheng.intake.publish import publish
from faheng.intake.review import Desk
from faheng.intake.standing import Bundler, Standing, Walk
from faheng.intake.state import ReportState
from faheng.ledger.event import Event
from faheng.ledger.tables import EVENTS
from faheng.store import write
from faheng.store.brought import LIST, bundles

PLACES = ("440311", "511781", "211282")


@pytest.fixture
def reports(intake: Intake, tmp_path: Path) -> Intake:
    """Two years of three places."""
    for place in PLACES:
        for year in (2022, 2023):
            one(intake, text_file(tmp_path, place, year))
    return intake


def judged(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The ids of the reports that are judged from now on."""
    found: list[str] = []
    judge = Joiner.of_import

    def noting(joiner: Joiner, state: object) -> object:
        found.append(state.id)  # type: ignore[attr-defined]
        return judge(joiner, state)  # type: ignore[arg-type]

    monkeypatch.setattr(Joiner, "of_import", noting)
    return found


def test_a_country_in_many_parts_is_that_in_one(reports: Intake, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each place a part of its own, the reports in bundles of two; the same rows as of all figures held at once."""
    monkeypatch.setattr(write, "FIGURES_AT_ONCE", 1)
    monkeypatch.setattr(standing, "REPORTS_A_BUNDLE", 2)
    parts: list[tuple[str, int, int]] = []

    made = publish(reports.folder, "甲", whole=True, told=lambda *told: parts.append(told))

    assert ("reports", 6, 6) in parts
    assert ("places", len(PLACES), len(PLACES)) in parts
    assert 3 == len(bundles(reports.folder / standing.FOLDER))
    with by_objects(reports.folder) as expected:
        assert {} == differing(expected, made.snapshot)


def test_several_processes_judge_as_one_does(reports: Intake, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same rows; a lot that a process cannot judge is judged here."""
    monkeypatch.setattr(standing, "REPORTS_WORTH_A_PROCESS", 2)
    monkeypatch.setattr(standing, "REPORTS_A_BUNDLE", 2)
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    here, judge = os.getpid(), Bundler.rows

    def failing(bundler: Bundler, few: Sequence[Standing], walk: Walk) -> object:
        if os.getpid() != here and few[0].place == PLACES[0]:
            raise OSError("no room")
        return judge(bundler, few, walk)

    monkeypatch.setattr(Bundler, "rows", failing)
    told: list[tuple[str, int, int]] = []

    made = publish(reports.folder, "甲", whole=True, told=lambda *each: told.append(each))

    assert ("reports", 6, 6) in told
    assert 3 == len(bundles(reports.folder / standing.FOLDER))
    with by_objects(reports.folder) as expected:
        assert {} == differing(expected, made.snapshot)


def test_a_report_is_judged_again_only_where_something_was_decided_of_it(
    reports: Intake, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = judged(monkeypatch)
    publish(reports.folder, "甲", whole=True)
    assert 6 == len(set(found))
    found.clear()

    publish(reports.folder, "甲", whole=True)
    assert [] == found

    desk = Desk.of(reports)
    report = desk.report(next(iter(desk.state.reports)))
    assert report is not None
    Editor(reports, "甲").reject(report.state, report.figures.every[:1], report.sha256, "错")
    found.clear()
    made = publish(reports.folder, "甲", whole=True)
    assert [report.state.id] == found
    with by_objects(reports.folder) as expected:
        assert {} == differing(expected, made.snapshot)


def folded(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The ids of the reports whose events a build folds from now on."""
    found: list[str] = []
    fold = standing.folded_one

    def noting(events: Sequence[Event], undone: Collection[int]) -> ReportState:
        found.append(events[0].report)
        return fold(events, undone)

    monkeypatch.setattr(standing, "folded_one", noting)
    return found


def test_a_report_is_folded_again_only_where_something_was_noted_of_it(
    reports: Intake, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A decision, its undoing, a report that is new: each alone, and the rows are those of all folded at once."""
    publish(reports.folder, "甲", whole=True)
    found = folded(monkeypatch)
    publish(reports.folder, "甲", whole=True)
    assert [] == found

    desk = Desk.of(reports)
    report = desk.report(next(iter(desk.state.reports)))
    assert report is not None
    last = Editor(reports, "甲").reject(report.state, report.figures.every[:1], report.sha256, "错")
    new = one(reports, text_file(tmp_path, PLACES[0], 2021))
    made = publish(reports.folder, "甲", whole=True)
    assert {report.state.id, new} == set(found)
    with by_objects(reports.folder) as expected:
        assert {} == differing(expected, made.snapshot)

    Editor(reports, "甲").undo([last])
    found.clear()
    made = publish(reports.folder, "甲", whole=True)
    assert [report.state.id] == found
    with by_objects(reports.folder) as expected:
        assert {} == differing(expected, made.snapshot)


def test_another_past_of_a_report_is_not_taken_for_the_one_that_was_bundled(
    reports: Intake, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A ledger put back from a copy, in which as many other things were noted since, at another time."""
    publish(reports.folder, "甲", whole=True)
    with reports.ledger.engine.begin() as connection:
        connection.execute(update(EVENTS).values(at=datetime(2020, 1, 1)))

    found = folded(monkeypatch)
    publish(reports.folder, "甲", whole=True)

    assert 6 == len(found)


def test_bundles_of_another_program_are_removed(reports: Intake, monkeypatch: pytest.MonkeyPatch) -> None:
    """What reports are judged by is another, so all are judged anew, and of the old rows none is left."""
    publish(reports.folder, "甲", whole=True)
    before = bundles(reports.folder / standing.FOLDER)
    monkeypatch.setattr("faheng.intake.publish.ground_of", lambda *_: "another program")

    publish(reports.folder, "甲", whole=True)

    after = bundles(reports.folder / standing.FOLDER)
    assert (1, 1) == (len(before), len(after))
    assert before != after


def test_a_bundle_whose_list_is_torn_is_made_again_and_one_whose_rows_are_is_named(reports: Intake) -> None:
    first = publish(reports.folder, "甲", whole=True).snapshot
    (path,) = bundles(reports.folder / standing.FOLDER)
    (path / f"{LIST}.parquet").write_bytes(b"torn")

    second = publish(reports.folder, "甲", whole=True).snapshot
    assert {} == differing(first, second)

    (path,) = bundles(reports.folder / standing.FOLDER)
    (path / "observation.parquet").write_bytes(b"torn")
    with pytest.raises(StoreDamaged, match=r"standing cannot be read .*: remove it, it is made anew"):
        publish(reports.folder, "甲", whole=True)

    shutil.rmtree(reports.folder / standing.FOLDER)
    assert {} == differing(first, publish(reports.folder, "甲", whole=True).snapshot)


def test_every_process_knows_a_state_by_the_same_number() -> None:
    """Also where a person has settled several fields, which are a set: else a server makes anew what another made."""
    script = """
from faheng.intake.standing import standing_of
from faheng.intake.standing import Bundler, Standing, Walk
from faheng.intake.state import ReportState
print(standing_of(ReportState("r", settled=frozenset({"locality_code", "year", "kind", "publisher", "title"})), "g"))
"""
    numbers = {
        subprocess.run(  # noqa: S603 (our own Python)
            [sys.executable, "-c", script], env={**os.environ, "PYTHONHASHSEED": seed}, check=True, capture_output=True
        ).stdout
        for seed in ("1", "2", "3")
    }

    assert 1 == len(numbers)
