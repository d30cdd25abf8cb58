"""What was recognised of scans, by the SHA-256 of the document: kept, because a page takes seconds."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterator
from dataclasses import astuple, dataclass
from pathlib import Path

from faheng.intake.documents import NAME, write_whole
from faheng.paths import storage_faults
from faheng.reading.texts.original import Content
from faheng.reading.texts.table import CellPlace, TextTable

__all__ = ["StoredTranscripts"]


@dataclass(frozen=True)
class StoredTranscripts:
    """The folder of the transcripts, or its like in object storage: text, and of each table its cells."""

    folder: Path

    def put(self, sha256: str, content: Content) -> None:
        """Keep the transcript of a document. Raises UnwritableFile."""
        tables = [[astuple(cell) for cell in table.cells] for table in content.tables]
        said = json.dumps({"text": content.text, "tables": tables}, ensure_ascii=False)
        write_whole(self.path(sha256), gzip.compress(said.encode(), mtime=0))

    def get(self, sha256: str, /) -> Content | None:
        """The transcript of a document; None where there is none, or only a torn one."""
        try:
            held = json.loads(gzip.decompress(self.path(sha256).read_bytes()))
            tables = tuple(TextTable(tuple(CellPlace(*cell) for cell in cells)) for cells in held["tables"])
            return Content(held["text"], tables=tables)
        except storage_faults(EOFError, zlib.error, ValueError, KeyError, TypeError):
            return None

    def path(self, sha256: str) -> Path:
        """Where the transcript is."""
        return self.folder / f"{sha256}.gz"

    def names(self) -> Iterator[str]:
        """The sums of all documents that have one."""
        for path in self.folder.glob("*.gz"):
            if match := NAME.fullmatch(path.name):
                yield match[1]
