"""How far an import is, for a person who watches, or for a log."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from time import monotonic

import click

__all__ = ["ImportProgress"]

# Of a small import every file is a line already.
WORTH_TELLING = 200
EVERY_SECONDS = 10.0
SHORT_SECONDS = 90


@dataclass
class ImportProgress:
    """A line on standard error every ten seconds: how many files are done, and how many a second."""

    began: float = field(default_factory=monotonic)
    told: float = field(default_factory=monotonic)

    def __call__(self, done: int, every: int) -> None:
        """Tell it where it is time."""
        now = monotonic()
        if every < WORTH_TELLING or now - self.told < EVERY_SECONDS:
            return
        self.told = now
        rate = done / (now - self.began)
        click.echo(
            f"{done} of {every} files, {rate:.1f} a second, {in_short((every - done) / rate)} left", file=sys.stderr
        )


def in_short(seconds: float) -> str:
    """A time to wait: 40 s, 2 min."""
    return f"{seconds:.0f} s" if seconds < SHORT_SECONDS else f"{seconds / 60:.0f} min"
