"""Tables for a slide or half a page: what is alike in most rows is said once, what says least stands in a sentence.

Nothing is left out unsaid: what has no row here is named in a sentence, and stands in the whole table, which the
workbook and the appendix hold.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from faheng.briefing.cell_texts import measured_name, number_cell
from faheng.briefing.facts import verdict_text
from faheng.briefing.table import BriefTable, Head, Number, TableCell, ViewTable, upright
from faheng.charts.sentences import no_brief_change
from faheng.model import Cell
from faheng.views.pair import Pair
from faheng.views.profile import PlaceProfile, ProfileLine
from faheng.words.catalogue import Words
from faheng.words.findings import badge
from faheng.words.peers import place_briefly
from faheng.words.periods import as_date, cell_period_text, period_text

__all__ = ["brief_findings", "brief_matrix", "brief_pair", "brief_profile"]

Row = tuple[TableCell, ...]
_LAST_DAY = (12, 31)


def brief_profile(profile: PlaceProfile, telling: tuple[int, ...], say: Words) -> BriefTable:
    """Value and one remark a row; the period and the verdict that most of them have are said once.

    telling: the rows in the order in which they are kept.
    """
    lines = list(profile.lines)
    usual = _Usual.of([(line.cell, _standing(line, say)) for line in lines], say)
    columns = (
        Head(say("Chapter"), 8), Head(say("Indicator"), 14), Head(say("Value"), 9, number=True),
        Head(say("Remark"), 13),
    )  # fmt: skip
    rows: list[Row] = [
        (chapter.name, line.cell.indicator, number_cell(line.cell, say), _remark(line, usual, say))
        for chapter in profile.chapters
        for line in chapter.lines
    ]
    said = (say("Where nothing else is said: {usual}.", usual=usual.text(say)),) if usual.text(say) else ()
    return BriefTable(ViewTable(columns, tuple(rows), telling=telling, grouped=True), said, across=3)


def _remark(line: ProfileLine, usual: _Usual, say: Words) -> str:
    """The change on the year before, and what is not said once for all."""
    change = line.brief_change if line.change and line.cell.comparable else ""
    # that none can be given is no remark on the figure
    change = "" if change == no_brief_change(say) else change
    changed = say("on the year before {change}", change=change) if change else ""
    return say(", ").join(filter(None, (changed, usual.apart(line.cell, _standing(line, say), say))))


def _standing(line: ProfileLine, say: Words) -> str:
    """The place among the peers, or what keeps the value from one."""
    if not line.cell.comparable:
        return verdict_text(line.cell, say)
    doubt = badge(line.cell, say)
    ranked = place_briefly(line.peers, line.cell.better, say) if line.ranked and line.peers else say("not ranked")
    return say(", ").join(filter(None, (ranked, doubt)))


@dataclass(frozen=True)
class _Usual:
    """What more than half of some figures have in common, as words. period and standing: "" where they have none.

    stocks: whether stocks at the end of the period are among them.
    """

    period: str
    standing: str
    stocks: bool

    @staticmethod
    def of(told: Sequence[tuple[Cell, str]], say: Words) -> _Usual:
        """Of figures, each with its standing in words."""
        period = _most([_whole_period(cell, say) for cell, _ in told])
        stocks = any(cell.period_kind == "as_of" for cell, _ in told if _whole_period(cell, say) == period)
        return _Usual(period, _most([standing for _, standing in told]), stocks)

    def apart(self, cell: Cell, standing: str, say: Words) -> str:
        """What a figure has to say for itself."""
        own = "" if _whole_period(cell, say) == self.period else cell_period_text(cell, say)
        return say(", ").join(filter(None, (own, "" if standing == self.standing else standing)))

    def text(self, say: Words) -> str:
        """What is said once."""
        period = say("{period}, stocks at its end", period=self.period) if self.stocks and self.period else self.period
        return say(", ").join(filter(None, (period, self.standing)))


def _whole_period(cell: Cell, say: Words) -> str:
    """The period in words; of a stock at the end of a year that year."""
    end = as_date(cell.period_end)
    if cell.period_kind != "as_of" or end is None or (end.month, end.day) != _LAST_DAY:
        return cell_period_text(cell, say)
    return period_text("year", date(end.year, 1, 1), end, cell.period_basis, say)


def _most(texts: Sequence[str]) -> str:
    """What more than half of the texts are; "" for none."""
    text, times = Counter(texts).most_common(1)[0] if texts else ("", 0)
    return text if times > len(texts) / 2 else ""


def brief_pair(pair: Pair, say: Words) -> BriefTable | None:
    """A row an indicator that both state; those that one states alone are named. None where both state none."""
    lines = sorted(pair.lines, key=lambda line: bool(line.reason))
    both = [line for line in lines if line.ours.drawable and line.theirs.drawable]
    if not both:
        return None
    compared = any(line.brief for line in both)
    columns = (
        Head(say("Indicator"), 18), Head(pair.ours, 16, number=True), Head(pair.theirs, 16, number=True),
        *([Head(say("{ours} against {theirs}", ours=pair.ours, theirs=pair.theirs), 14)] if compared else []),
    )  # fmt: skip
    usual = [_Usual.of([(cell, verdict_text(cell, say)) for cell in side], say)
             for side in ([line.ours for line in both], [line.theirs for line in both])]  # fmt: skip
    rows: list[Row] = [
        (
            measured_name(line.ours, say), _of_two(line.ours, usual[0], say), _of_two(line.theirs, usual[1], say),
            *([line.brief or say("not compared")] if compared else []),
        )
        for line in both
    ]  # fmt: skip
    alone = [
        (pair.ours, [line.ours for line in lines if not line.theirs.drawable]),
        (pair.theirs, [line.theirs for line in lines if not line.ours.drawable]),
    ]
    once = _said_of_two((pair.ours, pair.theirs), usual, say)
    said = (*once, *(_only(place, cells, say) for place, cells in alone if cells))
    counted = (*once, say.pick("", " ").join(_counted(place, len(cells), say) for place, cells in alone if cells))
    return BriefTable(ViewTable(columns, tuple(rows)), said, counted, left=len(lines) - len(both))


def _of_two(cell: Cell, usual: _Usual, say: Words) -> TableCell:
    """One of two values, over what it has to say for itself."""
    number, remark = number_cell(cell, say, with_unit=False), usual.apart(cell, verdict_text(cell, say), say)
    if not remark:
        return number
    text = number.text if isinstance(number, Number) else number
    whole = say("{value} ({remark})", value=text, remark=remark)
    return replace(number, text=whole, short=text, below=remark) if isinstance(number, Number) else whole


def _said_of_two(names: Sequence[str], usual: Sequence[_Usual], say: Words) -> tuple[str, ...]:
    told = [
        say("{place} {usual}", place=name, usual=each.text(say))
        for name, each in zip(names, usual, strict=True)
        if each.text(say)
    ]
    return (say("Where nothing else is said: {usual}.", usual=say("; ").join(told)),) if told else ()


def _only(place: str, cells: Sequence[Cell], say: Words) -> str:
    names = say(", ").join(cell.indicator for cell in cells)
    return say("Stated by {place} alone ({n}): {names}.", place=place, n=len(cells), names=names)


def _counted(place: str, number: int, say: Words) -> str:
    return say.count("{place} alone states one more.", "{place} alone states {n} more.", number, place=place)


def brief_findings(table: ViewTable) -> BriefTable:
    """Severity, outcome and report: the outcome says what was checked, and the report where."""
    severity, _, _, outcome, report = table.columns
    columns = (severity, outcome, Head(report.name, report.weight + 2))
    return BriefTable(ViewTable(columns, tuple((row[0], row[3], row[4]) for row in table.rows)))


def brief_matrix(table: ViewTable, ours: str, say: Words) -> BriefTable | None:
    """Places down where they are more than the indicators; those that state none of them are named. None otherwise.

    ours: the name of our place, which stays in any case.
    """
    turned = upright(table, len(table.columns) - 1)
    if turned is table:
        return None
    empty: dict[str, list[str]] = {}
    rows: list[Row] = []
    for row in turned.rows:
        place, *values = row
        if place != ours and not any(isinstance(value, Number) for value in values) and len(set(values)) == 1:
            empty.setdefault(str(values[0]), []).append(str(place))
        else:
            rows.append(row)
    said = tuple(
        say("{places}: {verdict} throughout.", places=say(", ").join(places), verdict=verdict)
        for verdict, places in empty.items()
    )
    own = next((i for i, row in enumerate(rows) if row[0] == ours), None)
    return BriefTable(ViewTable(turned.columns, tuple(rows), own), said)
