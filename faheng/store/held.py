"""Folders that a living process holds: the system lets go of them when it ends, however it ends.

Left out on purpose: clocks and process numbers. A clock can be put forward, and a number is given to another process.
"""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from pathlib import Path
from typing import IO

LOCK = "held.lock"
_held: dict[Path, IO[bytes]] = {}


def hold(folder: Path) -> bool:
    """Hold the folder until let_go() or the end of this process; False where another holds it or took it away."""
    file = _locked(folder)
    if file is None:
        return False
    _held[folder] = file
    return True


def is_held(folder: Path) -> bool:
    """Whether this process holds the folder."""
    return folder in _held


def let_go(folder: Path) -> None:
    """Hold the folder no longer and remove it, empty as it is by now."""
    file = _held.pop(folder, None)
    if file is None:
        return
    _unlink_and_close(folder, file)
    # Whoever looks for abandoned folders in this moment removes it for us.
    with suppress(OSError):
        folder.rmdir()


def remove_abandoned(folder: Path) -> None:
    """Remove the folder where no living process holds it."""
    file = _locked(folder)
    if file is None:
        return
    # While the lock is ours nobody else removes the folder, nor takes it for one of its own.
    for path in folder.iterdir():
        if path.name != LOCK:
            with suppress(OSError):
                shutil.rmtree(path) if path.is_dir() else path.unlink()
    _unlink_and_close(folder, file)
    with suppress(OSError):
        folder.rmdir()


def _locked(folder: Path) -> IO[bytes] | None:
    """The file in the folder whose lock is ours now; None where it is another's, or where the folder is gone."""
    import portalocker  # noqa: PLC0415 (builds alone need it, and it takes long to import)

    now = portalocker.LockFlags.EXCLUSIVE | portalocker.LockFlags.NON_BLOCKING
    with suppress(FileNotFoundError):
        file = (folder / LOCK).open("ab")
        try:
            portalocker.lock(file, now)
        except portalocker.LockException:
            file.close()
            return None
        # Who held it before us may have removed it after we opened it.
        if os.fstat(file.fileno()).st_nlink:
            return file
        file.close()
    return None


def _unlink_and_close(folder: Path, file: IO[bytes]) -> None:
    """Remove the lock before it is free for others; Windows keeps a file that is open, so there after."""
    if os.name == "nt":
        file.close()
    (folder / LOCK).unlink(missing_ok=True)
    file.close()
