"""The indicator that CONTRIBUTING adds as an example can be added as it says: two files and a case."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from faheng.model import Observation
from faheng.paths import DATA, ROOT
from faheng.reading.about.about import ReportAbout
from faheng.reading.flow import read_report
from faheng.reading.lexicon import FOLDERS, Lexicon, lexicon
from faheng.reading.texts.original import Original

LINES = dict(
    re.findall(
        r"^  ((?:data|tests)/\S+) +(.+)$", (ROOT / ".github/CONTRIBUTING.md").read_text(encoding="utf-8"), re.MULTILINE
    )
)
CASE = json.loads(next(line for name, line in LINES.items() if name.startswith("tests/specs/observations/")))


@pytest.fixture(scope="module")
def extended(tmp_path_factory) -> Lexicon:
    """The lexicon of data/ with the lines of the example."""
    data = tmp_path_factory.mktemp("extended")
    for folder in FOLDERS:
        shutil.copytree(DATA / folder, data / folder)
    for name, line in LINES.items():
        if name.startswith("data/"):
            with (data / name.removeprefix("data/")).open("a", encoding="utf-8") as file:
                file.write(f"{line}\n")
    return lexicon(data)


def figures(text: str, known: Lexicon) -> list[Observation]:
    return read_report(Original("example", text, "txt", ""), ReportAbout("example"), known).observations


def test_the_example_touches_two_files_and_a_case():
    assert [Path(name).parts[0] for name in LINES] == ["data", "data", "tests"]
    assert all((ROOT / name).is_file() for name in LINES)


def test_the_example_is_read(extended):
    """Its case, the example of its row, and the sentence of which it stays silent."""
    wording = LINES["data/wording/indicators/courts.csv"].split(",")
    texts = [CASE["input"], wording[6], wording[8]]

    found = [[[each.indicator_id, int(each.value)] for each in figures(text, extended)] for text in texts]

    assert found == [CASE["observations"], [["people_supervisors", int(wording[7])]], []]
