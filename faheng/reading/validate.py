"""Everything under data/, validated: what the store takes, and what the reading goes by."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from faheng.data.messages import read_messages, read_pairs
from faheng.data.read import Dataset, read_dataset
from faheng.errors import DataProblems, Problem
from faheng.model import CheckName
from faheng.reading.lexicon import lexicon


def validated(data: Path, checks: Collection[CheckName]) -> Dataset:
    """The dataset of a folder whose every file is without fault. checks: the names that a finding may be of.

    Raises DataProblems with file, line, column and what to write instead for each fault of each file.
    """
    problems: list[Problem] = []
    dataset = None
    try:
        dataset = read_dataset(data, checks)
    except DataProblems as error:
        problems += error.problems
    of_reading: list[Problem] = []
    try:
        lexicon(data)  # kept, for whoever needs it next
    except DataProblems as error:
        of_reading += error.problems
    read_messages(data, of_reading)
    read_pairs(data, of_reading)
    problems = list(dict.fromkeys([*problems, *of_reading]))  # a file that both read is one fault
    if dataset is None or problems:
        raise DataProblems(problems)
    return dataset
