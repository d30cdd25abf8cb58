"""The file of tables: what words in the header or before a row say of the numbers below or behind them."""

from __future__ import annotations

from dataclasses import dataclass

from faheng.data.declared import Names, Table
from faheng.data.table import Row

HEADER_MEANINGS = (
    *("serial", "unit", "aside", "label", "value", "target", "result", "growth", "other", "whole", "part"),
    *("this", "last", "quarter", "over_disclosure"),
)
HEADER_PLACES = ("alone", "start", "edge", "within")


@dataclass(frozen=True)
class HeaderPhrase:
    """A phrase of headers, what it says, and whether it has to stand alone, may begin a header, also end it, or stand
    anywhere in it.
    """

    phrase: str
    meaning: str
    place: str


def header_phrase(row: Row, _names: Names) -> HeaderPhrase:
    """One line of table_headers.csv."""
    return HeaderPhrase(
        row.needed("phrase"), row.choice("meaning", HEADER_MEANINGS), row.choice("place", HEADER_PLACES)
    )


TABLE_HEADERS = Table(
    "wording/table_headers.csv", ("phrase", "meaning", "place", "note"), header_phrase, once=("phrase",)
)
