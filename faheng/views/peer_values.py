"""Median and range of a place's peers, and where it stands among them, from what all places of its level state.

The rules are those of shared__peers, which answers where a span of years is chosen: comparable values alone, ours left
out, a median and a range from as many places on as the settings say.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from faheng.measures import PER, Footing
from faheng.model import Peers
from faheng.store.level_values import LevelValues, Numbers
from faheng.views.cached import column, level_values, records

__all__ = ["Among", "GroupOfPeers", "StandingPlace", "peers_among", "peers_of"]

POPULATION, PROVINCE = "population", "province"


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingPlace:
    """Where a place stands among others (shared__standing_place). place, province: as LevelValues has them."""

    level: str
    place: int
    province: int
    population_unknown: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupOfPeers:
    """A group of peers with its rule and its least numbers (shared__peer_group)."""

    peers: str
    rule: str
    least_peers: int
    quartiles_from: int


@dataclass(frozen=True, slots=True)
class Among:
    """A place, the group of its peers, and which places are nearest to it where the group's rule asks for these."""

    ours: StandingPlace
    group: GroupOfPeers
    nearest: Sequence[int] = ()

    def others(self, values: LevelValues) -> Numbers:
        """In which rows the peers are, ours left out."""
        others: Numbers = values.place != np.uint64(self.ours.place)
        if self.group.rule == PROVINCE:
            others &= values.province == np.uint64(self.ours.province)
        if self.group.rule == POPULATION:
            others &= np.isin(values.place, np.array(self.nearest, dtype=np.uint64))
        return others

    def own(self, values: LevelValues) -> tuple[float, float] | None:
        """The ends of our value; None where it is not known."""
        rows = np.flatnonzero(values.place == np.uint64(self.ours.place))
        if not len(rows) or np.isnan(values.value[rows[0]]):
            return None
        return float(values.low[rows[0]]), float(values.high[rows[0]])


def peers_among(
    locality: str,
    group: str,
    indicators: Sequence[str],
    years: Sequence[int] | None,
    footing: Footing,
    *,
    language: str,
) -> tuple[Peers, ...]:
    """Of each indicator the peers of the place, of each of the years or of the latest; none where there is no group."""
    groups = records(GroupOfPeers, "pages/shared__peer_group", peers=group, language=language)
    places = records(StandingPlace, "pages/shared__standing_place", locality=locality)
    if not groups or not places:
        return ()
    nearest = groups[0].rule == POPULATION
    among = Among(
        places[0], groups[0],
        column("pages/shared__nearest", peers=group, locality=locality) if nearest else (),
    )  # fmt: skip
    held = level_values(places[0].level, indicators, latest=years is None)
    wanted = [None] if years is None else sorted(years)
    return tuple(each for one in indicators for each in peers_of(one, held[one], wanted, footing, among))


def peers_of(
    indicator: str, values: LevelValues, years: Sequence[int | None], footing: Footing, among: Among
) -> Iterator[Peers]:
    """Of each year the peers; None for the latest, where the values are those alone."""
    shown = on_footing(values, footing)
    for year in years:
        yield _summed(indicator, year, shown if year is None else shown.where(shown.year == year), among)


def on_footing(values: LevelValues, footing: Footing) -> LevelValues:
    """The values per 10,000 residents or per year of their periods; not known where the residents are not."""
    if footing.as_reported:
        return values
    divisor = np.ones(len(values.value))
    if footing.per_residents:
        divisor = np.where(values.population > 0, values.population / PER, np.nan)
    if footing.per_year:
        divisor = divisor * values.years
    divided = (values.value / divisor, values.low / divisor, values.high / divisor)
    return LevelValues(values.place, values.province, values.year, *divided, values.population, values.years)


def _summed(indicator: str, year: int | None, values: LevelValues, among: Among) -> Peers:
    others, group = among.others(values), among.group
    known = np.sort(values.value[others])
    # What is no number comes last.
    known = known[: len(known) - np.count_nonzero(np.isnan(known))]
    enough, many = len(known) >= group.least_peers, len(known) >= group.quartiles_from
    least, middle, greatest = (_quantile(known, share) if enough else None for share in (0, 0.5, 1))
    lower, upper = (_quantile(known, share) if many else None for share in (0.25, 0.75))
    more_surely, more_perhaps, less_surely, less_perhaps = _standing(among.own(values), values, others)
    return Peers(
        indicator_id=indicator, year=year, peers=group.peers, rule=group.rule, places=len(known),
        least_peers=group.least_peers, spread="quartiles" if many else "extremes", median=middle,
        low=lower if many else least, high=upper if many else greatest, least=least, greatest=greatest,
        lower_quartile=lower, upper_quartile=upper, more_surely=more_surely, more_perhaps=more_perhaps,
        less_surely=less_surely, less_perhaps=less_perhaps,
        population_unknown=group.rule == POPULATION and among.ours.population_unknown,
    )  # fmt: skip


def _standing(own: tuple[float, float] | None, values: LevelValues, others: Numbers) -> tuple[int | None, ...]:
    """How many have surely, and perhaps, more than ours, then less; None where ours or none of theirs is known."""
    if own is None or not others.any():
        return (None,) * 4
    low, high, theirs_low, theirs_high = *own, values.low[others], values.high[others]
    return tuple(
        int(np.count_nonzero(each))
        for each in (theirs_low > high, theirs_high >= low, theirs_high < low, theirs_low <= high)
    )


def _quantile(known: Numbers, share: float) -> float | None:
    """Between the two values that it lies between, as far from each as its place in the row; None of none."""
    if not len(known):
        return None
    place = (len(known) - 1) * share
    below = int(place)
    above = min(below + 1, len(known) - 1)
    return float(known[below] + (known[above] - known[below]) * (place - below))
