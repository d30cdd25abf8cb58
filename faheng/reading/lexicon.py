"""Everything that reading goes by, made once from data/wording and data/reference and handed to each stage.

A lexicon is kept for as long as the files stay as they are: who begins a reading asks for it again, and gets a new one
where a file has changed since. Nothing else of data/ is kept anywhere in the reading.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from faheng.data.declared import Names
from faheng.data.reference import Reference, read_reference
from faheng.data.wording.phrases import ENDS, PART_MEANINGS
from faheng.data.wording.read import Wording, read_wording
from faheng.errors import DataProblems, Problem
from faheng.paths import DATA
from faheng.reading.about.lexicon import AboutLexicon
from faheng.reading.about.places import Gazetteer
from faheng.reading.figures.confidence import ConfidenceScale
from faheng.reading.figures.lexicon import FigureLexicon
from faheng.reading.figures.patterns import Wordings
from faheng.reading.mentions.lexicon import MentionLexicon
from faheng.reading.sentences.lexicon import SentenceLexicon
from faheng.reading.tables.headers import HeaderLexicon
from faheng.reading.texts.lexicon import TextLexicon

# What a lexicon is made from, below data/.
FOLDERS = ("reference", "wording")


@dataclass(frozen=True)
class Lexicon:
    """The look-ups of every stage, and the reference that they name.

    scale: how sure each link is. fillers: leading or trailing -> what says nothing of a figure's name at that end, the
    longest first. parts: a meaning of parts.csv -> its phrases, the longest first.
    """

    texts: TextLexicon
    sentences: SentenceLexicon
    mentions: MentionLexicon
    about: AboutLexicon
    figures: FigureLexicon
    scale: ConfidenceScale
    headers: HeaderLexicon
    fillers: Mapping[str, tuple[str, ...]]
    parts: Mapping[str, tuple[str, ...]]
    reference: Reference
    gazetteer: Gazetteer

    @staticmethod
    def of(wording: Wording, wordings: Wordings, reference: Reference) -> Lexicon:
        """The lexicon of files without faults. wordings: the patterns made from them."""
        sentences, mentions = SentenceLexicon.of(wording), MentionLexicon.of(wording)
        figures = FigureLexicon.of(wording, wordings, reference.indicators, sentences, mentions)
        groups = {group.name: group.words for group in wording.groups}
        return Lexicon(
            texts=TextLexicon.of(wording),
            sentences=sentences,
            mentions=mentions,
            about=AboutLexicon.of(wording),
            figures=figures,
            scale=ConfidenceScale.of(
                wording.confidence, wording.confidence_limits, groups, figures.topics, reference.indicators
            ),
            headers=HeaderLexicon.of(wording.table_headers, mentions.units),
            fillers={
                end: longest_first(each.phrase for each in wording.leftovers if each.place == end) for end in ENDS
            },
            parts={
                meaning: longest_first(each.phrase for each in wording.parts if each.meaning == meaning)
                for meaning in PART_MEANINGS
            },
            reference=reference,
            gazetteer=Gazetteer.over(reference.localities),
        )


def longest_first(phrases: Iterator[str]) -> tuple[str, ...]:
    """The phrases, longer ones before those that they may hold; equally long ones in the order of the file."""
    return tuple(sorted(phrases, key=len, reverse=True))


def lexicon(data: Path = DATA) -> Lexicon:
    """The lexicon of the folder as its files are now. Raises DataProblems with every fault of every file."""
    return kept(data, state_of(data))


def state_of(data: Path) -> str:
    """A sum of the names and the content of all files that a lexicon is made from."""
    total = hashlib.sha256()
    for path in sorted(path for folder in FOLDERS for path in (data / folder).rglob("*.csv")):
        content = path.read_bytes()
        total.update(f"{path.relative_to(data)}:{len(content)}:".encode())
        total.update(content)
    return total.hexdigest()


@lru_cache(maxsize=2)
def kept(data: Path, state: str) -> Lexicon:  # noqa: ARG001 (the state tells one lexicon from another)
    """The lexicon of the folder in this state of its files."""
    problems: list[Problem] = []
    made = made_from(data, problems)
    if made is None:
        raise DataProblems(problems)
    return made


def made_from(data: Path, problems: list[Problem]) -> Lexicon | None:
    """The lexicon of the folder; None where a file has a fault, with each of them added to problems."""
    reference = read_reference(data / "reference", problems)
    names = Names(frozenset(reference.indicators), frozenset(each.id for each in reference.scopes))
    wording = read_wording(data, names, problems)
    wordings = None if problems else Wordings.of(wording, problems)
    return None if problems or wordings is None else Lexicon.of(wording, wordings, reference)
