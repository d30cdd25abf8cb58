"""A chart with its downloads: its rows as CSV, and the figure as PNG or SVG, which the browser draws itself."""

import re
from collections.abc import Callable
from html import escape

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from faheng.charts.look import LIGHT, Look
from faheng.exports.csv_file import csv_bytes
from faheng.ui.theme import screen_look
from faheng.words.catalogue import Words

__all__ = ["chart", "chart_downloads"]

_NOT_IN_A_FILE_NAME = re.compile(r'[\\/:*?"<>|\s]+')
# The mode bar speaks English and offers zooming, which hides marks; the downloads stand in words under the chart.
_CONFIG = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False, "showTips": False}


def chart(
    name: str, draw: Callable[[Look], go.Figure], rows: pd.DataFrame, say: Words, *, alt: str, key: str | None = None
) -> None:
    """The figure in the look of the screen, with its downloads under it.

    ``name`` names the files; ``key`` (by default the name) must be unique on the page; ``alt`` says the chart
    in words. A mark whose first ``customdata`` is an observation id leads to its evidence.
    """
    own = _key(key or name)
    look = screen_look()
    figure = draw(look)
    with st.container(key=own, gap="small"):
        st.plotly_chart(figure, key=f"{own}-figure", theme=None, config=_CONFIG, alt=alt)
        # Pictures and paper are light: only a reader with a dark screen is sent the figure twice.
        chart_downloads(name, rows, say, key=own, light=None if look is LIGHT else draw(LIGHT))


def chart_downloads(name: str, rows: pd.DataFrame, say: Words, *, key: str, light: go.Figure | None = None) -> None:
    """CSV, PNG and SVG in one line, for the chart in the container of this key; ``light``: what to picture instead."""
    file_name = escape(_NOT_IN_A_FILE_NAME.sub("-", name).strip("-."))
    instead = f' data-fh-light="{escape(str(light.to_json()))}"' if light is not None else ""
    buttons = "".join(
        f'<button type="button" data-fh-picture="{form}">{escape(label)}</button>'
        for form, label in (("png", say("Figure (PNG)")), ("svg", say("Figure (SVG)")))
    )
    with st.container(key=f"fh-downloads-{key}", horizontal=True):
        st.download_button(
            say("Table (CSV)"),
            lambda: csv_bytes(rows),
            f"{file_name}.csv",
            "text/csv",
            key=f"{key}-csv",
            on_click="ignore",
            type="tertiary",
        )
        st.html(f'<span class="fh-pictures" data-fh-chart="{key}" data-fh-name="{file_name}"{instead}>{buttons}</span>')


def _key(name: str) -> str:
    # Streamlit makes the key a CSS class and would replace Chinese characters by hyphens, the same for every name.
    return "fh-chart-" + name.encode("utf-8").hex()
