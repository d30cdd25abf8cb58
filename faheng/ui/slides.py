"""A slide on a page: a small picture of what the presentation holds, its letters as large as the picture lets them."""

from __future__ import annotations

from faheng.exports.slides.drawn import DrawnSlide
from faheng.ui.markup import Markup, rendered

__all__ = ["slide_picture"]


def slide_picture(slide: DrawnSlide) -> Markup:
    """The slide as wide as what it stands in."""

    def across(points: float) -> float:
        return round(100 * points / slide.width, 3)

    def down(points: float) -> float:
        return round(100 * points / slide.height, 3)

    return rendered("slide", slide=slide, across=across, down=down)
