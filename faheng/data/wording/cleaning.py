"""The files that cleaning goes by: forms of characters, starts of paragraphs, noise of pages, frequent characters."""

from __future__ import annotations

from dataclasses import dataclass

from faheng.data.declared import Names, Table
from faheng.data.table import Row

# A page's date and source are noise of the page, but are read before they are dropped.
NOISE_KINDS = ("word", "page", "counter", "start", "published")


@dataclass(frozen=True)
class CharacterForm:
    """A character and the plain one that takes its place."""

    character: str
    becomes: str


@dataclass(frozen=True)
class Variant:
    """A word and the one of the same length that takes its place."""

    phrase: str
    becomes: str


@dataclass(frozen=True)
class NoisePhrase:
    """What a page says that the report does not, and where it says it."""

    phrase: str
    kind: str


def form(row: Row, _names: Names) -> CharacterForm:
    """One line of characters.csv."""
    before, after = row.character("character"), row.character("becomes")
    for column, character in (("character", before), ("becomes", after)):
        if not character.isascii() and ord(character) >= 1 << 16:
            row.fault(column, f"{character!r} lies outside of the common characters", "write a common character")
    return CharacterForm(before, after)


def variant(row: Row, _names: Names) -> Variant:
    """One line of variants.csv; the offsets of evidence need both words to be of one length."""
    before, after = row.needed("phrase"), row.needed("becomes")
    if len(before) != len(after):
        row.fault(
            "becomes", f"has {len(after)} characters, the phrase {len(before)}", "write as many as the phrase has"
        )
    return Variant(before, after)


def noise(row: Row, _names: Names) -> NoisePhrase:
    """One line of page_noise.csv."""
    return NoisePhrase(row.needed("phrase"), row.choice("kind", NOISE_KINDS))


CHARACTERS = Table("wording/characters.csv", ("character", "becomes", "note"), form)
VARIANTS = Table("wording/variants.csv", ("phrase", "becomes", "note"), variant, once=("phrase",))
LINE_STARTS = Table("wording/line_starts.csv", ("phrase", "note"), lambda row, _: row.needed("phrase"))
PAGE_NOISE = Table("wording/page_noise.csv", ("phrase", "kind", "note"), noise, once=("phrase", "kind"))
FREQUENT = Table("wording/frequent_characters.csv", ("characters", "note"), lambda row, _: row.needed("characters"))
