"""`faheng extract` and `faheng evaluate`: lines in order, faults at the end, exit status."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from faheng import cli
from faheng.commands import evaluate
from faheng.pool.work import AHEAD
from faheng.reading import files as reading
from faheng.reading.about.given import HEADER

# The contract of design.md, section 5, in its order.
FIELDS = [
    "report",
    "locality",
    "indicator",
    "value",
    "value_text",
    "unit",
    "bound",
    "scope",
    "period_kind",
    "period_start",
    "period_end",
    "period_basis",
    "origin",
    "change",
    "change_unit",
    "confidence",
    "status",
    "evidence",
    "also",
]


def faheng(*arguments: str | Path) -> Result:
    """Run the command in this process."""
    return CliRunner().invoke(cli.main, list(map(str, arguments)))


def report(folder: Path, name: str, cases: int = 32) -> Path:
    """A short report with one figure of the catalogue."""
    file = folder / name
    file.write_text(f"2021年工作情况\n全年受理行政复议案件{cases}件。\n", encoding="utf-8")
    return file


def found(result: Result) -> list[dict[str, object]]:
    """The observations printed."""
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_a_range_has_both_its_ends(tmp_path: Path):
    file = tmp_path / "a.txt"
    file.write_text("2021年工作情况\n负责人出庭应诉率在90%—95%之间。\n", encoding="utf-8")

    (line,) = found(faheng("extract", file))

    assert [*FIELDS, "upper"] == list(line)
    assert (90, 95, "between", "90%—95") == tuple(line[name] for name in ("value", "upper", "bound", "value_text"))
    assert line["value_text"] in line["evidence"]["phrase"]


def test_a_line_an_observation_with_the_fields_of_the_contract(tmp_path: Path):
    file = report(tmp_path, "a.txt")
    text = file.read_text(encoding="utf-8")

    result = faheng("extract", file)

    assert (0, "") == (result.exit_code, result.stderr)
    (line,) = found(result)
    assert FIELDS == list(line)
    assert ("a", 32, "32", None) == (line["report"], line["value"], line["value_text"], line["locality"])
    evidence = line["evidence"]
    assert ["phrase", "start", "end", "section"] == list(evidence)
    assert evidence["phrase"] == text[evidence["start"] : evidence["end"]]
    assert "32" in evidence["phrase"]


def test_what_is_given_comes_before_what_is_recognised(tmp_path: Path):
    file = report(tmp_path, "a.txt")
    table = tmp_path / "reports.csv"
    table.write_text(f"{','.join(HEADER)}\na.txt,320100,,,annual_report,,2019-01-01,2019-12-31,stated,\n", "utf-8")

    (line,) = found(faheng("extract", file, "--reports", table))

    assert ("320100", "2019-12-31") == (line["locality"], line["period_end"])


def test_a_fault_of_the_table_is_one_line_and_nothing_is_read(tmp_path: Path):
    table = tmp_path / "reports.csv"
    table.write_text(f"{','.join(HEADER)}\na.txt,1,,,,,,,,\n", "utf-8")

    result = faheng("extract", report(tmp_path, "a.txt"), "--reports", table)

    assert (1, "") == (result.exit_code, result.stdout)
    assert 1 == len(result.stderr.splitlines())
    assert "reports.csv:2 [locality_code]: unknown '1'" in result.stderr


@pytest.mark.parametrize("jobs", [1, 2])
def test_bad_files_are_named_and_the_others_done_in_their_order(tmp_path: Path, jobs: int):
    """Exit 1 and a line a bad file, however many processes read."""
    files = [report(tmp_path, f"r{number:02}.txt", number + 2) for number in range(12)]
    (tmp_path / "r03.txt").write_bytes(b"")
    (tmp_path / "r07.txt").unlink()

    result = faheng("extract", *files, "--jobs", jobs)

    assert [2, 3, 4, 6, 7, 8, 10, 11, 12, 13] == [line["value"] for line in found(result)]
    assert 1 == result.exit_code
    assert ["r03.txt", "r07.txt"] == [line.split(":")[0].split("/")[-1] for line in result.stderr.splitlines()]


def test_a_folder_stands_for_the_reports_in_it(tmp_path: Path):
    (tmp_path / "sub").mkdir()
    report(tmp_path / "sub", "b.txt")
    report(tmp_path, "a.md")
    (tmp_path / "reports.csv").write_text("x", "utf-8")

    assert ["a", "b"] == [line["report"] for line in found(faheng("extract", tmp_path))]


def test_leftovers_are_listed_instead(tmp_path: Path):
    files = [tmp_path / "a.txt", tmp_path / "b.txt"]
    for file in files:
        file.write_text("全年受理行政复议案件32件,修复古桥15座。", "utf-8")

    (group,) = found(faheng("extract", *files, "--leftovers"))

    assert ("修复古桥", "座", 2, 2) == (group["name"], group["unit"], group["figures"], group["reports"])


def test_a_fault_of_the_program_stops_one_file_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """The others are read, and the line says that it is ours."""
    read = reading.read_report

    def fail(original, given, lexicon):
        if original.name == "b":
            raise KeyError("x")
        return read(original, given, lexicon)

    monkeypatch.setattr(reading, "read_report", fail)
    files = [report(tmp_path, name) for name in ("a.txt", "b.txt", "c.txt")]

    result = faheng("extract", *files)

    assert ["a", "c"] == [line["report"] for line in found(result)]
    assert f"{files[1]}: a fault of Faheng stopped the reading (KeyError 'x'); report it\n" == result.stderr


def die(file: reading.ReportFile) -> reading.FileObservations:
    """A worker that the system kills, as it does when memory runs out."""
    if file.path.name == "b":
        os._exit(9)
    return reading.FileObservations(file.path, (file.path.name,))


def test_a_worker_that_dies_takes_no_other_file_with_it(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(reading, "observations_of", die)

    outcomes = list(reading.read_all([Path(name) for name in "abcd"], {}, jobs=2))

    assert ["a", "b", "c", "d"] == [outcome.path.name for outcome in outcomes]
    assert [("b: needs more memory than there is; give a part of it",)] == [o.faults for o in outcomes if o.faults]


def test_files_are_read_ahead_by_a_window_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Memory stays flat: of a thousand files no more than a few wait for their turn to be printed."""
    begun = tmp_path / "begun"  # one byte a file, written by whichever process reads it

    def begin(file: reading.ReportFile) -> reading.FileObservations:
        with begun.open("ab") as log:
            log.write(b".")
        return reading.FileObservations(file.path)

    monkeypatch.setattr(reading, "observations_of", begin)

    outcomes = reading.read_all([Path(str(number)) for number in range(1000)], {}, jobs=1)
    for done, _ in enumerate(outcomes):
        assert begun.stat().st_size - done <= AHEAD + 1


