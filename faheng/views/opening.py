"""The first sentences of the overview: where our place stands, what is better or worse, what to verify."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from faheng.charts.series import joined
from faheng.model import Severity
from faheng.views.findings import ListedFinding
from faheng.views.profile import PlaceProfile, ProfileLine, standing_text
from faheng.views.view import View
from faheng.words.catalogue import Words
from faheng.words.peers import ends_among, within_sentence
from faheng.words.values import cell_value_text
from faheng.words.verdict_names import strictest_label

__all__ = ["OpeningSentence", "card_indicators", "opening"]

MOST_NAMED = 3
# Among fewer places a quarter is less than one.
LEAST_PLACES = 4
# An empty cell of these verdicts tells a leader something; one of a report that was not read does not.
TELLING = frozenset({"not_reported", "not_applicable"})


@dataclass(frozen=True, slots=True)
class OpeningSentence:
    """A sentence, and where what it says is drawn: a page with an indicator, "" for none in particular."""

    text: str
    page: str
    indicator: str = ""


def opening(shown: PlaceProfile, view: View) -> tuple[OpeningSentence, ...]:
    """Three to five sentences made from the data; fewer where it holds less."""
    return tuple(_sentences(shown, view))


def card_indicators(headlines: Sequence[str], shown: PlaceProfile, view: View) -> list[str]:
    """The indicators of the cards: headlines of which something is known, then others that our place states.

    That a report leaves a headline out, or that the task is not one of its level, is known too. Of the others those
    that stand among peers come first. Where our place states too few, a headline keeps its card, which says why.
    """
    own = [cell for cell in view.cells(headlines) if cell.locality_code == view.ours]
    held = {cell.indicator_id for cell in own if cell.drawable or not TELLING.isdisjoint(cell.verdicts)}
    lines = [line for line in shown.lines if line.cell.indicator_id not in headlines]
    lines.sort(key=lambda line: not (line.cell.comparable and standing_text(line, view.say)))
    others = iter([line.cell.indicator_id for line in lines])
    return [each if each in held else next(others, each) for each in headlines]


def _sentences(shown: PlaceProfile, view: View) -> Iterator[OpeningSentence]:
    lines, say = list(shown.lines), view.say
    if not lines:
        return
    ranked = [line for line in lines if line.cell.comparable and standing_text(line, say)]
    held = say.count("{place}: one indicator is stated", "{place}: {n} indicators are stated", len(lines),
                     place=view.our_name)  # fmt: skip
    if not ranked:
        apart = all(not line.cell.comparable for line in lines)
        told = say("{held}; none of them stands among peers yet.", held=held)
        few = say("{held}; none stands among peers yet.", held=held)
        yield OpeningSentence(told if apart else few, "profile")
        yield from _reasons(lines, view)
    else:
        yield OpeningSentence(say("{held}, {n} of them stand among peers.", held=held, n=len(ranked)), "profile")
        yield from _places(ranked, view)
    for title, sign in ((say("Better than the year before: "), 1), (say("Worse than the year before: "), -1)):
        chosen = [line for line in lines if _turned(line) == sign]
        if chosen:
            named = [_changed(line, view) for line in chosen[:MOST_NAMED]]
            yield OpeningSentence(_listed(title, named, view), "trends", chosen[0].cell.indicator_id)
    yield from _to_verify(shown, view)


def _reasons(lines: Sequence[ProfileLine], view: View) -> Iterator[OpeningSentence]:
    """Why several figures stand beside no others, by how many each reason keeps apart."""
    say = view.say
    words = Counter(
        say("too few places that compare") if line.cell.comparable else strictest_label(line.cell, say)
        for line in lines
    )  # fmt: skip
    if len(lines) > 1:
        named = [
            say("{reason} {n}", reason=within_sentence(reason, say), n=n) for reason, n in words.most_common(MOST_NAMED)
        ]
        yield OpeningSentence(_listed(say("Why: "), named, view), "profile")


def _places(ranked: Sequence[ProfileLine], view: View) -> Iterator[OpeningSentence]:
    """In what our place is among the best and the last quarter; where it stands, if it is in neither."""
    say, judged = view.say, [line for line in ranked if line.cell.better]
    best, last = ([line for line in judged if _in_quarter(line, best=end)] for end in (True, False))
    titled = [(say("Among the best quarter: "), best), (say("Among the last quarter: "), last)]
    if not best and not last:
        titled = [(say("Where it stands: "), _telling(judged) or _telling(ranked) or judged or list(ranked))]
    for title, chosen in titled:
        if chosen:
            named = [_standing(line, view) for line in chosen[:MOST_NAMED]]
            yield OpeningSentence(_listed(title, named, view), "compare", chosen[0].cell.indicator_id)


def _telling(lines: Sequence[ProfileLine]) -> list[ProfileLine]:
    """Those in which our place is not level with all others."""
    return [
        line for line in lines
        if line.peers and ends_among(line.peers, line.cell.better) != (1, line.peers.places + 1)
    ]  # fmt: skip


def _to_verify(shown: PlaceProfile, view: View) -> Iterator[OpeningSentence]:
    """What was found against figures of our place, and what waits for a person."""
    say, counts = view.say, [each.severity for each in shown.findings]
    parts = [
        say.count("one contradiction", "{n} contradictions", counts.count(Severity.CONTRADICTION)),
        say.count("one doubtful figure", "{n} doubtful figures", counts.count(Severity.DOUBTFUL)),
        say.count("one figure that waits for a person", "{n} figures that wait for a person", len(shown.waiting)),
    ]
    numbers = counts.count(Severity.CONTRADICTION), counts.count(Severity.DOUBTFUL), len(shown.waiting)
    named = [text for number, text in zip(numbers, parts, strict=True) if number]
    if named:
        first = next((_about(each, say) for each in shown.findings), "")
        yield OpeningSentence(
            say.pick("", " ").join(filter(None, (_listed(say("To verify: "), named, view), first))), "checks"
        )


def _about(finding: ListedFinding, say: Words) -> str:
    """The explanation, behind the indicator where it does not name one."""
    names = [each for each in finding.indicators if each]
    if not names or any(each in finding.explanation for each in names):
        return finding.explanation
    return say("{indicator}: {explanation}", indicator=names[0], explanation=finding.explanation)


def _listed(title: str, named: Sequence[str], view: View) -> str:
    return view.say("{title}{names}.", title=title, names=view.say("; ").join(named))


def _standing(line: ProfileLine, view: View) -> str:
    cell = line.cell
    return view.say(
        "{indicator} {value}, {standing}",
        indicator=cell.indicator, value=cell_value_text(cell, view.say, told=True),
        standing=standing_text(line, view.say),
    )  # fmt: skip


def _changed(line: ProfileLine, view: View) -> str:
    cell = line.cell
    return view.say(
        "{indicator} {value}, {change}",
        indicator=cell.indicator, value=cell_value_text(cell, view.say, told=True), change=line.change,
    )  # fmt: skip


def _in_quarter(line: ProfileLine, *, best: bool) -> bool:
    """Whether our place surely stands in the best, or in the last, quarter of the comparable places."""
    peers = line.peers
    ends = ends_among(peers, line.cell.better) if peers else None
    if peers is None or ends is None or peers.places + 1 < LEAST_PLACES:
        return False
    quarter, places = (peers.places + 1) // 4, peers.places + 1
    return ends[1] <= quarter if best else ends[0] > places - quarter


def _turned(line: ProfileLine) -> int:
    """1 where the value is better than the year before, -1 where it is worse, 0 where that cannot be said."""
    *_, before, last = [None, None, *line.series]
    if before is None or last is None or not joined(before, last) or not line.cell.better:
        return 0
    if {before.cell.bound, last.cell.bound} != {"exact"} or "other_definition" in last.cell.verdicts:
        return 0
    difference = last.y - before.y if line.cell.better == "higher" else before.y - last.y
    return (difference > 0) - (difference < 0)
