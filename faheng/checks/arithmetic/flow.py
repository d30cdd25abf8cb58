"""Check 4: what comes of cases against the cases: more completed than accepted, more appearances than hearings.

The pairs stand in data/reference/flows.csv, each with the innocent explanation, so an excess is doubtful, never a
contradiction. Silent where bounds leave it open.
"""

from __future__ import annotations

from collections.abc import Iterator

from faheng.checks.figures.labels import Explain, count_text, short, shown
from faheng.checks.figures.report import Judgement, ReportFigures
from faheng.data.arithmetic import Flow
from faheng.model import Check, CheckName, Finding, Observation, Role, Severity
from faheng.words.catalogue import Words

FLOW = Check(
    CheckName("flow"),
    lambda say: say("What comes of cases"),
    lambda say: say("No more can be completed than was accepted, unless cases were carried over."),
)


def flows(report: ReportFigures) -> Iterator[Finding]:
    """One finding for each pair of a flow that is stated for the same scope and period."""
    for rule in report.catalogue.rules.flows:
        for then in report.by_indicator.get(rule.then_id, ()):
            first = report.one(rule.first_id, then)
            if first is None:
                continue
            if first.printed.count.is_below(then.printed.count):
                yield compared(first, then, exceeding(first, then, rule, report), report)
            elif first.printed.is_exact_count and then.printed.is_exact_count:
                yield compared(first, then, within(first, then, report), report)


def exceeding(first: Observation, then: Observation, rule: Flow, report: ReportFigures) -> Explain:
    """More than there were, by how many, and what may explain it."""

    def explain(say: Words) -> str:
        return say(
            "{then} {n} against {first} {m}: {more} more; {reason}, which the report does not say.",
            then=report.name(then, say), n=shown(then, say), first=report.name(first, say), m=shown(first, say),
            more=count_text(then.value - first.value), reason=say.pick(rule.reason_zh, rule.reason_en),
        )  # fmt: skip

    return explain


def within(first: Observation, then: Observation, report: ReportFigures) -> Explain:
    """No more than there were."""
    return lambda say: say(
        "{then} {n}, no more than {first} {m}.",
        then=report.name(then, say), n=shown(then, say), first=report.name(first, say), m=shown(first, say),
    )  # fmt: skip


def compared(first: Observation, then: Observation, explain: Explain, report: ReportFigures) -> Finding:
    """The finding with both counts."""
    exceeds = first.printed.count.is_below(then.printed.count)
    severity, sign = (Severity.DOUBTFUL, ">") if exceeds else (Severity.HOLDS, "<=")
    marks = [report.mark(then, Role.STATED), report.mark(first, Role.COUNT)]
    computed = f"{short(then)}{sign}{short(first)}"
    return report.finding(Judgement(FLOW, severity, explain, short(then), computed, marks), (then, first))
