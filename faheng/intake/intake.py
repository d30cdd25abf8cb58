"""Everything that an import, a review or a publish works with: the ledger, the folders, and how things stand."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from faheng.errors import LedgerUnavailable, StoreBusy, UnwritableFile
from faheng.intake.reader import Storage
from faheng.intake.state import FoldedLedger, State
from faheng.intake.zones import added_zones
from faheng.ledger.ledger import Ledger, open_ledger
from faheng.paths import DATA, documents_folder, is_local, storage_faults
from faheng.reading.lexicon import state_of

IMPORTING, PUBLISHING = "importing.lock", "publishing.lock"
# How long one publish waits for another, in seconds.
PATIENCE = 120


@dataclass(frozen=True)
class Intake:
    """The store's folder with its ledger."""

    folder: Path
    ledger: Ledger
    _folded: FoldedLedger = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Nothing is folded yet."""
        object.__setattr__(self, "_folded", FoldedLedger(self.ledger))

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
        return self._folded.now()

    def tidy(self) -> None:
        """Remove documents and readings that no event names, unless somebody imports at this moment.

        In object storage they stay until a publish: to list them takes a request for every thousand.
        """
        from faheng.intake.leftovers import remove_leftovers  # noqa: PLC0415 (it needs this module)

        if is_local(documents_folder(self.folder)) and self.names_all_files:
            with suppress(StoreBusy), self.alone(IMPORTING):
                remove_leftovers(self.storage, self.ledger.events)

    def tidy_objects(self) -> None:
        """The same in object storage. They are listed while others import, who wait only where there is a leftover."""
        from faheng.intake.leftovers import Stored, remove_leftovers  # noqa: PLC0415 (it needs this module)

        storage = self.storage
        if is_local(storage.folder) or not self.names_all_files:
            return
        with suppress(StoreBusy, LedgerUnavailable, *storage_faults()):
            found = Stored.in_(storage).without(self.ledger.events())
            if not found.is_empty:
                with self.alone(IMPORTING):
                    remove_leftovers(storage, self.ledger.events, found)

    @property
    def names_all_files(self) -> bool:
        """Whether what this ledger does not name is nobody's.

        Where files lie apart from the store other machines may have theirs there, which only a ledger that the machines
        share names.
        """
        apart = documents_folder(self.folder) != self.folder.absolute()
        return not apart or self.ledger.engine.dialect.name != "sqlite"

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
        """By a file for the processes of this machine, and by the ledger's server for those of others."""
        on_this_machine = self._file_held(name, shared=shared, patience=patience)
        with on_this_machine, self.ledger.alone(name, shared=shared, patience=patience):
            yield

    @contextmanager
    def _file_held(self, name: str, *, shared: bool, patience: float) -> Iterator[None]:
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
