"""A folder into which others put reports: each is taken once, when it is written to its end."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

from faheng.errors import NothingToRead, UnwritableFile
from faheng.intake.imports import ImportPlan, Refused, Result, import_files
from faheng.intake.intake import Intake
from faheng.reading.files import REPORT_SUFFIXES

TAKEN, REFUSED = "taken", "refused"
# A file that has not changed for so many seconds is written to its end.
STABLE = 2.0
Look = dict[Path, tuple[int, int]]


def watch_folder(intake: Intake, folder: Path, plan: ImportPlan, every: float, *, once: bool) -> Iterator[Result]:
    """What becomes of each file, as it comes; without end unless once. Raises UnwritableFile, LedgerUnavailable."""
    before: Look = look(folder)
    while True:
        time.sleep(min(every, STABLE) if once else every)
        now = look(folder)
        for path in sorted(now):
            if before.get(path) == now[path]:
                yield from taken(intake, path, plan)
        before = now
        if once:
            return


def look(folder: Path) -> Look:
    """The reports that lie in the folder itself, with size and time."""
    found: Look = {}
    for path in folder.iterdir():
        if path.suffix.lower() in REPORT_SUFFIXES and not path.name.startswith((".", "~$")) and path.is_file():
            status = path.stat()
            found[path] = (status.st_size, status.st_mtime_ns)
    return found


def taken(intake: Intake, path: Path, plan: ImportPlan) -> Iterator[Result]:
    """What becomes of one file, which is moved out of the way afterwards."""
    results: list[Result] = []
    try:
        for result in import_files(intake, [path], plan):
            results.append(result)
            yield result
    except NothingToRead:  # somebody took it away in this moment
        return
    faults = [each.fault for each in results if isinstance(each, Refused)]
    moved = moved_to(path, path.parent / (REFUSED if faults else TAKEN))
    if faults:
        moved.with_name(f"{moved.name}.txt").write_text("\n".join(faults) + "\n", encoding="utf-8")


def moved_to(path: Path, folder: Path) -> Path:
    """The file in the folder, under a name that no other has."""
    try:
        folder.mkdir(exist_ok=True)
        target, number = folder / path.name, 1
        while target.exists():
            number += 1
            target = folder / f"{path.stem}-{number}{path.suffix}"
        return path.rename(target)
    except OSError as error:
        raise UnwritableFile(str(folder), error.strerror or str(error), "give rights to write there") from error
