"""Cells of the store -> the tables that stand beside charts: a ranking, years down, indicators by place."""

from __future__ import annotations

from collections.abc import Callable, Container, Hashable, Sequence

import pandas as pd

from faheng.briefing.cell_texts import measured_name, number_cell, one_of_two, remarked_cell
from faheng.briefing.facts import covered_years, verdict_text
from faheng.briefing.table import Head, TableCell, ViewTable
from faheng.charts.marks import drawable
from faheng.charts.measure import text_px
from faheng.model import Cell
from faheng.native.ranking import in_order
from faheng.ranks import rank_ranges
from faheng.views.pair import Pair
from faheng.views.profile import PlaceProfile, ProfileLine, standing_text
from faheng.views.tables import rank_text
from faheng.words.catalogue import Words
from faheng.words.peers import place_briefly, within_sentence
from faheng.words.periods import cell_period_text, year_text
from faheng.words.reports import report_name

__all__ = ["matrix_table", "pair_table", "profile_table", "ranking_table", "trend_table", "worded_table"]

_WIDEST = 26
_OF_A_YEAR = ("year", "as_of")
Row = tuple[TableCell, ...]
Across = Callable[[Cell], str]


def ranking_table(cells: Sequence[Cell], say: Words, ours: str) -> ViewTable:
    """One indicator, a row a place in the order of the chart; last those without a value, whose verdict is said."""
    ranks = {cell.locality_code: rank_text(rank, say) for cell, rank in zip(cells, rank_ranges(cells), strict=True)}
    ordered, ranked = in_order(cells), any(ranks.values())
    columns = [
        Head(say("Place"), 11), Head(say("Value"), 9, number=True),
        *([Head(say("Rank"), 13)] if ranked else []),
        Head(say("Verdict"), 12), Head(say("Period"), 14), Head(say("Report"), 26),
    ]  # fmt: skip
    rows: list[Row] = [
        (
            cell.locality, number_cell(cell, say), *([ranks[cell.locality_code]] if ranked else []),
            verdict_text(cell, say), cell_period_text(cell, say), report_name(cell, say),
        )
        for cell in ordered
    ]  # fmt: skip
    own = next((i for i, cell in enumerate(ordered) if cell.locality_code == ours), None)
    return ViewTable(tuple(columns), tuple(rows), own)


def trend_table(cells: Sequence[Cell], say: Words) -> ViewTable:
    """Years down; across them places, or the indicators of one place. A cell that is not compared says why.

    One indicator of one place has room for its verdicts, periods and reports beside it. Of several indicators of
    several places each has its own years, one indicator below the other.
    """
    dated = [cell for cell in cells if cell.year is not None]
    places, indicators = (len(_firsts(dated, by)) for by in (_place, _indicator))
    if places == indicators == 1:
        return _single_trend(dated, say)
    if places > 1 and indicators > 1:
        return _blocks(dated, say)
    by = _place if indicators == 1 else _indicator
    columns = [Head(say("Year"), 6), *_across(dated, by, say)]
    return ViewTable(tuple(columns), tuple(_years_down(dated, by, list(_firsts(dated, by)), say)))


def _blocks(cells: Sequence[Cell], say: Words) -> ViewTable:
    """Indicator and year down, places across; a year without any value takes no row: the chart shows the gap."""
    codes = list(_firsts(cells, _place))
    rows: list[Row] = []
    for indicator, first in _firsts(cells, _indicator).items():
        own = [cell for cell in cells if cell.indicator_id == indicator]
        years = {cell.year for cell in drawable(own)}
        rows += [(measured_name(first, say), *line) for line in _years_down(own, _place, codes, say, years)]
    columns = (Head(say("Indicator"), 16), Head(say("Year"), 7), *_across(cells, _place, say))
    return ViewTable(columns, tuple(rows))


def _place(cell: Cell) -> str:
    return cell.locality_code


def _indicator(cell: Cell) -> str:
    return cell.indicator_id


def _firsts(cells: Sequence[Cell], by: Across) -> dict[str, Cell]:
    """The first cell of each place or indicator, in the order in which they come."""
    firsts: dict[str, Cell] = {}
    for cell in cells:
        firsts.setdefault(by(cell), cell)
    return firsts


def _across(cells: Sequence[Cell], by: Across, say: Words) -> list[Head]:
    heads = (cell.locality if by is _place else measured_name(cell, say) for cell in _firsts(cells, by).values())
    return [Head(head, 12, number=True) for head in heads]


def _years_down(
    cells: Sequence[Cell], by: Across, across: Sequence[str], say: Words, years: Container[int | None] | None = None
) -> list[Row]:
    """A row a year; years: only these."""
    held: dict[Hashable, Cell] = {(covered_years(cell), by(cell)): cell for cell in cells}
    # a head that names a place says no unit; of several indicators the row does
    bare = by is _place and years is None
    return [
        (
            _row_name(row, say),
            *(remarked_cell(held.get((row, each)), say, dated=False, with_unit=bare) for each in across),
        )
        for row in _rows_of_years(cells)
        if years is None or row[1] in years
    ]


def _single_trend(cells: Sequence[Cell], say: Words) -> ViewTable:
    columns = (
        Head(say("Year"), 8), Head(say("Value"), 10, number=True), Head(say("Verdict"), 14),
        Head(say("Period"), 16), Head(say("Report"), 28),
    )  # fmt: skip
    held = {covered_years(cell): cell for cell in cells}
    rows: list[Row] = [
        (_row_name(row, say), _beside_verdict(cell, say), verdict_text(cell, say), cell_period_text(cell, say),
         report_name(cell, say))
        for row in _rows_of_years(cells)
        if (cell := held.get(row)) is not None
    ]  # fmt: skip
    return ViewTable(columns, tuple(rows))


