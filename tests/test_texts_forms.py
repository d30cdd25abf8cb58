"""Forms of files that were read silently wrong, or refused with wrong advice: what is read, or the one line said."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest
from report_files import REPORT, docx, paragraph, pdf, word_report, word_table, zipped
from shipped_reading import clean_text, read_file, read_report

from faheng.errors import UnreadableFile
from faheng.model import Status
from faheng.reading.about.about import ReportAbout
from faheng.reading.texts.readers import docx as docx_reader

STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
WORD_2003 = "http://schemas.microsoft.com/office/word/2003/wordml"
USUAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PACKAGE = "http://schemas.microsoft.com/office/2006/xmlPackage"
BODY = "".join(map(paragraph, REPORT.split("\n")))
PAGE = "".join(f"<p>{line}</p>" for line in REPORT.split("\n"))
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def document(space: str, root: str = "document") -> str:
    """The report as the XML of a Word file of this namespace."""
    return f'<w:{root} xmlns:w="{space}"><w:body>{BODY}</w:body></w:{root}>'


def mail(kind: str, body: str, coding: str = "base64") -> bytes:
    """A mail or a web archive of one part."""
    coded = base64.encodebytes(body.encode("gb18030")).decode()
    head = 'From: <saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="----=_Next"\r\n\r\n'
    text = f"Content-Type: {kind}; charset=gb2312\r\nContent-Transfer-Encoding: {coding}\r\n\r\n{coded}\r\n"
    picture = "Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0K\r\n"
    return f"{head}------=_Next\r\n{text}------=_Next\r\n{picture}------=_Next--\r\n".encode()


ATTACHED = (
    b"MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
    b"--b\r\nContent-Type: text/plain\r\n\r\nsee below\r\n"
    b"--b\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; filename=a.pdf\r\n\r\n%PDF-\r\n--b--\r\n"
)
WORD_XML = '<?xml version="1.0"?><?mso-application progid="Word.Document"?>'


TYPES = f'<Types><Override PartName="/word/document2.xml" ContentType="{MAIN}"/></Types>'
FORMS = {
    "page.mht": mail("text/html", f"<html><body>{PAGE}</body></html>"),
    "page.doc": mail("text/html", f"<html><body>{PAGE}</body></html>"),
    "letter.eml": mail("text/plain", REPORT),
    "word2003.doc": WORD_XML + document(WORD_2003, "wordDocument"),
    "word2003.xml": document(WORD_2003, "wordDocument"),
    "flat.xml": f'<?xml version="1.0"?><pkg:package xmlns:pkg="{PACKAGE}"><pkg:part pkg:name="/word/document.xml" '
    f'pkg:contentType="{MAIN}"><pkg:xmlData>{document(USUAL)}</pkg:xmlData></pkg:part></pkg:package>',
    "strict.docx": zipped({"[Content_Types].xml": b"<Types/>", "word/document.xml": document(STRICT).encode()}),
    "second.docx": zipped({"[Content_Types].xml": TYPES.encode(), "word/document2.xml": document(USUAL).encode()}),
    "before.pdf": b"\r\nX-Saved-By: portal\r\n" + pdf([REPORT.split("\n")]),
}


def written(folder: Path, name: str, data: str | bytes) -> Path:
    (folder / name).write_bytes(data.encode() if isinstance(data, str) else data)
    return folder / name


@pytest.mark.parametrize("name", FORMS)
def test_the_whole_report_is_read(tmp_path: Path, name: str) -> None:
    """Every figure of it, as from a text file."""
    (original,) = read_file(written(tmp_path, name, FORMS[name]))

    assert REPORT == clean_text(original.text).text


def test_a_text_that_speaks_of_pdf_is_a_text(tmp_path: Path) -> None:
    text = f"文件以%PDF-1.7开头。\n{REPORT}"

    assert text == read_file(written(tmp_path, "a.txt", text))[0].text


def test_a_comment_parts_no_numeral(tmp_path: Path) -> None:
    """Word shows 127."""
    data = docx("<w:p><w:r><w:t>受理1<!--x-->2<?y z?>7件</w:t></w:r></w:p>")

    assert "受理127件" == read_file(written(tmp_path, "a.docx", data))[0].text


RAISED_RUN = "<w:r><w:rPr><w:vertAlign w:val='{}'/></w:rPr><w:t>1</w:t></w:r>"


@pytest.mark.parametrize("place", ["superscript", "subscript"])
def test_a_note_is_no_digit_of_a_word_file(tmp_path: Path, place: str) -> None:
    """12 with a note 1 is not 121."""
    run = "<w:r><w:t>{}</w:t></w:r>"
    data = docx(f"<w:p>{run.format('受理12')}{RAISED_RUN.format(place)}{run.format('件')}</w:p>")

    assert "受理12¹件" == read_file(written(tmp_path, "a.docx", data))[0].text


def test_a_note_is_no_digit_of_a_page(tmp_path: Path) -> None:
    page = f"<html><body><p>全年受理行政复议案件12<sup>1</sup>件,场地3m<sup>2</sup>。</p>{PAGE}</body></html>"

    assert "全年受理行政复议案件12¹件,场地3m²。" in read_file(written(tmp_path, "a.html", page))[0].text


@pytest.mark.parametrize("numeral", ["1²7", "12¹", "12₁"])
def test_a_numeral_with_a_note_in_it_waits_for_a_person(tmp_path: Path, numeral: str) -> None:
    """It was read as 1: what is printed may be 127, or 12 and a note."""
    (original,) = read_file(written(tmp_path, "a.txt", f"全年受理行政复议案件{numeral}件。"))

    (one,) = read_report(original, ReportAbout("a")).observations
    assert (numeral, Status.PROPOSED) == (one.value_text, one.status)


@pytest.mark.parametrize("width", ["²", "9" * 5_000, "-1", "0", "x"])
def test_an_odd_width_of_a_cell_does_no_harm(tmp_path: Path, width: str) -> None:
    table = word_table((("受理行政复议案件", "127件"),)).replace(
        "<w:tc>", f"<w:tc><w:tcPr><w:gridSpan w:val='{width}'/></w:tcPr>"
    )

    assert "127件" in read_file(written(tmp_path, "a.docx", docx(table)))[0].text


@pytest.mark.parametrize("sign", ["\U00020000", "\U0001f600"])
def test_a_character_outside_the_basic_plane_stands_in_a_pdf(tmp_path: Path, sign: str) -> None:
    """PDFium hands it out in two halves; half a character would stop every later line."""
    (original,) = read_file(written(tmp_path, "a.pdf", pdf([[f"办结{sign}事项127件"]])))

    assert original.text.encode("utf-8").decode("utf-8") == original.text
    assert "127件" in original.text


REFUSED = {
    "a.ofd": (zipped({"OFD.xml": b"<ofd/>", "Doc_0/Document.xml": b"<x/>"}), "is an OFD file"),
    "a.epub": (zipped({"mimetype": b"application/epub+zip", "META-INF/container.xml": b"<x/>"}), "electronic book"),
    "b.docx": (zipped({"[Content_Types].xml": b"<Types/>"}), "is an Office file without a document"),
    "a.eml": (ATTACHED, "is a mail with files attached"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_not_read_is_called_what_it_is(tmp_path: Path, name: str) -> None:
    data, fault = REFUSED[name]

    with pytest.raises(UnreadableFile, match=fault):
        read_file(written(tmp_path, name, data))


def test_a_short_old_word_file_is_no_damaged_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """antiword says that it cannot take it; the line says so too."""
    program = written(
        tmp_path, "antiword", '#!/bin/sh\necho "the text stream of this file is too small to handle." >&2\nexit 1\n'
    )
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le")

    with pytest.raises(UnreadableFile, match="holds too little text for antiword"):
        read_file(written(tmp_path, "a.doc", data))


def test_a_zip_that_lies_about_its_size_is_counted(tmp_path: Path) -> None:
    """What comes out counts, not what the header says."""
    data = bytearray(zipped({"a.txt": REPORT.encode() * 40}))
    for at in (22, data.index(b"PK\x01\x02") + 24):
        data[at : at + 4] = (1 << 31).to_bytes(4, "little")[:3] + b"\x00"

    path = written(tmp_path, "a.zip", bytes(data))
    with pytest.raises(UnreadableFile, match=r"damaged inside|more than"):
        read_file(path)


def test_a_word_file_of_before_is_still_read(tmp_path: Path) -> None:
    assert REPORT == clean_text(read_file(written(tmp_path, "a.docx", word_report()))[0].text).text


def test_a_word_file_of_too_much_text_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A small file that unpacks to more than anybody writes."""
    monkeypatch.setattr(docx_reader, "MOST_XML", 1 << 20)

    with pytest.raises(UnreadableFile, match="has a text of 3 MB, more than the 1 MB that a report can have"):
        read_file(written(tmp_path, "a.docx", docx(paragraph("甲乙丙丁" * 200) * 1_500)))
