"""data/wording -> every row of every file as a record, or the faults of all of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from faheng.data.declared import Names, undeclared
from faheng.data.wording import about, cleaning, confidence, figures, indicators, mentions, phrases, sentences, tables
from faheng.errors import Problem

TABLES = (
    cleaning.CHARACTERS, cleaning.VARIANTS, cleaning.LINE_STARTS, cleaning.PAGE_NOISE, cleaning.FREQUENT,
    sentences.SECTIONS, sentences.TARGETS,
    mentions.BOUNDS, mentions.CHANGE_PHRASES, mentions.PERIODS, mentions.UNITS, mentions.STATEMENTS,
    about.RECOGNITION,
    figures.TOPICS, figures.PART_SCOPES, figures.SUMS, figures.CARRIED_SCOPES,
    indicators.GROUPS, indicators.BLOCKERS, confidence.CONFIDENCE, confidence.LIMITS,
    phrases.PARTS, phrases.LEFTOVERS,
    tables.TABLE_HEADERS,
)  # fmt: skip


@dataclass(frozen=True)
class Wording:
    """How reports word things: the rows of every file of data/wording, in the order of the files."""

    characters: tuple[cleaning.CharacterForm, ...]
    variants: tuple[cleaning.Variant, ...]
    line_starts: tuple[str, ...]
    page_noise: tuple[cleaning.NoisePhrase, ...]
    frequent_characters: tuple[str, ...]
    sections: tuple[sentences.SectionPhrase, ...]
    targets: tuple[sentences.AimPhrase, ...]
    bounds: tuple[mentions.PlacedPhrase, ...]
    changes: tuple[mentions.PlacedPhrase, ...]
    periods: tuple[mentions.PlacedPhrase, ...]
    units: tuple[mentions.UnitPhrase, ...]
    statements: tuple[mentions.Statement, ...]
    recognition: tuple[about.AboutPhrase, ...]
    topics: tuple[figures.Group, ...]
    groups: tuple[indicators.WordGroup, ...]
    blockers: tuple[figures.Group, ...]
    part_scopes: tuple[figures.PartScope, ...]
    sums: tuple[figures.Sum, ...]
    carried_scopes: tuple[figures.Carry, ...]
    indicators: tuple[indicators.IndicatorPhrase, ...]
    parts: tuple[phrases.PartPhrase, ...]
    leftovers: tuple[phrases.Filler, ...]
    confidence_limits: tuple[confidence.ConfidenceLimit, ...]
    confidence: tuple[confidence.SignPhrase, ...]
    table_headers: tuple[tables.HeaderPhrase, ...]


def read_wording(data: Path, names: Names, problems: list[Problem]) -> Wording:
    """The files of the folder data/wording; names: the indicators and scopes of data/reference.

    Faults are added to problems, and what is read is then of no use.
    """
    declared = {table.name for table in TABLES} | {table.name for table in indicators.tables(data)}
    undeclared(data, "wording", frozenset(declared), problems)
    units = mentions.UNITS.read(data, names, problems)
    names = replace(names, units=frozenset(each.phrase for each in units))
    statements = mentions.STATEMENTS.read(data, names, problems)
    sums = figures.SUMS.read(data, names, problems)
    topics = figures.TOPICS.read(data, names, problems)
    blockers = indicators.BLOCKERS.read(data, names, problems)
    groups = indicators.GROUPS.read(data, names, problems)
    known = with_groups(replace(names, topics=named(topics), blockers=named(blockers)), groups, sums)
    known = replace(known, statements=frozenset(each.phrase for each in statements))
    return Wording(
        characters=cleaning.CHARACTERS.read(data, known, problems),
        variants=cleaning.VARIANTS.read(data, known, problems),
        line_starts=cleaning.LINE_STARTS.read(data, known, problems),
        page_noise=cleaning.PAGE_NOISE.read(data, known, problems),
        frequent_characters=cleaning.FREQUENT.read(data, known, problems),
        sections=sentences.SECTIONS.read(data, known, problems),
        targets=sentences.TARGETS.read(data, known, problems),
        bounds=mentions.BOUNDS.read(data, known, problems),
        changes=mentions.CHANGE_PHRASES.read(data, known, problems),
        periods=mentions.PERIODS.read(data, known, problems),
        units=units,
        statements=statements,
        recognition=about.RECOGNITION.read(data, known, problems),
        topics=topics,
        groups=groups,
        blockers=blockers,
        part_scopes=figures.PART_SCOPES.read(data, known, problems),
        sums=sums,
        carried_scopes=figures.CARRIED_SCOPES.read(data, known, problems),
        indicators=indicators.read_indicators(data, known, problems),
        parts=phrases.PARTS.read(data, known, problems),
        leftovers=phrases.LEFTOVERS.read(data, known, problems),
        confidence=confidence.read_confidence(data, known, problems),
        confidence_limits=confidence.read_limits(data, known, problems),
        table_headers=tables.TABLE_HEADERS.read(data, known, problems),
    )


def with_groups(names: Names, groups: Iterable[indicators.WordGroup], sums: Iterable[figures.Sum]) -> Names:
    """The names, with those of groups and of parts that are never the scope of a figure."""
    counting = {each.name: each.kind == indicators.GroupKind.UNIT for each in groups}
    return replace(
        names,
        parts=frozenset(part for each in sums if not each.summed for part in each.parts),
        unit_groups=frozenset(name for name, counts in counting.items() if counts),
        word_groups=frozenset(name for name, counts in counting.items() if not counts),
    )


def named(groups: Iterable[figures.Group]) -> frozenset[str]:
    """The names of groups."""
    return frozenset(each.name for each in groups)
