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
        rows = [row for row in csv.DictReader(source) if row["anywhere"] != "sentence"]
    return [(row["phrase"], row["role"], row["anywhere"] == "yes") for row in rows]


@cache
def plan_openers() -> tuple[str, ...]:
    """The words that make a sentence which begins with them the beginning of a plan, wherever it stands."""
    with (WORDING / "sections.csv").open(encoding="utf-8", newline="") as source:
        rows = list(csv.DictReader(source))
    return tuple(row["phrase"] for row in rows if row["role"] == "plan" and row["anywhere"] in ("yes", "sentence"))


@cache
def target_words() -> tuple[re.Pattern[str], frozenset[str]]:
    """A pattern of the words that make what follows them a target or a plan, and of longer words that hold one but
    aim at nothing (按要求); and which of them are targets."""
    with (WORDING / "targets.csv").open(encoding="utf-8", newline="") as source:
        meanings = {row["phrase"]: row["meaning"] for row in csv.DictReader(source)}
    ordered = sorted(meanings, key=len, reverse=True)
    targets = frozenset(word for word, meaning in meanings.items() if meaning == "target")
    return re.compile("|".join(map(re.escape, ordered))), targets


def names_target(text: str) -> bool:
    """Whether one of the target words stands in the text."""
    pattern, targets = target_words()
    return any(found in targets for found in pattern.findall(text))
