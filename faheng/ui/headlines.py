"""Cells -> the headline cards: our figure, its verdict, its place among peers and reference lines, what changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from faheng.charts.references import in_order, reference
from faheng.charts.scale import value_scale
from faheng.charts.standing import gap_text
from faheng.model import Benchmark, Cell, Peers, Unit
from faheng.ui.links import Hyperlink, evidence_link, link
from faheng.ui.marks import Axis, Band, Card, Dot, Strip, cards, strip
from faheng.ui.markup import Markup
from faheng.views.evidence import implied_values
from faheng.views.standing import standing
from faheng.views.view import View
from faheng.words.findings import finding_text
from faheng.words.peers import spine_text
from faheng.words.periods import cell_period_text, within_brackets
from faheng.words.reports import reprint_label
from faheng.words.values import Amount, cell_text, units, value_text
from faheng.words.verdict_names import cell_label, verdict_labels
from faheng.words.verdicts import implied_sentence, verdict_sentence

__all__ = ["headline_cards"]

# How far back "what changed" looks for the value before.
YEARS_BACK = 3


def headline_cards(indicators: Sequence[str], view: View) -> Markup:
    """The cards of these indicators as HTML."""
    cells, benchmarks = view.cells(indicators), view.benchmarks(indicators, [view.ours])
    return cards(
        [
            _card(
                [cell for cell in cells if cell.indicator_id == indicator],
                [each for each in benchmarks if each.indicator_id == indicator],
                view,
            )
            for indicator in indicators
        ],
        view.say,
    )


def _card(cells: Sequence[Cell], benchmarks: Sequence[Benchmark], view: View) -> Card:
    say = view.say
    own = next(cell for cell in cells if cell.locality_code == view.ours)
    missing = own.value is None
    hidden = view.selection.comparable_only and not own.comparable
    disputed = "disputed" in own.verdicts
    beside = () if missing else (cell_period_text(own, say), verdict_labels(own, say), reprint_label(own, say))
    return Card(
        title=own.indicator,
        figure=cell_label(own, own.verdicts[0], say) if hidden else cell_text(own, say, told=True),
        beside=" · ".join(filter(None, beside)),
        sentence=_sentence(own, cells, benchmarks, view),
        strip=_strip(cells, benchmarks, view),
        references=_references(own, benchmarks, view),
        finding=finding_text(own, say) or (verdict_sentence(own, say, "disputed") if disputed else ""),
        doubtful=not disputed,
        links=_links(own, view),
        missing=missing or hidden,
    )


def _sentence(own: Cell, cells: Sequence[Cell], benchmarks: Sequence[Benchmark], view: View) -> str:
    """Where our value stands and what it was before, or why there is none.

    What a check found stands on a line of its own: the sentence says what else bars comparison.
    """
    if own.value is None:
        return verdict_sentence(own, view.say)
    besides = [replace(cell, verdicts=_besides_dispute(cell)) for cell in cells]
    stands = standing(besides, benchmarks, view, whole_level=True)
    return view.say.pick("", " ").join(filter(None, (stands, _change(own, view))))


def _besides_dispute(cell: Cell) -> tuple[str, ...]:
    return tuple(verdict for verdict in cell.verdicts if verdict != "disputed") or cell.verdicts


def _links(own: Cell, view: View) -> tuple[Hyperlink, ...]:
    compare = link(view.say("Compare ›"), "compare", show=own.indicator_id)
    return (evidence_link(view.say("Source ›"), own.observation_id), compare) if own.observation_id else (compare,)


def _change(own: Cell, view: View) -> str:
    """The value before, where a report states it or a growth implies it."""
    if own.year is None:
        return ""
    implied = implied_values(own.source_indicator_id, view)
    earlier = [each for each in implied if own.year - YEARS_BACK <= each.year < own.year]
    if not earlier:
        return ""
    period = within_brackets(cell_period_text(earlier[-1], view.say), view.say)
    sentence = implied_sentence(earlier[-1], view.say)
    return view.say("The period before, {period}: {sentence}", period=period, sentence=sentence)


def _references(own: Cell, benchmarks: Sequence[Benchmark], view: View) -> str:
    """The reference lines of the strip by name, and how far ours is from each."""
    say, unit = view.say, units()[own.unit]
    texts = []
    for each in benchmarks:
        if each.drawn:
            gap = gap_text(own, reference(each, unit, say), say)
            same = own.year is None or each.period_end.year == own.year
            texts.append(gap if same else say("{gap} (of another year)", gap=gap))
    return say(", ").join(texts)


def _strip(cells: Sequence[Cell], benchmarks: Sequence[Benchmark], view: View) -> Strip | None:
    """The values of all places, the range of the peers and the reference lines; None where there is nothing to mark."""
    known = [(cell.value, cell) for cell in view.comparable(cells) if cell.value is not None]
    unit, about = units()[cells[0].unit], cells[0]
    lines = in_order(benchmarks, unit, view.say)
    if not known and not lines:
        return None
    band = _band(view.peers(about.indicator_id), unit, view)
    reach = [band.low, band.high] if band else []
    scale = value_scale([*(at for at, _ in known), *(line.value for line in lines), *reach], rate=about.kind == "rate")
    low, high = (value_text(Amount(end, unit), view.say, compact=True) for end in (scale.low, scale.high))
    axis = Axis(scale, (low, high), link("", "compare", show=about.indicator_id).href)
    drawn = [Dot(each.value, each.label) for each in lines]
    return strip([_dot(at, cell, view) for at, cell in known], drawn, band, axis)


def _band(peers: Sequence[Peers], unit: Unit, view: View) -> Band | None:
    """The range of our peers; None where too few of them have a comparable value."""
    group = peers[0] if len(peers) == 1 else None
    if group is None or group.least is None or group.greatest is None:
        return None
    return Band(group.least, group.greatest, spine_text(group, unit, view.say))


def _dot(at: float, cell: Cell, view: View) -> Dot:
    label = " ".join((cell.locality, cell_text(cell, view.say), verdict_labels(cell, view.say)))
    return Dot(at, label.strip(), ours=cell.locality_code == view.ours, hollow=not cell.comparable)
