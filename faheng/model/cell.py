"""What a page reads of the store: a cell of a comparison, and what stands beside cells.

Each record is made once, where its row leaves the store (faheng.store.records). A text that is missing is "", a number
or a day that is missing is None, so that nobody asks for nan.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from faheng.model.finding import Severity
from faheng.model.terms import Bound, ChangeKind, ChangeUnit, Kind, Level, Measure, Origin, PeriodBasis, PeriodKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """Locality × indicator × year: one value with its verdicts, or the verdict that stands in its place.

    What a cell says is put together in faheng.store.shown. value is None where nothing fills the cell. unit is an id of
    data/reference/units.csv. verdicts come strictest first; verdicts_apart are those beside a place of another level.
    source_indicator_id is another indicator's where a neighbour stands in (own_definition is False then).
    finding_severity is None where no finding is about the value.
    """

    locality_code: str
    locality: str
    level: Level
    indicator_id: str
    indicator: str
    unit: str
    kind: Kind
    measure: Measure
    better: str
    year: int | None
    newest_year: int | None
    observation_id: str
    value: float | None
    value_text: str
    bound: Bound | None
    value_low: float | None
    value_high: float | None
    interval_low: float | None
    interval_high: float | None
    numerator: float | None
    denominator: float | None
    origin: Origin | None
    period_kind: PeriodKind | None
    period_start: date | None
    period_end: date | None
    period_basis: PeriodBasis | None
    scope: str
    scope_name: str
    own_definition: bool
    source_indicator_id: str
    source_indicator: str
    reason: str
    verdicts: tuple[str, ...]
    verdicts_apart: tuple[str, ...]
    across_levels: str
    report_id: str
    report_title: str
    publisher: str
    published_on: date | None
    report_kind: str
    source_kind: str
    change: float | None
    change_unit: ChangeUnit | None
    note: str
    doubt: str
    contradicting: tuple[Rival, ...]
    corroborating: tuple[str, ...]
    proposed_observation_id: str
    finding_severity: Severity | None
    finding: str
    population: int | None

    @property
    def comparable(self) -> bool:
        """True when the cell may stand beside others."""
        return "compared" in self.verdicts

    @property
    def drawable(self) -> bool:
        """True when there is something to draw: a value, or the interval of an implied one."""
        return self.value is not None or (self.value_low is not None and self.value_high is not None)


@dataclass(frozen=True, slots=True)
class Rival:
    """Another observation of the same fact, with another value."""

    observation_id: str
    value: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceChange:
    """What a place, or one that joined it, was before a year. joined: its area stayed as it was, its figures go on."""

    locality_code: str
    year: int
    kind: ChangeKind
    old_code: str
    old_name: str
    joined: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Benchmark:
    """A reference value as a page shows it. drawn: it may stand as a line beside the cells; reason says why not."""

    region: str
    indicator_id: str
    unit: str
    period: str
    period_start: date
    period_end: date
    value: float
    bound: Bound
    kind: str
    scope: str
    drawn: bool
    reason: str
    source_title: str
    source_url: str
    source_kind: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Peers:
    """Median and range of the peers of a place, for one indicator and year (year None: of each peer's latest).

    spread: low and high are the middle half ('quartiles') or all ('extremes'). median, low and high are None where
    fewer than least_peers have a comparable value; least and greatest are the ends of all of them then, the quartiles
    are None where there are too few for quartiles. more_surely to less_perhaps: how many peers surely have, or may
    have, more or less than our place; None where our place has no comparable value.
    """

    indicator_id: str
    year: int | None
    peers: str
    rule: str
    places: int
    least_peers: int
    spread: str
    median: float | None
    low: float | None
    high: float | None
    population_unknown: bool
    least: float | None = None
    greatest: float | None = None
    lower_quartile: float | None = None
    upper_quartile: float | None = None
    more_surely: int | None = None
    more_perhaps: int | None = None
    less_surely: int | None = None
    less_perhaps: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceValue:
    """A value of one place among many, which may stand beside others. low, high: its interval, or the value alone."""

    locality_code: str
    locality: str
    year: int
    value: float
    low: float
    high: float
