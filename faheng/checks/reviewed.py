"""Findings of data/findings and the observations that they touch: those whose numeral one of their marks is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from faheng.checks.figures.report_facts import ReportFacts
from faheng.model import Finding


def linked(findings: Iterable[Finding], report: ReportFacts) -> Iterator[Finding]:
    """The findings with the ids of the report's figures, in the order of their marks."""
    by_place: dict[int, list[str]] = {}
    for fact in report.facts:
        if fact.numeral is not None:
            by_place.setdefault(fact.numeral.end, []).append(fact.id)
    for found in findings:
        places = [mark.span.end for mark in found.marks if mark.span is not None]
        touched = [name for place in places for name in by_place.get(place, ())]
        yield replace(found, observation_ids=tuple(dict.fromkeys(touched)))
