"""One line of a gold or prediction file: an observation, as far as the line states it, and how it counts.

A person annotates what matters; a line of gold seldom has offsets and need not have a bound or a period. What it leaves
out is not asked of a prediction.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from faheng.errors import FahengError
from faheng.model import Bound, ChangeUnit, Evidence, Observation, Origin, PeriodKind, Span, Status

Word = TypeVar("Word", bound=StrEnum)
# Where a line states no offsets.
NOWHERE = Span(0, 0)
ALL_SURE = Decimal(1)


class UnreadableAnnotations(FahengError):
    """A file of annotations has a line that is not one."""


@dataclass(frozen=True, eq=False)
class Annotation:
    """An observation of a file. stated: the attributes that its line has; the others are not known.

    optional: right if predicted, not missed if not. trap: wrong by design.
    """

    observation: Observation
    stated: frozenset[str]
    optional: bool = False
    trap: bool = False

    def get(self, name: str) -> object:
        """An attribute of the observation; None where the line does not state it."""
        return getattr(self.observation, name) if name in self.stated else None

    @property
    def counts(self) -> bool:
        """Whether gold asks for this observation."""
        return not (self.trap or self.optional)

    @property
    def value(self) -> float:
        """The value as a binary fraction, for comparisons with a tolerance."""
        return float(self.observation.value)

    @property
    def identity(self) -> tuple[str, str, Decimal]:
        """Report, indicator and value."""
        return self.observation.report_id, self.observation.indicator_id, self.observation.value

    @property
    def key(self) -> str:
        """What tells annotations apart from one run to the next."""
        return f"{self.observation.report_id} {self.observation.indicator_id} {self.value:.12g}"

    @property
    def phrase(self) -> str:
        """The words it was read from."""
        return self.observation.evidence.phrase.replace("\n", " ")


def read_annotations(path: Path) -> list[Annotation]:
    """The annotations of a file with one JSON object a line; raises UnreadableAnnotations with file and line."""
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableAnnotations(f"{path}: cannot be read ({type(error).__name__}); give a UTF-8 file") from None
    return [annotated(line, f"{path}:{number}") for number, line in enumerate(lines, 1) if line.strip()]


def annotated(line: str, place: str) -> Annotation:
    """One line; place: where it stands, for the message of UnreadableAnnotations."""
    try:
        return annotation(json.loads(line))
    except (ValueError, ArithmeticError, KeyError, TypeError, AttributeError, RecursionError) as error:
        what = "not a fact; write a JSON object with report, indicator and value"
        raise UnreadableAnnotations(f"{place}: {what} ({type(error).__name__}: {error})") from None


def annotation(fields: Mapping[str, Any]) -> Annotation:
    """The annotation of a line's fields, which are those of Observation.as_json or fewer, with phrase for evidence.

    Raises ValueError, ArithmeticError, KeyError, TypeError or AttributeError where the fields are none.
    """
    evidence = fields.get("evidence") or {"phrase": fields.get("phrase") or ""}
    change = fields.get("change")
    observation = Observation(
        report_id=str(fields["report"]),
        locality_code=fields.get("locality"),
        indicator_id=str(fields["indicator"]),
        value=number(fields["value"]),
        value_text=str(fields.get("value_text") or fields["value"]),
        unit=str(fields.get("unit") or ""),
        bound=Bound(fields.get("bound") or Bound.EXACT),
        scope=str(fields.get("scope") or ""),
        period_kind=word(PeriodKind, fields.get("period_kind")),
        period_start=day_of(fields.get("period_start")),
        period_end=day_of(fields.get("period_end")),
        period_basis=None,
        confidence=ALL_SURE,
        status=Status.ACCEPTED,
        evidence=Evidence(str(evidence["phrase"]), NOWHERE),
        change=None if change is None else number(change),
        change_unit=word(ChangeUnit, fields.get("change_unit")),
        origin=Origin(fields.get("origin") or Origin.REPORTED),
    )
    stated = frozenset(name for name, value in fields.items() if value is not None)
    return Annotation(observation, stated, bool(fields.get("optional")), bool(fields.get("trap")))


def number(value: object) -> Decimal:
    """A number of JSON as it stands there; ValueError for one that has no end."""
    exact = Decimal(str(value))
    if not exact.is_finite():
        raise ValueError(f"{value} is no number")
    return exact


def word(kind: type[Word], value: object) -> Word | None:
    """A term of the data model; None where the line has none."""
    return None if value is None else kind(str(value))


def day_of(value: object) -> date | None:
    """A day; None where the line has none."""
    return None if value is None else date.fromisoformat(str(value))
