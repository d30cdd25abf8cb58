"""Odd addresses through the pages: each is drawn to its end, says nothing made up, and tells what it left out."""

from __future__ import annotations

import re
from functools import cache

import pytest
from conftest import shipped_dataset
from damaged import share
from drawn import opened, served, words_on  # noqa: F401 (a fixture)
from odd_addresses import ADDED, RIGHT, OddAddress, odd_address

from faheng.checks.registry import CHECKS
from faheng.model import Level, Severity
from faheng.views.cached import column
from faheng.views.pages import PAGES
from faheng.views.selection import SHARED_NAMES
from faheng.views.view import known

pytestmark = [pytest.mark.usefixtures("served"), pytest.mark.stress]
NUMBERS = share(1200, 35)
# As Python and JavaScript write what is not there.
NOTHING = re.compile(r"(?<![\w.{}])(None(?! of)|nan|NaN|NaT|undefined|null|inf|Infinity)(?![\w.{}])")
LEFT_OUT = re.compile("不在数据库中，已略去|which this store does not hold; it was left out")


@pytest.mark.parametrize("number", NUMBERS)
def test_an_odd_address_is_a_page(number: int) -> None:
    """No exception, nothing that is not there, one sentence where something was left out and none where nothing was."""
    address = odd_address(number)
    app = opened(address.page, **address.parameters)

    assert [] == [each.value for each in app.exception], address
    told = [each.value for each in app.warning if LEFT_OUT.search(each.value)]
    assert len(told) == bool(left_out(address)), (address, told)
    assert all(len(each) < 2100 for each in told)
    asked = " ".join(address.parameters.values())
    made_up = [each for each in NOTHING.findall(words_on(app)) if each not in asked and each not in address.query]
    assert [] == made_up, address

    other = PAGES[(number // 7) % len(PAGES)].name
    after = app.switch_page(f"pages/{other}.py").run()
    assert [] == [each.value for each in after.exception], (other, address)


@cache
def held() -> dict[str, set[str]]:
    """What each parameter may say of which the page knows all values."""
    store, places = known(), shipped_dataset().places
    return {
        "place": {*places.localities, *places.aliases}, "province": set(store.provinces), "theme": set(store.themes),
        "level": {each.value for each in Level}, "lang": {"zh", "en"}, "show": set(store.indicators),
    }  # fmt: skip


def left_out(address: OddAddress) -> list[str]:
    """The parameters of which something cannot be used, by the rules of the house told once more."""
    given, told = address.parameters, held()
    wrong = [
        name for name in ("place", "province", "level", "theme", "lang") if given.get(name, "") not in {"", *told[name]}
    ]
    for name, values in (("with", told["place"]), ("show", told["show"])):
        wrong += [name] if {*given.get(name, "").split(".")[:40]} - {"", *values} else []
    if given.get("years") and not right_years(given["years"]):
        wrong.append("years")
    page = next(each for each in PAGES if each.name == address.page)
    wrong += [name for name in given if given[name] and name not in {*SHARED_NAMES, *page.parameters, *ADDED}]
    of_page = {"severity": {*Severity}, "check": {*CHECKS}, "peers": {"none", *groups()}, "of": {"draft"},
               "chart": {"ranking", "spread", "tiles", "spine"}, "part": {"coverage"}}  # fmt: skip
    return wrong + [
        name for name in page.parameters if given.get(name) and given[name] not in of_page.get(name, given[name])
    ]


def right_years(text: str) -> bool:
    """Years that the store holds: one, or the first and the last."""
    typed = re.fullmatch(r"([0-9]{4})(?:-([0-9]{4})?)?", text)
    return bool(typed) and all(int(year) in years_held() for year in typed.groups() if year)


@cache
def years_held() -> range:
    return known().years


@cache
def groups() -> set[str]:
    return set(column("pages/filters__peers", language="zh"))


def test_the_addresses_are_many_and_odd() -> None:
    """Every page, every parameter, and most of them have something that must be told."""
    addresses = [odd_address(number) for number in range(1200)]
    names = {name for each in addresses for name in each.parameters}

    assert 1150 < len({each.query for each in addresses})
    assert {page.name for page in PAGES} == {each.page for each in addresses}
    assert {*SHARED_NAMES, *(name for page in PAGES for name in page.parameters)} <= names
    assert set(RIGHT) <= names
    assert 600 < sum(bool(left_out(each)) for each in addresses) < 1000
