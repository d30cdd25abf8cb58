"""The files by which sentences are told apart: which headings begin what, which words make a number a target."""

from __future__ import annotations

from dataclasses import dataclass

from faheng.data.declared import Names, Table
from faheng.data.table import Row

ROLES = ("results", "plan", "problem", "glossary")
# In a heading anywhere, at its ends only, or at the beginning of a sentence only.
ANYWHERE = ("yes", "no", "sentence")
AIMS = ("target", "plan", "behind", "none")


@dataclass(frozen=True)
class SectionPhrase:
    """A phrase of headings, the role that it gives a section, and where in a heading it counts."""

    phrase: str
    role: str
    anywhere: str


@dataclass(frozen=True)
class AimPhrase:
    """A phrase by which a number is a target (`none`: a longer phrase that holds such a word and aims at nothing)."""

    phrase: str
    meaning: str


def section(row: Row, _names: Names) -> SectionPhrase:
    """One line of sections.csv."""
    return SectionPhrase(row.needed("phrase"), row.choice("role", ROLES), row.choice("anywhere", ANYWHERE))


def aim(row: Row, _names: Names) -> AimPhrase:
    """One line of targets.csv."""
    return AimPhrase(row.needed("phrase"), row.choice("meaning", AIMS))


SECTIONS = Table("wording/sections.csv", ("phrase", "role", "anywhere", "note"), section, once=("phrase", "anywhere"))
TARGETS = Table("wording/targets.csv", ("phrase", "meaning", "note"), aim, once=("phrase", "meaning"))
