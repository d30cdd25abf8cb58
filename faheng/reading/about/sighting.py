"""One reading of one fact, and the rule for several: where two remain, there is none."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from faheng.model import Span

T = TypeVar("T")


@dataclass(frozen=True)
class Sighting(Generic[T]):
    """A value and where the clean text says it; no span where a file's name or a given title does."""

    value: T
    span: Span | None = None


def only(readings: Iterable[Sighting[T]]) -> Sighting[T] | None:
    """The first reading if all give the same value."""
    found = list(readings)
    return found[0] if len({each.value for each in found}) == 1 else None
