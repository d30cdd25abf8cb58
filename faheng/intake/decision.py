"""A person's decision on one figure, as an event of the ledger keeps it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from faheng.ledger.event import Event, EventKind
from faheng.model import Observation

# The kinds of events that are decisions on a figure.
ON_FIGURES = (EventKind.ACCEPTED, EventKind.CORRECTED, EventKind.REJECTED, EventKind.ADDED)


@dataclass(frozen=True)
class DecidedFigure:
    """Which figure is meant, beyond its id: what a newer reading finds again under another id.

    start, end: of its evidence. sha256: of the document on which the decision was made.
    """

    indicator: str
    scope: str
    start: int | None
    end: int | None
    sha256: str

    @staticmethod
    def of(observation: Observation, sha256: str) -> DecidedFigure:
        """The figure of a document."""
        span = observation.evidence.span
        start, end = (None, None) if span is None else (span.start, span.end)
        return DecidedFigure(observation.indicator_id, observation.scope, start, end, sha256)

    def as_json(self) -> dict[str, str | int | None]:
        """The fields."""
        return dict(vars(self))


@dataclass(frozen=True)
class Decision:
    """What was decided, by whom and when; number is that of the event, which an undo names.

    cells: the columns of an observations file that a correction changes, or all of them for a figure that was added.
    """

    number: int
    at: datetime
    who: str
    kind: EventKind
    figure: str
    target: DecidedFigure
    cells: Mapping[str, str] = field(default_factory=dict)
    reason: str = ""

    @property
    def printed(self) -> str:
        """The numeral that a correction gives; "" where it gives none."""
        return self.cells.get("value_text", "")

    @staticmethod
    def of(event: Event) -> Decision:
        """The decision that an event notes."""
        detail = event.detail
        return Decision(
            number=event.number,
            at=event.at,
            who=event.who,
            kind=event.kind,
            figure=event.figure,
            target=DecidedFigure(**detail["target"]),
            cells=detail.get("cells", {}),
            reason=str(detail.get("reason", "")),
        )
