"""A slide on a page: a small picture of what the presentation holds, its letters as large as the picture lets them."""

from __future__ import annotations

from urllib.parse import quote

from faheng.charts.look import FONT
from faheng.exports.slides.drawn import DrawnSlide
from faheng.native.shapes import ChartShapes
from faheng.ui.markup import Markup, rendered

__all__ = ["slide_picture"]


def slide_picture(slide: DrawnSlide) -> Markup:
    """The slide as wide as what it stands in."""

    def across(points: float) -> float:
        return round(100 * points / slide.width, 3)

    def down(points: float) -> float:
        return round(100 * points / slide.height, 3)

    charts = [(chart, _image(chart.shapes)) for chart in slide.charts]
    return rendered("slide", slide=slide, charts=charts, across=across, down=down)


def _image(shapes: ChartShapes) -> str:
    """The chart as an address that holds it: the page takes no drawing in its HTML, but a picture."""
    return "data:image/svg+xml," + quote(rendered("slide_chart", shapes=shapes, fonts=FONT))
