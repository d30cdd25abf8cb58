"""faheng.data: what a person may write into data/, and how a slip is named: file, line, column, what to write."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from conftest import shipped_dataset

from faheng.checks.registry import CHECKS
from faheng.data.read import read_dataset
from faheng.errors import DataProblems, Problem
from faheng.model.printed import printed_step

FIGURES = "observations/chengdong-2020.csv"
RECORD = "reports/chengdong-2020.toml"
# The city, its nine districts and the zone whose reports are shipped; 28 provinces, for three state no figure.
SHENZHEN = {"440300", "440300-大鹏新区", *(f"44030{place}" for place in range(3, 10)), "440310", "440311"}
PROVINCES = {
    f"{number}0000" for first, last in ((11, 15), (21, 22), (31, 37), (41, 46), (50, 54), (61, 65))
    for number in range(first, last + 1)
} - {"120000", "450000"}  # fmt: skip


def edit(file: Path, line: int, column: str, cell: str) -> None:
    """Write a cell of a CSV file, its line counted from 1 with the header."""
    table = list(csv.reader(io.StringIO(file.read_text(encoding="utf-8"), newline="")))
    table[line - 1][table[0].index(column)] = cell
    with file.open("w", encoding="utf-8", newline="") as target:
        csv.writer(target, lineterminator="\n").writerows(table)


def replace(file: Path, old: str, new: str) -> None:
    """Replace the first `old` of a file."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def problems(data: Path) -> list[Problem]:
    """What the build would refuse."""
    with pytest.raises(DataProblems) as caught:
        read_dataset(data, CHECKS)
    return caught.value.problems


def line_of(file: Path, start: str) -> int:
    """The line, from 1, that begins so."""
    lines = file.read_text(encoding="utf-8").split("\n")
    return next(n for n, line in enumerate(lines, 1) if line.startswith(start))


def test_the_shipped_data_has_no_problem() -> None:
    """Everything under data/ reads, with the documents of these localities and the evidence of every figure."""
    data = shipped_dataset()

    assert {"211282", "630102", "210100", "150525206", "511781", *SHENZHEN, *PROVINCES} == {
        report.locality_code for report in data.reports if report.sha256
    }
    assert all(each.evidence.phrase for each in data.observations)


OBSERVATION_FAULTS = [
    ("indicator", "online_item", "unknown 'online_item'", "write 'online_items' or add it"),
    ("indicator", "", "unknown ''", "data/reference/indicators.csv"),
    ("value", "98,3", "'98,3' is not a number", "such as 98.3"),
    ("value", "１８", "is not a number", "digits"),
    ("value", "1e9", "is not a number", "digits"),
    ("value", "nan", "is not a number", "digits"),
    ("value", "1234567890123", "is not a number", "at most 12 before"),
    ("value", "-1", "-1 is out of range", "a number from 0 up"),
    ("value", "2.5", "2.5 is no count", "a whole number"),
    ("value", "2..5", "does not go with its bound", "the bound between"),
    ("bound", "between", "does not go with its bound", "write 90..95"),
    ("value_text", "", "is empty", "write a value"),
    ("value_text", "9", "'9' does not stand in the phrase", "as it is printed"),
    ("bound", "atleast", "unknown 'atleast'", "exact, at_least, at_most, about"),
    ("scope", "department", "unknown 'department'", "write 'departments'"),
    ("period_kind", "years", "unknown 'years'", "year, part_year, multi_year, since, as_of"),
    ("period_start", "2020-13-01", "is not a day", "such as 2022-11-25"),
    ("period_start", "20200101", "is not a day", "year-month-day"),
    ("period_start", "", "is empty", "the first day of the period"),
    ("period_end", "", "'' is not a day", "such as 2022-11-25"),
    ("period_end", "2019-12-31", "lies before period_start", "exchange the two"),
    ("period_end", "2202-12-31", "the year 2202 is not plausible", "check the digits"),
    ("period_kind", "as_of", "has no start", "leave it empty"),
    ("period_basis", "guess", "unknown 'guess'", "stated, report, inferred"),
    ("change", "17", "a change needs", "fill in all three"),
    ("change", "lots", "'lots' is not a number", "such as 98.3"),
    ("change_unit", "point", "unknown 'point'", "percent, points, points_or_percent"),
    ("change_bound", "over", "unknown 'over'", "exact, at_least"),
    ("confidence", "1.5", "1.5 is out of range", "a number from 0 to 1"),
    ("status", "done", "unknown 'done'", "accepted, proposed, rejected"),
    ("phrase", "", "is empty", "write a value"),
    ("phrase", "八" * 61, "has 61 characters", "at most 60"),
    ("start", "575", "start and end are 8 apart, the phrase has 7", "correct the offsets"),
    ("start", "x", "'x' is not a number", "digits"),
    ("end", "99999999999", "out of range", "from 0 to 2147483647"),
    ("end", "580.5", "580.5 is not whole", "a whole number"),
    ("also_at", "12-14", "'12-14' is not start:end", "such as 120:134;980:994"),
    ("also_at", "14:12", "'14:12' is not start:end", "such as 120:134;980:994"),
    ("also_at", "12:999999", "lies behind the text of", "correct the offsets"),
]
# A fault that is seen in another column than the one that was edited.
SEEN_IN = {
    ("bound", "between"): "value",
    ("period_kind", "as_of"): "period_start",
    ("change", "17"): "change_unit",
    ("start", "575"): "end",
}


