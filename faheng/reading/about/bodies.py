"""A report of one body: of an office, a commission, an archive, a squad. It says nothing of the place as a whole.

What its title names first decides, then who signs it, then how it speaks of itself (我局, 我委). An office that speaks
for the whole place is none: 人民政府办公室关于…, 全面依法治县委员会办公室. A zone is a place, and its committee reports
for it.
"""

from __future__ import annotations

import re
from collections import Counter

from faheng.model import Level, Span
from faheng.reading.about.dates import days_in
from faheng.reading.about.layout import Layout, Line, is_heading
from faheng.reading.about.places import TYPES, Gazetteer, Named
from faheng.reading.about.sighting import Sighting, only

OPENS = re.compile(r"^(?:关于)?(?:20\d\d ?年(?:度)?)?")
# A title that names nobody.
NAMELESS = re.compile(
    r"(?:关于)?(?:20\d\d ?年(?:度)?)?(?:第?[一二三四]季度|前三季度|[上下]半年)?"
    r"(?:本(?:单位|机关|部门|级))?(?:推进|全面|开展)?"
    r"(?:法治|依法|工作|政府信息|信息公开|政务公开)|$"
)
SIGNS = re.compile(r"[一-龥]{3,24}")
ITSELF = re.compile(r"我(局|厅|委(?!员)|办(?!公|理|事)|馆|站|所(?!在|有|说|以)|队|中心|院|联合会)")
PLACE_ITSELF = re.compile(rf"我([{TYPES}])")
# How many lines may stand before the name of the body, and how the line ends that says what it gives account of.
HEAD_LINES = 3
ACCOUNT = re.compile("(?:总结|报告|汇报|小结|情况|计划|要点)[)]?$")
# How often a body says so of itself before it is taken at its word.
OFTEN = 2


def body_of(layout: Layout) -> Sighting[str] | None:
    """The body whose report it is, by its own name; None where a government reports, or nothing shows whose it is."""
    return titled(layout) or only(headed(layout)) or only(signed(layout))


def is_of_a_body(layout: Layout) -> bool:
    """Whether a body reports, named or not: a text that says 我局 throughout and never 我县."""
    spoken = Counter(ITSELF.findall(layout.sample))
    places = len(PLACE_ITSELF.findall(layout.sample))
    return body_of(layout) is not None or (is_nameless(layout) and places < max(spoken.values(), default=0) >= OFTEN)


def is_nameless(layout: Layout) -> bool:
    """Whether there is no title, or one that does not say whose report it is."""
    return NAMELESS.match(layout.titled) is not None


def titled(layout: Layout) -> Sighting[str] | None:
    """The body that the title begins with."""
    title = layout.titled
    first = OPENS.match(title)
    found = layout.lexicon.department.search(title)
    if first is None or found is None or layout.lexicon.whole.search(title[: found.end() + 2]):
        return None
    at, name = layout.title_span, title[first.end() : found.end()]
    return Sighting(name, at and Span(at.start + first.end(), at.start + found.end()))


def headed(layout: Layout) -> list[Sighting[str]]:
    """The body that the first lines name, where the title names nobody: 福州市司法局2022年工作总结, or its name alone.

    A name alone above a report on the rule of law may be that of an office that publishes it for the government.
    """
    found = []
    for line in layout.opening_lines[:HEAD_LINES] if is_nameless(layout) else ():
        said = layout.lexicon.department.search(line.text)
        first = OPENS.match(line.text)
        alone = layout.lexicon.department_name.fullmatch(line.text)
        if alone and layout.lexicon.signs_for_all.search(line.text) and layout.title is not None:
            continue
        if said and first and is_heading(line.text) and ACCOUNT.search(line.text):
            start, end = first.end(), said.end()
        elif alone:
            start, end = 0, alone.end()
        else:
            continue
        if not layout.lexicon.whole.search(line.text[: end + 2]):
            found.append(Sighting(line.text[start:end], Span(line.start + start, line.start + end)))
    return found[:1]


def signed(layout: Layout) -> list[Sighting[str]]:
    """The bodies that the last lines consist of, where the title names nobody."""
    found = []
    for line in layout.closing_lines if is_nameless(layout) else ():
        match = SIGNS.match(line.text)
        if match is None or not is_day(line.text[match.end() :]) or layout.lexicon.signs_for_all.search(match[0]):
            continue
        if layout.lexicon.department_name.fullmatch(match[0]) and not layout.lexicon.whole.search(match[0]):
            found.append(Sighting(match[0], Span(line.start, line.start + match.end())))
    return found


def is_day(text: str) -> bool:
    """Whether a text is empty, or a day and nothing else."""
    bare = text.strip(" ()")
    return not bare or any(each.span == Span(0, len(bare)) for each in days_in(Line(bare, 0)))


def zone_of(layout: Layout, gazetteer: Gazetteer, year: int | None) -> Sighting[str] | None:
    """The zone whose committee reports; None where none does, or the zone is not known."""
    for name in committees(layout):
        codes = {
            code for each in gazetteer.named_in(name.value) if each.full for code in zones(each, name, gazetteer, year)
        }
        if len(codes) == 1:
            return Sighting(codes.pop(), name.span)
    return None


def zones(named: Named, within: Sighting[str], gazetteer: Gazetteer, year: int | None) -> list[str]:
    """The zones that a name may mean in the year."""
    name = within.value[named.span.start : named.span.end]
    return [code for code in named.codes if is_zone(gazetteer, code) and gazetteer.held_in(code, name, year)]


def is_zone(gazetteer: Gazetteer, code: str) -> bool:
    """Whether the code is a zone's, or a place's that was one."""
    place = gazetteer.localities[code]
    return place.level == Level.ZONE or any(old != place.name_zh for old, _ in place.former_names)


def committees(layout: Layout) -> list[Sighting[str]]:
    """The committees of zones that a speaker says to represent, or that the title begins with."""
    found = [
        Sighting(match["name"] + match["body"], Span(match.start("name"), match.end("body")))
        for match in layout.lexicon.zone_speaks.finditer(layout.opening)
    ]
    title = titled(layout)
    if title and layout.lexicon.zone_committee.search(title.value):
        found.append(title)
    return found
