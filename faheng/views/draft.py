"""What a draft is told before it is published: what to mend first, what it leaves out, every figure with its verdicts.

The draft itself is never in the store; what it is held against is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar

from faheng.checks.arithmetic.inferred_period import INFERRED_PERIOD
from faheng.checks.text.corrupt_numeral import CORRUPT_NUMERAL
from faheng.intake.draft import ReadDraft
from faheng.model import Bound, Cell, Finding, Observation, Origin, PeriodBasis, PeriodKind, Severity, Span
from faheng.views.cached import AskedCells, AskedYears, cells, records_unkept
from faheng.views.catalogue import catalogue
from faheng.views.draft_jumps import jumps
from faheng.views.excerpts import Excerpt, excerpts, paragraph_number
from faheng.views.usual import UsualIndicator, usual_indicators

__all__ = [
    "DraftFigure", "DraftReview", "Omission", "ToMend", "draft_review", "spans_of",
]  # fmt: skip

# So many years back a report is still the one before.
YEARS_BEFORE = 3
# Without an indicator in our catalogue a check of these names stands as it is.
_GRAVITY = list(Severity)
# What must be mended whatever its severity says: a damaged numeral is read by nobody.
MUST = (CORRUPT_NUMERAL.name,)


@dataclass(frozen=True, slots=True, kw_only=True)
class ToMend:
    """One thing to mend or to ask. number: in the order of work; paragraph: from 1, None where no place is known."""

    number: int
    finding: Finding
    must: bool
    paragraph: int | None
    excerpts: tuple[Excerpt, ...]
    span: Span | None


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedFigure:
    """The verdicts of one figure (checks__verdicts)."""

    verdicts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Omission:
    """An indicator that the draft does not state. before: the cell of the report before; usual: the places alike."""

    indicator: str
    before: Cell | None
    usual: UsualIndicator | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftFigure:
    """One figure of a draft, as a cell is put into words. severity: the gravest finding about it, "" for none."""

    value_low: ClassVar[float | None] = None
    value_high: ClassVar[float | None] = None
    origin: ClassVar[Origin] = Origin.REPORTED
    proposed_observation_id: ClassVar[str] = ""
    year: ClassVar[int | None] = None

    indicator: str
    unit: str
    value: float
    value_text: str
    bound: Bound
    scope: str
    period_kind: PeriodKind | None
    period_start: date | None
    period_end: date | None
    period_basis: PeriodBasis | None
    phrase: str
    verdicts: tuple[str, ...]
    severity: str
    before: Cell | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftReview:
    """All that is said of a draft. held: checks that held; before: the year of the report before, None without one."""

    must: tuple[ToMend, ...]
    ask: tuple[ToMend, ...]
    notes: tuple[ToMend, ...]
    held: tuple[Finding, ...]
    omissions: tuple[Omission, ...]
    figures: tuple[DraftFigure, ...]
    before: int | None


def draft_review(draft: ReadDraft, language: str) -> DraftReview:
    """Hold the draft against itself and against what the store holds of its place and of places alike."""
    cells = cells_before(draft, language)
    draft = replace(draft, findings=(*draft.findings, *jumps(draft, cells)))
    every = tuple(mended(draft))
    return DraftReview(
        must=tuple(each for each in every if each.must),
        ask=tuple(each for each in every if not each.must and each.finding.severity is Severity.DOUBTFUL),
        notes=tuple(each for each in every if not each.must and each.finding.severity is Severity.NOTE),
        held=tuple(each for each in draft.findings if each.severity is Severity.HOLDS),
        omissions=tuple(omissions(draft, cells, language)),
        figures=tuple(figures(draft, cells, language)),
        before=cells[0].year if cells else None,
    )


def mended(draft: ReadDraft) -> Iterator[ToMend]:
    """What does not hold, in the order of work: what must be mended first, then by gravity, then as the text goes."""
    found = [(each, spans_of(each, draft.figures)) for each in draft.findings if each.severity is not Severity.HOLDS]
    found.sort(key=lambda one: (not is_must(one[0]), _GRAVITY.index(one[0].severity), start_of(one[1])))
    for number, (finding, spans) in enumerate(found, 1):
        first = spans[0] if spans else None
        yield ToMend(
            number=number,
            finding=finding,
            must=is_must(finding),
            paragraph=paragraph_number(draft.text, first.start) if first else None,
            # A period that was inferred is that of all figures: no sentence says it.
            excerpts=() if finding.check == INFERRED_PERIOD.name else excerpts(draft.text, spans),
            span=first,
        )


def is_must(finding: Finding) -> bool:
    """Whether it cannot stand as it is printed."""
    return finding.severity is Severity.CONTRADICTION or finding.check in MUST


def start_of(spans: Sequence[Span]) -> int:
    """Where the first of them begins; the end of everything where there is none."""
    return spans[0].start if spans else 1 << 31


def spans_of(finding: Finding, figures: Iterable[Observation]) -> list[Span]:
    """The numerals of a finding, first the one that was checked; else its phrase; else the phrases of its figures."""
    printed = [mark.span for mark in finding.marks if mark.span is not None]
    if printed:
        return list(dict.fromkeys(printed))
    if finding.span is not None:
        return [finding.span]
    touched = set(finding.observation_ids)
    return [each.evidence.span for each in figures if each.id in touched and each.evidence.span is not None]


def cells_before(draft: ReadDraft, language: str) -> list[Cell]:
    """What the report before said of the draft's place, each indicator once; none where no report before is held."""
    about = draft.about
    if about.locality_code is None or about.period_end is None:
        return []
    last = about.period_end.year - 1
    years = AskedYears(tuple(range(last - YEARS_BEFORE + 1, last + 1)))
    every = cells(AskedCells((about.locality_code,), tuple(each.id for each in catalogue("zh")), language, years))
    stated = [each for each in every if each.observation_id and each.own_definition and each.origin is Origin.REPORTED]
    newest = max((each.year or 0 for each in stated), default=0)
    return [each for each in stated if each.year == newest]


