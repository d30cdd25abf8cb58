"""What the tests of the intake do with a store of their own."""

from __future__ import annotations

from pathlib import Path

from faheng.intake.imports import Imported, ImportPlan, Result, import_files
from faheng.intake.intake import Intake
from faheng.intake.review import Desk, OpenReport
from faheng.store.read import Snapshot

WHO = ImportPlan("王五", jobs=1)


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
