"""Rows of the published snapshot, and what pages make of them, remembered until the next snapshot is published."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache, partial
from typing import Any, TypeVar, cast

import pandas as pd
import pyarrow as pa

from faheng.model import Cell
from faheng.paths import store_folder
from faheng.store.cell_parts import AskedCells, AskedYears
from faheng.store.level_values import LevelValues
from faheng.store.read import Reader, Snapshot
from faheng.store.search import Search
from faheng.store.search import matching_figures as matching_in
from faheng.views.kept import Kept

__all__ = [
    "AskedCells",
    "AskedYears",
    "batches",
    "cells",
    "column",
    "keep",
    "level_values",
    "matching_figures",
    "records",
    "records_unkept",
    "remember",
    "rows",
    "snapshot_name",
]

Made = TypeVar("Made")
# What a day's readers go back and forth between, of all sessions together; together with what Python and the libraries
# need it stays below 400 MB. Not Streamlit's own cache: it works out a hash of each parameter anew, which took longer
# than all else a page does.
ANSWERS_BYTES, VIEWS_BYTES = 30 * 2**20, 50 * 2**20
_answers, _views = Kept(ANSWERS_BYTES, growing=False), Kept(VIEWS_BYTES)


@lru_cache(maxsize=4)
def _reader(folder: str) -> Reader:  # noqa: ARG001 (the folder is the key; paths alone knows where it is)
    return Reader(store_folder())


def _snapshot() -> Snapshot:
    return _reader(str(store_folder())).snapshot()


def snapshot_name() -> str:
    """The file of the snapshot that pages read now; raises what Reader.snapshot raises."""
    return str(_snapshot().path)


def rows(query: str, **parameters: Any) -> pd.DataFrame:
    """The rows of queries/<query>.sql with its $parameters, from memory where they were asked for before.

    They are shared by all readers: change a copy, never the rows themselves.
    """
    snapshot, named = _snapshot(), _named(parameters)
    return _answers.get((str(snapshot.path), query, named), lambda: snapshot.rows(query, **parameters))


def records(kind: type[Made], query: str, **parameters: Any) -> tuple[Made, ...]:
    """The rows of queries/<query>.sql as records of this kind, from memory as rows() gives them."""
    snapshot = _snapshot()
    key = (str(snapshot.path), cast("Hashable", kind), query, _named(parameters))
    return _answers.get(key, lambda: tuple(snapshot.records(kind, query, **parameters)))


def matching_figures(kind: type[Made], search: Search) -> tuple[Made, ...]:
    """What a search finds as records of this kind, from memory as rows() gives them."""
    snapshot = _snapshot()
    key = (str(snapshot.path), cast("Hashable", kind), search)
    return _answers.get(key, lambda: tuple(matching_in(snapshot, kind, search)))


def records_unkept(kind: type[Made], query: str, **parameters: Any) -> list[Made]:
    """The same, asked anew and not remembered: for parameters that nobody else asks with, or that must not be kept."""
    return _snapshot().records(kind, query, **parameters)


def cells(asked: AskedCells) -> tuple[Cell, ...]:
    """What each cell says, from memory as rows() gives it.

    The latest of many indicators are remembered a place, whichever other places are beside it.
    """
    snapshot = _snapshot()
    name = str(snapshot.path)
    if asked.years != AskedYears() or len(asked.indicators) == 1:
        return _answers.get((name, asked), lambda: tuple(snapshot.cells(asked)))
    keys = {code: (name, replace(asked, localities=(code,))) for code in asked.localities}
    missing = [code for code, key in keys.items() if key not in _answers]
    made: dict[str, list[Cell]] = {}

    def of_place(code: str) -> tuple[Cell, ...]:
        if code not in made:
            # All that are missing at once; one that another reader has asked for in between is made again.
            for cell in snapshot.cells(replace(asked, localities=(code, *(each for each in missing if each != code)))):
                made.setdefault(cell.locality_code, []).append(cell)
        return tuple(made.get(code, ()))

    return tuple(cell for code, key in keys.items() for cell in _answers.get(key, partial(of_place, code)))


def level_values(level: str, indicators: Sequence[str], *, latest: bool) -> dict[str, LevelValues]:
    """What the places of a level state of each indicator, from memory as rows() gives it: the same for all of them."""
    snapshot = _snapshot()
    keys = {each: (str(snapshot.path), "level values", level, each, latest) for each in indicators}
    missing = [each for each, key in keys.items() if key not in _answers]
    made: dict[str, LevelValues] = {}

    def of_indicator(each: str) -> LevelValues:
        if each not in made:
            # All that are missing at once; one that another reader has asked for in between is made again.
            made.update(snapshot.level_values(level, [each, *(one for one in missing if one != each)], latest=latest))
        return made[each]

    return {each: _answers.get(key, partial(of_indicator, each)) for each, key in keys.items()}


def batches(query: str, **parameters: Any) -> Iterator[pa.RecordBatch]:
    """The rows as Arrow has them, some thousands at once, asked anew: for files that hold everything."""
    return _snapshot().batches(query, **parameters)


def column(query: str, **parameters: Any) -> tuple[Any, ...]:
    """The first column of queries/<query>.sql, from memory as rows() gives it: for answers that are one list."""
    snapshot = _snapshot()
    key = (str(snapshot.path), "column", query, _named(parameters))
    return _answers.get(key, lambda: snapshot.column(query, **parameters))


def remember(make: Callable[[], Made], *key: Hashable) -> Made:
    """What make() gives, from memory where it was made for the same key and snapshot before. Never change it.

    What was made while another snapshot was published may be of both, and is not kept.
    """
    name = snapshot_name()
    return _views.get((name, *key), make, lambda: name == snapshot_name())


def keep(make: Callable[[], Made], *key: Hashable) -> Made:
    """The same as remember(), for what is whole once it is made: rows put together, no charts that are drawn later."""
    name = snapshot_name()
    return _answers.get((name, "made", *key), make, lambda: name == snapshot_name())


def _named(parameters: dict[str, Any]) -> tuple[tuple[str, Any], ...]:
    return tuple(
        (name, tuple(value) if isinstance(value, list) else value) for name, value in sorted(parameters.items())
    )
