"""What happened to a place's area in words: under another name or kind it goes on, merged or redrawn it does not."""

from __future__ import annotations

from collections.abc import Sequence

from faheng.model import ChangeKind, PlaceChange
from faheng.words.catalogue import Words

__all__ = ["change_label", "change_texts"]


def change_texts(changes: Sequence[PlaceChange], say: Words) -> list[str]:
    """One clause a year and kind: "2013年撤县设区，原达县，区域相同"; those that merged in one year share theirs."""
    alike: dict[tuple[int, ChangeKind, bool], list[str]] = {}
    for each in changes:
        alike.setdefault((each.year, each.kind, each.joined), []).append(each.old_name or each.old_code)
    return [_text(year, kind, joined, say(", ").join(dict.fromkeys(filter(None, old))), say)
            for (year, kind, joined), old in alike.items()]  # fmt: skip


def change_label(changes: Sequence[PlaceChange], say: Words) -> str:
    """The mark in a figure at one year: "2013 原达县"; for an area that did not stay the same, that it changed."""
    year = changes[0].year
    if not all(each.joined for each in changes):
        return say("{year} other area", year=year)
    names = [each.old_name for each in changes if each.kind != ChangeKind.RECODED and each.old_name]
    return say("{year} formerly {name}", year=year, name=names[0]) if names else say("{year} new code", year=year)


def _text(year: int, kind: ChangeKind, joined: bool, old: str, say: Words) -> str:
    if not joined:
        return _changed(year, kind, old, say)
    if kind == ChangeKind.RECODED:
        return say("new code in {year}, the same area", year=year)
    if kind == ChangeKind.RENAMED:
        return say("renamed in {year}, formerly {name}, the same area", year=year, name=old)
    if kind == ChangeKind.TO_CITY:
        return say("a city since {year}, formerly {name}, the same area", year=year, name=old)
    return say("a district since {year}, formerly {name}, the same area", year=year, name=old)


def _changed(year: int, kind: ChangeKind, old: str, say: Words) -> str:
    if kind == ChangeKind.MERGED and old:
        return say("{name} joined in {year}, another area since", name=old, year=year)
    return say("its area was redrawn in {year}, another area since", year=year)
