"""Checks and severities of findings in words."""

from __future__ import annotations

from faheng.model import CheckName, Severity
from faheng.words.catalogue import Words
from faheng.words.protocols import Checked, CheckedCell


def severity_text(severity: str, say: Words) -> str:
    """What a finding amounts to: "Contradiction", "Doubtful"."""
    return {
        Severity.CONTRADICTION: say("Contradiction"),
        Severity.DOUBTFUL: say("Doubtful"),
        Severity.NOTE: say("Note"),
        Severity.HOLDS: say("Holds"),
    }[Severity(severity)]


def badge(cell: CheckedCell, say: Words) -> str:
    """The word of what was found against a cell; "" where nothing was, or where its verdict says it already."""
    return "" if "disputed" in cell.verdicts else severity_label(cell, say)


def severity_label(cell: Checked, say: Words) -> str:
    """The word of what was found against a cell, whatever its verdict says; "" where nothing was."""
    return severity_text(cell.finding_severity, say) if cell.finding_severity else ""


def finding_text(cell: Checked, say: Words) -> str:
    """What was found against a cell, as its word and sentence; "" where nothing was."""
    severity = severity_label(cell, say)
    return say("{severity}: {sentence}", severity=severity, sentence=cell.finding) if severity else ""


def check_text(check: str, say: Words) -> str:
    """What was held against what: "Rate and its counts"."""
    return {
        CheckName.STATED_RATE: say("Rate and its counts"),
        CheckName.ATTAINABILITY: say("Whole cases behind a rate"),
        CheckName.PARTS: say("Parts and their whole"),
        CheckName.FLOW: say("What comes of cases"),
        CheckName.GROWTH: say("Stated growth"),
        CheckName.SAID_TWICE: say("Said more than once"),
        CheckName.TWO_REPORTS: say("Two reports"),
        CheckName.RANGE: say("Possible range"),
        CheckName.JUMP: say("Jump over the years"),
        CheckName.CORRUPT_NUMERAL: say("Damaged numerals"),
        CheckName.TARGET: say("Targets and plans"),
        CheckName.INFERRED_PERIOD: say("Inferred period"),
    }[CheckName(check)]


def check_meaning(check: str, say: Words) -> str:
    """What a check asks of the figures, in one sentence."""
    return {
        CheckName.STATED_RATE: say(
            "A stated rate must be what its counts give, rounded or cut off; a bound must hold."
        ),
        CheckName.ATTAINABILITY: say(
            "Some whole number of cases must give the printed percentage (the GRIM test of Brown and Heathers, 2017)."
        ),
        CheckName.PARTS: say("Parts named as of one whole must add up to it, or not exceed it."),
        CheckName.FLOW: say("No more can be completed than was accepted, unless cases were carried over."),
        CheckName.GROWTH: say(
            "Some whole number before must give the stated growth; where the report or the one before states that"
            " number, it must be that."
        ),
        CheckName.SAID_TWICE: say("What a report says more than once must be the same."),
        CheckName.TWO_REPORTS: say("Two reports on the same place, indicator and period must agree."),
        CheckName.RANGE: say("No rate exceeds 100%, no count is below zero."),
        CheckName.JUMP: say("A value far outside the other years of its place is named, not judged."),
        CheckName.CORRUPT_NUMERAL: say("Numerals that conversion grew together or tore apart are never read silently."),
        CheckName.TARGET: say("A target or plan is not taken for a result."),
        CheckName.INFERRED_PERIOD: say("A period that the report leaves open is inferred, and said to be."),
    }[CheckName(check)]
