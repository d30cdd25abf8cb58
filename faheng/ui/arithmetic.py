"""The arithmetic of a finding as a small drawing: a row a number, percentages as dots on one axis, counts as bars.

marks: the JSON of the table `finding`. Numbers of the other kind are told in a line beneath, so that no two scales mix.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from faheng.charts.scale import value_scale
from faheng.model import Role
from faheng.words.catalogue import Words
from faheng.words.values import PERCENT, units, value_text

__all__ = ["drawing"]

# More numbers than this are a list, not an arithmetic.
MOST_DRAWN = 8
_DECIMALS = 2


@dataclass(frozen=True)
class Drawn:
    """One number: what it is, its value and how it is written."""

    role: str
    label: str
    value: float
    text: str
    percent: bool
    bound: str


def drawing(marks: str, say: Words) -> str:
    """The numbers as HTML; "" where there is nothing to set side by side."""
    every = [_drawn(mark, say) for mark in json.loads(marks)]
    rates = [each for each in every if each.percent]
    shown = rates if len(rates) > 1 else [each for each in every if not each.percent]
    if not 1 < len(shown) <= MOST_DRAWN:
        return ""
    low, high = _ends(shown)
    rows = "".join(_row(each, low, high) for each in shown)
    beneath = _beneath([each for each in every if each not in shown], say)
    return f'<div class="fh-arith" role="img" aria-label="{escape(_aloud(shown, say))}">{rows}</div>{beneath}'


def _drawn(mark: dict[str, str], say: Words) -> Drawn:
    unit, value = mark["unit"], float(mark["value"])
    label = say.pick(mark["label_zh"], mark["label_en"])
    stated = mark["role"] == Role.STATED
    percent = unit == PERCENT
    known = units().get(unit)
    printed = mark["value"] if stated else ""
    text = value_text(round(value, _DECIMALS), known, mark["bound"], say, printed=printed) if known else f"{value:,g}"
    name = say("Stated: {name}", name=label) if stated else label
    return Drawn(mark["role"], name, value, text, percent, mark["bound"])


def _ends(shown: Sequence[Drawn]) -> tuple[float, float]:
    """The axis: counts from zero, percentages close to what is shown, with room at both ends."""
    values = [each.value for each in shown]
    if not shown[0].percent:
        scale = value_scale(values, rate=False)
        return scale.low, scale.high
    reach = max(max(values) - min(values), 1.0)
    return max(0.0, min(values) - reach / 4), min(100.0, max(values) + reach / 4)


def _row(each: Drawn, low: float, high: float) -> str:
    at = 100 * (each.value - low) / (high - low) if high > low else 0.0
    kind = f"fh-role-{each.role}"
    if each.percent:
        reach = f'<i class="fh-reach" style="left:{at:.2f}%"></i>' if each.bound == "at_least" else ""
        drawn = f'{reach}<i class="fh-point" style="left:{at:.2f}%"></i>'
    else:
        drawn = f'<i class="fh-bar" style="width:{max(at, 0.3):.2f}%"></i>'
    return (
        f'<span class="fh-arith-name">{escape(each.label)}</span>'
        f'<span class="fh-track {kind}{" fh-axis" * each.percent}">{drawn}</span>'
        f'<span class="fh-arith-value {kind}">{escape(each.text)}</span>'
    )


def _beneath(others: Sequence[Drawn], say: Words) -> str:
    """The numbers that are not drawn, in words; what would fit as one list."""
    if not others:
        return ""
    names = dict.fromkeys(each.label for each in others)
    told = [
        say("{name} {values}", name=name, values=say(", ").join(each.text for each in others if each.label == name))
        for name in names
    ]
    return f'<p class="fh-note">{escape(say("; ").join(told))}</p>'


def _aloud(shown: Sequence[Drawn], say: Words) -> str:
    return say("; ").join(f"{each.label} {each.text}" for each in shown)
