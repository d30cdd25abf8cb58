"""Tables of a report -> its figures in them: the number of the report's period and of the whole, never a target."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from faheng.model import Evidence, Observation, Span
from faheng.reading.about.about import ReportAbout
from faheng.reading.figures.assemble import LONGEST_PHRASE, Place, assembled
from faheng.reading.figures.link import Link, links
from faheng.reading.figures.subjects import Teller
from faheng.reading.lexicon import Lexicon
from faheng.reading.mentions.find import mentions_in
from faheng.reading.mentions.parted import grown_from, is_grown
from faheng.reading.mentions.periods import period_mentions
from faheng.reading.sentences.sections import Section
from faheng.reading.sentences.split import Sentence
from faheng.reading.tables.headers import OVER_DISCLOSURE, Header
from faheng.reading.tables.layout import Entered, TableLayout
from faheng.reading.tables.naming import CellName, Naming
from faheng.reading.tables.periods import PeriodOfTable
from faheng.reading.tables.sheet import TableBox, TableSheet, sheet_of
from faheng.reading.texts.cleaned import Cleaned
from faheng.reading.texts.offsets import CleanText

# What makes a number that is not the figure itself: a share, a target, a rank, a part, a growth.
SILENT = frozenset(("target", "other", "growth", "part", "serial", "unit", "aside", OVER_DISCLOSURE))
CAPTION_LINES, LONGEST_CAPTION = 3, 40
RATE = re.compile(r"(?:率|比例|占比|比重)$")
PERCENT_FROM = 1
FALLS = re.compile(r"下降|减少|降低|降幅|减幅")
GROWTH_CELL = re.compile(r"(?P<sign>[+\-]?)(?P<word>[\u4e00-\u9fff]{0,6}?)(?P<size>\d[\d,.]*)(?P<unit>%|个百分点)?")
DIGIT = re.compile(r"\d")
PROSE, MOST_PROSE = 60, 0.5
# What the caption of a table in a disclosure report speaks of, and several of its cells.
DISCLOSURE, DISCLOSED, FEWEST_OF_SUBJECT = "信息公开", "公开", 3


@dataclass(frozen=True)
class TableFigures:
    """What is read in one table, and where that stands in the clean text."""

    start: int
    end: int
    found: tuple[tuple[Link, Observation], ...]


@dataclass(frozen=True)
class TableReader:
    """The tables of one report. own: whose report it is; place: the name of its locality, "" where unknown."""

    cleaned: Cleaned
    about: ReportAbout
    own: Teller
    place: str
    lexicon: Lexicon

    def sheets(self) -> Iterator[TableSheet]:
        """The tables that hold numbers in rows and columns, and no prose."""
        for table in self.cleaned.tables:
            sheet = sheet_of(table, self.cleaned.clean)
            if sheet is not None and is_tabular(sheet):
                yield sheet

    def figures(self, sheet: TableSheet, section: Section) -> Iterator[tuple[Link, Observation]]:
        """The figures of a table under a section."""
        caption = caption_of(self.cleaned.text, sheet.boxes[0].start)
        layout = TableLayout(sheet, self.lexicon.headers)
        entries = list(layout.entries())
        heads = [self.lexicon.headers.read(line) for line in caption]
        period = PeriodOfTable.of(self.about, entries, heads)
        if any(head.marks & {"target", "other", OVER_DISCLOSURE} for head in heads) or not all(
            map(period.is_own, heads[-1:])
        ):
            return
        subject = self.lexicon.headers.over_disclosure[:1] if is_of_disclosure(sheet, caption) else ()
        naming = Naming(self.lexicon, self.own, self.place, ",".join((*caption, *subject)))
        unit = next((unit for line in caption if (unit := self.lexicon.headers.stated_unit(line))), "")
        for entered in entries:
            if period.holds(entered) and is_whole(entered):
                yield from self._figure(entered, naming, section, period.said(entered), unit)

    def _figure(
        self, entered: Entered, naming: Naming, section: Section, period: str, unit: str
    ) -> Iterator[tuple[Link, Observation]]:
        """The figure of one number, if its headers name one."""
        over = [naming.lexicon.headers.read(text) for text in entered.above]
        if any(header.marks & SILENT for header in over):
            return
        above = "".join(header.name for header in over)
        unit = unit_of(entered, unit)
        rows, columns = ([header.name for header in axis] for axis in (entered.rows, entered.columns))
        named = naming.named(rows, columns, unit or own_unit(entered.box), above)
        if named is None:
            return
        said = Said.of(entered, named, period, unit)
        link = said.link(naming, above, section)
        if link is None:
            return
        year = self.about.period_end.year if self.about.period_end else None
        mention = replace(link.mention, corrupt=link.mention.corrupt or is_grown(link.mention, grown_from(year)))
        link = replace(link, mention=mention, wording=replace(link.wording, scope=named.scope or link.wording.scope))
        one = assembled(link, said.place(self, link, section))
        if one is not None:
            yield link, self._placed(one, link, entered, said, section)

    def _placed(self, one: Observation, link: Link, entered: Entered, said: Said, section: Section) -> Observation:
        """The figure with its places in the report instead of those in what was said of it."""
        clean, original = self.cleaned.clean, self.cleaned.original.text
        first = entered.box.start + link.mention.number_start - said.at
        last = min(entered.box.start + link.mention.number_end - said.at, entered.box.end)
        numeral = clean.span(first, last)
        span = clean.span(entered.box.start, entered.box.end)
        if entered.label is not None and entered.label.end <= entered.box.start:
            longer = clean.span(entered.label.start, entered.box.end)
            span = longer if longer.end - longer.start <= LONGEST_PHRASE else span
        span = Span(span.start, min(span.end, span.start + LONGEST_PHRASE))
        heads = [header.text for header in (*entered.rows, *entered.columns)]
        path = " › ".join([*section.path[-1:], *heads])[:LONGEST_PHRASE]
        return replace(
            one,
            value_text=original[numeral.start : numeral.end],
            evidence=Evidence(original[span.start : span.end], span, path),
        )


@dataclass(frozen=True)
class Said:
    """A number of a table as a sentence: text, and where the text of its cell begins in it."""

    text: str
    at: int

    @staticmethod
    def of(entered: Entered, named: CellName, period: str, unit: str) -> Said:
        """The names, the number, its unit and its growth."""
        before = f"{period}{named.text}"
        return Said(f"{before}{entered.box.text.strip()}{unit}{growth_said(entered)}", len(before))

    def link(self, naming: Naming, above: str, section: Section) -> Link | None:
        """The link of the number."""
        sentence = self.sentence(section, f"{naming.context}{above}")
        mentions = mentions_in(self.text, naming.lexicon.mentions)
        found = [
            link for link in links(sentence, mentions, naming.own, naming.figures) if link.mention.start >= self.at
        ]
        return found[0] if len(found) == 1 else None

    def sentence(self, section: Section, before: str) -> Sentence:
        """The sentence under its section."""
        return Sentence(self.text, 0, section, before, 0)

    def place(self, reader: TableReader, link: Link, section: Section) -> Place:
        """What the number is read against."""
        mentions = mentions_in(self.text, reader.lexicon.mentions)
        periods = period_mentions(self.text[: link.mention.start], reader.lexicon.mentions.periods)
        sentence = self.sentence(section, "")
        clean = CleanText.of(self.text)
        return Place(self.text, clean, reader.about, sentence, mentions, periods, reader.lexicon.figures.indicators)


def is_tabular(sheet: TableSheet) -> bool:
    """Whether a table is one of entries: hardly any cell holds prose, and some hold numbers."""
    said = [box for box in sheet.boxes if box.text.strip()]
    prose = [box for box in said if len(box.text) > PROSE and "。" in box.text]
    return bool(said) and len(prose) <= MOST_PROSE * len(said) and any(box.is_value or box.is_told for box in said)


def is_of_disclosure(sheet: TableSheet, caption: Sequence[str]) -> bool:
    """Whether a table is one of a disclosure report, by its words: suits in it are over disclosure alone."""
    captioned = any(DISCLOSURE in line for line in caption)
    return captioned or sum(DISCLOSED in box.text for box in sheet.boxes) >= FEWEST_OF_SUBJECT


def is_whole(entered: Entered) -> bool:
    """Whether no header makes a number a target, a share, a part or a growth, and none beside it is the result."""
    own = (*entered.rows, *entered.columns)
    marks = frozenset().union(*(header.marks for header in own))
    if entered.ragged or marks & SILENT:
        return False
    beside = frozenset().union(*(header.marks for header in entered.siblings))
    return "result" in marks or "result" not in beside


def caption_of(text: str, start: int) -> tuple[str, ...]:
    """The short lines right above a table, the nearest last."""
    lines = text[max(0, start - 4 * LONGEST_CAPTION) : start].split("\n")[:-1]
    found: list[str] = []
    for line in reversed(lines[-CAPTION_LINES:]):
        if "\t" in line and not DIGIT.search(line):
            continue  # the head of a table that the end of a page cut off
        if len(line) > LONGEST_CAPTION or line.endswith(("。", ";")) or "\t" in line:
            break
        found.append(line)
    return tuple(reversed(found))


def own_unit(box: TableBox) -> str:
    """The unit that a number has in its own cell."""
    return re.sub(r"^[^\d]*\d[\d,.]*", "", box.text.strip())


def unit_of(entered: Entered, caption: str) -> str:
    """The unit that stands elsewhere than in the cell of the number: before it, above it, over the table."""
    text = entered.box.text.strip()
    if text[-1:].isdigit() is False and not text.endswith(("万", "亿", "余", "多")):
        return ""
    headers: Sequence[Header] = (*reversed(entered.rows), *reversed(entered.columns))
    unit = entered.unit or next((header.unit for header in headers if header.unit), "")
    is_rate = any(RATE.search(header.name) for header in headers)
    if is_rate and not unit:
        digits = re.sub(r"[^\d.]", "", text)
        return "%" if digits.count(".") <= 1 and digits.strip(".") and float(digits) > PERCENT_FROM else ""
    return unit or ("" if is_rate else caption)


def growth_said(entered: Entered) -> str:
    """The growth of the row as words; "" where it gives none, or one in cases."""
    if entered.growth is None:
        return ""
    box, header = entered.growth
    found = GROWTH_CELL.fullmatch(box.text.strip())
    unit = (found and found["unit"]) or header.unit
    if found is None or unit not in ("%", "个百分点"):
        return ""
    falls = found["sign"] == "-" or FALLS.search(found["word"] + header.text) is not None
    return f",同比{'下降' if falls else '增长'}{found['size']}{unit}"
