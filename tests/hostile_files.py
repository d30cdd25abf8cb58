"""Files that mean harm or are badly damaged, by a seeded draw: every kind that a reader of reports may be handed."""

from __future__ import annotations

import base64
import io
import random
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator

from hostile_pdfs import deep_pdf, many_paged_pdf, packed_pdf, self_calling_pdf, spoilt_pdf
from report_files import REPORT, docx, paragraph, web_report, word_report, zipped
from spoiling import junk, spoilt

Draw = random.Random
Made = tuple[str, bytes]  # suffix, content
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
SCRAPS = (
    "受理行政复议案件127件", "出庭应诉率100%", "\f", "\t", "(", ")", "“", "《", "一、", "12件,", "1 ", "98..5%",
    "1²7件", "其中", "百分之", "截至", "同比增长", "习(xí)", "?", "□", "\u202e", "\u200b", "\ufeff", "\U0001f600",
    "\ud800", "9" * 50, ",", "|", "第1页", "2022年", "\r", "\n", "\x00", "\x1b", "%PDF-1.7", "<html>",
    "MIME-Version: 1.0", "PK\x03\x04",
)  # fmt: skip
MAIN = b'<Override PartName="/word/../../x" ContentType="wordprocessingml.document.main+xml"/>'


def scraps(draw: Draw, pieces: int) -> str:
    return "".join(draw.choice(SCRAPS) for _ in range(pieces))


# Text


def mixed_text(draw: Draw) -> Made:
    encoding = draw.choice(("utf-8", "utf-16", "utf-32", "gb18030", "big5hkscs", "utf-16-be"))
    return ".txt", scraps(draw, draw.randint(1, 3_000)).encode(encoding, "replace")


def repeated_text(draw: Draw) -> Made:
    return ".txt", (scraps(draw, draw.randint(1, 3)) * draw.choice((1_000, 20_000))).encode("utf-8", "replace")


def endless_line(draw: Draw) -> Made:
    return ".txt", (
        "甲" * draw.randint(900, 200_000) + "受理行政复议案件127件" + "甲" * draw.randint(0, 3_000)
    ).encode()


def page_breaks(draw: Draw) -> Made:
    return ".txt", (b"\f" * draw.choice((1_000, 1_000_000))) + REPORT.encode()


def random_bytes(draw: Draw) -> Made:
    return draw.choice((".txt", ".pdf", ".docx", ".doc", ".html", ".zip")), junk(draw, draw.randint(0, 50_000))


def spoilt_text(draw: Draw) -> Made:
    return ".txt", spoilt(draw, REPORT.encode(draw.choice(("utf-8", "gb18030", "utf-16"))))


def speaks_of_pdf(draw: Draw) -> Made:
    return ".txt", ("甲" * draw.randint(0, 300) + "一个 %PDF- 文件。" + REPORT).encode()


# Pages


def nested_page(draw: Draw) -> Made:
    tag = draw.choice(("div", "table><tr><td", "span", "ul><li", "sup", "font", "b", "a", "p"))
    return ".html", ("<html><body>" + f"<{tag}>" * draw.choice((300, 5_000, 50_000)) + REPORT).encode()


def scripted_page(draw: Draw) -> Made:
    piece = draw.choice(
        ("<script></script>", "甲<script>1</script>", "<style></style>乙", "<p style='display:none'>1</p>")
    )
    return ".html", ("<html><body>" + piece * draw.choice((500, 40_000)) + REPORT).encode()


def page_of_attributes(draw: Draw) -> Made:
    names = " ".join(f"a{n}=1" for n in range(draw.choice((500, 200_000))))
    return ".html", f"<html><body><p {names}>{REPORT}</p>".encode()


def page_of_tables(draw: Draw) -> Made:
    span = draw.choice(("1", "99999", "²", "-1", "9" * 5_000, "x"))
    row = f"<tr><td colspan='{span}'>甲</td><td>127件</td><td>1<sup>2</sup>7件</td></tr>"
    return ".html", ("<html><body><table>" + row * draw.choice((3, 3_000)) + "</table>" + REPORT).encode()


