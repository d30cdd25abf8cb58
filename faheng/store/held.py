"""Folders that a living process holds: the system lets go of them when it ends, however it ends.

Left out on purpose: clocks and process numbers. A clock can be put forward, and a number is given to another process.
"""

from __future__ import annotations

import os
import shutil
import threading
from contextlib import suppress
from pathlib import Path

from filelock import FileLock, Timeout

SUFFIX = ".lock"
_held: dict[Path, FileLock] = {}


def hold(folder: Path) -> bool:
    """Hold the new, empty folder until let_go() or the end of this process; False where another took it away first."""
    # Named for its thread, so that whoever made the folder again meanwhile is not taken for us.
    own = folder / f"{os.getpid()}-{threading.get_ident()}{SUFFIX}"
    lock = FileLock(own, thread_local=False)
    try:
        lock.acquire(timeout=0)
    except (FileNotFoundError, Timeout):
        return False
    if not own.exists():
        lock.release()
        return False
    _held[folder] = lock
    return True


def let_go(folder: Path) -> None:
    """Hold the folder no longer and remove it, empty as it is by now."""
    lock = _held.pop(folder, None)
    if lock is not None:
        lock.release()
        Path(lock.lock_file).unlink(missing_ok=True)
    # Whoever looks for abandoned folders in this moment removes it for us.
    with suppress(OSError):
        folder.rmdir()


def remove_abandoned(folder: Path) -> None:
    """Remove the folder where no living process holds it."""
    with suppress(FileNotFoundError):  # its holder finished in this moment
        inside = list(folder.iterdir())
        own = next((path for path in inside if path.suffix == SUFFIX), None)
        if own is not None:
            _remove_unheld(folder, own)
        elif inside:  # left by a Faheng that did not hold its folders yet
            shutil.rmtree(folder, ignore_errors=True)
        else:  # a holder that is about to hold it finds it gone, and takes another
            folder.rmdir()


def _remove_unheld(folder: Path, own: Path) -> None:
    lock = FileLock(own)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        return
    # While the lock is ours nobody else removes the folder, nor makes it anew.
    shutil.rmtree(folder, ignore_errors=True)
    lock.release()
    if os.name == "nt":  # which keeps a file that is open
        shutil.rmtree(folder, ignore_errors=True)
