"""How much of the catalogue each report states: a table of themes and reports whose tint grows with the share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from faheng.charts.frame import EDGE, Margins, add_frame, axis, texts_for
from faheng.charts.look import Look, mix
from faheng.charts.measure import escaped, evenly_broken, line_count, text_px
from faheng.charts.shown import ChartFrame, Style, ThemeCoverage
from faheng.charts.sketch import Sketch
from faheng.words.catalogue import Words
from faheng.words.periods import year_text

ROW = 28
_CELL_SIZE, _HEAD_SIZES, _NAME_SIZE, _HEAD_LINE = 11, (11, 10), 13, 15
_DEEPEST = 0.5


def coverage(covered: Sequence[ThemeCoverage], frame: ChartFrame, style: Style) -> go.Figure:
    """Themes down, reports across; a cell says how many of the catalogue's indicators are stated: "12/26".

    covered: one record a report and theme. A theme of which the report states nothing, or that asks nothing of it
    (catalogue 0), stays blank. Cells carry no customdata: that of a mark is an observation; meta holds the reports'
    ids, from left to right.
    """
    reports = list({each.report_id: each for each in covered}.values())
    labels = list({each.theme: each.theme_name for each in covered}.values())
    left = EDGE + max((text_px(label, _NAME_SIZE) for label in labels), default=0) + EDGE
    column = (frame.width - left - EDGE) / max(len(reports), 1)
    heads = _heads(reports, column, style.say)
    texts = texts_for(frame, None, style.say)
    figure = Sketch()
    figure.add_heatmap(**_table(covered, [report.report_id for report in reports], style))
    _set_axes(figure, labels, heads, style.look)
    margins = Margins(left, EDGE, texts.head + _head_height(heads) + 8, texts.foot + 8)
    add_frame(figure, texts, margins, look=style.look, plot_height=ROW * len(labels))
    return figure.figure()


@dataclass(frozen=True)
class _Heads:
    """What stands over the columns, in letters of a size in pixels; turned: from below upwards."""

    texts: list[str]
    size: int
    turned: bool = False


def _heads(reports: Sequence[ThemeCoverage], column: float, say: Words) -> _Heads:
    """Place over year in the largest letters in which every word has room; turned where it has none in any."""
    for size in _HEAD_SIZES:
        texts = [_head(report, column, size) for report in reports]
        if all(text_px(line, size) <= column for text in texts for line in text.split("<br>")):
            return _Heads(texts, size)
    return _Heads([escaped(_report_label(report, say)) for report in reports], _HEAD_SIZES[0], turned=True)


def _head_height(heads: _Heads) -> float:
    heights = (text_px(head, heads.size) if heads.turned else line_count(head) * _HEAD_LINE for head in heads.texts)
    return max(heights, default=0)


def _head(report: ThemeCoverage, room: float, size: int) -> str:
    """The place over the year, in lines of at most so many pixels."""
    lines = evenly_broken(report.locality, room - 2, size)
    if any(len(line) == 1 for line in lines):  # a name is read whole: no character of it stands alone
        lines = [report.locality]
    return "<br>".join(map(escaped, [*lines, *([] if report.year is None else [str(report.year)])]))


def _report_label(report: ThemeCoverage, say: Words) -> str:
    return report.locality if report.year is None else f"{report.locality} {year_text(report.year, say)}"


def _table(covered: Sequence[ThemeCoverage], reports: list[str], style: Style) -> dict[str, Any]:
    stated = {(each.report_id, each.theme): each for each in covered if each.reported > 0}
    themes = list(dict.fromkeys(each.theme for each in covered))
    lines = [[stated.get((report, theme)) for report in reports] for theme in themes]
    look = style.look
    return {
        "x": list(range(len(reports))),
        "y": list(range(len(themes))),
        "z": [[each and each.reported / each.catalogue for each in line] for line in lines],
        "text": [[f"{each.reported}/{each.catalogue}" if each else "" for each in line] for line in lines],
        "meta": reports,
        "hovertext": [[_hover(each, style.say) if each else "" for each in line] for line in lines],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "hoverongaps": False,
        "texttemplate": "%{text}",
        "textfont": {"size": _CELL_SIZE, "color": look.ink, "family": look.font},
        "zmin": 0,
        "zmax": 1,
        "showscale": False,
        "colorscale": [[0, look.panel], [1, mix(look.panel, look.accent, _DEEPEST)]],
        "xgap": 2,
        "ygap": 2,
    }


def _hover(covered: ThemeCoverage, say: Words) -> str:
    text = say(
        "{report}, {theme}: states {reported} of {catalogue} indicators",
        report=_report_label(covered, say), theme=covered.theme_name,
        reported=covered.reported, catalogue=covered.catalogue,
    )  # fmt: skip
    return escaped(text)


def _set_axes(figure: Sketch, labels: list[str], heads: _Heads, look: Look) -> None:
    columns = len(heads.texts)
    figure.update_xaxes(
        axis(look, tickvals=list(range(columns)), ticktext=heads.texts, side="top", showgrid=False,
             tickangle=-90 if heads.turned else 0,
             range=[-0.5, columns - 0.5], tickfont={"size": heads.size, "color": look.muted})
    )  # fmt: skip
    figure.update_yaxes(
        axis(look, tickvals=list(range(len(labels))), ticktext=[escaped(label) for label in labels], showgrid=False,
             range=[len(labels) - 0.5, -0.5], ticklabelstandoff=8, tickfont={"size": _NAME_SIZE, "color": look.ink})
    )  # fmt: skip
