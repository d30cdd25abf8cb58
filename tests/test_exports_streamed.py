"""Files of every cell are written in parts: the same bytes as at once, however the country is divided."""

from __future__ import annotations

import io
from itertools import pairwise

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from faheng.exports import every_cell
from faheng.exports.csv_file import csv_bytes, csv_parts
from faheng.exports.every_cell import cell_batches, cell_count
from faheng.exports.parquet_file import parquet_parts
from faheng.store.read import Snapshot
from faheng.views import cached

ODD = {
    "text": ["=1+1", "a,b", 'say "c"', "two\r\nlines", "", None, "\u202e-5", " @x", "法治"],
    "number": [89.0, 72.7, None, -0.5, 1e16, 1234567.0, 1e-7, 100.0, 0.0],
    "count": [1, None, 3, 4, 5, 6, 7, 8, -9],
    "list": [["a"], [], ["b", "=c"], None, ["d"], ["e,f"], ["g"], ["h"], ["=i"]],
    "truth": [True, False, None, True, True, True, True, True, False],
}


@pytest.fixture
def _published(shipped: Snapshot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cached, "_snapshot", lambda: shipped)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_parts_are_the_bytes_of_the_whole(encoding: str) -> None:
    """Formulas, quotation marks, whole and broken numbers, lists and what is missing."""
    batch = pa.RecordBatch.from_pydict(ODD)
    frame = pd.DataFrame({name: pd.Series(values, dtype=object) for name, values in ODD.items()})
    frame["list"] = [each if each is not None else [] for each in frame["list"]]

    whole = csv_bytes(frame, encoding)

    assert whole == b"".join(csv_parts([batch], encoding))
    assert whole == b"".join(csv_parts([batch.slice(0, 4), batch.slice(4, 0), batch.slice(4)], encoding))


def test_no_rows_are_a_head() -> None:
    batch = pa.RecordBatch.from_pydict({"a": pa.array([], pa.string()), "b,c": pa.array([], pa.int64())})

    assert b'a,"b,c"\r\n' == b"".join(csv_parts([batch], "utf-8"))


@pytest.mark.usefixtures("_published")
@pytest.mark.parametrize("most", [30, 100_000], ids=["some places at a time", "all at once"])
def test_the_country_in_parts_is_the_country(most: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(every_cell, "MOST_CELLS", most)
    batches = list(cell_batches("zh"))
    whole = csv_bytes(cached.rows("pages/export__cells", language="zh", from_code=None, to_code=None))

    assert whole == b"".join(csv_parts(batches))
    assert cell_count() == sum(each.num_rows for each in batches)
    assert (most < cell_count()) == (len(batches) > 1)
    assert all(before[0][-1].as_py() < after[0][0].as_py() for before, after in pairwise(batches))


@pytest.mark.usefixtures("_published")
def test_parquet_holds_the_same() -> None:
    batches = list(cell_batches("en"))
    read = pq.read_table(io.BytesIO(b"".join(parquet_parts(batches))))

    assert pa.Table.from_batches(batches).equals(read)
