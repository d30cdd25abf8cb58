"""A headline card's strip: one axis, peers as grey dots, ours in the accent, reference lines as ticks. An SVG string.

Colours are the page's CSS variables (--fh-ink and so on), so that the strip follows dark mode without being redrawn.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import pandas as pd

from faheng.charts import marks
from faheng.charts.measure import text_px
from faheng.charts.references import Reference, in_order
from faheng.charts.scale import Scale, value_scale
from faheng.words.catalogue import Words
from faheng.words.rows import is_comparable, text_of
from faheng.words.values import row_value_text, units, value_text
from faheng.words.verdict_names import verdict_labels

WIDTH, HEIGHT, LINE_Y, EDGE = 320, 56, 30, 12
_LABEL_SIZE, _OUR_RADIUS, _PEER_RADIUS = 10, 6, 4


def strip(cells: pd.DataFrame, benchmarks: pd.DataFrame | None, *, ours: str, say: Words) -> str:
    """The strip of one indicator, "" when there is nothing to draw.

    cells: one row a locality, the columns of a page query. Dots are hollow where the value is not comparable; every
    dot names its locality, value and verdict, and carries data-observation.
    """
    shown = marks.drawable(cells)
    if shown.empty:
        return ""
    first = shown.iloc[0]
    found = in_order(benchmarks, units()[text_of(first, "unit")], say)
    scale = _scale(shown, [each.value for each in found], ours)
    mine = shown["locality_code"] == ours
    ordered = pd.concat([shown[~mine], shown[mine]])  # ours last, so that it lies on top
    parts = [_axis(scale, first, say), *_ticks(found, scale)]
    within = [cell for _, cell in ordered.iterrows() if marks.position(cell) <= scale.high]
    parts += [_dot(cell, scale, ours, say) for cell in within]
    return _svg(parts, _in_words(ordered.iloc[::-1], found, first, say))


def _scale(shown: pd.DataFrame, references: Sequence[float], ours: str) -> Scale:
    # a count gathered over years would push all others to zero: it is told in words and not drawn
    rate = text_of(shown.iloc[0], "kind") == "rate"
    cells = [cell for _, cell in shown.iterrows()]
    ruling = [cell for cell in cells if rate or is_comparable(cell) or text_of(cell, "locality_code") == ours]
    return value_scale([*map(marks.position, ruling or cells), *references], rate=rate)


def _svg(parts: Sequence[str], words: str) -> str:
    title = escape(words)
    return (
        f'<svg class="fh-strip" role="img" aria-label="{title}" viewBox="0 0 {WIDTH} {HEIGHT}" '
        f'style="width:100%;height:auto;display:block" xmlns="http://www.w3.org/2000/svg">'
        f"<title>{title}</title>{''.join(parts)}</svg>"
    )


def _in_words(cells: pd.DataFrame, found: Sequence[Reference], first: pd.Series, say: Words) -> str:
    said = [_said(cell, say) for _, cell in cells.iterrows()] + [each.label for each in found]
    return say("{indicator}: {values}", indicator=text_of(first, "indicator"), values=say.pick("；", "; ").join(said))


def _said(cell: pd.Series, say: Words) -> str:
    value = f"{text_of(cell, 'locality')} {row_value_text(cell, say)}"
    verdicts = verdict_labels(cell, say)
    return say("{value} ({verdicts})", value=value, verdicts=verdicts) if verdicts else value


def _x(value: float, scale: Scale) -> float:
    return EDGE + (value - scale.low) / (scale.high - scale.low) * (WIDTH - 2 * EDGE)


def _axis(scale: Scale, first: pd.Series, say: Words) -> str:
    unit = units()[text_of(first, "unit")]
    low, high = (value_text(end, unit, "exact", say, compact=True) for end in (scale.low, scale.high))
    y = LINE_Y + 20
    return (
        f'<line class="fh-strip-axis" x1="{EDGE}" x2="{WIDTH - EDGE}" y1="{LINE_Y}" y2="{LINE_Y}" '
        f'stroke="var(--fh-line)" stroke-width="2"/>'
        f"{_text(EDGE - 4, y, low, 'start', 'muted')}{_text(WIDTH - EDGE + 4, y, high, 'end', 'muted')}"
    )


def _ticks(found: Sequence[Reference], scale: Scale) -> list[str]:
    """A dashed tick each; a label only where it touches no other, the first benchmark given first."""
    parts: list[str] = []
    taken: list[tuple[float, float]] = []
    for each in found:
        x = _x(each.value, scale)
        parts.append(
            f'<line class="fh-strip-reference" x1="{x:.1f}" x2="{x:.1f}" y1="{LINE_Y - 13}" y2="{LINE_Y + 9}" '
            f'stroke="var(--fh-reference)" stroke-width="1.5" stroke-dasharray="3 2">'
            f"<title>{escape(each.label)}</title></line>"
        )
        width = text_px(each.label, _LABEL_SIZE)
        right = min(max(x + width / 2, width), float(WIDTH))
        if all(right + 6 <= start or right - width - 6 >= end for start, end in taken):
            parts.append(_text(right, LINE_Y - 18, each.label, "end", "reference"))
            taken.append((right - width, right))
    return parts


def _dot(cell: pd.Series, scale: Scale, ours: str, say: Words) -> str:
    mine = text_of(cell, "locality_code") == ours
    colour = "var(--fh-accent)" if mine else "var(--fh-peer)"
    fill = colour if is_comparable(cell) else "var(--fh-paper, transparent)"
    name, radius = ("ours", _OUR_RADIUS) if mine else ("peer", _PEER_RADIUS)
    return (
        f'<circle class="fh-strip-{name}" cx="{_x(marks.position(cell), scale):.1f}" cy="{LINE_Y}" r="{radius}" '
        f'fill="{fill}" stroke="{colour}" stroke-width="1.5" '
        f'data-observation="{escape(text_of(cell, "observation_id"))}">'
        f"<title>{escape(_said(cell, say))}</title></circle>"
    )


def _text(x: float, y: float, text: str, anchor: str, tone: str) -> str:
    return (
        f'<text class="fh-strip-label" x="{x:.1f}" y="{y}" text-anchor="{anchor}" font-size="{_LABEL_SIZE}" '
        f'fill="var(--fh-{tone})">{escape(text)}</text>'
    )
