"""The peers of a place in words: which place ours has among them, and where they lie."""

from __future__ import annotations

from faheng.model import Peers, Unit
from faheng.words.catalogue import Words
from faheng.words.values import Amount, value_text

__all__ = ["ends_among", "peers_needed", "place_among", "place_briefly", "spine_text", "within_sentence"]

_DECIMALS = 2


def place_among(peers: Peers, better: str, say: Words) -> str:
    """The place, "3rd of 31", a range where intervals overlap or values tie; "" with too few peers.

    A range from the first to the last is no place: then ours is level with all.

    better: "higher" or "lower"; where neither is better the places are counted from the most, and the words say so.
    """
    ends = ends_among(peers, better)
    if ends is None or peers.median is None:
        return ""
    low, high = ends
    if (low, high) == (1, peers.places + 1):
        return say("level with all {n} ({peers})", n=high, peers=within_sentence(peers.peers, say))
    place = str(low) if low == high else say("{low}–{high}", low=low, high=high)
    named = {"rank": place, "n": peers.places + 1, "peers": within_sentence(peers.peers, say)}
    if better:
        return say("rank {rank} of {n} ({peers})", **named)
    return say("number {rank} of {n} from the most ({peers})", **named)


def place_briefly(peers: Peers, better: str, say: Words) -> str:
    """The same under a head that names the peers: "rank 6 of 6", "number 8 of 8 from the most"; "" with too few."""
    ends = ends_among(peers, better)
    if ends is None or peers.median is None:
        return ""
    (low, high), n = ends, peers.places + 1
    if (low, high) == (1, n):
        return say("level with all {n}", n=n)
    place = str(low) if low == high else say("{low}–{high}", low=low, high=high)
    if better:
        return say("rank {rank} of {n}", rank=place, n=n)
    return say("number {rank} of {n} from the most", rank=place, n=n)


def peers_needed(peers: Peers, say: Words) -> str:
    """Why our value has no place among the peers: too few of them compare; "" with enough."""
    if peers.median is not None:
        return ""
    return say(
        "{peers}: {n} with a comparable value; a place takes {least}.",
        peers=peers.peers, n=peers.places, least=peers.least_peers,
    )  # fmt: skip


def ends_among(peers: Peers, better: str) -> tuple[int, int] | None:
    """The best and the worst place that ours may have, from 1; None where our value stands beside no other."""
    surely, perhaps = peers.more_surely, peers.more_perhaps
    if better == "lower":
        surely, perhaps = peers.less_surely, peers.less_perhaps
    return None if surely is None or perhaps is None else (surely + 1, perhaps + 1)


def within_sentence(name: str, say: Words) -> str:
    """The name of a group of peers, or of a verdict, inside a sentence: English begins it with a small letter there."""
    return say.pick(name, name[:1].lower() + name[1:])


def spine_text(peers: Peers, unit: Unit, say: Words) -> str:
    """Where the peers lie, for the ear: from the least to the greatest, with the median."""
    least, median, greatest = (
        value_text(Amount(round(end or 0.0, _DECIMALS), unit), say, told=True)
        for end in (peers.least, peers.median, peers.greatest)
    )
    return say(
        "{peers}: {n} places from {low} to {high}, median {median}",
        peers=peers.peers, n=peers.places, low=least, high=greatest, median=median,
    )  # fmt: skip
