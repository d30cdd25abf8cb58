"""What a record must carry to be put into words: a cell carries all of it, a row of the evidence page a part.

Every field is only read. A missing text is "", a missing number, day or term is None.
"""

from __future__ import annotations

from datetime import date
from typing import Protocol

__all__ = [
    "Checked", "CheckedCell", "Dated", "Explained", "Implied", "Ingredient", "Judged", "JudgedValue", "Sourced",
    "Valued",
]  # fmt: skip


class Valued(Protocol):
    """A value as it was read or worked out; unit is an id of data/reference/units.csv."""

    @property
    def unit(self) -> str: ...
    @property
    def value(self) -> float | None: ...
    @property
    def value_text(self) -> str: ...
    @property
    def value_low(self) -> float | None: ...
    @property
    def value_high(self) -> float | None: ...
    @property
    def bound(self) -> str | None: ...
    @property
    def origin(self) -> str | None: ...


class Dated(Protocol):
    """The period of a value; the year alone where no value gives it an end."""

    @property
    def year(self) -> int | None: ...
    @property
    def period_kind(self) -> str | None: ...
    @property
    def period_start(self) -> date | None: ...
    @property
    def period_end(self) -> date | None: ...
    @property
    def period_basis(self) -> str | None: ...


class Judged(Protocol):
    """What holds of a cell, strictest first; proposed_observation_id is that of a figure that waits."""

    @property
    def verdicts(self) -> tuple[str, ...]: ...
    @property
    def bound(self) -> str | None: ...
    @property
    def proposed_observation_id(self) -> str: ...


class Sourced(Protocol):
    """The report behind a value, and what was seen of it: original, copy, or "" where no report is held."""

    @property
    def report_title(self) -> str: ...
    @property
    def source_kind(self) -> str: ...


class JudgedValue(Valued, Judged, Protocol):
    """A value with its verdicts, or the verdict that stands in its place."""


class Checked(Protocol):
    """What was found against a value."""

    @property
    def finding_severity(self) -> str | None: ...
    @property
    def finding(self) -> str: ...


class CheckedCell(Checked, Judged, Protocol):
    """A cell with what was found against its value."""


class Implied(Valued, Protocol):
    """A value worked back from a growth in change_unit."""

    @property
    def change_unit(self) -> str | None: ...


class Ingredient(Implied, Protocol):
    """What another value was made from, in its role: numerator, denominator, summand, or growth with its change."""

    @property
    def role(self) -> str: ...
    @property
    def change(self) -> float | None: ...
    @property
    def change_bound(self) -> str | None: ...


class Explained(Implied, Dated, JudgedValue, Protocol):
    """All that the reasons of verdicts are said from."""

    @property
    def numerator(self) -> float | None: ...
    @property
    def denominator(self) -> float | None: ...
    @property
    def scope_name(self) -> str: ...
    @property
    def own_definition(self) -> bool: ...
    @property
    def source_indicator(self) -> str: ...
    @property
    def reason(self) -> str: ...
    @property
    def across_levels(self) -> str: ...
    @property
    def report_kind(self) -> str: ...
    @property
    def doubt(self) -> str: ...
