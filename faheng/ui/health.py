"""What a proxy or a supervisor asks: whether the server lives, and whether it can show something.

/healthz answers as long as the process does. /readyz opens the published snapshot, and the ledger where there is one,
and says in one line what is missing; a proxy sends nobody to a server that is not ready.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from sqlalchemy import URL
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from faheng.errors import FahengError
from faheng.ledger.engine import ledger_url
from faheng.ledger.ledger import Ledger, ledger_at, ledger_if_any
from faheng.paths import store_folder
from faheng.store.read import Snapshot
from faheng.store.snapshots import number_of, published
from faheng.ui.gate import Rules

__all__ = ["ledger_position", "routes"]


def routes() -> Sequence[Route]:
    """The two addresses, under the path that the dashboard stands under."""
    base = Rules.settled().base
    return [Route(f"{base}/healthz", _live), Route(f"{base}/readyz", _ready)]


async def _live(_: Request) -> JSONResponse:
    return JSONResponse({"live": True})


async def _ready(_: Request) -> JSONResponse:
    """Not on the server's own thread: a ledger may take its time to answer."""
    try:
        number = await run_in_threadpool(_checked)
    except FahengError as error:
        return JSONResponse({"ready": False, "reason": str(error)}, 503)
    return JSONResponse({"ready": True, "snapshot": number})


def _checked() -> int:
    """The number of the published snapshot. Raises what is wrong with it, or with the ledger."""
    folder = store_folder()
    path = published(folder)
    Snapshot(path).close()
    ledger_position(folder)
    return number_of(path)


def ledger_position(folder: Path) -> int:
    """How many events the ledger has; 0 where there is none. Raises LedgerUnavailable, LedgerTooNew, LedgerTooOld.

    A server is asked by connections that are kept, because machines ask every few seconds; a file is opened anew,
    because it may be another one.
    """
    url = ledger_url(folder)
    if url.get_backend_name() != "sqlite":
        return _kept(url).position
    ledger = ledger_if_any(folder)
    if ledger is None:
        return 0
    try:
        return ledger.position
    finally:
        ledger.close()


@lru_cache(maxsize=2)
def _kept(url: URL) -> Ledger:
    return ledger_at(url)
