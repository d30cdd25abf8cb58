"""What a server does beside its first readers: it makes ready what they need, and keeps that from later searches."""

# ruff: noqa: PLC0415 (what is imported first would hold the server up)

from __future__ import annotations

import gc
import time
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from threading import Thread

import streamlit as st

# Until the server answers, other imports would only hold it up.
PAUSE_SECONDS = 0.2


@asynccontextmanager
async def warmed(_: st.App) -> AsyncGenerator[None]:
    """The life of the server."""
    Thread(target=warm, daemon=True).start()
    yield


def warm() -> None:
    """Import all that pages use and make the first one, while the browser is still loading."""
    time.sleep(PAUSE_SECONDS)
    from faheng.ui.overview import make_first

    make_first()
    from faheng.ui import briefing, checks, choose, downloads, evidence, methods, tables  # noqa: F401 (pages use them)

    gc.collect()
    # Modules stay as long as the server: no search for garbage need go through them again.
    gc.freeze()
