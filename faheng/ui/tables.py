"""A table of texts as HTML that prints and can be read aloud; a line cannot have more or fewer fields than its head."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import pandas as pd

from faheng.ui.links import Hyperlink
from faheng.ui.markup import Markup, rendered

__all__ = ["Column", "PageTable", "linked_column", "table_markup", "table_of"]

Field = str | Hyperlink


@dataclass(frozen=True, slots=True)
class Column:
    """number: its fields stand on the right."""

    name: str
    number: bool = False


@dataclass(frozen=True)
class PageTable:
    """Columns, and rows with a field for each of them."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Hyperlink, ...], ...]

    @property
    def lines(self) -> Iterator[list[tuple[Column, Hyperlink]]]:
        """The fields of each row with their columns. ValueError where a row has another width."""
        return (list(zip(self.columns, row, strict=True)) for row in self.rows)


def table_of(columns: Iterable[str | Column], rows: Iterable[Iterable[Field]]) -> PageTable:
    """The table with these columns; texts left, numbers right."""
    named = tuple(Column(column) if isinstance(column, str) else column for column in columns)
    return PageTable(named, tuple(tuple(map(_as_link, row)) for row in rows))


def linked_column(words: pd.DataFrame, column: str, hrefs: Sequence[str]) -> PageTable:
    """A table in words whose numbers stand in this column; each leads to its href, where it has one.

    A column that says nothing in any line is left out.
    """
    words = words.loc[:, [name for name in words.columns if name == column or any(map(_text, words[name]))]]
    columns = [Column(str(name), number=name == column) for name in words.columns]
    at = list(words.columns).index(column)
    rows = [
        [Hyperlink(_text(value), href if place == at else "") for place, value in enumerate(line)]
        for line, href in zip(words.itertuples(index=False), hrefs, strict=True)
    ]
    return table_of(columns, rows)


def table_markup(table: PageTable) -> Markup:
    """The table as HTML."""
    return rendered("table", table=table)


def _as_link(field: Field) -> Hyperlink:
    return field if isinstance(field, Hyperlink) else Hyperlink(field)


def _text(value: object) -> str:
    return "" if pd.isna(value) else str(value)  # type: ignore[call-overload]  # scalars only
