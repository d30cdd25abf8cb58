"""A report that was read -> its findings: what its figures give, and what only its text shows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from faheng.checks.figures.fact import Fact, extracted
from faheng.checks.figures.report import findings_of
from faheng.checks.figures.report_facts import Catalogue, ReportFacts
from faheng.checks.text.carried_over import carried_over
from faheng.checks.text.checked_text import CheckedText
from faheng.checks.text.corrupt_numeral import corrupt_numerals
from faheng.checks.text.named_parts import named_parts
from faheng.checks.text.rate_range import rates_above_hundred
from faheng.checks.text.stated_base import stated_bases
from faheng.checks.text.target import targets
from faheng.checks.text.text_parts import parts_in_text
from faheng.model import CheckName, Finding, Severity
from faheng.reading.flow import Reading


def checked(reading: Reading, locality_code: str | None, catalogue: Catalogue) -> list[Finding]:
    """Everything the checks say of a report that was just read."""
    report = ReportFacts(reading.original.name, locality_code, extracted(reading.observations), catalogue)
    text = CheckedText(reading, report)
    with_parts = replace(report, facts=[*report.facts, *named_parts(text)])
    return without_repetition(with_all_parts([*findings_of(with_parts), *findings_of_text(text)]))


def findings_of_text(text: CheckedText) -> list[Finding]:
    """What only the text shows: figures without an indicator, damaged numerals, targets, rates that are none."""
    return [
        *parts_in_text(text),
        *carried_over(text),
        *stated_bases(text),
        *corrupt_numerals(text),
        *targets(text),
        *rates_above_hundred(text),
    ]


def text_only(reading: Reading, locality_code: str | None, facts: list[Fact], catalogue: Catalogue) -> list[Finding]:
    """What the text of a report adds to the findings of its annotated figures: what data/findings keeps."""
    report = ReportFacts(reading.original.name, locality_code, facts, catalogue)
    known = without_repetition(findings_of(report))
    text = CheckedText(reading, report)
    return without_repetition([*known, *findings_of_text(text)])[len(known) :]


def with_all_parts(found: list[Finding]) -> list[Finding]:
    """The findings without parts that fall short of a whole whose parts, others included, the text adds up.

    The rules of data/reference name the usual parts: 民事513件、刑事829件、行政6件 has one more.
    """
    full = {whole_of(each) for each in found if each.check == CheckName.PARTS and each.severity is Severity.HOLDS}
    return [
        each for each in found
        if each.check != CheckName.PARTS or each.severity is not Severity.DOUBTFUL or whole_of(each) not in full
    ]  # fmt: skip


def whole_of(found: Finding) -> tuple[str, ...]:
    """The figure that the parts are of, and its value."""
    return (*found.observation_ids[:1], found.stated)


def without_repetition(found: Iterable[Finding]) -> list[Finding]:
    """One finding where two checks do the same arithmetic, the first."""
    first: dict[tuple[object, ...], Finding] = {}
    for each in found:
        first.setdefault(key(each), each)
    return list(first.values())


def key(found: Finding) -> tuple[object, ...]:
    """What makes two findings the same arithmetic: sums of the same numbers; else all that tells them apart."""
    if found.check == "parts":
        return found.report_id, found.check, found.stated, found.computed
    return found.report_id, found.check, found.stated, found.computed, found.observation_ids, found.span
