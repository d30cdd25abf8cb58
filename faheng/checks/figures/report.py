"""The facts of one report -> its findings: every check that needs figures only."""

from __future__ import annotations

from faheng.checks.arithmetic.attainability import attainability
from faheng.checks.arithmetic.flow import flows
from faheng.checks.arithmetic.growth import growths
from faheng.checks.arithmetic.inferred_period import inferred_periods
from faheng.checks.arithmetic.parts import parts
from faheng.checks.arithmetic.said_twice import said_twice
from faheng.checks.arithmetic.stated_rate import stated_rates
from faheng.checks.figures.report_facts import ReportFacts
from faheng.model import Finding

CHECKS = (stated_rates, attainability, parts, flows, growths, said_twice, inferred_periods)


def findings_of(report: ReportFacts) -> list[Finding]:
    """What the checks say of the report's figures, in the order of the checks."""
    return [found for check in CHECKS for found in check(report)]
