"""Observations as rows of the table observation, and back: the evidence stands in columns of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from typing import Any

from faheng.model import Evidence, Observation, Span
from faheng.store.records import converters

# What stands otherwise in the table: the evidence in columns, the further places in a table of their own. Why a figure
# is proposed is for the person who decides, and ends with the decision.
_APART = {"evidence", "also", "reason"}
_PLAIN = [field.name for field in fields(Observation) if field.name not in _APART]
OBSERVATION_COLUMNS = (
    *_PLAIN, "id", "value_step", "change_step", "evidence_phrase", "evidence_start", "evidence_end", "evidence_section",
)  # fmt: skip


def row_of_observation(observation: Observation) -> dict[str, Any]:
    """An observation as a row of the table."""
    span = observation.evidence.span
    return {name: getattr(observation, name) for name in _PLAIN} | {
        "id": observation.id,
        "value_step": observation.value_step,
        "change_step": observation.change_step,
        "evidence_phrase": observation.evidence.phrase,
        "evidence_start": None if span is None else span.start,
        "evidence_end": None if span is None else span.end,
        "evidence_section": observation.evidence.section,
    }


def observation_of_row(row: Mapping[str, Any]) -> Observation:
    """The observation of a whole row of the table, without its further places."""
    convert = converters(Observation)
    start, end = row["evidence_start"], row["evidence_end"]
    span = None if start is None else Span(start, end)
    evidence = Evidence(row["evidence_phrase"], span, row["evidence_section"] or "")
    return Observation(evidence=evidence, **{name: convert[name](row[name]) for name in _PLAIN})


def further_places(observations: Iterable[Observation]) -> Iterator[dict[str, Any]]:
    """The places where a report says the same thing again, as rows of the table evidence_place."""
    for observation in observations:
        for place in observation.also:
            if (span := place.span) is not None:
                yield {"observation_id": observation.id, "evidence_start": span.start, "evidence_end": span.end}
