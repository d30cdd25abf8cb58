"""Rows -> a data package: a zip with CSV, datapackage.json and a README that says how to cite it.

By the Data Package standard 2.0 (https://datapackage.org/standard/data-package/). The same rows give the same bytes.
"""

from __future__ import annotations

import hashlib
import io
import json
import shutil
import zipfile
from collections.abc import Callable, Hashable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from tempfile import SpooledTemporaryFile
from typing import IO, cast

import pandas as pd
import pyarrow as pa

from faheng.exports.csv_file import csv_bytes, csv_parts
from faheng.words.catalogue import Words
from faheng.words.periods import date_text

PACKAGE = "https://datapackage.org/profiles/2.0/datapackage.json"
RESOURCE = "https://datapackage.org/profiles/2.0/dataresource.json"
SCHEMA = "https://datapackage.org/profiles/2.0/tableschema.json"
LICENCE = {"name": "MIT", "path": "https://opensource.org/license/mit", "title": "MIT License"}
# The earliest day that a zip knows: the day of the data is said inside.
_STAMP = (1980, 1, 1, 0, 0, 0)
# Bytes: what a table may have to be kept in memory, and how many are copied at once.
SMALL, CHUNK = 2**24, 2**20
_TYPES = {"i": "integer", "u": "integer", "f": "number", "b": "boolean", "M": "date"}


@dataclass(frozen=True)
class Resource:
    """A table of the package. name: letters, digits and hyphens. key: the columns that tell its rows apart.

    rows: a frame, or what gives the batches of a table that may be large.

    columns: what each column holds, by its name; a column without a word here has none in the package.
    """

    name: str
    title: str
    rows: pd.DataFrame | Callable[[], Iterator[pa.RecordBatch]]
    columns: dict[str, str]
    key: tuple[str, ...] = ()

    def csv(self, fields: list[dict[str, str]]) -> Iterator[bytes]:
        """The table in parts; what is known of its columns is added to the fields."""
        if isinstance(self.rows, pd.DataFrame):
            fields += [self._field(name, _TYPES.get(kind.kind, "string")) for name, kind in self.rows.dtypes.items()]
            yield csv_bytes(self.rows, "utf-8")
        else:
            yield from csv_parts(self._batches(self.rows, fields), "utf-8")

    def _batches(
        self, rows: Callable[[], Iterator[pa.RecordBatch]], fields: list[dict[str, str]]
    ) -> Iterator[pa.RecordBatch]:
        for batch in rows():
            if not fields:
                fields += [self._field(each.name, _arrow_type(each.type)) for each in batch.schema]
            yield batch

    def _field(self, name: Hashable, kind: str) -> dict[str, str]:
        meaning = self.columns.get(str(name), "")
        return {"name": str(name), "type": kind} | ({"description": meaning} if meaning else {})


def _arrow_type(kind: pa.DataType) -> str:
    """The type of a field as the standard has it."""
    if pa.types.is_integer(kind):
        return "integer"
    if pa.types.is_floating(kind):
        return "number"
    return "boolean" if pa.types.is_boolean(kind) else "string"


@dataclass(frozen=True)
class Source:
    """Where the figures come from: a report or another publication. path: its address, "" where there is none."""

    title: str
    path: str = ""

    @property
    def described(self) -> dict[str, str]:
        """What the descriptor says of it."""
        return {"title": self.title} | ({"path": self.path} if self.path else {})


@dataclass(frozen=True)
class PackageContents:
    """What a package holds. snapshot and built: number and day of the state of the store that the rows are of."""

    resources: Sequence[Resource]
    sources: Sequence[Source]
    snapshot: int
    built: date


