"""Whatever a title or phrase holds, a file holds it as text."""

from __future__ import annotations

import csv
import io
import re

import pandas as pd
import pytest
from briefings import HARMLESS, HOSTILE
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from faheng.exports.csv_file import csv_bytes
from faheng.words.clean import file_name, plain_text, seen_characters, spreadsheet_text

ANY = st.text(st.characters(codec=None))


@given(ANY)
def test_a_plain_text_stands_in_any_xml_and_stays_itself(text):
    cleaned = plain_text(text)
    element = etree.Element("t")
    element.text = cleaned

    assert cleaned == (etree.fromstring(etree.tostring(element, encoding="utf-8")).text or "")
    assert cleaned == plain_text(cleaned)
    assert "\n" not in cleaned


@given(ANY)
def test_no_text_runs_as_a_formula(text):
    told = spreadsheet_text(text)

    assert not re.match(r"[\s\u200b\ufeff]*[=+\-@＝＋－＠]", told)
    assert not told.startswith(("\t", "\r", "\n"))


@given(ANY)
def test_a_csv_gives_back_what_it_holds(text):
    written = csv_bytes(pd.DataFrame({"a": [text]}, dtype=object)).decode("utf-8-sig")
    read = list(csv.reader(io.StringIO(written, newline="")))

    assert [["a"], [spreadsheet_text(text)]] == [*read[:1], read[1] or [""]]


def test_nothing_but_the_unseen_is_taken_away():
    assert HARMLESS == plain_text(HOSTILE)
    assert "地区　期间" == plain_text(" 地区　期间\n")


FORMULAS = ("=1", "+1", "-1", "@x", "\t=1", " =1", "＝1", "\u202e=1", "\ufeff@x", "\x85@x", "\u2060=1")


@pytest.mark.parametrize("text", FORMULAS)
def test_what_begins_a_formula_gets_an_apostrophe(text):
    assert spreadsheet_text(text).startswith("'")


def test_numbers_of_rows_stay_numbers():
    assert b"-5,-3.5,\r\n" in csv_bytes(pd.DataFrame({"a": [-5], "b": [-3.5], "c": [None]}))


def test_a_file_name_has_no_way_out_of_its_folder():
    assert "a-b-c" == file_name("../a/b\\c:*?")
    assert "" == file_name("../..")
    assert 60 >= len(file_name(HOSTILE))


def test_spaces_and_joiners_need_no_glyph():
    assert {"中", "a"} == seen_characters("中 a　\u200d\ufe0f\n")
