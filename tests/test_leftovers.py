"""Figures that no indicator claims: their suggested names, and how they are grouped."""

from __future__ import annotations

import json

import pytest
from shipped_reading import read_report

from faheng.reading.about.about import ReportAbout
from faheng.reading.leftovers import Groups, Leftover, leftovers_of
from faheng.reading.texts.original import Original


def leftovers(text: str, name: str = "r") -> list[Leftover]:
    """What is left of a text once its observations are taken."""
    original = Original(name, text, "txt", "")
    return leftovers_of(read_report(original, ReportAbout(name)))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("全年共栽种行道树1200棵。", ["栽种行道树"]),
        ("修建12座人行天桥。", ["修建人行天桥"]),
        ("一年来,我市累计修复古桥15座,栽种行道树3000余棵。", ["修复古桥", "栽种行道树"]),
        ("共12件。", []),
        ("修复古桥同比增长15%。", []),
        ("下一步工作打算\n明年修复古桥15座。", []),
    ],
)
def test_the_name_is_what_stands_around_the_number(text, names):
    """Verb and object before it, or the verb before and the object after; nothing for growths, plans, bare numbers."""
    assert names == [each.name for each in leftovers(text)]


def test_what_an_observation_took_is_not_left():
    """A reconsideration count is in the catalogue, the bridges are not."""
    text = "全年受理行政复议案件32件,修复古桥15座。"

    assert ["修复古桥"] == [each.name for each in leftovers(text)]


def test_groups_count_figures_and_reports_in_a_fixed_order():
    """Those of most reports first; equal ones by name."""
    texts = {"b": "修复古桥15座,修建码头3座。", "a": "修复古桥9座。修复古桥2座,挖掘水井4口。"}
    groups = Groups()
    for name, text in texts.items():
        groups.add(leftovers(text, name))

    found = groups.in_order()

    expected = [("修复古桥", "座", 3, 2), ("修建码头", "座", 1, 1), ("挖掘水井", "口", 1, 1)]
    assert sorted(expected) == sorted((each.name, each.unit, each.figures, len(each.reports)) for each in found)
    assert "修复古桥" == found[0].name
    first = json.loads(found[0].to_json())
    assert {"report": "b", "value": 15, "phrase": "修复古桥15座"} == first["examples"][0]
