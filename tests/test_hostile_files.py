"""Hostile files: each is read or refused in one line, under the limits of time and memory, and the good ones are read.

A short draw here; the whole one by `make stress`.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from damaged import WHOLE
from hostile_files import KINDS, hostile_files

from faheng.paths import ROOT

pytestmark = pytest.mark.stress
COUNT = 512 if WHOLE else len(KINDS)
SEED = int(os.environ.get("FAHENG_SEED") or 20_260)
# What the command itself may take beside the file: the pool, its pipes, the allocator's rounding.
SECONDS, MEGABYTES, ROOM = (60, 600, 40) if WHOLE else (20, 400, 40)
GOOD = "全年受理行政复议案件127件。"
# Prints the largest memory of any process that the command waited for, in KB, at the end of standard error.
# Pictures of pages have a worker and limits of their own, where text recognition is installed: here it is not.
PLAIN = "import sys; sys.modules['rapidocr'] = None; from faheng.cli import main; main()"
MEASURED = (
    "import resource, subprocess, sys\n"
    f"done = subprocess.run([sys.executable, '-c', {PLAIN!r}, *sys.argv[1:]])\n"
    "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, file=sys.stderr)\n"
    "sys.exit(done.returncode)\n"
)


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_hostile_files_harm_nobody(tmp_path: Path) -> None:
    """One run over all of them, a good file behind each."""
    paths, good = [], 0
    for good, (name, data) in enumerate(hostile_files(COUNT, SEED), 1):
        (tmp_path / name).write_bytes(data)
        (tmp_path / f"good-{good}.txt").write_text(GOOD, encoding="utf-8")
        paths += [tmp_path / name, tmp_path / f"good-{good}.txt"]

    settings = {"FAHENG_READ_SECONDS": str(SECONDS), "FAHENG_READ_MEGABYTES": str(MEGABYTES)}
    done = subprocess.run(  # noqa: S603 (our own command)
        [sys.executable, "-c", MEASURED, "extract", "--jobs", "2", *map(str, paths)],
        cwd=ROOT, env=os.environ | settings, capture_output=True, check=False,
    )  # fmt: skip

    *faults, kilobytes = done.stderr.decode("utf-8").splitlines()
    read = {json.loads(line)["report"] for line in done.stdout.decode("utf-8").splitlines()}
    assert [] == [line for line in faults if "Traceback" in line or "a fault of Faheng" in line]
    assert [] == [line for line in faults if not line.startswith(str(tmp_path)) or "; " not in line]
    assert {f"good-{number}" for number in range(1, good + 1)} <= read
    assert int(kilobytes) <= (MEGABYTES + ROOM) << 10
