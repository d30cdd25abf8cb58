"""`faheng import --engine ray`: the same rows as on one machine, whatever becomes of the nodes."""

from __future__ import annotations

import pickle
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from importlib import metadata
from pathlib import Path
from typing import Any

import psutil
import pytest
from click.testing import CliRunner
from damaged import WHOLE
from importing import Importing, environment, noted
from ray_nodes import ray_nodes, small_reports, sums_below

from faheng.cli import main
from faheng.errors import UnreadableFile
from faheng.intake.footing import NodeFooting
from faheng.pool import node
from faheng.pool.cluster import cause
from faheng.pool.engine import RAY, EngineChoice, engine_of
from faheng.pool.faults import ClusterDiffers, ClusterUnavailable
from faheng.pool.limits import Limits
from faheng.pool.node import NodeRun
from faheng.pool.work import Crew, Work
from faheng.reading.texts import transcripts

FEW, MANY = 60, 20_000


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
    # A node takes it away. With the end of the test it is there again, where it was: a worker of pytest has none.
    monkeypatch.delattr(sys.modules["__main__"], "__file__", raising=False)
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


def test_a_node_whose_worker_was_stopped_between_two_batches_begins_another(a_run: NodeRun) -> None:
    """As where the machine is shut down while the engine still hands out work."""
    batches = [pickle.dumps([Named(Path(name)) for name in names]) for names in ("ab", "c")]
    a_run.answer(batches[0])
    (crew,) = node._CREWS.values()
    (worker,) = crew.workers
    worker.process.terminate()
    worker.process.join()

    assert ["C"] == pickle.loads(a_run.answer(batches[1])["results"])  # noqa: S301


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


def test_a_node_without_text_recognition_is_named_before_anything_is_read(
    a_run: NodeRun, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It could open no picture, and would tell of a fault hours later. Where no machine has it, they are alike."""
    footing = NodeFooting(tmp_path)
    run = replace(a_run, work=Work(shouted, said, footing))
    monkeypatch.setattr(metadata, "version", lambda _: "3.10")
    monkeypatch.setattr(transcripts, "find_spec", lambda name: name)
    having = footing()
    monkeypatch.setattr(transcripts, "find_spec", lambda _: None)
    without = footing()

    differs = ClusterDiffers("10.0.0.7", replace(run, footing=having).answer(b"")["differs"])
    assert 'the node 10.0.0.7 differs in text recognition (pip install "faheng[ocr]"): make' in str(differs)
    assert [] == replace(run, footing=without).differing()


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
        run = Importing.into(tmp_path / "ray", *arguments)
        said = run.lines(number // 4)
        assert second.readers()
        second.kill()
        if WHOLE:
            third = cluster.join()
            said += run.lines(number // 2)
            assert third.readers()
        rest, faults = run.rest()
        assert 1 == run.process.returncode, faults
        if WHOLE:
            again, _ = Importing.into(tmp_path / "ray", *arguments).rest()
            assert number == len([line for line in again if "imported before" in line])
    # Ray itself tells of the node that it lost.
    assert number == len([line for line in (*said, *rest) if ".txt: " in line])
    assert [f"{tmp_path}/reports/bad.txt: is a picture that is damaged; save it anew"] == [
        line for line in faults.splitlines() if "bad.txt" in line
    ]

    Importing.into(tmp_path / "alone", "--jobs", 2, tmp_path / "reports").rest()
    events = noted(tmp_path / "ray")
    assert number == len(events) == len({report for _, report, _ in events})
    assert noted(tmp_path / "alone") == events
    for kind in ("documents", "readings"):
        assert sums_below(tmp_path / "alone" / kind) == sums_below(tmp_path / "ray" / kind)


def test_a_cluster_of_this_machine_begins_and_ends_with_the_import(tmp_path: Path) -> None:
    """Without an address; what is not a report is named, and nothing is left."""
    pytest.importorskip("ray", reason="the package ray is not installed (faheng[cluster])")
    small_reports(tmp_path / "reports", 3)
    (tmp_path / "reports/bad.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + b"\0" * 99)
    own = {name: value for name, value in environment(tmp_path / "store").items() if not name.startswith("RAY_")}
    before = set(psutil.pids())

    command = [
        sys.executable,
        "-m",
        "faheng.cli",
        "import",
        "--engine",
        "ray",
        "--jobs",
        "1",
        str(tmp_path / "reports"),
    ]
    run = subprocess.run(command, env=own, capture_output=True, text=True, encoding="utf-8", check=False)  # noqa: S603

    assert (1, 3) == (run.returncode, len(run.stdout.splitlines())), run.stderr
    assert "bad.txt: is a picture that is damaged" in run.stderr
    # They are told to end before the import does; on a busy machine they take a moment.
    rays = [each for each in psutil.process_iter(["name"]) if each.pid not in before and "ray" in each.info["name"]]
    assert not psutil.wait_procs(rays, timeout=20)[1]


def test_where_nobody_answers_one_line_says_so() -> None:
    pytest.importorskip("ray", reason="the package ray is not installed (faheng[cluster])")
    with (
        pytest.raises(ClusterUnavailable, match=r"the Ray cluster 127.0.0.1:9 cannot be used .*refused.*ray start"),
        engine_of(EngineChoice(RAY, "127.0.0.1:9"), None, threaded=False),
    ):
        pytest.fail("there is no cluster")


def test_an_error_of_a_node_is_told_by_its_first_cause() -> None:
    """As Ray reports it: the program is not on that machine, or breaks there. What Ray wraps it in says nothing."""
    first = "ray::Map(answer)() (pid=9, ip=10.0.0.7)\n  File x\nModuleNotFoundError: No module named 'faheng'\n\n"
    wrapped = "The above exception was the direct cause of the following exception:\n\nray::Map(answer)()\n  Retry it."

    assert "the node 10.0.0.7: ModuleNotFoundError: No module named 'faheng'" == cause(RuntimeError(first + wrapped))
    assert "no route to host" == cause(OSError("no route to host"))
    assert "RuntimeError" == cause(RuntimeError())


def test_a_machine_that_is_no_node_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where somebody answers: Ray itself would end this process with a list of its own functions."""
    monkeypatch.setattr(psutil, "process_iter", lambda _: [])
    with (
        socket.create_server(("127.0.0.1", 0)) as head,
        pytest.raises(ClusterUnavailable, match=r"this machine is none of its nodes.*or let this machine join"),
        engine_of(EngineChoice(RAY, f"127.0.0.1:{head.getsockname()[1]}"), None, threaded=False),
    ):
        pytest.fail("nothing can be read from here")


def test_an_address_wants_its_engine() -> None:
    found = CliRunner().invoke(main, ["import", "--address", "a:1", "x"])

    assert (2, True) == (found.exit_code, "ask for --engine ray" in found.output)
