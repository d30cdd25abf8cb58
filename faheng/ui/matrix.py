"""The matrix of the overview as HTML: indicators down, places across; it scrolls in its own box."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from faheng.model import Cell
from faheng.ui.links import evidence_href
from faheng.ui.markup import NOTHING, Markup, rendered
from faheng.views.grid import Grid
from faheng.views.view import View
from faheng.words.findings import badge, finding_text
from faheng.words.periods import cell_period_text
from faheng.words.reports import reprint_label
from faheng.words.values import cell_text
from faheng.words.verdict_names import cell_label
from faheng.words.verdicts import verdict_sentences

__all__ = ["cell_matrix"]


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """A value with its verdict and period, or (``missing``) a verdict's word alone.

    reprint: the word where only a reprint was seen. href: its evidence, "" where there is none. reason: why it is
    not compared. badge: the word of what a check found against the value; finding: its sentence.
    """

    text: str
    verdict: str
    period: str
    reprint: str
    href: str
    missing: bool
    disputed: bool
    reason: str
    badge: str
    finding: str

    @property
    def kind(self) -> str:
        """The class of its text; "" for a plain value."""
        return "fh-none" if self.missing else "fh-disputed" if self.disputed else ""


def cell_matrix(cells: Sequence[Cell], view: View) -> Markup:
    """A cell says its value with verdict and period, or its verdict; ours is the column of our place."""
    grid = Grid.of(cells)
    if not grid.indicators:
        return NOTHING
    return rendered(
        "matrix", corner=view.say("Indicator"), head=list(_head(grid, view)), lines=list(_lines(grid, view))
    )


def _head(grid: Grid, view: View) -> Iterator[tuple[str, bool]]:
    """The name of each place, and whether it is ours."""
    return ((name, place == view.ours) for place, name in zip(grid.places, grid.head, strict=True))


def _lines(grid: Grid, view: View) -> Iterator[tuple[str, list[tuple[MatrixCell, bool]]]]:
    """The name of each indicator, and its cells, each with whether it is ours."""
    for line in grid.lines:
        yield line[0].indicator, [(_cell(cell, view), cell.locality_code == view.ours) for cell in line]


def _cell(cell: Cell, view: View) -> MatrixCell:
    say = view.say
    hidden = view.selection.comparable_only and not cell.comparable
    missing = hidden or cell.value is None
    verdict = next((cell_label(cell, each, say) for each in cell.verdicts[:1] if each != "compared"), "")
    return MatrixCell(
        text=verdict if hidden and verdict else cell_text(cell, say),
        verdict="" if missing else verdict,
        period="" if missing else cell_period_text(cell, say),
        reprint="" if missing else reprint_label(cell, say),
        href=evidence_href(cell.observation_id or cell.proposed_observation_id),
        missing=missing,
        disputed="disputed" in cell.verdicts,
        reason=" ".join(verdict_sentences(cell, say)),
        badge="" if missing else badge(cell, say),
        finding=finding_text(cell, say),
    )
