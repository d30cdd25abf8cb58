"""Original -> Cleaned -> ReportAbout -> Reading: the whole reading of one report; only this module knows the order.

The text is cleaned once and its numbers are found once; what each step makes is handed to the next.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from faheng.model import Observation
from faheng.reading.about.about import ReportAbout
from faheng.reading.about.describe import described
from faheng.reading.eras import Eras
from faheng.reading.figures.assemble import Place, assembled
from faheng.reading.figures.carried import with_carried_scopes
from faheng.reading.figures.confidence import Weighed, with_other_values
from faheng.reading.figures.levels import with_levels
from faheng.reading.figures.link import links
from faheng.reading.figures.merge import merged
from faheng.reading.figures.parts import with_parts
from faheng.reading.figures.subjects import Teller, teller_of
from faheng.reading.lexicon import Lexicon
from faheng.reading.mentions.find import mentions_in
from faheng.reading.mentions.in_turn import of_other_years as numbers_of_other_years
from faheng.reading.mentions.mention import Mention
from faheng.reading.mentions.parted import with_parted
from faheng.reading.mentions.period import PeriodMention
from faheng.reading.mentions.periods import period_mentions
from faheng.reading.mentions.tables import of_one_year, of_year_in_turn, without_same_time_before, years_of
from faheng.reading.sentences.sections import TOLD
from faheng.reading.sentences.split import Numbers, Sentence, sentences_of
from faheng.reading.tables.read import TableReader
from faheng.reading.tables.sheet import TableSheet
from faheng.reading.texts.cleaned import Cleaned
from faheng.reading.texts.offsets import CleanText
from faheng.reading.texts.original import Original

# The roles of sections whose figures are results, and of what stands behind the report.
RESULTS, ANNEX = "results", "glossary"
# 2024年主要工作 in a report on 2023 is a plan, but for what says that it tells (2024年工作情况).
HEADED_YEAR = re.compile(r"(20\d\d)年")
# A row of numbers outside of any table, whose header nobody knows: 本年新收\t30\t5\t36.
TORN_ROW = re.compile(r"(?:\d{1,2}[.、])?[^\t\d,。;:]{0,60}(?:\t[+\-]?\d[\d,.]*%?){3,}[\t。]*")
# A line of a number alone, behind one that a name stands on: 受理案件 / 103件 / 118件 are columns that nobody names.
NEXT_CELL = re.compile(r"\n[\d,.]+[万亿]?(?P<unit>%|[\u4e00-\u9fff]{1,2})(?=\n|$)")
# How many characters may stand before a period that leads its sentence.
LEADING = 4
# Of the periods of a sentence that is longer than anybody writes, so many of the last are looked at.
MOST_PERIODS = 50


@dataclass(frozen=True)
class Passage:
    """A sentence with numbers, what it counts, and the periods that it names."""

    sentence: Sentence
    mentions: list[Mention]
    periods: list[PeriodMention]


@dataclass(frozen=True)
class Reading:
    """A report as it was read: every sentence with numbers, those of plans too, and the observations of its results.

    own: whose report it is. weighed: each link with what speaks against it, before what is
    said twice became one. lexicon: what it was read by.
    """

    cleaned: Cleaned
    about: ReportAbout
    own: Teller
    passages: list[Passage]
    observations: list[Observation]
    weighed: list[Weighed]
    lexicon: Lexicon

    @property
    def original(self) -> Original:
        """The report as received."""
        return self.cleaned.original

    @property
    def clean(self) -> CleanText:
        """Its clean text."""
        return self.cleaned.clean

    @property
    def results(self) -> list[Passage]:
        """The sentences that tell of results."""
        return [each for each in self.passages if tells_results(each, self.about)]


def read_report(original: Original, given: ReportAbout | None, lexicon: Lexicon) -> Reading:
    """The whole reading of one report. given: what is known of it; the rest is recognised from its text."""
    cleaned = Cleaned.of(original, lexicon.texts)
    return read_cleaned(cleaned, described(cleaned, given, lexicon.gazetteer, lexicon.about), lexicon)


def read_cleaned(cleaned: Cleaned, about: ReportAbout, lexicon: Lexicon) -> Reading:
    """A report with its observations, in the order of its text. about: what is known of it, nothing is added."""
    text, figures = cleaned.text, lexicon.figures
    locality = lexicon.reference.localities.get(about.locality_code or "")
    own = teller_of(locality.name_zh if locality else "", text, figures.subjects)
    tables = TableReader(cleaned, about, own, locality.name_zh if locality else "", lexicon)
    sheets = tuple(tables.sheets())
    sentences = list(numbered(cleaned, about, lexicon, [(sheet.start, sheet.end) for sheet in sheets]))
    found: list[Weighed] = []
    reader = ReadBy(cleaned, about, own, lexicon)
    for sheet, group in groupby(sentences, key=lambda each: sheet_at(sheets, each.sentence.start)):
        results = [each for each in group if tells_results(each, about)]
        if sheet is not None and results:
            entered = [
                pair for pair in tables.figures(sheet, results[0].sentence.section) if has_happened(pair[1], about)
            ]
            found += lexicon.scale.weighed_in_table(entered)
            results = [passage for each in results for passage in told_in_cells(each, sheet)]
        elif sheet is None:
            results = [each for each in results if not is_torn(each, text)]
        for each in results:
            found += figures_of(each, reader)
            for year, other in of_other_years(each, about):
                told = figures_of(other, reader)
                found += [replace(one, one=without_growth(one.one)) for one in told if is_of(one.one, year)]
    scale, is_picture = lexicon.scale, cleaned.original.is_recognised
    weighed = with_other_values(without_last_resorts(found), scale)
    proposed = [each for each in weighed if is_picture or scale.proposes(each.signs)]
    observations = merged(map(scale.judged_of_picture if is_picture else scale.judged, proposed), figures.sums)
    return Reading(cleaned, about, own, sentences, observations, weighed, lexicon)


def is_torn(passage: Passage, text: str) -> bool:
    """Whether a sentence is a row of a table that was torn out of it, on one line or a cell a line."""
    if TORN_ROW.fullmatch(passage.sentence.text):
        return True
    if len(passage.mentions) != 1 or "," in passage.sentence.text:
        return False
    (one,) = passage.mentions
    following = NEXT_CELL.match(text, one.end)
    return following is not None and following["unit"] == one.unit


def sheet_at(sheets: Sequence[TableSheet], place: int) -> TableSheet | None:
    """The table that a place of the clean text lies in."""
    at = bisect_right(sheets, place, key=lambda sheet: sheet.start) - 1
    return sheets[at] if at >= 0 and place < sheets[at].end else None


def told_in_cells(passage: Passage, sheet: TableSheet) -> Iterator[Passage]:
    """The cells of a table in a sentence that say more than a number: each is read as a sentence of its own."""
    sentence = passage.sentence
    for box in sheet.prose:
        start, end = max(box.start, sentence.start), min(box.end, sentence.end)
        mentions = [each for each in passage.mentions if start <= each.start and each.end <= end]
        if mentions:
            text = sentence.text[start - sentence.start : end - sentence.start]
            periods = [each for each in passage.periods if start <= each.start < end]
            yield Passage(replace(sentence, text=text, start=start, opens=start), mentions, periods)


@dataclass(frozen=True)
class ReadBy:
    """What a passage is read with: the text, what is known of the report, whose it is, the wording."""

    cleaned: Cleaned
    about: ReportAbout
    own: Teller
    lexicon: Lexicon


def figures_of(passage: Passage, reader: ReadBy) -> Iterator[Weighed]:
    """The figures of one sentence, each with the link that it was made of and what speaks against it."""
    sentence, mentions, lexicon = passage.sentence, passage.mentions, reader.lexicon.figures
    place = Place(
        reader.cleaned.original.text, reader.cleaned.clean, reader.about, sentence, mentions, passage.periods,
        lexicon.indicators,
    )  # fmt: skip
    linked = with_levels(links(sentence, mentions, reader.own, lexicon), sentence, reader.own.kind)
    parted = with_parts(linked, mentions, sentence, lexicon.parts)
    carried = with_carried_scopes(parted, sentence, lexicon.carries)
    for link in carried:
        one = assembled(link, place)
        if one is not None and has_happened(one, reader.about):
            yield reader.lexicon.scale.weighed(link, one, carried, passage)


def of_other_years(passage: Passage, about: ReportAbout) -> Iterator[tuple[int, Passage]]:
    """The same sentence as each year before the report's tells it: 近三年分别受理80、100、120件."""
    sentence = passage.sentence
    year = about.period_end.year if about.period_end else None
    for own, numbers in numbers_of_other_years(passage.mentions, sentence.text, sentence.start, year):
        days = date(own, 1, 1), date(own, 12, 31)
        yield own, Passage(sentence, numbers, [PeriodMention(sentence.opens, sentence.opens, "year", *days, year=own)])


