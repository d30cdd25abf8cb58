"""How a CSV file of data/ is declared: its name, its columns, what a row becomes, and what may stand once.

A new file is one `Table`, and `faheng lint-data` validates it; a file without one is a fault.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from faheng.data.table import Row, only_first, read_csv
from faheng.errors import Problem

Record = TypeVar("Record")


@dataclass(frozen=True)
class Names:
    """What the cells of one file may name of another: ids of indicators and scopes, topics, unit words, groups,
    blockers, statements.

    parts: names of parts that stand in sums.csv alone, because they are never the scope of a figure.
    """

    indicators: frozenset[str] = frozenset()
    scopes: frozenset[str] = frozenset()
    parts: frozenset[str] = frozenset()
    topics: frozenset[str] = frozenset()
    units: frozenset[str] = frozenset()
    unit_groups: frozenset[str] = frozenset()
    word_groups: frozenset[str] = frozenset()
    blockers: frozenset[str] = frozenset()
    statements: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Table(Generic[Record]):
    """One CSV file. name: its path below data/; record makes a row what the reading uses; once: unique columns."""

    name: str
    header: tuple[str, ...]
    record: Callable[[Row, Names], Record]
    once: tuple[str, ...] = ()

    def read(self, data: Path, names: Names, problems: list[Problem]) -> tuple[Record, ...]:
        """The records of the file below the folder `data`; each fault is added to problems.

        A record of a row with a fault holds harmless values, so that one run names every fault.
        """
        rows = list(read_csv(data / self.name, self.header, problems))
        if self.once:
            only_first(((row, tuple(map(row.text, self.once))) for row in rows), " and ".join(self.once))
        return tuple(self.record(row, names) for row in rows)


def undeclared(data: Path, folder: str, names: frozenset[str], problems: list[Problem]) -> None:
    """A fault for each CSV file of a folder of data/ that no table declares: nothing would ever read it."""
    for path in sorted((data / folder).rglob("*.csv")):
        name = path.relative_to(data).as_posix()
        if name not in names:
            problems.append(Problem(f"data/{name}", 1, "", "no part of Faheng reads this file", "rename or remove it"))
