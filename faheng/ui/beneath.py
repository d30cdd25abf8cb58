"""What is told beneath a chart as HTML: what the checks found, who has no value, what is not compared or not drawn."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from faheng.charts.references import reference
from faheng.model import Benchmark, Cell
from faheng.ui.markup import NOTHING, Markup, rendered
from faheng.views.view import View
from faheng.words.catalogue import Words
from faheng.words.findings import finding_text
from faheng.words.values import cell_text, units
from faheng.words.verdicts import verdict_sentence

__all__ = ["benchmark_list", "findings_list", "missing_list", "reasons"]


# Places without a value whose reasons stand open; more would push the rest off the screen.
MOST_OPEN = 8


@dataclass(frozen=True, slots=True)
class Item:
    """A line of a list: the name it begins with, if any, and what is said."""

    name: str
    text: str


def reasons(cells: Sequence[Cell], view: View) -> Markup:
    """Why cells that hold a value are not compared: one sentence each; nothing when all are."""
    say = view.say
    items = [
        Item(
            cell.locality, f"{cell.indicator} {cell_text(cell, say, told=True)}{say(': ')}{verdict_sentence(cell, say)}"
        )
        for cell in cells
        if cell.value is not None and not cell.comparable
    ]
    summary = say.count("Why one figure is not compared", "Why {n} figures are not compared", len(items))
    return _folded(items, summary)


def findings_list(cells: Sequence[Cell], view: View) -> Markup:
    """What the checks found against figures of the chart; nothing where nothing was found."""
    say = view.say
    checked = (cell for cell in cells if cell.finding_severity is not None)
    return _listed(
        Item(cell.locality, f"{cell_text(cell, say, told=True)} {finding_text(cell, say)}") for cell in checked
    )


def missing_list(cells: Sequence[Cell], view: View) -> Markup:
    """The places that have no value, with the reason; nothing when all have one."""
    items = [Item(cell.locality, _why_missing(cell, view.say)) for cell in cells if cell.value is None]
    if len(items) <= MOST_OPEN:
        return _listed(items)
    return _folded(items, view.say("{n} places have no value, and why", n=len(items)))


def _why_missing(cell: Cell, say: Words) -> str:
    # A place that does report but whose population is unknown has no value per 10,000 residents.
    if cell.observation_id:
        return say("The population is not known, so there is no figure per resident.")
    return verdict_sentence(cell, say)


def benchmark_list(benchmarks: Sequence[Benchmark], view: View) -> Markup:
    """The published values that are not drawn, each with the reason; nothing when there is none."""
    say = view.say
    items = [
        Item("", reference(each, units()[each.unit], say).label + say(": ") + barred(each.reason, say))
        for each in benchmarks
        if not each.drawn
    ]
    summary = say.count("One published value is not drawn", "{n} published values are not drawn", len(items))
    return _folded(items, summary)


def barred(reason: str, say: Words) -> str:
    """Why a published value is not drawn as a reference line."""
    return {
        "target": say("it is a target, not a result."),
        "definition": say("its definition is another."),
        "total": say("it is the total of a larger region; counts of unlike regions are not set side by side."),
        "part_year": say("it covers only part of a year."),
        "several_years": say("it covers several years."),
        "elsewhere": say("its region contains none of the places shown."),
        "older": say("a newer value of the same region is drawn."),
        "footing": say("it is not divided by residents or years."),
    }[reason]


def _listed(items: Iterable[Item]) -> Markup:
    every = list(items)
    return rendered("listed", items=every) if every else NOTHING


def _folded(items: Sequence[Item], summary: str) -> Markup:
    return rendered("listed_folded", items=items, summary=summary) if items else NOTHING
