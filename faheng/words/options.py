"""An entry of a list that is found by more than what is read of it."""

from __future__ import annotations

__all__ = ["option_text"]


def option_text(text: str, typed: str) -> str:
    """The text, and behind a tab what one may type to find it.

    The browser looks for what one types in the whole entry; the style sheet makes a tab so wide that nobody sees what
    is behind it.
    """
    return f"{text}\t{typed}" if typed else text
