"""Many at once on one store: no error, no decision lost or doubled, and readers read on."""

# ruff: noqa: S603 (our own script)
from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from damaged import WHOLE
from ledgers import BOTH, setting

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
    print(run.stdout)
