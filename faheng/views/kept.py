"""Answers that are remembered: the ones used last, as many as fit in so many bytes."""

from __future__ import annotations

import gc
import sys
from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from threading import Event, Lock, get_ident
from types import BuiltinFunctionType, CodeType, FunctionType, ModuleType, NoneType
from typing import TypeVar, cast

from faheng.words.catalogue import Words

Made = TypeVar("Made")
# What many answers point to and none of them owns.
SHARED = (type, Enum, ModuleType, BuiltinFunctionType, CodeType, Words)
MOST_LOOKED_AT = 200_000
# Of a longer row of answers some are weighed for all: to look at each cell took a quarter of the time of a page.
SAMPLE = 8
# What points to nothing else: most of what a record holds.
PLAIN = (str, int, float, bool, NoneType, date)


@dataclass
class InTheMaking:
    """An answer that a thread is making: others who ask for it wait, and make it themselves where it failed."""

    thread: int = field(default_factory=get_ident)
    ended: Event = field(default_factory=Event)
    made: list[object] = field(default_factory=list)


class Kept:
    """Answers by their keys. Safe for many threads; what many ask for at once, as after a publish, is made once."""

    def __init__(self, most_bytes: int, *, growing: bool = True) -> None:
        """Keep at most so many bytes, by weigh(); an answer that is larger by itself is made each time.

        growing: an answer may become larger after it was made, as a chart by its figure.
        """
        self.most_bytes, self._growing = most_bytes, growing
        self.bytes = 0
        self._answers: OrderedDict[Hashable, tuple[object, int]] = OrderedDict()
        self._newest: Hashable = object()
        self._in_the_making: dict[Hashable, InTheMaking] = {}
        self._lock = Lock()

    def __len__(self) -> int:
        """How many answers are kept."""
        return len(self._answers)

    def __contains__(self, key: Hashable) -> bool:
        """Whether the answer for the key is kept now."""
        return key in self._answers

    def get(self, key: Hashable, make: Callable[[], Made], holds: Callable[[], bool] = lambda: True) -> Made:
        """The answer for the key, from memory or else as make() gives it. Never change it.

        holds: asked after it was made, whether it may be kept.
        """
        while True:
            with self._lock:
                held = self._answers.get(key)
                if held is not None:
                    self._answers.move_to_end(key)
                    return cast("Made", held[0])
                other = self._in_the_making.get(key)
                if other is None or other.thread == get_ident():
                    ours = self._in_the_making[key] = InTheMaking()
                    break
            other.ended.wait()
            if other.made:
                return cast("Made", other.made[0])
        try:
            made = make()
            if holds():
                self._keep(key, made)
            ours.made.append(made)
        finally:
            with self._lock:
                self._in_the_making.pop(key, None)
            ours.ended.set()
        return made

    def _keep(self, key: Hashable, made: object) -> None:
        with self._lock:
            # A chart is drawn after it was made: the last one is weighed again.
            newest = self._answers.get(self._newest) if self._growing else None
            if newest is not None:
                self._put(self._newest, newest[0])
            self._put(key, made)
            self._newest = key
            while self.bytes > self.most_bytes:
                self.bytes -= self._answers.popitem(last=False)[1][1]

    def _put(self, key: Hashable, answer: object) -> None:
        self.bytes -= self._answers.get(key, (None, 0))[1]
        self._answers[key] = answer, weigh((key, answer))
        self.bytes += self._answers[key][1]


def weigh(answer: object) -> int:
    """The bytes of the answer and of all it points to, without what is shared with others; an estimate.

    Method: sys.getsizeof over what gc.get_referents reaches, each once. Of a long row of things some stand for all.
    """
    return _weigh_with(answer, set())


def _weigh_row(row: Sequence[object], seen: set[int]) -> int:
    """What the things of a long row weigh: after the first few each further one adds what a later few do on average.

    What the first share, such as the name of their place, the later ones do not add again.
    """
    distinct = list({id(each): each for each in row if id(each) not in seen}.values())
    step = max(1, len(distinct) // (2 * SAMPLE))
    sample = distinct[::step]
    first, later = (sum(_weigh_with(each, seen) for each in part) for part in (sample[:SAMPLE], sample[SAMPLE:]))
    further = len(sample) - SAMPLE
    return first + (later * (len(distinct) - SAMPLE) // further if further > 0 else 0)


def _weigh_with(answer: object, seen: set[int]) -> int:
    """What the answer adds to what was seen."""
    waiting, total = [answer], 0
    while waiting and len(seen) < MOST_LOOKED_AT:
        each = waiting.pop()
        if id(each) in seen:
            continue
        seen.add(id(each))
        if type(each) in PLAIN:
            total += sys.getsizeof(each)
            continue
        if isinstance(each, SHARED):
            continue
        total += sys.getsizeof(each)
        if isinstance(each, tuple | list) and len(each) > 4 * SAMPLE:
            total += _weigh_row(each, seen)
        else:
            # Of a function only what it closes over is the answer's own.
            waiting += (each.__closure__ or ()) if isinstance(each, FunctionType) else gc.get_referents(each)
    return total
