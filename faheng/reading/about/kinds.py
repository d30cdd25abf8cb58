"""Which kind of report a text is: annual_report, work_report, disclosure_report or article."""

from __future__ import annotations

import re

from faheng.data.wording.about import KINDS, AboutPhrase
from faheng.model import Span
from faheng.reading.about.layout import Layout, Line
from faheng.reading.about.places import without_books
from faheng.reading.about.sighting import Sighting, only

NONE = "none"
BYLINE_LINES = 3
LONGEST_BYLINE = 30
# Who signs has a name of two to four characters after the office: "市委副书记、市长 某某某".
NAME = re.compile(r"[长记] ?[一-龥]{1,2} ?[一-龥]{1,2}$")


def kind_of(layout: Layout) -> Sighting[str] | None:
    """The kind that the best placed phrases agree on; None where they disagree or the title names another sort."""
    for readings in (titled(layout), opened(layout), weakly_marked(layout)):
        if readings:
            found = only(readings)
            return None if found is None or found.value == NONE else found
    return None


def titled(layout: Layout) -> list[Sighting[str]]:
    """The kinds that the title names; a plan's title outweighs the subject it names too."""
    title = without_books(layout.titled)
    readings = [(each, Sighting(each.meaning, layout.title_span)) for each in kinds(layout, "title")]
    fit = [(phrase, found) for phrase, found in readings if phrase.stands_in(title)]
    return [found for phrase, found in fit if phrase.priority == fit[0][0].priority]


def opened(layout: Layout) -> list[Sighting[str]]:
    """The kinds that the opening names: a speech to delegates, a reporter, 现将…报告如下, the office of who signs."""
    opening = without_books(layout.opening)
    found = [
        Sighting(each.meaning, place(opening, each)) for each in kinds(layout, "opening") if each.stands_in(opening)
    ]
    for line in layout.opening_lines[:BYLINE_LINES]:
        if len(line.text) <= LONGEST_BYLINE and NAME.search(line.text):
            found += [Sighting(each.meaning, line.span) for each in kinds(layout, "byline") if each.text in line.text]
    return found


def weakly_marked(layout: Layout) -> list[Sighting[str]]:
    """The kinds that the credits of an editor or the headings taken together suggest."""
    by_editors = [Sighting(each.meaning, line.span) for line in layout.closing_lines for each in credited(layout, line)]
    together = "\n".join(line.text for line in layout.headings)
    headings = [
        Sighting(each.meaning, line.span)
        for each in kinds(layout, "headings")
        if each.stands_in(together)
        for line in layout.headings
        if each.text in line.text
    ]
    return by_editors + headings[:1]


def credited(layout: Layout, line: Line) -> list[AboutPhrase]:
    """The phrases of a line such as 编辑:某某."""
    return [each for each in kinds(layout, "credit") if re.match(rf"\(?{each.text} ?:", line.text)]


def kinds(layout: Layout, place: str) -> list[AboutPhrase]:
    """The phrases that name a kind at a place."""
    return [each for each in layout.lexicon.at[place] if each.meaning in KINDS]


def place(text: str, phrase: AboutPhrase) -> Span:
    """Where the phrase first stands."""
    start = text.index(phrase.text)
    return Span(start, start + len(phrase.text))
