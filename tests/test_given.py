"""`--reports`: what a person says of the reports, with every fault named by its place."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from faheng.errors import DataProblems
from faheng.model import PeriodBasis
from faheng.reading.about.about import Recognised, ReportAbout
from faheng.reading.about.given import HEADER, completed, is_complete, read_given

FULL = "某报告.docx,910121,某县报告,某县人民政府,annual_report,2022-01-05,2021-01-01,2021-12-31,stated,"


def given(tmp_path: Path, *lines: str) -> dict[str, ReportAbout]:
    """The file with these lines."""
    file = tmp_path / "reports.csv"
    file.write_text("\n".join((",".join(HEADER), *lines)) + "\n", encoding="utf-8")
    return read_given(file, {"910121": "910121"})


def test_a_full_line(tmp_path: Path):
    about = given(tmp_path, FULL)["某报告"]

    assert ("910121", "annual_report", date(2021, 1, 1)) == (about.locality_code, about.kind, about.period_start)
    assert (date(2021, 12, 31), PeriodBasis.STATED) == (about.period_end, about.period_basis)
    assert is_complete(about)


def test_empty_cells_are_unknown(tmp_path: Path):
    about = given(tmp_path, "x.txt,,,,,,,,,")["x"]

    assert ReportAbout("x") == about
    assert not is_complete(about)


@pytest.mark.parametrize(
    ("line", "place"),
    [
        (FULL.replace("910121", "999999"), "[locality_code]"),
        (FULL.replace("annual_report", "annual"), "[kind]"),
        (FULL.replace("2022-01-05", "2022/1/5"), "[published_on]"),
        (FULL.replace("stated", "said"), "[year_basis]"),
        (FULL.replace("2021-01-01", "2023-01-01"), "[period_end]"),
        (FULL.replace("某报告.docx", ""), "[file]"),
        (FULL + "\n" + FULL.replace(".docx", ".pdf"), ":3"),
        (FULL + ",,", ":2"),
    ],
)
def test_a_fault_is_named_by_its_place(tmp_path: Path, line: str, place: str):
    with pytest.raises(DataProblems) as caught:
        given(tmp_path, line)

    assert 1 == len(caught.value.problems)
    assert place in str(caught.value)


def test_what_is_not_given_is_taken_from_the_text():
    """Each field by itself, but a period is not put together from two sources."""
    read = Recognised("910121", "题", 2021, date(2021, 1, 1), date(2021, 12, 31), PeriodBasis.STATED, "article")

    about = completed(ReportAbout("x", kind="work_report", period_start=date(2020, 1, 1)), read)

    assert ("910121", "work_report", "题") == (about.locality_code, about.kind, about.title)
    assert (date(2020, 1, 1), None, None) == (about.period_start, about.period_end, about.period_basis)
    assert date(2021, 12, 31) == completed(ReportAbout("x"), read).period_end
