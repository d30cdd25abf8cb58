"""What a report was taken for, in words, with the words of the report that say so."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest

from faheng.intake.state import ImportedDocument, ReportState
from faheng.model import PeriodBasis
from faheng.reading.about.about import ReportAbout
from faheng.views.reports_taken import taken_facts
from faheng.views.selection import Selection
from faheng.views.view import View, view_of


@pytest.fixture
def view(shipped_folder: Path, monkeypatch: pytest.MonkeyPatch) -> View:
    monkeypatch.setenv("FAHENG_STORE", str(shipped_folder))
    return view_of(Selection(), "630102")


def state(about: ReportAbout, said: dict[str, str], settled: frozenset[str] = frozenset()) -> ReportState:
    document = ImportedDocument("0" * 64, "a.docx", "docx", "r", 10, datetime(2026, 1, 1), "李四")
    return ReportState("x", document=document, about=about, said=said, settled=settled)


def test_place_publisher_period_and_kind_with_their_words(view: View) -> None:
    about = ReportAbout("a", "630102", "annual_report", date(2023, 1, 1), date(2023, 12, 31), PeriodBasis.STATED,
                        publisher="城东区司法局")  # fmt: skip
    said = {"locality_code": "城东区", "publisher": "城东区 司法局", "year": "二〇二三年度", "kind": "年度报告"}

    place, publisher, period, kind = taken_facts(state(about, said), view)

    assert place.endswith("“城东区”")
    assert "城东区司法局 “城东区 司法局”".replace(" “", "“") == publisher.replace(" “", "“")
    assert period.startswith("2023年")
    assert period.endswith("“二〇二三年度”")
    assert kind.endswith("“年度报告”")


def test_a_part_of_a_year_two_years_and_what_a_person_said(view: View) -> None:
    part = ReportAbout("a", period_start=date(2023, 1, 1), period_end=date(2023, 5, 31))
    two = ReportAbout("a", period_start=date(2022, 1, 1), period_end=date(2023, 12, 31),
                      period_basis=PeriodBasis.INFERRED)  # fmt: skip

    unknown, _, months, _ = taken_facts(state(part, {}), view)
    *_, years, _ = taken_facts(state(two, {}, frozenset({"period_start"})), view)

    assert "未识别" in unknown
    assert months.startswith("2023年1")
    assert "推定" in years
    assert "2022" in years
    assert years != next(iter(list(taken_facts(state(two, {}), view))[2:3]))
