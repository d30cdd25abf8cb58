"""`faheng import` in a process of its own, and what it leaves in the ledger."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ray_nodes import ENVIRONMENT

from faheng.intake.intake import Intake


def noted(store: Path) -> list[tuple[str, str, dict[str, Any]]]:
    """What the ledger holds, but for when and by whom."""
    intake = Intake.open(store)
    events = intake.ledger.events()
    intake.ledger.close()
    return [(str(each.kind), each.report, dict(each.detail)) for each in events]


def environment(store: Path) -> dict[str, str]:
    return os.environ | ENVIRONMENT | {"FAHENG_STORE": str(store), "FAHENG_USER": "x", "PYTHONUNBUFFERED": "1"}


@dataclass(frozen=True)
class Importing:
    """`faheng import` in a process of its own, whose lines can be read as they come."""

    process: subprocess.Popen[str]
    errors: Path

    @staticmethod
    def into(store: Path, *arguments: object) -> Importing:
        """Begin it. What it says of faults is kept in a file beside the store."""
        command = [sys.executable, "-m", "faheng.cli", "import", *map(str, arguments)]
        errors = store.with_suffix(".errors")
        with errors.open("w", encoding="utf-8") as out:
            process = subprocess.Popen(  # noqa: S603
                command, env=environment(store), text=True, stdout=subprocess.PIPE, stderr=out, encoding="utf-8"
            )
        return Importing(process, errors)

    def lines(self, number: int) -> list[str]:
        """The next lines that it prints."""
        assert self.process.stdout
        return [self.process.stdout.readline().rstrip("\n") for _ in range(number)]

    def rest(self) -> tuple[list[str], str]:
        """The lines until it ends, and what it said of faults.

        Popen.communicate would lose the lines that came together with one that was asked for.
        """
        assert self.process.stdout
        said = self.process.stdout.read().splitlines()
        self.process.wait()
        return said, self.errors.read_text(encoding="utf-8")
