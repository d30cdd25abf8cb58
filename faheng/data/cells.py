"""Report and Observation records -> the cells that their files under data/ have, so that what was made can be shipped.

The way back is faheng.data.reports, which validates: whatever enters the store has gone through it.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from faheng.data.reports import OBSERVATION_HEADER, RANGE, REPORT_KEYS
from faheng.data.table import Row
from faheng.errors import Problem
from faheng.model import Observation, Report

Cells = Mapping[str, str]
_RENAMED = {"indicator": "indicator_id", "locality": "locality_code"}


def observation_cells(observation: Observation) -> dict[str, str]:
    """The line of an observations file that says the same."""
    span = observation.evidence.span
    low, high = observation.value, observation.upper
    apart: dict[str, object] = {
        "value": low if high is None else f"{text_of(low)}{RANGE}{text_of(high)}",
        "phrase": observation.evidence.phrase,
        "section": observation.evidence.section,
        "start": None if span is None else span.start,
        "end": None if span is None else span.end,
        "also_at": ";".join(f"{each.span.start}:{each.span.end}" for each in observation.also if each.span),
    }
    return {
        name: text_of(apart[name] if name in apart else getattr(observation, _RENAMED.get(name, name)))
        for name in OBSERVATION_HEADER
    }


def report_cells(report: Report) -> dict[str, str]:
    """The keys of a report's file, in their order."""
    return {name: text_of(getattr(report, _RENAMED.get(name, name))) for name in REPORT_KEYS}


def text_of(value: object) -> str:
    """A value as a cell says it; "" for what is not known."""
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    if isinstance(value, date):
        return value.isoformat()
    return str(value)


def row_of(cells: Cells, file: str, problems: list[Problem]) -> Row:
    """The cells as a row that notes its faults in problems. file: what the faults name."""
    return Row(file, 1, dict(cells), problems)
