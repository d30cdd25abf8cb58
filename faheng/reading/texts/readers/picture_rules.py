"""The lines that rule tables in the picture of a page, and a page put straight, by OpenCV.

Method: what stays of the ink when every run shorter than a line is taken away, level and upright by themselves.
"""

# ruff: noqa: PLC0415 (part of an extra, imported where a page is recognised)

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from faheng.reading.texts.readers.page_pictures import Pixels
from faheng.reading.texts.readers.ruled import MOST_RULES, Numbers, Rule

SHORTEST = 50  # of a line, in points of the picture: longer than a stroke of any print but a title's
BREAK = 9  # a gap that a poor print leaves in a line
THICKEST = 12


def picture_rules(picture: Pixels, scale: float) -> list[Rule]:
    """The lines of a picture in points (scale: of them in one of the picture's), y rising; none for a drawing."""
    import cv2

    _, found = cv2.threshold(picture, 0, 255, cv2.THRESH_BINARY_INV | cv2.THRESH_OTSU)
    ink = np.asarray(found, dtype=np.uint8)
    rules = [*_rules(ink, scale, level=True), *_rules(ink, scale, level=False)]
    return sorted(rules, key=lambda rule: (rule.level, rule.at, rule.first)) if len(rules) <= MOST_RULES else []


def _rules(ink: Pixels, scale: float, *, level: bool) -> Iterator[Rule]:
    import cv2

    def along(length: int) -> tuple[int, int]:
        return (length, 1) if level else (1, length)

    closed = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, np.ones(along(BREAK)[::-1], np.uint8))
    left = cv2.morphologyEx(closed, cv2.MORPH_OPEN, np.ones(along(SHORTEST)[::-1], np.uint8))
    _, _, found, _ = cv2.connectedComponentsWithStats(left, connectivity=8)
    high = ink.shape[0]
    for x, y, wide, tall, _ in found[1 : MOST_RULES + 1]:
        if min(wide, tall) > THICKEST:
            continue
        if level:
            yield Rule(True, (high - y - tall / 2) * scale, x * scale, (x + wide) * scale)
        else:
            yield Rule(False, (x + wide / 2) * scale, (high - y - tall) * scale, (high - y) * scale)


def turn_back(picture: Pixels, lean: float) -> Numbers:
    """The turn about its middle that puts straight a picture that leans by so many degrees."""
    import cv2

    high, wide = picture.shape
    return np.asarray(cv2.getRotationMatrix2D((wide / 2, high / 2), lean, 1.0), dtype=np.float64)


def turned(picture: Pixels, turn: Numbers) -> Pixels:
    """The picture after a turn, white where nothing was."""
    import cv2

    done = cv2.warpAffine(picture, turn, picture.shape[::-1], flags=cv2.INTER_CUBIC, borderValue=255)
    return np.asarray(done, dtype=np.uint8)


def turned_points(points: Numbers, turn: Numbers) -> Numbers:
    """Points, a row each, after the same turn."""
    return np.asarray(points @ turn[:, :2].T + turn[:, 2], dtype=np.float64)
