"""Figures as PNG, SVG and PDF, drawn by an installed Chrome through Kaleido.

The first picture starts the browser, which stays for those after it. Before anything is drawn every character is
looked up in the installed fonts: no picture has an empty box.
"""

from __future__ import annotations

import atexit
import html
import json
import re
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from threading import Lock
from typing import Literal

import plotly.graph_objects as go

from faheng.briefing.contents import PICTURE_WIDTH
from faheng.errors import NoBrowser
from faheng.exports.browser import GONE, PictureBrowser
from faheng.exports.glyphs import require_glyphs

Form = Literal["png", "svg", "pdf"]
FORMS: tuple[Form, ...] = ("png", "svg", "pdf")
# A picture of twice its size in pixels stays sharp on a projector.
_SHARP = 2
_TAGS = re.compile(r"<[^>]+>")
_NOT_DRAWN = ("template", "meta", "customdata", "hovertemplate", "hovertext")
_drawing = Lock()
_running: PictureBrowser | None = None


def picture(figure: go.Figure, form: Form, width: int = PICTURE_WIDTH) -> bytes:
    """The figure in this form, as wide as this in pixels and as high as it says itself.

    Raises MissingGlyphs where a character would be an empty box, NoBrowser where there is no Chrome.
    """
    require_glyphs(texts_of(figure))
    height = int(figure.layout.height or width * 0.6)
    options = {"format": form, "width": width, "height": height, "scale": _SHARP if form == "png" else 1}
    with _drawing:
        try:
            return _browser().draw(figure, options)
        except GONE as error:
            _stop()
            raise NoBrowser(_first_line(error)) from error


def texts_of(figure: go.Figure) -> Iterator[str]:
    """Every text that is drawn: titles, labels, ticks, annotations; without tags."""
    parts = json.loads(str(figure.to_json()))
    yield from _texts([parts.get("data", []), parts.get("layout", {})])


def _texts(part: object) -> Iterator[str]:
    if isinstance(part, str):
        yield html.unescape(_TAGS.sub("", part))
    elif isinstance(part, dict):
        for name, value in part.items():
            if name not in _NOT_DRAWN:
                yield from _texts(value)
    elif isinstance(part, list):
        for value in part:
            yield from _texts(value)


def _browser() -> PictureBrowser:
    """The browser of this process, started once, whoever asks first."""
    global _running  # noqa: PLW0603 (one browser a process)
    if _running is None:
        _running = PictureBrowser()
        _stop_at_exit()
    return _running


@cache
def _stop_at_exit() -> None:
    atexit.register(_stop)


def _stop() -> None:
    """End the browser; the next picture starts another."""
    global _running
    running, _running = _running, None
    if running is not None:
        # one that was killed cannot be ended in good order, and needs not be
        with suppress(*GONE):
            running.close()


def _first_line(error: Exception) -> str:
    return next(iter(str(error).strip().splitlines()), type(error).__name__)
