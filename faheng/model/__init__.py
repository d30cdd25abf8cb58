"""The nouns of Faheng, in the field's words: what the files under data/ say and what the store holds.

Records are frozen. Numbers that a report printed are Decimal, because the printed precision is part of the fact;
numbers that a page draws are float. Dates are datetime.date.
"""

from faheng.model.catalogue import (
    AreaChange,
    Indicator,
    Locality,
    Neighbour,
    ReferenceValue,
    Scope,
    Setting,
    Theme,
    Unit,
    Verdict,
)
from faheng.model.cell import Benchmark, Cell, Peers, Rival
from faheng.model.facts import Observation, Report, Span
from faheng.model.finding import CheckName, Finding, Mark, Role, Severity
from faheng.model.terms import (
    Bound,
    ChangeKind,
    ChangeUnit,
    Kind,
    Level,
    Measure,
    Origin,
    PeriodBasis,
    PeriodKind,
    Status,
)

__all__ = [
    "AreaChange", "Benchmark", "Bound", "Cell", "ChangeKind", "ChangeUnit", "CheckName", "Finding", "Indicator",
    "Kind", "Level", "Locality", "Mark", "Measure", "Neighbour", "Observation", "Origin", "Peers", "PeriodBasis",
    "PeriodKind", "ReferenceValue", "Report", "Rival", "Role", "Scope", "Setting", "Severity", "Span", "Status",
    "Theme", "Unit", "Verdict",
]  # fmt: skip
