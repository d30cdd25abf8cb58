"""data/wording/sections.csv and targets.csv as look-ups."""

from __future__ import annotations

import csv
import re
from functools import cache

from faheng.paths import WORDING


@cache
def section_roles() -> list[tuple[str, str, bool]]:
    """Phrase, role (results, plan, problem, glossary), and whether it counts anywhere in a heading or at its ends only.

    In the order of the file: the first that fits decides.
    """
    with (WORDING / "sections.csv").open(encoding="utf-8", newline="") as source:
        return [(row["phrase"], row["role"], row["anywhere"] == "yes") for row in csv.DictReader(source)]


@cache
def target_words() -> re.Pattern[str]:
    """The words that make what follows them in a clause a target or a plan."""
    with (WORDING / "targets.csv").open(encoding="utf-8", newline="") as source:
        return re.compile("|".join(re.escape(row["phrase"]) for row in csv.DictReader(source)))
