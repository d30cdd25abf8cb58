"""recognition.csv: which phrase at which place of a report says what the report is."""

from __future__ import annotations

from dataclasses import dataclass

from faheng.data.declared import Names, Table
from faheng.data.table import Row
from faheng.data.wording.mentions import months_of, priority

KINDS = ("annual_report", "work_report", "disclosure_report", "article", "none")
# Which meanings a phrase can have at each place of a report.
MEANINGS = {
    "title": (*KINDS, "department", "months", "whole", "zone", "zone_party"),
    "opening": (*KINDS, "statement"),
    "byline": KINDS,
    "credit": KINDS,
    "headings": KINDS,
    "heading": ("recap", "plan", "several_years"),
    "text": ("as_of", "now", "superior_before", "superior_after", "signs_for_all", "congress"),
    "label": ("published", "source", "outlet"),
    "after": ("another_name",),
}


@dataclass(frozen=True)
class AboutPhrase:
    """A phrase that means something at a place, if one of `also` stands there too; a low priority decides first."""

    text: str
    meaning: str
    place: str
    also: tuple[str, ...]
    priority: int

    def stands_in(self, text: str) -> bool:
        """Whether the text says it, together with one of the phrases it needs."""
        return self.text in text and (not self.also or any(each in text for each in self.also))


def recognition(row: Row, _names: Names) -> AboutPhrase:
    """One line of recognition.csv; `also` of a part of the year are its first and last month."""
    place = row.choice("place", tuple(MEANINGS))
    meaning = row.choice("meaning", MEANINGS[place]) if place in MEANINGS else row.text("meaning")
    if meaning == "months":
        months_of(row, "also")
    return AboutPhrase(row.needed("phrase"), meaning, place, row.words("also", empty=True), priority(row))


RECOGNITION = Table(
    "wording/recognition.csv",
    ("phrase", "meaning", "place", "also", "priority", "note"),
    recognition,
    once=("phrase", "meaning", "place"),
)
