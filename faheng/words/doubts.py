"""Why a person has to look at something, in a sentence."""

from __future__ import annotations

from faheng.model.doubt import Reason
from faheng.words.catalogue import Words

__all__ = ["doubt_text", "field_name"]


def doubt_text(reason: Reason, say: Words) -> str:
    """The reason as a queue says it."""
    return {
        Reason.UNSETTLED: say("It is not known what this report is"),
        Reason.FORMAT: say("The same report in another format"),
        Reason.EDITION: say("Another edition of a report that is here"),
        Reason.ORPHANED: say("A decision whose figure is not read any more"),
        Reason.EXPIRED: say("A decision on an earlier document of this report"),
        Reason.FAULTY: say("It cannot be published as it stands"),
        Reason.DAMAGED: say("The numeral looks damaged"),
        Reason.CONTRADICTED: say("The arithmetic of the report contradicts it"),
        Reason.UNSURE: say("The wording is not sure enough"),
        Reason.DECIDED: say("Somebody else decided on it meanwhile"),
    }[reason]


def field_name(column: str, say: Words) -> str:
    """A column of an observations file as the form calls it."""
    return {
        "indicator": say("Indicator"), "value": say("Value as printed"), "value_text": say("Value as printed"),
        "bound": say("Bound"), "scope": say("Scope"), "period_start": say("Period from"),
        "period_end": say("Period to"),
        "period_kind": say("Period"), "phrase": say("Phrase"), "start": say("Phrase"), "end": say("Phrase"),
    }.get(column, say("Report"))  # fmt: skip
