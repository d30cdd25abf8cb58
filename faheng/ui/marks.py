"""The headline cards and their strips as HTML; every class is in ``style.css``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from faheng.charts.scale import Scale
from faheng.ui.links import Hyperlink
from faheng.ui.markup import Markup, rendered

__all__ = ["Card", "Dot", "Strip", "cards", "strip"]


@dataclass(frozen=True, slots=True)
class Dot:
    """A value on a strip. at: in the unit of the strip; href: its evidence, "" where there is none."""

    at: float
    label: str
    href: str = ""
    ours: bool = False
    hollow: bool = False


@dataclass(frozen=True, slots=True)
class Strip:
    """One axis with peers, then ours on top, and reference lines; each with its place in percent of the axis.

    summary: the strip for the ear.
    """

    dots: tuple[tuple[float, Dot], ...]
    lines: tuple[tuple[float, Dot], ...]
    summary: str


@dataclass(frozen=True, slots=True)
class Card:
    """One headline indicator. ``figure`` is a value's text or, if ``missing``, a verdict's word.

    finding: what a check found against it; doubtful: no contradiction.
    """

    title: str
    figure: str
    beside: str
    sentence: str
    strip: Strip | None = None
    references: str = ""
    finding: str = ""
    doubtful: bool = False
    links: tuple[Hyperlink, ...] = ()
    missing: bool = False


def strip(dots: Sequence[Dot], lines: Sequence[Dot], scale: Scale, summary: str) -> Strip:
    """The strip of these values, along the scale; what lies beyond an end stands at the end."""

    def along(dot: Dot) -> float:
        return max(0.0, min(100.0, 100 * (dot.at - scale.low) / (scale.high - scale.low)))

    in_order = sorted(dots, key=lambda dot: dot.ours)
    return Strip(tuple((along(dot), dot) for dot in in_order), tuple((along(line), line) for line in lines), summary)


def cards(shown: Sequence[Card]) -> Markup:
    """The headline cards, three in a row."""
    return rendered("cards", cards=shown)
