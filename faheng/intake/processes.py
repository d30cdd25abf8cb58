"""The process from which a server forks its workers: no copy of its own, in which a lock of a thread stays held."""

from __future__ import annotations

import multiprocessing
from multiprocessing import forkserver
from multiprocessing.context import ForkServerContext

PRELOADED = "faheng.intake.preloaded"


def forking() -> ForkServerContext:
    """How processes are begun. It takes two seconds to make it ready, once, while the caller goes on."""
    multiprocessing.set_forkserver_preload([PRELOADED])
    forkserver.ensure_running()
    return multiprocessing.get_context("forkserver")
