"""Rows -> CSV as a spreadsheet expects it: UTF-8 with BOM so that Excel reads Chinese, CRLF, missing values empty.

A text that a spreadsheet would run as a formula gets an apostrophe in front (OWASP, CSV injection).
"""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterable, Iterator, Sized

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from faheng.words.clean import spreadsheet_text


def csv_bytes(rows: pd.DataFrame, encoding: str = "utf-8-sig") -> bytes:
    """The rows with their column names as the first line."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([cell(name) for name in rows.columns])
    writer.writerows([cell(value) for value in row] for row in rows.itertuples(index=False))
    return out.getvalue().encode(encoding)


def csv_parts(batches: Iterable[pa.RecordBatch], encoding: str = "utf-8-sig") -> Iterator[bytes]:
    """The same file from rows as Arrow has them, in parts: however many there are, a few thousand are held at once.

    Every column is worked on by its distinct values. Batches without rows give the head alone.
    """
    mark, head = codecs.BOM_UTF8 if encoding == "utf-8-sig" else b"", True
    for batch in batches:
        if head:
            yield mark + ",".join(map(quoted, batch.schema.names)).encode() + b"\r\n"
            head = False
        if batch.num_rows:
            yield _lines(batch)


def _lines(batch: pa.RecordBatch) -> bytes:
    """The rows as lines."""
    lines = pc.binary_join_element_wise(*map(_fields, batch.columns), ",")
    ended = pc.binary_join_element_wise(lines, "", "\r\n")
    return b"".join(each.as_buffer() for each in ended.cast(pa.binary()))


def _fields(column: pa.Array) -> pa.Array:
    """The values of a column as fields of lines."""
    if pa.types.is_list(column.type):
        column = pc.binary_join(column, "; ")
    distinct = column.dictionary_encode()
    texts = [quoted(cell(value)) for value in distinct.dictionary.to_pylist()]
    return pc.fill_null(pa.array(texts, pa.string()).take(distinct.indices), "")


def quoted(value: object) -> str:
    """A value as one field of a line, in quotation marks where it must be."""
    text = str(value)
    return '"' + text.replace('"', '""') + '"' if any(sign in text for sign in ',"\r\n') else text


def cell(value: object) -> object:
    """One value as it stands in the file; lists are joined by semicolons."""
    if isinstance(value, Sized) and not isinstance(value, str):
        return spreadsheet_text("; ".join(map(str, value)))  # type: ignore[call-overload]  # lists from the store
    if isinstance(value, str):
        return spreadsheet_text(value)
    if isinstance(value, float) and value.is_integer():
        # a count is a whole number: "89", not "89.0"
        return int(value)
    return "" if pd.isna(value) else value  # type: ignore[call-overload]  # a scalar of any type
