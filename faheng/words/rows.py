"""Reading one field of a row that came from a query: a missing value is None or "", never nan."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Protocol

import pandas as pd


class Row(Protocol):
    """Anything that gives a field by its name: a pandas Series, a dict."""

    def get(self, key: str, default: Any = None, /) -> Any:
        """The field, or the default when the row lacks it."""


def is_missing(value: Any) -> bool:
    """True for None, nan, NaT, NA and empty text."""
    if isinstance(value, str):
        return not value
    # pd.NA refuses to be compared, so it is asked for before anything else.
    return value is None or (pd.api.types.is_scalar(value) and bool(pd.isna(value)))


def text_of(row: Row, field: str) -> str:
    """The field as text; "" when missing."""
    value = row.get(field)
    return "" if is_missing(value) else str(value)


def number_of(row: Row, field: str) -> float | None:
    """The field as a number; None when missing."""
    value = row.get(field)
    return None if is_missing(value) else float(value)


def verdicts_of(row: Row) -> list[str]:
    """The row's verdicts, strictest first; DuckDB hands lists over as arrays, and empty ones as nothing."""
    value = row.get("verdicts")
    if isinstance(value, str) or not isinstance(value, Iterable):
        return []
    return [str(verdict) for verdict in value]


def is_comparable(row: Row) -> bool:
    """True when the cell may stand beside others."""
    return "compared" in verdicts_of(row)


def is_own_definition(row: Row) -> bool:
    """False when a neighbour of the family stands in for the indicator."""
    value = row.get("own_definition")
    return is_missing(value) or bool(value)
