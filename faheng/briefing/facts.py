"""Cells of the store -> facts: each value with its words, the phrases that it rests on, and its report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from faheng.briefing.answers import EvidencePhrase
from faheng.briefing.contents import BriefingFact
from faheng.model import Cell
from faheng.words.catalogue import Words
from faheng.words.findings import badge, finding_text
from faheng.words.periods import cell_period_text
from faheng.words.reports import report_name
from faheng.words.values import PERCENT, cell_text, unit_symbol, units
from faheng.words.verdict_names import verdict_label, verdict_labels
from faheng.words.verdicts import verdict_sentences

__all__ = ["covered_years", "facts_of", "observations_of", "sources_of", "verdict_text"]


def observations_of(cells: Sequence[Cell]) -> list[str]:
    """The ids of the observations in the cells: what evidence and findings are asked for."""
    return list(dict.fromkeys(cell.observation_id for cell in cells if cell.observation_id))


def facts_of(cells: Sequence[Cell], evidence: Sequence[EvidencePhrase], say: Words) -> tuple[BriefingFact, ...]:
    """A fact for each cell, in the order given. evidence: of their observations."""
    rests_on: dict[str, list[EvidencePhrase]] = {}
    for each in evidence:
        rests_on.setdefault(each.observation_id, []).append(each)
    return tuple(_fact(cell, rests_on, say) for cell in cells)


def _fact(cell: Cell, rests_on: Mapping[str, Sequence[EvidencePhrase]], say: Words) -> BriefingFact:
    unit, phrases = units()[cell.unit], rests_on.get(cell.observation_id, ())
    return BriefingFact(
        place=cell.locality,
        indicator=cell.source_indicator or cell.indicator,
        year=cell.year,
        value=cell.value,
        percent=unit.id == PERCENT,
        unit=unit_symbol(unit, say),
        shown=cell_text(cell, say),
        low=cell.interval_low,
        high=cell.interval_high,
        verdict=verdict_text(cell, say),
        reason=_reason(cell, say),
        period=cell_period_text(cell, say),
        scope=cell.scope_name,
        phrases=tuple(dict.fromkeys(each.evidence_phrase for each in phrases if each.evidence_phrase)),
        report=report_name(cell, say),
        publisher=cell.publisher,
        published_on=cell.published_on,
        url=phrases[0].source_url if phrases else "",
        observation=cell.observation_id,
        comparable=cell.comparable,
        doubted=bool(badge(cell, say)),
        several_years=len(set(covered_years(cell))) > 1,
    )


def covered_years(cell: Cell) -> tuple[int, int]:
    """The first and the last year of a dated cell: a total over several years is that of no single one of them."""
    last = cell.year or 0
    start, end = cell.period_start, cell.period_end
    if not cell.drawable or start is None or end is None or cell.period_kind in ("year", "as_of"):
        return last, last
    return start.year, end.year


def verdict_text(cell: Cell, say: Words) -> str:
    """All verdicts in words, and what a check says against the cell: "期间不同 · 待核"."""
    labels = verdict_labels(cell, say) or verdict_label(next(iter(cell.verdicts), "no_report"), say)
    return " · ".join(filter(None, (labels, badge(cell, say))))


def _reason(cell: Cell, say: Words) -> str:
    """Each verdict with its reason, and what a check says against the cell where no verdict says it."""
    findings = [finding_text(cell, say)] if badge(cell, say) else []
    return say.pick("", " ").join([*verdict_sentences(cell, say), *findings])


def sources_of(facts: Iterable[BriefingFact], say: Words) -> tuple[str, ...]:
    """A line for each report that a value comes from, with publisher and date."""
    return tuple(dict.fromkeys(fact.source(say) for fact in facts if fact.observation and fact.report))
