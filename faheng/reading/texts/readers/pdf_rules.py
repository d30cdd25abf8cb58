"""The lines that a PDF page draws, horizontal and vertical ones, whatever object they belong to."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from itertools import pairwise

import pypdfium2
import pypdfium2.raw as pdfium

from faheng.reading.texts.readers.ruled import MOST_RULES, TOLERANCE, Rule

_DEEPEST = 4
_MOST_SEGMENTS = 2_000  # of one path; a drawing has more
_SHORTEST = 4.0
_SLANT = 0.6  # points that a line may lean by
_MOST_OBJECTS = 50_000
MOST_DRAWN = 4  # borders are drawn twice, and once for each cell
Point = tuple[float, float]


def rules_of(page: pypdfium2.PdfPage) -> list[Rule]:
    """The lines of a page; none where it draws more than any table needs."""
    if pdfium.FPDFPage_CountObjects(page.raw) > _MOST_OBJECTS:
        return []
    found: list[Rule] = []
    for each in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=_DEEPEST):
        if each.container is None:
            found.extend(rules_of_path(each))
        if len(found) > MOST_DRAWN * MOST_RULES:
            return []
    return sorted(set(found), key=lambda rule: (rule.level, rule.at, rule.first))


def rules_of_path(path: pypdfium2.PdfObject) -> Iterator[Rule]:
    """The lines of one path. A filled area that is no line shows where a background ends, not where a line is."""
    left, bottom, right, top = path.get_bounds()
    filled, stroked = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path.raw, filled, stroked)
    if right - left <= TOLERANCE or top - bottom <= TOLERANCE:
        yield from rule_between((left, (bottom + top) / 2), (right, (bottom + top) / 2))
        yield from rule_between(((left + right) / 2, bottom), ((left + right) / 2, top))
    elif stroked.value:
        for one, two in pairwise(points_of(path)):
            if one is not None and two is not None:
                yield from rule_between(one, two)


def rule_between(one: Point, two: Point) -> Iterator[Rule]:
    """The line between two points if it is level or upright and long enough."""
    width, height = abs(one[0] - two[0]), abs(one[1] - two[1])
    if width >= _SHORTEST and height <= _SLANT:
        yield Rule(True, round((one[1] + two[1]) / 2, 1), round(min(one[0], two[0]), 1), round(max(one[0], two[0]), 1))
    elif height >= _SHORTEST and width <= _SLANT:
        yield Rule(False, round((one[0] + two[0]) / 2, 1), round(min(one[1], two[1]), 1), round(max(one[1], two[1]), 1))


def points_of(path: pypdfium2.PdfObject) -> Iterator[Point | None]:
    """The points of a path on its page, in order, None where the pen is lifted; a closed figure ends where it began."""
    count = pdfium.FPDFPath_CountSegments(path.raw)
    matrix = path.get_matrix()
    x, y = ctypes.c_float(), ctypes.c_float()
    begun: Point | None = None
    for at in range(min(count, _MOST_SEGMENTS)):
        segment = pdfium.FPDFPath_GetPathSegment(path.raw, at)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        point = matrix.on_point(x.value, y.value)
        if pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_MOVETO:
            yield None
            begun = point
        yield point
        if pdfium.FPDFPathSegment_GetClose(segment) and begun is not None:
            yield begun
