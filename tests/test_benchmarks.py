"""The benchmarks can still ask every query of the pages; how long it takes is no test's business."""

from pathlib import Path

import pytest

from faheng.store.queries import names
from faheng.store.read import Reader
from tests.benchmarks.queries import parameters_of


@pytest.mark.parametrize("name", names("pages"))
def test_every_page_query_has_parameters_to_be_timed_with(name: str, shipped_folder: Path) -> None:
    snapshot = Reader(shipped_folder).snapshot()
    assert list(snapshot.rows(name, **parameters_of(snapshot, name)).columns)
