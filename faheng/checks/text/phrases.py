"""What stands before a growth that is just below a number: the one list of data/wording that figures alone need."""

from __future__ import annotations

from functools import cache

from faheng.data.declared import Names
from faheng.data.wording.phrases import PARTS
from faheng.errors import DataProblems, Problem
from faheng.paths import DATA


@cache
def nearly() -> tuple[str, ...]:
    """The words of parts.csv that mean nearly. Raises DataProblems where the file has a fault."""
    problems: list[Problem] = []
    rows = PARTS.read(DATA, Names(), problems)
    if problems:
        raise DataProblems(problems)
    return tuple(each.phrase for each in rows if each.meaning == "nearly")
