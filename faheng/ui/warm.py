"""What a server does beside its first readers: it makes ready what they need, and keeps that from later searches."""

# ruff: noqa: PLC0415 (what is imported first would hold the server up)

from __future__ import annotations

import gc
import time
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from threading import Thread

import streamlit as st

from faheng.ui.follow import follow

# Until the server answers, other imports would only hold it up; what the first page does not need can wait for it.
PAUSE_SECONDS, REST_SECONDS = 0.05, 10


@asynccontextmanager
async def warmed(_: st.App) -> AsyncGenerator[None]:
    """The life of the server."""
    follow()
    Thread(target=warm, daemon=True).start()
    yield


def warm() -> None:
    """Make the first page while the browser is still loading; then import what the others use."""
    time.sleep(PAUSE_SECONDS)
    from faheng.ui.overview import make_first

    make_first()
    from faheng.ui import choose  # noqa: F401 (every page uses it)

    time.sleep(REST_SECONDS)
    from faheng.ui import briefing, checks, downloads, evidence, methods, tables  # noqa: F401 (pages use them)

    gc.collect()
    # Modules stay as long as the server: no search for garbage need go through them again.
    gc.freeze()
