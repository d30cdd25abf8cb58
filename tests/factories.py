"""Records with ordinary defaults, so that a test names only what matters to its rule.

An observation is by default an exact yearly court-appearance rate of 80% of Chengdong (a county-level district).
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from faheng.checks.arithmetic.stated_rate import STATED_RATE
from faheng.model import (
    Bound,
    ChangeUnit,
    Evidence,
    Finding,
    Observation,
    PeriodBasis,
    PeriodKind,
    ReferenceValue,
    Report,
    Setting,
    Severity,
    Span,
    Status,
)

CHENGDONG = "630102"
KAIYUAN = "211282"
SHENYANG = "210100"
WANYUAN = "511781"
TUCHENGZI = "150525206"
RATE = "court_appearance_rate"
# A count that is part of no rate of the catalogue.
COUNT = "congress_proposals"

LIMITS = {
    "full_year_min_days_rate": 300,
    "full_year_min_days_count": 360,
    "latest_window_years": 3,
    "too_few_cases": 10,
    "ceiling_run": 3,
    "across_levels_rate": "yes",
    "across_levels_count": "per_resident",
    "compared_scopes": "own",
    "benchmark_min_days": 360,
    "least_peers": 3,
    "quartiles_from": 8,
    "jump_least_years": 3,
    "jump_times": 3,
    "jump_least_cases": 30,
    "jump_points": 20,
}


def settings() -> tuple[Setting, ...]:
    """The limits of comparability that the tests rest on, whatever data/reference says today."""
    return tuple(Setting(name, str(value), "限", "limit", "因", "reason") for name, value in LIMITS.items())


def report(id: str = "chengdong-2020", *, locality: str = CHENGDONG, year: int = 2020, **other: object) -> Report:  # noqa: A002
    """An annual report on one full year."""
    ordinary = {
        "title": "法治政府建设年度报告",
        "title_en": "Annual report on law-based government",
        "publisher": "区人民政府",
        "publisher_en": "District government",
        "kind": "annual_report",
        "published_on": date(year + 1, 3, 1),
        "period_start": date(year, 1, 1),
        "period_end": date(year, 12, 31),
        "period_basis": PeriodBasis.STATED,
        "source_url": "https://example.org/report",
        "sha256": "0" * 64,
        "reader": "txt",
        "characters": 5000,
        "read": "whole",
        "damage_zh": "",
        "damage_en": "",
        "note_zh": "",
        "note_en": "",
    }
    return Report(id=id, locality_code=locality, **(ordinary | other))  # type: ignore[arg-type]


def observation(
    value: object = 80,
    *,
    indicator: str = RATE,
    locality: str = CHENGDONG,
    year: int = 2020,
    report: str = "",
    unit: str = "",
    growth: object = None,
    growth_unit: str = "percent",
    growth_bound: str = "exact",
    at: int = 0,
    **other: object,
) -> Observation:
    """A figure for a full year; without a report it stands in <locality>-<year>, and its phrase begins at `at`."""
    ordinary = {
        "value_text": str(value),
        "bound": Bound.EXACT,
        "scope": "",
        "period_kind": PeriodKind.YEAR,
        "period_start": date(year, 1, 1),
        "period_end": date(year, 12, 31),
        "period_basis": PeriodBasis.STATED,
        "confidence": Decimal(1),
        "status": Status.ACCEPTED,
    }
    given = ordinary | other
    span, phrase = given.pop("evidence", Span(at, at + 10)), given.pop("evidence_phrase", f"该项为{value}")
    evidence = Evidence(str(phrase), span, "一、主要工作")  # type: ignore[arg-type]
    given["also"] = tuple(Evidence("", place) for place in given.pop("also", ()))  # type: ignore[attr-defined]
    return Observation(
        report_id=report or f"{locality}-{year}",
        locality_code=locality,
        indicator_id=indicator,
        value=Decimal(str(value)),
        unit=unit or ("percent" if indicator.endswith(("_rate", "_share")) else "case"),
        change=None if growth is None else Decimal(str(growth)),
        change_text="" if growth is None else f"{growth}%",
        change_unit=None if growth is None else ChangeUnit(growth_unit),
        change_bound=None if growth is None else Bound(growth_bound),
        evidence=evidence,
        **given,  # type: ignore[arg-type]
    )


def count(value: object = 100, *, indicator: str = COUNT, **other: object) -> Observation:
    """A counted figure for a full year."""
    return observation(value, indicator=indicator, **other)  # type: ignore[arg-type]


def court_counts(appearances: int, hearings: int, **other: object) -> tuple[Observation, Observation]:
    """The two counts that a court-appearance rate is worked out from."""
    return (
        count(appearances, indicator="court_appearances", **other),
        count(hearings, indicator="court_hearings", **other),
    )


def benchmark(
    value: object = 90, *, region: str = "青海", region_code: str = "630000", **other: object
) -> ReferenceValue:
    """A yearly court-appearance rate that the province of Chengdong published for 2020."""
    ordinary = {
        "level": "province",
        "indicator_id": RATE,
        "period": "2020",
        "period_start": date(2020, 1, 1),
        "period_end": date(2020, 12, 31),
        "bound": Bound.EXACT,
        "kind": "reported",
        "scope": "",
        "source_kind": "original",
        "note_zh": "注",
        "note_en": "a note",
        "source_title": "白皮书",
        "source_url": "https://example.org/paper",
    }
    return ReferenceValue(region=region, region_code=region_code, value=Decimal(str(value)), **(ordinary | other))  # type: ignore[arg-type]


def finding(*observations: Observation, severity: str = "contradiction", **other: object) -> Finding:
    """A check that does not hold for the observations, the first of which it puts in doubt."""
    first = observations[0]
    ordinary = {
        "check": STATED_RATE.name,
        "indicators": tuple(dict.fromkeys(each.indicator_id for each in observations)),
        "observation_ids": tuple(each.id for each in observations),
        "locality_code": first.locality_code,
        "stated": "80%",
        "computed": "81%",
        "explanation_zh": "两数不符。",
        "explanation_en": "They differ.",
    }
    return Finding(
        severity=Severity(severity),
        report_id=first.report_id,
        **(ordinary | other),  # type: ignore[arg-type]
    )
