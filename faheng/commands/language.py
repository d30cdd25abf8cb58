"""In which language a command speaks: what --language says, else the system's, else Chinese."""

from __future__ import annotations

import os
from collections.abc import Callable

import click

from faheng.words.catalogue import LANGUAGES, words
from faheng.words.faults import fault_of_line, fragment
from faheng.words.troubles import trouble_text

__all__ = ["failure_line", "language_option", "system_language", "trouble_line"]

_Command = Callable[..., None]
# As gettext looks for the language of messages; the first that is set speaks.
_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")


def system_language() -> str:
    """The language of the system's locale, where it is one that Faheng speaks; "" for any other, and for none."""
    named = next(filter(None, map(os.environ.get, _VARIABLES)), "")
    return next((each for each in LANGUAGES if named.lower().startswith(each)), "")


def language_option(of_what: str) -> Callable[[_Command], _Command]:
    """The option --language of a command; of_what: what is said in it, for the help."""
    return click.option(
        "--language", type=click.Choice(LANGUAGES), default=lambda: system_language() or LANGUAGES[0],
        show_default="the system's, else zh", help=of_what,
    )  # fmt: skip


def trouble_line(trouble: Exception) -> str:
    """Why something could not be done: in Chinese on a system that speaks it."""
    return trouble_text(str(trouble), words("zh")) if system_language() == "zh" else str(trouble)


def failure_line(line: str) -> str:
    """The line of a file that cannot be read: in Chinese on a system that speaks it, where the fault is known."""
    if system_language() != "zh":
        return line
    say = words("zh")
    fault = line.rpartition("; ")[0].rpartition(": ")[2]
    return fault_of_line(line, say) if fragment(fault, say) else line
