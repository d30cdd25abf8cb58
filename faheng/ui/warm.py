"""What a server does beside its first readers: it makes ready what they need, and keeps that from later searches."""

from __future__ import annotations

import gc
import time
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from importlib import import_module
from threading import Thread

import streamlit as st

# Until the server answers, other imports would only hold it up; what the first page does not need can wait for it.
PAUSE_SECONDS, REST_SECONDS = 0.05, 10


@asynccontextmanager
async def warmed(_: st.App) -> AsyncGenerator[None]:
    """The life of the server."""
    Thread(target=warm, daemon=True).start()
    yield


def warm() -> None:
    """Make the first page while the browser is still loading; then import what the others use."""
    time.sleep(PAUSE_SECONDS)
    import_module("faheng.ui.overview").make_first()
    import_module("faheng.ui.choose")
    time.sleep(REST_SECONDS)
    for name in ("checks", "evidence", "methods", "briefing", "tables", "downloads"):
        import_module(f"faheng.ui.{name}")
    gc.collect()
    # Modules stay as long as the server: no search for garbage need go through them again.
    gc.freeze()
