"""A real in-memory DuckDB for every test of a query, and the shipped data as one built store.

`store` is one connection a session: schema and reference rows are put in once, each test works inside a transaction
that is rolled back after it, which also takes back the marts.
"""

from __future__ import annotations

import functools
import shutil
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import duckdb
import hypothesis
import pandas as pd
import pytest
from browser import (  # noqa: F401 (fixtures, one browser for all tests)
    browser,
    dashboard,
    own_dashboard,
    own_store,
    page,
    playwright,
    store_folder,
)
from damaged import WHOLE
from drafts import draft, published  # noqa: F401 (fixtures)
from factories import report, settings
from ledgers import POSTGRES, SQLITE, postgres, setting  # noqa: F401 (a fixture, one server for all tests)
from shelves import objects, shelf, snapshot  # noqa: F401 (fixtures)

from faheng.checks.registry import CHECKS
from faheng.data.places import Places
from faheng.data.read import Dataset, read_dataset
from faheng.intake import publish as publishing
from faheng.intake.intake import Intake
from faheng.model import Cell, Finding, Level, Observation, ReferenceValue, Report
from faheng.paths import DATA
from faheng.store import write
from faheng.store.cell_parts import AskedCells, AskedYears
from faheng.store.findings import finding_rows
from faheng.store.observations import further_places, row_of_observation
from faheng.store.queries import sql
from faheng.store.read import Snapshot
from faheng.store.records import records_of
from faheng.store.shown import COLUMNS, dimensions, shown_cells

# A busy machine is slow, not wrong: time is measured by the benchmarks alone.
hypothesis.settings.register_profile("faheng", deadline=None)
hypothesis.settings.load_profile("faheng")

Store = duckdb.DuckDBPyConnection
Record = Observation | Report | ReferenceValue | Finding


@functools.cache
def shipped_dataset() -> Dataset:
    """What data/ says, read once."""
    return read_dataset(DATA, CHECKS)


@functools.cache
def documents_dataset() -> Dataset:
    """What data/ says of the reports whose documents were read: 129 reports, without data/published."""
    data = shipped_dataset()
    reports = tuple(each for each in data.reports if each.sha256)
    names = {each.id for each in reports}
    return replace(
        data, reports=reports, observations=tuple(each for each in data.observations if each.report_id in names)
    )


# The places that tests of queries speak of: with 42,000 the marts of each test would take a second to make.
FEW = ("210100", "211282", "320100", "411322", "440308", "440311", "442000", "500241", "511781", "630102", "150525206")


def few_places() -> Places:
    """The provinces, the places of FEW and what these lie in."""
    every = shipped_dataset().places
    codes = {code for code, place in every.localities.items() if place.level in {Level.COUNTRY, Level.PROVINCE}}
    for code in FEW:
        at = code
        while at not in codes:
            codes.add(at)
            at = every.localities[at].parent_code
    kept = {code: replace(place, changes=()) for code, place in every.localities.items() if code in codes}
    return Places(kept, {"150525-tuchengzi": "150525206"}, every.names)


@pytest.fixture(scope="session")
def _reference_store() -> Iterator[Store]:
    with duckdb.connect(config={"python_enable_replacements": False}) as connection:
        write.create_schema(connection)
        limits = {"settings": settings(), "indicator_settings": ()}
        empty = replace(shipped_dataset(), **limits, places=few_places(), reports=(), observations=(), benchmarks=())
        write.insert_dataset(connection, empty)
        write.insert_snapshot(connection, 7)
        write.build_marts(connection)
        yield connection


@pytest.fixture
def store(_reference_store: Store) -> Iterator[Store]:
    """The schema, the reference rows and the limits of factories.LIMITS; no report, observation or benchmark."""
    _reference_store.begin()
    yield _reference_store
    _reference_store.rollback()


@pytest.fixture(scope="session")
def shipped_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store folder with one published snapshot of data/; tests copy what they mean to damage."""
    folder = tmp_path_factory.mktemp("shipped")
    write.build_store(shipped_dataset(), folder)
    return folder


@pytest.fixture(scope="session")
def documents_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same of the reports whose documents were read."""
    folder = tmp_path_factory.mktemp("documents")
    write.build_store(documents_dataset(), folder)
    return folder


@pytest.fixture(scope="session")
def shipped(shipped_folder: Path) -> Iterator[Snapshot]:
    """The published snapshot of data/."""
    opened = Snapshot(shipped_folder / "faheng-1.duckdb")
    yield opened
    opened.close()


