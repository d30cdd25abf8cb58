"""Values of a draft that are far from what the report before said: asked about, never judged.

The limits are those of a jump over the years, held against the one year before: a draft is read before its place has a
series. Only what has one meaning in both is held together: exact, of the whole, of a full year or as of a day.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from faheng.checks.across.reports import JUMP
from faheng.checks.figures.labels import exact_text, short
from faheng.intake.draft import ReadDraft
from faheng.model import Bound, Cell, Finding, Kind, Mark, Observation, PeriodKind, Role, Severity
from faheng.views.cached import records
from faheng.views.catalogue import catalogue
from faheng.words.catalogue import LANGUAGES, Words, words
from faheng.words.values import cell_value_text

__all__ = ["jumps"]

_OF_A_YEAR = (PeriodKind.YEAR, PeriodKind.AS_OF)


@dataclass(frozen=True, slots=True, kw_only=True)
class JumpLimits:
    """From where a value is far from another: times as much, of so many cases at least, or so many points.

    rate_days, count_days: what counts as a full year of a rate, and of a count.
    """

    times: int
    least_cases: int
    points: int
    rate_days: int
    count_days: int

    def days(self, kind: Kind) -> int:
        """The least days of a full year."""
        return self.rate_days if kind is Kind.RATE else self.count_days

    def are_passed(self, kind: Kind, value: float, before: float) -> bool:
        """Whether the two are so far apart that one of them may be something else."""
        if kind is Kind.RATE:
            return abs(value - before) > self.points
        low, high = sorted((value, before))
        return kind is Kind.COUNT and high >= self.least_cases and high > self.times * low


def jumps(draft: ReadDraft, before: Sequence[Cell]) -> Iterator[Finding]:
    """One for each figure that is far from that of the report before."""
    if not before:
        return
    (limits,) = records(JumpLimits, "pages/checks__jump_limits")
    cells = {each.indicator_id: each for each in before}
    for figure in once(draft.figures):
        cell = cells.get(figure.indicator_id)
        if cell is None or cell.value is None or not are_alike(figure, cell, limits.days(cell.kind)):
            continue
        if limits.are_passed(cell.kind, float(figure.value), cell.value):
            yield jumped(draft, figure, cell)


def once(figures: Iterable[Observation]) -> list[Observation]:
    """The figures of indicators that the draft says once; of two sayings nobody knows which is meant."""
    whole = [each for each in figures if not each.scope and each.is_legible]
    said = [each.indicator_id for each in whole]
    return [each for each in whole if said.count(each.indicator_id) == 1]


def are_alike(figure: Observation, cell: Cell, days: int) -> bool:
    """Whether the two have one meaning. days: of a full year."""
    exact = figure.bound is Bound.EXACT and cell.bound is Bound.EXACT
    of_a_year = figure.period_kind in _OF_A_YEAR and figure.period_kind == cell.period_kind
    spans = ((each.period_start, each.period_end) for each in (figure, cell))
    whole = all(first is None or last is None or (last - first).days + 1 >= days for first, last in spans)
    return exact and not cell.scope and of_a_year and whole


def jumped(draft: ReadDraft, figure: Observation, cell: Cell) -> Finding:
    """The question about one figure."""
    zh, en = (name_of(figure, language) for language in LANGUAGES)
    said_zh, said_en = (sentence(figure, cell, words(language)) for language in LANGUAGES)
    value = exact_text(Fraction(cell.value or 0))
    return Finding(
        check=JUMP.name,
        severity=Severity.DOUBTFUL,
        report_id=draft.name,
        locality_code=draft.about.locality_code,
        indicators=(figure.indicator_id,),
        observation_ids=(figure.id,),
        stated=short(figure),
        computed=f"{cell.year}: {value}",
        explanation_zh=said_zh,
        explanation_en=said_en,
        marks=(
            Mark(Role.AFTER, zh, en, exact_text(Fraction(figure.value)), figure.unit, figure.bound, figure.numeral),
            Mark(Role.BEFORE, zh, en, value, cell.unit),
        ),
    )


def name_of(figure: Observation, language: str) -> str:
    """What the figure's indicator is called."""
    return next(each.name for each in catalogue(language) if each.id == figure.indicator_id)


def sentence(figure: Observation, cell: Cell, say: Words) -> str:
    """What is asked."""
    return say(
        "{name} is {value} here and was {before} in {year}: definition, scope or unit may have changed, or a figure is"
        " wrong.",
        name=name_of(figure, say.language), value=short(figure), before=cell_value_text(cell, say), year=cell.year,
    )  # fmt: skip
