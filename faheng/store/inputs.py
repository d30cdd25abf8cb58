"""A sum of everything beyond the ledger that a snapshot follows from: the data files, the queries, and the program.

Where it is the same for two snapshots, the second may be made out of the first and differs by what the ledger says.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import duckdb

import faheng
from faheng.paths import QUERIES

# What a snapshot is made from, below data/.
DATA_FOLDERS = ("findings", "observations", "published", "reference", "reports", "wording")
# Of these the folders below data/ that a report which somebody brought is judged by, and the parts of the program that
# have no part in it.
JUDGED_BY = ("reference", "wording")
SHOWING = {"briefing", "charts", "commands", "evaluation", "exports", "native", "pool", "ui", "views"}


def inputs_of(data: Path, mark: str) -> str:
    """The sum. data: the folder of the data files. mark: what the ledger says at the snapshot's position."""
    total = hashlib.sha256(f"{mark} {duckdb.__version__}".encode())
    for path in files(data):
        content = path.read_bytes()
        total.update(f"{path.name}:{len(content)}:".encode())
        total.update(content)
    return total.hexdigest()[:16]


def ground_of(data: Path, mark: str) -> str:
    """A sum of what a report that somebody brought is judged by: of the data files, of the program, and the mark."""
    total = hashlib.sha256(mark.encode())
    package = Path(faheng.__file__).parent
    judging = (path for path in sorted(package.rglob("*.py")) if path.relative_to(package).parts[0] not in SHOWING)
    judged_by = (path for name in JUDGED_BY for path in sorted((data / name).rglob("*")) if path.is_file())
    for path in (*judged_by, *sorted((QUERIES / "schema").glob("*.sql")), *judging):
        content = path.read_bytes()
        total.update(f"{path.name}:{len(content)}:".encode())
        total.update(content)
    return total.hexdigest()


def files(data: Path) -> Iterator[Path]:
    """The files, in an order that is always the same."""
    for folder in DATA_FOLDERS:
        yield from sorted(path for path in (data / folder).rglob("*") if path.is_file())
    yield from sorted(QUERIES.rglob("*.sql"))
    yield from sorted(Path(faheng.__file__).parent.rglob("*.py"))
