"""Why an import, a decision or a publish could not be done, and what to do, in the reader's words.

The errors themselves are English lines for commands and logs (faheng/errors.py); a page says this instead.
"""

from __future__ import annotations

import re

from faheng.words.catalogue import Words
from faheng.words.faults import Said, fault_of_line, fragment

__all__ = ["trouble_text"]

# The line of an error -> the same as a message; the first that fits.
LINES: tuple[tuple[str, Said], ...] = (
    (r"(.*): nothing to read; a report ends in (.*)",
     lambda say, found: say("no report lies in {folder}; a report ends in {endings}", folder=found[1],
                            endings=say(", ").join(found[2].split(", ")))),
    (r".*: the ledger cannot be used .*",
     lambda say, _: say("the ledger cannot be used; look whether the disk is full and its database runs")),
    (r"\S+: cannot be used .*",
     lambda say, _: say("the place of the documents cannot be used; look whether it can be reached")),
    (r".*: the shelf cannot be used .*",
     lambda say, _: say("the shelf for other machines cannot be used; look whether it can be reached")),
    (r".*: somebody else has published meanwhile; .*",
     lambda say, _: say("somebody else has published meanwhile; look at what they did, then publish again")),
    (r".*(?: has form| follows schema) \d+, this Faheng knows .*",
     lambda say, _: say("a newer Faheng wrote the data; update Faheng")),
    (r"(?:others|other writers) are at work in .*",
     lambda say, _: say("somebody else is importing or publishing at this moment; try again in a minute")),
    (r"(.*): it cannot be written .*",
     lambda say, found: say("{path} cannot be written; look whether the disk is full and the folder may be written to",
                            path=found[1])),
    (r"the document \w+ cannot be read .*|.*: its document (?:cannot be read again|was not imported); .*",
     lambda say, _: say("the document of the report is missing or damaged; import it again")),
    (r".*: the reading cannot be used .*",
     lambda say, _: say("what was read of a report is missing or damaged; run “faheng import --again” on the server")),
    (r"(FAHENG_\w+) is '.*", lambda say, found: say("the setting {name} is wrong; README says how", name=found[1])),
    (r"no snapshot (\d+) in .*", lambda say, found: say("version {n} is no longer kept", n=found[1])),
    (r".* (?:cannot be compared.*|was made by another version of Faheng.*)",
     lambda say, _: say("the two versions cannot be compared")),
    (r".*(?:cannot be read .*|follows the old schema .*|which is not there): (?:run|restore) .*",
     lambda say, _: say("the file of this version is damaged; publish again, or show another version")),
    (r"(.*): it has no name; .*", lambda say, _: say("the zone has no name; write it")),
    (r"(.*): a zone cannot be called so; .*",
     lambda say, found: say("a zone cannot be called “{name}”; write two to forty letters or digits", name=found[1])),
    (r".*: there is no place .* for it to lie in; .*", lambda say, _: say("find and choose the place that it lies in")),
    (r"(.*): it is known already as (.*); .*",
     lambda say, found: say("“{name}” is known already ({code}); choose it by the search", name=found[1],
                            code=found[2])),
    (r".*: the report \w+ is of this zone; .*",
     lambda say, _: say("a report is of this zone; correct its place first")),
    (r".*: there is no place .*", lambda say, _: say("there is no such place; choose one by the search")),
    (r".*: its period ends before it begins; .*",
     lambda say, _: say("the period ends before it begins; exchange the two days")),
    (r".*: there is no such decision; .*", lambda say, _: say("this decision is not there any more")),
    (r"(\S+:\d+)(?: \[.*\])?: .*; .*",
     lambda say, found: say("a file of data/ has a fault ({place}); run “faheng lint-data” on the server",
                            place=found[1])),
)  # fmt: skip


def trouble_text(line: str, say: Words) -> str:
    """What an error's line says, as the end of a sentence without its full stop."""
    first = line.strip().splitlines()[0] if line.strip() else ""
    for pattern, said in LINES:
        found = re.fullmatch(pattern, first, re.DOTALL)
        if found:
            return said(say, found)
    head, _, instead = first.rpartition("; ")
    if fragment(head.rpartition(": ")[2], say) or fragment(instead, say):
        return re.sub(r"[\u3002.]$", "", fault_of_line(first, say))
    return say("the log of the server says why")
