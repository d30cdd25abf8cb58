"""The headers of a number -> the indicator that they name together, found with the wordings of prose.

The names are read like the words of a sentence before their number, alone and joined. A name that the wording does not
need only narrows it (a department, a kind of case): then the figure is a part, with a scope where one fits, or nothing.
Whether a wording needs a name shows where nonsense of the same length stands in its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from faheng.data.wording.indicators import NO_INDICATOR
from faheng.reading.figures.lexicon import FigureLexicon
from faheng.reading.figures.link import Link, winners
from faheng.reading.figures.parts import scope_of
from faheng.reading.figures.subjects import Teller
from faheng.reading.lexicon import Lexicon
from faheng.reading.mentions.find import mentions_in
from faheng.reading.sentences.sections import Section
from faheng.reading.sentences.split import Sentence

NONSENSE = "〓"
SAMPLE = "12"
# Bodies and places: above or beside a name they say whose figure it is, which no wording asks for.
BODY = re.compile(
    r"[局委办厅院所队站部署县区市镇乡村旗盟州]$|(?:中心|街道|社区|办公室|部门|单位|公司|学校|管委会|开发区|新区|自治[区州县])$"
)
MOST_NAMES = 5
RESULTS = "results"


@dataclass(frozen=True)
class CellName:
    """What the names of a number say: the text to read before it, and the scope of a part."""

    text: str
    scope: str


@dataclass
class Naming:
    """The wordings by which the names of one table are read. context: what the text speaks of before it."""

    lexicon: Lexicon
    own: Teller
    place: str
    context: str
    known: dict[tuple[str, str, str], Link | None] = field(default_factory=dict)

    @property
    def figures(self) -> FigureLexicon:
        """What numbers are linked by."""
        return self.lexicon.figures

    def named(self, rows: Sequence[str], columns: Sequence[str], unit: str, above: str) -> CellName | None:
        """The name of a number from those of its row and its column, outermost first; None where they name nothing."""
        names = [name for name in (*rows, *columns) if name and not self.is_whole(name)]
        if not names or len(names) > MOST_NAMES or self.is_part(above):
            return None
        used = self._chosen(rows, columns, unit, above)
        if used is None:
            return None
        text, taken = used
        link = self.link(text, unit, above)
        if link is None or self._is_barred(text, unit, above):
            return None
        scope = ""
        for axis in (rows, columns):
            places = [at for at, name in enumerate(axis) if name in taken]
            for at, name in enumerate(axis):
                if not name or name in taken or self.is_whole(name):
                    continue
                if places and at < places[-1] and not self.is_part(name):
                    continue  # what stands above a name that is used: the field that it belongs to
                narrowed = scope_of(self.figures.parts.get(link.wording.indicator_id, ()), name)
                if not narrowed or scope or link.wording.scope or narrowed == "itself":
                    return None
                scope = narrowed
        return CellName(text, scope)

    def is_whole(self, name: str) -> bool:
        """Whether a name is that of the whole place: 全市 in the report of a city, or the place's own name."""
        return bool(self.own.kind and name == f"全{self.own.kind}") or bool(self.place and name == self.place)

    def is_part(self, name: str) -> bool:
        """Whether a name is that of a body or of another place."""
        return BODY.search(name) is not None and not self.is_whole(name)

    def link(self, text: str, unit: str, above: str) -> Link | None:
        """The link by which a number behind the text is a figure of an indicator."""
        key = text, unit, above
        if key not in self.known:
            self.known[key] = self._linked(text, unit, above)
        return self.known[key]

    def _linked(self, text: str, unit: str, above: str) -> Link | None:
        said = f"{text}{SAMPLE}{unit}"
        mentions = mentions_in(said, self.lexicon.mentions)
        if not mentions or mentions[-1].number_start != len(text):
            return None
        sentence = Sentence(said, 0, Section((), RESULTS), f"{self.context}{above}", 0)
        found = [
            link
            for links in winners(sentence, mentions, self.own, self.figures)
            for link in links
            if link.mention is mentions[-1]
        ]
        kept = [link for link in found if link.wording.indicator_id != NO_INDICATOR]
        return kept[0] if len(kept) == 1 else None

    def needs(self, link: Link, text: str, name: str, unit: str, above: str) -> bool:
        """Whether the wording of a link would not be there without one of its names."""
        without = self.link(text.replace(name, NONSENSE * len(name), 1), unit, above)
        return without is None or without.wording.row is not link.wording.row

    def _chosen(
        self, rows: Sequence[str], columns: Sequence[str], unit: str, above: str
    ) -> tuple[str, frozenset[str]] | None:
        """The text and its names that a wording needs; None where two names claim the number or none does."""
        names = [name for name in (*rows, *columns) if name]
        for one, two in pairs(names):
            for text in (one + two, two + one):
                link = self.link(text, unit, above)
                if link and all(self.needs(link, text, name, unit, above) for name in (one, two)):
                    return text, frozenset((one, two))
        alone = [name for name in names if self.link(name, unit, above)]
        inner = [axis for axis in (rows, columns) if any(name in alone for name in axis)]
        if len(inner) == 1:
            name = [each for each in inner[0] if each in alone][-1]
            return name, frozenset((name,))
        return None

    def _is_barred(self, text: str, unit: str, above: str) -> bool:
        """Whether the words above the table make nobody's figure of it: 因政府信息公开…复议情况."""
        said = f"{self.context}{above},{text}{SAMPLE}{unit}"
        mentions = mentions_in(said, self.lexicon.mentions)
        sentence = Sentence(said, 0, Section((), RESULTS), "", 0)
        last = [
            link
            for links in winners(sentence, mentions, self.own, self.figures)
            for link in links
            if mentions and link.mention is mentions[-1]
        ]
        return any(link.wording.indicator_id == NO_INDICATOR for link in last)


def pairs(names: Sequence[str]) -> Iterable[tuple[str, str]]:
    """Two names each, the innermost first."""
    return [(names[one], names[two]) for two in range(len(names) - 1, 0, -1) for one in range(two - 1, -1, -1)]
