"""Which locality a report is about: the one its title, opening, signature and frequency agree on, or none.

我市 and 全区 alone name nobody, but they say what sort of place speaks, and so speak against a name of another sort.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from faheng.model import Level, Locality, Span
from faheng.reading.about.bodies import committees, is_of_a_body, zone_of
from faheng.reading.about.layout import Layout
from faheng.reading.about.lexicon import AboutLexicon
from faheng.reading.about.meetings import holds, is_of_its_congress, is_of_the_speaker
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
# What follows a short name in a title.
AFTER_SHORT = re.compile(r"20\d\d|法治政府|人民政府|政府|关于|[市县区旗]")
# A kind of place behind a short name, and no other word (市民, 市场, 区域, 县域).
KIND_BEHIND = re.compile(r"市(?![民场])|[县区](?!域)|[旗州盟](?![下帜])")
# The longest name of a place above that is looked for right before another.
LONGEST_NAME = 16
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


def locality_of(layout: Layout, gazetteer: Gazetteer, year: int | None = None) -> Sighting[str] | None:
    """The code of the one locality that can be meant; None when it could be two, or one that is not listed.

    year: the one that the report is about; places are found by the names of their time.

    None also where the report is that of one body: 某某市公安局2022年…; a zone's committee reports for its zone.
    """
    if committees(layout) or is_of_a_body(layout):
        return zone_of(layout, gazetteer, year)
    scores = scored(layout, gazetteer, year)
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
    """The names in the parts looked at, with places in the clean text; those of books are left out."""
    head = len(layout.sample)
    tail = max(head, layout.closing_lines[0].start) if layout.closing_lines else head
    parts = ((0, layout.sample), (tail, layout.text[tail:]))
    return [each for offset, part in parts for each in gazetteer.named_in(without_books(part), offset)]


def without_chains(names: Sequence[Named], gazetteer: Gazetteer) -> list[Named]:
    """The names without those that only say where the next one lies: of 四川省万源市 the city alone."""
    return [
        each for each, after in zip_longest(names, names[1:])
        if not (after and each.span.end == after.span.start and contains(each, after, gazetteer))
    ]  # fmt: skip


def codes_of(names: Iterable[Named]) -> frozenset[str]:
    """Every code that the names may mean."""
    return frozenset().union(*(each.codes for each in names))


def contains(outer: Named, inner: Named, gazetteer: Gazetteer) -> bool:
    """Whether a place of the one name contains a place of the other."""
    return any(outer.codes & {place.code for place in gazetteer.ancestors(code)} for code in inner.codes)


def is_own(text: str, named: Named, gazetteer: Gazetteer, lexicon: AboutLexicon) -> bool:
    """Whether nothing speaks against a name being the report's own.

    A short name may be part of something else's: 中山大学, 南京路.
    """
    return not (
        is_superior(text, named.span, lexicon)
        or is_only_context(text, named.span)
        or (not named.full and lexicon.another_name.match(text[named.span.end :][:4]))
        or (not named.full and is_of_another_kind(text, named, gazetteer))
        or is_elsewhere(text, named, gazetteer)
    )


def is_of_another_kind(text: str, named: Named, gazetteer: Gazetteer) -> bool:
    """Whether a short name goes on as the full name of a place that is not listed: 平陆市, where only 平陆县 is."""
    kind = KIND_BEHIND.match(text, named.span.end)
    return kind is not None and not any(gazetteer.localities[code].name_zh.endswith(kind[0]) for code in named.codes)


def shifted(span: Span, offset: int) -> Span:
    """The span of a part as a span of the whole."""
    return Span(span.start + offset, span.end + offset)


def scored(layout: Layout, gazetteer: Gazetteer, year: int | None) -> dict[str, Score]:
    """The points of every locality that may be meant.

    A short name by itself earns nothing: 平安, 和平 and 新城 are ordinary words until the text names the place in full.
    """
    text = without_books(layout.text)
    every, titled = names_in(layout, gazetteer), list(gazetteer.named_in(layout.titled))
    own = [each for each in without_chains(every, gazetteer) if is_own(text, each, gazetteer, layout.lexicon)]
    outright = [each for each in every if not is_superior(text, each.span, layout.lexicon)]
    context = Context(
        gazetteer, codes_of([*every, *titled]), codes_of([*outright, *titled]), speaker_type(layout), year
    )
    scores: dict[str, Score] = {}
    in_full: set[str] = set()
    for named, points in in_text(layout, own):
        code = context.the_one(named, layout.text)
        if code:
            scores.setdefault(code, Score()).add(points, named.span)
            in_full |= {code} if named.full or context.speaks_as(code) else set()
    for named, points in in_title(layout, without_chains(titled, gazetteer), gazetteer):
        code = context.the_one(named, layout.titled)
        if code:
            # A title that is not in the text gives no place.
            at = layout.title_span
            scores.setdefault(code, Score()).add(points, shifted(named.span, at.start) if at else None)
            in_full.add(code)
    return {code: score for code, score in scores.items() if code in in_full}


@dataclass(frozen=True)
class Context:
    """What tells namesakes apart: the places mentioned anywhere, the kind of place that speaks, and the year.

    outright: those mentioned otherwise than as a government above, whose plans are carried out.
    """

    gazetteer: Gazetteer
    mentioned: frozenset[str]
    outright: frozenset[str]
    speaker: str
    year: int | None

    def the_one(self, named: Named, text: str) -> str | None:
        """The code that a name means here, None where it may be two.

        It is the only one that had the name in the year and lies in the place named right before it, else in a place
        that the text mentions, else the only one at all; a township is never the only one at all.
        """
        name = text[named.span.start : named.span.end]
        held = [code for code in named.codes if self.gazetteer.held_in(code, name, self.year)]
        fit = [code for code in held if not self.speaker or type_of(self.gazetteer.localities[code]) == self.speaker]
        alone = [code for code in fit if self._needs_no_other(code)] if len(fit) == 1 else []
        for candidates in (self._behind(fit, named, text), self._supported(fit), alone):
            if candidates:
                return candidates[0] if len(candidates) == 1 else None
        return None

    def _needs_no_other(self, code: str) -> bool:
        """Whether nothing need be said of where it lies: no township, and of zones those named for their city."""
        place = self.gazetteer.localities[code]
        above = self.gazetteer.localities[place.parent_code] if place.level == Level.ZONE else None
        return place.name_zh.startswith(above.short_zh) if above else place.level != Level.TOWNSHIP

    def _behind(self, codes: list[str], named: Named, text: str) -> list[str]:
        """Those that lie in the place whose name stands right before: 沈阳市和平区."""
        before = text[max(0, named.span.start - LONGEST_NAME) : named.span.start]
        return [code for code in codes if any(before.endswith(name) for name in self._names_above(code))]

    def _supported(self, codes: list[str]) -> list[str]:
        """Those that most of the places mentioned contain: a county goes before its province."""
        depth = {code: len(self._known_for(code) & self._codes_above(code)) for code in codes}
        most = max(depth.values(), default=0)
        return [code for code in codes if most and depth[code] == most]

    def speaks_as(self, code: str) -> bool:
        """Whether the place is of the kind that speaks, and the text names what it lies in: 我代表区人民政府."""
        fits = bool(self.speaker) and type_of(self.gazetteer.localities[code]) == self.speaker
        return fits and bool(self.outright & self._codes_above(code))

    def _known_for(self, code: str) -> frozenset[str]:
        """The places whose mention speaks for this one; for a township, not those of governments far above."""
        low = self.gazetteer.localities[code].level in {Level.TOWNSHIP, Level.ZONE}
        return self.outright if low else self.mentioned

    def _codes_above(self, code: str) -> set[str]:
        return {each.code for each in self.gazetteer.ancestors(code)}

    def _names_above(self, code: str) -> set[str]:
        """The full and short names of the places that contain this one."""
        above = self.gazetteer.ancestors(code)
        return {name for place in above for name in (place.name_zh, place.short_zh) if len(name) > 1}


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
        if named.full and (names_itself(layout, named.span) or any(holds(line, named.span) for line in signatures)):
            points += SPEAKER
        found.append((named, points))
    return found


def in_title(layout: Layout, named: Iterable[Named], gazetteer: Gazetteer) -> list[tuple[Named, float]]:
    """The names in the title with their points; their places are those within the title."""
    title = layout.titled
    own = (each for each in named if is_own(title, each, gazetteer, layout.lexicon))
    points = ((each, TITLE if each.full else TITLE_SHORT) for each in own)
    return [(each, worth) for each, worth in points if each.full or stands_alone(title, each)]


def stands_alone(title: str, named: Named) -> bool:
    """Whether a short name in a title is a name there: 万源2022年…, not 平安建设."""
    return bool(AFTER_SHORT.match(title, named.span.end))


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


def names_itself(layout: Layout, span: Span) -> bool:
    """Whether the name is that of who speaks, of the office that does, or of the congress spoken to."""
    if speaks(layout, span):
        return True
    within = span.end <= len(layout.opening)
    return within and (is_of_its_congress(layout, span) or is_of_the_speaker(layout, span))


def speaks(layout: Layout, span: Span) -> bool:
    """Whether the name stands in 我代表某某人民政府."""
    before, after = layout.text[max(0, span.start - 4) : span.start], layout.text[span.end : span.end + 4]
    return "代表" in before and after == "人民政府"


def names_another(layout: Layout, place: Locality, gazetteer: Gazetteer) -> bool:
    """Whether the title or a signature is of a place that is not this one, such as one that is not listed."""
    signatures = [line.text for line in layout.closing_lines if line.text.endswith("人民政府")]
    subjects = [match["place"] for text in (layout.titled, *signatures) for match in SUBJECT.finditer(text)]
    above = (each.name_zh for each in gazetteer.ancestors(place.code))
    own = (place.name_zh, place.short_zh, *(name for name, _ in place.former_names), *above)
    return any(not subject.endswith(own) for subject in subjects)
