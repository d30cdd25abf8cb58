"""Files on the cores of a Ray cluster: Ray Data streams batches of them to whatever nodes there are.

Ray keeps the order, takes up a node that joins, and does again what a lost node was at; each batch comes back once.
What is done with a file, and under which limits, is the same as on one machine (faheng.pool.node).
"""

from __future__ import annotations

import logging
import os
import pickle
import re
import secrets
import socket
import sys
import tempfile
from collections.abc import Generator, Iterable, Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from typing import Any, TypeVar
from uuid import uuid4

from faheng.pool.faults import ClusterDiffers, ClusterUnavailable
from faheng.pool.limits import Limits
from faheng.pool.node import NodeRun
from faheng.pool.work import OfFile, Work

__all__ = ["Cluster", "connected"]

# A batch is what a lost node loses; from so many files on, larger ones would be no cheaper.
LARGEST_BATCH = 32
# So that no core waits for the last batch of another.
BATCHES_A_CORE = 4
# What batches on their way need; Ray would take a third of the memory.
STORE_BYTES = 256 << 20
LOCAL = "local"
# What the process of a node is called.
NODE = "raylet"
# For an answer of the head, in seconds.
PATIENCE = 10
# A socket in a folder of Ray has a path of at most 107 signs.
SHORT = "/tmp" if os.name == "posix" else None  # noqa: S108
# Enough pages for many cores; the documents of a run that is stopped in the middle have to be recognised again.
SCANS_AT_ONCE = 1_000
# In the report of an error of a node.
NODE_ADDRESS = re.compile(r"\bip=([0-9a-f.:]+)")
Task = TypeVar("Task", bound=OfFile)
Yield = TypeVar("Yield")


@contextmanager
def connected(address: str, jobs: int | None) -> Iterator[Cluster]:
    """The cluster at the address; "" begins one on this machine with so many cores, which ends with the block.

    No request leaves the machines: neither statistics nor a dashboard. Raises ClusterUnavailable.
    """
    require_somebody(address)
    require_node(address)
    with ExitStack() as stack:
        own = {} if address else stack.enter_context(own_cluster(jobs))
        ray = imported(address or LOCAL)
        stack.callback(ray.shutdown)
        try:
            ray.init(address=address or LOCAL, log_to_driver=False, logging_level="error", **own)
        except (OSError, RuntimeError, ValueError) as error:
            said = (str(error).strip() or type(error).__name__).splitlines()[0][:200]
            raise ClusterUnavailable(address or LOCAL, said, "begin one: ray start --head") from error
        yield Cluster(address or LOCAL, jobs)


def imported(cluster: str) -> Any:
    """The package ray, which reads its settings when it is loaded. Raises ClusterUnavailable where it is missing."""
    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
    try:
        import ray  # noqa: PLC0415 (an extra)
        import ray.data  # noqa: PLC0415
    except ImportError as error:
        instead = 'install it: pip install "faheng[cluster]"'
        raise ClusterUnavailable(cluster, f"a package is missing ({error})", instead) from error
    return ray


def cause(error: Exception) -> str:
    """What went wrong, in a line, and on which node: the first of the errors of which Ray says one led to the other."""
    told = str(error).strip()
    first = told.split("\n\nThe above exception", maxsplit=1)[0].splitlines()[-1][:200] if told else ""
    node = NODE_ADDRESS.search(told)
    return f"the node {node[1]}: {first}" if node else first or type(error).__name__


def require_somebody(address: str) -> None:
    """Raise ClusterUnavailable where nobody answers at host:port; Ray would try for minutes."""
    host, _, port = address.rpartition(":")
    if not host or "/" in host or not port.isdigit():
        return
    try:
        socket.create_connection((host, int(port)), PATIENCE).close()
    except (OSError, OverflowError) as error:
        raise ClusterUnavailable(address, str(error), "begin one there: ray start --head") from error


def require_node(address: str) -> None:
    """Raise ClusterUnavailable where this machine has no node of a cluster; a driver of Ray would crash without one."""
    import psutil  # noqa: PLC0415 (only here)

    if address and "://" not in address and NODE not in {each.info["name"] for each in psutil.process_iter(["name"])}:
        instead = "run the import on one, or let this machine join: ray start --address"
        raise ClusterUnavailable(address, "this machine is none of its nodes", instead)


