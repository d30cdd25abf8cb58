"""A published snapshot and the ledger -> what has to be made anew: the places of which something was noted since.

A report that was settled to be of another place touches both. All reports of a place are taken, for they are held
against each other. Nothing is read of any other place.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from faheng.intake.joined import HeldFigures, Joiner
from faheng.intake.state import folded
from faheng.ledger.ledger import Ledger
from faheng.store.reports import places_of, reports_of


@dataclass(frozen=True)
class Touched:
    """The places, the reports of the ledger that they have now, and the numbers of all events about these.

    renamed: one of these reports is shipped under another name (Joiner.renamed).
    """

    position: int
    places: frozenset[str]
    held: tuple[HeldFigures, ...]
    numbers: frozenset[int]
    renamed: bool


def touched_since(base: Path, since: int, ledger: Ledger, joiner: Joiner) -> Touched:
    """What was touched after the position of the ledger that the base was made from.

    Raises StoreDamaged and ReadingDamaged.
    """
    position = ledger.position
    new = {each.report for each in ledger.events(since, until=position) if each.report}
    moved = joiner.held(folded(ledger.events_of(new, position)))
    places = frozenset({*places_of(base, new), *(str(each.report.locality_code) for each in moved)})
    events = ledger.events_of({*new, *reports_of(base, places)}, position)
    state = folded(events)
    held, numbers = tuple(joiner.held(state)), frozenset(each.number for each in events)
    return Touched(position, places, held, numbers, joiner.renamed(state))


def mark_of(ledger: Ledger, position: int) -> str:
    """What tells the past of the ledger from any other one: the event at the position."""
    at = next(iter(ledger.events(position - 1, until=position)), None)
    return f"{at.number} {at.at.isoformat()} {at.who} {at.kind} {at.report} {at.figure}" if at else ""
