"""A chart with its title, note, source and downloads: its rows as CSV, the figure as PNG or SVG.

The picture stands alone: Python makes it as a briefing has it, light, in its frame and 900 pixels wide. On a click the
browser, which has Plotly, turns it into a file; no Chrome is needed on the server for it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any
from weakref import WeakKeyDictionary

import plotly.graph_objects as go
import streamlit as st

from faheng.briefing.contents import PICTURE_WIDTH
from faheng.charts.look import LIGHT
from faheng.exports.csv_file import csv_bytes
from faheng.ui.links import Hyperlink
from faheng.ui.markup import rendered
from faheng.ui.theme import screen_look
from faheng.views.chart import ChartView
from faheng.words.catalogue import Words
from faheng.words.clean import file_name

__all__ = ["chart", "framed_picture"]

_LONGEST_NAME = 80
# A view outlives the run of the page that made it; drawing its picture again took longer than all else the run does.
# They go with their views, which are kept by their bytes: a cache of its own held views that were let go already.
_pictures: WeakKeyDictionary[ChartView, str] = WeakKeyDictionary()
# The mode bar speaks English and offers zooming, which hides marks; the downloads stand in words under the chart.
_CONFIG = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False, "showTips": False}
Path = tuple[str | int, ...]


def chart(view: ChartView, say: Words, key: str, links: tuple[Hyperlink, ...] = ()) -> None:
    """The figure in the look of the screen between its title and its note and source, then its downloads.

    key: unique on the page. links: stand beside the downloads. A mark whose first ``customdata`` is an observation id
    leads to its evidence.
    """
    look, frame = screen_look(), view.frame
    figure = view.figure(look)
    note = say("Note: {note}", note=frame.note) if frame.note else ""
    source = say("Source: {source}", source=frame.source) if frame.source else ""
    with st.container(key=key, gap="small"):
        if frame.title:
            st.html(rendered("chart_title", title=frame.title))
        st.plotly_chart(figure, key=f"{key}-figure", theme=None, config=_CONFIG, alt=view.sentence)
        if note or source:
            st.html(rendered("notes", notes=[text for text in (note, source) if text]))
        # Paper is light: only a reader with a dark screen is sent what light changes.
        light = {} if look is LIGHT else _plain(view.figure(LIGHT))
        repaint = list(_differences(_plain(figure), light)) if light else []
        _downloads(view, say, key, {"repaint": _compact(repaint) if repaint else "", "links": links})


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


def framed_picture(view: ChartView) -> str:
    """The figure that stands alone, as Plotly's JSON, drawn once for as long as the view is kept."""
    picture = _pictures.get(view)
    if picture is None:
        _pictures[view] = picture = _drawn_alone(view)
    return picture


def _drawn_alone(view: ChartView) -> str:
    """The JSON of the figure that stands alone; what Plotly brings to every figure is left out."""
    figure = view.draw(LIGHT, framed=True, width=PICTURE_WIDTH)
    figure.update_layout(width=PICTURE_WIDTH)
    parts = _plain(figure)
    parts["layout"].pop("template", None)
    return _compact(parts)


def _plain(figure: go.Figure) -> dict[str, Any]:
    parts: dict[str, Any] = json.loads(str(figure.to_json()))
    # What Plotly itself brings is the same in every figure.
    return {"data": parts["data"], "layout": {**parts["layout"], "template": None}}


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


def _compact(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))