def spoilt_page(draw: Draw) -> Made:
    page = web_report().replace("utf-8", draw.choice(("utf-8", "gbk", "utf-7", "x" * 300, "utf-16"))).encode()
    return ".html", spoilt(draw, page)


# Word


def spanning(width: str) -> str:
    """A table of which a cell takes so many columns."""
    cell = f"<w:tc><w:tcPr><w:gridSpan w:val='{width}'/></w:tcPr>{paragraph('甲')}</w:tc>"
    return f"<w:tbl><w:tr>{cell}<w:tc>{paragraph('127件')}</w:tc></w:tr></w:tbl>"


def word_body(draw: Draw) -> Made:
    body = draw.choice((
        "<w:p><w:r><w:t>1<!--x-->27</w:t></w:r></w:p>",
        spanning("²"), spanning("9" * 5_000), spanning("-1"),
        "<w:p>" * 200 + "</w:p>" * 200,
        "<w:sdt><w:sdtContent>" * 300 + paragraph("127件"),
        "<w:p><w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr><w:t>2</w:t></w:r></w:p>",
    ))  # fmt: skip
    return ".docx", docx(body + paragraph(REPORT))


def entities(draw: Draw) -> Made:
    lines = "".join(f"<!ENTITY e{n} '{f'&e{n - 1};' * 10}'>" for n in range(1, 12))
    return ".docx", docx(paragraph("&e11;"), before=f"<!DOCTYPE w [<!ENTITY e0 '{'x' * draw.randint(1, 50)}'>{lines}]>")


def large_word(draw: Draw) -> Made:
    return ".docx", docx(paragraph("受理行政复议案件127件。") * draw.choice((2_000, 400_000)))


def spoilt_word(draw: Draw) -> Made:
    return ".docx", spoilt(draw, word_report())


def other_office(draw: Draw) -> Made:
    members = draw.choice((
        {"[Content_Types].xml": b"<x/>", "xl/workbook.xml": b"<x/>"},
        {"mimetype": b"application/epub+zip", "META-INF/container.xml": b"<x/>"},
        {"OFD.xml": b"<ofd/>", "Doc_0/Document.xml": b"<x/>"},
        {"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<x/>"},
        {"[Content_Types].xml": b"<Types/>"},
        {"[Content_Types].xml": MAIN},
    ))  # fmt: skip
    return draw.choice((".docx", ".zip", ".ofd")), zipped(members)


def flat_word(draw: Draw) -> Made:
    space = draw.choice(("http://schemas.microsoft.com/office/word/2003/wordml", "urn:x", "urn:" + "y" * 2_000))
    body = "<w:p><w:r><w:t>127件</w:t></w:r></w:p>" * draw.choice((1, 5_000))
    xml = f'<?xml version="1.0"?><w:wordDocument xmlns:w="{space}"><w:body>{body}</w:body></w:wordDocument>'.encode()
    return ".doc", spoilt(draw, xml) if draw.random() < 0.5 else xml


def old_word(draw: Draw) -> Made:
    body = "WordDocument".encode("utf-16-le") + junk(draw, draw.randint(0, 30_000))
    return ".doc", OLE + junk(draw, draw.randint(0, 600)) + draw.choice((body, b"", body[:100]))


# Archives


def lying_zip(draw: Draw) -> Made:
    """The headers say ten bytes; what comes out is as much as is safe, and more."""
    size = draw.choice((1 << 16, 20 << 20, 260 << 20))
    packer = zlib.compressobj(9, wbits=-15)
    packed = b"".join(packer.compress(b"0" * (1 << 20)) for _ in range(max(1, size >> 20))) + packer.flush()
    name, suffix = (b"word/document.xml", ".docx") if draw.random() < 0.5 else (b"a.txt", ".zip")
    head = struct.pack("<HHHHHIIIHH", 20, 0, 8, 0, 0, 0, len(packed), 10, len(name), 0)
    local = b"PK\x03\x04" + head + name + packed
    entry = b"PK\x01\x02" + struct.pack("<H", 20) + head + struct.pack("<HHHII", 0, 0, 0, 0, 0) + name
    end = b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, 1, 1, len(entry), len(local), 0)
    return suffix, local + entry + end


