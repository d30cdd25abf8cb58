"""Hostile PDF files: forms that call themselves, streams that unpack to gigabytes, pages without end."""

from __future__ import annotations

import random
import zlib

from report_files import REPORT, pdf
from spoiling import spoilt

Draw = random.Random
Made = tuple[str, bytes]  # suffix, content


def pdf_of(*objects: bytes) -> bytes:
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % (n, each) for n, each in enumerate(objects, 1))
    return b"%PDF-1.7\n" + body + b"trailer\n<</Root 1 0 R>>\n%%EOF"


def stream(head: bytes, data: bytes, *, packed: bool = False) -> bytes:
    data = zlib.compress(data, 9) if packed else data
    return b"<<%s%s/Length %d>>\nstream\n%s\nendstream" % (
        head,
        b"/Filter/FlateDecode" if packed else b"",
        len(data),
        data,
    )


def self_calling_pdf(draw: Draw) -> Made:
    """A form that draws itself, or forms of which each draws the next several times."""
    catalog, pages = b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>>>"
    calls = draw.choice((1, 2, 8, 20))
    own = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X %d 0 R>>>>"
    depth = draw.choice((0, 3, 8))
    forms = [stream(own % (6 + n), b"/X Do\n" * calls) for n in range(depth)]
    last = stream(own % (5 + depth), b"/X Do\n" * calls if depth == 0 else b"")
    return ".pdf", pdf_of(catalog, pages, page, stream(b"", b"/X Do"), *forms, last)


def packed_pdf(draw: Draw) -> Made:
    size = draw.choice((1 << 20, 100 << 20, 900 << 20))
    packer = zlib.compressobj(9)
    data = b"".join(packer.compress(b" " * (1 << 20)) for _ in range(size >> 20)) + packer.flush()
    contents = b"<</Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream" % (len(data), data)
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>"
    return ".pdf", pdf_of(b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>", page, contents)


def many_paged_pdf(draw: Draw) -> Made:
    """Thousands of pages that share their contents, or a tree of pages that holds itself."""
    count = draw.choice((10, 1_900, 30_000))
    kids = b"3 0 R " * count if draw.random() < 0.7 else b"2 0 R 3 0 R"
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>"
    text = stream(b"", b"BT /F 9 Tf 1 1 Td (12) Tj ET\n" * draw.choice((1, 400)))
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
    tree = b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, count)
    return ".pdf", pdf_of(b"<</Type/Catalog/Pages 2 0 R>>", tree, page, text, font)


def deep_pdf(draw: Draw) -> Made:
    return ".pdf", pdf_of(b"[" * draw.choice((100, 100_000)), b"<<" * draw.choice((10, 50_000)))


def spoilt_pdf(draw: Draw) -> Made:
    return ".pdf", spoilt(draw, pdf([REPORT.replace("青", draw.choice("青\U00020000\U0001f600")).split("\n")]))
