"""What the checks found in the reports of the view's places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd

from faheng.checks.called import check_text, checks
from faheng.model import CheckName, Severity
from faheng.views.cached import records
from faheng.views.view import View, view_of
from faheng.words.findings import severity_text

__all__ = [
    "FindingCount", "FoundAbout", "ListedFinding", "chosen_findings", "counted_findings", "everywhere",
    "findings_about", "findings_table",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedFinding:
    """A finding with the names of what it is about (checks__findings). marks: its arithmetic as JSON."""

    id: str
    check: CheckName
    severity: Severity
    locality_code: str
    locality: str
    report_id: str
    report_title: str
    publisher: str
    published_on: date | None
    report_year: int | None
    source_url: str
    indicator_ids: tuple[str, ...]
    indicators: tuple[str, ...]
    observation_ids: tuple[str, ...]
    stated: str
    computed: str
    explanation_zh: str
    explanation_en: str
    explanation: str
    marks: str
    evidence_phrase: str
    evidence_start: int | None
    evidence_end: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundAbout:
    """A finding that touches one observation (evidence__findings). marks: its arithmetic as JSON."""

    id: str
    check: CheckName
    severity: Severity
    stated: str
    computed: str
    explanation: str
    marks: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingCount:
    """How many findings of one check have one severity (checks__counts)."""

    check: CheckName
    severity: Severity
    findings: int


def everywhere(view: View) -> bool:
    """Whether the address asks for the other places of the filter too."""
    return view.selection.own.get("everywhere") == "1"


def _places(view: View) -> list[str]:
    """Our place and those set beside it, or with the others that level and province leave."""
    if not everywhere(view):
        return sorted(view.places)
    return sorted({*view.places, *view_of(view.selection, view.ours).places})


def chosen_findings(view: View) -> tuple[ListedFinding, ...]:
    """The findings of the view's places, gravest first, as severity and check of the address narrow them."""
    own = view.selection.own
    severity, check = own.get("severity", ""), own.get("check", "")
    return records(
        ListedFinding,
        "pages/checks__findings",
        severity=severity if severity in set(Severity) else None,
        check=check if check and check in checks() else None,
        localities=_places(view),
        language=view.language,
    )


def counted_findings(view: View) -> tuple[FindingCount, ...]:
    """How many findings the view's places have."""
    return records(FindingCount, "pages/checks__counts", localities=_places(view))


def findings_about(observation: str, view: View) -> tuple[FoundAbout, ...]:
    """The findings that touch the observation, gravest first; those that held too."""
    return records(FoundAbout, "pages/evidence__findings", id=observation, language=view.language)


def findings_table(findings: Sequence[ListedFinding], view: View) -> pd.DataFrame:
    """The findings in words, for their CSV."""
    say = view.say
    return pd.DataFrame(
        {
            say("Severity"): [severity_text(each.severity, say) for each in findings],
            say("Check"): [check_text(each.check, say) for each in findings],
            say("Place"): [each.locality for each in findings],
            say("Indicator"): [say(", ").join(each.indicators) for each in findings],
            say("Outcome"): [each.explanation for each in findings],
            say("Stated"): [each.stated for each in findings],
            say("Computed"): [each.computed for each in findings],
            say("Report"): [each.report_title for each in findings],
            say("Phrase"): [each.evidence_phrase for each in findings],
        }
    )