def named_zip(draw: Draw) -> Made:
    names = (
        "../../a.txt",
        "/etc/passwd",
        "a" * 60_000,
        "\u202etxt.a",
        "甲/乙.txt",
        "a\n.txt",
        "con.txt",
        ".hidden",
        "x/",
        "b.txt",
    )
    return ".zip", zipped({name: REPORT.encode() for name in draw.sample(names, 4)})


def nested_zip(draw: Draw) -> Made:
    data = REPORT.encode()
    for _ in range(draw.randint(1, 12)):
        data = zipped({"a.zip": data, "b.txt": REPORT.encode()})
    return ".zip", data


def crowded_zip(draw: Draw) -> Made:
    return ".zip", zipped({f"{n}.txt": b"" for n in range(draw.choice((50, 6_000)))})


def twice_named_zip(draw: Draw) -> Made:
    target = io.BytesIO()
    with zipfile.ZipFile(
        target, "w", draw.choice((zipfile.ZIP_STORED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA))
    ) as archive:
        for name in ("a.txt", "a.txt", "b.html"):
            archive.writestr(zipfile.ZipInfo(name), scraps(draw, 200).encode("utf-8", "replace"))
    return ".zip", target.getvalue()


def spoilt_zip(draw: Draw) -> Made:
    return ".zip", spoilt(
        draw, zipped({"a.txt": REPORT.encode(), "b.docx": word_report(), "c.html": web_report().encode()})
    )


# Mails and what is not read


def mail(draw: Draw) -> Made:
    depth = draw.choice((1, 5, 200))
    opened = "".join(f'Content-Type: multipart/mixed; boundary="b{n}"\r\n\r\n--b{n}\r\n' for n in range(depth))
    coding = draw.choice(("base64", "quoted-printable", "7bit", "x-unknown"))
    body = base64.b64encode(REPORT.encode()).decode() if coding == "base64" else REPORT
    charset = draw.choice(("utf-8", "gbk", "nonsense", "utf-16"))
    kind = f"Content-Type: text/{draw.choice(('plain', 'html'))}; charset={charset}\r\n"
    whole = f"MIME-Version: 1.0\r\n{opened}{kind}Content-Transfer-Encoding: {coding}\r\n\r\n{body}".encode()
    return draw.choice((".mht", ".eml", ".doc")), spoilt(draw, whole) if draw.random() < 0.5 else whole


def foreign(draw: Draw) -> Made:
    head = draw.choice(
        (b"{\\rtf1", b"\x1f\x8b", b"7z\xbc\xaf\x27\x1c", b"Rar!\x1a\x07", b"\x89PNG\r\n", b"II*\0", b"GIF89a")
    )
    return draw.choice((".txt", ".pdf", ".doc")), head + junk(draw, draw.randint(0, 3_000))


KINDS: tuple[Callable[[Draw], Made], ...] = (
    mixed_text, repeated_text, endless_line, page_breaks, random_bytes, spoilt_text, speaks_of_pdf,
    nested_page, scripted_page, page_of_attributes, page_of_tables, spoilt_page,
    word_body, entities, large_word, spoilt_word, other_office, flat_word, old_word,
    lying_zip, named_zip, nested_zip, crowded_zip, twice_named_zip, spoilt_zip,
    self_calling_pdf, packed_pdf, many_paged_pdf, deep_pdf, spoilt_pdf, mail, foreign,
)  # fmt: skip


def hostile_files(count: int, seed: int) -> Iterator[tuple[str, bytes]]:
    """Names and contents of so many files, of each kind in turn."""
    for number in range(count):
        kind = KINDS[number % len(KINDS)]
        suffix, data = kind(random.Random(seed + number))  # noqa: S311 (a seeded draw, no secret)
        yield f"{number:04}-{kind.__name__}{suffix}", data
