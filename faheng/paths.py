"""Where Faheng's files are. Nothing else in the package builds such a path."""

from __future__ import annotations

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "data"
QUERIES = ROOT / "queries"
GOLD = ROOT / "tests/gold"
TEMPLATES = DATA / "templates"


# Where documents and readings lie.
DOCUMENTS = "FAHENG_DOCUMENTS"


def documents_folder(store: Path) -> Path:
    """Where documents and readings lie: $FAHENG_DOCUMENTS (file:///mnt/faheng), or the folder of the store."""
    given = os.environ.get(DOCUMENTS, "")
    return Path(given.removeprefix("file://")) if given else store


def store_folder() -> Path:
    """The folder of the snapshots: $FAHENG_STORE, or data/store beside the rest of the data."""
    return Path(os.environ.get("FAHENG_STORE") or DATA / "store")
