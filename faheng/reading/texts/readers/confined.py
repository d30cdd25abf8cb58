"""A foreign program on a file that somebody sent: it may compute, and neither reach the network nor write a file.

Method: prlimit and unshare of util-linux, which is on every Linux; a network of its own has no way out. Where a system
has neither, or does not let this user have a network of his own, the clock alone holds.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Sequence
from functools import cache
from pathlib import Path

MEGABYTES = 300
FILES = 32
# SIGXCPU, which Windows does not name; the hard limit a second later is for a program that does not heed it.
_PROCESSOR_TIME_OVER = 24
_ALONE = ("--map-root-user", "--net", "--")


def run(command: Sequence[str], folder: Path, seconds: int) -> subprocess.CompletedProcess[bytes]:
    """Run the command in the folder and give what it wrote to its two streams.

    seconds: of the clock and of the processor. Raises subprocess.TimeoutExpired, whichever of the two is over first.
    """
    limited = [*_limits(seconds), *_alone(), *command]
    environment = {"PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": str(folder), "LANG": "C.UTF-8"}
    # On Windows a program needs more of its environment than these.
    env = environment if sys.platform != "win32" else None
    ended = subprocess.run(  # noqa: S603 (our own command)
        limited, cwd=folder, env=env, stdin=subprocess.DEVNULL, capture_output=True, timeout=seconds, check=False
    )
    if ended.returncode == -_PROCESSOR_TIME_OVER:
        raise subprocess.TimeoutExpired(limited, seconds, ended.stdout, ended.stderr)
    return ended


def _limits(seconds: int) -> list[str]:
    program = shutil.which("prlimit")
    if program is None:
        return []
    size = MEGABYTES * 2**20
    return [
        program,
        f"--as={size}",
        f"--cpu={seconds}:{seconds + 1}",
        "--fsize=0",
        f"--nofile={FILES}",
        "--core=0",
        "--",
    ]


@cache
def _alone() -> tuple[str, ...]:
    """What comes before a command that is to have no network; nothing where the system does not allow it."""
    program = shutil.which("unshare")
    if program is None:
        return ()
    tried = subprocess.run([program, *_ALONE, "true"], capture_output=True, check=False)  # noqa: S603 (our own command)
    return (program, *_ALONE) if tried.returncode == 0 else ()
