"""Copies of the test's process that do one thing and end: their status says whether an error ended it."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from types import TracebackType


def copy_of_us(do: Callable[[], object]) -> int:
    """The number of a process that does it and ends; 0 is its status where no error ended it."""
    child = os.fork()
    if child == 0:
        with _LastAct():
            do()
    return child


@dataclass(frozen=True)
class _LastAct:
    """Ends the process behind it, before anything of the parent is done twice; an error is printed and the status 1."""

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if error is not None:
            traceback.print_exception(error, limit=-3, file=sys.stdout)
        sys.stdout.flush()
        os._exit(int(error is not None))
