"""What explains a briefing, as sections of rows: definitions, verdicts, findings, phrases, sources."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from faheng.briefing.contents import Briefing, BriefingFact, Entry
from faheng.briefing.source_lists import source_groups, without_unknown_date
from faheng.briefing.table import BriefTable, Head, TableCell, ViewTable
from faheng.words.catalogue import Words


@dataclass(frozen=True)
class AnnexSection:
    """A titled table of an annex. short: whether two of its rows may stand side by side."""

    title: str
    columns: tuple[Head, ...]
    rows: tuple[tuple[TableCell, ...], ...]
    short: bool = False

    @property
    def table(self) -> ViewTable:
        """The section as a table."""
        return ViewTable(self.columns, self.rows)


def closing(briefing: Briefing, say: Words) -> list[AnnexSection]:
    """What a briefing without an appendix ends with: what must be verified, and the reports if asked for."""
    every = [to_verify(briefing, say), *([named_sources(briefing, say)] if briefing.sources_listed else [])]
    return [section for section in every if section.rows]


def to_verify(briefing: Briefing, say: Words) -> AnnexSection:
    """What the checks found against the values, to be settled before they are shown."""
    return _findings(say("To verify before the meeting"), briefing, say)


def annex(briefing: Briefing, say: Words) -> list[AnnexSection]:
    """The sections that have something to say, in the order in which they are read."""
    every = [
        _entries(say("Definitions"), say("Indicator"), say("Definition"), briefing.definitions),
        _entries(say("What the verdicts mean"), say("Verdict"), say("Meaning"), briefing.verdicts),
        _findings(say("Findings"), briefing, say),
        evidence(briefing.evidence, say),
        *([named_sources(briefing, say)] if briefing.sources_listed else []),
    ]
    return [section for section in every if section.rows]


def evidence(facts: Sequence[BriefingFact], say: Words) -> AnnexSection:
    """What the reports say, a row a fact."""
    columns = (
        Head(say("Place"), 7), Head(say("Indicator"), 14), Head(say("Value"), 9, number=True),
        Head(say("Period"), 10), Head(say("Phrase of the report"), 34), Head(say("Report"), 20),
    )  # fmt: skip
    rows = tuple(
        (fact.place, fact.indicator, fact.shown, fact.period, quoted(fact, say), fact.report) for fact in facts
    )
    return AnnexSection(say("What the reports say"), columns, rows)


def quoted(fact: BriefingFact, say: Words) -> str:
    """The phrases in quotation marks."""
    return say("; ").join(say('"{phrase}"', phrase=phrase) for phrase in fact.phrases)


def shortened_table(table: ViewTable, most: int, say: Words, *, appended: bool = False) -> tuple[ViewTable, str]:
    """The table, and "" or a sentence on what was left out: of many rows the first ones and ours.

    appended: whether an appendix of the same file holds all rows.
    """
    return table.shortened(most), left_out_text(table, most, say, appended=appended)


def left_out_text(table: ViewTable, shown: int, say: Words, *, appended: bool = False) -> str:
    """How many rows are listed and where all of them are; "" where all are listed."""
    counts = {"shown": shown, "all": len(table.rows)}
    if len(table.rows) <= shown:
        return ""
    if appended:
        return say("Of {all} rows {shown} are listed; the appendix holds all.", **counts)
    if table.telling:
        return say("Of {all} rows {shown} are listed; the workbook and the CSV hold all.", **counts)
    if table.ours is None:
        return say("The first {shown} of {all} rows are listed; the workbook holds all.", **counts)
    return say("The first {shown} of {all} rows and our own are listed; the workbook and the CSV hold all.", **counts)


def left_beside_text(table: ViewTable, shown: int, say: Words, *, appended: bool = False) -> str:
    """How many columns stand beside the first and where all of them are; "" where all stand there."""
    counts = {"shown": shown - 1, "all": len(table.columns) - 1}
    if len(table.columns) <= shown:
        return ""
    if appended:
        return say("Of {all} columns the first {shown} are shown; the appendix holds all.", **counts)
    return say("Of {all} columns the first {shown} are shown; the workbook holds all.", **counts)


def said_of_brief(brief: BriefTable, say: Words, *, appended: bool = False) -> list[list[str]]:
    """What a brief table says once, and where the values are that it only names: in full, then with less words."""
    every = [list(brief.said), *([list(brief.counted)] if brief.counted else [])]
    if not brief.left:
        return every
    held = say("The appendix holds their values.") if appended else say("The workbook holds their values.")
    return [[*said[:-1], say.pick("", " ").join((*said[-1:], held))] for said in every]


def _findings(title: str, briefing: Briefing, say: Words) -> AnnexSection:
    section = _entries(title, say("Report"), say("What does not hold"), briefing.findings)
    return replace(section, columns=(replace(section.columns[0], weight=20), section.columns[1]))


def named_sources(briefing: Briefing, say: Words) -> AnnexSection:
    """Every report once; those that differ by their year alone in one numbered row."""
    columns = (Head(say("No."), 6), Head(say("Report, publisher, date; without a date: not stated"), 64))
    groups = source_groups(briefing.sources, say)
    rows = tuple((str(i), without_unknown_date(group.text, say)) for i, group in enumerate(groups, start=1))
    return AnnexSection(say("Sources"), columns, rows, short=True)


def _entries(title: str, name: str, text: str, entries: Sequence[Entry]) -> AnnexSection:
    return AnnexSection(title, (Head(name, 16), Head(text, 54)), tuple((each.name, each.text) for each in entries))
