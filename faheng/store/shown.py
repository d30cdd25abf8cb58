"""What cells say: the facts that fill them, as the marts have them, and why the others are empty.

A query of one table by its key is planned in a thousandth of a second, one that joins ten takes twenty times as long
whatever the data. So each table is asked by itself and put together here. What is the same for all places is asked
once a snapshot.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Protocol, TypeVar

from faheng.store.cell_parts import (
    AskedCells,
    CellDefinition,
    ProposedFigure,
    Row,
    ShownPlace,
    VerdictList,
    YearReport,
)
from faheng.store.records import records_of

__all__ = ["COLUMNS", "Dimensions", "dimensions", "shown_cells"]

Made = TypeVar("Made")


class Store(Protocol):
    """Where queries are asked."""

    def table(self, query: str, **parameters: object) -> tuple[list[str], list[Row]]:
        """The names of the columns and the rows of queries/<query>.sql."""


@dataclass(frozen=True, slots=True)
class FilledCell:
    """A fact that fills a cell: its key, and what the cell says of it as shared__filled has it."""

    year: int
    rank: int
    source: str
    holding: tuple[str, ...]
    told: Row


@dataclass(frozen=True)
class Dimensions:
    """What is the same for all places: the definitions by indicator and source, and the verdicts."""

    definitions: Mapping[tuple[str, str], CellDefinition]
    verdicts: Mapping[tuple[tuple[str, ...], bool], VerdictList]


_KEY = ("locality_code", "indicator_id", "year", "rank", "source_indicator_id", "holding")
_FACT = (
    "observation_id", "value", "value_text", "bound", "value_low", "value_high", "interval_low", "interval_high",
    "numerator", "denominator", "origin", "period_kind", "period_start", "period_end", "period_basis", "scope",
    "scope_name", "change", "change_unit", "note", "doubt", "contradicting", "corroborating", "finding_severity",
    "finding",
)  # fmt: skip
_REPORT = ("report_id", "report_title", "publisher", "published_on", "report_kind", "source_kind")
_PLACE = ("locality_code", "locality", "level", "population")
_ABOUT = ("indicator_id", "indicator", "unit", "kind", "measure", "better")
_JUDGED = (
    "year", "newest_year", "own_definition", "source_indicator_id", "source_indicator", "reason", "verdicts",
    "verdicts_apart", "across_levels", "proposed_observation_id",
)  # fmt: skip
COLUMNS = (*_PLACE, *_ABOUT, *_JUDGED, *_FACT, *_REPORT)
_NO_FACT: Row = (None,) * len(_FACT)
_NO_REPORT: Row = (None,) * len(_REPORT)


def dimensions(store: Store, language: str) -> Dimensions:
    """What is the same for all places, in the language."""
    definitions = _records(store, CellDefinition, "pages/shared__definitions", language=language)
    lists = _records(store, VerdictList, "pages/shared__verdict_lists")
    return Dimensions(
        {(each.indicator_id, each.source_indicator_id): each for each in definitions},
        {(each.holding, each.stands_in): each for each in lists},
    )


def shown_cells(store: Store, asked: AskedCells, about: Dimensions) -> list[Row]:
    """What each cell says, as rows of COLUMNS: by place, indicator and year in the order in which they are asked for.

    Places and indicators that the store does not know have none.
    """
    tables = _Tables.of(store, asked)
    known = [each for each in asked.indicators if (each, each) in about.definitions]
    years: Sequence[int | None] = (None,) if asked.years.named is None else sorted(asked.years.named)
    return [
        _row(_Cell(tables.places[code], about.definitions[indicator, indicator], year), tables, about, asked)
        for code in asked.localities
        if code in tables.places
        for indicator in known
        for year in years
    ]


@dataclass(frozen=True)
class _Tables:
    """The answers of the store, by their keys. year: that asked for, None for the latest."""

    places: Mapping[str, ShownPlace]
    filled: Mapping[tuple[str, str, int | None], FilledCell]
    held: Mapping[tuple[str, int | None], YearReport]
    proposed: Mapping[tuple[str, str, int], str]

    @staticmethod
    def of(store: Store, asked: AskedCells) -> _Tables:
        ask = partial(_records, store, localities=list(asked.localities))
        places = ask(ShownPlace, "pages/shared__places", language=asked.language)
        proposed = ask(ProposedFigure, "pages/shared__proposed")
        return _Tables(
            {each.locality_code: each for each in places},
            _filled(store, asked),
            dict(_held(ask(YearReport, "pages/shared__held", language=asked.language), asked)),
            {(each.locality_code, each.indicator_id, each.year): each.observation_id for each in proposed},
        )


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell that is asked for."""

    place: ShownPlace
    own: CellDefinition
    year: int | None


