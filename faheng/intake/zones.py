"""The functional zones that people added: which there are, and what reading and review go by with them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from faheng.data.zones import ZoneLine, is_zone_name, with_zones, zone_line
from faheng.errors import CannotDecide
from faheng.intake.state import undone_by
from faheng.ledger.event import Event, EventKind
from faheng.model import Level
from faheng.paths import DATA
from faheng.reading.about.places import Gazetteer
from faheng.reading.lexicon import Lexicon, kept

__all__ = ["AddedZone", "added_zones", "lexicon_with", "new_zone"]


@dataclass(frozen=True)
class AddedZone:
    """A functional zone: the code of the place that it lies in, and its name."""

    parent: str
    name: str

    @property
    def line(self) -> ZoneLine:
        """As zones.csv has it."""
        return zone_line(self.parent, self.name)

    @property
    def code(self) -> str:
        """The parent's with its name."""
        return self.line["code"]


def added_zones(events: Iterable[Event]) -> tuple[AddedZone, ...]:
    """Those that the events added and nobody took back. events: at least all that are of no report."""
    every = list(events)
    undone = undone_by(every)
    placed = (each.detail for each in every if each.kind is EventKind.PLACED and each.number not in undone)
    return tuple(dict.fromkeys(AddedZone(told["parent"], told["name"]) for told in placed))


@lru_cache(maxsize=2)
def lexicon_with(state: str, zones: tuple[AddedZone, ...]) -> Lexicon:
    """What is read by in this state of data/, the zones among its places: they are found in texts as well."""
    lexicon = kept(DATA, state)
    places = with_zones(lexicon.reference.places, [each.line for each in zones])
    if places is lexicon.reference.places:
        return lexicon
    reference = replace(lexicon.reference, places=places)
    return replace(lexicon, reference=reference, gazetteer=Gazetteer.over(reference.localities))


def named_in(parent: str, name: str, gazetteer: Gazetteer) -> str:
    """The code of the place right below the parent that has this full name; "" where there is none."""
    found = (named for named in gazetteer.named_in(name) if named.full)
    # The span of a name may reach beyond the end of a short text.
    whole = (named.codes for named in found if name[named.span.start : named.span.end] == name)
    below = (code for codes in whole for code in sorted(codes) if gazetteer.localities[code].parent_code == parent)
    return next(below, "")


def new_zone(parent: str, name: str, lexicon: Lexicon) -> AddedZone:
    """The zone that somebody wants to add. Raises CannotDecide: no name, a name that is none, known, parent unknown."""
    name, reference = "".join(name.split()), lexicon.reference
    if not name:
        raise CannotDecide("the zone", "it has no name", "write its name")
    if not is_zone_name(name):
        raise CannotDecide(name[:40], "a zone cannot be called so", "write two to forty letters, without full stops")
    code = reference.places.codes.get(parent, "")
    if not code or reference.localities[code].level in {Level.ZONE, Level.COUNTRY}:
        raise CannotDecide(name, f"there is no place {parent!r} for it to lie in", "give the code of a place above it")
    zone = AddedZone(code, name)
    known = reference.places.codes.get(zone.code) or named_in(code, name, lexicon.gazetteer)
    if known:
        raise CannotDecide(name, f"it is known already as {known}", "choose it instead")
    return zone
