"""Rows as the page queries give them, for the tests of figures: ordinary unless a test says otherwise."""

from __future__ import annotations

from datetime import date

from faheng.charts.shown import ThemeCoverage
from faheng.model import Benchmark, Bound, Cell
from faheng.store.records import converters
from faheng.words.catalogue import words

ZH, EN = words("zh"), words("en")
FRAME = {"title": "出庭应诉率，各地最新年度", "note": "期间不同的不排名。", "source": "各地年度报告"}
YANTIAN = [220, 189, 198, 126, 140, 97, 131, 89, 99, 107, 102]


def record(kind, /, **given):
    """A record of the kind, of fields as a query gives them; days as ISO text, what is not given is missing."""
    convert = converters(kind)
    assert set(given) <= set(convert), f"{kind.__name__} has no {sorted(set(given) - set(convert))}"
    return kind(**{name: make(_day(name, given.get(name))) for name, make in convert.items()})


def _day(name, value):
    days = ("period_start", "period_end", "published_on")
    return date.fromisoformat(value) if name in days and isinstance(value, str) else value


def cell(code="630102", year=2020, value=72.7, **fields):
    """A comparable reported rate of a whole year unless told otherwise."""
    ordinary = {
        "locality_code": code, "locality": {"630102": "城东", "210100": "沈阳"}.get(code, f"地{code}"),
        "level": "county", "indicator_id": "court_appearance_rate", "indicator": "出庭应诉率", "unit": "percent",
        "kind": "rate", "measure": "flow", "better": "higher", "year": year, "observation_id": f"{code}-{year}",
        "value": value, "bound": "exact", "origin": "reported", "period_kind": "year",
        "period_start": year and f"{year}-01-01", "period_end": year and f"{year}-12-31", "period_basis": "report",
        "scope": "", "own_definition": True, "source_indicator_id": "court_appearance_rate", "verdicts": ["compared"],
        "report_kind": "annual_report", "source_kind": "original",
    }  # fmt: skip
    return record(Cell, **(ordinary | fields))


def count(code="440308", year=2020, value=100.0, **fields):
    """A comparable reported count."""
    own = {"indicator_id": "congress_proposals", "unit": "proposal", "kind": "count", "better": "",
           "source_indicator_id": "congress_proposals"}  # fmt: skip
    return cell(code, year, value, **(own | fields))


def frame_of(*cells):
    """The cells as a query hands them on."""
    return cells


def benchmarks(*rows):
    """Reference values of whole years that may be drawn, of region, year and value each."""
    return tuple(
        record(Benchmark, region=region, period=period, period_start=f"{period}-01-01", period_end=f"{period}-12-31",
               value=value, unit="percent", bound=Bound.EXACT, drawn=True)
        for region, period, value in rows
    )  # fmt: skip


def part_of_2022(**fields):
    period = {"period_kind": "part_year", "period_start": "2022-01-01", "period_end": "2022-05-31"}
    return cell("210100", 2022, 98.3, value_text="98.3", verdicts=["other_period"], **(period | fields))


def traced(figure, name):
    return [trace for trace in figure.data if trace.name == name]


def texts_in(figure):
    return [annotation.text for annotation in figure.layout.annotations]


def covered():
    rows = [("a", "城东", 2020, "x", "争议化解", 12, 26), ("a", "城东", 2020, "y", "行政执法", 3, 10),
            ("b", "沈阳", 2022, "x", "争议化解", 4, 26), ("b", "沈阳", 2022, "y", "行政执法", 0, 0)]  # fmt: skip
    columns = ["report_id", "locality", "year", "theme", "theme_name", "reported", "catalogue"]
    return tuple(record(ThemeCoverage, **dict(zip(columns, row, strict=True))) for row in rows)