def _row(cell: _Cell, tables: _Tables, about: Dimensions, asked: AskedCells) -> Row:
    """What one cell says."""
    code, indicator = cell.place.locality_code, cell.own.indicator_id
    filled = tables.filled.get((code, indicator, cell.year))
    told = (*cell.place.words, indicator, cell.own.indicator, cell.own.unit, cell.own.kind, cell.own.measure,
            cell.own.better)  # fmt: skip
    if filled is not None:
        return (*told, *_judged(filled, about.definitions[indicator, filled.source], about, asked), *filled.told)
    held = tables.held.get((code, cell.year))
    verdict = _why_empty(cell, held)
    proposed = tables.proposed.get((code, indicator, held.year)) if held else None
    year = cell.year if cell.year is not None else held.year if held else None
    return (
        *told, year, None, True, indicator, None,
        cell.own.not_applicable if verdict == "not_applicable" else None,
        [verdict], [verdict], cell.own.across_levels, proposed, *_NO_FACT, *(held.words if held else _NO_REPORT),
    )  # fmt: skip


def _judged(filled: FilledCell, source: CellDefinition, about: Dimensions, asked: AskedCells) -> Row:
    """What is said of a filled cell beside its fact: its verdicts depend on the other years."""
    newest = source.newest_year
    if newest is not None and asked.years.span is not None:
        newest = min(newest, asked.years.span[1])
    outdated = asked.years.named is None and newest is not None and filled.year < newest - source.latest_window_years
    stands_in = filled.rank > 0
    verdicts, apart = about.verdicts[filled.holding, stands_in].said(outdated=outdated)
    return (
        filled.year, newest, not stands_in, filled.source, source.source_indicator,
        source.reason if stands_in else None, list(verdicts), list(apart), source.across_levels, None,
    )  # fmt: skip


def _why_empty(cell: _Cell, held: YearReport | None) -> str:
    """The verdict that stands in the place of a value."""
    if cell.place.level not in cell.own.applies_to_levels:
        return "not_applicable"
    if held is None:
        return "no_report"
    return "not_read" if held.read == "partly" else "not_reported"


def _filled(store: Store, asked: AskedCells) -> dict[tuple[str, str, int | None], FilledCell]:
    """The facts by their cells; where no year is asked for the best of each: of one's own, then the newest."""
    from_year, to_year = asked.years.bounds
    names, rows = store.table("pages/shared__filled", localities=list(asked.localities), language=asked.language,
                              indicators=list(asked.indicators), from_year=from_year, to_year=to_year)  # fmt: skip
    if names != [*_KEY, *_FACT, *_REPORT]:
        raise TypeError("queries/pages/shared__filled.sql has other columns than cells take from it")
    found: dict[tuple[str, str, int | None], FilledCell] = {}
    for code, indicator, year, rank, source, holding, *told in rows:
        key = code, indicator, year if asked.years.named is not None else None
        other = found.get(key)
        if other is None or (rank, -year) < (other.rank, -other.year):
            found[key] = FilledCell(year, rank, source, tuple(holding), tuple(told))
    return found


def _held(reports: Sequence[YearReport], asked: AskedCells) -> Iterator[tuple[tuple[str, int | None], YearReport]]:
    """The reports by place and year asked for; where none is, the newest, within the span where there is one."""
    for each in reports:
        if asked.years.named is not None:
            yield (each.locality_code, each.year), each
        elif asked.years.span is None or asked.years.span[0] <= each.year <= asked.years.span[1]:
            # In the order of the years: the last one counts.
            yield (each.locality_code, None), each


def _records(store: Store, kind: type[Made], query: str, **parameters: object) -> list[Made]:
    return records_of(kind, *store.table(query, **parameters))
