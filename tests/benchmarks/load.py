"""Sessions that read at the same time and think in between: how long each waits for the page it asked for.

Each is a WebSocket as a browser opens it, which asks for random pages, places and indicators (seeded) and waits until
the script has run; what it is sent is read, as a browser must, and not drawn.
"""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median, quantiles
from urllib.parse import urlencode

import psutil
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

from faheng.store.read import Reader

from . import figures
from .dashboard import served

SESSIONS, THINK_SECONDS, SECONDS = 20, 1.0, 60
PAGES = ("overview", "compare", "trends", "checks", "evidence", "methods", "briefing")
BUDGET_P95 = 2.0
SEED = 20260131


def measure_load(store: Path, logs: Path, *, sessions: int = SESSIONS, seconds: float = SECONDS) -> list[float]:
    """Seconds that each page view took, over all sessions; also printed."""
    places, indicators = asked_of(store)
    with served(store, logs / "load.log") as address:
        server = server_at(address)
        before = sum(server.cpu_times()[:2])
        waits = asyncio.run(_readers(address, places, indicators, sessions, seconds))
        spent = sum(server.cpu_times()[:2]) - before
        figures.title(f"{sessions} sessions, each thinking {THINK_SECONDS:g} s between pages, for {seconds:g} s")
        figures.single("page views", len(waits), "views")
        figures.single("median", median(waits), "s")
        figures.single("95 of 100 within", quantiles(waits, n=20)[-1], "s", BUDGET_P95)
        figures.single("processor time of the server a view", 1000 * spent / len(waits), "ms")
        figures.single("memory of the server after it", server.memory_info().rss / 1e6, "MB", 400)
    return waits


def asked_of(store: Path) -> tuple[list[str], list[str]]:
    read = Reader(store).snapshot().rows
    places = list(read("pages/compare__places", locality="", province=None, level=None, limit=50)["code"])
    return places, list(read("pages/filters__indicators", language="zh")["id"])


def server_at(address: str) -> psutil.Process:
    port = int(address.rsplit(":", 1)[1])
    mine = psutil.Process().children(recursive=True)
    return next(each for each in mine if any(c.laddr.port == port for c in each.net_connections("tcp")))


async def _readers(
    address: str, places: Sequence[str], indicators: Sequence[str], sessions: int, seconds: float
) -> list[float]:
    until = time.monotonic() + seconds
    drawn = [RandomReader(random.Random(SEED + n), places, indicators) for n in range(sessions)]  # noqa: S311 (no secret)
    waits = await asyncio.gather(*(reader.read(address, until) for reader in drawn))
    return [wait for each in waits for wait in each]


class RandomReader:
    """One session: what it will ask is settled by its number."""

    def __init__(self, chance: random.Random, places: Sequence[str], indicators: Sequence[str]) -> None:
        self.chance, self.places, self.indicators = chance, places, indicators

    async def read(self, address: str, until: float) -> list[float]:
        """Read and think until then; the wait for each page."""
        stream = address.replace("http", "ws") + "/_stcore/stream"
        waits = []
        await asyncio.sleep(self.chance.uniform(0, THINK_SECONDS))
        async with connect(stream, subprotocols=["streamlit"], max_size=None, compression=None) as socket:  # type: ignore[list-item]
            while time.monotonic() < until:
                started = time.monotonic()
                await self.view(socket)
                waits.append(time.monotonic() - started)
                await asyncio.sleep(THINK_SECONDS)
        return waits

    async def view(self, socket: ClientConnection) -> None:
        """Ask for a page and wait until its script has run."""
        asked = BackMsg()
        asked.rerun_script.page_name = self.chance.choice(PAGES)
        asked.rerun_script.query_string = urlencode(
            {"place": self.chance.choice(self.places), "show": self.chance.choice(self.indicators)}
        )
        await socket.send(asked.SerializeToString())
        while True:
            told = ForwardMsg.FromString(await socket.recv())  # type: ignore[arg-type]
            if told.WhichOneof("type") == "script_finished":
                if told.script_finished != ForwardMsg.FINISHED_SUCCESSFULLY:
                    raise RuntimeError(f"the script of {asked.rerun_script.page_name} did not end well")
                return
