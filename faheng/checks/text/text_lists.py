"""Which numbers behind a whole are one list of parts that exclude each other.

Members parted as a list parts them (甲类40件、乙类20件和丙类10件), or each another way in which a case ends (维持40件,
撤销20件). No list are the steps that a case goes through, of which one holds the next: 受理90件、审结80件.
"""

from __future__ import annotations

from collections.abc import Sequence

from faheng.checks.text.checked_text import CLAUSE_MARKS, LIST_MARKS, Phrases, between, item_before
from faheng.reading.flow import Passage
from faheng.reading.mentions.mention import Mention


def one_list(passage: Passage, parts: Sequence[Mention], phrases: Phrases, *, among: bool) -> tuple[Mention, ...]:
    """The parts from the first on as far as one list reaches; () where they are steps.

    among: whether 其中 announces them; else all must be endings.
    """
    listed = [parts[0]]
    for part in parts[1:]:
        if not goes_on(passage, listed, part, phrases, among=among):
            break
        listed.append(part)
    alone = not among and not ending(passage, parts[0], phrases)
    return () if alone or are_steps(passage, listed, phrases) else tuple(listed)


def goes_on(passage: Passage, listed: Sequence[Mention], part: Mention, phrases: Phrases, *, among: bool) -> bool:
    """Whether the list reaches to the part: every member under a name of its own."""
    gap = between(passage, listed[-1], part)
    names = [item_before(passage, each) for each in listed]
    if any(word in gap for word in phrases["among"]) or item_before(passage, part) in names:
        return False
    endings = [ending(passage, each, phrases) for each in (*listed, part)]
    if all(endings):
        return len(set(endings)) == len(endings)
    parted = not any(mark in gap for mark in CLAUSE_MARKS)
    return among and parted and (any(mark in gap for mark in LIST_MARKS) or gap.startswith(phrases["and"]))


def ending(passage: Passage, part: Mention, phrases: Phrases) -> str:
    """The way in which a case ends that the part's name has; "" for other names."""
    name = item_before(passage, part)
    if any(word in name for word in phrases["no_ending"]):
        return ""
    return next((word for word in phrases["ending"] if word in name), "")


def are_steps(passage: Passage, parts: Sequence[Mention], phrases: Phrases) -> bool:
    """Whether a part counts cases that went one step, which may be those of another part."""
    others = [item_before(passage, part) for part in parts if not ending(passage, part, phrases)]
    return any(word in name for name in others for word in phrases["step"])