@contextmanager
def own_cluster(jobs: int | None) -> Iterator[dict[str, Any]]:
    """How a cluster of this run alone is begun: behind a token of its own, and nothing of it is left on the disk."""
    if "ray" not in sys.modules:
        os.environ.setdefault("RAY_AUTH_MODE", "token")
        os.environ.setdefault("RAY_AUTH_TOKEN", secrets.token_hex(32))  # else Ray lays one into the home folder
    with tempfile.TemporaryDirectory(prefix="fh", dir=SHORT, ignore_cleanup_errors=True) as folder:
        yield {
            "num_cpus": jobs,
            "include_dashboard": False,
            "object_store_memory": STORE_BYTES,
            "_temp_dir": folder,
        }


@dataclass(frozen=True)
class Cluster:
    """A cluster to which this process is connected. jobs: how many batches at once; None for all its cores."""

    address: str
    jobs: int | None = None
    scans_at_once: int = SCANS_AT_ONCE

    @property
    def of_pages(self) -> Cluster:
        """The same: it knows how much memory its nodes have."""
        return self

    def each(
        self, tasks: Iterable[Task], work: Work[Task, Yield], limits: Limits | None = None
    ) -> Iterator[list[Yield]]:
        """What the tasks yield, batch by batch, in their order.

        Raises ClusterDiffers where a node stands on another footing, ClusterUnavailable where the cluster is lost.
        """
        every = list(tasks)
        if not every:
            return
        run = NodeRun(uuid4().hex, work, limits or Limits.set(), dict(work.footing()) if work.footing else {})
        size = self.batch_size(len(every))
        rows = [{"batch": pickle.dumps(every[at : at + size])} for at in range(0, len(every), size)]
        with closing(self.streamed(rows, run)) as answers:
            for row in answers:
                if row["differs"]:
                    raise ClusterDiffers(row["node"], row["differs"])
                yield pickle.loads(row["results"])  # noqa: S301 (our own nodes made it)

    def batch_size(self, number: int) -> int:
        """How many files go to a node at once."""
        return max(1, min(LARGEST_BATCH, number // (BATCHES_A_CORE * self.cores)))

    @property
    def cores(self) -> int:
        """How many batches can be done at once now. Raises ClusterUnavailable where there is no core."""
        import ray  # noqa: PLC0415 (an extra)

        cores = int(ray.cluster_resources().get("CPU", 0))
        if not cores:
            raise ClusterUnavailable(self.address, "it has no cores", "let a node join: ray start --address")
        return min(cores, self.jobs or cores)

    def streamed(self, rows: list[dict[str, bytes]], run: NodeRun) -> Generator[dict[str, Any]]:
        """What the nodes say of each batch, in their order."""
        import ray  # noqa: PLC0415 (an extra)
        import ray.data  # noqa: PLC0415
        from ray.exceptions import RayError  # noqa: PLC0415

        # A function of its own, so that Ray takes it by value, with the run, once and not for each batch.
        def answer(row: dict[str, bytes]) -> dict[str, Any]:
            return run.answer(row["batch"])

        logging.getLogger("ray.data").setLevel(logging.CRITICAL)  # what an import says is about files
        context = ray.data.DataContext.get_current()
        context.enable_progress_bars = False
        context.execution_options.preserve_order = True
        batches = ray.data.from_items(rows, override_num_blocks=len(rows))
        tasks = ray.data.TaskPoolStrategy(size=self.jobs)
        answers = batches.map(answer, memory=self.memory(run.limits), compute=tasks)
        try:
            # Not iter_rows: its threads go on when the reader has stopped, and end the process that left the cluster.
            for bundle in answers.iter_internal_ref_bundles():
                for block in ray.get(list(bundle.block_refs)):
                    yield from block.to_pylist()
        except (RayError, OSError) as error:
            raise ClusterUnavailable(self.address, cause(error), "what was told of is kept; run it again") from error

    def memory(self, limits: Limits) -> int:
        """How many bytes a batch asks for: what a file may need, where a node has so much."""
        import ray  # noqa: PLC0415 (an extra)

        most = max(int(node["Resources"].get("memory", 0)) for node in ray.nodes() if node["Alive"])
        return min(limits.megabytes << 20, most)
