"""The levels of government in words."""

from __future__ import annotations

from faheng.model import Level
from faheng.words.catalogue import Words

__all__ = ["level_name"]


def level_name(level: str, say: Words) -> str:
    """A level of government in words, as of its places. ValueError for an unknown one."""
    return {
        Level.COUNTRY: say("Country"),
        Level.PROVINCE: say("Provinces"),
        Level.PREFECTURE: say("Cities"),
        Level.COUNTY: say("Counties"),
        Level.TOWNSHIP: say("Townships"),
        Level.ZONE: say("Functional zones"),
    }[Level(level)]
