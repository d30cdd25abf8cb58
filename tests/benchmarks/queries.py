"""Times of every query of queries/pages with the parameters that a page would give, on one warm connection."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from faheng.store.cell_parts import AskedCells, AskedYears
from faheng.store.queries import names, sql
from faheng.store.read import Reader, Snapshot
from faheng.store.search import Search, matching_figures
from faheng.views.evidence import SearchHit

from . import figures

BUDGET_MS = 50
ROUNDS = 7
# As many as a page of 溯源 shows.
HITS = 30
PLACES = 8
# What is typed: a name, an indicator with a year, a number.
SEARCHED = ("清安", "出庭 2023", "98.2%")
# A search asks these several times, with what it knows of its words.
OF_A_SEARCH = ("pages/evidence__days", "pages/evidence__search")
OF_A_LEVEL = ("pages/compare__spread", "pages/shared__level_values")


def measure_queries(folder: Path, size: str) -> None:
    """One line a query, slowest last; an export reads everything, so no budget binds it."""
    snapshot = Reader(folder).snapshot()
    make: dict[str, Callable[[], object]] = {
        name: partial(snapshot.table, name, **parameters_of(snapshot, name))
        for name in names("pages")
        if name not in OF_A_SEARCH
    }
    make |= {f"search, {text}": partial(found, snapshot, text) for text in SEARCHED}
    make |= {label: partial(snapshot.cells, asked) for label, asked in asked_cells(snapshot).items()}
    times: dict[str, list[float]] = {}
    for label, ask in make.items():
        ask()
        times[label] = [milliseconds(ask) for _ in range(1 if "export" in label else ROUNDS)]
    figures.title(f"Page queries, {size}: one warm reader, rows as Python has them")
    figures.head()
    for label in sorted(times, key=lambda one: sorted(times[one])[len(times[one]) // 2]):
        figures.line(label, times[label], budget=None if "export" in label else BUDGET_MS)


def found(snapshot: Snapshot, text: str) -> object:
    """A page of hits."""
    return matching_figures(snapshot, SearchHit, Search(text, "", HITS, "zh"))


def milliseconds(ask: Callable[[], object]) -> float:
    started = time.perf_counter()
    ask()
    return 1000 * (time.perf_counter() - started)


def parameters_of(snapshot: Snapshot, name: str) -> dict[str, object]:
    """Typical values for the parameters that the query names."""
    plain = "\n".join(row for row in sql(name).splitlines() if not row.startswith("--"))
    named = set(re.findall(r"\$(\w+)", plain))
    values = typical(snapshot) | ({"level": "county"} if name in OF_A_LEVEL else {})
    return {key: value for key, value in values.items() if key in named}


def typical(snapshot: Snapshot) -> dict[str, object]:
    """Eight places, a headline indicator, a search of three letters, an observation made from others."""
    places = peers(snapshot)
    cells = snapshot.cells(AskedCells(tuple(places), tuple(headlines(snapshot)), "zh"))
    held = [each.observation_id for each in cells if each.observation_id]
    return {
        "language": "zh", "localities": places, "indicators": headlines(snapshot)[:1], "years": None,
        "indicator": headlines(snapshot)[0], "locality": places[0],
        "province": None, "level": None, "limit": 8, "text": "清安",
        "only_reports": False, "first": places[0], "codes": places,
        "id": held[0] if held else "", "from_year": None, "to_year": None, "from_code": None, "to_code": None,
        "span": [2016, 2024],
        "peers": "similar_population",
        "per_residents": False, "per_year": False, "severity": None, "check": None,
        "ids": held[:1], "latest": True,
        "observations": held[:PLACES], "alias": "150525-tuchengzi", "least": 3, "most": False,
        "code": places[0], "year": 2024, "scopes": [""], "kinds": ["year"], "bounds": ["exact"],
        "firsts": [date(2024, 1, 1)], "lasts": [date(2024, 12, 31)], "disputed": [False],
        "words": ["清安"], "tokens": ["清安"], "numbers": [1], "begin": None, "begin_number": None, "named": None,
        "places": None, "days": None,
    }  # fmt: skip


def peers(snapshot: Snapshot) -> list[str]:
    found = snapshot.rows("pages/compare__places", locality="", province=None, level="county", limit=PLACES)["code"]
    return list(found)


def headlines(snapshot: Snapshot) -> list[str]:
    return list(snapshot.rows("pages/overview__headlines")["id"])


def asked_cells(snapshot: Snapshot) -> dict[str, AskedCells]:
    """What pages ask of the cells of eight places: one indicator, all of them, all of five years, a place's history."""
    places = tuple(peers(snapshot))
    every = tuple(snapshot.column("pages/filters__indicators", language="zh"))
    years = AskedYears(tuple(range(2021, 2026)))
    return {
        "cells, one indicator": AskedCells(places, every[:1], "zh"),
        "cells, the catalogue": AskedCells(places, every, "zh"),
        "cells, 12 indicators, 5 years": AskedCells(places, every[:12], "zh", years),
        "cells, the catalogue of one place, 5 years": AskedCells(places[:1], every, "zh", years),
    }
