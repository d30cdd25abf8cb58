"""The mark of a note is no digit of the number before it, however a file raises it."""

from __future__ import annotations

from pathlib import Path

import pytest
from report_files import docx, pdf_of
from shipped_reading import read_file
from test_more_formats import run

MARK = '<w:r><w:rPr><w:position w:val="8"/><w:sz w:val="19"/></w:rPr><w:t>1</w:t></w:r>'
NOTED = f"<w:p>{run('审查合同132')}{MARK}{run('份')}</w:p>"
SMALL = "BT /F1 12 Tf 40 700 Td <{}> Tj ET BT /F1 7 Tf {} 704 Td <0031> Tj ET BT /F1 12 Tf {} 700 Td <4EFD> Tj ET"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.docx", docx(NOTED)),
        ("a.html", "<p>审查合同132<sup><font size=2>1</font></sup>份</p>".encode()),
        ("a.rtf", rb"{\rtf1\ansi\ansicpg936 \'c9\'f3\'b2\'e9\'ba\'cf\'cd\'ac132{\up8 1}\'b7\'dd\par}"),
        ("a.pdf", pdf_of([SMALL.format("审查合同132".encode("utf-16-be").hex(), 124, 128)])),
    ],
)
def test_the_mark_of_a_note_is_no_digit_however_it_is_raised(tmp_path: Path, name: str, data: bytes) -> None:
    """By half-points, inside of another element, or as a smaller character that stands higher."""
    (tmp_path / name).write_bytes(data)

    assert "132¹份" in read_file(tmp_path / name)[0].text.replace(" ", "")
