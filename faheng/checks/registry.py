"""Every check with what makes its findings, in the order in which they are said.

What a check is called and what it asks stands in faheng/model/check.py. One check may look at a report in several ways:
a stated growth is held against whole numbers, against what its sentence says, and against the report before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from faheng.checks.across.reports import growth, jump, two_reports, value_range
from faheng.checks.arithmetic.attainability import attainability
from faheng.checks.arithmetic.flow import flows
from faheng.checks.arithmetic.growth import growths
from faheng.checks.arithmetic.inferred_period import inferred_periods
from faheng.checks.arithmetic.parts import parts
from faheng.checks.arithmetic.said_twice import said_twice
from faheng.checks.arithmetic.stated_rate import stated_rates
from faheng.checks.figures.report import ReportFigures
from faheng.checks.text.carried_over import carried_over
from faheng.checks.text.checked_text import CheckedText
from faheng.checks.text.corrupt_numeral import corrupt_numerals
from faheng.checks.text.rate_range import rates_above_hundred
from faheng.checks.text.stated_base import stated_bases
from faheng.checks.text.target import targets
from faheng.checks.text.text_parts import parts_in_text
from faheng.model import CheckName, Finding

OF_FIGURES: tuple[tuple[CheckName, Callable[[ReportFigures], Iterator[Finding]]], ...] = (
    (CheckName.STATED_RATE, stated_rates),
    (CheckName.ATTAINABILITY, attainability),
    (CheckName.PARTS, parts),
    (CheckName.FLOW, flows),
    (CheckName.GROWTH, growths),
    (CheckName.SAID_TWICE, said_twice),
    (CheckName.INFERRED_PERIOD, inferred_periods),
)
OF_TEXT: tuple[tuple[CheckName, Callable[[CheckedText], Iterator[Finding]]], ...] = (
    (CheckName.PARTS, parts_in_text),
    (CheckName.STATED_RATE, carried_over),
    (CheckName.GROWTH, stated_bases),
    (CheckName.CORRUPT_NUMERAL, corrupt_numerals),
    (CheckName.TARGET, targets),
    (CheckName.RANGE, rates_above_hundred),
)
# Those between reports take the rows of their query (queries/checks), column by column.
ACROSS: tuple[tuple[CheckName, str, Callable[..., Finding | None]], ...] = (
    (CheckName.TWO_REPORTS, "checks/two_reports", two_reports),
    (CheckName.GROWTH, "checks/growth", growth),
    (CheckName.RANGE, "checks/range", value_range),
    (CheckName.JUMP, "checks/jump", jump),
)


def findings_of(report: ReportFigures) -> list[Finding]:
    """What the checks say of the report's figures, in the order of the checks."""
    return [finding for _, check in OF_FIGURES for finding in check(report)]


def findings_of_text(text: CheckedText) -> list[Finding]:
    """What only the text shows: figures without an indicator, damaged numerals, targets, rates that are none."""
    return [finding for _, check in OF_TEXT for finding in check(text)]
