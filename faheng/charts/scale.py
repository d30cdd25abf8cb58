"""The range of a value axis: zero-based for counts, close to the values but with 100 in sight for rates."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

FULL = 100.0
_NEAR_FULL, _NEAR_ZERO, _STEP = 75.0, 25.0, 10.0
_HALVES = 2.5


@dataclass(frozen=True)
class Scale:
    """Least and greatest value that the axis has to show; the room for labels is added around them."""

    low: float
    high: float

    def padded(self, plot_px: float, before_px: float, after_px: float) -> tuple[float, float]:
        """The axis range whose ends leave these pixels free in a plot this long."""
        inner = max(plot_px - before_px - after_px, plot_px / 4)
        unit = (self.high - self.low) / inner
        return self.low - before_px * unit, self.high + after_px * unit


def value_scale(values: Iterable[float], *, rate: bool) -> Scale:
    """The scale of these values. Rates stay within 0 and 100; an empty or all-zero input gets a scale of one step."""
    known = list(values) or [0.0]
    if not rate:
        return Scale(min(0.0, *known), max(*known, 1.0) if len(known) > 1 else max(known[0], 1.0))
    lowest, highest = min(known), max(known)
    low = 0.0 if lowest < _NEAR_ZERO else max(0.0, math.floor((lowest - _STEP / 2) / _STEP) * _STEP)
    high = FULL if highest > _NEAR_FULL else min(FULL, math.ceil((highest + _STEP / 2) / _STEP) * _STEP)
    return Scale(low, max(high, low + _STEP))


def most_ticks(length_px: float, label_px: float) -> int:
    """How many labels of this width an axis of this length carries side by side."""
    return max(1, min(6, int(length_px / (label_px + 14))))


def ticks(scale: Scale, most: int = 5) -> list[float]:
    """Round numbers within the scale, at most `most` steps apart."""
    step = _step(scale, most)
    first, last = math.ceil(scale.low / step - 1e-9), math.floor(scale.high / step + 1e-9)
    return [round(index * step, 10) for index in range(first, last + 1)]


def covered(scale: Scale, most: int = 5) -> tuple[Scale, list[float]]:
    """The scale raised to a tick that no value exceeds, and its ticks."""
    at = ticks(scale, most)
    if at[-1] >= scale.high - _step(scale, most) * 1e-6:
        return Scale(scale.low, max(scale.high, at[-1])), at
    top = round(at[-1] + _step(scale, most), 10)
    return Scale(scale.low, top), [*at, top]


def _step(scale: Scale, most: int) -> float:
    rough = (scale.high - scale.low) / most
    base = 10.0 ** math.floor(math.log10(rough))
    step = next(base * factor for factor in (1, 2, 2.5, 5, 10) if base * factor >= rough * (1 - 1e-9))
    if scale.high - scale.low < 1:
        return step
    # nobody counts in halves of a case or of a per cent
    return 1.0 if step < 1 else 5.0 if step == _HALVES else step
