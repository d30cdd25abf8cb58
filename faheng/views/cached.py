"""Rows of the published snapshot, and what pages make of them, remembered until the next snapshot is published."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from functools import lru_cache
from typing import Any, TypeVar, cast

import pandas as pd

from faheng.paths import store_folder
from faheng.store.read import Reader, Snapshot

__all__ = ["column", "records", "remember", "rows", "snapshot_name"]

Made = TypeVar("Made")
# Views of some kilobytes each: what a day's readers go back and forth between; the oldest makes room.
MOST_REMEMBERED = 300


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
    named = tuple((name, _frozen(value)) for name, value in sorted(parameters.items()))
    return _rows(snapshot_name(), query, named)


def records(kind: type[Made], query: str, **parameters: Any) -> tuple[Made, ...]:
    """The rows of queries/<query>.sql as records of this kind, from memory as rows() gives them."""
    named = tuple((name, _frozen(value)) for name, value in sorted(parameters.items()))
    return cast("tuple[Made, ...]", _records(snapshot_name(), cast("Hashable", kind), query, named))


def column(query: str, **parameters: Any) -> tuple[Any, ...]:
    """The first column of queries/<query>.sql, from memory as rows() gives it: for answers that are one list."""
    return tuple(rows(query, **parameters).iloc[:, 0].tolist())


# A page asks some twenty questions; 500 keep the answers of the views that people go back and forth between. Not
# Streamlit's own cache: it works out a hash of each parameter anew, which took longer than all else a page does.
@lru_cache(maxsize=500)
def _rows(snapshot: str, query: str, named: tuple[tuple[str, Any], ...]) -> pd.DataFrame:  # noqa: ARG001 (a key)
    parameters = {name: list(value) if isinstance(value, tuple) else value for name, value in named}
    return _snapshot().rows(query, **parameters)


@lru_cache(maxsize=500)
def _records(snapshot: str, kind: Any, query: str, named: tuple[tuple[str, Any], ...]) -> tuple[Any, ...]:  # noqa: ARG001 (a key)
    parameters = {name: list(value) if isinstance(value, tuple) else value for name, value in named}
    return tuple(_snapshot().records(kind, query, **parameters))


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def remember(make: Callable[[], Made], *key: Hashable) -> Made:
    """What make() gives, from memory where it was made for the same key and snapshot before. Never change it."""
    held = (snapshot_name(), *key)
    made = _made.get(held, _ABSENT)
    if made is _ABSENT:
        made = _made[held] = make()
        while len(_made) > MOST_REMEMBERED:
            _made.popitem(last=False)
    return cast("Made", made)


_ABSENT = object()
_made: OrderedDict[tuple[Hashable, ...], object] = OrderedDict()
