"""/metrics, for Prometheus: readers, times of pages and queries, what waits for review, snapshot and ledger.

Nobody may read it unless FAHENG_METRICS names a file with a token, and then only who sends that token: it tells how
much a server is used and what it asks of its store. The file is read at each request, so that a new token holds at
once. Without the setting nothing is measured.
"""

from __future__ import annotations

import hmac
import os
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from threading import Lock, Thread
from typing import TYPE_CHECKING

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from streamlit.runtime import Runtime

from faheng import log
from faheng.errors import BadSetting, FahengError
from faheng.paths import store_folder
from faheng.store import timed
from faheng.store.origin import version_of
from faheng.store.snapshots import published
from faheng.ui.gate import Rules
from faheng.ui.health import ledger_position

if TYPE_CHECKING:
    from prometheus_client import CollectorRegistry
    from prometheus_client.core import GaugeMetricFamily

__all__ = ["metrics_routes", "page_took"]

SETTING = "FAHENG_METRICS"
SHORTEST_TOKEN = 16
# The work of counting what waits grows with the ledger: it is done beside the readers, and rests so many seconds.
REST_SECONDS = 60
SECONDS = (0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)
_page_watchers: list[Callable[[str, float], None]] = []


def page_took(page: str, seconds: float) -> None:
    """Note how long a page needed, where somebody measures."""
    for each in _page_watchers:
        each(page, seconds)


def metrics_routes() -> Sequence[Route]:
    """The address, where the setting is there. Raises BadSetting where it names no token or the package is missing."""
    if not os.environ.get(SETTING):
        return []
    token()
    try:
        registry = measuring()
    except ImportError as error:
        instead = f'install the package {error.name}: pip install "faheng[cluster]"'
        raise BadSetting(SETTING, os.environ[SETTING], instead) from error

    async def answer(request: Request) -> Response:
        return await run_in_threadpool(_answered, request, registry)

    return [Route(f"{Rules.settled().base}/metrics", answer)]


def token() -> str:
    """What whoever asks has to send. Raises BadSetting for a file that cannot be read, or that holds too little."""
    path = os.environ[SETTING]
    try:
        found = Path(path).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise BadSetting(SETTING, path, f"name a file with a token ({error})") from error
    if len(found) < SHORTEST_TOKEN:
        raise BadSetting(SETTING, path, f"the token in the file must have {SHORTEST_TOKEN} signs or more")
    return found


def _answered(request: Request, registry: CollectorRegistry) -> Response:
    from prometheus_client.exposition import CONTENT_TYPE_LATEST, generate_latest  # noqa: PLC0415 (an extra)

    try:
        wanted = f"Bearer {token()}"
    except BadSetting as fault:
        log.tell("metrics", str(fault))
        return PlainTextResponse("Not found\n", 404)
    if not hmac.compare_digest(request.headers.get("authorization", "").encode(), wanted.encode()):
        return PlainTextResponse("Not found\n", 404)
    return Response(generate_latest(registry), media_type=CONTENT_TYPE_LATEST)


def measuring() -> CollectorRegistry:
    """Begin to measure; what is measured. Raises ImportError where the package is missing."""
    from prometheus_client import CollectorRegistry, Histogram, ProcessCollector  # noqa: PLC0415 (an extra)

    registry = CollectorRegistry()
    ProcessCollector(registry=registry)
    queries = Histogram("faheng_query_seconds", "A query of a page, until its rows were there", ["query"],
                        buckets=SECONDS, registry=registry)  # fmt: skip
    pages = Histogram("faheng_page_seconds", "A run of a page, or of the part that a filter changed", ["page"],
                      buckets=SECONDS, registry=registry)  # fmt: skip
    timed.watch(lambda query, seconds: queries.labels(query).observe(seconds))
    _page_watchers.append(lambda page, seconds: pages.labels(page).observe(seconds))
    registry.register(StandsNow())
    return registry


class StandsNow:
    """What is looked up when somebody asks."""

    def __init__(self) -> None:
        """Nothing is counted yet."""
        self.waiting: int | None = None
        self._position, self._ended, self._counting = -1, 0.0, Lock()

    def collect(self) -> Iterator[GaugeMetricFamily]:
        """Everything that can be had; what cannot is left out, and its own line says so."""
        from prometheus_client.core import GaugeMetricFamily as Gauge  # noqa: PLC0415 (an extra)

        yield Gauge("faheng_readers", "Readers who have a page open", value=readers())
        version = _version()
        yield Gauge("faheng_snapshot_readable", "Whether the published snapshot can be read", value=version is not None)
        if version is not None:
            yield Gauge("faheng_snapshot_number", "The published snapshot", value=version[0])
            yield Gauge("faheng_snapshot_age_seconds", "Since it was made", value=version[1])
        position = _position()
        yield Gauge("faheng_ledger_readable", "Whether the ledger can be read", value=position is not None)
        if position is not None:
            yield Gauge("faheng_ledger_events", "Decisions and imports that were noted", value=position)
            self.count(position)
        if self.waiting is not None:
            yield Gauge("faheng_reviews_waiting", "Things that wait for a person, as last counted", value=self.waiting)

    def describe(self) -> list[GaugeMetricFamily]:
        """Nothing is asked for before a server runs."""
        return []

    def count(self, position: int) -> None:
        """Count what waits, beside the readers, where the ledger went on since the last time."""
        if position == self._position or time.monotonic() < self._ended + REST_SECONDS * (self._ended > 0):
            return
        if self._counting.acquire(blocking=False):
            Thread(target=self._counted, args=(position,), daemon=True).start()

    def _counted(self, position: int) -> None:
        from faheng.views.desk import queue_now  # noqa: PLC0415 (the readers of texts: no server waits for them)

        try:
            self.waiting, self._position = len(queue_now().doubts), position
        except FahengError as fault:
            log.tell("metrics", str(fault))
        finally:
            self._ended = time.monotonic()
            self._counting.release()


def readers() -> int:
    """How many sessions are open in this process."""
    if not Runtime.exists():
        return 0
    family = "active_sessions"
    found = Runtime.instance().stats_mgr.get_stats(family_names=[family]).get(family, ())
    return sum(int(getattr(each, "value", 0)) for each in found)


def _version() -> tuple[int, float] | None:
    """The number of the published snapshot and its age in seconds; None where it cannot be read."""
    try:
        version = version_of(published(store_folder()), published=True)
    except FahengError:
        return None
    if version.built_at is None:
        return None
    return version.number, (datetime.now() - version.built_at).total_seconds()


def _position() -> int | None:
    """How many events the ledger has; 0 where there is none, None where it cannot be read."""
    try:
        return ledger_position(store_folder())
    except FahengError:
        return None
