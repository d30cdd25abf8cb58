"""The nouns of Faheng, in the field's words: what the files under data/ say and what the store holds.

Records are frozen. Numbers that a report printed are Decimal, because the printed precision is part of the fact;
numbers that a page draws are float. Dates are datetime.date.
"""

from faheng.model.catalogue import (
    AreaChange,
    Chapter,
    ChapterApart,
    Indicator,
    Locality,
    Neighbour,
    ReferenceValue,
    Scope,
    Setting,
    Theme,
    Tile,
    Unit,
    Verdict,
    former_names,
)
from faheng.model.cell import Benchmark, Cell, Peers, PlaceChange, PlaceValue, Rival
from faheng.model.check import Check, CheckName
from faheng.model.finding import Finding, Mark, Role, Severity
from faheng.model.observation import Evidence, Observation, ReadingDoubt, Span
from faheng.model.printed import Printed
from faheng.model.report import Report, ReportText, Review
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
    SourceKind,
    Status,
)

__all__ = [
    "AreaChange", "Benchmark", "Bound", "Cell", "ChangeKind", "ChangeUnit", "Chapter", "ChapterApart", "Check",
    "CheckName", "Evidence", "Finding",
    "Indicator", "Kind", "Level", "Locality", "Mark", "Measure", "Neighbour", "Observation", "Origin", "Peers",
    "PeriodBasis", "PeriodKind", "PlaceChange", "PlaceValue", "Printed", "ReadingDoubt", "ReferenceValue", "Report",
    "ReportText", "Review", "Rival", "Role", "Scope",
    "Setting", "Severity", "SourceKind", "Span", "Status", "Theme", "Tile", "Unit", "Verdict",
    "former_names",
]  # fmt: skip
