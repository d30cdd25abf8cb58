"""Every page with every two parameters that any page writes: each value shown is the store's for its place and year.

What one page writes into the address goes along to the next. A value is read off the page, with the observation that it
leads to, and held against the store by place, indicator, year and number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from math import isclose

import pytest
from conftest import shipped_dataset
from drawn import cards, figures, html, matrix, opened, served, table, text  # noqa: F401 (a fixture)

from faheng.checks.arithmetic.flow import FLOW
from faheng.measures import Footing
from faheng.model import Severity
from faheng.views.cached import AskedCells, AskedYears, cells
from faheng.views.catalogue import catalogue
from faheng.views.pages import COVERAGE, DRAFT, PAGES
from faheng.views.selection import SHARED_NAMES
from faheng.words.catalogue import words
from faheng.words.periods import cell_period_text
from faheng.words.values import cell_text

pytestmark = pytest.mark.usefixtures("served")
PLACES = sorted({each.locality_code for each in shipped_dataset().reports})
YEARS = list(range(2005, 2030))
Address = dict[str, str]
# Each parameter with the values that pages write; "" stands for a parameter that is not there.
WRITTEN: dict[str, list[str]] = {
    "years": ["", "2015-2024", "2016-2020", "2020"],
    "place": ["", "211282", "630102"],
    "show": ["", "congress_proposals.legal_aid_cases", "online_handling_rate", "reconsideration_accepted"],
    "with": ["", "630102.210100", "440311"],
    "peers": ["", "similar_population", "none"],
    "comparable": ["", "1"],
    "residents": ["", "1"],
    "yearly": ["", "1"],
    "family": ["", "1"],
    "level": ["", "county"],
    "province": ["", "440000"],
    "theme": ["", "litigation"],
    "everywhere": ["", "1"],
    "severity": ["", Severity.CONTRADICTION.value],
    "check": ["", FLOW.name],
    "of": ["", DRAFT],
    "q": ["", "出庭"],
    "lang": ["", "en"],
    "chart": ["", "spread", "spine", "tiles"],
    "part": ["", COVERAGE],
}


def in_pairs(factors: dict[str, list[str]]) -> Iterator[Address]:
    """Addresses in which every two values of different parameters stand together at least once (a covering array)."""
    values = [(name, value) for name, several in factors.items() for value in several]
    left = {frozenset(pair) for pair in combinations(values, 2) if pair[0][0] != pair[1][0]}
    while left:
        first = min(sorted(pair) for pair in left)
        chosen = dict(first)
        for name, several in factors.items():
            if name not in chosen:
                met = {value: sum(frozenset(((name, value), other)) in left for other in chosen.items())
                       for value in several}  # fmt: skip
                chosen[name] = max(several, key=lambda value, met=met: met[value])  # type: ignore[misc]
        left -= {frozenset(pair) for pair in combinations(chosen.items(), 2)}
        yield {name: value for name, value in chosen.items() if value}


ADDRESSES = list(in_pairs(WRITTEN))


def test_the_addresses_hold_every_parameter_and_every_pair() -> None:
    """obs and report name one of their kind, briefing a plan: these have tests of their own."""
    known = {name for page in PAGES for name in page.parameters} | set(SHARED_NAMES)
    pairs = {frozenset(pair) for address in ADDRESSES for pair in combinations(address.items(), 2)}

    assert known - {"obs", "briefing", "report"} == set(WRITTEN)
    assert frozenset((("years", "2015-2024"), ("show", "online_handling_rate"))) in pairs
    assert len(ADDRESSES) < 40


@dataclass(frozen=True)
class Held:
    """What the store says of an observation in a row of an indicator."""

    place: str
    indicator: str
    year: int | None
    period: str
    text: str
    value: float | None


@cache
def held(language: str, footing: Footing) -> dict[str, list[Held]]:
    """Observation -> the cells that it fills, its own and those where it stands in, of all places and years."""
    say, found = words(language), dict[str, list[Held]]()
    every = cells(AskedCells(tuple(PLACES), tuple(each.id for each in catalogue(language)), language,
                             AskedYears(tuple(YEARS))))  # fmt: skip
    for cell in every:
        if cell.observation_id:
            shown = footing.of([cell])[0]
            line = Held(cell.locality, cell.indicator, cell.year, cell_period_text(cell, say), cell_text(shown, say),
                        shown.value)  # fmt: skip
            found.setdefault(cell.observation_id, []).append(line)
    return found


def footing_of(address: Address) -> Footing:
    return Footing("residents" in address, "yearly" in address)


def span_of(address: Address) -> tuple[int, int]:
    first, _, last = address.get("years", "2005-2029").partition("-")
    return int(first), int(last or first)


def shown_in_matrix(markup: str) -> Iterator[tuple[str, str, str, str, str]]:
    """Observation, indicator, place, value and period of each cell of the overview's matrix that has a value."""
    places = [text(each) for each in re.findall(r"<th scope=\"col\".*?</th>", markup)][1:]
    for line in markup.split("<tr>")[2:]:
        indicator = text(re.findall(r"<th scope=\"row\">.*?</th>", line)[0])
        fields = re.findall(r"<td.*?</td>", line)
        for place, field in zip(places, fields, strict=True):
            link = re.search(r"<a [^>]*obs=(\w+)[^>]*>(.*?)</a>", field)
            period = re.search(r"class=\"fh-period\">(.*?)</span>", field)
            if link and period:
                yield link[1], indicator, place, text(link[2]), text(period[1])


