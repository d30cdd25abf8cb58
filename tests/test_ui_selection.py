"""The address of a page: what is read from it, what is written to it, what is left out and said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from faheng.model import Level
from faheng.views.added import is_added
from faheng.views.pages import PAGES, page_entry
from faheng.views.selection import (
    MOST_BESIDE,
    SHARED_NAMES,
    Known,
    LeftOut,
    Selection,
    problem_sentence,
    read,
    years_text,
)
from faheng.words.catalogue import words

PLACES = ("211282", "630102", "210100", "511781", "440308", "440311", "150525", "150525206")
KNOWN = Known(
    places=set(PLACES),
    provinces={"210000", "630000"},
    levels=set(Level),
    themes={"litigation", "services"},
    indicators={"court_appearance_rate", "online_rate", "deputy_suggestions"},
    years=range(2011, 2026),
)
OWN_NAMES = ("obs", "family", "residents", "yearly")

texts = st.text(max_size=30)
own = st.dictionaries(st.sampled_from(OWN_NAMES), st.text(min_size=1, max_size=200))
years = st.tuples(st.sampled_from(KNOWN.years), st.sampled_from(KNOWN.years)).map(sorted).map(tuple)
addresses = st.dictionaries(
    st.sampled_from(SHARED_NAMES) | texts,
    st.sampled_from([*PLACES, "court_appearance_rate", "2014-2024", "2020", "1", "en", "zh", "county"]) | texts,
)


@st.composite
def selections(draw: st.DrawFn) -> Selection:
    """Any selection that widgets can make."""
    place = draw(st.none() | st.sampled_from(PLACES))
    beside = draw(st.lists(st.sampled_from(PLACES), unique=True, max_size=MOST_BESIDE))
    return Selection(
        place=place,
        beside=tuple(code for code in beside if code != place),
        province=draw(st.none() | st.sampled_from(sorted(KNOWN.provinces))),
        level=draw(st.none() | st.sampled_from(sorted(level.value for level in Level))),
        theme=draw(st.none() | st.sampled_from(sorted(KNOWN.themes))),
        indicators=tuple(draw(st.lists(st.sampled_from(sorted(KNOWN.indicators)), unique=True))),
        years=draw(st.none() | years),
        comparable_only=draw(st.booleans()),
        language=draw(st.sampled_from(["zh", "en"])),
        own=draw(own),
    )


@given(selections(), st.sampled_from(["zh", "en"]))
def test_an_address_says_the_whole_selection(selection, browser):
    """What is written is read back the same, whatever the language of the browser, and nothing is left out."""
    assert (selection, []) == read(selection.to_params(browser), KNOWN, browser)


@given(addresses)
def test_any_address_can_be_read(address):
    """Nothing in an address is an error; what stays is known, and what does not stay is told."""
    selection, problems = read(address, KNOWN)

    assert {selection.place, *selection.beside} <= {None, *PLACES}
    assert selection.place not in selection.beside
    assert len(selection.beside) <= MOST_BESIDE
    assert set(selection.indicators) <= set(KNOWN.indicators)
    assert selection.years is None or set(selection.years) <= set(KNOWN.years)
    assert set(selection.own).isdisjoint(SHARED_NAMES)
    assert {problem.name for problem in problems} <= set(SHARED_NAMES)


@given(addresses)
def test_reading_again_changes_nothing(address):
    """The address that is written back after a first reading has no problem left."""
    selection, _ = read(address, KNOWN)

    assert (selection, []) == read(selection.to_params(), KNOWN)


@given(addresses)
def test_the_sentence_names_what_was_left_out(address):
    """Any value may stand in the sentence, also braces, and a long one is cut."""
    _, problems = read({**address, "place": "{999999}"}, KNOWN)

    for language in ("zh", "en"):
        sentence = problem_sentence(problems, words(language))
        assert "{999999}" in sentence
        assert all(problem.value[:40] in sentence for problem in problems)


@pytest.mark.parametrize(
    ("address", "field", "expected"),
    [
        ({"place": "211282"}, "place", "211282"),
        ({"place": "150525206"}, "place", "150525206"),
        ({"with": "630102.210100"}, "beside", ("630102", "210100")),
        ({"with": "630102.630102"}, "beside", ("630102",)),
        ({"with": "211282.630102", "place": "211282"}, "beside", ("630102",)),
        ({"with": ".".join(PLACES)}, "beside", PLACES[:MOST_BESIDE]),
        ({"years": "2020"}, "years", (2020, 2020)),
        ({"years": "2014-2024"}, "years", (2014, 2024)),
        ({"years": "2024-2014"}, "years", (2014, 2024)),
        ({"comparable": "1"}, "comparable_only", True),
        ({"comparable": "true"}, "comparable_only", False),
        ({"lang": "en"}, "language", "en"),
        ({"obs": "kaiyuan-1"}, "own", {"obs": "kaiyuan-1"}),
        ({"obs": ""}, "own", {}),
        ({"obs": "x" * 500}, "own", {"obs": "x" * 200}),
    ],
)
def test_reading(address, field, expected):
    selection, problems = read(address, KNOWN)

    assert (expected, []) == (getattr(selection, field), problems)


@pytest.mark.parametrize(
    ("address", "left_out"),
    [
        ({"place": "999999"}, ("place", "999999")),
        ({"place": "211282 "}, ("place", "211282 ")),
        ({"with": "630102.999999"}, ("with", "999999")),
        ({"province": "710000"}, ("province", "710000")),
        ({"level": "galaxy"}, ("level", "galaxy")),
        ({"theme": "x"}, ("theme", "x")),
        ({"show": "x.court_appearance_rate"}, ("show", "x")),
        ({"years": "1900"}, ("years", "1900")),
        ({"years": "2014-"}, None),
        ({"years": "-2014"}, ("years", "-2014")),
        ({"years": "2014-2020-2024"}, ("years", "2014-2020-2024")),
        ({"years": "２０２０"}, ("years", "２０２０")),
        ({"years": "2_0_2_0"}, ("years", "2_0_2_0")),
        ({"years": "9" * 5000}, ("years", "9" * 5000)),
        ({"lang": "fr"}, ("lang", "fr")),
        ({"comparable": "yes", "zzz": "1"}, None),
    ],
)
def test_what_is_not_known_is_left_out_and_told(address: Mapping[str, str], left_out):
    """The rest of the address stays in force."""
    selection, problems = read({"place": "211282", **address}, KNOWN)

    assert ([LeftOut(*left_out)] if left_out else []) == problems
    assert ("place" in address and left_out is not None) != (selection.place == "211282")


def test_what_holds_anyway_is_not_written():
    """The shortest address of a view is the one that people copy."""
    assert {} == Selection().to_params()
    assert {"lang": "zh"} == Selection(language="zh").to_params("en")
    assert {"place": "211282"} == Selection(place="211282", language="en").to_params("en")


def test_another_page_gets_the_shared_filters_only():
    """An observation, a family or a footing belongs to its own page."""
    chosen = Selection(place="211282", comparable_only=True, own={"obs": "kaiyuan-1"})

    assert replace(chosen, own={}) == chosen.without_own()
    assert {"obs": "kaiyuan-1"} == chosen.own


@given(selections())
def test_an_address_stays_readable(selection):
    """Lists are joined without a character that an address must escape."""
    shared = {name: value for name, value in selection.to_params().items() if name in SHARED_NAMES}

    assert set(chain.from_iterable(shared.values())) <= set("abcdefghijklmnopqrstuvwxyz0123456789-_.")


@pytest.mark.parametrize(("span", "text"), [(None, ""), ((2020, 2020), "2020"), ((2014, 2024), "2014-2024")])
def test_years_text(span, text):
    assert text == years_text(span)


def test_an_address_of_before_leads_to_the_place_of_today():
    """Also beside ours; what no place ever was is named, as it stands there."""
    known = replace(KNOWN, today=lambda code: {"150525-tuchengzi": "150525206"}.get(code, code))

    selection, problems = read({"place": "150525-tuchengzi", "with": "630102.150525-tuchengzi.1"}, known)

    assert ("150525206", ("630102",)) == (selection.place, selection.beside)
    assert [LeftOut("with", "1")] == problems


@pytest.mark.parametrize("which", ["latest", "most"])
def test_a_choice_among_years_stays_in_the_address(which):
    """Neither is a year, and neither is left out."""
    selection, problems = read({"years": which}, KNOWN)

    assert (None, which, []) == (selection.years, selection.which, problems)
    assert {"years": which} == selection.to_params()


@pytest.mark.parametrize("name", ["from", "isappinstalled", "utm_source", "UTM_Medium", "fbclid", "share_token", "_t"])
def test_what_a_messenger_adds_to_a_link_is_passed_over(name: str) -> None:
    """WeChat adds from=singlemessage: the reader of the link can do nothing about it."""
    params = {"place": "630102", name: "singlemessage"}
    selection, problems = read(params, KNOWN)

    assert ([], {}, {"place": "630102"}) == (problems, dict(selection.own), selection.to_params())


@pytest.mark.parametrize("name", ["form", "utm", "plaec", "sharing", "fromm", "wx"])
def test_a_misspelt_name_stays_and_is_told(name: str) -> None:
    selection, _ = read({name: "x"}, KNOWN)

    assert [LeftOut(name, f"{name}=x")] == page_entry("compare").unknown(selection.own)


def test_no_page_has_a_parameter_that_messengers_add() -> None:
    assert [] == [name for page in PAGES for name in (*SHARED_NAMES, *page.parameters) if is_added(name)]


def test_a_place_beside_itself_is_told():
    """Alone, others stand there whom nobody chose; among others it is one name too many. No code is called unknown."""
    alone, told = read({"place": "211282", "with": "211282"}, KNOWN)
    among, untold = read({"place": "211282", "with": "211282.630102"}, KNOWN)

    assert ((), ("630102",), []) == (alone.beside, among.beside, untold)
    assert "本地自身" in problem_sentence(told, words("zh"))
    assert "211282" not in problem_sentence(told, words("en"))
    both = problem_sentence([*told, LeftOut("show", "zzz")], words("en"))
    assert "beside itself" in both
    assert "zzz" in both
