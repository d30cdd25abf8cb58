"""How a value is marked: the shape says its origin, an arrow its bound, and a key explains both in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from faheng.charts.frame import TEXT_SIZE
from faheng.charts.look import Look
from faheng.charts.measure import escaped, wrapped
from faheng.model import Cell
from faheng.words.catalogue import Words
from faheng.words.findings import badge, finding_text
from faheng.words.periods import cell_period_text
from faheng.words.values import cell_value_text
from faheng.words.verdicts import verdict_sentences

MARK_SIZE = 11
HOVER_WIDTH = 260
ARROWS = {"at_least": "→", "at_most": "←"}
# The bar of a stated range.
RANGE_WIDTH = 8


def position(cell: Cell) -> float:
    """Where the mark stands: the value, or the middle of a range or of the interval in which an implied one lies."""
    if cell.value is not None:
        return cell.value
    if cell.value_low is None or cell.value_high is None:
        raise ValueError("a cell without a value has no place in a figure")
    return (cell.value_low + cell.value_high) / 2


def drawable(cells: Iterable[Cell]) -> tuple[Cell, ...]:
    """The cells that have something to draw."""
    return tuple(cell for cell in cells if cell.drawable)


def symbol(cell: Cell) -> str:
    """Plotly's name of the marker."""
    return "diamond" if cell.origin == "implied" else "circle"


def is_hollow(cell: Cell) -> bool:
    """True unless a report itself states the value."""
    return cell.origin in ("derived", "implied")


def fill(cell: Cell, colour: str, look: Look) -> str:
    """The inside of the mark: its colour, or the paper for a hollow one."""
    return look.paper if is_hollow(cell) else colour


def extent(cell: Cell) -> tuple[float, float]:
    """The least and greatest value that the cell's mark and its interval cover."""
    ends = (cell.interval_low, cell.interval_high, cell.value_low, cell.value_high, position(cell))
    known = [end for end in ends if end is not None]
    return min(known), max(known)


def interval(cell: Cell) -> tuple[float, float]:
    """The cell's Wilson interval; its value alone where there is none."""
    low, high = cell.interval_low, cell.interval_high
    return (position(cell), position(cell)) if low is None or high is None else (low, high)


def is_range(cell: Cell) -> bool:
    """Whether the report states both ends of a range: then a bar reaches from one to the other."""
    return cell.bound == "between"


def hover(cell: Cell, say: Words) -> str:
    """What a mark says when it is pointed at: who, what, when, and every verdict with its reason."""
    head = f"{cell.locality}　{cell_value_text(cell, say)}"
    finding = finding_text(cell, say) if badge(cell, say) else ""
    lines = [cell_period_text(cell, say), *verdict_sentences(cell, say), finding]
    rest = [wrapped(line, HOVER_WIDTH, TEXT_SIZE) for line in lines if line]
    return "<br>".join([f"<b>{escaped(head)}</b>", *rest])


def shapes(cells: Sequence[Cell], say: Words) -> list[str]:
    """The words for the shapes of the marks that are drawn; none where all cells are plainly reported."""
    origins = {cell.origin for cell in cells}
    hollow = [is_hollow(cell) for cell in cells]
    entries = [
        (any(hollow) and not all(hollow), say("● reported")),
        ("derived" in origins, say("○ derived from counts")),
        ("implied" in origins, say("◇ implied by a growth")),
    ]
    return [text for needed, text in entries if needed]


def arrows(cells: Sequence[Cell], say: Words) -> list[str]:
    """The words for the arrows of bounds."""
    bounds = {cell.bound for cell in cells}
    entries = [("at_least" in bounds, say("→ at least")), ("at_most" in bounds, say("← at most"))]
    return [text for needed, text in entries if needed]


def whiskers(cells: Sequence[Cell], say: Words) -> list[str]:
    """The words for the lines and bars through marks."""
    entries = [
        (any(cell.interval_low is not None for cell in cells), say("━ 95% interval")),
        (any(map(is_range, cells)), say("▬ a stated range")),
    ]
    return [text for needed, text in entries if needed]
