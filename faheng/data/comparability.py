"""data/reference/comparability*.csv and peer_groups.csv: which values may stand beside each other, with the reasons.

Every limit has its own sort of value: a whole number within bounds, a word, or ids of scopes. An indicator may have
its own value of a limit that makes sense for its kind.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from faheng.data.table import Row, only_first
from faheng.model import Setting

NUMBERS = {
    "full_year_min_days_rate": ("1", "366"),
    "full_year_min_days_count": ("1", "366"),
    "latest_window_years": ("0", "50"),
    "too_few_cases": ("0", "100000"),
    "ceiling_run": ("2", "100"),
    "benchmark_min_days": ("1", "366"),
    "least_peers": ("2", "1000"),
    "quartiles_from": ("4", "1000"),
    "jump_least_years": ("2", "50"),
    "jump_times": ("2", "1000"),
    "jump_least_cases": ("1", "100000"),
    "jump_points": ("1", "100"),
}
WORDS = {"across_levels_rate": ("yes", "no"), "across_levels_count": ("yes", "per_resident", "no")}
SCOPES = "compared_scopes"
OWN, ANY = "own", "any"
NEEDED_SETTINGS = (*NUMBERS, *WORDS, SCOPES)

# The kinds of indicators for which a limit can be set apart; those of peers and jumps are one for all.
_RATES, _COUNTS = ("rate",), ("count",)
_KINDS = {
    "full_year_min_days_rate": ("rate", "duration"),
    "full_year_min_days_count": _COUNTS,
    "too_few_cases": _RATES,
    "ceiling_run": _RATES,
    "across_levels_rate": ("rate", "duration"),
    "across_levels_count": _COUNTS,
    "benchmark_min_days": (),
    "least_peers": (),
    "quartiles_from": (),
    "jump_least_years": (),
    "jump_times": (),
    "jump_least_cases": (),
    "jump_points": (),
}


@dataclass(frozen=True)
class IndicatorSetting:
    """What a limit is for one indicator, where it differs from the common one, and why."""

    indicator_id: str
    setting_id: str
    value: str
    reason_zh: str
    reason_en: str


class PeerRule(StrEnum):
    """How the peers of a place are found: its level, level and province, or the nearest by population."""

    LEVEL = "level"
    PROVINCE = "province"
    POPULATION = "population"


@dataclass(frozen=True)
class PeerGroup:
    """Places that a place is fairly set beside. k nearest, at most `times` as large or small: by population only."""

    id: str
    name_zh: str
    name_en: str
    rule: PeerRule
    k: int | None
    times: Decimal | None
    reason_zh: str
    reason_en: str


def setting(row: Row, scopes: set[str]) -> Setting:
    """One line of comparability.csv; a limit without a reason is a fault."""
    return Setting(
        row.known("id", NEEDED_SETTINGS, ", ".join(NEEDED_SETTINGS)),
        _value(row, row.text("id"), scopes),
        row.needed("name_zh"),
        row.needed("name_en"),
        row.needed("reason_zh"),
        row.needed("reason_en"),
    )


def indicator_settings(
    rows: list[Row], indicators: list[Row], ids: dict[str, set[str]]
) -> tuple[IndicatorSetting, ...]:
    """The lines of comparability_indicators.csv: each indicator has a limit of its own once at most."""
    only_first(((row, (row.text("indicator"), row.text("setting"))) for row in rows), "indicator and setting")
    kinds = {row.text("id"): row.text("kind") for row in indicators}
    return tuple(_indicator_setting(row, kinds, ids) for row in rows)


def _indicator_setting(row: Row, kinds: dict[str, str], ids: dict[str, set[str]]) -> IndicatorSetting:
    name, kind = row.text("setting"), kinds.get(row.text("indicator"), "")
    fitting = _KINDS.get(name)
    if fitting == ():
        row.fault("setting", f"{name!r} is one limit for all", "change it in data/reference/comparability.csv")
    elif fitting and kind and kind not in fitting:
        possible = [each for each in NEEDED_SETTINGS if kind in _KINDS.get(each, (kind,))]
        row.fault("setting", f"{name!r} is no limit of a {kind}", "write one of " + ", ".join(possible))
    return IndicatorSetting(
        row.known("indicator", ids["indicators"], "data/reference/indicators.csv"),
        row.known("setting", NEEDED_SETTINGS, "data/reference/comparability.csv"),
        _value(row, name, ids["scopes"]),
        row.needed("reason_zh"),
        row.needed("reason_en"),
    )


def _value(row: Row, name: str, scopes: set[str]) -> str:
    """The cell `value`, as the limit of this name takes it."""
    if name in NUMBERS:
        return str(_whole(row, "value", *NUMBERS[name]))
    if name in WORDS:
        return row.known("value", WORDS[name], ", ".join(WORDS[name]))
    value = row.needed("value")
    if name == SCOPES and value not in (OWN, ANY):
        for scope in value.split("|"):
            if scope not in scopes:
                instead = f"write {OWN}, {ANY}, or ids of data/reference/scopes.csv joined by |"
                row.fault("value", f"unknown scope {scope!r}", instead)
    return value


def _whole(row: Row, column: str, low: str, high: str) -> int:
    number = row.number(column, low, high)
    if number != number.to_integral_value():
        row.fault(column, f"{number} is not whole", "write a whole number")
    return int(number)


def peer_groups(rows: list[Row]) -> tuple[PeerGroup, ...]:
    """The lines of peer_groups.csv."""
    return tuple(_peer_group(row) for row in rows)


def _peer_group(row: Row) -> PeerGroup:
    """One line: k and times belong to the rule of population, and to no other."""
    rule = row.word("rule", PeerRule)
    for column in ("k", "times"):
        if rule == PeerRule.POPULATION and not row.text(column):
            row.fault(column, "is empty", "write how many places, and how many times larger or smaller they may be")
        if rule != PeerRule.POPULATION and row.text(column):
            row.fault(column, f"means nothing for the rule {rule.value!r}", "leave it empty")
    return PeerGroup(
        row.needed("id"),
        row.needed("name_zh"),
        row.needed("name_en"),
        rule,
        _whole(row, "k", "1", "200") if row.text("k") else None,
        row.optional_number("times", "1", "1000"),
        row.needed("reason_zh"),
        row.needed("reason_en"),
    )
