"""Scans on a cluster: the same transcripts and readings as on one machine, and nodes that have no text recognition."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from damaged import WHOLE
from importing import Importing, noted
from ray_nodes import ray_nodes, small_reports, sums_below
from scanned import scans

# Loaded by Python before anything else: on this node nothing recognises text.
WITHOUT_EXTRA = """
from importlib.machinery import PathFinder
found = PathFinder.find_spec
PathFinder.find_spec = lambda name, *more: None if name == "rapidocr" else found(name, *more)
"""


@pytest.mark.stress
@pytest.mark.skipif(not WHOLE, reason="a page takes seconds: in `make stress` alone")
def test_scans_are_recognised_by_all_nodes_as_by_one_machine(tmp_path: Path) -> None:
    """Text beside them first; everything is proposed. A node that cannot is named before anything is read."""
    for package in ("ray", "rapidocr"):
        pytest.importorskip(package, reason=f"the package {package} is not installed")
    scans(tmp_path / "reports", 4, 3)
    small_reports(tmp_path / "reports/texts", 6)
    # In a folder a picture may be any; those that are named are scans.
    sources = [tmp_path / "reports", *(tmp_path / "reports" / name for name in ("a.png", "b.jpg", "c.tif"))]
    (tmp_path / "hidden").mkdir()
    (tmp_path / "hidden/sitecustomize.py").write_text(WITHOUT_EXTRA, encoding="utf-8")
    with ray_nodes() as cluster:
        arguments = ("--engine", "ray", "--address", cluster.address, *sources)
        cluster.join()
        without = cluster.join(before=tmp_path / "hidden")
        refused = Importing.into(tmp_path / "ray", *arguments)
        said, faults = refused.rest()
        assert (1, []) == (refused.process.returncode, said)
        assert f"the node {without.address} differs in text recognition" in faults
        without.kill()
        second = cluster.join()
        run = Importing.into(tmp_path / "ray", *arguments)
        said = run.lines(6)
        until = time.monotonic() + 60
        while not second.readers() and time.monotonic() < until:
            time.sleep(0.1)
        assert second.readers()
        rest, faults = run.rest()
        assert 0 == run.process.returncode, faults
    assert [False] * 6 + [True] * 7 == [not line.split(":")[0].endswith(".txt") for line in (*said, *rest)]
    assert all(re.search(r"([1-9]\d*) figures, \1 to review", line) for line in rest)

    Importing.into(tmp_path / "alone", "--jobs", 2, *sources).rest()
    assert noted(tmp_path / "alone") == noted(tmp_path / "ray")
    for kind in ("documents", "readings", "transcripts"):
        assert sums_below(tmp_path / "alone" / kind) == sums_below(tmp_path / "ray" / kind)
