"""data/reference -> themes, units, scopes, verdicts, indicators, neighbours, localities, benchmarks, comparability."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from faheng.data import arithmetic as rules
from faheng.data import chapters as outline
from faheng.data.comparability import (
    NEEDED_SETTINGS,
    IndicatorSetting,
    PeerGroup,
    indicator_settings,
    peer_groups,
    setting,
)
from faheng.data.declared import undeclared
from faheng.data.places import HEADERS as PLACE_FILES
from faheng.data.places import Places, read_places
from faheng.data.table import Row, only_first, read_csv
from faheng.data.tiles import HEADERS as TILE_FILES
from faheng.data.tiles import tiles
from faheng.errors import DataProblems, Problem
from faheng.model import (
    Bound,
    Chapter,
    ChapterApart,
    Indicator,
    Kind,
    Level,
    Locality,
    Measure,
    Neighbour,
    ReferenceValue,
    Scope,
    Setting,
    Theme,
    Tile,
    Unit,
    Verdict,
)

Record = TypeVar("Record")

HEADERS = {
    "themes": ("id", "name_zh", "name_en"),
    "units": ("id", "name_zh", "name_en", "symbol_zh", "symbol_en"),
    "scopes": ("id", "name_zh", "name_en"),
    "verdicts": ("id", "rank", "excludes", "name_zh", "name_en", "meaning_zh", "meaning_en"),
    "comparability": ("id", "value", "name_zh", "name_en", "reason_zh", "reason_en"),
    "comparability_indicators": ("indicator", "setting", "value", "reason_zh", "reason_en"),
    "peer_groups": ("id", "name_zh", "name_en", "rule", "k", "times", "reason_zh", "reason_en"),
    "indicators": (
        "id", "theme", "name_zh", "name_en", "unit", "kind", "measure", "better", "numerator", "denominator",
        "family", "applies_to_levels", "not_applicable_zh", "not_applicable_en", "headline", "definition_zh",
        "definition_en", "search",
    ),
    "neighbours": ("indicator", "neighbour", "rank", "reason_zh", "reason_en"),
    "benchmarks": (
        "region", "region_code", "level", "indicator", "period", "period_start", "period_end", "value", "bound",
        "kind", "scope", "source_kind", "note_zh", "note_en", "source_title", "source_url",
    ),
    **outline.HEADERS,
    **TILE_FILES,
    **rules.HEADERS,
}  # fmt: skip

# The files of which several lines may begin alike.
UNKEYED = ("neighbours", "benchmarks", "comparability_indicators", *rules.HEADERS)
# What the queries ask for by name: without its row a verdict would silently stop barring a cell from comparison.
NEEDED_IDS = {
    "verdicts": (
        "not_applicable", "no_report", "not_reported", "disputed", "other_definition", "other_level", "other_period",
        "too_few", "bounded", "implied", "derived", "at_ceiling", "compared",
    ),
    "comparability": NEEDED_SETTINGS,
}  # fmt: skip


@dataclass(frozen=True)
class Reference:
    """The look-ups that reports and observations are read against."""

    chapters: tuple[Chapter, ...]
    chapters_apart: tuple[ChapterApart, ...]
    themes: tuple[Theme, ...]
    units: tuple[Unit, ...]
    scopes: tuple[Scope, ...]
    verdicts: tuple[Verdict, ...]
    settings: tuple[Setting, ...]
    indicator_settings: tuple[IndicatorSetting, ...]
    peer_groups: tuple[PeerGroup, ...]
    indicators: dict[str, Indicator]
    neighbours: tuple[Neighbour, ...]
    places: Places
    benchmarks: tuple[ReferenceValue, ...]
    arithmetic: rules.Arithmetic
    tiles: tuple[Tile, ...]

    @property
    def localities(self) -> Mapping[str, Locality]:
        """The places by code."""
        return self.places.localities


def read_reference(folder: Path, problems: list[Problem]) -> Reference:
    """Every reference file of the folder; faults are added to problems."""
    declared = frozenset(f"{folder.name}/{name}.csv" for name in (*HEADERS, *PLACE_FILES))
    undeclared(folder.parent, folder.name, declared, problems)
    table = {name: list(read_csv(folder / f"{name}.csv", header, problems)) for name, header in HEADERS.items()}
    for name, rows in table.items():
        key = HEADERS[name][0]
        if name not in UNKEYED:
            only_first(((row, (row.text(key),)) for row in rows), key)
    ids = {name: {row.text(HEADERS[name][0]) for row in rows} for name, rows in table.items()}
    for name, needed in NEEDED_IDS.items():
        for missing in sorted(set(needed) - ids[name]) if table[name] else ():
            table[name][-1].fault("id", f"no row for {missing!r}", "put its row back")
    places = read_places(folder, problems)
    return Reference(
        chapters=outline.chapters(table["chapters"], ids),
        chapters_apart=tuple(outline.chapter_apart(r, ids) for r in table["chapters_apart"]),
        themes=tuple(Theme(r.needed("id"), r.needed("name_zh"), r.needed("name_en")) for r in table["themes"]),
        units=tuple(unit(r) for r in table["units"]),
        scopes=tuple(Scope(r.needed("id"), r.needed("name_zh"), r.needed("name_en")) for r in table["scopes"]),
        verdicts=tuple(verdict(r) for r in table["verdicts"]),
        settings=tuple(setting(r, ids["scopes"]) for r in table["comparability"]),
        indicator_settings=indicator_settings(table["comparability_indicators"], table["indicators"], ids),
        peer_groups=peer_groups(table["peer_groups"]),
        indicators={r.text("id"): indicator(r, ids) for r in table["indicators"]},
        neighbours=neighbours(table["neighbours"], table["indicators"], ids),
        places=places,
        benchmarks=benchmarks(table["benchmarks"], ids, places.localities),
        arithmetic=rules.arithmetic(table, ids),
        tiles=tiles(table["tiles"], places.localities),
    )


def read_units(data: Path) -> tuple[Unit, ...]:
    """The units of data/reference alone. Raises DataProblems where the file has a fault."""
    return alone(data, "units", unit)


def read_verdicts(data: Path) -> tuple[Verdict, ...]:
    """The verdicts of data/reference alone. Raises DataProblems where the file has a fault."""
    return alone(data, "verdicts", verdict)


def alone(data: Path, name: str, record: Callable[[Row], Record]) -> tuple[Record, ...]:
    """The records of one file of data/reference that names no other."""
    problems: list[Problem] = []
    records = tuple(map(record, read_csv(data / f"reference/{name}.csv", HEADERS[name], problems)))
    if problems:
        raise DataProblems(problems)
    return records


def unit(row: Row) -> Unit:
    """One line of units.csv."""
    return Unit(
        row.needed("id"),
        row.needed("name_zh"),
        row.needed("name_en"),
        row.text("symbol_zh"),
        row.cells["symbol_en"],
    )


def verdict(row: Row) -> Verdict:
    """One line of verdicts.csv."""
    return Verdict(
        id=row.needed("id"),
        rank=row.whole("rank", 1),
        excludes=row.known("excludes", ("yes", "no"), "yes, no") == "yes",
        name_zh=row.needed("name_zh"),
        name_en=row.needed("name_en"),
        meaning_zh=row.needed("meaning_zh"),
        meaning_en=row.needed("meaning_en"),
    )


def indicator(row: Row, ids: dict[str, set[str]]) -> Indicator:
    """One line of indicators.csv."""
    for side in ("numerator", "denominator"):
        for part in filter(None, row.text(side).split("+")):
            if part not in ids["indicators"]:
                row.fault(side, f"unknown indicator {part!r}", "use ids of this file, joined by +")
    if bool(row.text("not_applicable_zh")) != bool(row.text("not_applicable_en")):
        row.fault("not_applicable_zh", "stands in one language only", "write the reason in both, or in none")
    return Indicator(
        id=row.needed("id"),
        theme=row.known("theme", ids["themes"], "data/reference/themes.csv"),
        name_zh=row.needed("name_zh"),
        name_en=row.needed("name_en"),
        unit=row.known("unit", ids["units"], "data/reference/units.csv"),
        kind=row.word("kind", Kind),
        measure=row.word("measure", Measure),
        better=row.known("better", ("higher", "lower"), "higher, lower", empty=True),
        numerator_id=row.text("numerator"),
        denominator_id=row.text("denominator"),
        family=row.needed("family"),
        applies_to_levels=levels(row),
        not_applicable_zh=row.text("not_applicable_zh"),
        not_applicable_en=row.text("not_applicable_en"),
        headline=row.whole("headline", 1) if row.text("headline") else None,
        definition_zh=row.needed("definition_zh"),
        definition_en=row.needed("definition_en"),
        search=row.needed("search"),
    )


def levels(row: Row) -> tuple[Level, ...]:
    """The levels an indicator applies to, written province|prefecture|county|township.

    A functional zone has the duties of a county, so what applies to counties applies to zones.
    """
    known = {level.value: level for level in Level}
    found = row.needed("applies_to_levels").split("|")
    for name in found:
        if name not in known:
            row.fault("applies_to_levels", f"unknown level {name!r}", "join levels by |: " + ", ".join(known))
    if Level.COUNTY in found and Level.ZONE not in found:
        found.append(Level.ZONE)
    return tuple(known[name] for name in found if name in known)


def neighbours(rows: list[Row], indicators: list[Row], ids: dict[str, set[str]]) -> tuple[Neighbour, ...]:
    """The lines of neighbours.csv: a pair stands once, and only an indicator of the same family may stand in."""
    only_first(((row, (row.text("indicator"), row.text("neighbour"))) for row in rows), "pair")
    family = {row.text("id"): row.text("family") for row in indicators}
    for row in rows:
        own, other = row.text("indicator"), row.text("neighbour")
        if own == other:
            row.fault("neighbour", f"{own!r} is the indicator itself", "name another indicator of its family")
        elif own in family and other in family and family[own] != family[other]:
            fault = f"{other!r} is of the family {family[other]!r}, {own!r} of {family[own]!r}"
            row.fault("neighbour", fault, "name an indicator of the same family in data/reference/indicators.csv")
    return tuple(neighbour(row, ids) for row in rows)


def neighbour(row: Row, ids: dict[str, set[str]]) -> Neighbour:
    """One line of neighbours.csv."""
    return Neighbour(
        row.known("indicator", ids["indicators"], "data/reference/indicators.csv"),
        row.known("neighbour", ids["indicators"], "data/reference/indicators.csv"),
        row.whole("rank", 1),
        row.needed("reason_zh"),
        row.needed("reason_en"),
    )


def benchmarks(rows: list[Row], ids: dict[str, set[str]], localities: Collection[str]) -> tuple[ReferenceValue, ...]:
    """The lines of benchmarks.csv; one region, indicator, period and scope may stand once."""
    only_first(
        ((row, tuple(row.text(c) for c in ("region", "indicator", "period", "kind", "scope"))) for row in rows),
        "value",
    )
    return tuple(benchmark(row, ids, localities) for row in rows)


def one_ended(row: Row, column: str) -> Bound:
    """The bound of a value that has no second end."""
    bound = row.word(column, Bound)
    if bound is Bound.BETWEEN:
        row.fault(column, "is for figures with both ends", "write exact, at_least, at_most or about")
    return bound


def benchmark(row: Row, ids: dict[str, set[str]], localities: Collection[str]) -> ReferenceValue:
    """One line of benchmarks.csv."""
    start, end = row.day("period_start"), row.day("period_end")
    if start > end:
        row.fault("period_end", "lies before period_start", "exchange the two")
    return ReferenceValue(
        region=row.needed("region"),
        region_code=row.known("region_code", localities, "data/reference/localities.csv", empty=True),
        level=row.text("level"),
        indicator_id=row.known("indicator", ids["indicators"], "data/reference/indicators.csv"),
        period=row.needed("period"),
        period_start=start,
        period_end=end,
        value=row.number("value"),
        bound=one_ended(row, "bound"),
        kind=row.known("kind", ("reported", "target"), "reported, target"),
        scope=row.known("scope", ids["scopes"], "data/reference/scopes.csv", empty=True),
        source_kind=row.known("source_kind", ("original", "copy"), "original, copy"),
        note_zh=row.text("note_zh"),
        note_en=row.text("note_en"),
        source_title=row.needed("source_title"),
        source_url=row.address("source_url"),
    )