@pytest.fixture
def judged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str | Path]:
    """A gold file and predictions with one of two facts; scores are kept beside them."""
    monkeypatch.setattr(evaluate, "GOLD", tmp_path / "gold")
    facts = [json.dumps({"report": "a", "indicator": "licences", "value": value}) for value in (1, 2)]
    (tmp_path / "gold.jsonl").write_text("\n".join(facts), "utf-8")
    (tmp_path / "pred.jsonl").write_text(facts[0], "utf-8")
    return ["evaluate", "--gold", tmp_path / "gold.jsonl", "--pred", tmp_path / "pred.jsonl"]


@pytest.mark.parametrize(("need", "status"), [("0.6", 0), ("0.7", 1)])
def test_evaluate_says_whether_it_is_enough(judged: list[str | Path], need: str, status: int):
    result = faheng(*judged, "--need", need)

    assert status == result.exit_code
    assert "missed  a licences 2" in result.stdout
    assert "F1 0.667" in result.stdout.splitlines()[-1]


def test_evaluate_records_and_compares(judged: list[str | Path], tmp_path: Path):
    faheng(*judged, "--record")
    (tmp_path / "pred.jsonl").write_bytes((tmp_path / "gold.jsonl").read_bytes())

    result = faheng(*judged)

    assert "gained  a licences 2" in result.stdout
    assert "F1 0.667" not in result.stdout
    assert (tmp_path / "gold/SCORES.md").is_file()
