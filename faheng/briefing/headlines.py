"""The titles of a deck told apart: no two slides have the same, and each says whose figure it is where that differs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from faheng.briefing.action_titles import longest
from faheng.briefing.contents import BriefingView
from faheng.words.catalogue import Words

# A comma of either language, and not that of a number.
_COMMA = re.compile("\uff0c|, ")

__all__ = ["TitledView", "told_apart"]


@dataclass(frozen=True)
class TitledView:
    """A view, the name of our place in it, and whether a person wrote its title."""

    view: BriefingView
    place: str
    written: bool = False

    @property
    def open(self) -> bool:
        """Whether its title is ours to change."""
        return bool(self.view.action) and not self.written


def told_apart(titled: Sequence[TitledView], say: Words) -> tuple[BriefingView, ...]:
    """The views with titles that differ. What a person wrote stays as it is, also where it is there twice."""
    several = len({each.place for each in titled if each.place}) > 1
    taken = {each.view.headline for each in titled if not each.open}
    views = []
    for each in titled:
        if not each.open:
            views.append(each.view)
            continue
        title = next(title for title in _titles(each, say, several=several) if title not in taken)
        taken.add(title)
        views.append(replace(each.view, action=title))
    return tuple(views)


def _titles(titled: TitledView, say: Words, *, several: bool) -> Iterator[str]:
    """What the view may be called, the best first; without end, because another may have any of them."""
    action, place, when = titled.view.action, titled.place, titled.view.when
    whose = say("{place}: {title}", place=place, title=action)
    own = several and place and not action.startswith(place)
    if own:
        # without what follows the value it is shorter, and still says whose it is
        value = re.split(_COMMA, action)[0]
        # Chinese is read as well without the spaces around its numerals
        tight = say.pick(whose.replace(" ", ""), whose)
        yield from _short((whose, tight, say("{place}: {title}", place=place, title=value)), say)
    yield from _short((action,), say)
    dated = say("{value} ({remark})", value=action, remark=when)
    yield from _short((*((whose,) if place and not own else ()), *((dated,) if when else ()), titled.view.title), say)
    number = 2
    while True:
        mark = say(" ({number})", number=number)
        yield action[: longest(say) - len(mark)] + mark
        number += 1


def _short(titles: Sequence[str], say: Words) -> Iterator[str]:
    return (title for title in titles if len(title) <= longest(say))
