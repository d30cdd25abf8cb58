"""Why a person has to look at something before it is published."""

from __future__ import annotations

from enum import StrEnum


class Reason(StrEnum):
    """In the order in which a queue shows them.

    unsettled: it is not known what the report is. format, edition: the document is another form or another edition of a
    report that is there. orphaned: a decision finds its figure no more. expired: it was made on another document.
    faulty: the figure would be refused in a data file. damaged: its numeral looks corrupted. contradicted: a check
    contradicts it. unsure: the wording is not sure enough. decided: somebody else decided on it while a person did.
    """

    UNSETTLED = "unsettled"
    FORMAT = "format"
    EDITION = "edition"
    ORPHANED = "orphaned"
    EXPIRED = "expired"
    FAULTY = "faulty"
    DAMAGED = "damaged"
    CONTRADICTED = "contradicted"
    UNSURE = "unsure"
    DECIDED = "decided"
