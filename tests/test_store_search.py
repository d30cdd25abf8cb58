"""faheng/store/search: the index leads to what a look at every figure finds, in the same order."""

from __future__ import annotations

from random import Random

import pytest
from conftest import Store, given, rows
from factories import CHENGDONG, KAIYUAN, count, observation

from faheng.store import search
from faheng.store.read import Snapshot
from faheng.store.search import Search, looked_at, matching_figures, tokens_of
from faheng.views.evidence import SearchHit

WORDS = [
    "出庭", "ctys", "court", "城东", "2020", "为", "件", "100%", "98", "8.5",
    "142件", "1749", "749", "调解 98 深圳",
    "没有这样的词", "行政复案", "审批 提案", "COURT", "率 2019 深圳", "“", "%", "0", "000", "a b c d", "",
]  # fmt: skip


@pytest.fixture(scope="module")
def large(shipped: Snapshot) -> Snapshot:
    """The shipped figures, searched as if they were many."""
    return shipped


def by_index(snapshot: Snapshot, asked: Search, monkeypatch: pytest.MonkeyPatch) -> list[SearchHit]:
    """What is found where a snapshot is large."""
    monkeypatch.setattr(snapshot, "is_small", False)
    return matching_figures(snapshot, SearchHit, asked)


@pytest.mark.parametrize("text", WORDS)
def test_the_index_finds_what_is_there(large: Snapshot, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "STEPS", (2, 9, 40))
    asked = Search(text, "440300", 30, "zh")

    assert looked_at(large, SearchHit, asked, None, named=None) == by_index(large, asked, monkeypatch)


def test_any_piece_of_a_phrase_is_found(large: Snapshot, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pieces of phrases from anywhere, of one to six characters, and two of one; numbers cut in two among them."""
    draw = Random(20261130)  # noqa: S311 (a repeatable draw, no secret)
    phrases = [
        hit.evidence_phrase for hit in looked_at(large, SearchHit, Search("", "", 2_000, "zh"), None, named=None)
    ]
    for _ in range(25):
        phrase = draw.choice(phrases)
        pieces = []
        for _ in range(draw.choice((1, 1, 2))):
            start = draw.randrange(len(phrase) - 1)
            pieces.append(phrase[start : start + draw.randint(1, 6)])
        asked = Search(" ".join(pieces), draw.choice(("440300", "")), draw.choice((1, 5, 30)), "zh")

        assert looked_at(large, SearchHit, asked, None, named=None) == by_index(large, asked, monkeypatch), asked


def test_days_of_figures_come_newest_first(store: Store) -> None:
    """One row a place and day, however many figures there are."""
    given(store, observation(72.7), count(7), count(8, year=2022, locality=KAIYUAN))

    found_days = rows(store, "marts/stated_days")[["locality_code", "period_end"]]

    assert [(KAIYUAN, 2022), (CHENGDONG, 2020)] == [
        (code, day.year) for code, day in found_days.itertuples(index=False)
    ]


def test_words_are_those_of_the_search(store: Store) -> None:
    """Small letters, blanks of both widths, no more than three words."""
    assert ["出庭", "ab", "2021"] == rows(store, "pages/evidence__words", text=" 出庭　AB  2021 甲 ")["word"].tolist()
    assert [] == rows(store, "pages/evidence__words", text=" 　")["word"].tolist()


@pytest.mark.parametrize(
    ("words", "named", "places"),
    [
        (["出庭应诉"], True, [CHENGDONG]),
        (["为7"], False, [CHENGDONG]),
        (["开原"], False, [KAIYUAN]),
        (["2022"], False, [KAIYUAN]),
        (["2022", "城东"], False, []),
        (["没有"], False, []),
        ([], False, [KAIYUAN, CHENGDONG]),
    ],
)
def test_days_are_those_of_places_that_meet_each_word(
    store: Store, words: list[str], named: bool, places: list[str]
) -> None:
    """By the name of an indicator or a place, by a phrase, or by a year."""
    given(store, observation(72.7), count(8, year=2022, locality=KAIYUAN, evidence_phrase="负责人8件"))
    asked = [(token, number) for number, word in enumerate(words, 1) for token in tokens_of(word).whole]
    begin = next((tokens_of(word).begin for word in words if tokens_of(word).begin), None)

    days = rows(
        store, "pages/evidence__days", words=words, tokens=[token for token, _ in asked],
        numbers=[number for _, number in asked], begin=begin, begin_number=begin and 1, named=named, limit=9,
    )  # fmt: skip

    assert places == days["locality_code"].tolist()


def test_tokens_of_phrases_are_those_of_words(store: Store) -> None:
    """Two characters beside each other, numbers as one, the last character, and numbers from each digit on."""
    given(store, observation(72.7, evidence_phrase="共A件1749")), given(store, count(7, locality=KAIYUAN))

    tokens = rows(store, "marts/phrase_tokens")
    ours = set(tokens[tokens["locality_code"] == CHENGDONG]["token"])

    assert {"共a", "a件", "件0", "0", "1749", "749", " court_appearance_rate"} == ours
    for word in ("共", "共a", "件17", "1749", "749", "a件1749", "49"):
        said = tokens_of(word)
        assert ours >= set(said.whole)
        assert any(each.startswith(said.begin) for each in ours), word
    assert (("出庭",), "") == (tokens_of("出庭").whole, tokens_of("出庭").begin)
    assert (("率0", "0.", ".0"), "128") == (tokens_of("率128.5").whole, tokens_of("率128.5").begin)
