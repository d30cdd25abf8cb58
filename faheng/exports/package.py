"""Rows -> a data package: a zip with CSV, datapackage.json and a README that says how to cite it.

By the Data Package standard 2.0 (https://datapackage.org/standard/data-package/). The same rows give the same bytes.
"""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd

from faheng.exports.csv_file import csv_bytes
from faheng.words.catalogue import Words
from faheng.words.periods import date_text

PACKAGE = "https://datapackage.org/profiles/2.0/datapackage.json"
RESOURCE = "https://datapackage.org/profiles/2.0/dataresource.json"
SCHEMA = "https://datapackage.org/profiles/2.0/tableschema.json"
LICENCE = {"name": "MIT", "path": "https://opensource.org/license/mit", "title": "MIT License"}
# The earliest day that a zip knows: the day of the data is said inside.
_STAMP = (1980, 1, 1, 0, 0, 0)
_TYPES = {"i": "integer", "u": "integer", "f": "number", "b": "boolean", "M": "date"}


@dataclass(frozen=True)
class Resource:
    """A table of the package. name: letters, digits and hyphens. key: the columns that tell its rows apart.

    columns: what each column holds, by its name; a column without a word here has none in the package.
    """

    name: str
    title: str
    rows: pd.DataFrame
    columns: dict[str, str]
    key: tuple[str, ...] = ()


@dataclass(frozen=True)
class Source:
    """Where the figures come from: a report or another publication. path: its address, "" where there is none."""

    title: str
    path: str = ""


def package_bytes(
    resources: Sequence[Resource], sources: Sequence[Source], snapshot: int, built: date, say: Words
) -> bytes:
    """The zip. snapshot and built: number and day of the state of the store that the rows are of."""
    files = {f"data/{each.name}.csv": csv_bytes(each.rows, "utf-8") for each in resources}
    described = [_resource(each, files[f"data/{each.name}.csv"]) for each in resources]
    descriptor = {
        "$schema": PACKAGE,
        "name": "faheng",
        "id": f"faheng-{snapshot}",
        "title": say("Faheng: figures of local rule-of-law reports"),
        "description": _description(say),
        "version": f"{snapshot}.0.0",
        "created": f"{built.isoformat()}T00:00:00Z",
        "licenses": [LICENCE],
        "sources": [{"title": each.title} | ({"path": each.path} if each.path else {}) for each in sources],
        "resources": described,
    }
    written = json.dumps(descriptor, ensure_ascii=False, indent=2) + "\n"
    readme = _readme(resources, snapshot, built, say)
    return _zipped({"datapackage.json": written.encode(), "README.md": readme.encode(), **files})


def _resource(resource: Resource, data: bytes) -> dict[str, object]:
    fields = [_field(resource, name) for name in resource.rows.columns]
    schema: dict[str, object] = {"$schema": SCHEMA, "fields": fields, "missingValues": [""]}
    if resource.key:
        schema["primaryKey"] = list(resource.key)
    return {
        "$schema": RESOURCE, "name": resource.name, "type": "table", "title": resource.title,
        "path": f"data/{resource.name}.csv", "format": "csv", "mediatype": "text/csv", "encoding": "utf-8",
        "bytes": len(data), "hash": f"sha256:{hashlib.sha256(data).hexdigest()}", "schema": schema,
    }  # fmt: skip


def _field(resource: Resource, name: str) -> dict[str, str]:
    kind = _TYPES.get(resource.rows[name].dtype.kind, "string")
    meaning = resource.columns.get(name, "")
    return {"name": name, "type": kind} | ({"description": meaning} if meaning else {})


def _description(say: Words) -> str:
    return say(
        "Every figure with its verdict of comparability, the phrase it rests on, and its report. "
        "An empty value is not 0; figures with a verdict other than “compared” must not be set side by side without it."
    )


def _readme(resources: Sequence[Resource], snapshot: int, built: date, say: Words) -> str:
    """What it is, how to cite it, and what must be known before its numbers are used."""
    title, day = say("Faheng: figures of local rule-of-law reports"), date_text(built, say)
    cited = say("Faheng, data version {number}, {day}", number=snapshot, day=day)
    lines = [
        f"# {title}", "", _description(say), "",
        f"## {say('How to cite')}", "", f"> {cited}", "",
        f"## {say('Files')}", "",
        *(f"- `data/{each.name}.csv`{say(': ')}{each.title}" for each in resources),
        f"- `datapackage.json`{say(': ')}{say('columns, sources and licence, by the Data Package standard 2.0')}", "",
        say("A text that a spreadsheet would take for a formula has an apostrophe in front."), "",
    ]  # fmt: skip
    return "\n".join(lines)


def _zipped(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, _STAMP)
            entry.compress_type, entry.create_system, entry.external_attr = zipfile.ZIP_DEFLATED, 3, 0o644 << 16
            archive.writestr(entry, content)
    return out.getvalue()
