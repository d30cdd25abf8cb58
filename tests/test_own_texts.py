"""Report texts of our own making with their gold: what is found must not fall; what is missed is printed."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest
from shipped_reading import SHIPPED

from faheng.evaluation.annotation import annotation, read_annotations
from faheng.evaluation.score import Evaluation, evaluate
from faheng.paths import GOLD
from faheng.reading.about.given import read_given
from faheng.reading.files import read_all

TEXTS = GOLD / "texts"
SETS = {"f": 24, "g": 24, "h": 20, "i": 12, "j": 12}
FLOOR, ATTRIBUTE_FLOOR = 0.96, 0.95
# Growths that stand in a column of a table, or in shares of a list behind (两项分别增长5.2%、-3.1%), are not read.
UNREAD = {"change"}


def folder_texts(name: str) -> list[Path]:
    """The texts of a set, in alphabetical order."""
    return sorted((TEXTS / name).glob("*.txt"))


@cache
def scored(name: str) -> Evaluation:
    """What is read in the texts of a set, against their gold."""
    paths = folder_texts(name)
    given = read_given(TEXTS / name / "reports.csv", SHIPPED.reference.places.codes)
    outcomes = list(read_all(paths, given, jobs=1))
    assert [] == [fault for each in outcomes for fault in each.faults]
    said = [json.loads(line) for each in outcomes for line in each.lines]
    found = [annotation(one) for one in said]
    return evaluate([fact for path in paths for fact in read_annotations(path.with_suffix(".jsonl"))], found)


@pytest.mark.parametrize("name", SETS)
def test_what_is_found_does_not_fall(name: str) -> None:
    """F1 over all texts of the set; a failure lists what is missed and what is wrong."""
    score = scored(name)
    missed = "\n".join(f"missed {fact.key} {fact.phrase}" for fact in score.missed)
    wrong = "\n".join(f"wrong {fact.key} {fact.phrase}" for fact in score.wrong)
    print(f"{name}: F1 {score.total.f1:.3f}\n{missed}\n{wrong}")

    assert score.total.f1 >= FLOOR, f"\n{missed}\n{wrong}"
    assert 0 == score.traps


@pytest.mark.parametrize("name", SETS)
def test_attributes_are_read(name: str) -> None:
    """Bound and period of what is found."""
    shares = scored(name).attributes

    assert {} == {each: share for each, share in shares.items() if share < ATTRIBUTE_FLOOR and each not in UNREAD}


@pytest.mark.parametrize("name", SETS)
def test_every_text_has_its_gold(name: str) -> None:
    """No text without gold, no gold without text, and every phrase stands in its text."""
    paths = folder_texts(name)

    assert [path.stem for path in paths] == sorted(path.stem for path in (TEXTS / name).glob("*.jsonl"))
    assert SETS[name] == len(paths)
