"""A native chart as DrawingML (ECMA-376, part 1, section 21.2): the same part serves slides and documents.

Written by hand, because python-pptx knows neither intervals (c:errBars) nor charts in a document of Word.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from xml.sax.saxutils import escape

from faheng.charts.look import LIGHT, mix
from faheng.charts.measure import text_px
from faheng.native import workbook as book
from faheng.native.chart import NativeChart, NativeMark, NativeSeries
from faheng.native.marks import formatted, is_crossed
from faheng.words.clean import plain_text

CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CATEGORIES, _VALUES = 111111111, 222222222
_EMU_A_POINT = 12700
_TINT = 0.4
# More categories than this stand close together, and their letters are smaller.
MANY, _DENSE = 12, 0.85
# The share of a chart's width that its plot has at least, and what lies between two years, in heights of a letter.
_PLOT, _APART = 0.88, 0.5
_NEIGHBOURS = 3
# The share of the axis within which the labels of two points of a year would run into each other.
_CLOSE = 0.12


def chart_xml(chart: NativeChart, *, size: float, width: float, relation: str = "") -> bytes:
    """The chart part.

    size: of its letters, and width: of the whole chart, in points. relation: id of the embedded workbook in the part's
    relations.
    """
    data = f'<c:externalData r:id="{relation}"><c:autoUpdate val="0"/></c:externalData>' if relation else ""
    size = size * _DENSE if len(chart.categories) > MANY else size
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        f'<c:chartSpace xmlns:c="{CHART}" xmlns:a="{DRAWING}" xmlns:r="{RELATIONS}">'
        '<c:date1904 val="0"/><c:roundedCorners val="0"/>'
        f'<c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>{_plot(chart, size)}{_axes(chart, size, width)}'
        f"</c:plotArea>{_key(chart, size)}"
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f"<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{_letters(size, LIGHT.ink)}{data}</c:chartSpace>"
    ).encode()


def _plot(chart: NativeChart, size: float) -> str:
    series = "".join(_series(chart, i, at, size) for i, at in enumerate(book.columns(chart)))
    axes = f'<c:axId val="{_CATEGORIES}"/><c:axId val="{_VALUES}"/>'
    if chart.kind == "bar":
        return (
            '<c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>'
            f'{series}<c:gapWidth val="55"/><c:overlap val="100"/>{axes}</c:barChart>'
        )
    return (
        '<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>'
        f'{series}<c:marker val="1"/>{axes}</c:lineChart>'
    )


def _series(chart: NativeChart, i: int, at: tuple[int, int | None], size: float) -> str:
    series, last = chart.series[i], len(chart.categories)
    column, beside = at
    bar = chart.kind == "bar"
    name = f"<c:tx><c:strRef><c:f>{book.reference(column, 0, 0)}</c:f>{_texts([series.name])}</c:strRef></c:tx>"
    marker = "" if bar else _marker(series.shape, series.colour, hollow=_mostly_hollow(series))
    points = "".join(_point(j, mark, series, bar=bar) for j, mark in enumerate(series.marks) if mark is not None)
    categories = (
        f"<c:cat><c:strRef><c:f>{book.reference(0, 1, last)}</c:f>{_texts(chart.categories)}</c:strRef></c:cat>"
    )
    stored = [None if mark is None else chart.stored(mark.value) for mark in series.marks]
    values = f"<c:val>{_numbers(book.reference(column, 1, last), stored, chart.format)}</c:val>"
    before, after = ('<c:invertIfNegative val="0"/>', "") if bar else ("", '<c:smooth val="0"/>')
    return (
        f'<c:ser><c:idx val="{i}"/><c:order val="{i}"/>{name}{_look(series, bar=bar)}{marker}{before}{points}'
        f"{_labels(chart, series, size)}{_whiskers(chart, series, beside, last)}{categories}{values}{after}</c:ser>"
    )


def _mostly_hollow(series: NativeSeries) -> bool:
    held = [mark.hollow for mark in series.marks if mark is not None]
    return bool(held) and all(held)


def _look(series: NativeSeries, *, bar: bool) -> str:
    if bar:
        fill = (
            "<a:solidFill>"
            + _rgb(_inside(series.colour) if _mostly_hollow(series) else series.colour)
            + "</a:solidFill>"
        )
        return f"<c:spPr>{fill}{_line(series.colour, 1)}</c:spPr>"
    if not series.lined:
        return "<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>"
    return f"<c:spPr>{_line(series.colour, 1.5 if series.dash else 2.25, series.dash)}</c:spPr>"


def _line(colour: str, points: float, dash: str = "") -> str:
    pattern = f'<a:prstDash val="{dash}"/>' if dash else ""
    width = round(points * _EMU_A_POINT)
    return f'<a:ln w="{width}" cap="rnd"><a:solidFill>{_rgb(colour)}</a:solidFill>{pattern}<a:round/></a:ln>'


def _rgb(colour: str) -> str:
    return f'<a:srgbClr val="{colour.removeprefix("#")}"/>'


def _inside(colour: str) -> str:
    """The inside of a hollow mark: a tint, because LibreOffice draws no outline and would show nothing on white."""
    return mix(LIGHT.paper, colour, _TINT)


def _marker(shape: str, colour: str, *, hollow: bool) -> str:
    if shape == "none":
        return '<c:marker><c:symbol val="none"/></c:marker>'
    fill = _rgb(_inside(colour) if hollow else colour)
    return (
        f'<c:marker><c:symbol val="{shape}"/><c:size val="9"/>'
        f"<c:spPr><a:solidFill>{fill}</a:solidFill>{_line(colour, 1.75)}</c:spPr></c:marker>"
    )


def _point(j: int, mark: NativeMark, series: NativeSeries, *, bar: bool) -> str:
    """A point that looks otherwise than its series says."""
    if series.shape == "none" or (mark.colour == series.colour and mark.hollow == _mostly_hollow(series)):
        return ""
    if bar:
        fill = _rgb(_inside(mark.colour) if mark.hollow else mark.colour)
        look = f"<c:spPr><a:solidFill>{fill}</a:solidFill>{_line(mark.colour, 1)}</c:spPr>"
        return f'<c:dPt><c:idx val="{j}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>{look}</c:dPt>'
    # Without its own line the point would take away that of the segment before it.
    look = _look(series, bar=False)
    marker = _marker(series.shape, mark.colour, hollow=mark.hollow)
    return f'<c:dPt><c:idx val="{j}"/>{marker}<c:bubble3D val="0"/>{look}</c:dPt>'


def _shown(number: int) -> str:
    """What a label shows of its mark: its value (1), or nothing (0)."""
    return (
        f'<c:showLegendKey val="0"/><c:showVal val="{number}"/><c:showCatName val="0"/><c:showSerName val="0"/>'
        '<c:showPercent val="0"/><c:showBubbleSize val="0"/>'
    )


def _labels(chart: NativeChart, series: NativeSeries, size: float) -> str:
    """The values at the marks: by the number format, or in words of their own where a page prints them otherwise."""
    told = [(j, mark) for j, mark in enumerate(series.marks) if mark is not None and mark.shown]
    if not told:
        return f"<c:dLbls>{_shown(0)}</c:dLbls>"
    each = ""
    for j, mark in told:
        text = "" if formatted(chart.stored(mark.value), chart.format) == mark.text else _rich(mark, size)
        form = f'<c:numFmt formatCode="{escape(chart.format)}" sourceLinked="0"/>' if not text else ""
        tone = _letters(size, LIGHT.text(mark.colour), bold=mark.bold) if not text else ""
        each += (
            f'<c:dLbl><c:idx val="{j}"/>{text}{form}{_ground(chart, mark)}{tone}'
            f'<c:dLblPos val="{_place(chart, series, j)}"/>{_shown(1)}</c:dLbl>'
        )
    return f"<c:dLbls>{each}{_shown(0)}</c:dLbls>"


def _ground(chart: NativeChart, mark: NativeMark) -> str:
    """What is behind a label: paper where a line through all categories would strike it through."""
    fill = f"<a:solidFill>{_rgb(LIGHT.paper)}</a:solidFill>" if is_crossed(chart, mark) else "<a:noFill/>"
    return f"<c:spPr>{fill}<a:ln><a:noFill/></a:ln></c:spPr>"


def _place(chart: NativeChart, series: NativeSeries, j: int) -> str:
    """Where a label keeps clear of what is drawn.

    Beside a dot with its interval, under the lowest of three points, and under a point with another close above it.
    """
    if chart.kind == "bar":
        return "outEnd"
    if chart.kind == "dot":
        return "t" if len(chart.categories) > MANY else "r"
    three = series.marks[max(j - 1, 0) : j + 2]
    values = [mark.value for mark in three if mark is not None]
    lowest = len(values) == _NEIGHBOURS and values[1] < min(values[0], values[2])
    return "b" if lowest or _has_close_above(chart, series, j) else "t"


def _has_close_above(chart: NativeChart, series: NativeSeries, j: int) -> bool:
    mark, near = series.marks[j], (chart.high - chart.low) * _CLOSE
    others = (each.marks[j] for each in chart.series if each is not series and each.shape != "none")
    return mark is not None and any(other is not None and 0 < other.value - mark.value < near for other in others)


def _rich(mark: NativeMark, size: float) -> str:
    look = _properties("a:rPr", size, LIGHT.text(mark.colour), bold=mark.bold)
    text = escape(plain_text(mark.text))
    return f'<c:tx><c:rich><a:bodyPr wrap="none"/><a:p><a:r>{look}<a:t>{text}</a:t></a:r></a:p></c:rich></c:tx>'


def _whiskers(chart: NativeChart, series: NativeSeries, beside: int | None, last: int) -> str:
    if beside is None:
        return ""
    ends = [book.whiskers(mark, chart) for mark in series.marks]
    above = _numbers(book.reference(beside, 1, last), [end[0] for end in ends], chart.format)
    below = _numbers(book.reference(beside + 1, 1, last), [end[1] for end in ends], chart.format)
    way = "" if chart.kind == "bar" else '<c:errDir val="y"/>'
    return (
        f'<c:errBars>{way}<c:errBarType val="both"/><c:errValType val="cust"/><c:noEndCap val="1"/>'
        f"<c:plus>{above}</c:plus><c:minus>{below}</c:minus><c:spPr>{_line(LIGHT.muted, 1.25)}</c:spPr></c:errBars>"
    )


def _texts(texts: Sequence[str]) -> str:
    points = "".join(f'<c:pt idx="{i}"><c:v>{_lines(text)}</c:v></c:pt>' for i, text in enumerate(texts))
    return f'<c:strCache><c:ptCount val="{len(texts)}"/>{points}</c:strCache>'


def _lines(text: str) -> str:
    return escape("\n".join(map(plain_text, text.split("\n"))))


def _numbers(where: str, numbers: Sequence[float | None], form: str) -> str:
    points = "".join(
        f'<c:pt idx="{i}"><c:v>{number!r}</c:v></c:pt>' for i, number in enumerate(numbers) if number is not None
    )
    cache = f'<c:formatCode>{escape(form)}</c:formatCode><c:ptCount val="{len(numbers)}"/>{points}'
    return f"<c:numRef><c:f>{where}</c:f><c:numCache>{cache}</c:numCache></c:numRef>"


def _every(chart: NativeChart, size: float, width: float) -> int:
    """Every how many-th year is named: as many as stand side by side. Places are always named, all of them."""
    if chart.kind != "line":
        return 1
    room = width * _PLOT / len(chart.categories)
    return ceil((max(text_px(name, size) for name in chart.categories) + size * _APART) / room)


def _axes(chart: NativeChart, size: float, width: float) -> str:
    bar = chart.kind == "bar"
    small = size * 0.92
    # The first category of horizontal bars stands on top, and the axis of values below the last one.
    turned, crossing, places = ("maxMin", "max", ("l", "b")) if bar else ("minMax", "autoZero", ("b", "l"))
    form = "0%" if chart.percent else "#,##0" if chart.step >= 1 else chart.format
    low, high, step = map(chart.stored, (chart.low, chart.high, chart.step))
    quiet = '<c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
    # names of places are broken into lines, years are turned where they have no room
    names = _letters(size, LIGHT.ink, upright=chart.kind != "line")
    return (
        f'<c:catAx><c:axId val="{_CATEGORIES}"/><c:scaling><c:orientation val="{turned}"/></c:scaling>'
        f'<c:delete val="0"/><c:axPos val="{places[0]}"/><c:numFmt formatCode="General" sourceLinked="0"/>{quiet}'
        f'<c:tickLblPos val="low"/><c:spPr>{_line(LIGHT.peer, 1)}</c:spPr>{names}'
        f'<c:crossAx val="{_VALUES}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/>'
        '<c:lblOffset val="100"/><c:tickLblSkip val="'
        f'{_every(chart, size, width)}"/><c:noMultiLvlLbl val="1"/></c:catAx>'
        f'<c:valAx><c:axId val="{_VALUES}"/><c:scaling><c:orientation val="minMax"/><c:max val="{high!r}"/>'
        f'<c:min val="{low!r}"/></c:scaling><c:delete val="0"/><c:axPos val="{places[1]}"/>'
        f"<c:majorGridlines><c:spPr>{_line(LIGHT.line, 0.75)}</c:spPr></c:majorGridlines>"
        f'<c:numFmt formatCode="{form}" sourceLinked="0"/>{quiet}<c:tickLblPos val="nextTo"/>'
        f'<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>{_letters(small, LIGHT.muted)}<c:crossAx val="{_CATEGORIES}"/>'
        f'<c:crosses val="{crossing}"/><c:crossBetween val="between"/><c:majorUnit val="{step!r}"/></c:valAx>'
    )


def _key(chart: NativeChart, size: float) -> str:
    """The key above the plot; none where there is only one series, which the headline names."""
    if sum(each.in_key for each in chart.series) <= 1:
        return ""
    left_out = "".join(
        f'<c:legendEntry><c:idx val="{i}"/><c:delete val="1"/></c:legendEntry>'
        for i, each in enumerate(chart.series)
        if not each.in_key
    )
    return f'<c:legend><c:legendPos val="t"/>{left_out}<c:overlay val="0"/>{_letters(size, LIGHT.ink)}</c:legend>'


def _letters(size: float, colour: str, *, bold: bool = False, upright: bool = False) -> str:
    """upright: never turned, however narrow the room; lines are broken instead."""
    look = _properties("a:defRPr", size, colour, bold=bold)
    body = '<a:bodyPr rot="0" vert="horz"/>' if upright else "<a:bodyPr/>"
    return f'<c:txPr>{body}<a:p><a:pPr>{look}</a:pPr><a:endParaRPr lang="zh-CN"/></a:p></c:txPr>'


def _properties(tag: str, size: float, colour: str, *, bold: bool) -> str:
    return f'<{tag} sz="{round(size * 100)}" b="{int(bold)}"><a:solidFill>{_rgb(colour)}</a:solidFill></{tag}>'
