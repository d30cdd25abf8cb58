"""Short reports of any place of the country, in the forms that titles take, for the tests of recognition."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass

from faheng.model import Level, Locality

# {chain}: the places above, as titles write them; {name}: the place; {year}: the year of the report.
TITLES = (
    "{chain}{name}人民政府关于{year}年法治政府建设情况的报告",
    "{chain}{name}{year}年法治政府建设年度报告",
    "{chain}{name}{year}年度法治政府建设工作情况报告",
    "中共{chain}{name}委员会 {chain}{name}人民政府关于{year}年度法治政府建设情况的报告",
    "{chain}{name}{year}年法治政府建设工作总结",
    "关于{chain}{name}{year}年度法治政府建设情况的报告",
    "{year}年{chain}{name}法治政府建设工作报告",
    "{chain}{name}人民政府{year}年度推进法治政府建设工作报告",
)
OPENINGS = (
    "{year}年,{name}坚持以习近平法治思想为指导,在{above}的正确领导下,扎实推进法治政府建设。现将有关情况报告如下。",
    "{year}年,{name}深入贯彻落实中央和{above}关于法治政府建设的决策部署,各项工作取得新成效。现报告如下:",
    "现将{name}{year}年法治政府建设工作情况报告如下。",
    "{year}年,我{kind}在{above}党委、政府的坚强领导下,全面推进依法行政。现将工作情况报告如下:",
)
BODY = (
    "一、主要工作\n(一)健全依法行政制度。全年审查行政规范性文件{a}件,审查合同{b}份。\n"
    "(二)依法化解矛盾。受理行政复议案件{c}件,调解矛盾纠纷{b}件。\n二、下一步工作\n继续加强法治宣传教育。\n"
)
SIGNATURES = ("{name}人民政府\n{next}年3月2日\n", "{next}年2月20日\n", "")


@dataclass(frozen=True)
class PlaceText:
    """A text and the place that it is of."""

    code: str
    title: str
    text: str


def text_of(place: Locality, places: Mapping[str, Locality], dice: random.Random) -> PlaceText:
    """A report of the place. A township, and a name that others share, stand with the places above them."""
    chain = chain_of(place, places, dice)
    year = dice.randrange(2019, 2026)
    above = places[place.parent_code].name_zh if place.parent_code in places else "中央"
    words = {"chain": chain, "name": called(place), "year": year, "next": year + 1, "above": above,
             "kind": kind_of(place), "a": dice.randrange(2, 30), "b": dice.randrange(20, 300),
             "c": dice.randrange(1, 200)}  # fmt: skip
    title = dice.choice(TITLES).format(**words)
    parts = (dice.choice(OPENINGS), BODY, dice.choice(SIGNATURES))
    return PlaceText(place.code, title, "\n".join([title, *(each.format(**words) for each in parts)]))


def chain_of(place: Locality, places: Mapping[str, Locality], dice: random.Random) -> str:
    """The names above, the nearest always for a township, else as titles have them: none, the city, or all."""
    above = []
    code = place.parent_code
    while code in places and places[code].level != Level.COUNTRY:
        above.append(places[code].name_zh)
        code = places[code].parent_code
    least = 1 if place.level == Level.TOWNSHIP else 0
    return "".join(reversed(above[: dice.randrange(least, len(above) + 1)]))


def called(place: Locality) -> str:
    """The name; a subdistrict reports as its office."""
    return place.name_zh


def kind_of(place: Locality) -> str:
    """What a place calls itself: 我县."""
    return "街道" if place.name_zh.endswith("街道") else place.name_zh[-1]
