"""What data/ says and what the ledger says -> one dataset, from which a snapshot is made.

Imported figures take the same way as shipped ones: the same validation, checks, verdicts. What has a fault stays in the
queue of the review and out of the store; it never stops a build.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from faheng.data.read import Dataset
from faheng.data.reference import Reference
from faheng.intake.decision import Decision
from faheng.intake.figures import Figures, Judge, ReviewedFigure
from faheng.intake.readings import Readings, StoredReading
from faheng.intake.records import report_of
from faheng.intake.shipped import Shipped
from faheng.intake.state import ReportState, State
from faheng.ledger.event import EventKind
from faheng.model import Finding, Observation, Report, ReportText, Review


@dataclass(frozen=True)
class HeldFigures:
    """A report with its figures as they stand. shipped: data/ has it. text: "" where its document was not imported.

    expired: decisions on another document than the one that data/ names now.
    """

    state: ReportState
    report: Report
    figures: Figures
    findings: tuple[Finding, ...] = ()
    text: str = ""
    shipped: bool = False
    expired: tuple[Decision, ...] = ()


@dataclass(frozen=True)
class Joiner:
    """What reports of the ledger are held against."""

    reference: Reference
    readings: Readings
    shipped: Shipped

    def held(self, state: State) -> Iterator[HeldFigures]:
        """The reports that are published: those of the ledger that count, and those of data/ that it speaks of."""
        return self.held_of(state.reports.values())

    def held_of(self, states: Iterable[ReportState]) -> Iterator[HeldFigures]:
        """The same of these, in the order in which they came."""
        seen: set[str] = set()
        for each in states:
            name = self.name_of(each)
            if name in self.shipped.reports and name not in seen:
                seen.add(name)
                yield self.of_shipped(each, self.shipped.reports[name])
            elif name not in self.shipped.reports and each.counts and (one := self.of_import(each)) is not None:
                yield one

    def name_of(self, state: ReportState) -> str:
        """The name under which a report is published: that of the shipped one where data/ ships its document."""
        return self.shipped.names.get(state.document.sha256, state.id) if state.document else state.id

    def renamed(self, state: State) -> bool:
        """Whether a report of the ledger is published under another name; the store does not say under which it was."""
        return any(self.name_of(each) != each.id for each in state.reports.values())

    def of_import(self, state: ReportState) -> HeldFigures | None:
        """A report that a user brought; None where its record has a fault, so that nothing of it can be published."""
        report, faults = report_of(state, self.reference)
        reading = self.reading(state)
        if faults or reading is None:
            return None
        figures = Judge(self.reference, report).figures(reading.figures, state.decisions.values())
        placed = tuple(replace(each, observation_ids=(), locality_code=report.locality_code)
                       for each in reading.findings if each.span is not None)  # fmt: skip
        return HeldFigures(state, report, figures, placed, reading.text)

    def of_shipped(self, state: ReportState, report: Report) -> HeldFigures:
        """A report of data/ with what was decided of its figures, and its text where somebody imported the document."""
        valid = [each for each in state.decisions.values() if each.target.sha256 == report.sha256]
        expired = tuple(each for each in state.decisions.values() if each.target.sha256 != report.sha256)
        figures = Judge(self.reference, report).figures(self.shipped.figures[report.id], valid)
        same = state.document is not None and state.document.sha256 == report.sha256
        reading = self.reading(state) if same else None
        return HeldFigures(state, report, figures, (), reading.text if reading else "", shipped=True, expired=expired)

    def reading(self, state: ReportState) -> StoredReading | None:
        """What was read of the report's document; None where nobody imported it. Raises ReadingDamaged."""
        if state.document is None or state.withdrawn:
            return None
        return self.readings.get(state.id, state.document.reading)


def joined(data: Dataset, held: Iterable[HeldFigures]) -> Dataset:
    """The dataset with the reports of the ledger, and its own figures as people corrected them."""
    every = list(held)
    corrected = {each.report.id: each for each in every if each.shipped}
    brought = [each for each in every if not each.shipped]
    return replace(
        data,
        reports=(*(with_importer(each, corrected) for each in data.reports), *(each.report for each in brought)),
        observations=(
            *(each for each in data.observations if each.report_id not in corrected),
            *(one for each in every for one in each.figures.publishable),
        ),
        findings=(*data.findings, *(one for each in brought for one in each.findings)),
        texts=tuple(ReportText(each.report.id, each.text) for each in every if each.text),
        reviews=tuple(review for each in every for one in each.figures.every for review in reviews_of(one)),
    )


def with_importer(report: Report, corrected: dict[str, HeldFigures]) -> Report:
    """A shipped report with who imported its document."""
    held = corrected.get(report.id)
    if held is None or held.state.document is None or not held.text:
        return report
    return replace(report, imported_at=held.state.document.imported_at, imported_by=held.state.document.imported_by)


def reviews_of(figure: ReviewedFigure) -> Iterator[Review]:
    """The decision on a figure as the store keeps it."""
    decision = figure.decision
    if decision is not None:
        yield Review(
            id=f"{decision.number}",
            observation_id=figure.now.id,
            decision=str(decision.kind),
            before=said(figure.before),
            after=said(figure.now) if decision.kind is not EventKind.REJECTED else "",
            reason=decision.reason,
            reviewer=decision.who,
            decided_at=decision.at,
        )


def said(one: Observation | None) -> str:
    """What a figure says, in short."""
    return "" if one is None else " ".join(filter(None, (one.indicator_id, one.value_text, str(one.bound), one.scope)))
