"""The arithmetic of a finding as a small drawing: a row a number, percentages as dots on one axis, counts as bars.

marks: the JSON of the table `finding`. Numbers of the other kind are told in a line beneath, so that no two scales mix.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from faheng.charts.scale import Scale, value_scale
from faheng.model import Mark, Role
from faheng.model.finding import marks_of
from faheng.ui.markup import NOTHING, Markup, rendered
from faheng.words.catalogue import Words
from faheng.words.values import PERCENT, Amount, units, value_text

__all__ = ["drawing"]

# More numbers than this are a list, not an arithmetic.
MOST_DRAWN = 8
# A bar is seen, whatever it stands for: percent of the axis.
_NARROWEST = 0.3
_DECIMALS = 2


@dataclass(frozen=True, slots=True)
class Drawn:
    """One number: what it is, its value and how it is written."""

    role: str
    label: str
    value: float
    text: str
    percent: bool
    bound: str


@dataclass(frozen=True, slots=True)
class NumberRow:
    """A number with its place: left of a dot, or width of a bar, in percent of the axis."""

    number: Drawn
    at: float


def drawing(marks: str, say: Words) -> Markup:
    """The numbers as HTML; nothing where there is nothing to set side by side."""
    every = [_drawn(mark, say) for mark in marks_of(marks)]
    rates = [each for each in every if each.percent]
    shown = rates if len(rates) > 1 else [each for each in every if not each.percent]
    if not 1 < len(shown) <= MOST_DRAWN:
        return NOTHING
    aloud = say("; ").join(f"{each.label} {each.text}" for each in shown)
    beneath = _beneath([each for each in every if each not in shown], say)
    return rendered("arithmetic", rows=_rows(shown), aloud=aloud, beneath=beneath)


def _drawn(mark: Mark, say: Words) -> Drawn:
    value = float(mark.value)
    label = say.pick(mark.label_zh, mark.label_en)
    stated = mark.role is Role.STATED
    known = units().get(mark.unit)
    printed = mark.value if stated else ""
    text = (
        value_text(Amount(round(value, _DECIMALS), known, mark.bound, printed=printed), say) if known else f"{value:,g}"
    )
    name = say("Stated: {name}", name=label) if stated else label
    return Drawn(mark.role, name, value, text, mark.unit == PERCENT, mark.bound)


def _rows(shown: Sequence[Drawn]) -> list[NumberRow]:
    ends = _ends(shown)
    long = ends.high - ends.low
    places = [100 * (each.value - ends.low) / long if long > 0 else 0.0 for each in shown]
    return [
        NumberRow(each, at if each.percent else max(at, _NARROWEST)) for each, at in zip(shown, places, strict=True)
    ]


def _ends(shown: Sequence[Drawn]) -> Scale:
    """The axis: counts from zero, percentages close to what is shown, with room at both ends."""
    values = [each.value for each in shown]
    if not shown[0].percent:
        return value_scale(values, rate=False)
    reach = max(max(values) - min(values), 1.0)
    return Scale(max(0.0, min(values) - reach / 4), min(100.0, max(values) + reach / 4))


def _beneath(others: Sequence[Drawn], say: Words) -> str:
    """The numbers that are not drawn, in words; what would fit as one list."""
    names = dict.fromkeys(each.label for each in others)
    lines = [
        say("{name} {values}", name=name, values=say(", ").join(each.text for each in others if each.label == name))
        for name in names
    ]
    return say("; ").join(lines)
