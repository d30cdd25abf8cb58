"""When something happened, by the reader's clock: a server may stand in another zone, or in none."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import streamlit as st

__all__ = ["moment_text", "noted_at"]


def noted_at(at: datetime) -> datetime:
    """The time of an event of the ledger, which keeps UTC without a zone."""
    return at.replace(tzinfo=UTC)


def moment_text(at: datetime | None) -> str:
    """A time to the minute in the zone of the reader's browser; "" where none is known.

    A time without a zone is of the server's clock. Where the browser names no zone, that of the server counts.
    """
    return "" if at is None else at.astimezone(_zone()).strftime("%Y-%m-%d %H:%M")


def _zone() -> ZoneInfo | None:
    """The zone of the reader's browser; None where it is not known."""
    try:
        return ZoneInfo(st.context.timezone or "")
    except (ZoneInfoNotFoundError, ValueError):
        return None
