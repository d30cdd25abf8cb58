"""How findings print figures: numbers, bounds and units, in signs of no language or in the words of one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction

from faheng.model import Bound, Mark, Observation, Printed, Role
from faheng.words.catalogue import Words, words
from faheng.words.values import PERCENT, Amount, plain, units, value_text

Explain = Callable[[Words], str]

# Exact counts of any report stay below.
_DIGITS = 40
# Twenty decimals tell any two rates of such counts apart.
MOST_DECIMALS = 20
# Signs of no language.
BOUND_SIGNS = {Bound.EXACT: "", Bound.AT_LEAST: ">=", Bound.AT_MOST: "<=", Bound.ABOUT: "~", Bound.BETWEEN: ">="}


def worked_out(role: Role, explain: Explain, value: Fraction | int, unit: str) -> Mark:
    """A number that the report does not print."""
    return Mark(role, explain(words("zh")), explain(words("en")), exact_text(Fraction(value)), unit)


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


def short(figure: Observation) -> str:
    """The figure in signs of no language: ">=98%", "1749"."""
    number = exact_text(Fraction(figure.value))
    printed = (
        figure.value_text if figure.value_text.isascii() and figure.value_text.replace(".", "").isdigit() else number
    )
    return BOUND_SIGNS[figure.bound] + printed + ("%" if figure.unit == PERCENT else "")


def shown(figure: Observation, say: Words) -> str:
    """The figure as the interface prints it: ≥98%, 1,749; without the unit of a count."""
    if figure.unit == PERCENT:
        return value_text(Amount(figure.value, units()[PERCENT], figure.bound, printed=figure.value_text), say)
    number = count_text(figure.value)
    if figure.bound is Bound.ABOUT:
        return say("about {value}", value=number)
    return {Bound.AT_LEAST: "≥", Bound.AT_MOST: "≤"}.get(figure.bound, "") + number


def with_unit(figure: Observation, say: Words) -> str:
    """The figure with its unit: 1,749 件."""
    return value_text(Amount(figure.value, units()[figure.unit], figure.bound, printed=figure.value_text), say)


def count_text(value: Decimal | Fraction | int) -> str:
    """A count with thousands separators, decimals only where it has any."""
    exact = Fraction(value)
    return f"{exact.numerator:,}" if exact.denominator == 1 else plain(decimal_of(exact), 1)


def signed(number: Fraction) -> str:
    """+22.41 or −4.7: at most two decimals."""
    text = plain(abs(Decimal(exact_text(number))), 2)
    return ("+" if number >= 0 else "−") + (text.rstrip("0").rstrip(".") if "." in text else text)


def growth_text(stated: Printed, say: Words, *, points: bool = False) -> str:
    """A stated growth in words: +22.41%, nearly 70%, ≤−20%."""
    number = signed(stated.value)
    text = say("{n} percentage points", n=number) if points else f"{number}%"
    if stated.nearly:
        return say("nearly {value}", value=text.removeprefix("+"))
    if stated.bound is Bound.ABOUT:
        return say("about {value}", value=text.removeprefix("+"))
    return {Bound.AT_LEAST: "≥", Bound.AT_MOST: "≤"}.get(stated.bound, "") + text


def percent_text(value: Fraction, decimals: int) -> str:
    """A percentage that was worked out; cut short where it would come to look like a number that it is not.

    99.996 with two decimals would become 100.00: then as many are shown as tell the two apart.
    """
    number = decimal_of(value)
    while decimals < MOST_DECIMALS and value != 100 and round(number, decimals) == 100:  # noqa: PLR2004 (per cent)
        decimals += 1
    return plain(number, decimals) + "%"


def decimals_of(figure: Observation) -> int:
    """How many decimals tell a worked-out value from the printed one: one more than it has, at least two."""
    places = -int(figure.value_step.normalize().as_tuple().exponent) if figure.value_step < 1 else 0
    return max(2, places + 1)


def listed(values: Iterable[str], say: Words) -> str:
    """Values in a row, as the language parts them."""
    return say(", ").join(values)


def plus(figures: Sequence[Observation], say: Words) -> str:
    """15,185 + 7,013, in brackets; one alone stands bare."""
    added = " + ".join(shown(figure, say) for figure in figures)
    return f"({added})" if len(figures) > 1 else added


def stretch(low: int, high: int, say: Words) -> str:
    """Whole numbers from low to high: 28–29, or one alone."""
    if low == high:
        return count_text(low)
    return say("{low}–{high}", low=count_text(low), high=count_text(high))


def sentences(parts: Iterable[str], say: Words) -> str:
    """Sentences in a row; empty ones are left out."""
    return ("" if say.language == "zh" else " ").join(filter(None, parts))
