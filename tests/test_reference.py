"""The reference tables as shipped: what the build cannot check but the pages rely on; and any damage to any file."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest
from conftest import Store, shipped_dataset
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_dataset import edit, line_of, problems

from faheng.checks.registry import CHECKS
from faheng.data.places import HEADERS as PLACE_FILES
from faheng.data.read import read_dataset
from faheng.errors import DataProblems
from faheng.model import Kind, Level
from faheng.paths import DATA
from faheng.store import write

FILES = sorted(
    path.relative_to(DATA).as_posix()
    for path in DATA.rglob("*")
    if path.suffix in (".csv", ".toml")
    and path.parent.name in ("reference", "reports", "observations")
    # The tables of 42,000 places take a second to read anew; tests/test_places.py damages them.
    and path.stem not in PLACE_FILES
)
FUZZ = settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
# What slips in while typing or pasting: signs that numbers, dates, lists and quoting depend on, and far too much.
SLIPS = st.sampled_from(
    [
        "", " ", ",", '"', "\n", "\r", "\u2028", "\x00", "-", "+", "|", ";", ":", "0", "-0", "1e999999999", "Infinity",
        "NaN", "99999999999999999999", "0.0000001", "２０２０", "2020-02-30", "9999-12-31", "0001-01-01", "as_of",
        "since", "percent", "\ufeff", "𠀀", "é", "'; drop table observation; --",
    ]
)  # fmt: skip


def spoil(original: str, at: float, length: int, slip: str) -> str:
    """The text with `length` characters replaced by the slip, somewhere."""
    place = int(at * len(original))
    return original[:place] + slip + original[place + length :]


@FUZZ
@given(st.sampled_from(FILES), st.floats(0, 1), st.integers(0, 30), SLIPS | st.text(max_size=20))
def test_a_slip_anywhere_is_a_problem_or_harmless(data: Path, name: str, at: float, length: int, slip: str) -> None:
    """Whatever is typed into any data file, reading ends with a Dataset or DataProblems, each one line."""
    original = (DATA / name).read_bytes()
    (data / name).write_bytes(spoil(original.decode(), at, length, slip).encode("utf-8", "replace"))
    try:
        read_dataset(data, CHECKS)
    except DataProblems as error:
        told = [problem.file and problem.line >= 1 and problem.instead for problem in error.problems]
        assert all(told)
    finally:
        (data / name).write_bytes(original)


@FUZZ
@given(st.sampled_from(FILES), st.randoms(use_true_random=False), st.integers(0, 400))
def test_damaged_bytes_are_a_problem_or_harmless(data: Path, name: str, chance: random.Random, length: int) -> None:
    """A file overwritten with random bytes, in part or whole, ends reading with DataProblems at worst."""
    original = (DATA / name).read_bytes()
    start = chance.randrange(len(original))
    (data / name).write_bytes(original[:start] + chance.randbytes(length) + original[start + length :])
    try:
        read_dataset(data, CHECKS)
    except DataProblems as error:
        assert error.problems  # noqa: PT017 (either outcome is right)
    finally:
        (data / name).write_bytes(original)


def cells_of(name: str) -> list[tuple[int, int, str]]:
    """Each comma-separated piece of a CSV file as start, length and text."""
    found, start = [], 0
    for line in (DATA / name).read_text(encoding="utf-8").splitlines(keepends=True):
        for piece in line.rstrip("\n").split(","):
            found.append((start, len(piece), piece))
            start += len(piece) + 1
    return found


TABLES = [name for name in FILES if name.endswith(".csv")]
VALUES = st.sampled_from(
    ["", "0", "1", "-1", "100", "2147483647", "999999999999.999999", "0.000001", "2100-12-31", "1949-01-01", "exact",
     "at_least", "about", "year", "as_of", "since", "multi_year", "percent", "points", "accepted", "proposed",
     "court_hearings", "all_bodies", "国"]
)  # fmt: skip


@settings(FUZZ, max_examples=60)
@given(st.sampled_from(TABLES), st.integers(0, 10**6), VALUES)
def test_what_passes_the_checks_can_be_built(unfilled: Store, data: Path, name: str, which: int, value: str) -> None:
    """A cell that reading accepts never breaks the store: no overflow, no double key, no endless chain."""
    original = (DATA / name).read_text(encoding="utf-8")
    pieces = cells_of(name)
    start, length, _ = pieces[which % len(pieces)]
    (data / name).write_text(original[:start] + value + original[start + length :], encoding="utf-8")
    try:
        dataset = read_dataset(data, CHECKS)
    except DataProblems:
        return
    finally:
        (data / name).write_text(original, encoding="utf-8")
    unfilled.begin()
    try:
        write.insert_dataset(unfilled, dataset)
        write.build_marts(unfilled)
    finally:
        unfilled.rollback()


@pytest.fixture
def unfilled() -> Iterator[Store]:
    """A store of its own, without the reference rows of `store`."""
    with duckdb.connect() as connection:
        write.create_schema(connection)
        yield connection


REFERENCE_FAULTS = [
    ("themes", "name_zh", "", "name_zh", "is empty", "write a value"),
    ("units", "id", "case", "", "the same id as line", "remove one of the two"),
    ("scopes", "name_en", " ", "name_en", "is empty", "write a value"),
    ("verdicts", "excludes", "maybe", "excludes", "unknown 'maybe'", "yes, no"),
    ("verdicts", "rank", "0", "rank", "0 is out of range", "from 1"),
    ("comparability", "value", "many", "value", "'many' is not a number", "digits"),
    ("comparability", "reason_zh", "", "reason_zh", "is empty", "write a value"),
    ("indicators", "theme", "dispute", "theme", "unknown 'dispute'", "write 'disputes'"),
    ("indicators", "unit", "kilo", "unit", "unknown 'kilo'", "data/reference/units.csv"),
    ("indicators", "kind", "share", "kind", "unknown 'share'", "rate, count, duration"),
    ("indicators", "measure", "state", "measure", "unknown 'state'", "flow, stock"),
    ("indicators", "better", "more", "better", "unknown 'more'", "higher, lower"),
    ("indicators", "numerator", "court_appearances+court", "numerator", "unknown indicator 'court'", "joined by +"),
    ("indicators", "applies_to_levels", "county|village", "applies_to_levels", "unknown level 'village'", "township"),
    ("indicators", "headline", "first", "headline", "'first' is not a number", "digits"),
    ("neighbours", "neighbour", "nothing", "neighbour", "unknown 'nothing'", "data/reference/indicators.csv"),
    ("neighbours", "neighbour", "mediators", "neighbour", "is of the family 'mediation'", "of the same family"),
    ("neighbours", "neighbour", "reconsideration_resolution_rate", "neighbour", "the indicator itself", "another"),
    ("localities", "level", "city", "level", "unknown 'city'", "prefecture, county"),
    ("localities", "parent_code", "999999", "parent_code", "unknown '999999'", "data/reference/localities.csv"),
    ("places_known", "population_2020", "1.5", "population_2020", "1.5 is not whole", "a whole number"),
    ("benchmarks", "indicator", "reconsideration", "indicator", "unknown 'reconsideration'", "indicators.csv"),
    ("benchmarks", "region_code", "44", "region_code", "unknown '44'", "localities.csv"),
    ("benchmarks", "period_start", "2020-06-01", "period_end", "lies before period_start", "exchange the two"),
    ("benchmarks", "kind", "goal", "kind", "unknown 'goal'", "reported, target"),
    ("benchmarks", "source_kind", "hearsay", "source_kind", "unknown 'hearsay'", "original, copy"),
    ("benchmarks", "source_url", "", "source_url", "is empty", "write a value"),
]


@pytest.mark.parametrize(("table", "column", "cell", "seen", "fault", "instead"), REFERENCE_FAULTS)
def test_a_bad_cell_of_a_reference_table_is_named(  # noqa: PLR0917 (a table of cases)
    data: Path, table: str, column: str, cell: str, seen: str, fault: str, instead: str
) -> None:
    """Each column of each table is checked, in the first line below its header."""
    file = data / "reference" / f"{table}.csv"
    edit(file, 2, column, cell)

    found = [each for each in problems(data) if each.column == seen and fault in each.fault]

    line = found[0].line if seen == "" else 2  # of a double the second is named
    assert [(file.as_posix(), line)] == [(each.file, each.line) for each in found]
    assert instead in found[0].instead


@pytest.mark.parametrize("cell", ["211282", "211200+", "630102"])
def test_a_locality_lies_in_a_place_of_a_higher_level(data: Path, cell: str) -> None:
    """A place inside itself or inside an equal would make the chain of parents endless."""
    file = data / "reference/localities.csv"
    line = line_of(file, "211282,")
    edit(file, line, "parent_code", cell)

    assert [(line, "parent_code")] == [(each.line, each.column) for each in problems(data)]


@pytest.mark.parametrize(("file", "row"), [("verdicts", "disputed,"), ("comparability", "too_few_cases,")])
def test_a_verdict_or_limit_cannot_be_dropped(data: Path, file: str, row: str) -> None:
    """The queries ask for it by name: without it a cell would silently become comparable."""
    path = data / "reference" / f"{file}.csv"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(line for line in lines if not line.startswith(row)), encoding="utf-8")

    assert [f"no row for '{row[:-1]}'"] == [each.fault for each in problems(data)]


def test_a_neighbour_stands_once(data: Path) -> None:
    """A pair given twice names both lines."""
    file = data / "reference/neighbours.csv"
    first = file.read_text(encoding="utf-8").splitlines(keepends=True)[1]
    file.write_text(file.read_text(encoding="utf-8") + first, encoding="utf-8")

    assert [(11, "the same pair as line 2")] == [(each.line, each.fault) for each in problems(data)]


def test_every_place_is_within_its_province() -> None:
    """province_code is the province met on the way up through the parents."""
    places = {place.code: place for place in shipped_dataset().localities}

    def province(code: str) -> str:
        while places[code].level not in (Level.PROVINCE, Level.COUNTRY):
            code = places[code].parent_code
        return code

    wrong = [p.code for p in places.values() if p.level != Level.COUNTRY and p.province_code != province(p.code)]
    assert [] == wrong


def test_populations_are_those_of_the_census() -> None:
    """The Seventh National Population Census, where the figure was checked."""
    known = {place.code: place.population_2020 for place in shipped_dataset().localities}

    census = {"210100": 9070093, "211282": 460927, "630102": 489372, "511781": 406685, "440311": 1095289}
    assert census == {code: known[code] for code in census}


def test_a_rate_is_measured_in_per_cent_and_a_count_is_not() -> None:
    """The build checks values by unit, the pages draw them by kind: both must mean the same."""
    wrong = [each.id for each in shipped_dataset().indicators if (each.kind == Kind.RATE) != (each.unit == "percent")]

    assert [] == wrong


def test_parts_of_a_rate_are_counts_of_one_unit() -> None:
    """Cases over cases, never cases over people."""
    by_id = {each.id: each for each in shipped_dataset().indicators}
    mixed = [
        each.id
        for each in by_id.values()
        if len(
            {by_id[part].unit for side in (each.numerator_id, each.denominator_id) for part in side.split("+") if part}
        )
        > 1
    ]

    assert [] == mixed


def test_the_catalogue_has_its_three_headlines() -> None:
    """出庭应诉率, 复议化解率 and 网办率, in this order."""
    headlines = sorted((each.headline, each.id) for each in shipped_dataset().indicators if each.headline)

    expected = ["court_appearance_rate", "reconsideration_resolution_rate", "online_handling_rate"]
    assert [(n, name) for n, name in enumerate(expected, 1)] == headlines


def test_a_township_has_no_reconsideration() -> None:
    """不适用, not 未披露: the level decides."""
    levels = {each.id: each.applies_to_levels for each in shipped_dataset().indicators}

    assert Level.TOWNSHIP not in levels["reconsideration_accepted"]
    assert Level.TOWNSHIP in levels["court_appearance_rate"]
