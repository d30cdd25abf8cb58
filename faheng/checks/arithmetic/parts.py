"""Check 3: parts against their whole: scopes by the rules of data/reference/parts.csv, and indicators that are sums.

Parts that exclude each other can be no more than the whole, and where nothing is left they are the whole. Silent where
a part is missing, and where bounds leave it open. A count that the catalogue knows as the sum of other indicators
(proposals_total) is such a whole too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from faheng.checks.arithmetic.stated_rate import total
from faheng.checks.figures.catalogue import Catalogue
from faheng.checks.figures.labels import Explain, count_text, sentences, short, shown, worked_out
from faheng.checks.figures.report import Judgement, ReportFigures, stand_together
from faheng.data.arithmetic import Parts
from faheng.model import Check, CheckName, Finding, Mark, Observation, Role, Severity
from faheng.model.printed import Interval
from faheng.words.catalogue import Words

PARTS = Check(
    CheckName("parts"),
    lambda say: say("Parts and their whole"),
    lambda say: say("Parts named as of one whole must add up to it, or not exceed it."),
)


def parts(report: ReportFigures) -> Iterator[Finding]:
    """One finding for each whole whose parts are stated, where they could have disagreed."""
    for rule in report.catalogue.rules.parts:
        for whole in report.by_indicator.get(rule.indicator_id, ()):
            if whole.scope == rule.whole and (named := parts_of(whole, rule, report)):
                yield from compared(whole, named, rule, report)
    for rule in sums_of_indicators(report.catalogue):
        for whole in report.by_indicator.get(rule.indicator_id, ()):
            named = tuple(filter(None, (report.one(each, whole) for each in rule.parts)))
            if not whole.scope and len(named) == len(rule.parts):
                yield from compared(whole, named, rule, report)


def sums_of_indicators(catalogue: Catalogue) -> Iterator[Parts]:
    """The counts of the catalogue that are other counts together."""
    for each in catalogue.indicators.values():
        if each.added_ids:
            yield Parts(each.id, "", each.added_ids, frozenset(), True, "", "")


def parts_of(whole: Observation, rule: Parts, report: ReportFigures) -> tuple[Observation, ...]:
    """The parts of the whole for its period; none where one is missing or stated twice."""
    same = report.of(rule.indicator_id, whole)
    by_scope = {scope: [figure for figure in same if figure.scope == scope] for scope in rule.parts}
    stated = [figures for scope, figures in by_scope.items() if figures or scope not in rule.rare]
    return tuple(figures[0] for figures in stated) if all(len(figures) == 1 for figures in stated) else ()


def compared(whole: Observation, named: Sequence[Observation], rule: Parts, report: ReportFigures) -> Iterator[Finding]:
    """The finding of one rule; none where the parts are fewer than a whole that has others too."""
    added, true = total(named), whole.printed.count
    if true.is_below(added):
        contradicted = rule.complete and stand_together((whole, *named))
        severity = Severity.CONTRADICTION if contradicted else Severity.DOUBTFUL
        yield summed(severity, whole, named, exceeding(whole, named, rule, report), report)
    elif rule.complete and added.is_below(true):
        yield summed(Severity.DOUBTFUL, whole, named, falling_short(whole, named), report)
    elif rule.complete and not any(each.is_sum for each in (whole, *named)) and is_known(added) and is_known(true):
        yield summed(Severity.HOLDS, whole, named, adding_up(whole, named), report)


def is_known(count: Interval) -> bool:
    """Whether it is one number."""
    return count.low is not None and count.low == count.high


def exceeding(whole: Observation, named: Sequence[Observation], rule: Parts, report: ReportFigures) -> Explain:
    """More parts than whole, and what else they add up to."""
    added = sum(figure.value for figure in named)
    same = [
        figure
        for figure in report.of(whole.indicator_id, whole)
        if figure.value == added and figure not in (whole, *named)
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


def falling_short(whole: Observation, named: Sequence[Observation]) -> Explain:
    """Fewer parts than whole."""
    rest = whole.value - sum(figure.value for figure in named)
    return lambda say: say(
        "{sum}, {rest} less than the stated {whole}: a part may be left out.",
        sum=sum_of(named, say), rest=count_text(rest), whole=shown(whole, say),
    )  # fmt: skip


def adding_up(whole: Observation, named: Sequence[Observation]) -> Explain:
    """As many parts as whole."""
    return lambda say: say(
        "{sum}: the parts add up to the stated {whole}.", sum=sum_of(named, say), whole=shown(whole, say)
    )


def sum_of(named: Sequence[Observation], say: Words) -> str:
    """66 + 5 = 71; a single part is just itself."""
    if len(named) == 1:
        return shown(named[0], say)
    return (
        " + ".join(shown(figure, say) for figure in named) + f" = {count_text(sum(figure.value for figure in named))}"
    )


def summed(
    severity: Severity, whole: Observation, named: Sequence[Observation], explain: Explain, report: ReportFigures
) -> Finding:
    """The finding with whole, parts and their sum."""
    added = sum(figure.value for figure in named)
    computed = "+".join(short(figure) for figure in named) + (f"={added}" if len(named) > 1 else "")
    marks: list[Mark] = [
        report.mark(whole, Role.WHOLE),
        *(report.mark(figure, Role.PART) for figure in named),
    ]
    if len(named) > 1:
        marks.append(worked_out(Role.IMPLIED, lambda say: say("sum of the parts"), int(added), whole.unit))
    return report.finding(Judgement(PARTS, severity, explain, short(whole), computed, marks), (whole, *named))
