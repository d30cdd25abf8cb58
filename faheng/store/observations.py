"""Observations as rows of the table observation, and back: the evidence stands in columns of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from typing import Any

from faheng.model import Evidence, Observation, Span
from faheng.store.records import converters

# What stands otherwise in the table: the evidence in columns, the further places in a table of their own.
_APART = {"evidence", "also"}
_PLAIN = [field.name for field in fields(Observation) if field.name not in _APART]


def row_of_observation(observation: Observation) -> dict[str, Any]:
    """An observation as a row of the table."""
    return {name: getattr(observation, name) for name in _PLAIN} | {
        "id": observation.id,
        "value_step": observation.value_step,
        "change_step": observation.change_step,
        "evidence_phrase": observation.evidence.phrase,
        "evidence_start": observation.evidence.span.start,
        "evidence_end": observation.evidence.span.end,
        "evidence_section": observation.evidence.section,
    }


def observation_of_row(row: Mapping[str, Any]) -> Observation:
    """The observation of a whole row of the table, without its further places."""
    convert = converters(Observation)
    span = Span(row["evidence_start"], row["evidence_end"])
    evidence = Evidence(row["evidence_phrase"], span, row["evidence_section"] or "")
    return Observation(evidence=evidence, **{name: convert[name](row[name]) for name in _PLAIN})


def further_places(observations: Iterable[Observation]) -> Iterator[dict[str, Any]]:
    """The places where a report says the same thing again, as rows of the table evidence_place."""
    for observation in observations:
        for place in observation.also:
            span = place.span
            yield {"observation_id": observation.id, "evidence_start": span.start, "evidence_end": span.end}
