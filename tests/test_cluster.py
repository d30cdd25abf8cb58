"""`faheng import --engine ray`: the same rows as on one machine, whatever becomes of the nodes."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from damaged import WHOLE
from ray_nodes import ENVIRONMENT, ray_nodes, small_reports, sums_below

from faheng.cli import main
from faheng.errors import UnreadableFile
from faheng.intake.footing import NodeFooting
from faheng.intake.intake import Intake
from faheng.pool import node
from faheng.pool.engine import RAY, EngineChoice, engine_of
from faheng.pool.faults import ClusterUnavailable
from faheng.pool.limits import Limits
from faheng.pool.node import NodeRun
from faheng.pool.work import Crew, Work

FEW, MANY = 60, 20_000


def noted(store: Path) -> list[tuple[str, str, dict[str, Any]]]:
    """What the ledger holds, but for when and by whom."""
    intake = Intake.open(store)
    events = intake.ledger.events()
    intake.ledger.close()
    return [(str(each.kind), each.report, dict(each.detail)) for each in events]


def environment(store: Path) -> dict[str, str]:
    return os.environ | ENVIRONMENT | {"FAHENG_STORE": str(store), "FAHENG_USER": "x", "PYTHONUNBUFFERED": "1"}


def importing(store: Path, *arguments: object) -> subprocess.Popen[str]:
    """`faheng import` in a process of its own, whose lines can be read as they come."""
    command = [sys.executable, "-m", "faheng.cli", "import", *map(str, arguments)]
    return subprocess.Popen(  # noqa: S603
        command, env=environment(store), text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8"
    )


def lines_of(process: subprocess.Popen[str], number: int) -> list[str]:
    """The first lines that it prints."""
    assert process.stdout
    return [process.stdout.readline().rstrip("\n") for _ in range(number)]


@dataclass(frozen=True)
class Named:
    """A task: only its name counts."""

    path: Path


def shouted(task: Named) -> str:
    if task.path.name == "b":
        raise UnreadableFile("b", "is empty", "give another")
    return task.path.name.upper()


def said(_: Path, fault: str) -> str:
    return fault


def here() -> dict[str, str]:
    return {"the data": "1", "the store": "2"}


@pytest.fixture
def a_run(monkeypatch: pytest.MonkeyPatch) -> Iterator[NodeRun]:
    """A run of this process as a node, whose workers end with the test."""
    crews: dict[str, Crew[Any, Any]] = {}
    monkeypatch.setattr(node, "_CREWS", crews)
    monkeypatch.setattr(node, "address", lambda: "10.0.0.7")
    monkeypatch.setattr(sys.modules["__main__"], "__file__", "", raising=False)
    yield NodeRun("1", Work(shouted, said, here), Limits(), here())
    for crew in crews.values():
        crew.stop()


def test_a_node_keeps_its_worker_from_batch_to_batch(a_run: NodeRun) -> None:
    """A bad file is a result like any other; another run has another worker."""
    batches = [pickle.dumps([Named(Path(name)) for name in names]) for names in ("ab", "c")]

    answers = [a_run.answer(batch) for batch in batches]

    assert [["A", "b: is empty; give another"], ["C"]] == [pickle.loads(each["results"]) for each in answers]  # noqa: S301
    (crew,) = node._CREWS.values()
    (worker,) = crew.workers
    replace(a_run, number="2").answer(batches[1])
    assert ["2"] == list(node._CREWS)
    assert not worker.process.is_alive() if not worker.process._closed else True  # type: ignore[attr-defined]


def test_a_node_that_differs_reads_nothing(a_run: NodeRun) -> None:
    """Other data, or another folder under the store's name, would give other rows in silence."""
    other = replace(a_run, footing={"the data": "1", "the store": "of somebody else"})

    assert {"node": "10.0.0.7", "differs": "the store", "results": b""} == other.answer(b"")


def test_the_footing_is_that_of_the_data_and_of_the_documents(tmp_path: Path) -> None:
    """Two folders at one path of two machines have two names; one that is not there has none."""
    here, there = tmp_path / "here", tmp_path / "there"
    here.mkdir()
    there.mkdir()
    own, again, other = (list(NodeFooting(each)().values()) for each in (here, here, there))

    assert own == again
    assert own[0] == other[0]
    assert own[1] != other[1]
    assert "" == NodeFooting(tmp_path / "none").name()


@pytest.mark.stress
def test_a_lost_node_is_made_up_for_and_a_new_one_helps(tmp_path: Path) -> None:
    """Each document once, and the same rows as one machine has, though a node is killed in the middle.

    With very many another one joins and has its share, and a second run reads nothing again.
    """
    pytest.importorskip("ray", reason="the package ray is not installed (faheng[cluster])")
    number = MANY if WHOLE else FEW
    small_reports(tmp_path / "reports", number)
    (tmp_path / "reports/bad.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + b"\0" * 99)
    with ray_nodes() as cluster:
        arguments = ("--engine", "ray", "--address", cluster.address, tmp_path / "reports")
        cluster.join()
        second = cluster.join()
        run = importing(tmp_path / "ray", *arguments)
        said = lines_of(run, number // 4)
        assert second.readers()
        second.kill()
        if WHOLE:
            third = cluster.join()
            said += lines_of(run, number // 2)
            assert third.readers()
        rest, faults = run.communicate()
        assert 1 == run.returncode, faults
        if WHOLE:
            again, _ = importing(tmp_path / "ray", *arguments).communicate()
            assert number == again.count("imported before")
    # Ray itself tells of the node that it lost.
    assert number == len([line for line in (*said, *rest.splitlines()) if ".txt: " in line])
    assert [f"{tmp_path}/reports/bad.txt: is a picture that is damaged; save it anew"] == [
        line for line in faults.splitlines() if "bad.txt" in line
    ]

    importing(tmp_path / "alone", "--jobs", 2, tmp_path / "reports").communicate()
    events = noted(tmp_path / "ray")
    assert number == len(events) == len({report for _, report, _ in events})
    assert noted(tmp_path / "alone") == events
    for kind in ("documents", "readings"):
        assert sums_below(tmp_path / "alone" / kind) == sums_below(tmp_path / "ray" / kind)


def test_where_nobody_answers_one_line_says_so() -> None:
    pytest.importorskip("ray", reason="the package ray is not installed (faheng[cluster])")
    with (
        pytest.raises(ClusterUnavailable, match=r"the Ray cluster 127.0.0.1:9 cannot be used .*refused.*ray start"),
        engine_of(EngineChoice(RAY, "127.0.0.1:9"), None, threaded=False),
    ):
        pytest.fail("there is no cluster")


def test_an_address_wants_its_engine() -> None:
    found = CliRunner().invoke(main, ["import", "--address", "a:1", "x"])

    assert (2, True) == (found.exit_code, "ask for --engine ray" in found.output)
