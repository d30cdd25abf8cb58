"""Distribution, map and spine with every two filters that any page writes: each mark is the store's for what it names.

A dot stands at the value of the observation that it leads to, a tile says the value of the place whose page it opens,
and a line of the spine the value of the indicator it is named for, on the side of the median on which that value lies.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from math import isclose

import pytest
from drawn import figures, html, opened, served, text  # noqa: F401 (a fixture)
from test_pages_addresses import Address, Held, held, in_pairs, span_of, stands_at

from faheng.measures import Footing
from faheng.ui.view import ChosenPlace
from faheng.views.cached import records
from faheng.views.catalogue import entry

pytestmark = pytest.mark.usefixtures("served")
GUANGDONG, YANTIAN = "440000", "440308"
WRITTEN: dict[str, list[str]] = {
    "chart": ["spread", "tiles", "spine"],
    "place": [GUANGDONG, YANTIAN, "530000"],
    "show": ["congress_proposals", "consultative_proposals", "litigation_cases"],
    "years": ["", "2015-2024", "2024"],
    "with": ["", "440311", "430000.330000"],
    "comparable": ["", "1"],
    "residents": ["", "1"],
    "level": ["", "province"],
    "province": ["", "440000"],
}
ADDRESSES = list(in_pairs(WRITTEN))
Store = dict[str, list[Held]]
Figure = dict[str, list[dict]]


def footing_of(address: Address) -> Footing:
    """A spine has each indicator as it is stated, whatever the address says for a chart of one."""
    return Footing("residents" in address and address["chart"] != "spine")


def pieces(trace: dict, *names: str) -> list[tuple]:
    """What a trace says of each mark under these names; all are as long as each other."""
    return list(zip(*(trace[name] for name in names), strict=True))


def traces(figure: Figure, name: str) -> list[dict]:
    return [each for each in figure["data"] if each.get("name") == name]


def words_of(label: str) -> str:
    return text(label.replace("<br>", " "))


def number(said: str) -> float:
    return float(said.replace(",", "").rstrip("%"))


def spoken(said: str) -> float:
    """The number that a label says, which may count in tens of thousands."""
    found = re.search(r"([\d.,]+) ?(万|亿)?", said)
    assert found, said
    return number(found[1]) * {"万": 1e4, "亿": 1e8}.get(found[2], 1)


def wrong_dots(figure: Figure, address: Address, store: Store) -> list[str]:
    """Dots of a distribution that stand elsewhere, or say another place, than the store."""
    first, last = span_of(address)
    wrong = []
    for trace in figure["data"]:
        for custom, x, said in zip(trace.get("customdata") or [], trace.get("x") or [], trace.get("hovertext") or [],
                                   strict=False):  # fmt: skip
            observation = custom[0] if isinstance(custom, list) else custom
            right = [
                one for one in store.get(observation or "", [])
                if stands_at(one.value, (x, x)) and one.place in said and first <= (one.year or 0) <= last
            ]  # fmt: skip
            if observation and not right:
                wrong.append(f"{observation} at {x}: {said}")
    return wrong


def wrong_tiles(figure: Figure, address: Address, store: Store) -> list[str]:
    """Tiles whose name, value or place on the map is another's."""
    first, last = span_of(address)
    (bars,), (labels,) = traces(figure, "tiles"), traces(figure, "labels")
    codes = [custom[0].partition("=")[2] for custom in bars["customdata"]]
    names = {each.code: each.short for each in records(ChosenPlace, "pages/filters__named", codes=codes, language="zh")}
    indicator = entry(address["show"], "zh").name
    values = {(one.place, one.text) for lines in store.values() for one in lines
              if one.indicator == indicator and first <= (one.year or 0) <= last}  # fmt: skip
    wrong = []
    for code, x, base, said, at, below, label in zip(
        codes, bars["x"], bars["base"], bars["hovertext"], labels["x"], labels["y"], labels["text"], strict=True
    ):
        name, _, value = re.sub(r"</?b>", "", said.split("<br>")[0]).partition("\u3000")
        shown = words_of(label).split()
        told = (name, value) in values or not re.search(r"\d", value)
        beside = len(shown) < 2 or shown[-1] in value or "万" in shown[-1] or not shown[-1][0].isdigit()
        if names[code] != name or not told or not beside or x != at or not base < below < base + 1:
            wrong.append(f"{code} {said} {label}")
    return wrong


def wrong_lines(figure: Figure, address: Address, store: Store) -> list[str]:
    """Lines of a spine with a value of another indicator or place, or on the wrong side of the median."""
    first, last = span_of(address)
    axis = figure["layout"]["yaxis"]
    names = dict(zip(axis["tickvals"], map(words_of, axis["ticktext"]), strict=True))
    median = re.compile(r"中位数 ([\d.,]+(?: ?[万亿])?)")
    wrong = []
    for trace in traces(figure, "values"):
        for custom, x, y, said in pieces(trace, "customdata", "x", "y", "text"):
            middle = median.search(names[y])
            right = [
                one for one in store[custom[0]]
                if names[y].replace(" ", "").startswith(one.indicator.replace(" ", ""))
                and isclose(spoken(said), one.value or 0.0, rel_tol=0.01)
                and first <= (one.year or 0) <= last
                and middle and on_its_side(x, one.value or 0.0, spoken(middle[1]))
            ]  # fmt: skip
            if not right:
                wrong.append(f"{custom[0]} at {x}: {names[y]} {said}")
    return wrong


def on_its_side(x: float, value: float, median: float) -> bool:
    """Whether the dot lies left of the median for less, right of it for more."""
    return isclose(value, median, rel_tol=1e-3) or (x > 0) == (value > median)


CHECKS: dict[str, Callable[[Figure, Address, Store], list[str]]] = {
    "spread": wrong_dots, "tiles": wrong_tiles, "spine": wrong_lines,
}  # fmt: skip


@pytest.mark.parametrize("address", ADDRESSES, ids=lambda each: "&".join(f"{k}={v}" for k, v in each.items())[:90])
def test_marks_are_the_store_s(address: Address) -> None:
    """With every filter; where there is too little to draw, a sentence stands in its place."""
    app = opened("compare", **address)
    drawn = figures(app)

    assert not app.exception
    assert drawn or app.info or any("fh-lead" in each for each in html(app))
    for figure in drawn:
        assert [] == CHECKS[address["chart"]](figure, address, held("zh", footing_of(address)))


@pytest.mark.parametrize(
    ("address", "least"),
    [
        ({"chart": "spread", "place": GUANGDONG, "show": "congress_proposals"}, 15),
        ({"chart": "tiles", "place": GUANGDONG, "show": "congress_proposals"}, 31),
        ({"chart": "spine", "place": YANTIAN}, 5),
    ],
)
def test_the_walk_has_marks_to_look_at(address: Address, least: int) -> None:
    """And a mark that is moved, or given another's name, is found."""
    (figure,) = figures(opened("compare", **address))
    store, check = held("zh", Footing()), CHECKS[address["chart"]]
    (trace,) = [each for each in figure["data"] if each.get("customdata")]

    assert least <= len(trace["customdata"])
    assert [] == check(figure, address, store)
    trace["customdata"] = [*trace["customdata"][1:], trace["customdata"][0]]
    assert len(check(figure, address, store)) >= least - 1
