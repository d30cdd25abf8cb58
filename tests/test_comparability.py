"""data/reference/comparability*.csv and peer_groups.csv: every slip is named with its place and the remedy."""

from __future__ import annotations

from pathlib import Path

import pytest
from chart_rows import cell
from conftest import shipped_dataset
from test_dataset import edit, line_of, problems

from faheng.measures import Footing, beside

OWN, COMMON, PEERS = "comparability_indicators", "comparability", "peer_groups"


@pytest.mark.parametrize(
    ("file", "line", "column", "cell", "fault", "instead"),
    [
        (COMMON, "too_few_cases", "value", "-1", "-1 is out of range", "from 0 to 100000"),
        (COMMON, "too_few_cases", "value", "9.5", "9.5 is not whole", "a whole number"),
        (COMMON, "full_year_min_days_rate", "value", "400", "400 is out of range", "from 1 to 366"),
        (COMMON, "across_levels_rate", "value", "per_resident", "unknown 'per_resident'", "use one of yes, no"),
        (COMMON, "across_levels_count", "value", "residents", "unknown 'residents'", "per_resident"),
        (COMMON, "compared_scopes", "value", "none", "unknown scope 'none'", "own, any, or ids of data/"),
        (COMMON, "ceiling_run", "id", "ceiling_runs", "unknown 'ceiling_runs'", "write 'ceiling_run'"),
        (OWN, "litigation_cases", "indicator", "litigation", "unknown 'litigation'", "data/reference/indicators.csv"),
        (OWN, "litigation_cases", "setting", "scopes", "unknown 'scopes'", "data/reference/comparability.csv"),
        (OWN, "litigation_cases", "value", "all_bodies|all", "unknown scope 'all'", "joined by |"),
        (OWN, "litigation_cases", "reason_en", "", "is empty", "write a value"),
        (OWN, "litigation_cases", "setting", "too_few_cases", "is no limit of a count", "across_levels_count"),
        (OWN, "company_setup_days", "setting", "ceiling_run", "is no limit of a duration", "latest_window_years"),
        (OWN, "company_setup_days", "setting", "least_peers", "is one limit for all", "comparability.csv"),
        (OWN, "company_setup_days", "value", "soon", "'soon' is not a number", "digits"),
        (PEERS, "similar_population", "rule", "size", "unknown 'size'", "level, province, population"),
        (PEERS, "similar_population", "k", "", "is empty", "how many places"),
        (PEERS, "similar_population", "k", "0", "0 is out of range", "from 1 to 200"),
        (PEERS, "similar_population", "times", "0.5", "0.5 is out of range", "from 1 to 1000"),
        (PEERS, "same_level", "k", "15", "means nothing for the rule 'level'", "leave it empty"),
        (PEERS, "same_level", "reason_zh", "", "is empty", "write a value"),
    ],
)  # fmt: skip
def test_a_slip_is_named(  # noqa: PLR0917 (a table of cases)
    data: Path, file: str, line: str, column: str, cell: str, fault: str, instead: str
) -> None:
    """In the line and the column where it stands."""
    path = data / "reference" / f"{file}.csv"
    number = line_of(path, f"{line},")
    edit(path, number, column, cell)

    found = [each for each in problems(data) if fault in each.fault]

    assert [(path.as_posix(), number, column)] == [(each.file, each.line, each.column) for each in found]
    assert instead in found[0].instead


def test_an_indicator_has_a_limit_once(data: Path) -> None:
    """Two values would leave it to chance which holds."""
    path = data / "reference" / f"{OWN}.csv"
    text = path.read_text(encoding="utf-8")
    path.write_text(text + text.splitlines(keepends=True)[1], encoding="utf-8")

    assert ["the same indicator and setting as line 2"] == [each.fault for each in problems(data)]


def test_no_indicator_repeats_the_common_limit() -> None:
    """A line that changes nothing only hides what the common limit is."""
    shipped = shipped_dataset()
    common = {each.id: each.value for each in shipped.settings}

    assert [] == [each for each in shipped.indicator_settings if each.value == common[each.setting_id]]


CELLS = [
    cell(level=level, across_levels=across, verdicts_apart=["other_level"])
    for level, across in [("township", "yes"), ("township", "per_resident"), ("township", "no"), ("county", "no")]
]


@pytest.mark.parametrize(
    ("footing", "apart"),
    [(Footing(), [False, True, True, False]), (Footing(per_year=True), [False, True, True, False]),
     (Footing(per_residents=True), [False, False, True, False])],
)  # fmt: skip
def test_counts_of_another_level_are_put_apart_unless_per_resident(footing: Footing, apart: list[bool]) -> None:
    """Beside a county: a township's rates stay, its counts only per resident, and some never."""
    found = beside(CELLS, "county", footing)

    assert apart == [each.verdicts == ("other_level",) for each in found]
    assert [("compared",)] * 4 == [each.verdicts for each in CELLS]
