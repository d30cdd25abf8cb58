"""The benchmarks can still ask every query of the pages; how long it takes is no test's business."""

from pathlib import Path

import pytest
from conftest import shipped_dataset

from faheng.store.brought import TABLES, bundle
from faheng.store.queries import names
from faheng.store.read import Reader
from tests.benchmarks.generator import fill, reports, table_of
from tests.benchmarks.queries import parameters_of


@pytest.mark.parametrize("name", names("pages"))
def test_every_page_query_has_parameters_to_be_timed_with(name: str, shipped_folder: Path) -> None:
    snapshot = Reader(shipped_folder).snapshot()
    assert list(snapshot.rows(name, **parameters_of(snapshot, name)).columns)


def test_generated_reports_have_rows_of_every_table_of_a_bundle(tmp_path: Path) -> None:
    """Of two places; each figure has an id of its own, and its report a list of how many there are."""
    data = shipped_dataset()
    told = list(reports(data, 2))
    levels = {place.code: str(place.level) for place in data.localities}
    with bundle(tmp_path, "made") as store:
        fill(store, data, table_of(told, {each.id: (number, "") for number, each in enumerate(told)}, levels), "ground")
        counts = {
            table: store.execute(f"select count(*), count(distinct standing) from bundled.{table}").fetchone()  # noqa: S608
            for table in (*TABLES, "standing")
        }
        figures = store.execute(
            "select count(distinct id), (select sum(figures) from bundled.standing) from bundled.observation"
        )
        distinct, listed = figures.fetchone() or (0, 0)
        apart = "from bundled.observation where evidence_end - evidence_start <> length(evidence_phrase)"
        assert [] == store.execute(apart).fetchall()

    assert {"review"} == {table for table, (rows, _) in counts.items() if not rows}
    assert (len(told), len(told)) == counts["standing"] == counts["report"]
    assert distinct == listed == counts["observation"][0] > 100 * len(told) // 4
