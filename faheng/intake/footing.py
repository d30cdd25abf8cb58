"""What must be the same on every machine that reads for one store."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from faheng.paths import DATA, is_local, storage_faults
from faheng.reading.texts.transcripts import recogniser
from faheng.store.inputs import inputs_of

__all__ = ["NodeFooting"]

# A name of its own that a folder of documents has: under one path two machines may have two of them.
NAME = "name-of-these-documents"


@dataclass(frozen=True)
class NodeFooting:
    """The program with its data, the folder of the documents, or its like in object storage, and what reads scans.

    The last stops an import before its first file: a machine that cannot open pictures does not know how many pages
    they have, and whoever comes to the scans hours later would be told then.
    """

    folder: Path

    def __call__(self) -> Mapping[str, str]:
        """Each thing by its name, as it is on this machine."""
        return {
            "the version of Faheng, or its data/": inputs_of(DATA, ""),
            f"the folder {self.folder}": self.name(),
            **recogniser(),
        }

    def name(self) -> str:
        """Of the folder, which gets one with the first cluster that reads for it; "" where it cannot be reached."""
        path = self.folder / NAME
        try:
            if not path.is_file() and (self.folder.is_dir() or not is_local(self.folder)):
                path.write_text(uuid4().hex, encoding="utf-8")
            return path.read_text(encoding="utf-8")
        except storage_faults():
            return ""
