"""What must hold of the shipped data, read from a store that was built from data/."""

from __future__ import annotations

import hashlib
import os
import re
from decimal import Decimal
from pathlib import Path

import pandas as pd
import pytest
from conftest import shipped_dataset, shown
from factories import CHENGDONG, KAIYUAN, SHENYANG, TUCHENGZI, WANYUAN
from shipped_reading import read_file

from faheng.model import Observation, Report
from faheng.paths import ROOT
from faheng.store.read import Snapshot

APPEARANCE = "court_appearance_rate"
RESOLUTION = "reconsideration_resolution_rate"
HANDLING = "online_handling_rate"
YANTIAN, GUANGMING = "440308", "440311"
SHARED = Path(os.environ.get("FAHENG_SHARED") or ROOT.parent / "shared")
NO_DOCUMENTS = f"the documents of the reports are not in {SHARED} (set FAHENG_SHARED)"


def cells(shipped: Snapshot, indicator: str, *localities: str, years: list[int] | None = None) -> pd.DataFrame:
    """The cells of an indicator by locality."""
    found = shown(shipped, localities, [indicator], years)
    return found.assign(verdicts=[list(each) for each in found["verdicts"]])


def cell(shipped: Snapshot, indicator: str, locality: str, year: int | None = None) -> pd.Series:
    """One cell, of the year or the latest."""
    return cells(shipped, indicator, locality, years=[year] if year else None).iloc[0]


@pytest.mark.parametrize(
    ("locality", "value", "period", "verdicts"),
    [
        (KAIYUAN, 99, ("multi_year", "2023-01-01", "2024-12-31"), ["disputed", "other_period"]),
        (CHENGDONG, 72.7, ("year", "2020-01-01", "2020-12-31"), ["other_period"]),
        (SHENYANG, 98.3, ("part_year", "2022-01-01", "2022-05-31"), ["other_period"]),
    ],
)
def test_court_appearance_of_the_headline(
    shipped: Snapshot, locality: str, value: float, period: tuple[str, str, str], verdicts: list[str]
) -> None:
    """出庭应诉率: 开原 99% of two years, 城东 72.7% of 2020 (too long ago), 沈阳 98.3% of five months."""
    found = cell(shipped, APPEARANCE, locality)

    days = [str(day.date()) for day in found[["period_start", "period_end"]]]
    assert (value, list(period), verdicts) == (found["value"], [found["period_kind"], *days], found["verdicts"])


def test_chengdong_is_comparable_in_its_own_year(shipped: Snapshot) -> None:
    """72.7% is a full year's value of the indicator's own definition."""
    assert ["compared"] == cell(shipped, APPEARANCE, CHENGDONG, 2020)["verdicts"]


@pytest.mark.parametrize("locality", [TUCHENGZI, WANYUAN])
def test_court_appearance_is_not_reported_by_two(shipped: Snapshot, locality: str) -> None:
    """未披露, of the report of 2022 that is held."""
    found = cell(shipped, APPEARANCE, locality)

    assert (["not_reported"], 2022, True) == (found["verdicts"], found["year"], pd.isna(found["value"]))


def test_kaiyuan_was_at_69_to_76_before(shipped: Snapshot) -> None:
    """反推上期: 69% if the stated 30% is in points, 76.15% if not; the two years before, inferred."""
    found = cell(shipped, APPEARANCE, KAIYUAN, 2022)

    columns = ["value", "value_low", "value_high", "bound", "origin", "period_kind", "verdicts"]
    assert [69, 69, 76.15, "about", "implied", "multi_year"] == found[columns[:-1]].tolist()
    assert ["other_period", "implied"] == found["verdicts"]


def test_reference_lines_of_the_headline(shipped: Snapshot) -> None:
    """全国 2020 41.8%, 青海 2023 85.59%, 四川 2024 96.57%, 铁岭 2024 100% are drawn beside the five."""
    five = [KAIYUAN, CHENGDONG, SHENYANG, TUCHENGZI, WANYUAN]
    found = shipped.rows("pages/shared__benchmarks", indicators=[APPEARANCE], localities=five, language="zh")

    drawn = found[found["drawn"]]
    expected = {("全国", "2020", 41.8), ("青海", "2023", 85.59), ("四川", "2024", 96.57), ("铁岭市", "2024", 100)}
    assert expected == set(drawn[["region", "period", "value"]].itertuples(index=False, name=None))


def test_resolution_rate_of_the_headline(shipped: Snapshot) -> None:
    """复议化解率: 沈阳 58.3% with the interval of its counts, two derived shares as 口径不同, 土城子 不适用."""
    found = cells(shipped, RESOLUTION, SHENYANG, CHENGDONG, WANYUAN, TUCHENGZI, KAIYUAN).set_index("locality_code")

    values = found["value"].round(1)
    assert [58.3, 50, 33.3] == values.loc[[SHENYANG, CHENGDONG, WANYUAN]].tolist()
    assert (22198, 38094) == tuple(found.loc[SHENYANG, ["numerator", "denominator"]])
    for derived in (CHENGDONG, WANYUAN):
        assert {"other_definition", "derived"} <= set(found.loc[derived, "verdicts"])
        assert "compared" not in found.loc[derived, "verdicts"]
    assert [["not_applicable"], ["not_reported"]] == found.loc[[TUCHENGZI, KAIYUAN], "verdicts"].tolist()