def _beside_verdict(cell: Cell, say: Words) -> TableCell:
    """The value; a dash where there is none, for the verdict stands in the column beside it."""
    return "—" if cell.value is None and cell.value_low is None else number_cell(cell, say)


def _years(cells: Sequence[Cell]) -> list[int]:
    """From the first year with a value to the last, those between without one too.

    Where there is no value at all, the years of which a report is held: their verdicts say why there is none.
    """
    held = [cell.year for cell in cells if cell.value is not None and cell.year is not None]
    if not held:
        told = (cell for cell in cells if cell.verdicts and "no_report" not in cell.verdicts)
        return sorted({cell.year for cell in told if cell.year is not None})
    return list(range(min(held), max(held) + 1))


def _rows_of_years(cells: Sequence[Cell]) -> list[tuple[int, int]]:
    """Each year from the first with a value to the last, and behind its last year each longer period."""
    single = {(year, year) for year in _years(cells)}
    several = {covered_years(cell) for cell in drawable(cells)}
    # a year that only a total over several years gave has no row of its own
    bare = {(last, last) for first, last in several if first < last} - set(map(covered_years, cells))
    return sorted((single - bare) | several, key=lambda row: (row[1], -row[0]))


def _row_name(row: tuple[int, int], say: Words) -> str:
    first, last = row
    return year_text(last, say) if first == last else say("{first}–{last}", first=first, last=last)


def matrix_table(cells: Sequence[Cell], say: Words) -> ViewTable:
    """Indicators down, places across; a cell says its period where they differ, and why it is not compared."""
    dated = len({cell_period_text(cell, say) for cell in cells if cell.value is not None}) > 1
    places = _firsts(cells, _place)
    columns = [
        # English names are longer, and what stands below a value is not
        Head(say("Indicator"), 16 if say.language == "zh" else 26),
        *(Head(cell.locality, 9, number=True) for cell in places.values()),
    ]
    held = {(cell.indicator_id, cell.locality_code): cell for cell in cells}
    rows: list[Row] = [
        (
            measured_name(first, say),
            *(remarked_cell(held.get((indicator, code)), say, dated=dated, strictest=True) for code in places),
        )
        for indicator, first in _firsts(cells, _indicator).items()
    ]
    return ViewTable(tuple(columns), tuple(rows))


def profile_table(profile: PlaceProfile, say: Words) -> ViewTable:
    """One place whole, indicators down, with the chapter before the first of its indicators."""
    # English names are longer than Chinese ones by other shares than periods are.
    weights = (8, 14, 9, 10, 16, 16) if say.language == "zh" else (13, 24, 14, 10, 20, 20)
    groups = {line.peers.peers for line in profile.lines if line.ranked and line.peers}
    # one group of peers is named once, in the head
    among = groups.pop() if len(groups) == 1 else ""
    standing = say("Standing ({peers})", peers=within_sentence(among, say)) if among else say("Standing")
    names = (say("Chapter"), say("Indicator"), say("Value"), say("Period"), say("On the year before"), standing)
    columns = tuple(
        Head(name, weight, number=name == say("Value")) for name, weight in zip(names, weights, strict=True)
    )
    rows: list[Row] = [
        (
            chapter.name, line.cell.indicator, number_cell(line.cell, say), cell_period_text(line.cell, say),
            line.brief_change, _standing(line, say, named=not among),
        )
        for chapter in profile.chapters
        for line in chapter.lines
    ]  # fmt: skip
    told = [
        (not (line.cell.comparable and row[-1]), not line.change) for line, row in zip(profile.lines, rows, strict=True)
    ]
    return ViewTable(columns, tuple(rows), telling=tuple(sorted(range(len(rows)), key=told.__getitem__)), grouped=True)


def _standing(line: ProfileLine, say: Words, *, named: bool) -> str:
    """The place among the peers, or the verdict that keeps it from standing there. named: the peers are named too."""
    if named or not line.ranked or line.peers is None:
        return standing_text(line, say)
    return place_briefly(line.peers, line.cell.better, say)


def pair_table(pair: Pair, say: Words) -> ViewTable:
    """Two places side by side, indicators down, what may be compared first; each value over its period and verdict."""
    lines = [line for _, chapter in pair.compared_first for line in chapter]
    lines.sort(key=lambda line: bool(line.reason))
    columns = (
        Head(say("Indicator"), 18), Head(pair.ours, 14, number=True), Head(pair.theirs, 14, number=True),
        Head(say("{ours} against {theirs}", ours=pair.ours, theirs=pair.theirs), 16),
    )  # fmt: skip
    rows: list[Row] = [
        (
            measured_name(line.ours, say), one_of_two(line.ours, say), one_of_two(line.theirs, say),
            line.brief or say("not compared"),
        )
        for line in lines
    ]  # fmt: skip
    return ViewTable(columns, tuple(rows))


def worded_table(words: pd.DataFrame) -> ViewTable:
    """A table in words as a page shows it; a column is as wide as its longest text, within bounds."""
    columns = [(str(name), [str(text) for text in words[name]]) for name in words.columns]
    # letters and digits are half as wide as Chinese signs
    longest = ((name, max(text_px(text, 1) for text in (name, *texts))) for name, texts in columns)
    heads = tuple(Head(name, min(long + 2, _WIDEST)) for name, long in longest)
    return ViewTable(heads, tuple(zip(*(texts for _, texts in columns), strict=True)))
