"""The words of data/wording/parts.csv: what the checks read between numbers."""

from __future__ import annotations

import csv
from functools import cache

from faheng.paths import WORDING


@cache
def phrases(meaning: str) -> tuple[str, ...]:
    """The words of one meaning, longer ones first."""
    with (WORDING / "parts.csv").open(encoding="utf-8", newline="") as source:
        found = [row["phrase"] for row in csv.DictReader(source) if row["meaning"] == meaning]
    return tuple(sorted(found, key=len, reverse=True))
