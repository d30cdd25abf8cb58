"""A report that was read -> its findings: what its figures give, and what only its text shows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from faheng.checks.arithmetic.parts import PARTS
from faheng.checks.figures.catalogue import Catalogue
from faheng.checks.figures.report import ReportFigures
from faheng.checks.registry import findings_of, findings_of_text
from faheng.checks.text.checked_text import CheckedText
from faheng.checks.text.named_parts import named_parts
from faheng.model import Finding, Severity
from faheng.reading.flow import Reading


def checked(reading: Reading, locality_code: str | None, catalogue: Catalogue) -> list[Finding]:
    """Everything the checks say of a report that was just read."""
    report = ReportFigures(reading.original.name, locality_code, reading.observations, catalogue)
    text = CheckedText(reading, report)
    with_parts = replace(report, named=named_parts(text))
    return without_repetition(with_all_parts([*findings_of(with_parts), *findings_of_text(text)]))


def with_all_parts(findings: list[Finding]) -> list[Finding]:
    """The findings without parts that fall short of a whole whose parts, others included, the text adds up.

    The rules of data/reference name the usual parts: 民事513件、刑事829件、行政6件 has one more.
    """
    full = {whole_of(each) for each in findings if each.check == PARTS.name and each.severity is Severity.HOLDS}
    return [
        each for each in findings
        if each.check != PARTS.name or each.severity is not Severity.DOUBTFUL or whole_of(each) not in full
    ]  # fmt: skip


def whole_of(finding: Finding) -> tuple[str, ...]:
    """The figure that the parts are of, and its value."""
    return (*finding.observation_ids[:1], finding.stated)


def without_repetition(findings: Iterable[Finding]) -> list[Finding]:
    """One finding where two checks do the same arithmetic, the first."""
    first: dict[tuple[object, ...], Finding] = {}
    for each in findings:
        first.setdefault(key(each), each)
    return list(first.values())


def key(finding: Finding) -> tuple[object, ...]:
    """What makes two findings the same arithmetic: sums of the same numbers; else all that tells them apart."""
    if finding.check == PARTS.name:
        return finding.report_id, finding.check, finding.stated, finding.computed
    return finding.report_id, finding.check, finding.stated, finding.computed, finding.observation_ids, finding.span
