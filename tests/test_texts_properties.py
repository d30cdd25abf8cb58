"""What holds for every text whatever: offsets point home, cleaning settles, time grows with the length alone."""

from __future__ import annotations

import tracemalloc
import unicodedata

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from opencc import OpenCC
from shipped_reading import clean_text

from faheng.data.declared import Names
from faheng.data.wording.cleaning import CHARACTERS
from faheng.data.wording.cleaning import VARIANTS as VARIANT_WORDS
from faheng.paths import DATA

SCRAPS = [
    "习(xí)近平",
    "行政复议",
    "１２７",
    "98.3%",
    "，，",
    "、",
    "。",
    "\n",
    "\n\n",
    "\r\n",
    "\f",
    "　　",
    " ",
    "\t",
    "? ? ? ",
    "□",
    "�",
]
SCRAPS += [
    "一、",
    "(一)",
    "1.",
    "2①",
    "覆議",
    "開庭",
    "GDP ",
    "app",
    "打印 关闭",
    "- 3 -",
    "第 3 页",
    "\u200b",
    "“",
    "”",
    "(",
    ")",
    "1 500件",
]
TEXTS = st.one_of(st.text(), st.lists(st.sampled_from(SCRAPS), max_size=60).map("".join))
EXCHANGED = {each.character: each.becomes for each in CHARACTERS.read(DATA, Names(), [])}
VARIANTS = {
    pair for each in VARIANT_WORDS.read(DATA, Names(), []) for pair in zip(each.phrase, each.becomes, strict=True)
}
SIMPLE = OpenCC("t2s")


def is_source(printed: str, kept: str) -> bool:
    """Whether the printed character is the kept one in another form."""
    plain = EXCHANGED.get(printed, unicodedata.normalize("NFKC", printed))
    if kept in {" ", "\n", "\t"}:
        return plain.isspace() or not plain.isprintable()
    if len(plain) == 1 and "\ud800" <= plain <= "\udfff":
        return kept == "\ufffd"
    forms = {printed, plain, SIMPLE.convert(plain)}
    return kept in forms or any((form, kept) in VARIANTS for form in forms)


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_cleaning_never_moves_a_character(original: str) -> None:
    """Positions rise, stay inside, and each kept character still points at its source."""
    clean = clean_text(original)

    assert len(clean.text) == len(clean.starts) == len(clean.ends)
    assert (np.diff(clean.starts) > 0).all()
    assert (clean.ends == clean.starts + 1).all()
    assert all(0 <= clean.span(at, at + 1).start < len(original) for at in range(len(clean.text)))
    assert all(is_source(original[start], kept) for start, kept in zip(clean.starts.tolist(), clean.text, strict=True))


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(SCRAPS), max_size=40).map("".join))
def test_clean_text_has_nothing_left_to_clean(original: str) -> None:
    """The canonical form: no full-width digits, no spaces at the ends of lines, no blank lines, no doubled commas."""
    text = clean_text(original).text

    assert not [line for line in text.split("\n") if line.strip(" ") != line or (not line and text)]
    assert not [pair for pair in (",,", "、,", ",、", ",。", "  ", "\r", "\f", "\u200b", "１", "（") if pair in text]


@pytest.mark.parametrize(
    "original", ["甲县办结12件，。\n　　乙县?", "習(xí)近平", "1 500件", "一、情况\n办结9件。\n- 3 -\n二、问题"]
)
def test_cleaning_twice_is_cleaning_once(original: str) -> None:
    """A text that is clean stays as it is."""
    once = clean_text(original).text

    assert once == clean_text(once).text


HOSTILE = [
    ",",
    "(",
    "习(",
    "习(xī",
    "? ",
    " ",
    "1 ",
    "1",
    "\n",
    "\n ",
    "\f",
    "\t",
    "一、",
    ".",
    "1 . ",
    "。  ",
    "�",
    "打印",
    "打印\n",
    "第",
    "，、",
    "覆",
    "1 111",
]


@pytest.mark.parametrize("scrap", HOSTILE, ids=repr)
def test_a_long_hostile_text_ends(scrap: str) -> None:
    """Half a million characters of what the patterns begin with: a quadratic pattern would not end in this lifetime.

    How time grows is measured in tests/benchmarks/growth.py, never here.
    """
    original = scrap * (480_000 // len(scrap))
    clean = clean_text(original)

    assert len(clean.text) == len(clean.starts) == len(clean.ends)
    assert len(clean.text) <= len(original)


def test_cleaning_takes_little_memory_beside_its_text() -> None:
    """At its height 26 bytes a character of short lines, texts and places included; 50 MB of text has to fit in 600."""
    original = "　　全年受理行政复议案件 127 件,,办结１２０件。\r\n" * 40_000
    clean_text(original[:1_000])
    tracemalloc.start()
    clean_text(original)
    _, height = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert height < 26 * len(original)
