"""What takes a core for seconds, in a process of its own: the server that asked stays quick for its readers."""

from __future__ import annotations

import os
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from faheng.errors import FahengError, NotPublished
from faheng.intake.processes import forking
from faheng.intake.publish import preview, publish
from faheng.model.change import Differences
from faheng.pool.worker import BEHIND
from faheng.store.snapshots import number_of

Made = TypeVar("Made")
__all__ = ["PublishedNumber", "preview_apart", "publish_apart"]


@dataclass(frozen=True)
class PublishedNumber:
    """The number of the snapshot that was published, and what it changed; None where nothing came before."""

    number: int
    changes: Differences | None


def publish_apart(folder: Path, who: str) -> PublishedNumber:
    """Publish data/ and the ledger. Raises NotPublished with what publish raised."""
    with one_process() as process:
        made = process.submit(_publish, folder, who).result()
    return unless_fault(made)


def preview_apart(folder: Path, who: str) -> Differences | None:
    """What a publish would change now. Raises NotPublished with what preview raised."""
    with one_process() as process:
        made = process.submit(_preview, folder, who).result()
    return unless_fault(made)


def one_process() -> ProcessPoolExecutor:
    """A process of its own, at a lower priority than the readers' server."""
    return ProcessPoolExecutor(1, mp_context=forking(), initializer=stand_back)


def stand_back() -> None:
    """Let whoever reads go before; on Windows there is no such order."""
    if hasattr(os, "nice"):
        os.nice(BEHIND)


def unless_fault(made: Made | str) -> Made:
    """What a process made. An error crosses to us as its line: not every class of errors can be made anew from it."""
    if isinstance(made, str):
        raise NotPublished(made)
    return made


def _publish(folder: Path, who: str) -> PublishedNumber | str:
    try:
        made = publish(folder, who)
    except FahengError as fault:
        return str(fault)
    return PublishedNumber(number_of(made.snapshot), made.changes)


def _preview(folder: Path, who: str) -> Differences | str | None:
    try:
        return preview(folder, who)
    except FahengError as fault:
        return str(fault)
