"""A report's title: as given with the file, on one of its first lines, or in the file's name."""

from __future__ import annotations

import re
from itertools import pairwise

from faheng.model import Span
from faheng.reading.about.layout import Layout, Line, is_heading
from faheng.reading.about.lexicon import AboutLexicon
from faheng.reading.about.places import without_books
from faheng.reading.about.sighting import Sighting, only

CHINESE = re.compile(r"[一-龥]{4}")
NUMBERED = re.compile(
    r"[一二三四五六七八九十\d]{1,3}[、.]|[(（][一二三四五六七八九十\d]{1,3}[)）]|第[一二三四五六七八九十]{1,3}[章部]"
)
# The way to a page (首页>政务公开>年度报告) is no title, nor is a numbered heading.
NOT_A_TITLE = re.compile(rf"^(?:{NUMBERED.pattern})|[>»›]")
# "…法治政府建设" breaks off: a page often sets the end of its title on a line of its own.
TITLE_END = re.compile(r"(?:工作)?(?:开展)?(?:情况|报告|总结|情况报告|情况的报告|年度报告)$")
ANNOUNCED = re.compile(
    r"(?:公布|发布|公开)(?P<title>[一-龥\d]{0,30}?20\d\d ?年(?:度)?[一-龥]{0,24}?信息公开(?:工作)?年度报告)"
)
YEAR = re.compile(r"20\d\d ?年")
LONGEST_TITLE = 60
LONGEST_SECOND_LINE = 16
TITLE_LINES = 12
SHORTEST_BROKEN = 20  # characters of a line that a margin broke


def title_of(given: str, name: str, text: str, lexicon: AboutLexicon) -> Sighting[str] | None:
    """The title; None where no line reads like one, or two lines do equally."""
    given = given.strip()
    if CHINESE.search(given):
        return located(Sighting(given), text)
    layout = Layout(text, lexicon)
    return titled_line(layout) or named_file(name, lexicon) or announced(layout)


def titled_line(layout: Layout) -> Sighting[str] | None:
    """The line above a date of publication, or the best of the first lines: a headline counts least."""
    first = layout.opening_lines[:TITLE_LINES]
    above = (text for text, _ in layout.captions if names_a_report(text, layout.lexicon) and is_heading(text))
    captioned = [Sighting(text.strip()) for text in above]
    if captioned:
        return located(only(captioned), layout.text)
    candidates = [title for title in map(as_reading, joined(first)) if names_a_report(title.value, layout.lexicon)]
    dated = [each for each in candidates if YEAR.search(each.value)]
    full = [each for each in candidates if each in dated or TITLE_END.search(each.value)]
    return only(full) or only(dated) or (None if full else only(candidates))


def located(found: Sighting[str] | None, text: str) -> Sighting[str] | None:
    """The title with the place where it first stands in the text."""
    start = text.find(found.value) if found else -1
    return Sighting(found.value, Span(start, start + len(found.value))) if found and start >= 0 else found


def joined(first: tuple[Line, ...]) -> list[Line]:
    """The lines that could be titles, each with the line below it where that ends the title.

    Neither the end of such a title nor the rest of a sentence that the margin broke is a title of its own.
    """
    found: list[Line] = []
    taken = False  # by the line above
    above = Line("", 0)
    for line, below in pairwise((*first, Line("", 0))):
        rest = taken or goes_on(above.text)
        taken, above = False, line
        if rest or not is_heading(line.text) or NOT_A_TITLE.search(line.text) or len(line.text) > LONGEST_TITLE:
            continue
        broken = not TITLE_END.search(line.text) and len(below.text) <= LONGEST_SECOND_LINE
        taken = bool(broken and TITLE_END.search(below.text) and not NUMBERED.match(below.text))
        found.append(Line(line.text + below.text, line.start) if taken else line)
    return found


def goes_on(line: str) -> bool:
    """Whether a line is the beginning of a sentence that breaks off: it has clauses and no end."""
    return "," in line and len(line) >= SHORTEST_BROKEN and not line.endswith(("。", ":", ";", "!", "?"))


def as_reading(line: Line) -> Sighting[str]:
    """The line as a reading; a title of two lines is longer in the text than its span says."""
    return Sighting(line.text, line.span)


def names_a_report(line: str, lexicon: AboutLexicon) -> bool:
    """Whether a line holds one of the phrases that titles are made of."""
    bare = without_books(line)
    return any(phrase.text in bare for phrase in lexicon.at["title"] if phrase.meaning.endswith("_report"))


def announced(layout: Layout) -> Sighting[str] | None:
    """The title that the opening gives: 现公布某某县人民政府2019年政府信息公开工作年度报告."""
    found = ANNOUNCED.finditer(without_books(layout.opening))
    return only([Sighting(each["title"], Span(each.start("title"), each.end("title"))) for each in found])


def named_file(name: str, lexicon: AboutLexicon) -> Sighting[str] | None:
    """The file's name where it is a title: offices save a report under it."""
    bare = name.replace("_", " ").strip()
    return Sighting(bare) if CHINESE.search(bare) and names_a_report(bare, lexicon) else None
