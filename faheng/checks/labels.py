"""How findings name and print figures: one place for labels, marks and the sentence in both languages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from fractions import Fraction

from faheng.checks.arithmetic.numbers import MOST_DECIMALS, decimal_of, exact_text
from faheng.checks.arithmetic.printed import Printed
from faheng.checks.figures.fact import Fact
from faheng.checks.figures.report_facts import ReportFacts
from faheng.model import Bound, CheckName, Finding, Mark, Role, Severity
from faheng.words.catalogue import Words, words
from faheng.words.values import PERCENT, Amount, plain, units, value_text

Explain = Callable[[Words], str]

# Signs of no language.
BOUND_SIGNS = {Bound.EXACT: "", Bound.AT_LEAST: ">=", Bound.AT_MOST: "<=", Bound.ABOUT: "~"}


def worked_out(role: Role, explain: Explain, value: Fraction | int, unit: str) -> Mark:
    """A number that the report does not print."""
    return Mark(role, explain(words("zh")), explain(words("en")), exact_text(Fraction(value)), unit)


def finding(
    check: CheckName,
    severity: Severity,
    report: ReportFacts,
    facts: Sequence[Fact],
    explain: Explain,
    *,
    stated: str,
    computed: str,
    marks: Iterable[Mark] = (),
) -> Finding:
    """The outcome of a check of figures that observations hold."""
    return Finding(
        check=check,
        severity=severity,
        report_id=report.report_id,
        locality_code=report.locality_code,
        indicators=tuple(dict.fromkeys(fact.indicator_id for fact in facts)),
        observation_ids=tuple(dict.fromkeys(fact.id for fact in facts if fact.id)),
        stated=stated,
        computed=computed,
        explanation_zh=explain(words("zh")),
        explanation_en=explain(words("en")),
        marks=tuple(marks),
    )


def short(fact: Fact) -> str:
    """The figure in signs of no language: ">=98%", "1749"."""
    number = exact_text(Fraction(fact.value))
    printed = fact.text if fact.text.isascii() and fact.text.replace(".", "").isdigit() else number
    return BOUND_SIGNS[fact.bound] + printed + ("%" if fact.unit == PERCENT else "")


def shown(fact: Fact, say: Words) -> str:
    """The figure as the interface prints it: ≥98%, 1,749; without the unit of a count."""
    if fact.unit == PERCENT:
        return value_text(Amount(fact.value, units()[PERCENT], fact.bound, printed=fact.text), say)
    number = count_text(fact.value)
    if fact.bound is Bound.ABOUT:
        return say("about {value}", value=number)
    return {Bound.AT_LEAST: "≥", Bound.AT_MOST: "≤"}.get(fact.bound, "") + number


def with_unit(fact: Fact, say: Words) -> str:
    """The figure with its unit: 1,749 件."""
    return value_text(Amount(fact.value, units()[fact.unit], fact.bound, printed=fact.text), say)


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


def decimals_of(fact: Fact) -> int:
    """How many decimals tell a worked-out value from the printed one: one more than it has, at least two."""
    places = -int(fact.step.normalize().as_tuple().exponent) if fact.step < 1 else 0
    return max(2, places + 1)


def listed(values: Iterable[str], say: Words) -> str:
    """Values in a row, as the language parts them."""
    return say(", ").join(values)


def plus(facts: Sequence[Fact], say: Words) -> str:
    """15,185 + 7,013, in brackets; one alone stands bare."""
    added = " + ".join(shown(fact, say) for fact in facts)
    return f"({added})" if len(facts) > 1 else added


def stretch(low: int, high: int, say: Words) -> str:
    """Whole numbers from low to high: 28–29, or one alone."""
    if low == high:
        return count_text(low)
    return say("{low}–{high}", low=count_text(low), high=count_text(high))


def sentences(parts: Iterable[str], say: Words) -> str:
    """Sentences in a row; empty ones are left out."""
    return ("" if say.language == "zh" else " ").join(filter(None, parts))
