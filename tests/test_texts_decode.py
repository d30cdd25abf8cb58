"""Bytes into text: every encoding that Chinese reports come in, whole, cut off and without a mark."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from opencc import OpenCC
from shipped_reading import decode

from faheng.errors import UnreadableFile
from tests.report_files import REPORT

TRADITIONAL = OpenCC("s2t").convert(REPORT)


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "gb18030", "gbk"]
)
@pytest.mark.parametrize("text", [REPORT, TRADITIONAL, REPORT[:30], REPORT.replace("\n", "\r\n")])
def test_every_encoding_gives_the_same_text(encoding: str, text: str) -> None:
    """With and without a byte order mark; line ends stay as they are."""
    assert text == decode(text.encode(encoding))


def test_big5() -> None:
    """Traditional texts from Big5 systems."""
    text = OpenCC("s2tw").convert(REPORT).replace("“", "「").replace("”", "」")

    assert text == decode(text.encode("big5hkscs"))


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16-le"])
def test_a_text_that_is_cut_off_keeps_what_is_there(encoding: str) -> None:
    """Half a character at the end costs that character."""
    assert decode(REPORT.encode(encoding)[:-4]).startswith(REPORT[:-4])


def test_one_damaged_character_does_not_change_the_encoding() -> None:
    """A sound text with a broken byte stays what it is."""
    data = REPORT.encode()
    torn = data[:200] + b"\xff" + data[200:]

    assert REPORT[-50:] == decode(torn)[-50:]


def test_what_a_page_declares_holds_only_if_it_is_true() -> None:
    """A wrong declaration is common, and no reason to misread."""
    assert REPORT == decode(REPORT.encode("gb18030"), declared="gb2312")
    assert REPORT == decode(REPORT.encode("gb18030"), declared="utf-8")


@pytest.mark.parametrize("data", [bytes(range(256)) * 40, b"\0" * 5000, b"\x7fELF" + b"\x01\x02\x00\x90" * 900])
def test_binary_is_refused(data: bytes) -> None:
    """One line that names the file."""
    with pytest.raises(UnreadableFile, match=r"^data\.bin: is neither text"):
        decode(data, name="data.bin")


@given(st.binary(max_size=400))
def test_any_bytes_are_text_or_are_refused(data: bytes) -> None:
    """No other outcome."""
    with suppress(UnreadableFile):
        assert isinstance(decode(data), str)