def omissions(draft: ReadDraft, before: Sequence[Cell], language: str) -> Iterator[Omission]:
    """What the report before or most reports of places alike state and the draft does not."""
    stated = {each.indicator_id for each in draft.figures}
    usual = {each.indicator_id: each for each in usual_beside(draft, language)}
    for cell in before:
        if cell.indicator_id not in stated:
            yield Omission(indicator=cell.indicator, before=cell, usual=usual.get(cell.indicator_id))
    told = stated | {each.indicator_id for each in before}
    for indicator, each in usual.items():
        if indicator not in told:
            yield Omission(indicator=each.indicator, before=None, usual=each)


def usual_beside(draft: ReadDraft, language: str) -> Sequence[UsualIndicator]:
    """What most places of the draft's level state."""
    about = draft.about
    if about.locality_code is None or about.period_end is None:
        return ()
    return usual_indicators(about.locality_code, about.period_end.year, language)


def figures(draft: ReadDraft, before: Sequence[Cell], language: str) -> Iterator[DraftFigure]:
    """Every figure that was read, in the order of the text."""
    names = {each.id: each.name for each in catalogue(language)}
    earlier = {each.indicator_id: each for each in before}
    gravest = severities(draft.findings)
    ordered = sorted(draft.figures, key=lambda each: each.evidence.span.start if each.evidence.span else 0)
    for one, judged in zip(ordered, verdicts_of(ordered, draft.findings), strict=True):
        yield DraftFigure(
            indicator=names[one.indicator_id],
            unit=one.unit,
            value=float(one.value),
            value_text=one.value_text,
            bound=one.bound,
            scope=one.scope,
            period_kind=one.period_kind,
            period_start=one.period_start,
            period_end=one.period_end,
            period_basis=one.period_basis,
            phrase=one.evidence.phrase,
            verdicts=judged.verdicts,
            severity=gravest.get(one.id, ""),
            before=None if one.scope else earlier.get(one.indicator_id),
        )


def severities(findings: Iterable[Finding]) -> dict[str, str]:
    """Figure -> the gravest severity of what was found about it; a note settles nothing and is none."""
    gravest: dict[str, str] = {}
    judged = [each for each in findings if each.severity is not Severity.NOTE]
    for each in sorted(judged, key=lambda one: _GRAVITY.index(one.severity), reverse=True):
        gravest |= dict.fromkeys(each.observation_ids, each.severity)
    return gravest


def verdicts_of(ordered: Sequence[Observation], findings: Iterable[Finding]) -> Sequence[JudgedFigure]:
    """The verdicts that the figures would have in the store, in their order."""
    disputed = {each.observation_ids[0] for each in findings if is_dispute(each)}
    if not ordered:
        return ()
    return records_unkept(
        JudgedFigure, "pages/checks__verdicts",
        indicators=[each.indicator_id for each in ordered],
        scopes=[each.scope for each in ordered],
        kinds=[each.period_kind for each in ordered],
        bounds=[each.bound for each in ordered],
        firsts=[each.period_start for each in ordered],
        lasts=[each.period_end for each in ordered],
        disputed=[each.id in disputed for each in ordered],
    )  # fmt: skip


def is_dispute(finding: Finding) -> bool:
    """Whether it puts a figure in doubt."""
    return finding.severity is Severity.CONTRADICTION and bool(finding.observation_ids)
