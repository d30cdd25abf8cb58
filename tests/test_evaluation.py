"""Found against gold, and the record that tells the next run what it gained and lost."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from faheng.errors import UnwritableFile
from faheng.evaluation import record as scores
from faheng.evaluation.annotation import Annotation, UnreadableAnnotations, annotation, read_annotations
from faheng.evaluation.score import Evaluation, Tally, evaluate

LINE = {"report": "a", "indicator": "inspections", "value": 12}


def fact(value: float = 12, indicator: str = "inspections", report: str = "a", **fields: object) -> Annotation:
    """A reported fact."""
    return annotation({"report": report, "indicator": indicator, "value": value, **fields})


def tally(gold: list[Annotation], predicted: list[Annotation], **how: bool) -> tuple[int, int, int, int]:
    """found, missed, wrong, traps."""
    score = evaluate(gold, predicted, **how)
    return score.total.found, score.total.missed, score.total.wrong, score.traps


@pytest.mark.parametrize(
    ("gold", "predicted", "expected"),
    [
        ([fact()], [fact()], (1, 0, 0, 0)),
        ([fact()], [], (0, 1, 0, 0)),
        ([fact(12)], [fact(13)], (0, 1, 1, 0)),
        ([fact(98.3)], [fact(98.30000001)], (1, 0, 0, 0)),
        ([fact()], [fact(), fact()], (1, 0, 1, 0)),
        ([fact(), fact()], [fact()], (1, 1, 0, 0)),
        ([fact()], [fact(), fact(5, report="unknown")], (1, 0, 0, 0)),
        ([fact()], [fact(origin="derived")], (0, 1, 0, 0)),
        ([fact(), fact(7, optional=True)], [fact(), fact(7)], (1, 0, 0, 0)),
        ([fact(), fact(7, optional=True)], [fact()], (1, 0, 0, 0)),
        ([fact(), fact(7, trap=True)], [fact(), fact(7)], (1, 0, 1, 1)),
        ([fact(), fact(7, trap=True)], [fact()], (1, 0, 0, 0)),
    ],
)
def test_what_counts_as_found_missed_and_wrong(gold, predicted, expected):
    """A wrong value is missed and wrong; optional counts neither way; a trap taken is wrong by design."""
    assert expected == tally(gold, predicted)


def test_closed_to_gold_leaves_other_indicators_out():
    predicted = [fact(), fact(3, "licences")]

    assert (1, 0, 1, 0) == tally([fact()], predicted)
    assert (1, 0, 0, 0) == tally([fact()], predicted, closed_to_gold=True)


def test_of_two_predictions_the_likelier_one_is_taken():
    """Scope helps to choose, attributes are judged on the chosen one."""
    gold = [fact(scope="street", bound="exact", change=3), fact(scope="", bound="at_least")]
    predicted = [fact(scope="", bound="at_least"), fact(scope="street", bound="exact", change=3.0)]

    score = evaluate(gold, predicted)

    assert {"bound": 1.0, "change": 1.0} == score.attributes
    assert ["street", ""] == [found.get("scope") for _, found in score.found]


def test_attributes_are_asked_only_where_gold_has_them():
    score = evaluate([fact(bound="exact", change=None), fact(5, bound="about")], [fact(bound="exact"), fact(5)])

    assert {"bound": 0.5} == score.attributes


def test_shares_and_breakdown():
    """0.5 of the predictions are right, all gold is found."""
    score = evaluate([fact()], [fact(), fact(3, "licences")])

    assert (0.5, 1.0) == (score.total.precision, score.total.recall)
    assert 0.667 == round(score.total.f1, 3)
    assert {"inspections": Tally(1, 0, 0), "licences": Tally(0, 0, 1)} == score.by("indicator")
    assert Tally() == evaluate([], []).total


NO_FACTS = [
    "{", "[]", '{"report": "a"}', '{"report": "a", "indicator": "b", "value": "x"}', "[" * 100_000,
    json.dumps(LINE | {"value": None}), '{"report": "a", "indicator": "b", "value": 1e999}',
    json.dumps(LINE | {"bound": "exakt"}), json.dumps(LINE | {"period_end": "2022-13-01"}),
]  # fmt: skip


@pytest.mark.parametrize("line", NO_FACTS, ids=lambda line: line[:60])
def test_a_line_that_is_no_fact_is_named(tmp_path: Path, line: str):
    file = tmp_path / "pred.jsonl"
    file.write_text(json.dumps(LINE) + "\n\n" + line + "\n", encoding="utf-8")

    with pytest.raises(UnreadableAnnotations, match=r"pred\.jsonl:3: not a fact; "):
        read_annotations(file)


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path):
    (tmp_path / "pred.jsonl").write_bytes(b"\xff\xfe\x00")

    with pytest.raises(UnreadableAnnotations, match=r"pred\.jsonl: cannot be read"):
        read_annotations(tmp_path / "pred.jsonl")


@pytest.fixture
def runs() -> tuple[Evaluation, Evaluation]:
    """A run, and a later one that finds another fact, loses one, and is wrong once."""
    gold = [fact(1), fact(2), fact(2)]
    return evaluate(gold, [fact(1), fact(2)]), evaluate(gold, [fact(2), fact(2), fact(9)])


def test_the_next_run_tells_what_it_gained_and_lost(tmp_path: Path, runs: tuple[Evaluation, Evaluation]):
    """Facts of one value count as often as they stand; other gold files have records of their own."""
    assert None is scores.difference(runs[0], "g.jsonl", tmp_path)
    scores.record(runs[0], "g.jsonl", tmp_path, date(2030, 1, 2))

    changed = scores.difference(runs[1], "g.jsonl", tmp_path)

    assert scores.Difference(("a inspections 2",), ("a inspections 1",), ("a inspections 9",), ()) == changed
    assert None is scores.difference(runs[1], "other.jsonl", tmp_path)


def test_the_record_grows_by_a_dated_table(tmp_path: Path, runs: tuple[Evaluation, Evaluation]):
    for day, run in enumerate(runs, 1):
        scores.record(run, "g.jsonl", tmp_path, date(2030, 1, day))

    text = (tmp_path / "SCORES.md").read_text(encoding="utf-8")

    assert ["## 2030-01-01, g.jsonl", "## 2030-01-02, g.jsonl"] == [s for s in text.splitlines() if s.startswith("## ")]
    assert "| all | 0.667 | 0.667 | 0.667 | 2 | 1 | 1 |" in text
    assert "1 gained, 1 lost" in text


def test_a_damaged_record_is_told(tmp_path: Path, runs: tuple[Evaluation, Evaluation]):
    (tmp_path / "last.json").write_text("[1]", encoding="utf-8")

    with pytest.raises(scores.DamagedRecord, match=r"last\.json: not a record"):
        scores.difference(runs[0], "g.jsonl", tmp_path)


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path, runs: tuple[Evaluation, Evaluation]):
    """In one line of our own."""
    (tmp_path / "file").write_text("", encoding="utf-8")

    with pytest.raises(UnwritableFile, match="file/gold: it cannot be written"):
        scores.record(runs[0], "g.jsonl", tmp_path / "file" / "gold", date(2030, 1, 2))


def test_a_name_that_is_no_utf_8_is_recorded(tmp_path: Path):
    """Escaped for people, and told from the record as it was."""
    score = evaluate([fact(report="r\udcff")], [fact(report="r\udcff")])
    scores.record(score, "g.jsonl", tmp_path, date(2030, 1, 2))

    assert "| r\\udcff | 1.000" in (tmp_path / "SCORES.md").read_text(encoding="utf-8")
    assert scores.Difference((), (), (), ()) == scores.difference(score, "g.jsonl", tmp_path)


def test_the_summary_ends_with_the_sums(runs: tuple[Evaluation, Evaluation]):
    lines = list(scores.summary(runs[1], None))

    assert "wrong   a inspections 9" in lines
    assert "precision 0.667  recall 0.667  F1 0.667  found 2  missed 1  wrong 1  traps 0" == lines[-1]
