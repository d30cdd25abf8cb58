"""The figures of a report as they stand: what was read or shipped, with what people decided of it.

A decision is of a figure by its id; where the id is gone, because another reader read the document or the period was
settled otherwise, it is of the figure with the same offsets. What finds no figure any more is orphaned, never lost.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from faheng.data.cells import observation_cells, row_of
from faheng.data.reference import Reference
from faheng.data.reports import observation
from faheng.errors import Problem
from faheng.intake.decision import Decision
from faheng.ledger.event import EventKind
from faheng.model import Observation, Report, Status
from faheng.model.printed import printed_value

STATUS = {
    EventKind.ACCEPTED: Status.ACCEPTED,
    EventKind.CORRECTED: Status.ACCEPTED,
    EventKind.ADDED: Status.ACCEPTED,
    EventKind.REJECTED: Status.REJECTED,
}


@dataclass(frozen=True)
class ReviewedFigure:
    """A figure as it stands. key: its id before any correction, which decisions name; before: as it was then.

    faults: why it cannot be published as it stands. twin: the key of the one that says it otherwise; "" for none.
    """

    key: str
    now: Observation
    before: Observation | None = None
    decision: Decision | None = None
    faults: tuple[Problem, ...] = ()
    twin: str = ""

    @property
    def is_open(self) -> bool:
        """Whether a person has to look at it."""
        return bool(self.faults) or (self.now.status is Status.PROPOSED)


@dataclass(frozen=True)
class Figures:
    """The figures of a report in the order of its text, and the decisions that find no figure any more."""

    every: tuple[ReviewedFigure, ...]
    orphaned: tuple[Decision, ...] = ()

    @property
    def publishable(self) -> tuple[Observation, ...]:
        """Those that can enter the store: accepted ones and proposed ones without fault."""
        return tuple(each.now for each in self.every if not each.faults and each.now.status is not Status.REJECTED)


@dataclass(frozen=True)
class Judge:
    """What figures are held against: names and limits of data/reference, and the report that they are of."""

    reference: Reference
    report: Report

    def valid(self, cells: dict[str, str]) -> tuple[Observation, tuple[Problem, ...]]:
        """The figure that the cells say, and its faults: the same validation as of a line of data/observations."""
        problems: list[Problem] = []
        row = row_of(cells, f"ledger/{self.report.id}", problems)
        scopes = {each.id for each in self.reference.scopes}
        made = observation(row, self.report, self.reference.indicators, scopes)
        return made, tuple(problems)

    def figures(self, read: Iterable[Observation], decisions: Iterable[Decision]) -> Figures:
        """The figures that were read or shipped, with the decisions on them."""
        read = list(read)
        found, orphaned = matched(read, [each for each in decisions if each.kind is not EventKind.ADDED])
        every = [self.judged(each, found.get(each.id)) for each in read]
        every += [self.added(each) for each in decisions if each.kind is EventKind.ADDED]
        return Figures(tuple(alone_of_their_key(every)), tuple(orphaned))

    def judged(self, read: Observation, decision: Decision | None) -> ReviewedFigure:
        """A figure that was read, as the decision leaves it."""
        changes = {} if decision is None else dict(decision.cells)
        now, faults = self.valid({**cells_of(read), **changes})
        if decision is None:
            now = replace(now, status=read.status, reason=read.reason)
            return ReviewedFigure(read.id, now, read, None, faults)
        now = replace(now, status=STATUS[decision.kind], confidence=Decimal(1))
        return ReviewedFigure(read.id, now, read, decision, () if now.status is Status.REJECTED else faults)

    def added(self, decision: Decision) -> ReviewedFigure:
        """A figure that a person added."""
        now, faults = self.valid(dict(decision.cells))
        return ReviewedFigure(decision.figure, now, None, decision, faults)


def cells_of(read: Observation) -> dict[str, str]:
    """The line of a data file for a figure that was read.

    Of a numeral that others grew into (20192020172) only what gives the value counts as printed, as data/ has it.
    """
    cells = observation_cells(read)
    grown = read.value_text.isascii() and read.value_text.isdigit() and printed_value(read.value_text) != read.value
    if grown and read.value_text.endswith(cells["value"]):
        return {**cells, "value_text": cells["value"]}
    return cells


def matched(read: Sequence[Observation], decisions: Iterable[Decision]) -> tuple[dict[str, Decision], list[Decision]]:
    """Id of a figure -> the decision on it, and the decisions that find none. Of two the later one counts."""
    by_id = {each.id: each for each in read}
    found: dict[str, Decision] = {}
    apart: list[Decision] = []
    for decision in sorted(decisions, key=lambda each: each.number):
        name = decision.figure if decision.figure in by_id else successor(read, decision)
        if name is None:
            apart.append(decision)
        elif name not in found or decision.figure == name or found[name].figure != name:
            found[name] = decision
    return found, apart


def successor(read: Sequence[Observation], decision: Decision) -> str | None:
    """The figure that stands where the decision's stood: of the same indicator and scope, or alone at its place."""
    target = decision.target
    place = (target.start, target.end)
    here = [each for each in read if each.evidence.span and (each.evidence.span.start, each.evidence.span.end) == place]
    same = [each for each in here if (each.indicator_id, each.scope) == (target.indicator, target.scope)]
    alone = same or (here if len(here) == 1 else [])
    return alone[0].id if alone else None


def alone_of_their_key(figures: Sequence[ReviewedFigure]) -> Iterable[ReviewedFigure]:
    """The figures in the order of the text; of several with one indicator, scope and period all but one have a fault.

    A report says a figure once: what a person decided goes before what was read, the surer before the less sure.
    """
    taken: dict[tuple[object, ...], str] = {}
    for each in sorted(figures, key=precedence):
        if each.now.status is not Status.REJECTED:
            taken.setdefault(key_of(each.now), each.key)
    for each in sorted(figures, key=place_of):
        other = taken.get(key_of(each.now), each.key)
        if other == each.key or each.now.status is Status.REJECTED:
            yield each
        else:
            yield replace(each, faults=(*each.faults, doubled(each.now, other)), twin=other)


def precedence(figure: ReviewedFigure) -> tuple[object, ...]:
    """What goes before what where two say the same thing of one report."""
    undecided = figure.decision is None
    return undecided, figure.now.status is not Status.ACCEPTED, -figure.now.confidence, place_of(figure)


def place_of(figure: ReviewedFigure) -> tuple[int, str]:
    """Where the figure stands in the text."""
    span = figure.now.evidence.span
    return (span.start if span else 0), figure.key


def key_of(one: Observation) -> tuple[object, ...]:
    """What may stand once in a report."""
    return one.indicator_id, one.scope, *one.period


def doubled(one: Observation, other: str) -> Problem:
    """The fault of a figure that another one of the report says otherwise."""
    fault = f"the report has another figure of {one.indicator_id} for the same scope and period ({other})"
    return Problem(f"ledger/{one.report_id}", 1, "indicator", fault, "reject one of the two, or correct its scope")
