"""Exact fractions as decimal text."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction

# Exact counts of any report stay below.
_DIGITS = 40
# Twenty decimals tell any two rates of such counts apart.
MOST_DECIMALS = 20


def decimal_of(value: Fraction) -> Decimal:
    """The fraction to forty digits."""
    with localcontext() as context:
        context.prec = _DIGITS
        return Decimal(value.numerator) / Decimal(value.denominator)


def exact_text(value: Fraction) -> str:
    """The number as plain decimal text, to six places where it does not end."""
    if value.denominator == 1:
        return str(value.numerator)
    number = decimal_of(value).quantize(Decimal("0.000001"), ROUND_HALF_UP)
    return f"{number:f}".rstrip("0").rstrip(".")
