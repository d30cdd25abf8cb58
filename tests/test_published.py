"""data/published, figures of which only the clause was seen: what one may write, and what becomes of it."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

import pytest
from conftest import shipped_dataset
from factories import CHENGDONG, RATE, observation
from test_dataset import edit, problems

from faheng.checks.figures.report import stand_together
from faheng.checks.registry import CHECKS
from faheng.data.published import FIGURE_HEADER, SOURCE_HEADER
from faheng.data.read import read_dataset
from faheng.model import Evidence, Observation, Report, SourceKind
from faheng.store.observations import observation_of_row, row_of_observation

SOURCES, FIGURES = "published/sources.csv", "published/figures.csv"
QINGHAI = "630000"
SOURCE = {
    "id": "court-2031", "title": "2031年行政审判白皮书", "title_en": "White paper, 2031", "publisher": "某报",
    "publisher_en": "A paper", "kind": "white_paper", "source_kind": "copy", "period_start": "2031-01-01",
    "period_end": "2031-12-31", "period_basis": "stated",
}  # fmt: skip
FIGURE = {
    "source": "court-2031", "locality": QINGHAI, "indicator": RATE, "value": "85.59", "value_text": "85.59",
    "bound": "exact", "scope": "publicly_heard", "period_kind": "year", "period_start": "2031-01-01",
    "period_end": "2031-12-31", "period_basis": "report", "phrase": "出庭应诉率为85.59%,同比上升8.4个百分点",
}  # fmt: skip


def write(path: Path, header: tuple[str, ...], lines: list[Mapping[str, str]]) -> None:
    """A file of these lines; what a line does not name is empty."""
    with path.open("w", encoding="utf-8", newline="") as target:
        table = csv.DictWriter(target, header, restval="", lineterminator="\n")
        table.writeheader()
        table.writerows(lines)


@pytest.fixture
def published(data: Path) -> Path:
    """The shipped data with a source of our own that speaks of a province and a district."""
    write(data / SOURCES, SOURCE_HEADER, [SOURCE])
    write(data / FIGURES, FIGURE_HEADER, [FIGURE, FIGURE | {"locality": CHENGDONG, "value": "7", "value_text": "7",
                                                            "phrase": "城东为7%"}])  # fmt: skip
    return data


def of_ours(data: Path) -> tuple[list[Report], list[Observation]]:
    """The reports and figures of the source of our own."""
    read = read_dataset(data, CHECKS)
    reports = [each for each in read.reports if each.id.startswith("court-2031-")]
    return reports, [each for each in read.observations if each.report_id.startswith("court-2031-")]


def test_a_source_is_a_report_of_each_of_its_places(published: Path) -> None:
    """Title, publisher and kind are the source's, the place its figure's; nobody held the document."""
    reports, _ = of_ours(published)

    assert ["court-2031-630000", f"court-2031-{CHENGDONG}"] == [each.id for each in reports]
    assert [QINGHAI, CHENGDONG] == [each.locality_code for each in reports]
    same = {(each.title, each.publisher, each.kind, each.source_kind, each.read) for each in reports}
    assert {("2031年行政审判白皮书", "某报", "white_paper", SourceKind.COPY, "partly")} == same
    assert {("", None, 0)} == {(each.sha256, each.characters, each.length) for each in reports}


def test_the_clause_is_the_evidence_and_has_no_place(published: Path) -> None:
    """The phrase without offsets, read by a person and accepted."""
    _, (first, second) = of_ours(published)

    assert (Decimal("85.59"), "publicly_heard", "accepted") == (first.value, first.scope, first.status)
    assert Evidence(FIGURE["phrase"], None) == first.evidence
    assert {"phrase": "城东为7%", "start": None, "end": None, "section": ""} == second.evidence.as_json()
    assert None is first.numeral


def test_a_figure_is_known_again_by_its_clause(published: Path) -> None:
    """Read twice it has the same id; another clause for the same fact is another figure."""
    before = [each.id for each in of_ours(published)[1]]
    again = [each.id for each in of_ours(published)[1]]
    edit(published / FIGURES, 2, "phrase", "该率为85.59%")
    changed = [each.id for each in of_ours(published)[1]]

    assert before == again
    assert [False, True] == [one == other for one, other in zip(before, changed, strict=True)]


def test_ids_with_a_place_are_what_they_were() -> None:
    """Links and exports rely on them: those of the shipped documents, by their places."""
    shipped = {each.id for each in shipped_dataset().observations}

    # 城东 2020 court_appearance_rate and 沈阳 2022 reconsideration_resolution_rate.
    assert {"61d22623cfa3cac3", "09e4750e3db089f4"} <= shipped


SOURCE_FAULTS = [
    ("id", "Court 2031", "'Court 2031' is no id", "small letters and digits"),
    ("title", "", "is empty", "write a value"),
    ("publisher_en", "", "is empty", "write a value"),
    ("kind", "paper", "unknown 'paper'", "annual_report, white_paper, statistics"),
    ("source_kind", "reprint", "unknown 'reprint'", "original, copy"),
    ("source_kind", "original", "is empty", "or call what was seen a copy"),
    ("source_url", "www.example.org", "'www.example.org' is no address of the web", "write https://"),
    ("source_url", "javascript:alert(1)", "is no address of the web", "write https://"),
    ("published_on", "2032-03", "'2032-03' is not a day", "year-month-day"),
    ("period_end", "2030-12-31", "lies before period_start", "exchange the two"),
]
FIGURE_FAULTS = [
    ("source", "court-2032", "unknown 'court-2032'", "write 'court-2031' or add it to data/published/sources.csv"),
    ("locality", "63000", "unknown '63000'", "data/reference/localities.csv"),
    ("indicator", "court_rate", "unknown 'court_rate'", "data/reference/indicators.csv"),
    ("value", "185.59", "out of range", "from 0 to 100"),
    ("value", "85.6", "85.6 is not the printed 85.59", "make value and value_text agree"),
    ("value_text", "85.60", "'85.60' does not stand in the phrase", "as it is printed"),
    ("scope", "public", "unknown 'public'", "data/reference/scopes.csv"),
    ("phrase", "", "is empty", "write a value"),
    ("phrase", "率85.59%" + "八" * 60, "has 67 characters", "at most 60"),
    ("period_kind", "as_of", "has no start", "leave it empty"),
    ("change", "8.4", "a change needs", "fill in all three"),
    ("change_text", "9.9", "'9.9' does not stand in the phrase", "copy the numeral"),
]
# A fault that is seen in another column than the one that was edited.
SEEN_IN = {
    ("source_kind", "original"): "source_url",
    ("period_kind", "as_of"): "period_start",
    ("change", "8.4"): "change_unit",
}
FAULTS = [(SOURCES, each) for each in SOURCE_FAULTS] + [(FIGURES, each) for each in FIGURE_FAULTS]


@pytest.mark.parametrize(("file", "slip"), FAULTS)
def test_a_bad_cell_is_named(published: Path, file: str, slip: tuple[str, str, str, str]) -> None:
    """The problem stands in the right file, line and column and says what to write instead."""
    column, cell, fault, instead = slip
    edit(published / file, 2, column, cell)

    seen = SEEN_IN.get((column, cell), column)
    found = [each for each in problems(published) if each.column == seen and fault in each.fault]

    assert [((published / file).as_posix(), 2, True)] == [
        (each.file, each.line, instead in each.instead) for each in found
    ]


def test_a_period_taken_from_a_source_is_no_surer_than_the_sources(published: Path) -> None:
    """The source's period is inferred: a figure may infer it too or state its own, and not take it as the report's."""
    edit(published / SOURCES, 2, "period_basis", "inferred")
    edit(published / FIGURES, 2, "period_basis", "stated")
    found = problems(published)

    assert [(3, "period_basis", True)] == [(each.line, each.column, "write inferred" in each.instead) for each in found]


def test_a_figure_stands_once(published: Path) -> None:
    """Source, place, indicator, scope and period given twice name both lines."""
    write(published / FIGURES, FIGURE_HEADER, [FIGURE, FIGURE])

    assert [(3, "the same source, place, indicator, scope and period as line 2")] == [
        (each.line, each.fault) for each in problems(published)
    ]


def test_a_source_without_figures_is_a_fault(published: Path) -> None:
    """It would be no report of any place."""
    write(published / SOURCES, SOURCE_HEADER, [SOURCE, SOURCE | {"id": "court-2030"}])

    assert [(3, "id", "no figure is of 'court-2030'")] == [
        (each.line, each.column, each.fault) for each in problems(published)
    ]


def test_a_source_may_not_take_the_name_of_a_report(published: Path) -> None:
    """<source>-<locality> is an id of data/reports already."""
    name = f"court-2031-{QINGHAI}"
    record = (published / "reports/chengdong-2020.toml").read_text(encoding="utf-8")
    renamed = record.replace('id = "chengdong-2020"', f'id = "{name}"')
    (published / f"reports/{name}.toml").write_text(renamed, encoding="utf-8")

    assert [(2, f"{name!r} is a report of data/reports too")] == [
        (each.line, each.fault) for each in problems(published) if each.column == "source"
    ]


def test_both_files_or_none(published: Path) -> None:
    """Neither is nothing published; one alone is a slip, and so is a third."""
    (published / SOURCES).unlink()
    assert ["the file is missing"] == [each.fault for each in problems(published) if each.file.endswith("sources.csv")]

    (published / FIGURES).unlink()
    assert ([], []) == of_ours(published)

    (published / "published/more.csv").write_text("a\n", encoding="utf-8")
    assert ["no part of Faheng reads this file"] == [each.fault for each in problems(published)]


def test_a_figure_without_a_place_goes_into_the_store_and_back(published: Path) -> None:
    """Its offsets are missing there, not 0."""
    _, (first, _) = of_ours(published)
    row = row_of_observation(first)

    assert (None, None) == (row["evidence_start"], row["evidence_end"])
    assert first == observation_of_row(row)


def test_clauses_without_a_place_stand_together_in_one_clause_alone() -> None:
    """How far two clauses are apart nobody knows, unless they are the same words."""
    one, other = (observation(80, evidence=None, evidence_phrase=phrase) for phrase in ("率80%,件12", "件12"))

    assert [True, False, False] == [
        stand_together([one, observation(12, evidence=None, evidence_phrase="率80%,件12")]),
        stand_together([one, other]),
        stand_together([one, observation(80)]),
    ]


def test_nothing_stands_twice() -> None:
    """What is an observation of a place is no reference value of it too."""
    data = shipped_dataset()
    observed = {(each.locality_code, each.indicator_id, each.period_end, each.value) for each in data.observations}

    assert [] == [
        each
        for each in data.benchmarks
        if (each.region_code, each.indicator_id, each.period_end, each.value) in observed
    ]


def test_every_published_figure_has_its_clause() -> None:
    """Of whatever source: a clause of at most 60 characters with the numeral in it, and no offsets."""
    held = {each.id for each in shipped_dataset().reports if each.sha256}
    found = [each for each in shipped_dataset().observations if each.report_id not in held]

    assert 400 < len(found)
    assert [] == [each for each in found if each.value_text not in each.evidence.phrase]
    assert [] == [each for each in found if not 1 <= len(each.evidence.phrase) <= 60 or each.evidence.span]
