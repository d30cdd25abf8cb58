"""Properties of mentions and periods that hold for any text, and the wording files behind them."""

from __future__ import annotations

import csv
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shipped_reading import SHIPPED, mentions_in, period_mentions, unit_meaning

from faheng.paths import DATA
from faheng.reading.mentions import resolve
from faheng.reading.mentions.numbers import chinese_value

# The characters that numbers and periods are made of, so that random texts hit every branch.
ALPHABET = (
    "0123456789,.%:()-—~+\n\t零〇一二两三四五六七八九十百千万亿点分之成半余多几第年月日号至到近约超上下以内件个名次元率"
    "由从降升增长同比全部办结无败诉“”《》截目前今去OlA½①²⁄○["
)
TEXTS = st.text(alphabet=ALPHABET, max_size=60) | st.text(max_size=60)
# Twenty times the length may cost at most this many times as much: far below the 400 of quadratic time.
MEANINGS = SHIPPED.mentions.units.meanings
UNITS = sorted(each for each in MEANINGS if MEANINGS[each] in ("case", "body", "thing"))


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_mentions_keep_their_order_and_their_text(text):
    """Spans never overlap, lie in the text, hold their numeral, and every value is a finite number."""
    place = 0
    for each in mentions_in(text):
        assert place <= each.start <= each.number_start < each.number_end <= each.end <= len(text)
        assert each.text == text[each.number_start : each.number_end]
        assert each.value.is_finite()
        assert each.high is None or each.high > each.value
        place = each.end


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_periods_keep_their_order_and_their_days(text):
    """Spans never overlap, a first day never lies behind the last, and every period resolves without a report."""
    place = 0
    for each in period_mentions(text):
        assert place <= each.start < each.end <= len(text)
        assert each.first is None or each.last is None or each.first <= each.last
        assert resolve(each, None, None, "flow")[1] == (each.first if each.kind != "as_of" else None)
        place = each.end


@given(st.integers(min_value=1, max_value=99_999_999), st.sampled_from(UNITS))
def test_a_count_is_read_as_printed(number, unit):
    """Whatever the number and its unit of count, they come back."""
    found = mentions_in(f"共办理{number}{unit}。")

    assert [(Decimal(number), unit)] == [(each.value, each.unit) for each in found]


@given(st.integers(min_value=0, max_value=10_000), st.integers(min_value=0, max_value=3))
def test_a_percentage_keeps_its_places(hundredths, places):
    """98.30 is not 98.3: the printed precision is part of the fact."""
    printed = f"{Decimal(hundredths) / 100:.{places}f}"

    assert [printed] == [str(each.value) for each in mentions_in(f"办结率达{printed}%。")]


def spoken(number: int) -> str:
    """The Chinese numeral of a number below ten thousand."""
    digits, scales = "零一二三四五六七八九", ["", "十", "百", "千"]
    said = ""
    for place in range(3, -1, -1):
        digit = number // 10**place % 10
        said += digits[digit] + scales[place] if digit else "零"
    return said.strip("零").replace("零零", "零").replace("零零", "零") or "零"


@given(st.integers(min_value=1, max_value=9999))
def test_chinese_numerals_have_their_value(number):
    """一千零五, 一百二十 and all the others."""
    assert number == chinese_value(spoken(number))


PIECES = [
    "1",
    "1,111,",
    "1.",
    "一",
    "万",
    "十百",
    "1-",
    "1、",
    "由1",
    "(",
    "“1",
    "百分之",
    "1月",
    "2020年至",
    "同比",
    "增长",
    "1件、",
    "全部",
    "截至",
    "近",
    "第",
    "三分之",
    "1O",
    "年底",
    "上半年",
    "0",
    "不",
    "余",
    "1%、",
]


@pytest.mark.parametrize("piece", PIECES)
@pytest.mark.parametrize("read", [mentions_in, period_mentions])
def test_a_long_hostile_text_ends(read, piece):
    """Two hundred thousand characters of one piece end, and what is found stands in order.

    How time grows is measured in tests/benchmarks/growth.py, never here.
    """
    found = read(piece * (200_000 // len(piece)))

    assert all(before.end <= after.start for before, after in pairwise(found))


def test_number_runs_too_long_to_be_numbers_are_left_out():
    """Forty digits count nothing; the number behind them does."""
    assert ["12件"] == [each.text + each.unit for each in mentions_in("1" * 40 + "件,12件")]


KNOWN = {
    "units": "percent points tenths multiple case thing body times money measure time score silent none",
    "bounds": "at_least at_most about none zero vague",
    "changes": "up down level filler comparison previous",
}


@pytest.mark.parametrize("name", KNOWN)
def test_wording_files_say_only_what_is_known(name):
    """Every phrase has a known meaning and stands once in its place."""
    with (DATA / f"wording/{name}.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    keys = [(row["phrase"], row.get("place") or row.get("numerals")) for row in rows]

    assert set() == {row["meaning"] for row in rows} - set(KNOWN[name].split())
    assert [] == sorted({key for key in keys if keys.count(key) > 1})
    assert all(row["phrase"] == row["phrase"].strip() != "" and row["priority"].isdigit() for row in rows)


@pytest.mark.parametrize(
    ("word", "meaning"), [("件", "case"), ("辆(次)", "thing"), ("%", "percent"), ("座谈", "none"), ("鬼", "")]
)
def test_unit_meaning(word, meaning):
    assert meaning == unit_meaning(word)
