"""Parts of a figure that the text names by a scope of data/reference: 407件,民事86件,刑事321件.

The checks alone hold them against their wholes: they are no figures of the report, because no wording claims them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from faheng.checks.text.checked_text import CheckedText, Phrases, is_count, item_before, tells_parts
from faheng.model import Evidence, Observation, Scope
from faheng.reading.flow import Passage
from faheng.reading.mentions.mention import Mention

_BRACKETS = str.maketrans("", "", "()（）")


def named_parts(text: CheckedText) -> list[Observation]:
    """The parts named behind a figure in its sentence, and in the next one where that begins with 其中."""
    scopes: dict[str, set[str]] = {}
    for rule in text.report.catalogue.rules.parts:
        scopes.setdefault(rule.indicator_id, set()).update(rule.parts)
    known = {(figure.indicator_id, figure.scope, figure.period) for figure in text.report.figures}
    parts = []
    for at, passage in enumerate(text.results):
        following = text.results[at + 1] if at + 1 < len(text.results) else None
        for whole, mention in wholes(passage, text, scopes):
            named = {names(text.report.catalogue.scopes[scope]): scope for scope in scopes[whole.indicator_id]}
            for part, scope in parts_behind(mention, passage, following, named, text.phrases):
                if (whole.indicator_id, scope, whole.period) not in known:
                    parts.append(part_of(whole, part, scope, text))
    return parts


def wholes(passage: Passage, text: CheckedText, scopes: dict[str, set[str]]) -> Iterator[tuple[Observation, Mention]]:
    """The figures of a sentence that can have named parts."""
    for mention in passage.mentions:
        for figure in text.figures_at([mention]):
            if figure.indicator_id in scopes and not figure.scope:
                yield figure, mention


def names(scope: Scope) -> str:
    """The Chinese name of a scope as a clause before a number would have it."""
    return scope.name_zh.translate(_BRACKETS)


def parts_behind(
    whole: Mention, passage: Passage, following: Passage | None, named: dict[str, str], phrases: Phrases
) -> Iterator[tuple[Mention, str]]:
    """The numbers of the same unit behind the whole whose clause is the name of a scope."""
    places, among = [passage], phrases["among"]
    if following is not None and tells_parts(passage, following, among):
        places.append(following)
    for place in places:
        for mention in place.mentions:
            if mention.start > whole.start and is_count(mention) and mention.unit == whole.unit:
                scope = named.get(clause(place, mention, among, phrases["kind"]))
                if scope is not None:
                    yield mention, scope


def clause(passage: Passage, mention: Mention, among: Sequence[str], kinds: Sequence[str]) -> str:
    """What stands in the clause before the number, without brackets, 其中, and what says that it is a kind."""
    text = item_before(passage, mention).translate(_BRACKETS)
    for word in among:
        text = text.removeprefix(word)
    return next((text.removesuffix(each) for each in kinds if text.endswith(each)), text)


def part_of(whole: Observation, part: Mention, scope: str, text: CheckedText) -> Observation:
    """The part as a figure of the whole's indicator and period."""
    span = text.reading.clean.span(part.start, part.end)
    return replace(
        whole, value=part.value, value_text=part.text, bound=part.bound, scope=scope,
        evidence=Evidence(text.reading.original.text[span.start : span.end], span), also=(), change=None,
        change_text="", change_unit=None, change_bound=None,
    )  # fmt: skip
