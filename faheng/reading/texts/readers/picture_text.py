"""The picture of a page -> its characters with their places, by RapidOCR; then lines and tables as in a PDF page.

The models are in RapidOCR's wheel and run on ONNX, nothing is downloaded. A page that lies on its side or leans is put
straight first. Lines are found as pieces of text with a box a character; what rules a table is found in the picture.
"""

# ruff: noqa: PLC0415 (an extra, imported where a page is recognised)

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np

from faheng.reading.texts.readers.glyphs import Glyph
from faheng.reading.texts.readers.page_pictures import Pixels
from faheng.reading.texts.readers.pages import page_blocks
from faheng.reading.texts.readers.picture_rules import picture_rules, turn_back, turned, turned_points
from faheng.reading.texts.readers.ruled import Numbers
from faheng.reading.texts.table import TextTable, laid_out

LONG_SIDE = 842.0  # points of the longer side of a page, as of A4
WORD_GAP = 0.7  # in heights of a line: less room between two characters of a piece is none
MARGIN = 0.15  # of its height that the box of a piece is higher than its characters, above and below
TALL, LONG = 1.5, 6.0
LEAST_LEAN = 0.15  # degrees
MOST_LEAN = 8.0
POOR = 0.75  # a page whose pieces are surer than that on average stands upright


@dataclass(frozen=True)
class TextPiece:
    """A piece of a line: its characters and itself with their corners, in points of the picture, y falling."""

    characters: tuple[tuple[str, Numbers], ...]
    box: Numbers
    score: float

    @property
    def left(self) -> float:
        """Where it begins."""
        return float(self.box[:, 0].min())

    @property
    def right(self) -> float:
        """Where it ends."""
        return float(self.box[:, 0].max())

    @property
    def top(self) -> float:
        """Where it begins from above: of a line that leans, in its middle."""
        return float(self.box[:2, 1].mean())

    @property
    def bottom(self) -> float:
        """Where it ends."""
        return float(self.box[2:, 1].mean())

    @property
    def height(self) -> float:
        """How high it is."""
        return self.bottom - self.top

    @property
    def tilt(self) -> float:
        """By how many degrees it leans; positive where it falls to the right."""
        along = self.box[1] - self.box[0]
        return float(np.degrees(np.arctan2(along[1], along[0])))

    @property
    def is_tall(self) -> bool:
        """Whether it stands on end."""
        return self.height > TALL * (self.right - self.left)

    @property
    def is_wide(self) -> bool:
        """Whether it lies level."""
        return self.right - self.left > TALL * self.height

    def turned(self, turn: Numbers) -> TextPiece:
        """The piece where a turn of the picture puts it."""
        characters = tuple((character, turned_points(place, turn)) for character, place in self.characters)
        return TextPiece(characters, turned_points(self.box, turn), self.score)


@cache
def engine() -> Any:
    """The engine with its models, loaded once a process; on one core, so that a server stays quick for its readers."""
    from rapidocr import RapidOCR

    threads = {f"EngineConfig.onnxruntime.{name}_op_num_threads": 1 for name in ("intra", "inter")}
    return RapidOCR(params={"Global.log_level": "critical", "Global.max_side_len": 4_000, "Global.use_cls": False,
                            **threads})  # fmt: skip


def page_text(picture: Pixels) -> tuple[str, tuple[TextTable, ...]]:
    """The text of the picture of a page with its tables; "" for a page without any."""
    picture, pieces = upright(picture)
    lean = lean_of(pieces)
    if LEAST_LEAN <= abs(lean) <= MOST_LEAN:
        turn = turn_back(picture, lean)
        picture, pieces = turned(picture, turn), [piece.turned(turn) for piece in pieces]
    scale = LONG_SIDE / max(picture.shape)
    glyphs = [glyph for piece in in_reading_order(pieces) for glyph in glyphs_of(piece, picture.shape[0], scale)]
    return laid_out(page_blocks(glyphs, picture_rules(picture, scale)))


def lean_of(pieces: Sequence[TextPiece]) -> float:
    """By how many degrees the long lines of a page lean; 0 where it has none."""
    tilts = [piece.tilt for piece in pieces if piece.right - piece.left > LONG * piece.height]
    return float(np.median(tilts)) if tilts else 0.0


def upright(picture: Pixels) -> tuple[Pixels, list[TextPiece]]:
    """The picture turned so that its lines are level and not upside down, with its pieces of text."""
    pieces = pieces_of(picture)
    tall = sum(piece.is_tall for piece in pieces)
    lying = tall > sum(piece.is_wide for piece in pieces)
    if not pieces or (not lying and sureness(pieces) >= POOR):
        return picture, pieces
    other = [np.ascontiguousarray(np.rot90(picture, turns)) for turns in ((1, 3) if lying else (2,))]
    tried = [(picture, pieces), *((each, pieces_of(each)) for each in other)]
    return max(tried, key=lambda one: sureness(one[1]))


def sureness(pieces: Sequence[TextPiece]) -> float:
    """How sure the pieces are on average, by their characters; tall ones, of lines that stand on end, not at all."""
    total = sum(len(piece.characters) for piece in pieces)
    level = (piece for piece in pieces if not piece.is_tall)
    return sum(piece.score * len(piece.characters) for piece in level) / total if total else 0.0


def pieces_of(picture: Pixels) -> list[TextPiece]:
    """The pieces of text that the engine finds."""
    found = engine()(picture, return_word_box=True, return_single_char_box=True)
    if found.boxes is None or found.word_results is None:
        return []
    return [
        TextPiece(
            tuple((character, corners(place)) for character, _, place in words if character.strip()),
            corners(box),
            float(score),
        )
        for box, words, score in zip(found.boxes, found.word_results, found.scores, strict=True)
        if any(each[0].strip() for each in words)
    ]


def corners(box: Any) -> Numbers:
    """The four corners of a box from the top left, a row each."""
    return np.asarray(box, dtype=np.float64)


def in_reading_order(pieces: Sequence[TextPiece]) -> Iterator[TextPiece]:
    """The pieces line by line from the top, each line from the left."""
    line: list[TextPiece] = []
    for piece in sorted(pieces, key=lambda each: each.top + each.bottom):
        if line and (piece.top + piece.bottom) / 2 > line[0].bottom - MARGIN * line[0].height:
            yield from sorted(line, key=lambda each: each.left)
            line = []
        line.append(piece)
    yield from sorted(line, key=lambda each: each.left)


def glyphs_of(piece: TextPiece, high: int, scale: float) -> Iterator[Glyph]:
    """The characters of a piece in points, y rising; each reaches to the next one where there is no gap of a word."""
    top, bottom = (high - piece.top) * scale, (high - piece.bottom) * scale
    margin = MARGIN * (top - bottom)
    lefts = [float(place[:, 0].min()) for _, place in piece.characters]
    rights = [float(place[:, 0].max()) for _, place in piece.characters]
    for at, (character, _) in enumerate(piece.characters):
        following = lefts[at + 1] if at + 1 < len(lefts) else rights[at]
        end = following if following - rights[at] <= WORD_GAP * piece.height else rights[at]
        yield Glyph(character, lefts[at] * scale, max(end, lefts[at]) * scale, bottom + margin, top - margin)
