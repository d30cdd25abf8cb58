"""The checks: what each is called and what it asks. What makes their findings stands in faheng/checks/registry.py."""

from __future__ import annotations

from enum import StrEnum
from typing import Protocol, Self


class Say(Protocol):
    """The interface's words in one language (faheng/words/catalogue.py)."""

    def __call__(self, message: str, /, **values: object) -> str:
        """The message in this language."""


class InWords(Protocol):
    """A sentence that is said in the language asked for."""

    def __call__(self, say: Say, /) -> str:
        """The sentence."""


class CheckName(StrEnum):
    """The twelve checks of design.md, section 7, in the order in which pages list them.

    label: what is held against what. question: what the check asks of the figures, in one sentence.
    """

    label: InWords
    question: InWords

    def __new__(cls, name: str, label: InWords = str, question: InWords = str) -> Self:
        """A check with its two sentences; the defaults are for mypy, to which CheckName("flow") is a call of this."""
        check = str.__new__(cls, name)
        check._value_ = name
        check.label, check.question = label, question
        return check

    STATED_RATE = (
        "stated_rate",
        lambda say: say("Rate and its counts"),
        lambda say: say("A stated rate must be what its counts give, rounded or cut off; a bound must hold."),
    )
    ATTAINABILITY = (
        "attainability",
        lambda say: say("Whole cases behind a rate"),
        lambda say: say(
            "Some whole number of cases must give the printed percentage (the GRIM test of Brown and Heathers, 2017)."
        ),
    )
    PARTS = (
        "parts",
        lambda say: say("Parts and their whole"),
        lambda say: say("Parts named as of one whole must add up to it, or not exceed it."),
    )
    FLOW = (
        "flow",
        lambda say: say("What comes of cases"),
        lambda say: say("No more can be completed than was accepted, unless cases were carried over."),
    )
    GROWTH = (
        "growth",
        lambda say: say("Stated growth"),
        lambda say: say(
            "Some whole number before must give the stated growth; where the report or the one before states that"
            " number, it must be that."
        ),
    )
    SAID_TWICE = (
        "said_twice",
        lambda say: say("Said more than once"),
        lambda say: say("What a report says more than once must be the same."),
    )
    TWO_REPORTS = (
        "two_reports",
        lambda say: say("Two reports"),
        lambda say: say("Two reports on the same place, indicator and period must agree."),
    )
    RANGE = (
        "range",
        lambda say: say("Possible range"),
        lambda say: say("No rate exceeds 100%, no count is below zero."),
    )
    JUMP = (
        "jump",
        lambda say: say("Jump over the years"),
        lambda say: say("A value far outside the other years of its place is named, not judged."),
    )
    CORRUPT_NUMERAL = (
        "corrupt_numeral",
        lambda say: say("Damaged numerals"),
        lambda say: say("Numerals that conversion grew together or tore apart are never read silently."),
    )
    TARGET = (
        "target",
        lambda say: say("Targets and plans"),
        lambda say: say("A target or plan is not taken for a result."),
    )
    INFERRED_PERIOD = (
        "inferred_period",
        lambda say: say("Inferred period"),
        lambda say: say("A period that the report leaves open is inferred, and said to be."),
    )
