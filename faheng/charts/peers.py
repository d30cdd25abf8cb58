"""The peers of our place: their median as a dotted line, the range of them as a band, both in the grey of peers.

There is one record a year, or one of each peer's latest; it is without a median where there are too few peers.
"""

from __future__ import annotations

from collections.abc import Sequence

from faheng.charts.look import Look, faded
from faheng.charts.panel import Panel
from faheng.charts.references import OVER_GRID, ReferenceLine
from faheng.charts.shown import Style
from faheng.charts.sketch import Sketch
from faheng.model import Peers, Unit
from faheng.words.catalogue import Words
from faheng.words.periods import year_text
from faheng.words.values import Amount, value_text

BAND = 0.16
BAND_NAME = "peers"
_DECIMALS = 2


def median_line(peers: Sequence[Peers], unit: Unit, say: Words) -> list[ReferenceLine]:
    """The median of the latest values as one line with its label; none without peers enough."""
    if len(peers) != 1 or peers[0].median is None:
        return []
    group, median = peers[0], peers[0].median
    value = value_text(Amount(round(median, _DECIMALS), unit), say, told=True)
    short = say("{peers}: median {value}", peers=group.peers, value=value)
    label = say("{median} of {n} places", median=short, n=group.places)
    return [ReferenceLine(median, label, short, of_peers=True)]


def peers_sentence(peers: Sequence[Peers], unit: Unit, say: Words) -> str:
    """What the band is and how many places it is of, or why there is none; "" where no group was found.

    Over the years it speaks of the newest that has a median, and names it.
    """
    if not peers:
        return ""
    group = next((each for each in reversed(peers) if each.median is not None), peers[-1])
    name = (
        group.peers
        if group.year is None or group.median is None
        else say("{peers} ({year})", peers=group.peers, year=year_text(group.year, say))
    )
    named = {"peers": name, "n": group.places}
    if group.population_unknown:
        return say("The population of our place is not known, so no places of similar population can be named.")
    if group.median is None:
        return say(
            "{peers}: {n} with a comparable value, fewer than {least}, so no median is drawn.",
            least=group.least_peers, **named,
        )  # fmt: skip
    ends = {
        "low": value_text(Amount(round(group.low or 0.0, _DECIMALS), unit), say, told=True),
        "high": value_text(Amount(round(group.high or 0.0, _DECIMALS), unit), say, told=True),
    }
    if group.spread == "quartiles":
        return say("{peers}: the middle half of {n} comparable places lies from {low} to {high}.", **named, **ends)
    return say("{peers}: {n} comparable places lie from {low} to {high}.", **named, **ends)


def key_text(peers: Sequence[Peers], say: Words) -> str:
    """What the dotted line and the band of a trend are, for its key; "" where neither is drawn."""
    return say("┄ {peers}: median and range", peers=peers[0].peers) if has_median(peers) else ""


def has_median(peers: Sequence[Peers]) -> bool:
    """True where any year has peers enough for a median."""
    return any(group.median is not None for group in peers)


def ends_of(peers: Sequence[Peers]) -> list[float]:
    """The values that an axis has to show for the band."""
    return [end for group in peers for end in (group.low, group.high) if end is not None]


def add_band(figure: Sketch, peers: Sequence[Peers], look: Look, *, depth: float) -> None:
    """The range across a ranking, from the top of its rows to their end; after the slips behind its labels."""
    if len(peers) != 1 or peers[0].low is None or peers[0].high is None:
        return
    figure.add_shape(
        type="rect", x0=peers[0].low, x1=peers[0].high, y0=0, y1=depth, xref="x", yref="y", layer=OVER_GRID,
        fillcolor=faded(look.peer, BAND), line={"width": 0}, name=BAND_NAME,
    )  # fmt: skip


def add_bands(figure: Sketch, panel: Panel, peers: Sequence[Peers], look: Look) -> None:
    """The range over the years of a trend; after the slips behind its labels."""
    for group in peers if has_median(peers) else ():
        if group.year is not None and group.low is not None and group.high is not None:
            figure.add_shape(
                type="rect", x0=group.year - 0.5, x1=group.year + 0.5, y0=group.low, y1=group.high, xref=panel.x,
                yref=panel.y, layer=OVER_GRID, fillcolor=faded(look.peer, BAND), line={"width": 0}, name=BAND_NAME,
            )  # fmt: skip


def add_medians(figure: Sketch, panel: Panel, peers: Sequence[Peers], style: Style) -> None:
    """The median over the years of a trend; a year with too few peers leaves a gap."""
    if not has_median(peers):
        return
    name = style.say("{peers}: median", peers=peers[0].peers)
    medians = [group.median for group in peers]
    figure.add_scatter(
        x=[group.year for group in peers], y=medians, mode="lines", connectgaps=False, name="peers",
        hovertemplate="%{hovertext}<extra></extra>",
        hovertext=[f"{name} {median:g}" if median is not None else "" for median in medians],
        line={"color": style.look.peer, "width": 1.5, "dash": "dot"}, **panel.axes,
    )  # fmt: skip
