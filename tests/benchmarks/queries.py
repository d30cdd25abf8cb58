"""Times of every query of queries/pages with the parameters that a page would give, on one warm connection."""

from __future__ import annotations

import re
import time
from datetime import date
from pathlib import Path

from faheng.store.queries import names, sql
from faheng.store.read import Reader, Snapshot

from . import figures

BUDGET_MS = 50
ROUNDS = 7
PLACES = 8
CELLS = "pages/shared__cells"


def measure_queries(folder: Path, size: str) -> None:
    """One line a query, slowest last; an export reads everything, so no budget binds it."""
    snapshot = Reader(folder).snapshot()
    asked = [(name, name, parameters_of(snapshot, name)) for name in names("pages")]
    many = cells_of_a_matrix(snapshot)
    asked += [(f"{CELLS}, 12 indicators", CELLS, many), (f"{CELLS}, 5 years", CELLS, five_years(many))]
    rounds = {label: 1 if "export" in label else ROUNDS for label, _, _ in asked}
    times: dict[str, list[float]] = {label: [] for label, _, _ in asked}
    for label, name, parameters in asked:
        snapshot.rows(name, **parameters)
        for _ in range(rounds[label]):
            started = time.perf_counter()
            snapshot.rows(name, **parameters)
            times[label].append(1000 * (time.perf_counter() - started))
    figures.title(f"Page queries, {size}: one warm reader, rows fetched as a pandas frame")
    figures.head()
    for label in sorted(times, key=lambda one: sorted(times[one])[len(times[one]) // 2]):
        figures.line(label, times[label], budget=None if "export" in label else BUDGET_MS)


def parameters_of(snapshot: Snapshot, name: str) -> dict[str, object]:
    """Typical values for the parameters that the query names."""
    plain = "\n".join(row for row in sql(name).splitlines() if not row.startswith("--"))
    named = set(re.findall(r"\$(\w+)", plain))
    return {key: value for key, value in typical(snapshot).items() if key in named}


def typical(snapshot: Snapshot) -> dict[str, object]:
    """Eight places, a headline indicator, a search of three letters, an observation made from others."""
    places = peers(snapshot)
    cells = snapshot.rows(CELLS, localities=places, indicators=headlines(snapshot), years=None, language="zh")
    held = cells["observation_id"].dropna()
    return {
        "language": "zh", "localities": places, "indicators": headlines(snapshot)[:1], "years": None,
        "indicator": headlines(snapshot)[0], "locality": places[0],
        "province": None, "level": None, "limit": 8, "text": "清安",
        "only_reports": False, "first": places[0], "codes": places,
        "id": held.iloc[0] if len(held) else "", "peers": "similar_population", "span": [2016, 2024],
        "per_residents": False, "per_year": False, "severity": None, "check": None,
        "ids": [held.iloc[0]] if len(held) else [],
        "observations": list(held[:PLACES]), "alias": "150525-tuchengzi", "least": 3, "most": False,
        "code": places[0], "year": 2024, "scopes": [""], "kinds": ["year"], "bounds": ["exact"],
        "firsts": [date(2024, 1, 1)], "lasts": [date(2024, 12, 31)], "disputed": [False],
    }  # fmt: skip


def peers(snapshot: Snapshot) -> list[str]:
    found = snapshot.rows("pages/compare__places", locality="", province=None, level="county", limit=PLACES)["code"]
    return list(found)


def headlines(snapshot: Snapshot) -> list[str]:
    return list(snapshot.rows("pages/overview__headlines")["id"])


def cells_of_a_matrix(snapshot: Snapshot) -> dict[str, object]:
    """The overview's matrix when it is full."""
    indicators = list(snapshot.rows("pages/filters__indicators", language="zh")["id"][:12])
    return {"localities": peers(snapshot), "indicators": indicators, "years": None, "language": "zh"}


def five_years(cells: dict[str, object]) -> dict[str, object]:
    return cells | {"years": list(range(2021, 2026))}
