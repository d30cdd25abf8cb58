"""Who publishes a report: who signs it, who its title or opening says reports, or the paper it was taken from."""

from __future__ import annotations

import re
from collections.abc import Iterator

from faheng.model import Locality, Span
from faheng.reading.about.bodies import body_of, committees
from faheng.reading.about.dates import days_in
from faheng.reading.about.layout import Layout, Line
from faheng.reading.about.lexicon import AboutLexicon
from faheng.reading.about.sighting import Sighting, only

GOVERNMENT = "人民政府"
SIGNATURE = re.compile(r"(?:中共)?[一-龥]{2,24}(?:人民政府(?:办公室)?|委员会(?:办公室)?|司法局|司法厅|管委会)")
TITLED = re.compile(r"(?:关于)?(?:20\d\d ?年(?:度)?)?(?P<name>[一-龥]{2,16}人民政府)(?!令|办公)")
REPRESENTED = re.compile(r"(?:我|受|现)?代表 ?(?P<name>[一-龥]{1,16}?人民政府)")


def publisher_of(layout: Layout, locality: Locality | None, kind: str | None) -> Sighting[str] | None:
    """The one who publishes; of a party committee and a government that sign together, the government.

    Where one body reports (局, 委员会, 街道办事处) it is the body.
    """
    if kind != "article" and (body := body_of(layout) or only(committees(layout))):
        return body
    said = (sourced(layout),) if kind == "article" else (signed(layout), titled(layout), represented(layout, locality))
    for readings in said:
        governments = [each for each in readings if each.value.endswith(GOVERNMENT)]
        found = only(governments or readings)
        if found:
            return found
    return None


def signed(layout: Layout) -> list[Sighting[str]]:
    """The bodies that the last lines consist of, with or without the date after them."""
    found = []
    for line in layout.closing_lines:
        match = SIGNATURE.match(line.text)
        if match and (match.end() == len(line.text) or is_date(line.text[match.end() :])):
            found.append(Sighting(match[0], Span(line.start, line.start + match.end())))
    return found


def is_date(text: str) -> bool:
    """Whether a text is a date and nothing else."""
    bare = text.strip(" ()")
    return any(each.span == Span(0, len(bare)) for each in days_in(Line(bare, 0)))


def titled(layout: Layout) -> list[Sighting[str]]:
    """The government that the title begins with."""
    match = TITLED.match(layout.titled)
    if not match:
        return []
    at = layout.title_span
    return [Sighting(match["name"], at and Span(at.start + match.start("name"), at.start + match.end("name")))]


def represented(layout: Layout, locality: Locality | None) -> list[Sighting[str]]:
    """Whom a speaker says to represent; "the district government" is that of the locality if it is a district."""
    found = []
    for match in REPRESENTED.finditer(layout.opening):
        name = match["name"]
        if len(name) <= len(GOVERNMENT) + 1:
            whole = locality.name_zh + GOVERNMENT if locality else ""
            name = whole if locality and whole.endswith(name) else ""
        if name:
            found.append(Sighting(name, Span(match.start("name"), match.end("name"))))
    return found


def sourced(layout: Layout) -> list[Sighting[str]]:
    """What stands after 来源: on a line of its own."""
    return [found for _, line in layout.captions for found in sources(line, layout.lexicon)]


def sources(line: Line, lexicon: AboutLexicon) -> Iterator[Sighting[str]]:
    """The names after the label on a line, up to a blank or to the end of a paper's name."""
    for match in lexicon.source.finditer(line.text):
        paper = lexicon.outlet.search(match["name"])
        name = match["name"][: paper.end()] if paper else match["name"]
        start = line.start + match.start("name")
        yield Sighting(name, Span(start, start + len(name)))
