"""The peers of our place: their median as a dotted line, the range of them as a band, both in the grey of peers.

Rows are of shared__peers: one a year, or one of each peer's latest; without a median where there are too few peers.
"""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from faheng.charts.look import Look, faded
from faheng.charts.panel import Panel
from faheng.charts.references import Reference
from faheng.charts.sketch import Sketch
from faheng.model import Unit
from faheng.words.catalogue import Words
from faheng.words.rows import Row, number_of, text_of
from faheng.words.values import value_text

BAND = 0.16
_DECIMALS = 2


def median_line(peers: pd.DataFrame | None, unit: Unit, say: Words) -> list[Reference]:
    """The median of the latest values as one line with its label; none without peers enough."""
    if peers is None or len(peers) != 1 or number_of(peers.iloc[0], "median") is None:
        return []
    row = peers.iloc[0]
    median = number_of(row, "median") or 0.0
    value = value_text(round(median, _DECIMALS), unit, "exact", say)
    short = say("{peers}: median {value}", peers=text_of(row, "peers"), value=value)
    label = say("{median} of {n} places", median=short, n=int(row["places"]))
    return [replace(Reference(median, label, short), of_peers=True)]


def peers_sentence(peers: pd.DataFrame, unit: Unit, say: Words) -> str:
    """What the band is and how many places it is of, or why there is none; "" where no group was found."""
    if peers.empty:
        return ""
    row = peers.iloc[-1]
    named = {"peers": text_of(row, "peers"), "n": int(row["places"])}
    if bool(row["population_unknown"]):
        return say("The population of our place is not known, so no places of similar population can be named.")
    if number_of(row, "median") is None:
        return say(
            "{peers}: {n} with a comparable value, fewer than {least}, so no median is drawn.",
            least=int(row["least_peers"]), **named,
        )  # fmt: skip
    ends = {
        "low": value_text(round(number_of(row, "low") or 0.0, _DECIMALS), unit, "exact", say),
        "high": value_text(round(number_of(row, "high") or 0.0, _DECIMALS), unit, "exact", say),
    }
    if row["spread"] == "quartiles":
        return say("{peers}: the middle half of {n} comparable places lies from {low} to {high}.", **named, **ends)
    return say("{peers}: {n} comparable places lie from {low} to {high}.", **named, **ends)


def key_text(peers: pd.DataFrame | None, say: Words) -> str:
    """What the dotted line and the band of a trend are, for its key; "" where neither is drawn."""
    if peers is None or peers["median"].isna().all():
        return ""
    return say("┄ {peers}: median and range", peers=text_of(peers.iloc[0], "peers"))


def ends_of(peers: pd.DataFrame | None) -> list[float]:
    """The values that an axis has to show for the band."""
    if peers is None:
        return []
    return [float(end) for column in ("low", "high") for end in peers[column].dropna()]


def add_band(figure: Sketch, peers: pd.DataFrame | None, look: Look, *, depth: float) -> None:
    """The range across a ranking, from the top of its rows to their end."""
    if peers is None or len(peers) != 1:
        return
    row: Row = peers.iloc[0]
    low, high = number_of(row, "low"), number_of(row, "high")
    if low is not None and high is not None:
        figure.add_shape(
            type="rect", x0=low, x1=high, y0=0, y1=depth, xref="x", yref="y", layer="below",
            fillcolor=faded(look.peer, BAND), line={"width": 0},
        )  # fmt: skip


def add_years(figure: Sketch, panel: Panel, peers: pd.DataFrame | None, look: Look, say: Words) -> None:
    """Median and range over the years of a trend; a year with too few peers leaves a gap."""
    if peers is None or peers["median"].isna().all():
        return
    years = [int(year) for year in peers["year"]]
    for year, low, high in zip(years, peers["low"], peers["high"], strict=True):
        if pd.notna(low) and pd.notna(high):
            figure.add_shape(
                type="rect", x0=year - 0.5, x1=year + 0.5, y0=float(low), y1=float(high), xref=panel.x, yref=panel.y,
                layer="below", fillcolor=faded(look.peer, BAND), line={"width": 0},
            )  # fmt: skip
    name = say("{peers}: median", peers=text_of(peers.iloc[0], "peers"))
    medians = [None if pd.isna(each) else float(each) for each in peers["median"]]
    figure.add_scatter(
        x=years, y=medians, mode="lines", connectgaps=False, name="peers", hovertemplate="%{hovertext}<extra></extra>",
        hovertext=[f"{name} {each:g}" if each is not None else "" for each in medians],
        line={"color": look.peer, "width": 1.5, "dash": "dot"}, **panel.axes,
    )  # fmt: skip
