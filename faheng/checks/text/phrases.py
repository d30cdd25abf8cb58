"""What stands before a growth that is just below a number: the one list of data/wording that figures alone need."""

from __future__ import annotations

from functools import lru_cache

from faheng.data.declared import Names
from faheng.data.wording.phrases import PARTS
from faheng.errors import DataProblems, Problem
from faheng.paths import DATA


def nearly() -> tuple[str, ...]:
    """The words of parts.csv that mean nearly, as the file is now. Raises DataProblems where it has a fault."""
    return nearly_of((DATA / PARTS.name).read_bytes())


@lru_cache(maxsize=1)
def nearly_of(content: bytes) -> tuple[str, ...]:  # noqa: ARG001 (the content tells one state of the file from another)
    """The words of the file in this state."""
    problems: list[Problem] = []
    rows = PARTS.read(DATA, Names(), problems)
    if problems:
        raise DataProblems(problems)
    return tuple(each.phrase for each in rows if each.meaning == "nearly")
