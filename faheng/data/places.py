"""data/reference -> the places of the country: their levels, their other names, and what became of them.

localities.csv is the state of one day; division_changes.csv says what places were called and coded before, zones.csv
adds functional zones, places_known.csv what is known of some places beyond the rules of place_names.py. A place goes on
over a new name, a new code or a new kind (county to district), for its area stays the same; it ends where its area goes
to another place.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from faheng.data.place_lines import RANKS, ListedLines, PlaceLine, PlaceLines, SoundLines, sound_lines
from faheng.data.place_names import PlaceNames
from faheng.data.place_table import COUNTRY, NO_DETAILS, Details, Maker, PlaceCodes, PlaceTable
from faheng.data.table import Row, only_first, read_csv
from faheng.errors import Problem
from faheng.model import AreaChange, ChangeKind, Level, Locality

HEADERS = {
    "localities": ("code", "name_zh", "level", "parent_code"),
    "zones": ("code", "name_zh", "parent_code", "valid_from", "valid_to", "successor", "note"),
    "places_known": ("code", "short_zh", "name_en", "population_2020", "note"),
    "place_aliases": ("alias", "code"),
    "place_pinyin": ("word", "syllables", "note"),
    "place_kinds": ("kind", "name_en"),
    "peoples": ("people", "without_zu"),
    "place_terms": ("meaning", "theirs", "ours", "note"),
    "division_changes": ("year", "kind", "level", "old_code", "old_name", "new_code", "new_name", "place", "source"),
}
LOCALITIES = "data/reference/localities.csv"
# The changes after which the place goes on with the same area.
GOES_ON = (ChangeKind.RECODED, ChangeKind.RENAMED, ChangeKind.TO_DISTRICT, ChangeKind.TO_CITY)
Node = tuple[str, str]


@dataclass(frozen=True, eq=False)
class Places:
    """The places by code, the codes that old addresses may still use, and the rules of their other names.

    Two are the same only where they are one object: comparing 42,000 places takes longer than any use of it.
    """

    localities: Mapping[str, Locality]
    aliases: Mapping[str, str]
    names: PlaceNames

    @property
    def codes(self) -> Mapping[str, str]:
        """A code as it may be written, old ones too -> the code that the place has now."""
        return PlaceCodes(self.localities, self.aliases)


@dataclass(frozen=True)
class Step:
    """One line of division_changes.csv. old and new: code and name, "" where the line says none."""

    year: int
    kind: ChangeKind
    level: Level
    old: Node
    new: Node


# The places of the faultless files read last, by the sums of their content.
KEPT: dict[tuple[str, ...], Places] = {}


def read_places(folder: Path, problems: list[Problem]) -> Places:
    """The places that the files of the folder describe; faults are added to problems.

    The files hold 44,000 lines and change once a year: what they say is kept for as long as they stay as they are.
    """
    state = tuple(digest(folder / f"{name}.csv") for name in HEADERS)
    if state not in KEPT:
        faults: list[Problem] = []
        lines = sound_lines(folder / "localities.csv", HEADERS["localities"])
        table = {
            name: list(read_csv(folder / f"{name}.csv", header, faults))
            for name, header in HEADERS.items()
            if name != "localities" or lines is None
        }
        made = places_of(table, lines)
        if faults:
            problems += dict.fromkeys(faults)
            return made
        KEPT.clear()
        KEPT[state] = made
    return KEPT[state]


def digest(path: Path) -> str:
    """A sum of the file's content, "" where it cannot be read, which read_csv tells."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""


