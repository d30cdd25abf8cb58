"""Checks and severities of findings in words."""

from __future__ import annotations

from faheng.finding import CheckName, Severity
from faheng.words.catalogue import Words


def severity_text(severity: str, say: Words) -> str:
    """What a finding amounts to: "Contradiction", "Doubtful"."""
    return {
        Severity.CONTRADICTION: say("Contradiction"),
        Severity.DOUBTFUL: say("Doubtful"),
        Severity.NOTE: say("Note"),
        Severity.HOLDS: say("Holds"),
    }[Severity(severity)]


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
