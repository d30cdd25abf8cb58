"""A process that makes one briefing after another stays as large as it became with the first ones."""

# ruff: noqa: S603 (our own command)
from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from damaged import share

from faheng.paths import ROOT

pytestmark = pytest.mark.stress
BRIEFINGS = len(share(100, 3))
MOST_MEGABYTES = 500
SCRIPT = """
import sys
from datetime import date
from faheng.briefing.made_briefing import briefing_of
from faheng.briefing.plan import BriefingPlan, PlannedView
from faheng.exports.formats import FORMATS, FileRequest

places = ("630102", "211282", "210100", "511781", "440308", "440311", "150525206")
shown = ("court_appearance_rate", "penalties", "reconsideration_accepted", "mediation_success_rate", "legal_aid_cases",
         "litigation_loss_rate", "congress_proposals")
office = [each for each in FORMATS if each.name in ("pptx", "docx", "xlsx")]
for number in range(int(sys.argv[1])):
    views = tuple(
        PlannedView("compare" if at % 3 else "trends", {"place": places[(number + at) % 7], "show": name})
        for at, name in enumerate(shown)
    )
    request = FileRequest("zh", lambda: briefing_of(BriefingPlan(views=views), "zh", today=date(2026, 1, 5)))
    assert all(each.make(request).count == 7 for each in office), number
"""
# Prints the largest memory of the script, in megabytes. A process counts for its own what the one that started it
# held, so the script is started by one that holds nothing, and not by that of the tests.
MEASURED = """
import resource, subprocess, sys
subprocess.run([sys.executable, "-c", *sys.argv[1:]], check=True)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss >> 10)
"""


def test_many_briefings_take_no_more_memory_than_a_few(shipped_folder: Path) -> None:
    """Slides, a note and a workbook of seven views each, of another place every time."""
    command = [sys.executable, "-c", MEASURED, SCRIPT, str(BRIEFINGS)]
    made = subprocess.run(
        command, cwd=ROOT, env={**os.environ, "FAHENG_STORE": str(shipped_folder)}, capture_output=True, check=True
    )

    assert int(made.stdout) <= MOST_MEGABYTES
