"""What a report is, with the words of the report that say so: as an event of the ledger keeps it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date
from typing import Any

from faheng.model import PeriodBasis
from faheng.reading.about.about import Recognised, ReportAbout
from faheng.reading.about.given import completed
from faheng.reading.texts.cleaned import Cleaned

LONGEST_PHRASE = 60
DATES = {"period_start", "period_end", "published_on"}
# What a person may settle; the name is that of the file.
SETTLED = tuple(each.name for each in fields(ReportAbout) if each.name != "name")
# What must be known before a report is published.
NEEDED = ("locality_code", "kind", "period_start", "period_end")


@dataclass(frozen=True)
class Described:
    """about: what the report is. phrases: field of about -> the words that say it, as they stand in the report."""

    about: ReportAbout
    phrases: Mapping[str, str] = field(default_factory=dict)

    @staticmethod
    def of(cleaned: Cleaned, given: ReportAbout | None, recognised: Recognised) -> Described:
        """What was given about a report, and from its text what was not."""
        about = completed(given or ReportAbout(cleaned.original.name), recognised)
        own = recognised.about(about.name)
        said = {
            name: _phrase(cleaned, recognised.evidence[name].start, recognised.evidence[name].end)
            for name in (*SETTLED, "year")
            if name in recognised.evidence and (name == "year" or getattr(about, name) == getattr(own, name))
        }
        return Described(about, said)

    @property
    def missing(self) -> tuple[str, ...]:
        """What nobody has said yet and must be known."""
        return missing_of(self.about)


def missing_of(about: ReportAbout) -> tuple[str, ...]:
    """The fields of a report that are not known and must be, before it is published."""
    return tuple(name for name in NEEDED if not getattr(about, name))


def _phrase(cleaned: Cleaned, start: int, end: int) -> str:
    return cleaned.text[start : min(end, start + LONGEST_PHRASE)]


def json_of(about: ReportAbout) -> dict[str, str | None]:
    """The fields as an event keeps them; None for what is not known."""
    found = {each.name: getattr(about, each.name) for each in fields(about)}
    return {name: _text(value) for name, value in found.items()}


def _text(value: Any) -> str | None:
    if value is None:
        return None
    return value.isoformat() if isinstance(value, date) else str(value)


def about_of(told: Mapping[str, Any]) -> ReportAbout:
    """The description that json_of wrote."""
    return settled(ReportAbout(str(told.get("name") or "")), told)


def settled(about: ReportAbout, told: Mapping[str, Any]) -> ReportAbout:
    """The description with what an event says of some of its fields."""
    return replace(about, **{name: _value(name, told[name]) for name in SETTLED if name in told})


def _value(name: str, text: str | None) -> Any:
    if not text:
        return None
    if name in DATES:
        return date.fromisoformat(text)
    return PeriodBasis(text) if name == "period_basis" else text
