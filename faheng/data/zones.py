"""Functional zones that people added by hand, beside those of zones.csv: the same lines, checked the same way."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from faheng.data.cells import row_of
from faheng.data.place_table import PlaceTable
from faheng.data.places import HEADERS, Places, zone
from faheng.errors import Problem

__all__ = ["ZONES", "ZoneLine", "is_zone_name", "with_zones", "zone_line"]

ZONES = "reference/zones.csv"
# The columns of zones.csv.
ZoneLine = Mapping[str, str]
# A code stands in addresses, where a full stop parts one place from the next.
_NAME = re.compile(r"[\w\uff08\uff09()\u00b7-]{2,40}")


def is_zone_name(name: str) -> bool:
    """Whether a zone may be called so: letters, digits, brackets and hyphens, two to forty of them."""
    return _NAME.fullmatch(name) is not None and any(sign.isalpha() for sign in name)


def zone_line(parent: str, name: str) -> ZoneLine:
    """The line of zones.csv of a zone of this name in this place."""
    said = {"code": f"{parent}-{name}", "name_zh": name, "parent_code": parent}
    return {column: said.get(column, "") for column in HEADERS["zones"]}


def with_zones(places: Places, lines: Sequence[ZoneLine]) -> Places:
    """The places and the zones of the lines; one that the tables know by now, or whose parent is gone, is left out."""
    held = places.localities
    new = [line for line in lines if line["code"] not in held and line["parent_code"] in held]
    if not new:
        return places
    problems: list[Problem] = []
    made = [zone(row_of(line, ZONES, problems), held, {}, places.names) for line in new]
    if not isinstance(held, PlaceTable):
        return replace(places, localities={**held, **{each.code: each for each in made}})
    table = held.copy()
    for each in made:
        table.put(each)
    return replace(places, localities=table)
