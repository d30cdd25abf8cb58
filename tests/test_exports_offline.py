"""Pictures need no network: the browser sends nothing, and draws as fast on a machine without a way out."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from faheng.exports import browser
from faheng.exports.glyphs import missing_glyphs
from faheng.paths import ROOT

CHROME = any(shutil.which(name) for name in ("chromium", "google-chrome", "chrome", "chromium-browser"))
pytestmark = pytest.mark.skipif(not CHROME or bool(missing_glyphs(["A"])), reason="needs Chromium and a font")
DRAW = """
import sys, time
import plotly.graph_objects as go
from faheng.exports import browser, pictures

log, out, stay = sys.argv[1:]
browser.QUIET = (f"--log-net-log={log}", *browser.QUIET)
content = pictures.picture(go.Figure(go.Bar(x=["A"], y=[1])), "png")
open(out, "wb").write(content)
time.sleep(float(stay))
"""
# What the browser's log of its network names when something leaves it, or when it asks where to.
LEAVING = {
    "TCP_CONNECT_ATTEMPT", "UDP_BYTES_SENT", "SOCKET_BYTES_SENT", "DNS_TRANSACTION_ATTEMPT",
    "HOST_RESOLVER_SYSTEM_TASK", "HOST_RESOLVER_DNS_TASK",
}  # fmt: skip


@pytest.fixture
def short() -> Iterator[Path]:
    """A folder whose path is short, so that all that the browser writes is in it."""
    with tempfile.TemporaryDirectory(prefix="faheng-") as folder:
        yield Path(folder)


def draw(folder: Path, *before: str, stay: float = 0) -> float:
    """Draw a picture in a process of its own; the seconds that it took."""
    began = time.monotonic()
    command = [*before, sys.executable, "-c", DRAW, str(folder / "net.json"), str(folder / "a.png"), str(stay)]
    environment = os.environ | {"PYTHONPATH": str(ROOT), "TMPDIR": str(folder)}
    ended = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=120, check=False)  # noqa: S603

    assert ended.returncode == 0, ended.stderr
    assert "" == "\n".join(line for line in ended.stderr.splitlines() if "Error" in line or "Warning" in line)
    assert (folder / "a.png").read_bytes().startswith(b"\x89PNG")
    return time.monotonic() - began - stay


def test_nothing_leaves_the_browser_and_nothing_of_it_stays(short: Path) -> None:
    """By its own log, also in the seconds after the picture, when it used to look for updates."""
    draw(short, stay=3)
    log = json.loads((short / "net.json").read_text())
    names = {number: name for name, number in log["constants"]["logEventTypes"].items()}
    seen = {names[event["type"]] for event in log["events"]}

    assert names.keys()
    assert set(names.values()) >= {"TCP_CONNECT_ATTEMPT", "UDP_BYTES_SENT", "HOST_RESOLVER_DNS_TASK"}
    assert set() == seen & LEAVING
    assert {"net.json", "a.png"} == {path.name for path in short.iterdir()}


def test_a_picture_is_drawn_on_a_machine_without_a_route(tmp_path: Path) -> None:
    """In a namespace of the network without any interface that is up; waiting for hosts took 40 seconds."""
    alone = ["unshare", "--user", "--map-root-user", "--net"]
    if not shutil.which("unshare") or subprocess.run([*alone, "true"], capture_output=True, check=False).returncode:  # noqa: S603
        pytest.skip("this machine gives no namespace of the network: unshare --user --net is refused or missing")

    assert draw(tmp_path, *alone) < 20


def test_a_picture_is_drawn_where_the_folder_for_temporary_files_has_a_long_path(tmp_path: Path) -> None:
    """Chromium ended at once: the path of the socket that it keeps there had more bytes than a system takes."""
    long = tmp_path / ("long" * 25)
    long.mkdir()
    draw(long)

    assert {"net.json", "a.png"} == {path.name for path in long.iterdir()}


def test_a_folder_that_a_helper_still_writes_into_is_taken_away(monkeypatch) -> None:
    """A helper of the browser ends after it, and its files made the folder's removal fail."""
    profile, late = browser.Profile(), []

    def pause(_seconds: float) -> None:
        late.append(1)
        (profile.path / "Default").mkdir(parents=True, exist_ok=True)
        if len(late) == 3:
            monkeypatch.undo()

    def refused(_path: Path, **_more: bool) -> None:
        (profile.path / "Default").mkdir(parents=True, exist_ok=True)

    monkeypatch.setattr(browser.shutil, "rmtree", refused)
    monkeypatch.setattr(browser.time, "sleep", pause)
    profile.clean()

    assert 3 == len(late)
    assert not profile.path.exists()
