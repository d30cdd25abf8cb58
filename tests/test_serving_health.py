"""What a proxy or a supervisor is told."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from served import Served, serving


def told(served: Served, path: str) -> tuple[int, dict[str, object]]:
    answer = served.ask(path)
    return answer.status, json.loads(answer.told)


def test_a_server_is_ready_with_a_store_and_a_ledger_only(shipped_folder: Path, tmp_path: Path) -> None:
    """It lives all the time; what is missing is one line, and when it is there again it goes on by itself."""
    store = shutil.copytree(shipped_folder, tmp_path / "store")
    with serving(store, tmp_path / "log") as served:
        assert (200, {"live": True}) == told(served, "/healthz")
        assert (200, {"ready": True, "snapshot": 1}) == told(served, "/readyz")

        (store / "current").rename(tmp_path / "current")
        status, said = told(served, "/readyz")
        assert (503, False) == (status, said["ready"])
        assert "run `faheng build`" in str(said["reason"])
        assert 200 == told(served, "/healthz")[0]

        (tmp_path / "current").rename(store / "current")
        (store / "ledger.sqlite").write_bytes(b"no database" * 100)
        status, said = told(served, "/readyz")
        assert (503, False) == (status, said["ready"])
        assert "ledger.sqlite: the ledger cannot be used" in str(said["reason"])

        (store / "ledger.sqlite").unlink()
        assert (200, {"ready": True, "snapshot": 1}) == told(served, "/readyz")


def test_they_stand_under_the_path_of_the_dashboard(shipped_folder: Path, tmp_path: Path) -> None:
    with serving(shipped_folder, tmp_path / "log", "--path", "/faheng", base="/faheng") as served:
        assert 200 == told(served, "/readyz")[0]
