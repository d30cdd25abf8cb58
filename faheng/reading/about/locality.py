"""Which locality a report is about: the one its title, opening, signature and frequency agree on, or none.

我市 and 全区 alone name nobody, but they say what sort of place speaks, and so speak against a name of another sort.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from faheng.model import Level, Locality, Span
from faheng.reading.about.layout import Layout
from faheng.reading.about.lexicon import AboutLexicon
from faheng.reading.about.places import (
    TYPES,
    UNITS_OF_PLACE,
    Gazetteer,
    Named,
    is_elsewhere,
    is_only_context,
    is_superior,
    without_books,
)
from faheng.reading.about.sighting import Sighting

# Points a name earns by where it stands. Full names outweigh short ones, which are often ordinary words (和平, 城中).
TITLE, TITLE_SHORT, SPEAKER, OPENING, FREQUENT, FREQUENT_SHORT = 12.0, 7.0, 12.0, 3.0, 1.0, 0.4
MOST_COUNTED = 15
ENOUGH = 5.0
# The best must lead the next by so much; a place it lies in, or that lies in it, is named along with it anyway.
LEAD, LEAD_IN_CHAIN = 2.0, 1.3
SELF = re.compile(rf"我([{TYPES}])")
SPEAKS_FOR = re.compile(rf"代表 ?[一-龥]{{0,14}}?([{TYPES}])人民政府")
SUBJECT = re.compile(rf"(?P<place>[一-龥]{{1,14}}{UNITS_OF_PLACE})(?=人民政府|党委|20\d\d|法治政府|关于|政府工作报告)")
# The word of the type where the name ends in a longer one.
TYPE_OF_ENDING = {"特别行政区": "区", "自治区": "区", "街道": "道"}


@dataclass
class Score:
    """The points of one locality and the best place that gave it some."""

    points: float = 0.0
    best: float = 0.0
    span: Span | None = None

    def add(self, points: float, span: Span | None) -> None:
        """Count the points; the place that gave most is the evidence."""
        self.points += points
        if points > self.best:
            self.best, self.span = points, span


def locality_of(layout: Layout, gazetteer: Gazetteer) -> Sighting[str] | None:
    """The code of the one locality that can be meant; None when it could be two, or one that is not listed.

    None also where the title is that of one department's report: 某某市公安局2022年….
    """
    if layout.lexicon.department.search(layout.titled):
        return None
    names = names_in(layout, gazetteer)
    scores = scored(layout, names, gazetteer)
    ranked = sorted(scores, key=lambda code: -scores[code].points)
    if not ranked or scores[ranked[0]].points < ENOUGH:
        return None
    best = ranked[0]
    chain = {place.code for place in gazetteer.ancestors(best)}
    for other in ranked[1:]:
        near = other in chain or best in {place.code for place in gazetteer.ancestors(other)}
        if scores[best].points < scores[other].points * (LEAD_IN_CHAIN if near else LEAD):
            return None
    place = gazetteer.localities[best]
    if names_another(layout, place, gazetteer):
        return None
    return Sighting(best, scores[best].span)


def names_in(layout: Layout, gazetteer: Gazetteer) -> list[Named]:
    """The names in the parts looked at that may be the report's own, with places in the clean text."""
    head = len(layout.sample)
    tail = max(head, layout.closing_lines[0].start) if layout.closing_lines else head
    found = []
    for offset, part in ((0, layout.sample), (tail, layout.text[tail:])):
        text = without_books(part)
        own = (named for named in gazetteer.named_in(text) if is_own(text, named, gazetteer, layout.lexicon))
        found += [Named(named.codes, shifted(named.span, offset), named.full) for named in own]
    return found


def is_own(text: str, named: Named, gazetteer: Gazetteer, lexicon: AboutLexicon) -> bool:
    """Whether nothing speaks against a name being the report's own.

    A short name may be part of something else's: 中山大学, 南京路.
    """
    return not (
        is_superior(text, named.span, lexicon)
        or is_only_context(text, named.span)
        or (not named.full and lexicon.another_name.match(text[named.span.end :][:4]))
        or is_elsewhere(text, named, gazetteer)
    )


def shifted(span: Span, offset: int) -> Span:
    """The span of a part as a span of the whole."""
    return Span(span.start + offset, span.end + offset)


