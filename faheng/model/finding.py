"""A finding: one check that was made, what it says, and the numbers to draw it with.

A finding of severity `holds` is a check that was made and held: showing what is right is what makes the rest
believed. Only a contradiction puts a figure in doubt (verdict `disputed`).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from faheng.model.check import CheckName
from faheng.model.observation import Span
from faheng.model.terms import Bound


class Severity(StrEnum):
    """From what cannot be true to what was found right."""

    CONTRADICTION = "contradiction"
    DOUBTFUL = "doubtful"
    NOTE = "note"
    HOLDS = "holds"


class Role(StrEnum):
    """What a number is in the arithmetic of a finding.

    stated: the figure that was checked. count: a figure it is checked against. implied: what those counts give.
    possible: a value that would fit. whole and part: of a sum. before and after: two values of one figure.
    """

    STATED = "stated"
    COUNT = "count"
    IMPLIED = "implied"
    POSSIBLE = "possible"
    WHOLE = "whole"
    PART = "part"
    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True)
class Mark:
    """One number of the arithmetic. value: exact decimal text; unit: an id of data/reference/units.csv, or "".

    span: where the report prints the numeral, in the decoded original text; None for what was worked out.
    """

    role: Role
    label_zh: str
    label_en: str
    value: str
    unit: str = ""
    bound: Bound = Bound.EXACT
    span: Span | None = None

    def as_json(self) -> dict[str, object]:
        """The fields, offsets as start and end."""
        return {
            "role": self.role,
            "label_zh": self.label_zh,
            "label_en": self.label_en,
            "value": self.value,
            "unit": self.unit,
            "bound": self.bound,
            "start": self.span.start if self.span else None,
            "end": self.span.end if self.span else None,
        }

    @staticmethod
    def from_json(fields: Mapping[str, Any]) -> Mark:
        """The mark that as_json gave; ValueError and KeyError where it is none."""
        return Mark(
            role=Role(fields["role"]),
            label_zh=str(fields["label_zh"]),
            label_en=str(fields["label_en"]),
            value=str(fields["value"]),
            unit=str(fields["unit"]),
            bound=Bound(fields["bound"]),
            span=None if fields["start"] is None else Span(fields["start"], fields["end"]),
        )


def marks_of(text: str) -> tuple[Mark, ...]:
    """The marks that Finding.marks_json wrote; ValueError and KeyError where the text is none of that."""
    return tuple(map(Mark.from_json, json.loads(text)))


@dataclass(frozen=True, kw_only=True)
class Finding:
    """A check of one report (or of two about the same cell), what it says and its arithmetic.

    stated and computed: the two sides of the arithmetic as short text, the same in both languages ("98%以上" is
    printed as ">=98%"). observation_ids: ids of the store, first the figure that was checked, which a contradiction
    puts in doubt, then those it was held against; none for figures without an indicator, then phrase and span say
    where the report has them.
    """

    check: CheckName
    severity: Severity
    report_id: str
    locality_code: str | None
    indicators: tuple[str, ...]
    observation_ids: tuple[str, ...]
    stated: str
    computed: str
    explanation_zh: str
    explanation_en: str
    marks: tuple[Mark, ...] = ()
    phrase: str = ""
    span: Span | None = None

    @property
    def id(self) -> str:
        """Stable: making the same check of the same figures again gives the same id."""
        place = (self.span.start, self.span.end) if self.span else ()
        parts = (self.check, self.report_id, *self.observation_ids, *place, self.stated, self.computed)
        return hashlib.sha256("|".join(map(str, parts)).encode(errors="surrogatepass")).hexdigest()[:16]

    def as_json(self) -> dict[str, object]:
        """The fields of the contract (design.md, section 5), in its order, and further ones at the end."""
        return {
            "report": self.report_id,
            "check": self.check,
            "severity": self.severity,
            "indicators": list(self.indicators),
            "observation_ids": list(self.observation_ids),
            "stated": self.stated,
            "computed": self.computed,
            "explanation_zh": self.explanation_zh,
            "explanation_en": self.explanation_en,
            "id": self.id,
            "locality": self.locality_code,
            "marks": [mark.as_json() for mark in self.marks],
            "evidence": self.evidence_json(),
        }

    def evidence_json(self) -> dict[str, object] | None:
        """Phrase and offsets; None where the observations carry the evidence."""
        if self.span is None:
            return None
        return {"phrase": self.phrase, "start": self.span.start, "end": self.span.end}

    def to_json(self) -> str:
        """One line of JSON; Chinese stays readable."""
        return json.dumps(self.as_json(), ensure_ascii=False)

    def marks_json(self) -> str:
        """The marks as the store and data/findings keep them."""
        return json.dumps([mark.as_json() for mark in self.marks], ensure_ascii=False)