@pytest.mark.parametrize(("column", "cell", "fault", "instead"), OBSERVATION_FAULTS)
def test_a_bad_cell_of_an_observation_is_named(data: Path, column: str, cell: str, fault: str, instead: str) -> None:
    """The problem stands in the right file, line and column and says what to write instead."""
    edit(data / FIGURES, 2, column, cell)

    seen = SEEN_IN.get((column, cell), column)
    found = [each for each in problems(data) if each.column == seen and fault in each.fault]

    assert [(data / FIGURES).as_posix()] == [each.file for each in found]
    assert (2, True) == (found[0].line, instead in found[0].instead)


def test_a_rate_lies_from_0_to_100(data: Path) -> None:
    """100.1% is refused where a count of 101 is not."""
    line = line_of(data / FIGURES, "court_appearance_rate,")
    edit(data / FIGURES, line, "value", "100.1")

    found = problems(data)

    assert [(line, "value", "100.1 is out of range", "write a number from 0 to 100")] == [
        (each.line, each.column, each.fault, each.instead) for each in found
    ]


def test_the_same_figure_stands_once_in_a_report(data: Path) -> None:
    """Indicator, scope and period given twice name both lines."""
    lines = (data / FIGURES).read_text(encoding="utf-8").splitlines(keepends=True)
    (data / FIGURES).write_text("".join([*lines, lines[3]]), encoding="utf-8")

    found = problems(data)

    expected = [(len(lines) + 1, "the same indicator, scope and period as line 4")]
    assert expected == [(each.line, each.fault) for each in found]


RECORD_FAULTS = [
    ('id = "chengdong-2020"', 'id = "chengdong"', "id", "differs from the name of the file"),
    ('locality = "630102"', 'locality = "63010"', "locality", "unknown '63010'"),
    ('sha256 = "', 'sha256 = "x', "sha256", "is not a SHA-256 sum"),
    ("characters = ", "characters = -", "characters", "is out of range"),
    ("characters = ", "characters = 9999999", "characters", "is out of range"),
    ('period_end = "2020', 'period_end = "2019', "period_end", "lies before period_start"),
    ('kind = "annual_report"', 'kind = "leaflet"', "kind", "unknown 'leaflet'"),
    ('title = "', 'titel = "', "title", "is missing"),
    ('title = "', 'titel = "', "titel", "unknown key"),
    ("id = ", "id ", "", "not TOML"),
    ("characters = ", "characters = " + "9" * 5000, "", "not TOML"),
    ("characters = ", "characters = " + "[" * 5000, "", "not TOML"),
]


@pytest.mark.parametrize(("old", "new", "column", "fault"), RECORD_FAULTS)
def test_a_bad_line_of_a_report_record_is_named(data: Path, old: str, new: str, column: str, fault: str) -> None:
    """The line of the key, the key, and what is wrong with it."""
    line = line_of(data / RECORD, old) if column and "missing" not in fault else 1
    replace(data / RECORD, old, new)

    found = [each for each in problems(data) if each.column == column and fault in each.fault]

    assert [((data / RECORD).as_posix(), line)] == [(each.file, each.line) for each in found]


