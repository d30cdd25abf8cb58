"""A chart with its title, note, source and downloads: its rows as CSV, the figure as PNG or SVG.

The picture stands alone: Python makes it as a briefing has it, light, in its frame and 900 pixels wide. On a click the
browser, which has Plotly, turns it into a file; no Chrome is needed on the server for it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import streamlit as st

from faheng.charts.look import LIGHT
from faheng.exports.csv_file import csv_bytes
from faheng.ui.drawn import compact, drawn_figure, framed_picture, parts_of
from faheng.ui.links import Hyperlink
from faheng.ui.markup import rendered
from faheng.ui.theme import screen_look
from faheng.views.chart import ChartView
from faheng.words.catalogue import Words
from faheng.words.clean import file_name

__all__ = ["chart"]

_LONGEST_NAME = 80
# The mode bar speaks English and offers zooming, which hides marks; the downloads stand in words under the chart.
_CONFIG = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False, "showTips": False}
Path = tuple[str | int, ...]


def chart(view: ChartView, say: Words, key: str, links: tuple[Hyperlink, ...] = ()) -> None:
    """The figure in the look of the screen between its title and its note and source, then its downloads.

    key: unique on the page. links: stand beside the downloads. A mark whose first ``customdata`` is an observation id
    leads to its evidence.
    """
    look, frame = screen_look(), view.frame
    figure = drawn_figure(view, look)
    note = say("Note: {note}", note=frame.note) if frame.note else ""
    source = say("Source: {source}", source=frame.source) if frame.source else ""
    with st.container(key=key, gap="small"):
        if frame.title:
            st.html(rendered("chart_title", title=frame.title))
        st.plotly_chart(figure, key=f"{key}-figure", theme=None, config=_CONFIG, alt=view.sentence)
        if note or source:
            st.html(rendered("notes", notes=[text for text in (note, source) if text]))
        # Paper is light: only a reader with a dark screen is sent what light changes.
        light = {} if look is LIGHT else parts_of(drawn_figure(view, LIGHT))
        repaint = list(_differences(parts_of(figure), light)) if light else []
        _downloads(view, say, key, {"repaint": compact(repaint) if repaint else "", "links": links})


def _downloads(view: ChartView, say: Words, key: str, more: Mapping[str, object]) -> None:
    """CSV, PNG and SVG in one line; more: what else the line of the pictures holds."""
    name = file_name(view.frame.title, most=_LONGEST_NAME)
    forms = {"png": say("Figure (PNG)"), "svg": say("Figure (SVG)")}
    with st.container(key=f"fh-downloads-{key}", horizontal=True):
        st.download_button(
            say("Table (CSV)"), lambda: csv_bytes(view.rows()), f"{name}.csv", "text/csv",
            key=f"{key}-csv", on_click="ignore", type="tertiary",
        )  # fmt: skip
        picture = framed_picture(view)
        st.html(rendered("downloads", chart=key, name=name, picture=picture, forms=forms, **more))


def _differences(shown: object, light: object, path: Path = ()) -> Iterator[tuple[Path, object]]:
    """Where the light figure differs from the one shown, and by what: colours, a few kilobytes at most."""
    if isinstance(shown, dict) and isinstance(light, dict) and shown.keys() == light.keys():
        for name, value in light.items():
            yield from _differences(shown[name], value, (*path, name))
    elif isinstance(shown, list) and isinstance(light, list) and len(shown) == len(light):
        for place, value in enumerate(light):
            yield from _differences(shown[place], value, (*path, place))
    elif shown != light:
        yield path, light