def small_dataset() -> Dataset:
    """The shipped reports, and of the places only those that they speak of: quick to build."""
    return replace(documents_dataset(), places=few_places(), benchmarks=())


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Every test of an intake runs on SQLite; on PostgreSQL a quarter of them, and all in `make stress`."""
    if "intake" in metafunc.fixturenames:
        chosen = WHOLE or zlib.crc32(metafunc.function.__name__.encode()) % 4 == 0
        other = [pytest.param(POSTGRES, marks=pytest.mark.stress)] if chosen else []
        metafunc.parametrize("intake", [SQLITE, *other], indirect=True)


@pytest.fixture
def intake(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Intake]:
    """An empty store of one's own, its ledger in either database; data/ is what small_dataset says."""
    monkeypatch.setattr(publishing, "validated", lambda *_: small_dataset())
    # Not undone by a test that undoes what it has changed.
    with pytest.MonkeyPatch.context() as own, setting(request.param, request, own):
        opened = Intake.open(tmp_path / "store")
        yield opened
        opened.ledger.close()


def given(store: Store, *records: Record) -> None:
    """Insert the records, an ordinary report for every observation that has none, and work out the marts."""
    observations = [record for record in records if isinstance(record, Observation)]
    reports = {record.id: record for record in records if isinstance(record, Report)}
    for each in observations:
        if each.report_id not in reports:
            year = each.period_end.year
            reports[each.report_id] = report(each.report_id, locality=each.locality_code, year=year)
    write.insert(store, "report", map(write.columns, reports.values()))
    write.insert(store, "observation", map(row_of_observation, observations))
    write.insert(store, "evidence_place", further_places(observations))
    write.insert(store, "benchmark", [write.columns(each) for each in records if isinstance(each, ReferenceValue)])
    write.insert(store, "finding", finding_rows(each for each in records if isinstance(each, Finding)))
    write.build_marts(store)


def rows(store: Store, query: str, **parameters: object) -> pd.DataFrame:
    """The rows of queries/<query>.sql."""
    return store.execute(sql(query), parameters or None).df()


@dataclass(frozen=True)
class Asking:
    """A connection as the store's own code asks it."""

    store: Store

    def table(self, query: str, **parameters: object) -> tuple[list[str], list[tuple[object, ...]]]:
        cursor = self.store.execute(sql(query), parameters or None)
        return [each[0] for each in cursor.description], cursor.fetchall()


def shown(
    store: Store | Snapshot,
    localities: Sequence[str],
    indicators: Sequence[str],
    years: Sequence[int] | None = None,
    language: str = "zh",
    *,
    span: tuple[int, int] | None = None,
) -> pd.DataFrame:
    """What cells say, a row a cell as faheng.store.shown has it."""
    asking = store if isinstance(store, Snapshot) else Asking(store)
    of = AskedYears(None if years is None else tuple(years), span)
    asked = AskedCells(tuple(localities), tuple(indicators), language, of)
    found = pd.DataFrame(shown_cells(asking, asked, dimensions(asking, language)), columns=COLUMNS)
    return found.assign(**{day: pd.to_datetime(found[day]) for day in ("period_start", "period_end", "published_on")})


def listed(one_or_many: str | list[str]) -> list[str]:
    return [one_or_many] if isinstance(one_or_many, str) else one_or_many


def cells(
    store: Store,
    indicators: str | list[str],
    localities: str | list[str],
    years: list[int] | None = None,
    language: str = "zh",
) -> pd.DataFrame:
    """What the cells say."""
    return shown(store, listed(localities), listed(indicators), years, language)


def typed_cells(
    store: Store, indicators: str | list[str], localities: str | list[str], years: list[int] | None = None
) -> list[Cell]:
    """The same cells as pages get them."""
    asking = Asking(store)
    of = AskedYears(None if years is None else tuple(years))
    asked = AskedCells(tuple(listed(localities)), tuple(listed(indicators)), "zh", of)
    return records_of(Cell, COLUMNS, shown_cells(asking, asked, dimensions(asking, "zh")))


def cell(store: Store, indicator: str, locality: str, year: int | None = None, language: str = "zh") -> pd.Series:
    """The one cell of a locality and an indicator: of the year, or the latest."""
    found = cells(store, indicator, locality, None if year is None else [year], language)
    assert len(found) == 1
    return found.iloc[0]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A copy of data/ that a test may spoil."""
    for folder in ("reference", "reports", "observations", "published", "findings", "wording"):
        shutil.copytree(DATA / folder, tmp_path / "data" / folder)
    return tmp_path / "data"
