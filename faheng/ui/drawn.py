"""Charts as they are sent to the browser: drawn once a look for all readers, and kept as the text that is sent.

A figure of Plotly is thousands of objects, a hundred times as large as its text and slow to be gone through; the text
is all that a page needs. Texts go with their views, which are kept by their bytes.
"""

from __future__ import annotations

import json
from typing import Any
from weakref import WeakKeyDictionary

from plotly.basedatatypes import BaseFigure

from faheng.briefing.contents import PICTURE_WIDTH
from faheng.charts.look import LIGHT, Look
from faheng.views.chart import ChartView

__all__ = ["DrawnFigure", "compact", "drawn_figure", "framed_picture", "parts_of"]

# What a picture has nobody to tell: of a chart of many marks half of its size.
ON_HOVER = ("hovertext", "hovertemplate", "customdata")
_texts: WeakKeyDictionary[ChartView, dict[Look, str]] = WeakKeyDictionary()
_pictures: WeakKeyDictionary[ChartView, str] = WeakKeyDictionary()


class DrawnFigure(BaseFigure):  # type: ignore[misc]  # Plotly has no types
    """A figure that is JSON already; Streamlit takes it for one of Plotly's and asks for nothing but its parts."""

    def __init__(self, text: str) -> None:
        """Hold the text. Plotly's own __init__ would take it apart again."""
        object.__setattr__(self, "text", text)

    def to_dict(self) -> dict[str, Any]:
        """Its data and layout, the caller's own."""
        parts: dict[str, Any] = json.loads(self.text)
        return parts


def drawn_figure(view: ChartView, look: Look) -> DrawnFigure:
    """The figure without a frame, as narrow as a phone, in a look; drawn once for as long as the view is kept."""
    texts = _texts.setdefault(view, {})
    if look not in texts:
        texts[look] = str(view.draw(look).to_json())
    return DrawnFigure(texts[look])


def parts_of(figure: DrawnFigure) -> dict[str, Any]:
    """Its data and layout without what Plotly itself brings, which is the same in every figure."""
    parts = figure.to_dict()
    return {"data": parts["data"], "layout": {**parts["layout"], "template": None}}


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
    parts = parts_of(DrawnFigure(str(figure.to_json())))
    parts["layout"].pop("template")
    for trace in parts["data"]:
        for name in ON_HOVER:
            trace.pop(name, None)
    return compact(parts)


def compact(content: object) -> str:
    """Content as JSON, as short as it goes."""
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))
