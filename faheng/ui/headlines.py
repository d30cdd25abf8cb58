"""Rows -> the headline cards: our figure, its verdict, its place among peers and reference lines, what changed."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from faheng.charts.references import reference
from faheng.charts.scale import value_scale
from faheng.charts.sentences import gap_text, ranking_sentence
from faheng.ui.links import link
from faheng.ui.marks import Card, Dot, cards, strip
from faheng.views.cached import rows
from faheng.views.view import View
from faheng.words.findings import told
from faheng.words.periods import as_date, row_period_text, within_brackets
from faheng.words.rows import is_comparable, number_of, text_of, verdicts_of
from faheng.words.values import cell_text, units
from faheng.words.verdict_names import row_label, verdict_labels
from faheng.words.verdicts import verdict_sentence

__all__ = ["headline_cards"]

# How far back "what changed" looks for the value before.
YEARS_BACK = 3


def headline_cards(indicators: Sequence[str], view: View) -> str:
    """The cards of these indicators as HTML."""
    cells = view.cells(indicators)
    benchmarks = view.benchmarks(indicators, [view.ours])
    return cards(
        [
            _card(cells[cells["indicator_id"] == indicator], benchmarks[benchmarks["indicator_id"] == indicator], view)
            for indicator in indicators
        ]
    )


def _card(cells: pd.DataFrame, benchmarks: pd.DataFrame, view: View) -> Card:
    say = view.say
    own = cells[cells["locality_code"] == view.ours].iloc[0]
    missing = number_of(own, "value") is None
    hidden = view.selection.comparable_only and not is_comparable(own)
    verdicts = verdicts_of(own)
    # What a check found stands on a line of its own: the sentence says what else bars comparison.
    told_apart = cells.assign(verdicts=cells.apply(_besides_dispute, axis=1))
    sentence = (
        verdict_sentence(own, say)
        if missing
        else ranking_sentence(told_apart, benchmarks, view.ours, say, home=view.home)
    )
    return Card(
        title=text_of(own, "indicator"),
        figure=row_label(own, verdicts[0], say) if hidden else cell_text(own, say),
        beside="" if missing else " · ".join(filter(None, (row_period_text(own, say), verdict_labels(own, say)))),
        sentence=say.pick("", " ").join(filter(None, (sentence, "" if missing else _change(own, view)))),
        strip=_strip(cells, benchmarks, view),
        references=_references(own, benchmarks, view),
        finding=told(own, say) or (verdict_sentence(own, say, "disputed") if "disputed" in verdicts else ""),
        doubtful="disputed" not in verdicts,
        link=_links(own, view),
        missing=missing or hidden,
    )


def _besides_dispute(row: pd.Series) -> list[str]:
    others = [verdict for verdict in verdicts_of(row) if verdict != "disputed"]
    return others or verdicts_of(row)


def _links(own: pd.Series, view: View) -> str:
    observation, indicator = text_of(own, "observation_id"), text_of(own, "indicator_id")
    evidence = [link(view.say("Source ›"), "evidence", obs=observation)] if observation else []
    return " ".join([*evidence, link(view.say("Compare ›"), "compare", show=indicator)])


def _change(own: pd.Series, view: View) -> str:
    """The value before, where a report states it or a growth implies it."""
    implied = rows("pages/overview__implied", locality=view.ours, indicators=[text_of(own, "source_indicator_id")])
    year = int(own["year"])
    earlier = implied[implied["year"].between(year - YEARS_BACK, year - 1)]
    if earlier.empty:
        return ""
    before = earlier.iloc[-1]
    period, sentence = (
        within_brackets(row_period_text(before, view.say), view.say),
        verdict_sentence(before, view.say, "implied"),
    )
    return view.say("The period before, {period}: {sentence}", period=period, sentence=sentence)


def _references(own: pd.Series, benchmarks: pd.DataFrame, view: View) -> str:
    """The reference lines of the strip by name, and how far ours is from each."""
    say, unit = view.say, units()[text_of(own, "unit")]
    year, told = number_of(own, "year"), []
    for _, row in benchmarks[benchmarks["drawn"].astype(bool)].iterrows():
        gap = gap_text(own, reference(row, unit, say), say)
        same = year is not None and as_date(row["period_end"]).year == int(year)  # type: ignore[union-attr]
        told.append(gap if same or year is None else say("{gap} (of another year)", gap=gap))
    return say(", ").join(told)


def _strip(cells: pd.DataFrame, benchmarks: pd.DataFrame, view: View) -> str:
    known = view.comparable(cells[cells["value"].notna()])
    drawn = benchmarks[benchmarks["drawn"].astype(bool)]
    if known.empty and drawn.empty:
        return ""
    unit = units()[text_of(cells.iloc[0], "unit")]
    scale = value_scale([*known["value"], *drawn["value"]], rate=text_of(cells.iloc[0], "kind") == "rate")
    dots = [_dot(row, view) for _, row in known.iterrows()]
    lines = [Dot(float(row["value"]), reference(row, unit, view.say).label) for _, row in drawn.iterrows()]
    summary = "; ".join(dot.label for dot in [*dots, *lines])
    return strip(dots, lines, scale.low, scale.high, summary)


def _dot(row: pd.Series, view: View) -> Dot:
    label = " ".join((text_of(row, "locality"), cell_text(row, view.say), verdict_labels(row, view.say)))
    return Dot(
        at=float(row["value"]),
        label=label.strip(),
        observation=text_of(row, "observation_id") or None,
        ours=row["locality_code"] == view.ours,
        hollow=not is_comparable(row),
    )
