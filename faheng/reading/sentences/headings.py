"""data/wording/sections.csv and targets.csv as look-ups."""

from __future__ import annotations

import csv
import re
from functools import cache

from faheng.paths import WORDING

CLAUSE_GAP = "[^,;。:]{0,20}?"


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
def target_rows() -> tuple[tuple[str, str], ...]:
    """Phrase and meaning of each line of targets.csv."""
    with (WORDING / "targets.csv").open(encoding="utf-8", newline="") as source:
        return tuple((row["phrase"], row["meaning"]) for row in csv.DictReader(source))


@cache
def aims_behind() -> tuple[str, ...]:
    """What makes the number a target that stands right before it: 100%的目标."""
    return tuple(phrase for phrase, meaning in target_rows() if meaning == "behind")


@cache
def plan_words() -> re.Pattern[str]:
    """The words that make a plan of all that follows them in the sentence: 将力争, 将继续."""
    return re.compile("|".join(re.escape(phrase) for phrase, meaning in target_rows() if meaning == "plan"))


def names_plan(text: str) -> bool:
    """Whether a plan has begun in the text of a sentence."""
    return plan_words().search(text) is not None


@cache
def target_words() -> tuple[re.Pattern[str], frozenset[str]]:
    """A pattern of the words that make what follows them a target or a plan, and of longer words that hold one but
    aim at nothing (按要求); and which of them are targets."""
    meanings = {phrase: meaning for phrase, meaning in target_rows() if meaning in ("target", "none")}
    ordered = sorted(meanings, key=len, reverse=True)
    targets = frozenset(word for word, meaning in meanings.items() if meaning == "target")
    return re.compile(
        "|".join(re.escape(each).replace("\\~", CLAUSE_GAP).replace("~", CLAUSE_GAP) for each in ordered)
    ), targets


def names_target(text: str) -> bool:
    """Whether one of the target words stands in the text."""
    pattern, targets = target_words()
    return any(found in targets for found in pattern.findall(text))
