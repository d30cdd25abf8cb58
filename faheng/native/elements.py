"""The elements that all of a native chart is built of: values, lines, fills and letters of DrawingML."""

from __future__ import annotations

from typing import Any, TypeAlias

from lxml.builder import ElementMaker

from faheng.charts.look import LIGHT, mix

CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMES = {"c": CHART, "a": DRAWING, "r": RELATIONS}
_CHART_MAKER = ElementMaker(namespace=CHART, nsmap=_NAMES)
_DRAWING_MAKER = ElementMaker(namespace=DRAWING, nsmap=_NAMES)
_EMU_A_POINT = 12700
_TINT = 0.4

Element: TypeAlias = Any  # lxml has no types
Inside: TypeAlias = Element | str | None


def c(tag: str, *inside: Inside, **attributes: object) -> Element:
    """An element of a chart. inside: its elements and its text, None for what is not needed."""
    return _made(_CHART_MAKER, tag, inside, attributes)


def a(tag: str, *inside: Inside, **attributes: object) -> Element:
    """An element of a drawing, as c() makes one of a chart."""
    return _made(_DRAWING_MAKER, tag, inside, attributes)


def val(tag: str, value: object) -> Element:
    """An element of a chart that is one value: <c:tag val="…"/>."""
    return c(tag, val=value)


def _made(maker: ElementMaker, tag: str, inside: tuple[Inside, ...], attributes: dict[str, object]) -> Element:
    held = [each for each in inside if each is not None]
    return maker(tag, *held, {name: str(value) for name, value in attributes.items()})


def solid(colour: str) -> Element:
    """A fill of one colour."""
    return a("solidFill", a("srgbClr", val=colour.removeprefix("#")))


def no_line() -> Element:
    """The absence of a line."""
    return a("ln", a("noFill"))


def line(colour: str, points: float, dash: str = "") -> Element:
    """A line so many points wide. dash: how it is broken, in the words of DrawingML, "" for a full line."""
    pattern = a("prstDash", val=dash) if dash else None
    return a("ln", solid(colour), pattern, a("round"), w=round(points * _EMU_A_POINT), cap="rnd")


def tint(colour: str) -> str:
    """The inside of a hollow mark: a tint, because LibreOffice draws no outline and would show nothing on white."""
    return mix(LIGHT.paper, colour, _TINT)


def letters(size: float, colour: str, *, bold: bool = False, upright: bool = False, whole: bool = False) -> Element:
    """The letters of a part of the chart. upright: never turned, however narrow the room; lines are broken instead.

    whole: never broken, as no number is.
    """
    body = a("bodyPr", **({"rot": 0, "vert": "horz"} if upright else {"wrap": "none"} if whole else {}))
    look = properties("defRPr", size, colour, bold=bold)
    return c("txPr", body, a("p", a("pPr", look), a("endParaRPr", lang="zh-CN")))


def properties(tag: str, size: float, colour: str, *, bold: bool) -> Element:
    """The look of a run of letters."""
    return a(tag, solid(colour), sz=round(size * 100), b=int(bold))
