"""What the server needs: memory after page views, and fifty readers at the same moment."""

from __future__ import annotations

import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import duckdb
import psutil

from faheng.errors import FahengError
from faheng.store.cell_parts import AskedCells
from faheng.store.read import Reader

from . import figures
from .dashboard import chromium, new_page, served, settled
from .queries import headlines, peers

VIEWS = 20
READERS = 50
READS = 4
PATHS = ("/", "/compare", "/trends", "/evidence", "/methods")


def measure_memory(store: Path, logs: Path, size: str, budget_mb: float) -> None:
    """Resident memory of the server's process: started, and after views of all pages in turn."""
    before = set(psutil.Process().children(recursive=True))
    with served(store, logs / f"memory-{size}.log") as address, chromium() as browser:
        servers = [each for each in psutil.Process().children() if each not in before and "streamlit" in each.cmdline()]
        figures.title(f"Memory of the server, {size}")
        figures.single("started", _megabytes(servers), "MB")
        page = new_page(browser)
        page.set_default_timeout(60_000)
        for view in range(VIEWS):
            page.goto(address + PATHS[view % len(PATHS)])
            page.wait_for_selector('[data-testid="stApp"][data-test-script-state="notRunning"]')
            settled(page)
        figures.single(f"after {VIEWS} page views", _megabytes(servers), "MB", budget_mb)


def _megabytes(processes: list[psutil.Process]) -> float:
    return sum(each.memory_info().rss for each in processes) / 1e6


def measure_readers(store: Path, size: str) -> None:
    """Fifty threads begin together; each asks for the cells of eight places a few times through one Reader."""
    reader, together = Reader(store), threading.Barrier(READERS)
    asked = AskedCells(tuple(peers(reader.snapshot())), tuple(headlines(reader.snapshot())), "zh")
    errors: list[str] = []

    def read(_: int) -> list[float]:
        together.wait()
        times = []
        for _ in range(READS):
            started = time.perf_counter()
            try:
                reader.snapshot().cells(asked)
            except (FahengError, duckdb.Error) as error:  # an error is the finding
                errors.append(repr(error))
            times.append(1000 * (time.perf_counter() - started))
        return times

    with ThreadPoolExecutor(READERS) as pool:
        times = [each for found in pool.map(read, range(READERS)) for each in found]
    figures.title(f"{READERS} simultaneous readers, {size}: {len(errors)} errors in {len(times)} reads")
    for error in sorted(set(errors)):
        print(error)
    figures.head()
    figures.line("cells while all read", times)
