"""What stands against an observation: on the cells of the pages, and beside its evidence."""

from __future__ import annotations

import pandas as pd
import pytest
from conftest import Store, cell, given, rows
from factories import CHENGDONG, RATE, count, finding, observation


def test_the_gravest_finding_stands_for_all(store: Store) -> None:
    """marts/observation_findings: a doubt and a contradiction of one figure are one row, the contradiction's."""
    one = observation(80)
    doubt, contradiction = finding(one, severity="doubtful", stated="1"), finding(one, stated="2")
    given(store, one, doubt, contradiction)

    (row,) = rows(store, "marts/observation_findings").to_dict("records")

    assert (CHENGDONG, one.id, "contradiction", contradiction.id, 2) == (
        row["locality_code"], row["observation_id"], row["severity"], row["finding_id"], row["findings"],
    )  # fmt: skip


@pytest.mark.parametrize("severity", ["note", "holds"])
def test_what_puts_no_figure_in_doubt_is_left_out(store: Store, severity: str) -> None:
    """A check that held and a note wear no badge."""
    one = observation(80)
    given(store, one, finding(one, severity=severity))

    assert rows(store, "marts/observation_findings").empty
    assert pd.isna(cell(store, RATE, CHENGDONG)["finding_severity"])


@pytest.mark.parametrize(
    ("severity", "verdicts"), [("doubtful", ["compared"]), ("contradiction", ["disputed"])], ids=["doubt", "conflict"]
)
def test_a_cell_carries_what_was_found(store: Store, severity: str, verdicts: list[str]) -> None:
    """A doubt is told and leaves the verdict; a contradiction takes the cell out of comparison."""
    one = observation(80)
    given(store, one, finding(one, severity=severity))

    found = cell(store, RATE, CHENGDONG)

    assert (severity, "两数不符。", verdicts) == (found["finding_severity"], found["finding"], found["verdicts"])
    assert "They differ." == cell(store, RATE, CHENGDONG, language="en")["finding"]


def test_the_evidence_lists_every_check_of_its_figure(store: Store) -> None:
    """pages/evidence__findings: gravest first, what held too, others' findings not."""
    one, other = observation(80), count(7)
    held, doubt = finding(one, severity="holds", stated="1"), finding(one, severity="doubtful", stated="2")
    given(store, one, other, held, doubt, finding(other))

    found = rows(store, "pages/evidence__findings", id=one.id, language="en")

    assert [(doubt.id, "doubtful", "They differ."), (held.id, "holds", "They differ.")] == list(
        found[["id", "severity", "explanation"]].itertuples(index=False, name=None)
    )