def cut_cell(file: Path) -> None:
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    lines[2] = lines[2].split(",", 1)[1]
    file.write_text("".join(lines), encoding="utf-8")


FILE_FAULTS: list[tuple[Callable[[Path], object], int, str, str]] = [
    (lambda file: file.unlink(), 1, "the file is missing", "put it back"),
    (lambda file: file.write_bytes(b""), 1, "the header is", "write id,name_zh,name_en"),
    (lambda file: file.write_text("id;name_zh;name_en\n"), 1, "the header is", "write id,name_zh,name_en"),
    (lambda file: file.write_bytes(file.read_text(encoding="utf-8").encode("gb18030")), 2, "not UTF-8", "as UTF-8"),
    (lambda file: replace(file, "disputes,", 'disputes,"'), 9, "not CSV", "close the quotes"),
    (cut_cell, 3, "2 cells", "write 3"),
]


@pytest.mark.parametrize(("damage", "line", "fault", "instead"), FILE_FAULTS)
def test_an_unreadable_file_is_one_problem(
    data: Path, damage: Callable[[Path], object], line: int, fault: str, instead: str
) -> None:
    """Missing, empty, saved by a spreadsheet in another encoding or with another separator, quotes left open."""
    file = data / "reference/themes.csv"
    damage(file)

    found = [each for each in problems(data) if each.file == file.as_posix()]

    assert [(line, True, True)] == [(each.line, fault in each.fault, instead in each.instead) for each in found]


def test_observations_need_a_report_record(data: Path) -> None:
    """A file of figures without its provenance says which record to write."""
    (data / FIGURES).rename(data / "observations/elsewhere-2020.csv")

    found = problems(data)

    assert [("no report of this name", True)] == [
        (each.fault, "data/reports/elsewhere-2020.toml" in each.instead) for each in found
    ]


def test_every_fault_of_every_file_is_named_at_once(data: Path) -> None:
    """One run, all problems, one line each."""
    edit(data / FIGURES, 2, "value", "x")
    edit(data / FIGURES, 5, "bound", "x")
    edit(data / "reference/units.csv", 3, "name_zh", "")
    replace(data / RECORD, 'kind = "annual_report"', 'kind = "leaflet"')

    with pytest.raises(DataProblems) as caught:
        read_dataset(data, CHECKS)

    expected = {("units.csv", 3), ("chengdong-2020.toml", 7), ("chengdong-2020.csv", 2), ("chengdong-2020.csv", 5)}
    assert expected == {(Path(each.file).name, each.line) for each in caught.value.problems}
    assert 4 == len(str(caught.value).splitlines())


def test_a_problem_reads_as_one_line() -> None:
    """File, line, column, fault and remedy, as an editor would jump to it."""
    problem = Problem("data/reference/units.csv", 3, "name_zh", "is empty", "write a value")

    assert "data/reference/units.csv:3 [name_zh]: is empty; write a value" == str(problem)


def test_lines_are_counted_as_an_editor_shows_them(data: Path) -> None:
    """A cell with a line break moves the lines below; a form feed or U+2028 inside a cell does not."""
    file = data / "reference/themes.csv"
    replace(file, "Disputes and litigation", '"Disputes\nand\u2028litigation\x0c"')
    edit_line = line_of(file, "services,")
    replace(file, "services,政务服务与营商环境", "services,")

    assert [(edit_line, "name_zh")] == [
        (each.line, each.column) for each in problems(data) if each.file == file.as_posix()
    ]


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm(data: Path) -> None:
    """What a spreadsheet adds when it saves."""
    file = data / FIGURES
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))

    assert shipped_dataset().observations == read_dataset(data, CHECKS).observations


@pytest.mark.parametrize(
    ("printed", "step"),
    [
        ("72.7", "0.1"), ("98", "1"), ("22,909", "1"), ("2.1萬", "1000"), ("4.8万", "1000"), ("1.25亿", "1000000"),
        ("百分之百", "1"), ("十二", "1"), ("提高30%", "1"), ("28.50%", "0.01"), ("-24.76%", "0.01"), ("3千", "1000"),
    ],
)  # fmt: skip
def test_the_printed_step_is_the_unit_of_the_last_place(printed: str, step: str) -> None:
    """How finely a report printed a number."""
    assert Decimal(step) == printed_step(printed)
