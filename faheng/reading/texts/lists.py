"""The lists of data/wording that cleaning goes by."""

from __future__ import annotations

import csv
import re
from functools import cache

from faheng.paths import WORDING


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of data/wording/<name>.csv, column name -> value."""
    with (WORDING / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


_NUMBER = "(?:[0-9]{1,4}|[零〇一二三四五六七八九十百]{1,6})"


def phrases(name: str, kind: str = "") -> str:
    """The phrases of a list (of one kind) as an alternation, longest first; # stands for a number."""
    found = [row["phrase"].replace(" ", "") for row in rows(name) if not kind or row["kind"] == kind]
    return "|".join(re.escape(each).replace(r"\#", _NUMBER) for each in sorted(found, key=len, reverse=True))