def test_online_handling_of_the_headline(shipped: Snapshot) -> None:
    """网办率: 城东 85%, 沈阳 93.8% (实际), 开原 ≥99% (企业登记), each 口径不同 with its reason."""
    found = cells(shipped, HANDLING, CHENGDONG, SHENYANG, KAIYUAN)

    assert [85, 93.8, 99] == found["value"].tolist()
    assert ["exact", "exact", "at_least"] == found["bound"].tolist()
    assert [HANDLING, "online_actual_rate", "registration_online_rate"] == found["source_indicator_id"].tolist()
    assert ["other_definition"] * 3 == [verdicts[0] for verdicts in found["verdicts"]]
    assert found["scope_name"].fillna(found["reason"]).str.len().gt(5).all()


def test_yantian_has_eleven_unbroken_years(shipped: Snapshot) -> None:
    """人大代表建议 2014-2024, each comparable."""
    found = cells(shipped, "congress_proposals", YANTIAN, years=list(range(2014, 2025)))

    assert [220, 189, 198, 126, 140, 97, 131, 89, 99, 107, 102] == found["value"].tolist()
    assert [["compared"]] * 11 == found["verdicts"].tolist()
    assert {""} == set(found["scope"])


def test_guangming_has_its_gap(shipped: Snapshot) -> None:
    """行政复议受理 49 (2019), 21 (2020), a gap of two years, 170 (2023)."""
    found = cells(shipped, "reconsideration_accepted", GUANGMING, years=[2019, 2020, 2021, 2022, 2023]).set_index(
        "year"
    )

    assert [49, 21, 170] == found.loc[[2019, 2020, 2023], "value"].tolist()
    assert found.loc[[2021, 2022], "value"].isna().all()
    assert {"not_read", "no_report"} >= {each for year in (2021, 2022) for each in found.loc[year, "verdicts"]}


def test_every_derived_value_leads_to_a_phrase(shipped: Snapshot) -> None:
    """No number without a text behind it: inputs of every derived and implied value are reported observations."""
    found = shipped.rows("marts/facts")
    made = found.loc[found["origin"] != "reported", "id"]
    phrases = [shipped.rows("pages/evidence__inputs", id=each, language="zh")["evidence_phrase"] for each in made]

    assert len(made) > 5
    assert [] == [each for each, inputs in zip(made, phrases, strict=True) if inputs.empty or (inputs == "").any()]


def test_phrases_are_short_and_one_line() -> None:
    """At most 60 characters, the evidence of a number and not a copy of the report."""
    long = [each.id for each in shipped_dataset().observations if not 0 < len(each.evidence.phrase) <= 60]

    assert [] == long


def written_out(numeral: str) -> Decimal | None:
    """The value of a numeral in digits, "1+73" added up; None for one in words, but for the 一 of 一万."""
    parts = [
        re.fullmatch(r"([\d,]+(?:\.\d+)?)([千万萬亿億]?)", part) for part in numeral.replace("一万", "1万").split("+")
    ]
    scale = {"": 1, "千": 10**3, "万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
    if not all(parts):
        return None
    return sum((Decimal(part[1].replace(",", "")) * scale[part[2]] for part in parts if part), Decimal(0))


def test_values_are_what_is_printed() -> None:
    """2.1萬 is 21000: every numeral in digits gives the value beside it, and few are in words."""
    read = [(each.value_text, each.value, written_out(each.value_text)) for each in shipped_dataset().observations]

    assert [] == [(text, value) for text, value, printed in read if printed is not None and printed != value]
    assert {"百分之百", "十二", "半天", "零败诉", "50多万", "2/3"} >= {
        text for text, _, printed in read if printed is None
    }


def test_changes_are_what_is_printed() -> None:
    """The digits of change_text give the change, whatever its sign."""
    changed = [each for each in shipped_dataset().observations if each.change is not None]
    digits = {each.id: re.search(r"\d+(\.\d+)?", each.change_text) for each in changed}

    assert [] == [each.change_text for each in changed if Decimal((digits[each.id] or [0])[0]) != abs(each.change or 0)]


def document(report: Report) -> Path | None:
    """The document of a report as received."""
    found = list(SHARED.glob(f"reports/**/{report.id}.{report.reader}"))
    return found[0] if found else None


def figures(report: Report) -> list[Observation]:
    """The observations of a report."""
    return [each for each in shipped_dataset().observations if each.report_id == report.id]


@pytest.mark.skipif(not (SHARED / "reports").is_dir(), reason=NO_DOCUMENTS)
@pytest.mark.parametrize(
    "report", [each for each in shipped_dataset().reports if each.sha256], ids=lambda report: report.id
)
def test_every_phrase_stands_in_its_document(report: Report) -> None:
    """The document has the recorded sum and length, and text[start:end] is the phrase with the numeral in it."""
    path = document(report)
    assert path is not None, "the document is missing"
    content = path.read_bytes()
    text = content.decode("utf-8") if report.reader == "txt" else read_file(path)[0].text

    assert (report.sha256, report.characters) == (hashlib.sha256(content).hexdigest(), len(text))
    places = [(each, each.evidence.span) for each in figures(report)]
    wrong = [each for each, span in places if text[span.start : span.end] != each.evidence.phrase]
    assert [] == wrong
    for each in figures(report):
        assert [] == [part for part in each.value_text.split("+") if part not in each.evidence.phrase]
        last = each.value_text.split("+")[-1]
        assert [] == [place for place in each.also if last not in text[place.span.start : place.span.end]]


def test_regions_that_contain_a_place_come_nearest_first(shipped: Snapshot) -> None:
    """pages/shared__regions: of the regions with published values, those around the place, itself left out."""
    found = shipped.rows("pages/shared__regions", locality=KAIYUAN, language="zh")["name"].tolist()

    assert ["铁岭市", "辽宁", "全国"] == [name for name in found if name in ("铁岭市", "辽宁", "全国")]
    assert "四川" not in found