def is_of(one: Observation, year: int) -> bool:
    """Whether a figure is of the year; a stock is as of the report's day whatever its list says."""
    return one.period_start is not None and one.period_start.year == year


def without_growth(one: Observation) -> Observation:
    """The figure without a growth: one behind the list is of its last number."""
    return replace(one, change=None, change_text="", change_unit=None, change_bound=None)


def tells_results(passage: Passage, about: ReportAbout) -> bool:
    """Whether a passage tells of results: not of plans, faults or terms, nor under a heading of a year to come."""
    section = passage.sentence.section
    if about.kind == "disclosure_report" and section.role == ANNEX:
        section = replace(section, role=RESULTS)  # it has no glossary: its annex is the form with its numbers
    if section.role != RESULTS or about.period_end is None:
        return section.role == RESULTS
    headed = [list(map(int, HEADED_YEAR.findall(each))) for each in section.path if not TOLD.search(each)]
    return all(min(years) <= about.period_end.year for years in headed if years)


def without_last_resorts(found: list[Weighed]) -> list[Weighed]:
    """The figures, those of wordings of last resort only where the report has no other of their indicator."""
    known = {each.one.indicator_id for each in found if not each.link.wording.last_resort}
    return [each for each in found if not each.link.wording.last_resort or each.one.indicator_id not in known]


