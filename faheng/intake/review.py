"""What a person has to look at: reports that say too little of themselves, doubtful figures, orphaned decisions.

A reason is one of a closed list; faheng.words.doubts puts it into words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from faheng.checks.figures.report import ReportFigures
from faheng.checks.files import catalogue
from faheng.checks.registry import findings_of
from faheng.data.reference import Reference
from faheng.intake.decision import Decision
from faheng.intake.figures import Figures, Judge, ReviewedFigure
from faheng.intake.intake import Intake
from faheng.intake.joined import HeldFigures, Joiner
from faheng.intake.paragraphs import Paragraph, paragraph_at
from faheng.intake.reader import Storage
from faheng.intake.records import report_of
from faheng.intake.shipped import Shipped, shipped_now
from faheng.intake.state import ReportState, State
from faheng.model import Finding, Severity
from faheng.model.doubt import Reason

# Where a reading does not say why it is unsure: below this its numeral is damaged, as a rule.
HARDLY_READ = Decimal("0.5")


@dataclass(frozen=True)
class OpenReport:
    """A report with everything that a person needs to decide on its figures.

    judge: what a correction is held against.
    """

    state: ReportState
    judge: Judge
    figures: Figures
    text: str = ""
    paragraphs: tuple[Paragraph, ...] = ()
    expired: tuple[Decision, ...] = ()

    @cached_property
    def findings(self) -> Mapping[str, tuple[Finding, ...]]:
        """Id of a figure -> what the checks say of it, in their order; worked out where it is asked for."""
        named = self.judge.report
        known = catalogue(self.judge.reference)
        found: dict[str, list[Finding]] = defaultdict(list)
        for finding in findings_of(ReportFigures(named.id, named.locality_code, self.figures.publishable, known)):
            for name in finding.observation_ids:
                found[name].append(finding)
        return {name: tuple(every) for name, every in found.items()}

    @property
    def id(self) -> str:
        """The report's id."""
        return self.state.id

    @property
    def sha256(self) -> str:
        """The document on which decisions are made."""
        return self.judge.report.sha256

    def figure(self, key: str) -> ReviewedFigure | None:
        """The figure with this key, or with this id as it is now."""
        by_id = {each.now.id: each for each in self.figures.every}
        return {**by_id, **{each.key: each for each in self.figures.every}}.get(key)

    def paragraph(self, figure: ReviewedFigure) -> Paragraph | None:
        """The paragraph of the report in which the figure stands; None without the document."""
        span = figure.now.evidence.span
        return None if span is None else paragraph_at(self.paragraphs, span)


@dataclass(frozen=True)
class Doubt:
    """One thing to decide. figure: None where the report itself is unsettled, or where a decision lost its figure."""

    report: OpenReport
    reason: Reason
    figure: ReviewedFigure | None = None
    decision: Decision | None = None
    detail: str = ""

    @property
    def key(self) -> str:
        """What names it in a command: the figure's key, or the report's id."""
        if self.figure is not None:
            return self.figure.key
        return self.decision.figure if self.decision else self.report.id


@dataclass(frozen=True)
class Desk:
    """The reports of a store as a reviewer sees them, at one state of the ledger."""

    intake: Intake
    state: State
    storage: Storage
    shipped: Shipped

    @staticmethod
    def of(intake: Intake) -> Desk:
        """How things stand now."""
        return Desk(intake, intake.state(), intake.storage, shipped_now())

    @cached_property
    def reference(self) -> Reference:
        """What figures are held against."""
        return self.storage.lexicon.reference

    def report(self, name: str) -> OpenReport | None:
        """A report by its id, shipped ones too; None where there is none, or where it was withdrawn."""
        state = self.state.report(name)
        joiner = Joiner(self.reference, self.storage.readings, self.shipped)
        if name in self.shipped.reports:
            return self.opened(joiner.of_shipped(state, self.shipped.reports[name]), joiner)
        if state.document is None:
            return None
        report, _ = report_of(state, self.reference)
        judge = Judge(self.reference, report)
        reading = self.storage.readings.get(state.id, state.document.reading)
        figures = judge.figures(reading.figures, state.decisions.values())
        return OpenReport(state, judge, figures, reading.text, reading.paragraphs)

    def opened(self, held: HeldFigures, joiner: Joiner) -> OpenReport:
        """A shipped report."""
        judge = Judge(self.reference, held.report)
        reading = joiner.reading(held.state) if held.text else None
        paragraphs = reading.paragraphs if reading else ()
        return OpenReport(held.state, judge, held.figures, held.text, paragraphs, held.expired)

    def reports(self) -> Iterator[OpenReport]:
        """The reports of which anything was noted and that are not withdrawn, in the order in which they came."""
        for each in self.state.reports.values():
            if not each.withdrawn and (opened := self.report(each.id)) is not None:
                yield opened

    def all_reports(self) -> Iterator[OpenReport]:
        """Those, and all that are shipped."""
        yield from self.reports()
        for name in self.shipped.reports:
            if name not in self.state.reports and (opened := self.report(name)) is not None:
                yield opened

    def queue(self) -> list[Doubt]:
        """Everything to decide, the reports that cannot be published first, then what is most likely wrong."""
        found = [doubt for report in self.reports() for doubt in doubts_of(report, report.id in self.shipped.reports)]
        return sorted(found, key=lambda each: (list(Reason).index(each.reason), _confidence(each)))


def doubts_of(report: OpenReport, shipped: bool) -> Iterator[Doubt]:
    """What there is to decide in one report."""
    if report.state.missing and not shipped:
        yield Doubt(report, Reason.UNSETTLED, detail=", ".join(report.state.missing))
    if report.state.same is not None and not report.state.same_settled and not shipped:
        yield Doubt(report, Reason(report.state.same.how), detail=report.state.same.report)
    for decision in report.figures.orphaned:
        yield Doubt(report, Reason.ORPHANED, decision=decision)
    for decision in report.expired:
        yield Doubt(report, Reason.EXPIRED, decision=decision)
    for figure in report.figures.every:
        if figure.is_open and not (report.state.missing and not shipped):
            reason, detail = reason_of(figure, report)
            yield Doubt(report, reason, figure, detail=detail)


def reason_of(figure: ReviewedFigure, report: OpenReport) -> tuple[Reason, str]:
    """Why a figure is doubtful, and what that rests on."""
    if figure.faults:
        return Reason.FAULTY, f"{figure.faults[0].fault}; {figure.faults[0].instead}"
    doubt = figure.now.reason
    if doubt.damaged if doubt else figure.now.confidence < HARDLY_READ:
        return Reason.DAMAGED, ""
    findings = report.findings.get(figure.now.id, ())
    against = next((each for each in findings if each.severity is Severity.CONTRADICTION), None)
    return (Reason.CONTRADICTED, against.explanation_zh) if against else (Reason.UNSURE, doubt.zh if doubt else "")


def _confidence(doubt: Doubt) -> Decimal:
    return doubt.figure.now.confidence if doubt.figure else Decimal(0)
