"""How long a file may take and how much memory it may need, enforced by the operating system.

The settings FAHENG_READ_SECONDS and FAHENG_READ_MEGABYTES change the limits.
"""

from __future__ import annotations

import ctypes
import os
import resource
import sys
from dataclasses import dataclass
from pathlib import Path

from faheng.errors import BadSetting

SECONDS, MEGABYTES = "FAHENG_READ_SECONDS", "FAHENG_READ_MEGABYTES"
# A program that has begun needs some room for itself, however large it already is.
LEAST_GROWTH = 64 << 20
# What a reader touches of its libraries' own files: 34 MB after a file of each format.
LIBRARIES = 40 << 20
# The clock of the pool comes first; that of the system ends what has lost its pool.
GRACE_SECONDS = 5
# M_MMAP_THRESHOLD of malloc.h, and from how many bytes a piece is large.
_LARGE_IS, _LARGE = -3, 1 << 20
_SIZES = Path("/proc/self/statm")


@dataclass(frozen=True)
class Limits:
    """What one file may take: seconds by the clock, and megabytes of memory of the process that reads it."""

    seconds: int = 60
    megabytes: int = 600

    @staticmethod
    def set() -> Limits:
        """The limits as the settings have them. Raises BadSetting for one that is no number."""
        return Limits(setting(SECONDS, Limits.seconds, 1), setting(MEGABYTES, Limits.megabytes, 150))

    def enforce(self) -> None:
        """Let the system refuse this process, and what it starts, more from now on."""
        give_back()
        used = resource.getrusage(resource.RUSAGE_SELF)
        lower(resource.RLIMIT_CPU, int(used.ru_utime + used.ru_stime) + self.seconds + GRACE_SECONDS)
        if _SIZES.is_file():
            sizes = Sizes.now()
            own = max(sizes.resident, sizes.resident - sizes.of_files + LIBRARIES)
            growth = max((self.megabytes << 20) - own, LEAST_GROWTH)
            # Threads and allocators reserve space long before they use it, and keep what a file before this one has
            # made them reserve: what was allowed once is never widened.
            narrow(resource.RLIMIT_DATA, sizes.writable + growth)
            # Wider: where no space is left Linux lets what is reserved become writable whatever the limit above says.
            narrow(resource.RLIMIT_AS, sizes.space + growth + (self.megabytes << 20))

    @property
    def is_half_used(self) -> bool:
        """Whether this process holds so much, or has so much reserved, that another file might not fit beside it."""
        if not _SIZES.is_file():
            return False
        sizes, allowed = Sizes.now(), resource.getrlimit(resource.RLIMIT_DATA)[0]
        room = allowed - sizes.writable if allowed != resource.RLIM_INFINITY else self.megabytes << 20
        return sizes.resident > (self.megabytes << 20) // 2 or room < (self.megabytes << 20) // 3


@dataclass(frozen=True)
class Sizes:
    """What this process takes, in bytes, as /proc/self/statm of Linux says it.

    space: all that has an address. resident: what is in memory; of_files: the part of it that is of files. writable:
    what is its own to write on, in memory or not yet.
    """

    space: int
    resident: int
    of_files: int
    writable: int

    @staticmethod
    def now() -> Sizes:
        """The sizes at this moment."""
        space, resident, of_files, _, _, writable, _ = (
            int(pages) * resource.getpagesize() for pages in _SIZES.read_text().split()
        )
        return Sizes(space, resident, of_files, writable)


def give_back() -> None:
    """Let the C library give large pieces of memory back to the system as soon as they are free.

    By itself it learns from the first large piece to keep the others, which so lie scattered and count as used.
    """
    library = ctypes.CDLL(None)
    if sys.platform == "linux" and hasattr(library, "mallopt"):
        library.mallopt(_LARGE_IS, _LARGE)


def lower(kind: int, value: int) -> None:
    """Set a limit of this process, within what the system allows it at most."""
    _, most = resource.getrlimit(kind)
    resource.setrlimit(kind, (value if most == resource.RLIM_INFINITY else min(value, most), most))


def narrow(kind: int, value: int) -> None:
    """Set a limit of this process unless a narrower one is set."""
    now, _ = resource.getrlimit(kind)
    lower(kind, value if now == resource.RLIM_INFINITY else min(now, value))


def setting(name: str, usual: int, least: int) -> int:
    """The number that an environment variable gives; usual where it is not set."""
    value = os.environ.get(name, "")
    if not value:
        return usual
    if not (value.isascii() and value.isdigit() and len(value) < len("1000000")) or int(value) < least:
        raise BadSetting(name, value, f"write a whole number from {least} up")
    return int(value)