def shown_in_tables(app: object, language: str) -> Iterator[tuple[str, str, str, str]]:
    """Observation, place, value and period of each row of the charts' tables."""
    say = words(language)
    for markup in html(app):  # type: ignore[arg-type]
        for body in re.findall(r"<table class=\"fh-matrix fh-plain\">.*?</table>", markup):
            heads = [text(each) for each in re.findall(r"<th .*?</th>", body)]
            for line in body.split("<tr>")[2:]:
                fields = dict(zip(heads, re.findall(r"<td.*?</td>", line), strict=True))
                link = re.search(r"obs=(\w+)", fields.get(say("Value"), ""))
                if link and say("Period") in fields:
                    yield link[1], *(text(fields[say(name)]) for name in ("Place", "Value", "Period"))


def wrong(shown: Sequence[str], line: Sequence[Held], *, names: Sequence[str]) -> bool:
    """Whether no cell of the store says all of it."""
    return not any(list(shown) == [getattr(each, name) for name in names] for each in line)


@pytest.mark.parametrize(
    "address", ADDRESSES, ids=lambda address: "&".join(f"{k}={v}" for k, v in address.items())[:90]
)
def test_what_a_page_shows_is_the_store_s(address: Address) -> None:
    """No exception on any page; on those with figures no value under another name or year."""
    language = address.get("lang", "zh")
    apps = {page.name: opened(page.name, **address) for page in PAGES}

    assert {} == {name: app.exception[0].value for name, app in apps.items() if app.exception}
    check_overview(apps["overview"], address, held(language, Footing()))
    for name in ("compare", "trends"):
        footing = footing_of(address) if name == "compare" else Footing()
        form = address.get("chart", "") if name == "compare" else ""
        if form != "spine":  # its rows are indicators, and its marks stand by ranks
            check_charts(apps[name], address, held(language, footing), one_a_place=name == "compare", marks=not form)


def check_overview(app: object, address: Address, store: dict[str, list[Held]]) -> None:
    """One cell at each crossing, of the right place, indicator, value and period, within the years asked for."""
    markup = next(body for body in html(app) if '<table class="fh-matrix">' in body)  # type: ignore[arg-type]
    first, last = span_of(address)
    shown = list(shown_in_matrix(markup))
    names = ("indicator", "place", "text", "period")

    assert [] == [each for each in shown if wrong(each[1:], store[each[0]], names=names)]
    assert [] == [each for each in shown if not first <= (year_of(each[0], each[1], store) or 0) <= last]
    assert len({(indicator, place) for _, indicator, place, _, _ in shown}) == len(shown)


