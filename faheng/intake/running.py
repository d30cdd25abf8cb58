"""An import that goes on while its reader looks at other pages: in a thread, with what is done so far to look at."""

from __future__ import annotations

import shutil
import tempfile
import threading
from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from faheng.errors import FahengError
from faheng.intake.imports import Imported, ImportPlan, Refused, Result, import_files
from faheng.intake.intake import Intake
from faheng.reading.scans import PageRead

__all__ = ["RunningImport", "UploadedSource"]

LONGEST_NAME, LONGEST_ENDING = 60, 10


@dataclass(frozen=True)
class UploadedSource:
    """A file that a browser sent."""

    name: str
    data: bytes


@dataclass
class RunningImport:
    """One import: how many sources it has, what became of them so far, and whether it has ended.

    Only the thread writes; whoever looks sees each result once it is in the ledger. fault: why it ended early. page:
    the last page that was recognised of the scan that it is at, None where it is at none.
    """

    sources: int
    results: list[Result] = field(default_factory=list)
    page: PageRead | None = None
    fault: str = ""
    _cancelled: threading.Event = field(default_factory=threading.Event)
    _thread: threading.Thread | None = None

    @staticmethod
    def of_uploads(intake: Intake, uploads: Iterable[UploadedSource], plan: ImportPlan) -> RunningImport:
        """Start on files that a browser sent; they lie in a folder of their own for as long as they are read."""
        folder = Path(tempfile.mkdtemp(prefix="faheng-import-"))
        paths = []
        for number, each in enumerate(uploads):
            path = folder / str(number) / safe_name(each.name)
            path.parent.mkdir()
            path.write_bytes(each.data)
            paths.append(path)
        return RunningImport(len(paths)).started(intake, paths, plan, folder)

    @staticmethod
    def of_folder(intake: Intake, paths: Sequence[Path], plan: ImportPlan) -> RunningImport:
        """Start on files of the server."""
        return RunningImport(len(paths)).started(intake, paths, plan, None)

    def started(self, intake: Intake, paths: Iterable[Path], plan: ImportPlan, folder: Path | None) -> RunningImport:
        """Begin. folder: what is removed at the end."""
        self._thread = threading.Thread(target=self._run, args=(intake, list(paths), plan, folder), daemon=True)
        self._thread.start()
        return self

    def _run(self, intake: Intake, paths: list[Path], plan: ImportPlan, folder: Path | None) -> None:
        try:
            with closing(import_files(intake, paths, plan)) as every:
                for result in every:
                    self.page = result if isinstance(result, PageRead) else None
                    if self.page is None:
                        self.results.append(result)
                    if self._cancelled.is_set():
                        break
            if self._cancelled.is_set():
                intake.tidy()
        except FahengError as fault:
            self.fault = str(fault)
        finally:
            if folder is not None:
                shutil.rmtree(folder, ignore_errors=True)

    @property
    def goes_on(self) -> bool:
        """Whether it has not ended yet."""
        return self._thread is not None and self._thread.is_alive()

    @property
    def cancelled(self) -> bool:
        """Whether somebody ended it early."""
        return self._cancelled.is_set()

    def cancel(self) -> None:
        """End it after the document, or the page of a scan, that it is at: what is done stays, nothing half-read."""
        self._cancelled.set()

    def wait(self, seconds: float) -> bool:
        """Wait until it has ended, at most so long; whether it has."""
        if self._thread is not None:
            self._thread.join(seconds)
        return not self.goes_on

    @property
    def imported(self) -> list[Imported]:
        """The documents that were taken."""
        return [each for each in self.results if isinstance(each, Imported)]

    @property
    def refused(self) -> list[Refused]:
        """The files that were not."""
        return [each for each in self.results if isinstance(each, Refused)]


def safe_name(name: str) -> str:
    """The last part of a name that a browser sent, short, without what a file system may not take."""
    last = name.replace("\\", "/").rpartition("/")[2].encode("utf-8", "replace").decode().replace("\0", "").strip(". ")
    path = PurePosixPath(last or "report")
    return path.stem[:LONGEST_NAME] + path.suffix[:LONGEST_ENDING]
