"""What must be the same on every machine that reads for one store."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from faheng.intake.intake import IMPORTING
from faheng.paths import DATA
from faheng.store.inputs import inputs_of

__all__ = ["NodeFooting"]


@dataclass(frozen=True)
class NodeFooting:
    """The program with its data, and the folder of the store, which whoever imports has locked."""

    folder: Path

    def __call__(self) -> Mapping[str, str]:
        """Each thing by its name, as it is on this machine."""
        lock = self.folder / IMPORTING
        seen = str(lock.stat().st_mtime_ns) if lock.is_file() else ""
        return {"the version of Faheng, or its data/": inputs_of(DATA, ""), f"the folder {self.folder}": seen}
