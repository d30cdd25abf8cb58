"""Rows of a query -> typed records: the one place where a column name becomes an attribute.

A record is a frozen dataclass whose fields are the columns of its query. What a column lacks becomes "" for a text, ()
for a list and None for the rest, by the declared type of the field.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

Made = TypeVar("Made")
Convert = Callable[[Any], Any]


def records_of(kind: type[Made], columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> list[Made]:
    """A record of this kind for each row.

    columns: the names of the values in each row. Raises TypeError where they are not the fields of the record: a query
    and its record change together.
    """
    convert = converters(cast("Hashable", kind))
    if set(columns) != set(convert):
        lacking, surplus = sorted(set(convert) - set(columns)), sorted(set(columns) - set(convert))
        raise TypeError(f"{kind.__name__}: the query lacks {lacking} and has beyond it {surplus}")
    steps = [(name, convert[name]) for name in columns]
    return [
        kind(**{name: step(value) for (name, step), value in zip(steps, row, strict=True)}) for row in rows
    ]  # fmt: skip


PLAIN: dict[Any, Convert] = {
    str: lambda value: "" if value is None else str(value),
    bool: bool,
    int: int,
    float: float,
    Decimal: lambda value: value,
    date: lambda value: value.date() if isinstance(value, datetime) else value,
}


@cache
def converters(kind: Any) -> dict[str, Convert]:
    """Field -> what turns a value of DuckDB into a value of its declared type."""
    if not is_dataclass(kind):
        raise TypeError(f"{kind.__name__} is no dataclass")
    hints = get_type_hints(kind)
    return {each.name: converter(hints[each.name]) for each in fields(kind)}


def converter(hint: Any) -> Convert:
    """What turns a value of DuckDB into a value of the type."""
    if get_origin(hint) in {Union, types.UnionType}:
        inner = converter(next(each for each in get_args(hint) if each is not type(None)))
        return lambda value: None if value is None else inner(value)
    if get_origin(hint) is tuple:
        item = converter(get_args(hint)[0])
        return lambda value: () if value is None else tuple(map(item, value))
    if is_dataclass(hint):
        return struct_converter(hint)
    if hint in PLAIN:
        return PLAIN[hint]
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return hint
    raise TypeError(f"no record field can be a {hint}")


def struct_converter(kind: Any) -> Convert:
    """What turns a struct of DuckDB, which is a dict in Python, into a record."""
    inner = converters(kind)
    return lambda value: kind(**{name: inner[name](each) for name, each in value.items()})
