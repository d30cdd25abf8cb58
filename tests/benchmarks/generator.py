"""A ledger of national size with its reports as they stand: real places, ten years, and what generated reports state.

The store is then built from it as any other: `faheng build`. Bundles hold nearly all reports; those of a few places are
readings that the build has to judge first.
"""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import duckdb
import pyarrow as pa

from faheng.data.read import Dataset
from faheng.intake.described import json_of
from faheng.intake.intake import Intake
from faheng.intake.publish import Sources
from faheng.intake.readings import Readings, StoredReading
from faheng.intake.standing import FOLDER, Walk, lots, walked
from faheng.ledger.event import EventKind, NewEvent
from faheng.model import Level, PeriodBasis
from faheng.paths import DATA
from faheng.reading.about.about import ReportAbout
from faheng.store.brought import bundle, make_tables
from faheng.store.inputs import ground_of
from faheng.store.observations import observation_of_row
from faheng.store.tables import locality_table, numbered

ROWS = Path(__file__).with_name("national.sql")
SEED, YEARS, LAST_YEAR = 20261130, 10, 2025
# Of a place and year there is a report but in one of twenty cases, and a second one in one of ten.
MISSING, SECOND = 20, 10
REPORTS_A_BUNDLE, EVENTS_AT_ONCE = 20_000, 20_000
# Places whose reports the build has to judge: so many of each level.
READ_PLACES = 2


@dataclass(frozen=True)
class Told:
    """A generated report."""

    id: str
    about: ReportAbout
    sha256: str
    publisher_en: str
    year: int


def nation(folder: Path, places: int | None = None) -> None:
    """A ledger in the empty folder, and the reports of so many places drawn from all, None for all of them."""
    intake = Intake.open(folder)
    try:
        with Sources.of(folder, "national", DATA) as sources:
            data = sources.dataset
            told = list(reports(data, places))
            for some in lots(told, EVENTS_AT_ONCE):
                intake.ledger.append([event_of(each) for each in some])
            walk = walked(intake.ledger, sources.joiner(intake.ledger), ground_of(DATA, ""), folder / FOLDER)
            stand(folder, data, told, walk)
    finally:
        intake.ledger.close()


def reports(data: Dataset, places: int | None) -> Iterator[Told]:
    """The reports in the order of their places."""
    draw = random.Random(SEED)  # noqa: S311 (a repeatable draw, no secret)
    every = [each for each in data.localities if each.level is not Level.COUNTRY and each.level is not Level.ZONE]
    chosen = every if places is None else draw.sample(every, places)
    for place in sorted(chosen, key=lambda each: each.code):
        english = data.places.names.english_of(place)
        for year in range(LAST_YEAR - YEARS + 1, LAST_YEAR + 1):
            kinds = ["annual_report"] * (draw.randrange(MISSING) > 0) + ["work_report"] * (draw.randrange(SECOND) == 0)
            for kind in kinds:
                name = f"{place.code}-{year}-{kind[0]}"
                about = ReportAbout(
                    name=name, locality_code=place.code, kind=kind, period_start=date(year, 1, 1),
                    period_end=date(year, 12, 31), period_basis=PeriodBasis.STATED, published_on=date(year + 1, 3, 1),
                    title=f"{place.name_zh}{year}年法治政府建设年度报告", publisher=f"{place.name_zh}人民政府",
                )  # fmt: skip
                yield Told(name, about, hashlib.sha256(name.encode()).hexdigest(), f"Government of {english}", year)


def event_of(told: Told) -> NewEvent:
    """That the report was imported."""
    detail = {
        "sha256": told.sha256, "name": f"{told.id}.txt", "format": "txt", "reading": "generated", "characters": 6000,
        "about": json_of(told.about), "said": {}, "same": None,
    }  # fmt: skip
    return NewEvent(kind=EventKind.IMPORTED, who="national", report=told.id, detail=detail)


