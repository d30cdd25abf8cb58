"""`faheng import`, review, publish, history, restore, watch and ledger export: the whole story without a browser."""

from __future__ import annotations

import csv
import io
import os
import shutil
import time
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from conftest import small_dataset
from own_reports import text_file, text_of, zip_file

from faheng.checks.registry import CHECKS
from faheng.cli import main
from faheng.data.read import read_dataset
from faheng.intake import publish as publishing
from faheng.paths import DATA
from faheng.store.read import Snapshot
from faheng.store.snapshots import published

FIGURES = 7


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A store of one's own, and data/ as small_dataset has it."""
    monkeypatch.delenv("FAHENG_LEDGER", raising=False)
    monkeypatch.setenv("FAHENG_STORE", str(tmp_path / "store"))
    monkeypatch.setenv("FAHENG_USER", "钱七")
    monkeypatch.setattr(publishing, "validated", lambda *_: small_dataset())


def run(*arguments: object, status: int = 0) -> Result:
    result = CliRunner().invoke(main, [str(each) for each in arguments], catch_exceptions=False)
    assert status == result.exit_code, result.output
    return result


def damaged(folder: Path) -> Path:
    """A report of which one numeral looks damaged: years grew into it."""
    path = folder / "damaged.txt"
    text = text_of("511781", 2023).replace("全年审查行政规范性文件", "审查行政规范性文件20222023")
    path.write_text(text, encoding="utf-8")
    return path


def test_from_files_to_a_version_and_back(tmp_path: Path) -> None:
    """Build, import, review, publish, history, compare, restore."""
    run("build")
    said = run("import", zip_file(tmp_path, [text_file(tmp_path), damaged(tmp_path)]), "--jobs", 1).stdout.splitlines()
    assert 2 == len(said)
    assert "630102 2023" in said[0]
    assert "1 to review" in said[1]

    (doubt,) = csv.DictReader(io.StringIO(run("review", "--csv", "--language", "en").stdout))
    assert ("The numeral looks damaged", "normative_documents_reviewed") == (doubt["reason"], doubt["indicator"])
    assert doubt["id"] in run("review", "--list").stdout
    assert "rejected" in run("review", "--reject", doubt["id"]).stdout
    assert "" == run("review").stdout

    preview = run("publish", "--preview").stdout
    assert "新增万源市2023年报告、城东区2023年报告" in preview
    assert preview == "\n".join(run("publish").stdout.splitlines()[1:]) + "\n"

    lines = run("history").stdout.splitlines()
    assert [True, False] == [line.startswith("*") for line in lines]
    assert all("钱七" in line for line in lines)
    assert "the report of Chengdong for 2023" in run("history", "--between", 1, 2, "--language", "en").stdout
    assert "rejected" in run("history", "--decisions").stdout
    run("restore", 1)
    assert [False, True] == [line.startswith("*") for line in run("history").stdout.splitlines()]


def test_a_correction_is_a_sentence_a_leader_can_read(tmp_path: Path) -> None:
    """One of a shipped report, too: its rejected figure is left out, and what it gave."""
    run("build")
    rows = (
        Snapshot(published(tmp_path / "store"))
        ._connection.execute(
            "select id from observation where report_id = 'wanyuan-2022' and indicator_id = 'mediation_success_rate'"
        )
        .fetchall()
    )
    run("review", "--reject", rows[0][0])

    assert "万源市2022年的人民调解成功率由 ≥98% 更正为 96.9%" in run("publish").stdout


def test_a_place_that_is_given_and_one_that_there_is_not(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text(text_of("630102", 2023).replace("城东区", "本地"), encoding="utf-8")

    assert "no place" in run("import", path, "--place", "999999", status=2).output
    assert "511781 2023" in run("import", path, "--place", "511781", "--jobs", 1).stdout


def test_accept_takes_what_waits_and_leaves_what_cannot_be_published(tmp_path: Path) -> None:
    run("import", damaged(tmp_path), "--accept", "--jobs", 1)

    assert "" == run("review").stdout
    assert run("history", "--decisions").stdout.count("accepted") == 1


def test_what_cannot_be_read_is_named_and_the_others_are_taken(tmp_path: Path) -> None:
    bad = tmp_path / "bad.pdf"
    bad.write_bytes(b"%PDF-1.4 nothing")

    result = run("import", bad, text_file(tmp_path), "--jobs", 1, status=1)

    assert 1 == result.stderr.count("\n")
    assert f"{bad}: " in result.stderr
    assert 1 == len(result.stdout.splitlines())


def test_read_again_changes_nothing_where_nothing_is_read_otherwise(tmp_path: Path) -> None:
    run("import", text_file(tmp_path), "--jobs", 1)

    assert "imported before" in run("import", "--again").stdout
    assert 1 == len(run("history", "--decisions").stdout.splitlines())
    run("import", status=2)


def test_a_decision_on_what_is_not_there(tmp_path: Path) -> None:
    run("import", text_file(tmp_path), "--jobs", 1)

    assert "no report has such a figure" in run("review", "--accept", "f" * 16, status=1).stderr
    assert "list or decide" in run("review", "--accept", "x", "--list", status=2).stderr


def test_a_watched_folder_takes_each_file_once(tmp_path: Path) -> None:
    """What is still being written waits, what cannot be read goes aside with the reason."""
    folder = tmp_path / "in"
    folder.mkdir()
    old = time.time() - 60
    text_file(folder)
    (folder / "bad.docx").write_bytes(b"PK\x03\x04 torn")
    (folder / "notes.xyz").write_text("no report")
    for path in folder.iterdir():
        os.utime(path, (old, old))

    run("watch", folder, "--once", "--every", 0.2)

    assert ["report-630102-2023-0.txt"] == [path.name for path in (folder / "taken").iterdir()]
    assert {"bad.docx", "bad.docx.txt"} == {path.name for path in (folder / "refused").iterdir()}
    assert "zip file" in (folder / "refused/bad.docx.txt").read_text(encoding="utf-8")
    assert (folder / "notes.xyz").is_file()
    text_file(folder)  # the same again, under a name that is taken
    run("watch", folder, "--once", "--every", 0.2)
    assert 2 == len(list((folder / "taken").iterdir()))
    assert 1 == run("history", "--decisions").stdout.count("imported")


def test_what_is_exported_can_be_shipped(tmp_path: Path) -> None:
    """The files beside the shipped ones are without fault, and give the same figures as the ledger."""
    run("import", text_file(tmp_path), damaged(tmp_path), "--jobs", 1)
    (doubt,) = csv.DictReader(io.StringIO(run("review", "--csv").stdout))
    run("review", "--reject", doubt["id"])
    shipped = small_dataset()
    figure = next(each for each in shipped.observations if each.report_id == "wanyuan-2022")
    run("review", "--reject", figure.id)
    data = Path(shutil.copytree(DATA, tmp_path / "data", ignore=shutil.ignore_patterns("store")))

    run("ledger", "export", data)

    read = read_dataset(data, CHECKS)
    mine = {each.id for each in read.reports} - {each.id for each in shipped.reports if each.sha256}
    mine = {each for each in mine if len(each) == 12 and "-" not in each}
    assert 2 == len(mine)
    assert 2 * FIGURES - 1 == sum(each.report_id in mine for each in read.observations)
    assert figure.id not in {each.id for each in read.observations}
    assert "rejected" in (data / "ledger/decisions.csv").read_text(encoding="utf-8")


def test_without_a_ledger_there_is_nothing_to_export(tmp_path: Path) -> None:
    assert "nothing was imported" in run("ledger", "export", tmp_path / "out").stdout
    assert not (tmp_path / "out").exists()
