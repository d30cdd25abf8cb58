"""The facts of one report -> its findings: every check that needs figures only."""

from __future__ import annotations

from faheng.checks.attainability import attainability
from faheng.checks.flow import flows
from faheng.checks.growth import growths
from faheng.checks.inferred_period import inferred_periods
from faheng.checks.parts import parts
from faheng.checks.report_facts import ReportFacts
from faheng.checks.said_twice import said_twice
from faheng.checks.stated_rate import stated_rates
from faheng.finding import Finding

CHECKS = (stated_rates, attainability, parts, flows, growths, said_twice, inferred_periods)


def findings_of(report: ReportFacts) -> list[Finding]:
    """What the checks say of the report's figures, in the order of the checks."""
    return [found for check in CHECKS for found in check(report)]
