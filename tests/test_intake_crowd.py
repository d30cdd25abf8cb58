"""Many at once on one store: no error, no decision lost or doubled, and readers read on."""

# ruff: noqa: S603 (our own script)
from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest
from damaged import WHOLE
from ledgers import BOTH, new_database, own_postgres, setting

from faheng.paths import ROOT

SECONDS, READERS = (180, 50) if WHOLE else (4, 20)


@pytest.mark.stress
@pytest.mark.parametrize("kind", BOTH)
def test_editors_an_import_a_publish_and_readers(
    kind: str, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with setting(kind, request, monkeypatch):
        environment = os.environ | {"PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'tests'}"}
        command = [sys.executable, str(ROOT / "tests/crowding.py"), str(tmp_path), str(SECONDS), str(READERS)]
        run = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)

    assert (0, "") == (run.returncode, run.stderr[-2000:]), run.stdout[-2000:]
    assert run.stdout.startswith("0 wrong;")
    assert [] == re.findall("away [1-9]", run.stdout)
    print(run.stdout)


@pytest.mark.stress
@pytest.mark.skipif(not WHOLE, reason="two minutes: in `make stress` alone; tests/test_ledger_interrupted.py has less")
def test_the_same_while_the_database_is_started_anew(tmp_path: Path) -> None:
    """In the middle, for a second: each is told in a line, and goes on; readers notice nothing."""
    seconds, gone = 120, 60
    environment = os.environ | {"PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'tests'}"}
    command = [sys.executable, str(ROOT / "tests/crowding.py"), str(tmp_path), str(seconds), "20"]
    with own_postgres() as server, (tmp_path / "said").open("w+", encoding="utf-8") as said:
        environment["FAHENG_LEDGER"] = new_database(server.address)
        run = subprocess.Popen(command, env=environment, stdout=said, stderr=said)
        while not (tmp_path / "at-work").exists() and run.poll() is None:
            time.sleep(0.1)
        time.sleep(gone)
        server.stop()
        time.sleep(1)
        server.start()
        run.wait()
        said.seek(0)
        told = said.read()

    assert 0 == run.returncode, told[-3000:]
    assert told.startswith("0 wrong;")
    assert re.search("away [1-9]", told), told
    print(told)
