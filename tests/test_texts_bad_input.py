"""Whatever is given, one line says what is wrong, and the rest is done."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest
from shipped_reading import read_file, read_reports

from faheng.errors import UnreadableFile
from faheng.reading.texts import files as reading
from tests.report_files import REPORT, docx, paragraph, pdf, web_report, word_report, zipped

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
BOMB = "<!DOCTYPE w:document [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]>"
ENCRYPTED_ZIP = bytearray(zipped({"a.txt": REPORT.encode()}))
ENCRYPTED_ZIP[6] |= 1
ENCRYPTED_ZIP[ENCRYPTED_ZIP.index(b"PK\x01\x02") + 8] |= 1


def mail_of(kind: str, content: bytes) -> bytes:
    """A mail whose text is these bytes in base64."""
    form, _, charset = kind.partition("+")
    head = f"MIME-Version: 1.0\r\nContent-Type: text/{form}; charset={charset or 'utf-8'}\r\n"
    return f"{head}Content-Transfer-Encoding: base64\r\n\r\n".encode() + base64.encodebytes(content)


BAD = {
    "empty.txt": (b"", "is empty"),
    "blank.txt": (b" \r\n\t ", "is empty"),
    "binary.txt": (bytes(range(256)) * 50, "is neither text"),
    "empty.docx": (docx(""), "holds no text"),
    "truncated.docx": (word_report()[:-200], "damaged or truncated zip"),
    "damaged.docx": (docx("<w:p>"), "is a damaged Word file"),
    "bomb.docx": (docx(paragraph("&b;"), before=BOMB), "defines entities"),
    "protected.docx": (OLE + "EncryptedPackage".encode("utf-16-le"), "protected by a password"),
    "sheet.doc": (OLE + "Workbook".encode("utf-16-le"), "no Word document"),
    "sheet.xlsx": (zipped({"[Content_Types].xml": b"<x/>", "xl/workbook.xml": b"<x/>"}), "is a spreadsheet"),
    "truncated.pdf": (pdf([REPORT.split("\n")])[:300], "damaged or truncated PDF"),
    "scan.pdf": (pdf([[]]), "has no text layer"),
    "deep.html": (b"<html><body><p>127</p>" + b"<div>" * 200_000 + b"127", "nests its elements more than 2,000 deep"),
    "bold.html": (b"<html><body>" + b"<b>1</b><font>" * 3_000, "nests its elements more than 2,000 deep"),
    "deep.docx": (docx("<w:sdt><w:sdtContent>" * 200 + "</w:sdtContent></w:sdt>" * 200), "nests its parts deeper"),
    "unseen.txt": ("\u200b\ufeff\u00ad\n".encode(), "holds no word and no number"),
    "signs.html": ("<html><body><p>。…—</p></body></html>".encode(), "holds no word and no number"),
    "zeros.txt": (bytes(3_000), "is neither text"),
    **{
        f"zeros-{kind}.eml": (mail_of(kind, bytes(3_000)), "is neither text")
        for kind in ("plain", "html", "plain+utf-16le")
    },
    "blank.eml": (mail_of("plain", b" \n"), "without text"),
    "unseen.eml": (mail_of("plain", "\u200b".encode()), "holds no word and no number"),
    "packed.rar": (b"Rar!\x1a\x07\x00" + b"\0" * 90, "is a RAR archive"),
    "photo.pdf": (b"\x89PNG\r\n\x1a\n", "is a picture"),
    "report.rtf": (b"{\\rtf1 }", "is an RTF file"),
    "script.html": (b"<html><body><script>load()</script></body></html>", "holds no text"),
    "protected.zip": (bytes(ENCRYPTED_ZIP), "protected by a password"),
    "empty.zip": (zipped({}), "is an empty zip file"),
    "nested.zip": (zipped({"inner.zip": zipped({"a.txt": b"a"})}), "inside a zip file"),
    "huge.zip": (zipped({"a.txt": b"0" * (60 << 20)}), "more than is safe"),
}


@pytest.mark.parametrize("name", BAD)
def test_one_line_says_what_is_wrong(name: str, tmp_path: Path) -> None:
    """It begins with the file, names the fault and says what to do."""
    data, fault = BAD[name]
    path = tmp_path / name
    path.write_bytes(data)

    with pytest.raises(UnreadableFile) as raised:
        read_file(path)
    assert str(raised.value).startswith(str(path))
    assert fault in str(raised.value)
    assert "\n" not in str(raised.value)
    assert "; " in str(raised.value)


@pytest.mark.parametrize("name", ["missing.txt", "."])
def test_what_is_no_file_is_refused(name: str, tmp_path: Path) -> None:
    """A missing file and a folder."""
    with pytest.raises(UnreadableFile, match=r"cannot be opened|is no ordinary file"):
        read_file(tmp_path / name)


def test_a_file_over_the_limit_is_not_even_read(tmp_path: Path) -> None:
    """A gigabyte is refused at once; the file is sparse, so nothing is written either."""
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(1 << 30)

    with pytest.raises(UnreadableFile, match="has 1024 MB"):
        read_file(path)


def test_an_old_word_file_without_antiword_names_the_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The message says what to install."""
    monkeypatch.setenv("PATH", str(tmp_path))
    path = tmp_path / "a.doc"
    path.write_bytes(OLE + "WordDocument".encode("utf-16-le"))

    with pytest.raises(UnreadableFile, match="install antiword or save it as docx"):
        read_file(path)


def test_one_bad_member_does_not_stop_the_others(tmp_path: Path) -> None:
    """The good ones are read, the bad one is named."""
    path = tmp_path / "all.zip"
    path.write_bytes(zipped({"a.txt": b"", "b.txt": REPORT.encode(), "c.pdf": b"%PDF-1.4 nothing"}))
    originals, problems = read_reports(path)

    assert ["b"] == [each.name for each in originals]
    assert [f"{path}/a.txt", f"{path}/c.pdf"] == [each.file for each in problems]


def test_a_zip_of_too_many_files_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Counted before anything is unpacked."""
    monkeypatch.setattr(reading.archive, "MOST_MEMBERS", 3)
    path = tmp_path / "many.zip"
    path.write_bytes(zipped({f"{n}.txt": b"text" for n in range(4)}))

    with pytest.raises(UnreadableFile, match="unpacks to 4 files"):
        read_file(path)


@pytest.mark.parametrize("tag", ["div", "ul", "table><tr><td", "span", "p"])
def test_a_deeply_nested_page_ends(tag: str, tmp_path: Path) -> None:
    """No recursion of ours, whatever the depth."""
    path = tmp_path / "deep.html"
    path.write_text("<html><body>" + f"<{tag}>" * 20_000 + "办结12件。" + web_report(), encoding="utf-8")

    originals, problems = read_reports(path)
    assert 1 == len(originals) + len(problems)


@pytest.mark.parametrize(
    "form", [word_report(), pdf([REPORT.split("\n")]), web_report().encode(), zipped({"a.txt": b"a"})]
)
def test_a_file_cut_off_anywhere_is_read_or_refused(form: bytes, tmp_path: Path) -> None:
    """Truncation at any place gives a report or one line, never another error."""
    path = tmp_path / "cut"
    for length in range(0, len(form), max(len(form) // 40, 1)):
        path.write_bytes(form[:length])
        originals, problems = read_reports(path)
        assert 1 == bool(originals) + bool(problems)
