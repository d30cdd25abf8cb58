"""Everything that an import, a review or a publish works with: the ledger, the folders, and how things stand."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from faheng.errors import StoreBusy, UnwritableFile
from faheng.intake.reader import Storage
from faheng.intake.state import State, folded
from faheng.intake.zones import added_zones
from faheng.ledger.ledger import Ledger, open_ledger
from faheng.paths import DATA, documents_folder, is_local
from faheng.reading.lexicon import state_of

IMPORTING, PUBLISHING = "importing.lock", "publishing.lock"
# How long one publish waits for another, in seconds.
PATIENCE = 120


@dataclass(frozen=True)
class Intake:
    """The store's folder with its ledger."""

    folder: Path
    ledger: Ledger

    @staticmethod
    def open(folder: Path) -> Intake:
        """The intake of the store's folder, made where there is none; what a crash left without a name is removed.

        Raises LedgerUnavailable, LedgerTooNew, BadSetting.
        """
        opened = Intake(folder, open_ledger(folder))
        opened.tidy()
        return opened

    @property
    def storage(self) -> Storage:
        """Where documents and readings are, and by what is read now: data/ and the zones that people added."""
        return Storage(documents_folder(self.folder), state_of(DATA), added_zones(self.ledger.events(report="")))

    def state(self) -> State:
        """How things stand now."""
        return folded(self.ledger.events())

    def tidy(self) -> None:
        """Remove documents and readings that no event names, unless somebody imports at this moment.

        In object storage they stay: other machines may import there, and whoever imports them again takes them up.
        """
        from faheng.intake.leftovers import remove_leftovers  # noqa: PLC0415 (it needs this module)

        storage = self.storage
        if not is_local(storage.folder):
            return
        with suppress(StoreBusy), self.alone(IMPORTING):
            remove_leftovers(storage, self.ledger.events())

    @contextmanager
    def importing(self) -> Iterator[None]:
        """While files are written that no event names yet; many may import at once."""
        with self._held(IMPORTING, shared=True, patience=PATIENCE):
            yield

    @contextmanager
    def alone(self, lock: str, patience: float = 0) -> Iterator[None]:
        """While nobody else holds the lock. Raises StoreBusy after so many seconds."""
        with self._held(lock, shared=False, patience=patience):
            yield

    @contextmanager
    def _held(self, name: str, *, shared: bool, patience: float) -> Iterator[None]:
        import portalocker  # noqa: PLC0415 (readers of pages never lock, and it takes long to import)

        kind = portalocker.LockFlags.SHARED if shared else portalocker.LockFlags.EXCLUSIVE
        flags = kind | portalocker.LockFlags.NON_BLOCKING
        path = self.folder / name
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            lock = portalocker.Lock(path, "ab", timeout=patience, check_interval=0.05, flags=flags)
            held = lock.acquire()
        except portalocker.LockException as error:
            raise StoreBusy(f"others are at work in {self.folder}: try again in a minute") from error
        except OSError as error:
            raise UnwritableFile(str(path), error.strerror or str(error)) from error
        try:
            yield
        finally:
            held.close()
