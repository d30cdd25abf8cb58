"""How much of the catalogue each report states: a table of themes and reports whose tint grows with the share."""

from __future__ import annotations

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from faheng.charts.frame import EDGE, PHONE, Margins, axis, frame, texts_for
from faheng.charts.look import Look, mix
from faheng.charts.measure import escaped, evenly_broken, line_count, text_px
from faheng.charts.sketch import Sketch
from faheng.words.catalogue import Words
from faheng.words.periods import year_text

ROW = 28
_CELL_SIZE, _HEAD_SIZE, _NAME_SIZE, _HEAD_LINE = 11, 11, 13, 15
_DEEPEST = 0.5


def coverage(
    rows: pd.DataFrame,
    *,
    look: Look,
    say: Words,
    title: str,
    note: str,
    source: str,
    width: int = PHONE,
    framed: bool = True,
) -> go.Figure:
    """Themes down, reports across; a cell says how many of the catalogue's indicators are stated: "12/26".

    rows: report_id, locality, year, theme, theme_name, reported, catalogue; one row a report and theme. A theme of
    which the report states nothing, or that asks nothing of it (catalogue 0), stays blank. Cells carry no customdata:
    that of a mark is an observation; meta holds the reports' ids, from left to right. width: the narrowest it must
    stand. framed: with title, note and source, which a page prints itself.
    """
    reports = rows.drop_duplicates("report_id")
    themes = rows.drop_duplicates("theme")
    labels = [str(name) for name in themes["theme_name"]]
    left = EDGE + max((text_px(label, _NAME_SIZE) for label in labels), default=0) + EDGE
    column = (width - left - EDGE) / max(len(reports), 1)
    heads = [_head(row, column) for _, row in reports.iterrows()]
    turned = any(text_px(head, _HEAD_SIZE) > column for head in heads)
    if turned:  # a word is wider than its column
        heads = [escaped(_report_label(row, say)) for _, row in reports.iterrows()]
    texts = texts_for(title, None, note, source, say, framed=framed).wrapped(width)
    figure = Sketch()
    figure.add_heatmap(**_table(rows, list(reports["report_id"]), list(themes["theme"]), look, say))
    _set_axes(figure, labels, heads, look, turned=turned)
    margins = Margins(left, EDGE, texts.head + _head_height(heads, turned=turned) + 8, texts.foot + 8)
    frame(figure, texts, margins, look=look, plot_height=ROW * len(themes))
    return figure.figure()


def _head_height(heads: list[str], *, turned: bool) -> float:
    heights = (text_px(head, _HEAD_SIZE) if turned else line_count(head) * _HEAD_LINE for head in heads)
    return max(heights, default=0)


def _head(report: pd.Series, room: float) -> str:
    """The place over the year, in lines of at most so many pixels."""
    lines = [*evenly_broken(str(report["locality"]), room - 2, _HEAD_SIZE)]
    return "<br>".join(map(escaped, lines + ([str(int(report["year"]))] if pd.notna(report["year"]) else [])))


def _report_label(row: pd.Series, say: Words) -> str:
    return f"{row['locality']} {year_text(int(row['year']), say)}" if pd.notna(row["year"]) else str(row["locality"])


def _table(rows: pd.DataFrame, reports: list[str], themes: list[str], look: Look, say: Words) -> dict[str, Any]:
    by_cell = {(row["report_id"], row["theme"]): row for _, row in rows.iterrows() if row["reported"] > 0}
    cells = [[by_cell.get((report, theme)) for report in reports] for theme in themes]
    return {
        "x": list(range(len(reports))),
        "y": list(range(len(themes))),
        "z": [[None if cell is None else cell["reported"] / cell["catalogue"] for cell in line] for line in cells],
        "text": [
            ["" if cell is None else f"{cell['reported']}/{cell['catalogue']}" for cell in line] for line in cells
        ],
        "meta": reports,
        "hovertext": [["" if cell is None else _hover(cell, say) for cell in line] for line in cells],
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


def _hover(cell: pd.Series, say: Words) -> str:
    text = say(
        "{report}, {theme}: states {reported} of {catalogue} indicators",
        report=_report_label(cell, say), theme=cell["theme_name"],
        reported=cell["reported"], catalogue=cell["catalogue"],
    )  # fmt: skip
    return escaped(text)


def _set_axes(figure: Sketch, labels: list[str], heads: list[str], look: Look, *, turned: bool) -> None:
    figure.update_xaxes(
        axis(look, tickvals=list(range(len(heads))), ticktext=heads, side="top", showgrid=False,
             tickangle=-90 if turned else 0,
             range=[-0.5, len(heads) - 0.5], tickfont={"size": _HEAD_SIZE, "color": look.muted})
    )  # fmt: skip
    figure.update_yaxes(
        axis(look, tickvals=list(range(len(labels))), ticktext=[escaped(label) for label in labels], showgrid=False,
             range=[len(labels) - 0.5, -0.5], ticklabelstandoff=8, tickfont={"size": _NAME_SIZE, "color": look.ink})
    )  # fmt: skip