def scored(layout: Layout, names: list[Named], gazetteer: Gazetteer) -> dict[str, Score]:
    """The points of every locality that may be meant."""
    mentioned = {code for named in names for code in named.codes}
    speaker = speaker_type(layout)
    scores: dict[str, Score] = {}
    for named, points in (*in_text(layout, names), *in_title(layout, gazetteer)):
        code = the_one(named, mentioned, speaker, gazetteer)
        if code:
            scores.setdefault(code, Score()).add(points, named.span if named.span.end else None)
    return scores


def in_text(layout: Layout, names: list[Named]) -> list[tuple[Named, float]]:
    """Every name in the text with its points; beyond a number of times, saying it again adds nothing."""
    counted: Counter[tuple[frozenset[str], bool]] = Counter()
    signatures = [line.span for line in layout.closing_lines if line.text.endswith(("政府", "委员会"))]
    found = []
    for named in names:
        counted[named.codes, named.full] += 1
        points = 0.0 if counted[named.codes, named.full] > MOST_COUNTED else FREQUENT if named.full else FREQUENT_SHORT
        if named.full and named.span.end <= len(layout.opening):
            points += OPENING
        if named.full and (speaks(layout, named.span) or any(holds(line, named.span) for line in signatures)):
            points += SPEAKER
        found.append((named, points))
    return found


def in_title(layout: Layout, gazetteer: Gazetteer) -> list[tuple[Named, float]]:
    """The names in the title with their points; a title that is not in the text gives no place (an empty span)."""
    title = layout.titled
    at = layout.title_span
    found = []
    for named in gazetteer.named_in(title):
        if is_own(title, named, gazetteer, layout.lexicon):
            span = shifted(named.span, at.start) if at else Span(0, 0)
            found.append((Named(named.codes, span, named.full), TITLE if named.full else TITLE_SHORT))
    return found


def the_one(named: Named, mentioned: set[str], speaker: str, gazetteer: Gazetteer) -> str | None:
    """The code that a name means here: unique, or the only one whose containing places are mentioned too."""
    fit = [code for code in named.codes if not speaker or type_of(gazetteer.localities[code]) == speaker]
    supported = [code for code in fit if mentioned & {place.code for place in gazetteer.ancestors(code)}]
    # Townships are never listed completely: a name alone does not say which of its namesakes is meant.
    unique = [code for code in fit if gazetteer.localities[code].level != Level.TOWNSHIP] if len(fit) == 1 else []
    candidates = supported or unique
    return candidates[0] if len(candidates) == 1 else None


def type_of(place: Locality) -> str:
    """What the place calls itself after 我: 区 for 和平区, 县 for an autonomous county."""
    ending = next((each for each in TYPE_OF_ENDING if place.name_zh.endswith(each)), "")
    return TYPE_OF_ENDING.get(ending, place.name_zh[-1])


def speaker_type(layout: Layout) -> str:
    """The type of place that speaks: of the government represented, or the commonest 我区; "" when it is open."""
    represented = SPEAKS_FOR.search(layout.opening)
    if represented:
        return represented[1]
    counts = Counter(SELF.findall(layout.sample)).most_common(2)
    clear = len(counts) == 1 or (len(counts) > 1 and counts[0][1] > counts[1][1])
    return counts[0][0] if clear else ""


def speaks(layout: Layout, span: Span) -> bool:
    """Whether the name stands in 我代表某某人民政府."""
    before, after = layout.text[max(0, span.start - 4) : span.start], layout.text[span.end : span.end + 4]
    return "代表" in before and after == "人民政府"


def holds(outer: Span, inner: Span) -> bool:
    """Whether one span lies in the other."""
    return outer.start <= inner.start and inner.end <= outer.end


def names_another(layout: Layout, place: Locality, gazetteer: Gazetteer) -> bool:
    """Whether the title or a signature is of a place that is not this one, such as one that is not listed."""
    signatures = [line.text for line in layout.closing_lines if line.text.endswith("人民政府")]
    subjects = [match["place"] for text in (layout.titled, *signatures) for match in SUBJECT.finditer(text)]
    own = (place.name_zh, *(each.name_zh for each in gazetteer.ancestors(place.code)))
    return any(not subject.endswith(own) for subject in subjects)
