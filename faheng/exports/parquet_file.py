"""Rows -> a Parquet file, a batch a row group: for programs that read columns, however many rows there are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from tempfile import TemporaryFile

import pyarrow as pa
import pyarrow.parquet as pq

CHUNK = 2**20


def parquet_parts(batches: Iterable[pa.RecordBatch]) -> Iterator[bytes]:
    """The file in parts. It waits on the disk until it is whole: its end says where its columns are."""
    with TemporaryFile() as made:
        writer = None
        for batch in batches:
            writer = writer or pq.ParquetWriter(made, batch.schema, compression="zstd")
            writer.write_batch(batch)
        if writer is not None:
            writer.close()
        made.seek(0)
        while part := made.read(CHUNK):
            yield part
