"""What the checks found in the reports of the view's places."""

from __future__ import annotations

import pandas as pd

from faheng.model import CheckName, Severity
from faheng.views.cached import rows
from faheng.views.view import View, view_of
from faheng.words.findings import check_text, severity_text
from faheng.words.rows import text_of

__all__ = ["chosen_findings", "counted_findings", "everywhere", "findings_table"]


def everywhere(view: View) -> bool:
    """Whether the address asks for the other places of the filter too."""
    return view.selection.own.get("everywhere") == "1"


def _places(view: View) -> list[str]:
    """Our place and those set beside it, or with the others that level and province leave."""
    if not everywhere(view):
        return sorted(view.places)
    return sorted({*view.places, *view_of(view.selection, view.ours).places})


def chosen_findings(view: View) -> pd.DataFrame:
    """The findings of the view's places, rows of checks__findings, as severity and check of the address narrow them."""
    own = view.selection.own
    severity, check = own.get("severity", ""), own.get("check", "")
    return rows(
        "pages/checks__findings",
        severity=severity if severity in set(Severity) else None,
        check=check if check in set(CheckName) else None,
        localities=_places(view),
        language=view.language,
    )


def counted_findings(view: View) -> pd.DataFrame:
    """How many findings the view's places have, rows of checks__counts."""
    return rows("pages/checks__counts", localities=_places(view))


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
