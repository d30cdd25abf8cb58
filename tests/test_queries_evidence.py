"""pages/evidence__*: any observation beside its phrase, what it was made from and what was made from it."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest
from conftest import Store, given, rows
from factories import CHENGDONG, KAIYUAN, RATE, count, court_counts, observation, report

from faheng.model import Span, Status


def found_by(store: Store, text: str, **change: object) -> pd.DataFrame:
    """The observations a search offers."""
    everything = {"first": CHENGDONG, "limit": 50, "language": "zh", "places": None, "days": None, "named": None}
    return rows(store, "pages/evidence__search", text=text, **(everything | change))


def shown(store: Store, id: str, language: str = "zh") -> pd.Series:  # noqa: A002
    """The one row of an observation."""
    found = rows(store, "pages/evidence__observation", id=id, language=language)
    assert len(found) == 1
    return found.iloc[0]


def test_an_observation_stands_beside_its_phrase(store: Store) -> None:
    """Phrase, offsets, section, report and publisher of a reported figure, which fills a cell."""
    stated = observation(72.7, evidence_phrase="出庭率72.7%", evidence=Span(4158, 4167), note_en="a caveat")
    given(store, report("chengdong", source_url="https://example.org/2020"), stated)

    row = shown(store, stated.id, "en")

    evidence = ["evidence_phrase", "evidence_start", "evidence_end", "evidence_section"]
    assert ["出庭率72.7%", 4158, 4167, "一、主要工作"] == row[evidence].tolist()
    about = ["value", "origin", "note", "locality", "publisher"]
    assert [72.7, "reported", "a caveat", "Chengdong", "District government"] == row[about].tolist()
    assert row["year"] == 2020


def test_an_observation_that_fills_no_cell_is_shown_too(store: Store) -> None:
    """A proposed figure has a page of its own, marked as such."""
    proposed = observation(81, status=Status.PROPOSED)
    given(store, proposed)

    row = shown(store, proposed.id)

    assert row["status"] == "proposed"
    assert pd.isna(row["year"])


def test_an_unknown_id_gives_no_row(store: Store) -> None:
    """A stale link is an empty answer, not an error."""
    given(store, observation(81))

    assert rows(store, "pages/evidence__observation", id="nothing", language="zh").empty


def test_an_implied_value_is_shown_with_its_interval(store: Store) -> None:
    """It has no phrase of its own; what it rests on is one step away."""
    stated = observation(99, year=2021, growth=30, growth_unit="points_or_percent")
    given(store, stated)
    base = rows(store, "marts/implied_values")["id"].item()

    row = shown(store, base)
    inputs = rows(store, "pages/evidence__inputs", id=base, language="zh")

    assert (69, 76.15, "implied") == tuple(row[["value_low", "value_high", "origin"]])
    assert pd.isna(row["evidence_phrase"])
    assert [(stated.id, "growth", "30%")] == list(
        inputs[["observation_id", "role", "change_text"]].itertuples(index=False, name=None)
    )


def test_a_derived_rate_names_both_counts_and_they_name_it(store: Store) -> None:
    """From the rate to its counts and back, numerator first, each with its phrase."""
    appearances, hearings = court_counts(7, 20)
    given(store, appearances, hearings)
    derived = rows(store, "marts/derived_rates")["id"].item()

    inputs = rows(store, "pages/evidence__inputs", id=derived, language="en")
    uses = rows(store, "pages/evidence__uses", id=hearings.id, language="en")

    assert [appearances.id, hearings.id] == inputs["observation_id"].tolist()
    assert [7, 20] == inputs["value"].tolist()
    assert [appearances.evidence.phrase, hearings.evidence.phrase] == inputs["evidence_phrase"].tolist()
    assert [(derived, 35, "derived")] == list(
        uses[["observation_id", "value", "origin"]].itertuples(index=False, name=None)
    )


def test_inputs_say_all_that_a_reader_needs(store: Store) -> None:
    """Place, period, origin and scope of each input, and for the phrase its report, in the reader's language."""
    appearances, hearings = court_counts(7, 20)
    given(store, appearances, hearings)
    derived = rows(store, "marts/derived_rates")["id"].item()

    first = rows(store, "pages/evidence__inputs", id=derived, language="en").iloc[0]

    assert ["Chengdong", 7, "7", "case", "reported", "year"] == first[
        ["locality", "value", "value_text", "unit", "origin", "period_kind"]
    ].tolist()
    assert [derived, 1, "District government", date(2021, 3, 1)] == [
        first["parent_id"],
        first["depth"],
        first["publisher"],
        first["published_on"].date(),
    ]


