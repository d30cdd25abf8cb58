"""What the checks found in the reports of the view's places."""

from __future__ import annotations

import pandas as pd

from faheng.finding import CheckName, Severity
from faheng.views.cached import rows
from faheng.views.view import View
from faheng.words.findings import check_text, severity_text
from faheng.words.rows import text_of

__all__ = ["chosen_findings", "counted_findings", "findings_table"]


def chosen_findings(view: View) -> pd.DataFrame:
    """The findings of the view's places, rows of checks__findings, as severity and check of the address narrow them."""
    own = view.selection.own
    severity, check = own.get("severity", ""), own.get("check", "")
    return rows(
        "pages/checks__findings",
        severity=severity if severity in set(Severity) else None,
        check=check if check in set(CheckName) else None,
        localities=sorted(view.places),
        language=view.language,
    )


def counted_findings(view: View) -> pd.DataFrame:
    """How many findings the view's places have, rows of checks__counts."""
    return rows("pages/checks__counts", localities=sorted(view.places))


def findings_table(found: pd.DataFrame, view: View) -> pd.DataFrame:
    """The findings in words, for their CSV."""
    say = view.say
    return pd.DataFrame(
        {
            say("Severity"): [severity_text(text_of(row, "severity"), say) for _, row in found.iterrows()],
            say("Check"): [check_text(text_of(row, "check"), say) for _, row in found.iterrows()],
            say("Place"): found["locality"],
            say("Indicator"): [say(", ").join(names) for names in found["indicators"]],
            say("Outcome"): found["explanation"],
            say("Stated"): found["stated"],
            say("Computed"): found["computed"],
            say("Report"): found["report_title"],
            say("Phrase"): found["evidence_phrase"].fillna(""),
        }
    )
