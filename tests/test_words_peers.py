"""Where ours stands among peers, in words: a rank where one is better, a place from the most where none is."""

from __future__ import annotations

import pytest
from chart_rows import EN, ZH, record

from faheng.model import Peers
from faheng.words.peers import place_among, spine_text
from faheng.words.values import units


def peers(**fields: object) -> Peers:
    """Thirty others between 60 and 99; ours has two surely above it and perhaps three."""
    return record(Peers, **{
        "peers": "同级", "places": 30, "least_peers": 3, "population_unknown": False, "median": 81.0, "least": 60.0,
        "greatest": 99.0, "more_surely": 2, "more_perhaps": 3, "less_surely": 27, "less_perhaps": 28, **fields,
    })  # fmt: skip


@pytest.mark.parametrize(
    ("better", "fields", "chinese", "english"),
    [
        ("higher", {}, "同级 31 地中列第 3—4 位", "rank 3–4 of 31 (同级)"),
        ("lower", {}, "同级 31 地中列第 28—29 位", "rank 28–29 of 31 (同级)"),
        ("", {}, "同级 31 地中由多到少列第 3—4 位", "number 3–4 of 31 from the most (同级)"),
        ("higher", {"more_surely": 0, "more_perhaps": 0}, "同级 31 地中列第 1 位", "rank 1 of 31 (同级)"),
        ("higher", {"more_surely": None, "more_perhaps": None}, "", ""),
        ("higher", {"median": None}, "", ""),
    ],
)
def test_place_among(better: str, fields: dict[str, object], chinese: str, english: str) -> None:
    """A range where intervals overlap; nothing where ours is not comparable or there are too few."""
    assert (chinese, english) == tuple(place_among(peers(**fields), better, say) for say in (ZH, EN))


def test_the_spine_is_said_for_the_ear() -> None:
    assert "同级 30 地在 60% 至 99% 之间，中位数 81%" == spine_text(peers(), units()["percent"], ZH)
