"""What a node of a cluster does with a batch of files: the same as one machine does, in a worker under limits.

A process of the engine keeps its worker between two batches, with all that it has loaded.
"""

from __future__ import annotations

import multiprocessing
import pickle
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from faheng.pool.limits import Limits
from faheng.pool.work import Crew, Work

__all__ = ["NodeRun"]

# The crew of the run that this process is at, by the number of the run.
_CREWS: dict[str, Crew[Any, Any]] = {}


@dataclass(frozen=True)
class NodeRun:
    """One run of many batches. footing: what the machine that began it stands on."""

    number: str
    work: Work[Any, Any]
    limits: Limits
    footing: Mapping[str, str]

    def answer(self, batch: bytes) -> dict[str, Any]:
        """What the tasks of the batch yield; or in what this node differs, so that nothing was done."""
        crew = _CREWS.get(self.number)
        if crew is None:
            if differs := self.differing():
                return {"node": address(), "differs": ", ".join(differs), "results": b""}
            crew = self.crew()
        results = list(crew.results(pickle.loads(batch)))  # noqa: S301 (our own driver made it)
        return {"node": "", "differs": "", "results": pickle.dumps(results)}

    def differing(self) -> list[str]:
        """The names of what is not the same here."""
        own = self.work.footing() if self.work.footing else {}
        return [name for name, value in self.footing.items() if own.get(name) != value]

    def crew(self) -> Crew[Any, Any]:
        """A worker for this run; that of an earlier run ends."""
        for other in _CREWS.values():
            other.stop()
        _CREWS.clear()
        # A new process would first run the program of the engine's, which it does not need, under our limits.
        sys.modules["__main__"].__dict__.pop("__file__", None)
        _CREWS[self.number] = Crew(self.work, 1, self.limits, multiprocessing.get_context("spawn"))
        return _CREWS[self.number]


def address() -> str:
    """Of the machine that this is, as its cluster knows it."""
    import ray  # noqa: PLC0415 (an extra)

    return str(ray.util.get_node_ip_address())
