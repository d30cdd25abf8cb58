"""One report in every format is one report."""

from __future__ import annotations

import hashlib
import os
from datetime import date
from pathlib import Path

import pytest
from opencc import OpenCC
from shipped_reading import clean_text, read_file

from faheng.reading.texts.readers.pdf_fonts import box_font
from tests.box_font import box_font as made_box_font
from tests.report_files import REPORT, TABLE, docx, paragraph, pdf, web_report, word_report, word_table, wrapped, zipped

TRADITIONAL = OpenCC("s2t").convert(REPORT)
FORMS = {
    "report.txt": REPORT.encode(),
    "gb.txt": REPORT.encode("gb18030"),
    "windows.md": REPORT.replace("\n", "\r\n").encode("utf-16"),
    "traditional.txt": TRADITIONAL.encode(),
    "page.html": web_report().encode(),
    "gb.html": web_report().replace("utf-8", "gb2312").encode("gb18030"),
    "report.docx": word_report(),
    "traditional.docx": word_report(TRADITIONAL),
    "report.pdf": pdf([REPORT.split("\n")[:3], REPORT.split("\n")[3:]]),
    "wrapped.pdf": pdf([[*wrapped(REPORT, 26)[:6], "- 1 -"], [*wrapped(REPORT, 26)[6:], "- 2 -"]]),
    "named.txt": word_report(),
    "named.docx": REPORT.encode(),
}


def written(folder: Path, name: str, data: bytes) -> Path:
    """A file with these bytes."""
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("name", FORMS)
def test_every_format_gives_the_same_clean_text(name: str, tmp_path: Path) -> None:
    """Text in any encoding, web page, Word file, PDF, traditional characters, and files with the wrong suffix."""
    path = written(tmp_path, name, FORMS[name])
    (original,) = read_file(path)

    assert REPORT == clean_text(original.text).text
    assert (path.stem, hashlib.sha256(FORMS[name]).hexdigest()) == (original.name, original.sha256)


def test_the_reader_says_what_the_file_was(tmp_path: Path) -> None:
    """Content decides, not the suffix."""
    readers = {name: read_file(written(tmp_path, name, data))[0].reader for name, data in FORMS.items()}

    assert ("docx", "txt", "pdf", "html") == tuple(
        readers[n] for n in ("named.txt", "named.docx", "report.pdf", "gb.html")
    )


def test_a_plain_text_is_not_altered(tmp_path: Path) -> None:
    """Offsets of evidence are offsets of the decoded file itself."""
    text = "　　１５００件 \r\n習(xí)近平\r\n"

    assert text == read_file(written(tmp_path, "a.txt", text.encode()))[0].text


def test_a_page_states_its_title_and_day(tmp_path: Path) -> None:
    """From the head of the page; menus and scripts are not read."""
    (original,) = read_file(written(tmp_path, "a.html", web_report().encode()))

    assert ("青禾县2022年法治政府建设年度报告", date(2023, 1, 20)) == (original.title, original.published_on)
    assert "浏览次数" not in original.text
    assert "导航" not in original.text


def test_the_day_is_read_from_the_page_where_the_head_is_silent(tmp_path: Path) -> None:
    """发布时间 beside the title."""
    page = web_report().replace('<meta name="PubDate" content="2023-01-20 09:30">', "")
    page = page.replace("打印 关闭", "发布时间:2023年1月5日 10:20 打印 关闭")

    assert date(2023, 1, 5) == read_file(written(tmp_path, "a.html", page.encode()))[0].published_on


def test_a_table_of_a_page_keeps_rows_and_columns(tmp_path: Path) -> None:
    """Cells by tabs, rows by lines, in their place in the text."""
    rows = "".join("<tr>" + "".join(f"<td>\n <p>{cell}</p>\n</td>" for cell in row) + "</tr>\n" for row in TABLE)
    table = f"<p>附表如下。</p><table><tr><th colspan='3'>办理情况</th></tr>{rows}</table><p>特此报告。</p>"
    text = clean_text(read_file(written(tmp_path, "a.html", web_report(table=table).encode()))[0].text).text

    expected = "\n".join(["附表如下。", "办理情况", *("\t".join(row) for row in TABLE), "特此报告。"])
    assert text.endswith(expected)


def test_a_table_that_lays_out_the_page_is_text(tmp_path: Path) -> None:
    """Old pages put everything in one table."""
    cells = "".join(f"<p>{each}</p>" for each in REPORT.split("\n"))
    page = f"<html><body><table><tr><td>&nbsp;</td><td>{cells}</td></tr></table></body></html>"

    assert REPORT == clean_text(read_file(written(tmp_path, "a.html", page.encode()))[0].text).text


def test_a_word_table_stands_where_it_stands(tmp_path: Path) -> None:
    """Between the paragraphs around it."""
    data = docx(paragraph("附表如下。") + word_table(TABLE) + paragraph("特此报告。"))
    expected = "\n".join(["附表如下。", *("\t".join(row) for row in TABLE), "特此报告。"])

    assert expected == read_file(written(tmp_path, "a.docx", data))[0].text


def test_a_word_file_is_read_inside_controls_and_without_deleted_text(tmp_path: Path) -> None:
    """What Word prints is read: content controls, insertions, text boxes; deleted text is not."""
    control = f"<w:sdt><w:sdtContent>{paragraph('受理12件。')}</w:sdtContent></w:sdt>"
    changed = "<w:p><w:ins><w:r><w:t>办结11件</w:t></w:r></w:ins><w:del><w:r><w:t>10件</w:t></w:r></w:del></w:p>"
    box = f"<w:p><w:r><w:t>合计</w:t><w:pict><w:txbxContent>{paragraph('共23件')}</w:txbxContent></w:pict></w:r></w:p>"

    text = read_file(written(tmp_path, "a.docx", docx(control + changed + box)))[0].text
    assert ["受理12件。", "办结11件", "合计", "共23件"] == text.split("\n")


def test_an_archive_gives_every_report_it_holds(tmp_path: Path) -> None:
    """Folders are ignored, also names that climb out of them, and what macOS adds."""
    files = {"2022/甲县.txt": REPORT.encode(), "../../乙县.docx": word_report(), "__MACOSX/._甲县.txt": b"\0\5"}
    originals = read_file(written(tmp_path, "all.zip", zipped(files)))

    assert [("甲县", "txt"), ("乙县", "docx")] == [(each.name, each.reader) for each in originals]
    assert [tmp_path / "all.zip"] == list(tmp_path.iterdir())


def test_an_old_word_file_goes_through_antiword(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The program gets the file and its output is the text."""
    program = written(tmp_path, "antiword", b"#!/bin/sh\nprintf '%s' \"$1 $2 $3 $4\"\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le")

    assert "-m UTF-8.txt -w 0" == read_file(written(tmp_path, "a.doc", data))[0].text


def test_the_font_in_place_of_others_is_the_one_that_is_made() -> None:
    assert made_box_font() == box_font()
