"""Rows of a query -> typed records: the one place where a column name becomes an attribute.

A record is a frozen dataclass whose fields are the columns of its query. What a column lacks becomes "" for a text, ()
for a list and None for the rest, by the declared type of the field.
"""

from __future__ import annotations

import types
from collections import deque
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from functools import cache
from itertools import repeat
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

Made = TypeVar("Made")
Convert = Callable[[Any], Any]
_KEPT = {str, bool, int, float, date, type(None)}


def records_of(kind: type[Made], columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> list[Made]:
    """A record of this kind for each row.

    columns: the names of the values in each row. Raises TypeError where they are not the fields of the record: a query
    and its record change together.
    """
    known = converters(cast("Hashable", kind))
    if set(columns) != set(known):
        lacking, surplus = sorted(set(known) - set(columns)), sorted(set(columns) - set(known))
        raise TypeError(f"{kind.__name__}: the query lacks {lacking} and has beyond it {surplus}")
    # Column by column and past __init__: of the thousands of cells of a trend this takes a fifth of the time.
    made = [kind.__new__(kind) for _ in rows]
    for name, values in zip(columns, zip(*rows, strict=True), strict=bool(rows)):
        deque(map(object.__setattr__, made, repeat(name), _converted(kind, name, values)), maxlen=0)
    return made


def _converted(kind: Any, name: str, values: Sequence[Any]) -> Iterable[Any]:
    """The values of one column for the field; what repeats is converted once."""
    if set(map(type, values)) <= unchanged(kind)[name]:
        return values
    convert = converters(kind)[name]
    if isinstance(next((each for each in values if each is not None), None), list | dict):
        return map(convert, values)
    distinct = {each: convert(each) for each in set(values)}
    return map(distinct.__getitem__, values)


PLAIN: dict[Any, Convert] = {
    str: lambda value: "" if value is None else str(value),
    bool: bool,
    int: int,
    float: float,
    Decimal: lambda value: value,
    date: lambda value: value.date() if isinstance(value, datetime) else value,
}


@cache
def unchanged(kind: Any) -> dict[str, set[type]]:
    """Field -> the types of which a value is already as the record wants it."""
    hints = get_type_hints(kind)
    return {each.name: _KEPT & set(_choices(hints[each.name])) for each in fields(kind)}


def _choices(hint: Any) -> tuple[Any, ...]:
    """The types of a union; of anything else, itself."""
    return get_args(hint) if get_origin(hint) in {Union, types.UnionType} else (hint,)


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
    plain = getattr(hint, "__supertype__", hint)  # of a name for some texts, such as CheckName, the text
    if plain in PLAIN:
        return PLAIN[plain]
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return hint
    raise TypeError(f"no record field can be a {hint}")


def struct_converter(kind: Any) -> Convert:
    """What turns a struct of DuckDB, which is a dict in Python, into a record."""
    inner = converters(kind)
    return lambda value: kind(**{name: inner[name](each) for name, each in value.items()})
