"""Fifty readers who ask in the same second and in the same moment, ours and an empty page of Streamlit in turn.

In the same second each asks at a moment of his own (drawn, seeded); in the same moment all wait for the processor at
once, and what the last one waits is the work of all fifty.
"""

from __future__ import annotations

import asyncio
import os
import random
import time
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from statistics import median, quantiles

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

from . import figures
from .dashboard import EMPTY, served
from .load import SEED, RandomReader, asked_of, server_at

READERS, ROUNDS, REST_SECONDS = 50, 4, 2.0
MOMENT, SECOND = 0.0, 1.0
BUDGET_MEDIAN, BUDGET_P95 = 0.3, 0.8
View = Callable[[ClientConnection], Awaitable[None]]


def measure_together(store: Path, logs: Path) -> None:
    """The waits of the last round of each, when what is asked for often has been asked before; also printed."""
    places, indicators = asked_of(store)
    with served(store, logs / "together.log") as ours, served(store, logs / "empty.log", EMPTY) as empty:
        asyncio.run(_alone(ours, RandomReader(random.Random(SEED), places, indicators).view))  # noqa: S311 (no secret)
        for name, address, make in (
            ("an empty page", empty, lambda _: _empty_view()),
            ("ours", ours, lambda n: RandomReader(random.Random(SEED + n), places, indicators).view),  # noqa: S311 (no secret)
        ):
            server = server_at(address)
            before = sum(server.cpu_times()[:2])
            rounds = asyncio.run(_together(address, [make(n) for n in range(READERS)]))
            spent = sum(server.cpu_times()[:2]) - before
            figures.title(f"{READERS} readers at once, {name}, load {os.getloadavg()[0]:.1f}")
            for number, (spread, waits) in enumerate(rounds, 1):
                last = number > len(rounds) - 2
                when = "moment" if spread == MOMENT else "second"
                figures.single(
                    f"round {number}, in the same {when}: median", median(waits), "s", BUDGET_MEDIAN if last else None
                )
                figures.single("  95 of 100 within", quantiles(waits, n=20)[-1], "s", BUDGET_P95 if last else None)
            figures.single("processor time of the server a view", 1000 * spent / READERS / (len(rounds) + 1), "ms")
            figures.single("memory of the server after it", server.memory_info().rss / 1e6, "MB")


async def _alone(address: str, view: View) -> None:
    async with _session(address) as socket:
        await view(socket)


def _session(address: str) -> connect:
    stream = address.replace("http", "ws") + "/_stcore/stream"
    return connect(stream, subprotocols=["streamlit"], max_size=None, compression=None)  # type: ignore[list-item]


async def _together(address: str, views: Sequence[View]) -> list[tuple[float, list[float]]]:
    """Over how many seconds each round is spread and the waits in it; before the first every reader has a page open."""
    sockets = [await _session(address) for _ in views]
    for view, socket in zip(views, sockets, strict=True):
        await view(socket)
    rounds = []
    drawn = random.Random(SEED)  # noqa: S311 (no secret)
    for spread in [MOMENT, SECOND] * ROUNDS:
        await asyncio.sleep(REST_SECONDS)
        pauses = [drawn.uniform(0, spread) for _ in views]
        rounds.append((spread, list(await asyncio.gather(*map(_wait, views, sockets, pauses)))))
    for socket in sockets:
        await socket.close()
    return rounds


async def _wait(view: View, socket: ClientConnection, pause: float) -> float:
    """Seconds from the question to the page's end; the pause before the question does not count."""
    await asyncio.sleep(pause)
    began = time.perf_counter()
    await view(socket)
    return time.perf_counter() - began


def _empty_view() -> View:
    """Another option of the empty page each time."""
    chosen = [10]

    async def view(socket: ClientConnection) -> None:
        asked = BackMsg()
        asked.rerun_script.query_string = f"n={chosen[0]}"
        chosen[0] += 1
        await socket.send(asked.SerializeToString())
        while ForwardMsg.FromString(await socket.recv()).WhichOneof("type") != "script_finished":  # type: ignore[arg-type]
            pass

    return view
