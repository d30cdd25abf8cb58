"""The headline cards and their strips as HTML; every class is in ``style.css``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from faheng.charts.scale import Scale
from faheng.ui.links import Hyperlink
from faheng.ui.markup import Markup, rendered
from faheng.words.catalogue import Words

__all__ = ["Axis", "Band", "Card", "Dot", "Strip", "cards", "strip"]


@dataclass(frozen=True, slots=True)
class Dot:
    """A value on a strip. at: in the unit of the strip."""

    at: float
    label: str
    ours: bool = False
    hollow: bool = False


@dataclass(frozen=True, slots=True)
class Axis:
    """What a strip is drawn along. ends: its least and greatest value in words; href: the chart it is a sketch of."""

    scale: Scale
    ends: tuple[str, str]
    href: str


@dataclass(frozen=True, slots=True)
class Band:
    """The range of the peers on a strip, from low to high in the unit of the strip."""

    low: float
    high: float
    label: str


@dataclass(frozen=True, slots=True)
class Strip:
    """One axis with peers, then ours on top, and reference lines; each with its place in percent of the axis.

    ends: what the axis begins and ends with. band: the range of the peers, None where there are too few. summary: the
    strip for the ear. href: its chart.
    """

    dots: tuple[tuple[float, Dot], ...]
    lines: tuple[tuple[float, Dot], ...]
    ends: tuple[str, str]
    band: tuple[float, float] | None
    band_label: str
    summary: str
    href: str


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


def strip(dots: Sequence[Dot], lines: Sequence[Dot], band: Band | None, axis: Axis) -> Strip:
    """The strip of these values, along the axis; what lies beyond an end stands at the end."""
    low, reach = axis.scale.low, axis.scale.high - axis.scale.low

    def along(value: float) -> float:
        return max(0.0, min(100.0, 100 * (value - low) / reach))

    in_order = sorted(dots, key=lambda dot: dot.ours)
    said = [*(dot.label for dot in [*dots, *lines]), *([band.label] if band else [])]
    return Strip(
        tuple((along(dot.at), dot) for dot in in_order),
        tuple((along(line.at), line) for line in lines),
        axis.ends,
        (along(band.low), along(band.high)) if band else None,
        band.label if band else "",
        "; ".join(said),
        axis.href,
    )


def cards(shown: Sequence[Card], say: Words) -> Markup:
    """The headline cards, three in a row, and what the marks on their strips are."""
    return rendered("cards", cards=shown, key=_key([card.strip for card in shown if card.strip], say))


def _key(strips: Sequence[Strip], say: Words) -> list[tuple[str, str]]:
    """The class and the name of each kind of mark that stands on one of the strips."""
    dots = [dot for each in strips for _, dot in each.dots]
    told = {
        "fh-dot fh-ours": (say("our place"), any(dot.ours for dot in dots)),
        "fh-dot": (say("other places"), any(not dot.ours and not dot.hollow for dot in dots)),
        "fh-dot fh-hollow": (say("not comparable"), any(dot.hollow for dot in dots)),
        "fh-band": (say("range of the peers"), any(each.band for each in strips)),
        "fh-line": (say("reference value"), any(each.lines for each in strips)),
    }
    return [(kind, name) for kind, (name, shown) in told.items() if shown]
