"""The reading by the shipped lexicon, stage by stage, under the names that the stages have."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from faheng.checks import files
from faheng.checks.figures.catalogue import Catalogue
from faheng.errors import UnreadableFile
from faheng.model import Locality, Observation
from faheng.reading import flow, mentions
from faheng.reading.about.about import Recognised, ReportAbout
from faheng.reading.about.places import Gazetteer
from faheng.reading.about.recognise import recognise as recognise_cleaned
from faheng.reading.flow import Reading
from faheng.reading.lexicon import lexicon
from faheng.reading.mentions import Mention, PeriodMention
from faheng.reading.sentences import sections, split
from faheng.reading.sentences.split import Sentence
from faheng.reading.texts import clean
from faheng.reading.texts import decode as decoding
from faheng.reading.texts import files as text_files
from faheng.reading.texts.cleaned import Cleaned
from faheng.reading.texts.offsets import CleanText
from faheng.reading.texts.original import Original

SHIPPED = lexicon()


def clean_text(original: str) -> CleanText:
    return clean.clean_text(original, SHIPPED.texts)


def decode(data: bytes, *, name: str = "the file", declared: str = "") -> str:
    return decoding.decode(data, SHIPPED.texts, name=name, declared=declared)


def read_reports(path: Path) -> tuple[list[Original], list[UnreadableFile]]:
    return text_files.read_reports(path, SHIPPED.texts)


def read_file(path: Path) -> list[Original]:
    originals, problems = text_files.read_reports(path, SHIPPED.texts)
    if problems:
        raise problems[0]
    return originals


def sentences_of(text: str) -> Iterator[Sentence]:
    return split.sentences_of(text, SHIPPED.sentences)


def role_of(heading: str) -> str:
    return sections.role_of(heading, SHIPPED.sentences)


def mentions_in(text: str) -> list[Mention]:
    return mentions.mentions_in(text, SHIPPED.mentions)


def period_mentions(text: str) -> list[PeriodMention]:
    return mentions.period_mentions(text, SHIPPED.mentions.periods)


def unit_meaning(word: str) -> str:
    return SHIPPED.mentions.units.meaning(word)


def recognise(original: Original, localities: tuple[Locality, ...]) -> Recognised:
    """What a clean text, given as the original's, says of itself."""
    cleaned = Cleaned(original, CleanText.of(original.text))
    return recognise_cleaned(cleaned, Gazetteer.of(localities), SHIPPED.about)


def read_report(original: Original, about: ReportAbout) -> Reading:
    """The report as about describes it; nothing of that is recognised from the text."""
    return flow.read_cleaned(Cleaned.of(original, SHIPPED.texts), about, SHIPPED)


def read_described(original: Original, given: ReportAbout | None) -> Reading:
    """The report; what is not given is recognised from the text."""
    return flow.read_report(original, given, SHIPPED)


def read_observations(original: Original, about: ReportAbout) -> list[Observation]:
    return read_report(original, about).observations


def catalogue() -> Catalogue:
    return files.catalogue(SHIPPED.reference)


def localities() -> tuple[Locality, ...]:
    return tuple(SHIPPED.reference.localities.values())
