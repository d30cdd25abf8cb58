"""Pages take turns: a few are made at a time, in the order in which they were asked for.

Python makes one at a time anyway. Fifty that are made at once in slices are all ready when the last one is; one after
the other half of the readers have theirs in half of that time, and the last one waits no longer.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from threading import BoundedSemaphore

__all__ = ["AT_ONCE", "PATIENCE", "Turns", "turn"]

# While one waits for the store another is made.
AT_ONCE = max(2, os.cpu_count() or 2)
# Seconds. A page may read a draft or make a file for much longer: it holds nobody up for more than this.
PATIENCE = 1.0


class Turns:
    """So many at once; the others wait in line, each no longer than so many seconds."""

    def __init__(self, at_once: int, patience: float) -> None:
        """Let so many in."""
        self._free, self._patience = BoundedSemaphore(at_once), patience
        self._inside = ContextVar("faheng.turn", default=False)

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Wait for a turn and have it; one within another waits for none."""
        if self._inside.get():
            yield
            return
        taken = self._free.acquire(timeout=self._patience)
        before = self._inside.set(True)
        try:
            yield
        finally:
            self._inside.reset(before)
            if taken:
                self._free.release()


turn = Turns(AT_ONCE, PATIENCE).turn
