"""Readable lines: what was measured, n, min, median and max, and the budget beside it."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median


def title(text: str) -> None:
    print(f"\n{text}\n{'-' * 96}", flush=True)


def line(name: str, values: Sequence[float], unit: str = "ms", budget: float | None = None) -> float:
    """Print a line and give the median."""
    middle = median(values)
    spread = f"{min(values):9.1f}{middle:9.1f}{max(values):9.1f}"
    print(f"{name:<46}{len(values):>5}{spread} {unit:<5}{verdict(middle, budget)}", flush=True)
    return middle


def head(name: str = "") -> None:
    print(f"{name:<46}{'n':>5}{'min':>9}{'median':>9}{'max':>9}")


def single(name: str, value: float, unit: str, budget: float | None = None) -> None:
    print(f"{name:<46}{value:>23.2f} {unit:<5}{verdict(value, budget)}", flush=True)


def verdict(value: float, budget: float | None) -> str:
    """The budget, and whether the value keeps it: a remark, never a failure."""
    if budget is None:
        return ""
    return f" budget {budget:g}" + ("" if value <= budget else "  OVER")
