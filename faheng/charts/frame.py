"""What a figure has around its marks: title, unit, key, note and source, so that a picture stands alone.

A page prints title, note and source itself and asks for a figure without its frame: there unit and key are left.
Lengths are in pixels. `width` is the narrowest width at which the figure must still be read: its texts are
wrapped and its labels staggered for it; wider is always fine. Texts are plain: tags in them are shown, not obeyed.
"""

from __future__ import annotations

from dataclasses import dataclass

from faheng.charts.look import Look
from faheng.charts.measure import line_count, wrapped
from faheng.charts.shown import ChartFrame
from faheng.charts.sketch import Sketch
from faheng.model import Unit
from faheng.words.catalogue import Words
from faheng.words.values import PERCENT, unit_symbol

EDGE = 12
TITLE_SIZE, TEXT_SIZE, SMALL_SIZE = 16, 13, 12
_TITLE_LINE, _SMALL_LINE, _GAP = 23, 18, 8
AXIS_BAND = 30
KEY_GAP = "　"


@dataclass(frozen=True)
class Texts:
    """What the frame says. note and source may be empty; key is the words that explain the marks."""

    title: str
    unit: str
    note: str
    source: str
    key: str = ""

    def wrapped(self, width: float) -> Texts:
        """The same texts broken for a figure of this width."""
        room = width - 2 * EDGE
        title = wrapped(self.title, room, TITLE_SIZE)
        unit, note, source = (wrapped(text, room, SMALL_SIZE) for text in (self.unit, self.note, self.source))
        key = wrapped(self.key, room, SMALL_SIZE, whole=KEY_GAP)
        return Texts(title, unit, note, source, key)

    @property
    def head(self) -> float:
        """Height of everything above the marks, without reference labels."""
        small = line_count(self.unit) + line_count(self.key)
        below = _GAP if self.title or small else 0
        return _GAP + line_count(self.title) * _TITLE_LINE + small * _SMALL_LINE + below

    @property
    def foot(self) -> float:
        """Height of everything below the axis."""
        return (line_count(self.note) + line_count(self.source)) * _SMALL_LINE + _GAP


@dataclass(frozen=True)
class Margins:
    """Pixels around the plotting area."""

    left: float
    right: float
    top: float
    bottom: float


def texts_for(frame: ChartFrame, unit: Unit | None, say: Words, *, key: str = "") -> Texts:
    """The frame's texts, broken for its width, with their openings: "单位：件", "说明：…"; what is empty stays away.

    Unframed, only the unit and the key are left, on one line; a unit of % is not said, for every tick carries it.
    """
    symbol = unit_symbol(unit, say) if unit else ""
    named = say("Unit: {unit}", unit=symbol) if symbol else ""
    if not frame.framed:
        named = "" if unit and unit.id == PERCENT else named
        return Texts("", "", "", "", KEY_GAP.join(filter(None, (named, key)))).wrapped(frame.width)
    note = say("Note: {note}", note=frame.note) if frame.note else ""
    source = say("Source: {source}", source=frame.source) if frame.source else ""
    return Texts(frame.title, named, note, source, key).wrapped(frame.width)


def add_frame(figure: Sketch, texts: Texts, margins: Margins, *, look: Look, plot_height: float) -> None:
    """Put the wrapped texts around the figure and settle its size, fonts and colours."""
    figure.update_layout(
        height=round(margins.top + plot_height + margins.bottom),
        margin={"l": margins.left, "r": margins.right, "t": margins.top, "b": margins.bottom, "pad": 0},
        paper_bgcolor=look.background,
        plot_bgcolor="rgba(0,0,0,0)",
        font={"family": look.font, "size": TEXT_SIZE, "color": look.ink},
        title=_title(texts, look),
        showlegend=False,
        hoverlabel={"bgcolor": look.panel, "bordercolor": look.line, "align": "left",
                    "font": {"family": look.font, "size": TEXT_SIZE, "color": look.ink}},
        hovermode="closest", dragmode=False, bargap=0.35,
    )  # fmt: skip
    _add_head(figure, texts, margins, look)
    _add_foot(figure, texts, margins, look)


def axis(look: Look, **more: object) -> dict[str, object]:
    """An axis in the house style: a hairline grid, muted numbers, and no zoom that a finger could start by mistake."""
    plain: dict[str, object] = {
        "gridcolor": look.line, "gridwidth": 1, "zeroline": False, "showline": False, "fixedrange": True,
        "tickfont": {"size": SMALL_SIZE, "color": look.muted}, "title": None, "ticks": "",
    }  # fmt: skip
    return plain | more


def _title(texts: Texts, look: Look) -> dict[str, object]:
    # Plotly puts the top of a title of several lines 11 pixels higher than that of one line.
    top = _GAP + 2 + (11 if line_count(texts.title) > 1 else 0)
    return {
        "text": texts.title, "x": 0, "xref": "container", "xanchor": "left", "y": 1, "yref": "container",
        "yanchor": "top", "pad": {"l": EDGE, "t": top}, "automargin": False,
        "font": {"size": TITLE_SIZE, "color": look.ink, "family": look.font, "weight": 600},
    }  # fmt: skip


def _add_head(figure: Sketch, texts: Texts, margins: Margins, look: Look) -> None:
    height = _GAP + line_count(texts.title) * _TITLE_LINE
    for text in (texts.unit, texts.key):
        if text:
            _line(figure, text, look, x=EDGE - margins.left, y=1, shift=margins.top - height)
            height += line_count(text) * _SMALL_LINE


def _add_foot(figure: Sketch, texts: Texts, margins: Margins, look: Look) -> None:
    below = margins.bottom - texts.foot
    for text in (texts.note, texts.source):
        if text:
            _line(figure, text, look, x=EDGE - margins.left, y=0, shift=-below)
            below += line_count(text) * _SMALL_LINE


def _line(figure: Sketch, text: str, look: Look, *, x: float, y: float, shift: float) -> None:
    figure.add_annotation(
        text=text, x=0, y=y, xref="paper", yref="paper", xanchor="left", yanchor="top",
        xshift=x, yshift=shift, showarrow=False, align="left", borderpad=0,
        font={"size": SMALL_SIZE, "color": look.muted},
    )  # fmt: skip
