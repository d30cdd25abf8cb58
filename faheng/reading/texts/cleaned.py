"""A report's text after cleaning, with the original beside it: what every later stage reads."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from faheng.reading.texts.clean import clean_text
from faheng.reading.texts.lexicon import TextLexicon
from faheng.reading.texts.lined_tables import tables_in
from faheng.reading.texts.offsets import CleanText
from faheng.reading.texts.original import Original
from faheng.reading.texts.table import TextTable


@dataclass(frozen=True)
class Cleaned:
    """An original and its clean text, which knows the place in the original of each of its characters."""

    original: Original
    clean: CleanText

    @staticmethod
    def of(original: Original, lexicon: TextLexicon) -> Cleaned:
        """The original, cleaned."""
        return Cleaned(original, clean_text(original.text, lexicon))

    @property
    def text(self) -> str:
        """The clean text."""
        return self.clean.text

    @cached_property
    def tables(self) -> tuple[TextTable, ...]:
        """The tables that the file itself gives, and those that its lines print."""
        return tables_in(self.original.text, self.original.tables)
