"""What findings amount to, in words."""

from __future__ import annotations

from faheng.model import Severity
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
