"""One report written as every kind of file, by hand: what a reader gets in a test is what stands here."""

from __future__ import annotations

import io
import zipfile
from html import escape

REPORT = """青禾县2022年法治政府建设年度报告
一、主要举措和成效
(一)依法化解行政争议。全年收到行政复议申请127件,受理118件,办结112件,按时办结率100%。
(二)规范行政执法。开展“双随机”抽查36次,检查市场主体1,482户,查处案件57宗,同比下降12.5%。
二、存在的问题
部分单位负责人出庭应诉率为91.7%,与要求还有差距。"""
TABLE = (("项目", "2021年", "2022年"), ("行政复议(件)", "98", "118"), ("行政应诉(件)", "41", "36"))
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def zipped(files: dict[str, bytes]) -> bytes:
    """A zip file with these members."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return target.getvalue()


def paragraph(text: str) -> str:
    """A paragraph of a Word file, cut into two runs as Word likes to do."""
    half = len(text) // 2
    runs = "".join(f'<w:r><w:t xml:space="preserve">{escape(part)}</w:t></w:r>' for part in (text[:half], text[half:]))
    return f"<w:p>{runs}</w:p>"


def word_table(rows: tuple[tuple[str, ...], ...]) -> str:
    """A table of a Word file."""
    cells = ("".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) for row in rows)
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


def docx(body: str, before: str = "") -> bytes:
    """A Word file with this body."""
    xml = f'<?xml version="1.0" encoding="UTF-8"?>{before}<w:document {_W}><w:body>{body}</w:body></w:document>'
    return zipped({"[Content_Types].xml": b"<Types/>", "word/document.xml": xml.encode()})


def word_report(text: str = REPORT) -> bytes:
    """The report as a Word file."""
    return docx("".join(map(paragraph, text.split("\n"))))


def web_report(text: str = REPORT, table: str = "") -> str:
    """The report as a page of a government site: menu, place in the site, buttons, the article, links, imprint."""
    title, *paragraphs = text.split("\n")
    article = "".join(f"<p style='text-indent:2em'>&emsp;&emsp;<span>{escape(each)}</span></p>" for each in paragraphs)
    menu = "".join(f"<li><a href='/{n}'>政务公开栏目第{n}项导航文字</a></li>" for n in range(30))
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{title}_青禾县人民政府</title>
<meta name="ArticleTitle" content="{title}"><meta name="PubDate" content="2023-01-20 09:30">
<style>p {{ color: red }}</style><script>var count = "浏览次数999件";</script></head><body>
<nav>首页 政务公开</nav><div class="menu"><ul>{menu}</ul></div>
<div class="main"><div class="path">当前位置:首页 &gt; 政务公开</div><h1>{title}</h1>
<div class="tools">字体:大 中 小 打印 关闭</div><div class="text">{article}{table}</div></div>
<div class="related"><ul>{menu}</ul></div><footer>版权所有:青禾县人民政府</footer></body></html>"""


def pdf(pages: list[list[str]]) -> bytes:
    """A PDF file with a text layer: lines of text on pages, in a font that every viewer has."""
    return pdf_of(
        [
            "".join(
                f"BT /F1 10 Tf 40 {800 - 16 * at} Td <{line.encode('utf-16-be').hex()}> Tj ET\n"
                for at, line in enumerate(lines)
            )
            for lines in pages
        ]
    )


def pdf_of(drawn: list[str]) -> bytes:
    """A PDF file of pages that are drawn by these operators; F1 is a font that every viewer has."""
    kids = " ".join(f"{number} 0 R" for number in range(5, 5 + 2 * len(drawn), 2))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(drawn)} /Kids [{kids}] >>",
        "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>",
        "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 "
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> >>",
    ]
    for number, shown in enumerate(drawn):
        page = f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {6 + 2 * number} 0 R "
        objects.append(page + "/Resources << /Font << /F1 3 0 R >> >> >>")
        objects.append(f"<< /Length {len(shown)} >>\nstream\n{shown}endstream")
    return _pdf_of(objects)


def _pdf_of(objects: list[str]) -> bytes:
    """The objects with their numbers, the table of their places and the trailer."""
    body, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, start=1):
        places.append(len(body))
        body += f"{number} 0 obj\n{each}\nendobj\n".encode()
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    trailer = f"trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{len(body)}\n%%EOF"
    end = f"xref\n0 {size}\n0000000000 65535 f \n{table}{trailer}"
    return body + end.encode()


def wrapped(text: str, width: int) -> list[str]:
    """Every paragraph broken at the margin, its first line indented by two characters."""
    lines = []
    for each in text.split("\n"):
        indented = "\u3000\u3000" + each
        lines.extend(indented[at : at + width] for at in range(0, len(indented), width))
    return lines
