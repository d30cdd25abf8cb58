"""What a check is called and what it asks. Each is declared where its findings are made (faheng/checks)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NewType, Protocol

# As the store, data/findings and the addresses of pages write a check.
CheckName = NewType("CheckName", str)


class Say(Protocol):
    """The interface's words in one language (faheng/words/catalogue.py)."""

    def __call__(self, message: str, /, **values: object) -> str:
        """The message in this language."""


class InWords(Protocol):
    """A sentence that is said in the language asked for."""

    def __call__(self, say: Say, /) -> str:
        """The sentence."""


@dataclass(frozen=True)
class Check:
    """A check. label: what is held against what. question: what it asks of the figures, in one sentence.

    drawn: its findings have arithmetic that a page draws; the others are told in words alone.
    """

    name: CheckName
    label: InWords
    question: InWords
    drawn: bool = True