@dataclass(frozen=True)
class WrittenTable:
    """A table that is written already: its fields, how many bytes it has, their hash, and where they are."""

    resource: Resource
    fields: list[dict[str, str]]
    size: int
    sha256: str
    content: IO[bytes]

    @property
    def path(self) -> str:
        """Where it stands in the package."""
        return f"data/{self.resource.name}.csv"

    @property
    def described(self) -> dict[str, object]:
        """What the descriptor says of it."""
        schema: dict[str, object] = {"$schema": SCHEMA, "fields": self.fields, "missingValues": [""]}
        if self.resource.key:
            schema["primaryKey"] = list(self.resource.key)
        return {
            "$schema": RESOURCE, "name": self.resource.name, "type": "table", "title": self.resource.title,
            "path": self.path, "format": "csv", "mediatype": "text/csv", "encoding": "utf-8",
            "bytes": self.size, "hash": f"sha256:{self.sha256}", "schema": schema,
        }  # fmt: skip


def package_bytes(
    resources: Sequence[Resource], sources: Sequence[Source], snapshot: int, built: date, say: Words
) -> bytes:
    """The zip. snapshot and built: number and day of the state of the store that the rows are of."""
    out = io.BytesIO()
    write_package(out, PackageContents(resources, sources, snapshot, built), say)
    return out.getvalue()


def write_package(out: IO[bytes], contents: PackageContents, say: Words) -> None:
    """Write the zip. A large table waits on the disk until its hash is known, which stands before it in the zip."""
    with ExitStack() as open_files:
        written = [_written(each, open_files) for each in contents.resources]
        descriptor = {
            "$schema": PACKAGE,
            "name": "faheng",
            "id": f"faheng-{contents.snapshot}",
            "title": say("Faheng: figures of local rule-of-law reports"),
            "description": _description(say),
            "version": f"{contents.snapshot}.0.0",
            "created": f"{contents.built.isoformat()}T00:00:00Z",
            "licenses": [LICENCE],
            "sources": [each.described for each in contents.sources],
            "resources": [each.described for each in written],
        }
        told = json.dumps(descriptor, ensure_ascii=False, indent=2) + "\n"
        readme = _readme(contents, say)
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(_entry("datapackage.json"), told.encode())
            archive.writestr(_entry("README.md"), readme.encode())
            for each in written:
                entry = _entry(each.path)
                entry.file_size = each.size
                with archive.open(entry, "w") as file:
                    shutil.copyfileobj(each.content, file, CHUNK)


def _written(resource: Resource, open_files: ExitStack) -> WrittenTable:
    """The table as CSV, in memory where it is small."""
    content = open_files.enter_context(SpooledTemporaryFile(SMALL))  # noqa: SIM115 (the stack closes it)
    fields: list[dict[str, str]] = []
    size, checksum = 0, hashlib.sha256()
    for part in resource.csv(fields):
        content.write(part)
        size += len(part)
        checksum.update(part)
    content.seek(0)
    return WrittenTable(resource, fields, size, checksum.hexdigest(), cast("IO[bytes]", content))


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _STAMP)
    entry.compress_type, entry.create_system, entry.external_attr = zipfile.ZIP_DEFLATED, 3, 0o644 << 16
    return entry


def _description(say: Words) -> str:
    return say(
        "Every figure with its verdict of comparability, the phrase it rests on, and its report. "
        "An empty value is not 0; figures with a verdict other than “compared” must not be set side by side without it."
    )


def _readme(contents: PackageContents, say: Words) -> str:
    """What it is, how to cite it, and what must be known before its numbers are used."""
    title, day = say("Faheng: figures of local rule-of-law reports"), date_text(contents.built, say)
    cited = say("Faheng, data version {number}, {day}", number=contents.snapshot, day=day)
    lines = [
        f"# {title}", "", _description(say), "",
        f"## {say('How to cite')}", "", f"> {cited}", "",
        f"## {say('Files')}", "",
        *(f"- `data/{each.name}.csv`{say(': ')}{each.title}" for each in contents.resources),
        f"- `datapackage.json`{say(': ')}{say('columns, sources and licence, by the Data Package standard 2.0')}", "",
        say("A text that a spreadsheet would take for a formula has an apostrophe in front."), "",
    ]  # fmt: skip
    return "\n".join(lines)
