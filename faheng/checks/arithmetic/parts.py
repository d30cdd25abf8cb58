"""Check 3: parts against their whole, by the rules of data/reference/parts.csv.

Parts that exclude each other can be no more than the whole, and where nothing is left they are the whole. Silent where
a part is missing, and where bounds leave it open.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from faheng.checks.arithmetic.printed import Interval
from faheng.checks.arithmetic.stated_rate import total
from faheng.checks.figures.fact import Fact, stand_together
from faheng.checks.figures.report_facts import ReportFacts
from faheng.checks.labels import Explain, count_text, finding, sentences, short, shown, worked_out
from faheng.data.arithmetic import Parts
from faheng.model import CheckName, Finding, Mark, Role, Severity
from faheng.words.catalogue import Words


def parts(report: ReportFacts) -> Iterator[Finding]:
    """One finding for each whole whose parts are stated, where they could have disagreed."""
    for rule in report.catalogue.rules.parts:
        for whole in report.by_indicator.get(rule.indicator_id, ()):
            if whole.scope == rule.whole and (named := parts_of(whole, rule, report)):
                yield from compared(whole, named, rule, report)


def parts_of(whole: Fact, rule: Parts, report: ReportFacts) -> tuple[Fact, ...]:
    """The parts of the whole for its period; none where one is missing or stated twice."""
    same = report.of(rule.indicator_id, whole)
    found = [[fact for fact in same if fact.scope == scope] for scope in rule.parts]
    return tuple(facts[0] for facts in found) if all(len(facts) == 1 for facts in found) else ()


def compared(whole: Fact, named: Sequence[Fact], rule: Parts, report: ReportFacts) -> Iterator[Finding]:
    """The finding of one rule; none where the parts are fewer than a whole that has others too."""
    added, true = total(named), whole.printed.count
    if true.is_below(added):
        contradicted = rule.complete and stand_together((whole, *named))
        severity = Severity.CONTRADICTION if contradicted else Severity.DOUBTFUL
        yield outcome(severity, whole, named, exceeding(whole, named, rule, report), report)
    elif rule.complete and added.is_below(true):
        yield outcome(Severity.DOUBTFUL, whole, named, falling_short(whole, named), report)
    elif rule.complete and not whole.is_sum and is_known(added) and is_known(true):
        yield outcome(Severity.HOLDS, whole, named, adding_up(whole, named), report)


def is_known(count: Interval) -> bool:
    """Whether it is one number."""
    return count.low is not None and count.low == count.high


def exceeding(whole: Fact, named: Sequence[Fact], rule: Parts, report: ReportFacts) -> Explain:
    """More parts than whole, and what else they add up to."""
    added = sum(fact.value for fact in named)
    same = [
        fact for fact in report.of(whole.indicator_id, whole) if fact.value == added and fact not in (whole, *named)
    ]

    def explain(say: Words) -> str:
        said = say(
            "{sum}, more than the {whole} of {name} that they are parts of.",
            sum=sum_of(named, say), whole=shown(whole, say), name=report.name(whole, say),
        )  # fmt: skip
        reason = say.pick(rule.reason_zh, rule.reason_en)
        hint = ""
        if same:
            hint = say("It is exactly the {n} of {name}.", n=shown(same[0], say), name=report.name(same[0], say))
        return sentences([said, reason, hint], say)

    return explain


def falling_short(whole: Fact, named: Sequence[Fact]) -> Explain:
    """Fewer parts than whole."""
    rest = whole.value - sum(fact.value for fact in named)
    return lambda say: say(
        "{sum}, {rest} less than the stated {whole}: a part may be left out.",
        sum=sum_of(named, say), rest=count_text(rest), whole=shown(whole, say),
    )  # fmt: skip


def adding_up(whole: Fact, named: Sequence[Fact]) -> Explain:
    """As many parts as whole."""
    return lambda say: say(
        "{sum}: the parts add up to the stated {whole}.", sum=sum_of(named, say), whole=shown(whole, say)
    )


def sum_of(named: Sequence[Fact], say: Words) -> str:
    """66 + 5 = 71; a single part is just itself."""
    if len(named) == 1:
        return shown(named[0], say)
    return " + ".join(shown(fact, say) for fact in named) + f" = {count_text(sum(fact.value for fact in named))}"


def outcome(severity: Severity, whole: Fact, named: Sequence[Fact], explain: Explain, report: ReportFacts) -> Finding:
    """The finding with whole, parts and their sum."""
    added = sum(fact.value for fact in named)
    computed = "+".join(short(fact) for fact in named) + (f"={added}" if len(named) > 1 else "")
    marks: list[Mark] = [
        report.mark(whole, Role.WHOLE),
        *(report.mark(fact, Role.PART) for fact in named),
    ]
    if len(named) > 1:
        marks.append(worked_out(Role.IMPLIED, lambda say: say("sum of the parts"), int(added), whole.unit))
    return finding(
        CheckName.PARTS, severity, report, (whole, *named), explain, stated=short(whole), computed=computed, marks=marks
    )
