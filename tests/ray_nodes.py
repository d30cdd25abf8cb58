"""Nodes of a Ray cluster as separate processes on this machine, and many small reports for them to read.

Each node has an address of its own of 127.0.0.0/8. Everything that a cluster has started is gone when its block ends.
"""

from __future__ import annotations

import hashlib
import os
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import psutil

from faheng.model import Level
from faheng.paths import ROOT
from faheng.reading.lexicon import lexicon

# A lost node is noticed after this many milliseconds without a sign.
ENVIRONMENT = {
    "RAY_USAGE_STATS_ENABLED": "0",
    "RAY_AUTH_MODE": "token",
    "RAY_AUTH_TOKEN": secrets.token_hex(32),  # else Ray lays one into the home folder
    "RAY_health_check_initial_delay_ms": "1000",
    "RAY_health_check_period_ms": "500",
    "RAY_health_check_timeout_ms": "2000",
    "RAY_health_check_failure_threshold": "3",
    "PYTHONPATH": str(ROOT),
}
STORE_BYTES = 80 << 20
LONGEST_START = 90
STARTED = "Ray runtime started"
COUNTIES = {Level.COUNTY}


@dataclass
class Node:
    """A node that was started with `ray start --block`, and all processes that came of it."""

    address: str
    process: subprocess.Popen[bytes]

    def descendants(self) -> list[psutil.Process]:
        """Its processes, as they are now."""
        try:
            return psutil.Process(self.process.pid).children(recursive=True)
        except psutil.NoSuchProcess:
            return []

    def kill(self) -> None:
        """End all of it at once, as when the power fails."""
        every = self.descendants()
        for each in every:
            with suppress(psutil.NoSuchProcess):
                each.kill()
        self.process.kill()
        self.process.wait()
        psutil.wait_procs(every, timeout=10)

    def readers(self) -> list[psutil.Process]:
        """The workers under limits that its processes have begun."""
        found = []
        for each in self.descendants():
            with suppress(psutil.Error):
                if any("multiprocessing.spawn" in part for part in each.cmdline()):
                    found.append(each)
        return found


@dataclass
class RayNodes:
    """A cluster: its head first. folder: where Ray keeps its sockets, whose paths must be short."""

    folder: Path
    port: int
    nodes: list[Node] = field(default_factory=list)

    @property
    def address(self) -> str:
        """For whoever joins or reads."""
        return f"127.0.0.2:{self.port}"

    def join(self, *, cores: int = 1, before: Path | None = None) -> Node:
        """Start another node, and wait until it is one; the first is the head.

        before: a folder in which its programs look for modules first.
        """
        own, log = f"127.0.0.{len(self.nodes) + 2}", self.folder / f"node-{len(self.nodes)}.log"
        first, ports = not self.nodes, 20000 + self.port % 1000 * 20 + 200 * len(self.nodes)
        where = [f"--head --port={self.port} --include-dashboard=false --temp-dir={self.folder}"]
        options = " ".join(where if first else [f"--address={self.address}"]).split()
        command = [sys.executable, "-m", "ray.scripts.scripts", "start", "--block", *options]
        command += [f"--node-ip-address={own}", f"--num-cpus={cores}", f"--object-store-memory={STORE_BYTES}"]
        command += ["--disable-usage-stats", f"--min-worker-port={ports}", f"--max-worker-port={ports + 199}"]
        environment = os.environ | ENVIRONMENT
        if before is not None:
            environment["PYTHONPATH"] = os.pathsep.join([str(before), str(ROOT)])
        with log.open("wb") as out:
            process = subprocess.Popen(  # noqa: S603
                command, env=environment, stdout=out, stderr=out, start_new_session=True
            )
        self.nodes.append(Node(own, process))
        until = time.monotonic() + LONGEST_START
        while STARTED not in log.read_text(encoding="utf-8"):
            assert process.poll() is None, log.read_text(encoding="utf-8")
            assert time.monotonic() < until, log.read_text(encoding="utf-8")
            time.sleep(0.1)
        return self.nodes[-1]

    def stop(self) -> None:
        """End all nodes; processes of theirs that are left are a fault."""
        every = [each for node in self.nodes for each in node.descendants()]
        for node in reversed(self.nodes):
            node.kill()
        gone, alive = psutil.wait_procs(every, timeout=20)
        for each in alive:
            each.kill()
        assert [] == [each.cmdline() for each in alive]
        assert len(gone) == len(every)


@contextmanager
def ray_nodes() -> Iterator[RayNodes]:
    """A cluster without nodes; what it has is ended with the block."""
    folder = Path(tempfile.mkdtemp(prefix="fr", dir="/tmp"))
    with socket.socket() as free:
        free.bind(("127.0.0.2", 0))
        port = free.getsockname()[1]
    cluster = RayNodes(folder, port)
    try:
        yield cluster
    finally:
        cluster.stop()
        shutil.rmtree(folder, ignore_errors=True)


def small_reports(folder: Path, number: int) -> None:
    """So many reports of a few sentences, of as many different places and years as there are."""
    folder.mkdir(parents=True)
    places = [each for each in lexicon().reference.localities.values() if each.level in COUNTIES]
    for at in range(number):
        place, year = places[at % len(places)].name_zh, 2005 + at // len(places) % 20
        (folder / f"{at:06d}.txt").write_text(
            f"{place}人民政府关于{year}年法治政府建设情况的报告\n"
            f"{year}年,{place}全年收到行政复议申请{at % 90 + 9}件,办结{at % 90 + 5}件。"
            f"人民调解调处矛盾纠纷{at + 100}件。\n",
            encoding="utf-8",
        )


def sums_below(folder: Path) -> dict[str, str]:
    """Path -> sum of all files below the folder."""
    files = (each for each in folder.rglob("*") if each.is_file())
    return {str(each.relative_to(folder)): hashlib.sha256(each.read_bytes()).hexdigest() for each in files}
