"""What the commands print can always be printed: what an encoding lacks is escaped as JSON escapes it.

A terminal or a redirection in GBK has no emoji, and the name of a file need not be UTF-8 (Python keeps its bytes as
lone surrogates). Both become \\ud83d\\ude00 or \\udcff, so that a line of JSON still says the same.
"""

from __future__ import annotations

import codecs
import getpass
import os
import sys
from io import TextIOWrapper

ESCAPED = "faheng.escaped"


def escaped(error: UnicodeError) -> tuple[str, int]:
    """The characters that could not be encoded as \\uXXXX, those outside the basic plane as two; and where they end."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    units = error.object[error.start : error.end].encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4)), error.end


def escape_what_cannot_be_printed() -> None:
    """Let standard output and standard error escape from now on; other kinds of streams are left as they are."""
    codecs.register_error(ESCAPED, escaped)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors=ESCAPED)


def user_name() -> str:
    """Who runs the command, for the history: FAHENG_USER, or the name by which the system knows the user."""
    try:
        return os.environ.get("FAHENG_USER") or getpass.getuser()
    except (KeyError, OSError, ImportError):  # a user without a name
        return f"user {os.getuid()}" if hasattr(os, "getuid") else "unknown"
