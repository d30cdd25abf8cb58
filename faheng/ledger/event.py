"""What stands in the ledger: one record an event, in the order in which they were committed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

# What an event says beyond its columns, as JSON: texts, numbers, lists and objects of these.
Detail = Mapping[str, Any]


class EventKind(StrEnum):
    """What happened.

    imported: a document was read, or read again. settled: what a report is (place, period, kind …). accepted,
    corrected, rejected, added: a person's decision on a figure. withdrawn, restored: a report leaves the figures, or
    comes back. undone: earlier events count no more. published: a snapshot was made, or an earlier one shown again.
    placed: a functional zone that the tables do not know was added to the places.
    """

    IMPORTED = "imported"
    SETTLED = "settled"
    ACCEPTED = "accepted"
    CORRECTED = "corrected"
    REJECTED = "rejected"
    ADDED = "added"
    WITHDRAWN = "withdrawn"
    RESTORED = "restored"
    UNDONE = "undone"
    PUBLISHED = "published"
    PLACED = "placed"


@dataclass(frozen=True, kw_only=True)
class NewEvent:
    """What is to be noted. report, figure: "" for what is about no single report, or about no figure.

    Of a zone that is placed figure is its code.
    """

    kind: EventKind
    who: str
    report: str = ""
    figure: str = ""
    detail: Detail = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Event(NewEvent):
    """What was noted.

    number: its place in the ledger, from 1, without gaps. at: UTC. version: how many events its report has with it.
    """

    number: int
    at: datetime
    version: int