def year_of(observation: str, indicator: str, store: dict[str, list[Held]]) -> int | None:
    return next((each.year for each in store[observation] if each.indicator == indicator), None)


def check_charts(
    app: object, address: Address, store: dict[str, list[Held]], *, one_a_place: bool, marks: bool
) -> None:
    """The tables and, where they lie by their values, the marks of the charts; a comparison has each place once."""
    language, (first, last) = address.get("lang", "zh"), span_of(address)
    shown = list(shown_in_tables(app, language))

    assert [] == [each for each in shown if wrong(each[1:], store[each[0]], names=("place", "text", "period"))]
    assert [] == [each for each in shown if not any(first <= (one.year or 0) <= last for one in store[each[0]])]
    for figure in figures(app) if marks else ():  # type: ignore[arg-type]
        labels = labels_of(figure)
        for observation, ends in marks_of(figure):
            line = store[observation]
            if observation.startswith("i") and observation not in labels:
                continue  # the other end of what a growth implies has no label
            # A bar that leaves the others no room is cut, and its label says the value.
            assert any(
                stands_at(one.value, ends) or one.text.split(" ")[0] in labels.get(observation, "") for one in line
            )
    if one_a_place:
        for markup in html(app):  # type: ignore[arg-type]
            names = [line[0] for line in rows_of(markup)]
            assert len(set(names)) == len(names)


def stands_at(value: float | None, ends: tuple[float, float]) -> bool:
    """Whether the mark stands at the value along one of the axes."""
    return value is not None and any(isclose(value, end, rel_tol=1e-9) for end in ends)


def rows_of(markup: str) -> list[list[str]]:
    """The fields of each row of a chart's table."""
    bodies = re.findall(r"<table class=\"fh-matrix fh-plain\">.*?</table>", markup)
    lines = [line for body in bodies for line in body.split("<tr>")[2:]]
    return [[text(field) for field in re.findall(r"<td.*?</td>", line)] for line in lines]


def marks_of(figure: dict) -> Iterator[tuple[str, tuple[float, float]]]:
    """The observation that a mark leads to, and where the mark stands."""
    for trace in figure["data"]:
        parts = (trace.get(name) or [] for name in ("customdata", "x", "y"))
        for custom, x, y in zip(*parts, strict=False):
            observation = custom[0] if isinstance(custom, list) else custom
            if observation and x is not None and y is not None:
                yield observation, (x, y)


def labels_of(figure: dict) -> dict[str, str]:
    """Observation -> what is written beside its mark."""
    labels: dict[str, str] = {}
    for trace in figure["data"]:
        for custom, label in zip(trace.get("customdata") or [], trace.get("text") or [], strict=False):
            labels[custom[0] if isinstance(custom, list) else custom] = text(str(label))
    return labels


def test_a_span_taken_from_the_trends_to_the_overview() -> None:
    """The years of the slider go along: as many places as headings, each value under its own."""
    asked = {"place": "440308", "years": "2015-2024", "with": "630102.211282.511781"}
    shown = matrix(opened("overview", **asked))

    assert all(len(line) == len(next(iter(shown.values()))) for line in shown.values())
    assert "100%" in shown["行政机关负责人出庭应诉率"]["盐田"]
    assert "72.7%" in shown["行政机关负责人出庭应诉率"]["城东"]
    assert "各地取2015—2024年中最近一年的数。" in " ".join(map(text, html(opened("overview", **asked))))


def test_a_span_on_the_page_of_comparison_has_each_place_once() -> None:
    """And says which year it takes."""
    app = opened("compare", place="440308", years="2015-2024", show="court_appearance_rate")
    names = [row["地区"] for row in table(app)]

    assert len(set(names)) == len(names) >= 3
    assert "各地取2015—2024年中最近一年的数。" in " ".join(map(text, html(app)))


def test_the_cards_of_a_span_are_of_its_latest_year() -> None:
    """城东 of 2020 within 2016–2021, and nothing before it."""
    assert "72.7% 2020年" in cards(opened("overview", place="630102", years="2016-2021"))[0]
    assert "72.7%" not in cards(opened("overview", place="630102", years="2014-2019"))[0]
