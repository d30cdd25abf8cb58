"""Digits that a file sets higher or lower than the line: notes (127¹件) and powers (m²), never part of a numeral.

They become the raised characters of Unicode, so that 12 with a note 1 is not read as 121.
"""

from __future__ import annotations

RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
LOWERED = "₀₁₂₃₄₅₆₇₈₉"
# What stands so many half-points above its line and is no longer than that is a mark too, without being named one.
LEAST_RAISED, LONGEST_MARK = 4, 3
_RAISED = str.maketrans("0123456789０１２３４５６７８９", RAISED * 2)


def raised(text: str) -> str:
    """The text with its digits raised."""
    return text.translate(_RAISED)
