"""Every check, in the order in which pages list them, and what makes its findings, in the order in which they are said.

A check is declared where its findings are made. One check may look at a report in several ways:
a stated growth is held against whole numbers, against what its sentence says, and against the report before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from faheng.checks.across.reports import JUMP, TWO_REPORTS
from faheng.checks.arithmetic.attainability import ATTAINABILITY, attainability
from faheng.checks.arithmetic.flow import FLOW, flows
from faheng.checks.arithmetic.growth import GROWTH, growths
from faheng.checks.arithmetic.inferred_period import INFERRED_PERIOD, inferred_periods
from faheng.checks.arithmetic.parts import PARTS, parts
from faheng.checks.arithmetic.said_twice import SAID_TWICE, said_twice
from faheng.checks.arithmetic.stated_rate import STATED_RATE, stated_rates
from faheng.checks.figures.report import ReportFigures
from faheng.checks.text.carried_over import carried_over
from faheng.checks.text.checked_text import CheckedText
from faheng.checks.text.corrupt_numeral import CORRUPT_NUMERAL, corrupt_numerals
from faheng.checks.text.rate_range import RANGE, rates_above_hundred
from faheng.checks.text.stated_base import stated_bases
from faheng.checks.text.target import TARGET, targets
from faheng.checks.text.text_parts import parts_in_text
from faheng.checks.text.total_behind import totals_behind
from faheng.model import Check, CheckName, Finding

_LISTED = (
    STATED_RATE, ATTAINABILITY, PARTS, FLOW, GROWTH, SAID_TWICE, TWO_REPORTS, RANGE, JUMP, CORRUPT_NUMERAL, TARGET,
    INFERRED_PERIOD,
)  # fmt: skip
CHECKS: Mapping[CheckName, Check] = MappingProxyType({each.name: each for each in _LISTED})

OF_FIGURES: tuple[tuple[Check, Callable[[ReportFigures], Iterator[Finding]]], ...] = (
    (STATED_RATE, stated_rates),
    (ATTAINABILITY, attainability),
    (PARTS, parts),
    (FLOW, flows),
    (GROWTH, growths),
    (SAID_TWICE, said_twice),
    (INFERRED_PERIOD, inferred_periods),
)
OF_TEXT: tuple[tuple[Check, Callable[[CheckedText], Iterator[Finding]]], ...] = (
    (PARTS, parts_in_text),
    (PARTS, totals_behind),
    (STATED_RATE, carried_over),
    (GROWTH, stated_bases),
    (CORRUPT_NUMERAL, corrupt_numerals),
    (TARGET, targets),
    (RANGE, rates_above_hundred),
)
# Those between reports are queries, whose rows are findings.
ACROSS: tuple[tuple[Check, str], ...] = (
    (TWO_REPORTS, "checks/two_reports"),
    (GROWTH, "checks/growth"),
    (RANGE, "checks/range"),
    (JUMP, "checks/jump"),
)


def findings_of(report: ReportFigures) -> list[Finding]:
    """What the checks say of the report's figures, in the order of the checks."""
    return [finding for _, check in OF_FIGURES for finding in check(report)]


def findings_of_text(text: CheckedText) -> list[Finding]:
    """What only the text shows: figures without an indicator, damaged numerals, targets, rates that are none."""
    return [finding for _, check in OF_TEXT for finding in check(text)]
