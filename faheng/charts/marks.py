"""How a value is marked: the shape says its origin, an arrow its bound, and a key explains both in words."""

from __future__ import annotations

import pandas as pd

from faheng.charts.frame import TEXT_SIZE
from faheng.charts.look import Look
from faheng.charts.measure import escaped, wrapped
from faheng.words.catalogue import Words
from faheng.words.findings import badge, told
from faheng.words.periods import row_period_text
from faheng.words.rows import Row, number_of, text_of
from faheng.words.values import row_value_text
from faheng.words.verdicts import verdict_sentences

MARK_SIZE = 11
HOVER_WIDTH = 260
_SYMBOLS = {"reported": "circle", "derived": "circle", "implied": "diamond"}
ARROWS = {"at_least": "→", "at_most": "←"}


def position(row: Row) -> float:
    """Where the mark stands: the value, or the middle of the interval in which an implied one lies."""
    value = number_of(row, "value")
    if value is not None:
        return value
    low, high = number_of(row, "value_low"), number_of(row, "value_high")
    if low is None or high is None:
        raise ValueError("a row without a value has no place in a figure")
    return (low + high) / 2


def drawable(cells: pd.DataFrame) -> pd.DataFrame:
    """The cells that have something to draw."""
    interval = cells["value_low"].notna() & cells["value_high"].notna()
    return cells[cells["value"].notna() | interval]


def symbol(row: Row) -> str:
    """Plotly's name of the marker."""
    return _SYMBOLS.get(text_of(row, "origin"), "circle")


def is_hollow(row: Row) -> bool:
    """True unless a report itself states the value."""
    return text_of(row, "origin") in ("derived", "implied")


def fill(row: Row, colour: str, look: Look) -> str:
    """The inside of the mark: its colour, or the paper for a hollow one."""
    return look.paper if is_hollow(row) else colour


def extent(row: Row) -> tuple[float, float]:
    """The least and greatest value that the row's mark and its interval cover."""
    ends = [number_of(row, name) for name in ("interval_low", "interval_high", "value_low", "value_high")]
    known = [end for end in ends if end is not None] + [position(row)]
    return min(known), max(known)


def interval(row: Row) -> tuple[float, float]:
    """The row's Wilson interval; its value alone where there is none."""
    low, high = number_of(row, "interval_low"), number_of(row, "interval_high")
    return (position(row), position(row)) if low is None or high is None else (low, high)


def hover(row: Row, say: Words) -> str:
    """What a mark says when it is pointed at: who, what, when, and every verdict with its reason."""
    head = f"{text_of(row, 'locality')}　{row_value_text(row, say)}"
    found = told(row, say) if badge(row, say) else ""
    lines = [row_period_text(row, say), *verdict_sentences(row, say), found]
    rest = [wrapped(line, HOVER_WIDTH, TEXT_SIZE) for line in lines if line]
    return "<br>".join([f"<b>{escaped(head)}</b>", *rest])


def key(cells: pd.DataFrame, say: Words, *, arrows: bool = True) -> str:
    """The words for the shapes that these cells need; nothing when all are plainly reported."""
    origins, bounds = set(cells["origin"].dropna()), set(cells["bound"].dropna())
    parts = [
        (bool({"derived", "implied"} & origins), say("● reported")),
        ("derived" in origins, say("○ derived from counts")),
        ("implied" in origins, say("◇ implied by a growth")),
        (arrows and "at_least" in bounds, say("→ at least")),
        (arrows and "at_most" in bounds, say("← at most")),
        (bool(cells["interval_low"].notna().any()), say("━ 95% interval")),
    ]
    return "　".join(text for needed, text in parts if needed)
