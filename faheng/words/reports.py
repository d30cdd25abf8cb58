"""Reports as they are named: with their kind, and with a word where only a reprint was seen."""

from __future__ import annotations

from faheng.model import SourceKind
from faheng.words.catalogue import Words
from faheng.words.protocols import Sourced

__all__ = ["kind_text", "report_name", "reprint_label"]


def kind_text(kind: str, say: Words) -> str:
    """What sort of report it is. KeyError for an unknown one."""
    return {
        "annual_report": say("Annual report"),
        "disclosure_report": say("Report on open government information"),
        "white_paper": say("White paper"),
        "statistics": say("Statistics"),
        "work_report": say("Government work report"),
        "article": say("Article"),
        "news": say("News or notice"),
    }[kind]


def report_name(cell: Sourced, say: Words) -> str:
    """The title of the report behind a value, with a word where only a reprint of it was seen."""
    reprinted = cell.report_title and cell.source_kind == SourceKind.COPY
    return say("{report} (reprint)", report=cell.report_title) if reprinted else cell.report_title


def reprint_label(cell: Sourced, say: Words) -> str:
    """The word beside a value of which only a reprint was seen; "" for any other."""
    return say("Reprint") if cell.source_kind == SourceKind.COPY else ""