def stand(folder: Path, data: Dataset, told: Sequence[Told], walk: Walk) -> None:
    """The reports as they stand in bundles, but for those of a few places, which are stored as readings."""
    number_of = {each.report: (each.number, walk.marks[each.report]) for each in walk.brought}
    levels = {place.code: str(place.level) for place in data.localities}
    read = {code for level in set(levels.values()) for code in first_of(level, told, levels)}
    for some in lots((each for each in told if each.about.locality_code not in read), REPORTS_A_BUNDLE):
        with bundle(folder / FOLDER, f"national-{some[0].id}") as store:
            fill(store, data, table_of(some, number_of, levels), walk.ground)
    with duckdb.connect(config={"python_enable_replacements": False}) as store:
        apart = [each for each in told if each.about.locality_code in read]
        store_readings(folder, store, data, apart, table_of(apart, number_of, levels))


def first_of(level: str, told: Sequence[Told], levels: dict[str, str]) -> list[str]:
    """The first places of a level that have reports."""
    codes = dict.fromkeys(str(each.about.locality_code) for each in told)
    return [code for code in codes if levels[code] == level][:READ_PLACES]


TEXTS = ("id", "mark", "locality_code", "level", "kind", "title", "title_en", "publisher", "publisher_en", "sha256")
COLUMNS = pa.schema([
    ("standing", pa.int64()), ("year", pa.int32()), ("imported_at", pa.timestamp("us")),
    *((name, pa.string()) for name in TEXTS),
])  # fmt: skip


def table_of(told: Sequence[Told], number_of: dict[str, tuple[int, str]], levels: dict[str, str]) -> pa.Table:
    """The reports as the rows that national.sql takes. number_of: report -> its standing, and the mark of its past."""
    rows = [
        {
            "standing": number_of[each.id][0], "mark": number_of[each.id][1],
            "id": each.id, "locality_code": each.about.locality_code,
            "level": levels[str(each.about.locality_code)], "year": each.year, "kind": each.about.kind,
            "title": each.about.title, "title_en": f"Report {each.id}", "publisher": each.about.publisher,
            "publisher_en": each.publisher_en, "sha256": each.sha256, "imported_at": None,
        }
        for each in told
    ]  # fmt: skip
    return pa.Table.from_pylist(rows, schema=COLUMNS)


def fill(store: duckdb.DuckDBPyConnection, data: Dataset, told: pa.Table, ground: str) -> None:
    """The rows of these reports in the tables of a bundle. ground: what they are judged by."""
    store.register("told", told)
    store.register("judged_by", pa.table({"ground": [ground]}))
    store.register("locality", locality_table(data.places))
    store.register("indicator", pa.Table.from_pylist(list(numbered(data.indicators))))
    store.execute(ROWS.read_text(encoding="utf-8"))


def store_readings(
    folder: Path, store: duckdb.DuckDBPyConnection, data: Dataset, told: Sequence[Told], table: pa.Table
) -> None:
    """The same reports as readings, each in files of its own."""
    make_tables(store)
    fill(store, data, table, "")
    for each in told:
        rows = store.execute(
            "select * exclude (standing, place) from bundled.observation where report_id = $id", {"id": each.id}
        )
        names = [column[0] for column in rows.description or ()]
        figures = tuple(observation_of_row(dict(zip(names, row, strict=True))) for row in rows.fetchall())
        reading = StoredReading(f"{each.about.title}。", figures, (), ())
        Readings(folder / "readings").put(each.id, "generated", reading)


def sizes(snapshot: Path) -> dict[str, int]:
    """How many rows the snapshot holds, by table."""
    with duckdb.connect(snapshot, read_only=True) as store:
        names = [name for (name,) in store.execute("select table_name from duckdb_tables() order by 1").fetchall()]
        counts = [store.execute(f'select count(*) from "{table}"').fetchone() for table in names]  # noqa: S608
    return {table: int(count[0]) for table, count in zip(names, counts, strict=True) if count}
