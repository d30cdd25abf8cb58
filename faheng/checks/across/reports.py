"""Checks 5, 7, 8 and 9 between reports: what they say. What they hold against what stands in queries/checks.

Their sentences are handed to the store with their slots open, and filled there: no figure of a whole country becomes an
object of Python.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from faheng.model import Check, CheckName
from faheng.words.catalogue import Words

TWO_REPORTS = Check(
    CheckName("two_reports"),
    lambda say: say("Two reports"),
    lambda say: say("Two reports on the same place, indicator and period must agree."),
)

JUMP = Check(
    CheckName("jump"),
    lambda say: say("Jump over the years"),
    lambda say: say("A value far outside the other years of its place is named, not judged."),
)

# Name by which the queries know a sentence -> the sentence.
SENTENCES: Mapping[str, Callable[[Words], str]] = MappingProxyType({
    "alike": lambda say: say("Two reports give {name} of {period} alike: {value}."),
    "differing": lambda say: say(
        "Two reports give {name} of {period} differently: {value} and {other}; one was revised or is wrong."
    ),
    "grown_alike": lambda say: say(
        "{name} from {before} in the report of the year before to {value} is {growth}: agrees."
    ),
    "grown_otherwise": lambda say: say(
        "{name} from {before} in the report of the year before to {value} is {growth}, but the report says"
        " {stated}: the earlier figure may have been revised."
    ),
    "negative": lambda say: say("{name} {value}: less than nothing."),
    "above_all": lambda say: say("{name} {value}: more than all."),
    "future": lambda say: say("{name} {value} is of {period}, which its report cannot know."),
    "jumped": lambda say: say(
        "{name} was {value} in {period}; the {n} other years lie from {least} to {greatest}. Definition, scope or"
        " unit may have changed."
    ),
})  # fmt: skip
# Likewise what stands in the slots of sentences.
PARTS: Mapping[str, Callable[[Words], str]] = MappingProxyType({
    "about": lambda say: say("about {value}"),
    "nearly": lambda say: say("nearly {value}"),
    "points": lambda say: say("{n} percentage points"),
})  # fmt: skip
