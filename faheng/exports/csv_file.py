"""Rows -> CSV as a spreadsheet expects it: UTF-8 with BOM so that Excel reads Chinese, CRLF, missing values empty.

A text that a spreadsheet would run as a formula gets an apostrophe in front (OWASP, CSV injection).
"""

from __future__ import annotations

import csv
import io
from collections.abc import Sized

import pandas as pd

from faheng.words.clean import spreadsheet_text


def csv_bytes(rows: pd.DataFrame, encoding: str = "utf-8-sig") -> bytes:
    """The rows with their column names as the first line."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([cell(name) for name in rows.columns])
    writer.writerows([cell(value) for value in row] for row in rows.itertuples(index=False))
    return out.getvalue().encode(encoding)


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