def test_inputs_of_inputs_follow_them(store: Store) -> None:
    """A value made from a made value: the tree goes on down to the phrases, and ends though the store goes round."""
    appearances, hearings = court_counts(7, 20)
    stated = observation(99, year=2021, growth=30, growth_unit="points_or_percent", locality=KAIYUAN)
    given(store, appearances, hearings, stated)
    derived, base = (rows(store, f"marts/{mart}")["id"].item() for mart in ("derived_rates", "implied_values"))
    store.execute(
        "insert into derivation values ($base, $derived, 'growth', 2, '630102')", {"base": base, "derived": derived}
    )

    found = rows(store, "pages/evidence__inputs", id=base, language="zh")

    assert [stated.id, derived, appearances.id, hearings.id] == found["observation_id"].tolist()
    assert [base, base, derived, derived] == found["parent_id"].tolist()
    assert [1, 1, 2, 2] == found["depth"].tolist()
    assert [False, True, False, False] == found["evidence_phrase"].isna().tolist()

    store.execute(
        "insert into derivation values ($derived, $base, 'growth', 3, '630102')", {"base": base, "derived": derived}
    )
    assert 10 == rows(store, "pages/evidence__inputs", id=base, language="zh")["depth"].max()


def test_a_figure_that_nothing_was_made_from_has_no_uses(store: Store) -> None:
    """A plain figure ends the chain in both directions."""
    plain = count(7)
    given(store, plain)

    assert rows(store, "pages/evidence__uses", id=plain.id, language="zh").empty
    assert rows(store, "pages/evidence__inputs", id=plain.id, language="zh").empty


def test_further_places_come_in_the_order_of_the_text(store: Store) -> None:
    """Where the report says the same again."""
    stated = observation(81, also=(Span(900, 910), Span(300, 310)))
    given(store, stated)

    found = rows(store, "pages/evidence__places", id=stated.id)

    assert [(300, 310), (900, 910)] == list(found.itertuples(index=False, name=None))


@pytest.mark.parametrize("text", ["出庭应诉", "ctys", "CTYS", "court-appearance", "为72.7", "城东", "cdq", "Chengdong"])
def test_search_reads_indicator_phrase_and_place(store: Store, text: str) -> None:
    """Names in both languages, initials in any case and the words of the phrase all lead to the figure."""
    stated = observation(72.7)
    given(store, stated, count(7, locality=KAIYUAN))

    assert [stated.id] == found_by(store, text)["observation_id"].tolist()


def test_search_puts_the_indicator_before_the_phrase_and_the_newest_first(store: Store) -> None:
    """Who types 出庭应诉 means the indicator, though another phrase holds the word."""
    phrase = count(9, year=2023, evidence_phrase="出庭应诉9件")
    old, new = observation(81), observation(82, year=2022)
    given(store, phrase, old, new)

    assert [new.id, old.id, phrase.id] == found_by(store, "出庭应诉")["observation_id"].tolist()
    assert [new.id] == found_by(store, "出庭应诉", limit=1)["observation_id"].tolist()


def test_search_shows_our_place_first(store: Store) -> None:
    """Every place is searched, and ours comes first."""
    here, there = observation(81, year=2023), observation(82, locality=KAIYUAN)
    given(store, here, there)

    assert [there.id, here.id] == found_by(store, "ctys", first=KAIYUAN)["observation_id"].tolist()
    assert [there.id] == found_by(store, "ctys", first=KAIYUAN, limit=1)["observation_id"].tolist()


def test_search_finds_what_is_still_to_be_decided(store: Store) -> None:
    """Proposed figures are found and marked."""
    given(store, observation(81, status=Status.PROPOSED))

    assert ["proposed"] == found_by(store, "ctys")["status"].tolist()


def test_the_same_place_of_the_same_fact_is_the_same_observation() -> None:
    """An observation's id is stable: value and note do not move it, place, period and scope do."""
    first = observation(81)

    assert first.id == observation(82, note_zh="改").id
    others = [observation(81, at=1), observation(81, scope="departments"), observation(81, year=2021)]
    assert first.id not in [each.id for each in others]
    assert (CHENGDONG, RATE, date(2020, 12, 31)) == (first.locality_code, first.indicator_id, first.period_end)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("城东 出庭", ["城东"]), ("出庭 开原", ["开原"]), ("ky ctys", ["开原"]), ("出庭 2021", ["开原"]),
        ("  出庭\u3000城东 ", ["城东"]), ("出庭", ["城东", "开原"]), ("开原 2020", []), ("开原 建议", []),
        ("城东 率七成 2020", ["城东"]),
    ],
)  # fmt: skip
def test_several_words_mean_all_of_them(store: Store, text: str, places: list[str]) -> None:
    """Each is held by the indicator, the place, the phrase, or is the year."""
    given(store, observation(70, evidence_phrase="出庭率七成"), observation(81, locality=KAIYUAN, year=2021))

    assert places == found_by(store, text)["locality"].tolist()