def places_of(table: Mapping[str, list[Row]], sound: SoundLines | None) -> Places:
    """The places of the tables by their names; every fault stands in the rows' own list of problems.

    sound: the lines of localities.csv where it has no fault; else its rows are among the tables.
    """
    check_places(table)
    names = place_names(table)
    known = {row.text("code"): row for row in table["places_known"]}
    lines: PlaceLines = sound if sound is not None else ListedLines(lines_of(table["localities"]))
    zones = {row.text("code") for row in table["zones"]}
    details = {code: (row.text("short_zh"), population(row), row.text("note")) for code, row in known.items()}
    localities = PlaceTable(lines, Maker(lines, details, names))
    steps = [step(row) for row in table["division_changes"]]
    for row in known.values():
        known_code(row, "code", zones, lines)
    add_history(localities, steps, names)
    for place in [zone(row, localities, details, names) for row in table["zones"]]:
        localities.put(place)
    join_zones_before(localities, table["zones"])
    only_first(((row, (row.text("alias"),)) for row in table["place_aliases"]), "alias")
    aliases = {row.needed("alias"): known_code(row, "code", zones, lines) for row in table["place_aliases"]}
    old_codes = {change.old_code: code for code, changes in localities.changed() for change in changes if change.joined}
    return Places(localities, {**{a: b for a, b in old_codes.items() if a not in localities}, **aliases}, names)


def known_code(row: Row, column: str, zones: Collection[str], lines: PlaceLines) -> str:
    """The cell, which must be the code of a zone or of a line."""
    return row.known(column, zones if row.text(column) in zones else lines, LOCALITIES)


def check_places(table: Mapping[str, list[Row]]) -> None:
    """A code stands once, and a parent stands at a higher level, so that every chain ends at the country."""
    rows = table.get("localities", [])
    for each in (rows, table["zones"], table["places_known"]):
        only_first(((row, (row.text("code"),)) for row in each), "code")
    rank = {row.text("code"): RANKS.get(row.text("level"), -1) for row in rows}
    for row in rows:
        parent = row.text("parent_code")
        if parent and rank.get(parent, -1) >= rank[row.text("code")] >= 0:
            fault = f"{parent!r} is of no higher level"
            row.fault("parent_code", fault, "write the code of the place that contains it")


def place_names(table: Mapping[str, list[Row]]) -> PlaceNames:
    """The rules of names, from the files of kinds, peoples and readings; English names from places_known.csv."""
    for name, key in (("place_pinyin", "word"), ("place_kinds", "kind"), ("peoples", "people")):
        only_first(((row, (row.text(key),)) for row in table[name]), key)
    kinds = {row.needed("kind"): row.text("name_en") for row in table["place_kinds"]}
    bare = [row.needed("people") for row in table["peoples"] if row.yes("without_zu")]
    return PlaceNames(
        kinds=dict(sorted(kinds.items(), key=lambda each: -len(each[0]))),
        peoples=tuple(row.text("people") for row in table["peoples"]),
        bare=tuple(bare),
        english={row.text("code"): row.text("name_en") for row in table["places_known"] if row.text("name_en")},
        readings={row.needed("word"): tuple(row.needed("syllables").split()) for row in table["place_pinyin"]},
    )


def lines_of(rows: Sequence[Row]) -> list[PlaceLine]:
    """The lines of localities.csv cell by cell, with their faults; of a code that stands twice the last."""
    parents = {row.text("code") for row in rows}
    return [
        PlaceLine(
            row.needed("code"),
            row.needed("name_zh"),
            level := row.word("level", Level),
            row.known("parent_code", parents, LOCALITIES, empty=level == Level.COUNTRY),
        )
        for row in rows
    ]


def population(row: Row) -> int | None:
    """The residents of the census of 2020 where they were checked."""
    return row.whole("population_2020", 1) if row.text("population_2020") else None


def zone(row: Row, held: Mapping[str, Locality], details: Details, names: PlaceNames) -> Locality:
    """One line of zones.csv: a functional zone, whose code is its parent's with its name."""
    name, parent = row.needed("name_zh"), row.known("parent_code", held, LOCALITIES)
    code = row.needed("code")
    if code != f"{parent}-{name}":
        row.fault("code", f"{code!r} is not made of parent and name", f"write {parent}-{name}")
    short, residents, _ = details.get(code, NO_DETAILS)
    return Locality(
        code=code,
        name_zh=name,
        short_zh=short or names.short(name),
        level=Level.ZONE,
        parent_code=parent,
        province_code=held[parent].province_code if parent in held else "",
        population_2020=residents,
        note=row.text("note"),
        valid_from=row.whole("valid_from", 1949) if row.text("valid_from") else None,
        valid_to=row.whole("valid_to", 1949) if row.text("valid_to") else None,
        successors=tuple(filter(None, [row.known("successor", held, LOCALITIES, empty=True)])),
    )


