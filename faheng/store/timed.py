"""How long queries take, for whoever measures: nobody does unless a server is told to."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

Watcher = Callable[[str, float], None]
_watchers: list[Watcher] = []


def watch(watcher: Watcher) -> None:
    """From now on tell it of every query: its name, and the seconds until its rows were there."""
    _watchers.append(watcher)


@contextmanager
def timed(query: str) -> Iterator[None]:
    """While a query runs and its rows are taken."""
    if not _watchers:
        yield
        return
    began = time.perf_counter()
    try:
        yield
    finally:
        seconds = time.perf_counter() - began
        for each in _watchers:
            each(query, seconds)
