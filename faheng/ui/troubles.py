"""What could not be done: its line in the log of the server, its reason on the page."""

from __future__ import annotations

from faheng import log
from faheng.ui.outside import seen
from faheng.words.catalogue import Words
from faheng.words.troubles import trouble_text

__all__ = ["told_trouble"]


def told_trouble(fault: object, say: Words) -> str:
    """The reason in the reader's words; the error's own line is written where the server runs."""
    log.tell("trouble", str(fault))
    return seen(trouble_text(str(fault), say))
