"""Figures in tables: the cases of tests/specs/tables, each as text, with bars, as web page, as Word file and as PDF.

In a case cells are parted by |; < goes on the cell to the left, ^ the one above.
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from shipped_reading import read_observations, read_reports
from table_files import Shown, as_bars, as_page, as_text, pdf_file, word_file

from faheng.model import Observation, PeriodBasis
from faheng.reading.about.about import ReportAbout
from faheng.reading.texts.original import Original

FOLDER = Path(__file__).parent / "specs" / "tables"
CASES = [
    (path.stem, json.loads(line))
    for path in sorted(FOLDER.glob("*.jsonl"))
    for line in path.read_text(encoding="utf-8").splitlines()
]
ABOUT = ReportAbout("case", None, "annual_report", date(2023, 1, 1), date(2023, 12, 31), PeriodBasis.STATED)
TITLE = "附表"
FORMS = {
    "text.txt": lambda title, rows: f"{title}\n{as_text(rows)}\n".encode(),
    "bars.txt": lambda title, rows: f"{title}\n{as_bars(rows)}\n".encode(),
    "page.html": lambda title, rows: f"<html><body><p>{title}</p>{as_page(rows)}</body></html>".encode(),
    "word.docx": word_file,
    "ruled.pdf": pdf_file,
}


def rows_of(lines: list[str]) -> list[list[Shown]]:
    """The cells that the lines of a case draw."""
    drawn = [line.split("|") for line in lines]
    rows: list[list[Shown]] = []
    for r, line in enumerate(drawn):
        row = []
        for c, text in enumerate(line):
            if text in "<^" and text:
                continue
            columns = next((n for n in range(1, len(line) - c) if line[c + n] != "<"), len(line) - c)
            below = (n for n in range(1, len(drawn) - r) if c >= len(drawn[r + n]) or drawn[r + n][c] != "^")
            row.append(Shown(text, next(below, len(drawn) - r), columns))
        rows.append(row)
    return rows


def read(folder: Path, form: str, case: dict) -> tuple[Original, list[Observation]]:
    """The one file of a case in a form, and what is read in it."""
    title = case.get("caption", TITLE)
    (folder / form).write_bytes(FORMS[form](title, rows_of(case["rows"])))
    (original,), problems = read_reports(folder / form)
    assert [] == list(problems)
    return original, read_observations(original, ABOUT)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case[0]}:{case[1]['rows'][-1][:24]}")
def test_a_table_gives_the_figures_of_its_year_and_whole(case: tuple[str, dict], form: str, tmp_path: Path) -> None:
    """In each format the same; what is printed stands where the figure says."""
    original, observations = read(tmp_path, form, case[1])

    expected = sorted((one[0], float(one[1])) for one in case[1]["observations"])
    assert expected == sorted((one.indicator_id, float(one.value)) for one in observations)
    for one in observations:
        span = one.evidence.span
        assert span is not None
        assert one.value_text in original.text[span.start : span.end] == one.evidence.phrase


def test_a_third_of_the_cases_of_each_kind_expect_nothing() -> None:
    """Silence is a result too."""
    for path in FOLDER.glob("*.jsonl"):
        cases = [case for kind, case in CASES if kind == path.stem]
        silent = [case for case in cases if not case["observations"]]

        assert len(cases) >= 6
        assert len(silent) * 3 >= len(cases) - 2