def has_happened(one: Observation, about: ReportAbout) -> bool:
    """Whether the figure is of days that the report can know of: 到2025年达到100% in a report on 2022 is a target."""
    latest = about.published_on or about.period_end
    day = one.period_start or one.period_end
    return day is None or latest is None or day.year <= max(latest, about.period_end or latest).year


def numbered(
    cleaned: Cleaned, about: ReportAbout, lexicon: Lexicon, tables: Sequence[tuple[int, int]]
) -> Iterator[Passage]:
    """The sentences with numbers, whatever they tell of. tables: from where to where tables stand.

    A period that begins a row of sentences parted by semicolons is that of all of them. In a table with a column a
    year the numbers of other years than the report's are marked.
    """
    year = about.period_end.year if about.period_end else None
    found = mentions_in(cleaned.text, lexicon.mentions)
    mentions = with_parted(found, cleaned.clean, cleaned.original.text, year)
    periods = period_mentions(cleaned.text, lexicon.mentions.periods)
    number_starts, period_starts = [m.start for m in mentions], [p.start for p in periods]
    numbers = Numbers(number_starts, [m.end for m in mentions])
    leading: list[PeriodMention] = []
    eras = Eras(cleaned.text, year)
    columns: tuple[int, ...] = ()
    for sentence in sentences_of(cleaned.text, lexicon.sentences, numbers, tables):
        first = bisect_left(period_starts, sentence.opens)
        times = periods[first : bisect_left(period_starts, sentence.end)][-MOST_PERIODS:]
        if not sentence.before.endswith(";"):
            leading = [each for each in times if each.start <= sentence.opens + LEADING]
        elif times[:1] != leading[:1]:
            times = [*leading, *times]
        times = eras.governing(sentence, times)
        columns = years_of(sentence.text, columns)
        first, last = bisect_left(number_starts, sentence.start), bisect_left(number_starts, sentence.end)
        if first < last:
            now = without_same_time_before(mentions[first:last], sentence.text, sentence.start)
            own = of_one_year(now, columns, year)
            dealt = of_year_in_turn(own, sentence.text, sentence.start, year)
            # 近三年分别受理80、100、120件: what is left is of one year.
            yield Passage(sentence, dealt, times if dealt is own else [each for each in times if not each.years])
