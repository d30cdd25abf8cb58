"""A chart with its title, note, source and downloads: its rows as CSV, the figure as PNG or SVG.

The pictures are drawn by the browser, on a click, from the figure it already shows: ``page.js`` makes it light,
900 pixels wide, and sets title, note and source around it, so that a picture stands alone.
"""

import json
import re
from collections.abc import Callable, Iterator, Sequence
from html import escape

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from faheng.charts.look import LIGHT, Look
from faheng.exports.csv_file import csv_bytes
from faheng.ui.theme import screen_look
from faheng.words.catalogue import Words

__all__ = ["as_file_name", "chart", "chart_downloads"]

_NOT_IN_A_FILE_NAME = re.compile(r'[\\/:*?"<>|\s\x00-\x1f]+')
_LONGEST_NAME = 80
# The mode bar speaks English and offers zooming, which hides marks; the downloads stand in words under the chart.
_CONFIG = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False, "showTips": False}
Path = tuple[str | int, ...]


def chart(
    name: str,
    draw: Callable[[Look], go.Figure],
    rows: Callable[[], pd.DataFrame],
    say: Words,
    *,
    alt: str,
    key: str | None = None,
    title: str = "",
    note: str = "",
    source: str = "",
    links: str = "",
) -> None:
    """The figure in the look of the screen between its title and its note and source, then its downloads.

    ``name`` names the files; ``key`` (by default the name) must be unique on the page; ``alt`` says the chart
    in words. Texts given here stand on the page and in the pictures: the figure itself needs none of them.
    A mark whose first ``customdata`` is an observation id leads to its evidence. ``links``: HTML beside the downloads.
    """
    own = _key(key or name)
    look = screen_look()
    figure = draw(look)
    note = say("Note: {note}", note=note) if note else ""
    source = say("Source: {source}", source=source) if source else ""
    with st.container(key=own, gap="small"):
        if title:
            st.html(f'<p class="fh-chart-title">{escape(title)}</p>')
        st.plotly_chart(figure, key=f"{own}-figure", theme=None, config=_CONFIG, alt=alt)
        if note or source:
            st.html("".join(f'<p class="fh-note">{escape(text)}</p>' for text in (note, source) if text))
        # Pictures and paper are light: only a reader with a dark screen is sent what light changes.
        light = None if look is LIGHT else draw(LIGHT)
        chart_downloads(
            name,
            rows,
            say,
            key=own,
            texts={"title": title, "note": note, "source": source},
            repaint=list(_differences(_plain(figure), _plain(light))) if light else (),
            links=links,
        )


def chart_downloads(
    name: str,
    rows: Callable[[], pd.DataFrame],
    say: Words,
    *,
    key: str,
    texts: dict[str, str] | None = None,
    repaint: Sequence[tuple[Path, object]] = (),
    links: str = "",
) -> None:
    """CSV, PNG and SVG in one line, for the chart in the container of this key.

    ``texts`` are set around a picture (title, note, source); ``repaint`` is what its figure has otherwise on paper.
    """
    file_name = as_file_name(name)
    told = {"chart": key, "name": file_name, **(texts or {})}
    if repaint:
        told["repaint"] = json.dumps(repaint, ensure_ascii=False, separators=(",", ":"))
    data = "".join(f' data-fh-{field}="{escape(text)}"' for field, text in told.items() if text)
    buttons = "".join(
        f'<button type="button" data-fh-picture="{form}">{escape(label)}</button>'
        for form, label in (("png", say("Figure (PNG)")), ("svg", say("Figure (SVG)")))
    )
    with st.container(key=f"fh-downloads-{key}", horizontal=True):
        st.download_button(
            say("Table (CSV)"),
            lambda: csv_bytes(rows()),
            f"{file_name}.csv",
            "text/csv",
            key=f"{key}-csv",
            on_click="ignore",
            type="tertiary",
        )
        st.html(f'<span class="fh-pictures"{data}>{buttons}{links}</span>')


def as_file_name(title: str) -> str:
    """The title as the name of a file on any system, without its ending."""
    return _NOT_IN_A_FILE_NAME.sub("-", title).strip("-.")[:_LONGEST_NAME]


def _plain(figure: go.Figure) -> dict[str, object]:
    parts: dict[str, object] = json.loads(str(figure.to_json()))
    # What Plotly itself brings is the same in every figure.
    return {"data": parts["data"], "layout": {**parts["layout"], "template": None}}  # type: ignore[dict-item]


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


def _key(name: str) -> str:
    # Streamlit makes the key a CSS class and would replace Chinese characters by hyphens, the same for every name.
    return "fh-chart-" + name.encode("utf-8").hex()
