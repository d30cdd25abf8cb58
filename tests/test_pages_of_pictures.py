"""A PDF or OFD file of which some pages are pictures: the others are read, and a line names those that were not."""

from __future__ import annotations

from pathlib import Path

import pytest
from report_files import pdf_of, zipped
from shipped_reading import SHIPPED, read_reports
from table_files import drawn_line

from faheng.errors import PicturesOnly, UnreadableFile
from faheng.reading.files import read_all
from faheng.reading.texts.files import original_of
from faheng.words.catalogue import words
from faheng.words.faults import fault_of_line

PICTURE = "q 200 0 0 200 50 500 cm BI /W 1 /H 1 /CS /G /BPC 8 ID x EI Q\n"
SENTENCE = "2023年全年受理行政复议案件118件。"
TEXT = drawn_line(SENTENCE, 40, 700)
OFD = 'xmlns:ofd="http://www.ofdspec.org/2016"'


def ofd_of(pages: list[str]) -> bytes:
    """An OFD file of these pages."""
    listed = "".join(f'<ofd:Page ID="{at}" BaseLoc="P{at}.xml"/>' for at in range(len(pages)))
    root = f"<ofd:OFD {OFD}><ofd:DocBody><ofd:DocRoot>D/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>"
    members = {"OFD.xml": root, "D/Document.xml": f"<ofd:Document {OFD}><ofd:Pages>{listed}</ofd:Pages></ofd:Document>"}
    members |= {f"D/P{at}.xml": f"<ofd:Page {OFD}>{page}</ofd:Page>" for at, page in enumerate(pages)}
    return zipped({name: text.encode() for name, text in members.items()})


_CODE = f'<ofd:TextCode X="0" Y="4">{SENTENCE}</ofd:TextCode>'
OFD_TEXT = f'<ofd:TextObject Boundary="20 20 160 8" Size="4">{_CODE}</ofd:TextObject>'
OFD_PICTURE = '<ofd:ImageObject Boundary="20 20 100 100" ResourceID="7"/>'
FILES = {
    "a.pdf": pdf_of([TEXT, PICTURE, TEXT + PICTURE, "", PICTURE]),
    "a.ofd": ofd_of([OFD_TEXT, OFD_PICTURE, OFD_TEXT + OFD_PICTURE, "", OFD_PICTURE]),
}


@pytest.mark.parametrize("name", FILES)
def test_the_pages_that_were_not_read_are_named(name: str, tmp_path: Path) -> None:
    """Not a page with text and a picture, nor an empty one."""
    path = tmp_path / name
    path.write_bytes(FILES[name])

    (original,), (problem,) = read_reports(path)
    (found,) = read_all([path], {}, jobs=1)

    assert (2, 5) == original.pictures
    assert SENTENCE in original.text.replace(" ", "")
    assert f"{path}: was read but for pictures without text on page 2, 5; give these pages as text" == str(problem)
    assert ((str(problem),), True) == (found.faults, bool(found.lines))
    assert f"“{name}”已读入，但第 2, 5 页是没有文字的图片，未读：请另行提供这几页的文字。" == fault_of_line(
        str(problem), words("zh")
    )


def test_a_file_of_text_alone_says_nothing() -> None:
    assert () == original_of(pdf_of([TEXT, "", TEXT]), "a.pdf", SHIPPED.texts).pictures


def test_pictures_alone_are_a_scan_and_no_report() -> None:
    with pytest.raises(PicturesOnly):
        original_of(pdf_of([PICTURE, PICTURE]), "a.pdf", SHIPPED.texts)
    with pytest.raises(UnreadableFile, match="only pictures of pages; save it as pdf"):
        original_of(ofd_of([OFD_PICTURE]), "a.ofd", SHIPPED.texts)
