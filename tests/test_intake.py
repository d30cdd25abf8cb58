"""faheng.intake: from files to figures in the store; nothing is published twice, and history says who did what."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from intakes import WHO, one, taken
from objects import IN_BOTH
from own_reports import text_file, text_of, word_file, zip_file

from faheng.intake.decide import Editor
from faheng.intake.history import decisions, show_again, versions
from faheng.intake.imports import Imported, Refused, import_files
from faheng.intake.intake import Intake
from faheng.intake.publish import preview, publish
from faheng.store.read import Snapshot


@IN_BOTH
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


@IN_BOTH
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


@IN_BOTH
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


@IN_BOTH
def test_an_edition_in_which_one_number_was_corrected_is_no_other_format(intake: Intake, tmp_path: Path) -> None:
    """Nearly all of the text is the same, and the number is what counts."""
    first = one(intake, text_file(tmp_path))
    text = text_of("630102", 2023)
    number = text.split("办结")[1].split("件")[0]
    path = tmp_path / "corrected.txt"
    path.write_text(text.replace(f"办结{number}件", f"办结{int(number) - 1}件"), encoding="utf-8")

    (corrected,) = taken(intake, path)

    assert isinstance(corrected, Imported)
    assert corrected.same is not None
    assert ("edition", first) == (corrected.same.how, corrected.same.report)
    assert intake.state().report(corrected.document.report).counts


@IN_BOTH
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


@IN_BOTH
def test_what_was_told_of_is_kept_when_an_import_is_stopped(intake: Intake, tmp_path: Path) -> None:
    files = [text_file(tmp_path, place) for place in ("630102", "511781", "440308", "440311")]
    run = import_files(intake, files, WHO)
    done = [next(run), next(run)]
    run.close()

    assert [each.name for each in done] == [
        each.document.name for each in intake.state().reports.values() if each.document
    ]
    reopened = Intake.open(intake.folder)
    assert 2 == len(list(reopened.storage.documents.names()))
    assert 2 == len(list(reopened.storage.readings.names()))
    assert 4 == len({each.document.report for each in import_files(intake, files, WHO) if isinstance(each, Imported)})


@IN_BOTH
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


@IN_BOTH
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