def join_zones_before(places: PlaceTable, rows: Sequence[Row]) -> None:
    """Give a district that was a zone before that change: 光明新区 became 光明区 with the same area.

    The zone's own line goes, for its reports belong to the district.
    """
    for row in rows:
        code, after = row.text("code"), row.text("successor")
        if after in places and code in places:
            old, new = places.take(code), places[after]
            change = AreaChange(old.valid_to or 0, ChangeKind.TO_DISTRICT, code, old.name_zh, joined=True)
            founded = (each for each in new.changes if each.kind != ChangeKind.FOUNDED)
            places.put(replace(new, valid_from=None, changes=(change, *founded)))


def step(row: Row) -> Step:
    """One line of division_changes.csv."""
    old = row.text("old_code"), row.text("old_name")
    new = row.text("new_code"), row.text("new_name")
    return Step(row.whole("year", 1949), row.word("kind", ChangeKind), row.word("level", Level), old, new)


def add_history(places: PlaceTable, steps: Sequence[Step], names: PlaceNames) -> None:
    """Give the places of today their changes, and add those that are no more."""
    following: dict[Node, Step] = {each.old: each for each in steps if each.kind in GOES_ON and each.old != each.new}
    changes: dict[str, list[Step]] = defaultdict(list)
    ended: dict[Node, list[Step]] = defaultdict(list)
    for each in steps:
        code = today(each.new, following, places)
        if each.old[0] and each.kind not in GOES_ON and each.kind != ChangeKind.FOUNDED:
            ended[each.old].append(each)
        if code:
            changes[code].append(each)
    for code, found in changes.items():
        places.tell(code, marked(found))
    for node, these in ended.items():
        place = dissolved(node, these, places, following, names)
        if place.code not in places:
            places.put(place)


def today(node: Node, following: Mapping[Node, Step], now: PlaceTable) -> str:
    """The code of the place that this one is today, "" where it is none."""
    seen: set[Node] = set()
    while node in following and node not in seen:
        seen.add(node)
        node = following[node].new
    code, name = node
    return code if code in now and now.name(code) == name else ""


def marked(found: Sequence[Step]) -> tuple[AreaChange, ...]:
    """The changes in the order of years; one goes on with the same area unless another place joined in that year."""
    redrawn = {each.year for each in found if each.kind in {ChangeKind.MERGED, ChangeKind.REDRAWN}}
    ordered = sorted(found, key=lambda each: (each.year, each.old[0]))
    return tuple(
        AreaChange(each.year, each.kind, *each.old, joined=each.kind in GOES_ON and each.year not in redrawn)
        for each in ordered
    )


def dissolved(
    node: Node, steps: Sequence[Step], now: PlaceTable, following: Mapping[Node, Step], names: PlaceNames
) -> Locality:
    """A place that is no more: until which year it was, and what it went into.

    Its code is kept where no other place has it now, else its name is added.
    """
    code, name = node
    last = max(steps, key=lambda each: each.year)
    parent = next((each for each in (code[:4] + "00", code[:2] + "0000") if each in now and each != code), COUNTRY)
    after = (today(each.new, following, now) for each in steps)
    return Locality(
        code=f"{code}-{name}" if code in now else code,
        name_zh=name,
        short_zh=names.short(name),
        level=last.level,
        parent_code=parent,
        province_code=now[parent].province_code if parent in now else "",
        population_2020=None,
        note="",
        valid_to=last.year,
        successors=tuple(dict.fromkeys(filter(None, after))),
    )
