"""Findings of data/findings and the observations that they touch: those whose numeral one of their marks is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from faheng.checks.figures.report import ReportFigures
from faheng.model import Finding


def linked(findings: Iterable[Finding], report: ReportFigures) -> Iterator[Finding]:
    """The findings with the ids of the report's figures, in the order of their marks."""
    by_place: dict[int, list[str]] = {}
    for figure in report.figures:
        if figure.numeral is not None:
            by_place.setdefault(figure.numeral.end, []).append(figure.id)
    for finding in findings:
        places = [mark.span.end for mark in finding.marks if mark.span is not None]
        touched = [name for place in places for name in by_place.get(place, ())]
        yield replace(finding, observation_ids=tuple(dict.fromkeys(touched)))
