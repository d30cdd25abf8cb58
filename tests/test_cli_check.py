"""`faheng check`: findings of files and of the published store, in each form, and the exit status."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from faheng import cli
from faheng.checks import files
from faheng.data.findings import FINDING_HEADER
from faheng.reading.about.given import HEADER

# The contract of design.md, section 5, in its order; then what the store needs.
FIELDS = [
    "report", "check", "severity", "indicators", "observation_ids", "stated", "computed", "explanation_zh",
    "explanation_en", "id", "locality", "marks", "evidence",
]  # fmt: skip
WRONG = "全年人民调解组织受理矛盾纠纷200件,调解成功180件,调解成功率95%以上。\n组织巡查12次(日间7次,夜间5次)。\n"
RIGHT = "全年人民调解组织受理矛盾纠纷200件,调解成功190件,调解成功率95%。\n"


def faheng(*arguments: str | Path) -> Result:
    """Run the command in this process."""
    return CliRunner().invoke(cli.main, list(map(str, arguments)))


def report(folder: Path, name: str, text: str) -> Path:
    file = folder / name
    file.write_text(f"2021年法治政府建设情况\n{text}", encoding="utf-8")
    return file


def test_a_contradiction_ends_with_status_1(tmp_path: Path):
    """The gravest first, under the name of the report, in Chinese unless asked otherwise."""
    file = report(tmp_path, "wrong.txt", WRONG)

    result = faheng("check", file)
    first, second = result.stdout.splitlines()[:2]
    assert (1, "") == (result.exit_code, result.stderr)
    assert first.startswith("wrong")
    assert "  矛盾 · 比率与件数 · 180 ÷ 200 = 90.00%，报告却写 ≥95%。要达到 ≥95%，基数至多为 189 件。" == second
    assert (
        "  Contradiction · Rate and its counts · 180 ÷ 200 = 90.00%" in faheng("check", file, "--language", "en").stdout
    )


def test_what_is_right_is_said_too(tmp_path: Path):
    result = faheng("check", report(tmp_path, "right.txt", RIGHT))

    assert 0 == result.exit_code
    assert "  相符 · 比率与件数 · 190 ÷ 200 = 95.00%，与报告所写 95% 一致。" in result.stdout.splitlines()


def test_nothing_to_check_is_said(tmp_path: Path):
    result = faheng("check", report(tmp_path, "quiet.txt", "全年工作平稳。\n"))

    assert (0, "  没有可以相互核对的数字。") == (result.exit_code, result.stdout.splitlines()[1])


def test_json_has_the_fields_of_the_contract(tmp_path: Path):
    result = faheng("check", report(tmp_path, "wrong.txt", WRONG), "--format", "json")

    lines = [json.loads(line) for line in result.stdout.splitlines()]
    assert [FIELDS] * len(lines) == [list(line) for line in lines]
    assert ("wrong", "stated_rate", "contradiction", ">=95%") == tuple(
        lines[0][name] for name in ("report", "check", "severity", "stated")
    )
    assert ["mediation_success_rate", "mediation_succeeded", "mediation_cases"] == lines[0]["indicators"]
    assert 3 == len(lines[0]["observation_ids"])


def test_csv_is_the_form_of_the_data(tmp_path: Path):
    """Only what the text alone shows."""
    result = faheng("check", report(tmp_path, "wrong.txt", WRONG), "--format", "csv")

    (line,) = csv.DictReader(io.StringIO(result.stdout))
    assert list(FINDING_HEADER) == list(line)
    assert ("parts", "holds", "12", "7+5=12") == tuple(line[n] for n in ("check", "severity", "stated", "computed"))


def test_what_the_reports_are_can_be_given(tmp_path: Path):
    table = tmp_path / "reports.csv"
    cells = {"file": "wrong.txt", "locality_code": "630102", "period_start": "2021-01-01", "period_end": "2021-12-31"}
    lines = [HEADER, [cells.get(name, "") for name in HEADER]]
    table.write_text("".join(f"{','.join(line)}\n" for line in lines), encoding="utf-8")
    result = faheng("check", report(tmp_path, "wrong.txt", WRONG), "--reports", table, "--format", "json")

    assert {"630102"} == {json.loads(line)["locality"] for line in result.stdout.splitlines()}


def test_the_published_store_is_checked_without_a_file(documents_folder: Path, monkeypatch: pytest.MonkeyPatch):
    """The same fields, two contradictions."""
    monkeypatch.setenv("FAHENG_STORE", str(documents_folder))
    result = faheng("check", "--format", "json")

    lines = [json.loads(line) for line in result.stdout.splitlines()]
    assert [FIELDS] * len(lines) == [list(line) for line in lines]
    assert 1 == result.exit_code
    assert 2 == sum(line["severity"] == "contradiction" for line in lines)
    assert all(line["marks"] for line in lines)


def test_without_a_store_one_line_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("FAHENG_STORE", str(tmp_path))
    result = faheng("check")

    assert (1, 1) == (result.exit_code, len(result.stderr.splitlines()))


def test_a_bad_file_is_one_line_and_the_others_are_checked(tmp_path: Path):
    bad = report(tmp_path, "bad.txt", "")
    bad.write_bytes(b"")
    result = faheng("check", bad, tmp_path / "missing.txt", report(tmp_path, "right.txt", RIGHT))

    assert (1, 2) == (result.exit_code, len(result.stderr.splitlines()))
    assert ["bad.txt", "missing.txt"] == [line.split(":")[0].split("/")[-1] for line in result.stderr.splitlines()]
    assert "right" in result.stdout


def test_a_fault_of_the_program_stops_one_file_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """The others are checked, and the line says that it is ours."""
    read = files.read_report

    def fail(original, given, lexicon):
        if original.name == "b":
            raise KeyError("x")
        return read(original, given, lexicon)

    monkeypatch.setattr(files, "read_report", fail)
    named = [report(tmp_path, name, RIGHT) for name in ("a.txt", "b.txt", "c.txt")]

    result = faheng("check", *named)
    assert 1 == result.exit_code
    assert f"{named[1]}: a fault of Faheng stopped the reading (KeyError 'x'); report it\n" == result.stderr
    assert ["a", "c"] == [line.split()[0] for line in result.stdout.splitlines() if not line.startswith(" ")]


def test_several_processes_say_what_one_says(tmp_path: Path):
    """In the order of the files."""
    for number in range(6):
        report(tmp_path, f"{number}.txt", WRONG if number % 2 else RIGHT)

    one, several = (faheng("check", tmp_path, "--format", "json", "--jobs", jobs) for jobs in ("1", "2"))
    assert one.stdout == several.stdout
    assert list("012345") == list(dict.fromkeys(json.loads(line)["report"] for line in several.stdout.splitlines()))
    assert (1, "") == (several.exit_code, several.stderr)


@pytest.mark.parametrize("arguments", [["--format", "xml"], ["--reports", "README.md"], ["--language", "fr"]])
def test_wrong_arguments_are_status_2(arguments: list[str]):
    """--reports without a FILE describes nothing."""
    assert 2 == faheng("check", *arguments).exit_code
