"""Figures that wait for a person's decision: they fill no cell, and no empty cell may call them missing."""

from __future__ import annotations

from decimal import Decimal

import pytest
from conftest import Store, given, rows, typed_cells
from factories import CHENGDONG, COUNT, RATE, count, report

from faheng.model import Status
from faheng.words.catalogue import words
from faheng.words.verdicts import strictest_label, verdict_sentence

ZH = words("zh")
WAITS = "2020年度报告有此数，但原文损坏或待确认，未采用。"


def test_a_figure_that_waits_is_not_called_missing(store: Store) -> None:
    """The cell stays empty, but says that the report has the figure, and which observation holds it."""
    waiting = count(172, status=Status.PROPOSED)
    given(store, waiting)

    held, missing = typed_cells(store, [COUNT, RATE], CHENGDONG, [2020])

    assert (COUNT, RATE) == (held.indicator_id, missing.indicator_id)
    assert ("not_reported",) == held.verdicts
    assert (waiting.id, "待核定", WAITS) == (
        held.proposed_observation_id, strictest_label(held, ZH), verdict_sentence(held, ZH)
    )  # fmt: skip
    assert ("未披露", "2020年度报告未披露此项。") == (strictest_label(missing, ZH), verdict_sentence(missing, ZH))


def test_nor_is_it_called_unread(store: Store) -> None:
    """In a report that was read in part."""
    given(store, report("r", read="partly"), count(172, report="r", status=Status.PROPOSED))

    (found,) = typed_cells(store, COUNT, CHENGDONG, [2020])
    assert (("not_read",), WAITS) == (found.verdicts, verdict_sentence(found, ZH))


@pytest.mark.parametrize(("waiting_year", "label"), [(2020, "待核定"), (2019, "未披露")])
def test_the_latest_cell_says_what_waits_in_the_newest_report(store: Store, waiting_year: int, label: str) -> None:
    """What waits in an older one does not make the newest give the figure."""
    given(store, report(), report("old", year=2019), count(172, year=waiting_year, status=Status.PROPOSED))

    (latest,) = typed_cells(store, COUNT, CHENGDONG)
    assert label == strictest_label(latest, ZH)


def test_an_accepted_figure_leaves_nothing_waiting(store: Store) -> None:
    """A second, uncertain reading of the same year is no matter of the cell."""
    given(store, count(172), count(20192, status=Status.PROPOSED, at=50))

    (found,) = typed_cells(store, COUNT, CHENGDONG, [2020])
    assert (172, "") == (found.value, found.proposed_observation_id)


def test_the_surest_of_several_figures_waits(store: Store) -> None:
    """marts/proposed_values: one row a year, whatever the readings."""
    unsure, surer = (count(172 + n, status=Status.PROPOSED, at=50 * n, confidence=Decimal(n) / 10) for n in (1, 4))
    given(store, unsure, surer, count(5, year=2019))

    found = rows(store, "marts/proposed_values")
    assert [(2020, surer.id)] == list(zip(found["year"], found["observation_id"], strict=True))
