"""Scans of reports: pages drawn with a Chinese font, as PDF files, pictures and a TIFF file of several pages."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from PIL import Image, ImageDraw, ImageFont

FONTS = [f"/usr/share/fonts/opentype/noto/Noto{name}.ttc" for name in ("SansCJK-Regular", "SerifCJK-Bold")]
PLACES = ("万源市", "开原市", "城东区", "盐田区", "沭阳县", "望谟县", "兰考县")
LINES = (
    "坚持依法行政，持续推进法治政府建设。",
    "全年收到行政复议申请{}件，办结{}件。",
    "人民调解组织调处矛盾纠纷{}件。",
)
# A page of A4 at 200 points an inch.
SIZE, DOTS, LEFT, TOP, STEP = (1654, 2339), 200, 160, 240, 82


def print_in(size: int) -> ImageFont.FreeTypeFont:
    """A Chinese font in this size."""
    font = next((name for name in FONTS if Path(name).is_file()), "")
    if not font:
        pytest.skip("no Chinese font to draw a page with")
    return ImageFont.truetype(font, size)


def page(place: str, year: int, number: int, lines: int = 8) -> Image.Image:
    """A page of a report, from 0; its first has the title."""
    chance, drawn = Random(f"{place}{year}{number}"), Image.new("L", SIZE, 255)  # noqa: S311 (figures of a test)
    draw = ImageDraw.Draw(drawn)
    if number == 0:
        draw.text((LEFT, TOP // 2), f"{place}{year}年法治政府建设年度报告", 0, print_in(46))
    for at in range(lines):
        line = LINES[at % len(LINES)].format(chance.randint(100, 900), chance.randint(20, 90))
        draw.text((LEFT, TOP + at * STEP), line, 0, print_in(34))
    return drawn


def scans(folder: Path, files: int, pages: int, lines: int = 8) -> None:
    """So many PDF files of so many pages; beside them pictures, a PNG and a JPEG of one page and a TIFF of as many."""
    folder.mkdir(parents=True, exist_ok=True)
    for at in range(files):
        place, year = PLACES[at % len(PLACES)], 2005 + at // len(PLACES)
        first, *others = (page(place, year, number, lines) for number in range(pages))
        first.save(folder / f"{at:04d}.pdf", save_all=True, append_images=others, resolution=DOTS)
    page(PLACES[0], 2003, 0, lines).save(folder / "a.png")
    page(PLACES[1], 2003, 0, lines).save(folder / "b.jpg", quality=85)
    first, *others = (page(PLACES[2], 2003, number, lines) for number in range(pages))
    first.save(folder / "c.tif", save_all=True, append_images=others)
