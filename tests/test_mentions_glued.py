"""What grew into a numeral: it waits for a person or is not read, and no digit of it stands as a figure of its own."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shipped_reading import mentions_in, read_report

from faheng.model import Status
from faheng.reading.about.about import ReportAbout
from faheng.reading.texts.original import Original

# What may stand between two digits and is no part of a number: fractions, notes, circled and bracketed digits, strokes,
# other scripts, ornaments that recognition left for a zero, accents, apostrophes, stray points, notes in brackets.
BETWEEN = (
    *("½", "⅓", "²³¹⁄₂", "⁄", "∕", "²", "₂", "①", "⑵", "㈠", "❶", "⒈", "㊿", "➀", "Ⅳ", "ⅰ", "ⁿ", "ª", "°", "٣", "𝟏"),
    *("〡", "○", "〇", "◯", "●", "□", "零", "一", "\ufffd", "\u20e3", "\u0301", "'", "’", "′", "`", "^", "\\", "…"),
    *("‧", "•", "・"),
    *("[2]", "〔2〕", "(2)", "【12】", "[¹]", "½①", "①[2]"),
)  # fmt: skip


def figures(phrase: str) -> list[tuple[str, str, Status]]:
    reading = read_report(Original("a", f"全年受理行政复议案件{phrase}。", "txt", ""), ReportAbout("a"))
    return [(each.value_text, str(each.value), each.status) for each in reading.observations]


@pytest.mark.parametrize("sign", BETWEEN)
def test_nothing_of_a_numeral_with_a_sign_inside_is_taken_for_whole(sign: str) -> None:
    """1½7 was read as 1, 1²³¹⁄₂7 as 7, and both were accepted."""
    ((printed, _, status),) = figures(f"1{sign}7件")

    assert (f"1{sign}7", Status.PROPOSED) == (printed, status)
    assert [] == figures(f"1{sign}7")


@pytest.mark.parametrize("sign", ["½", "²", "①", "○", "□", "〇", "\ufffd"])
def test_a_sign_between_a_numeral_and_its_unit_makes_it_doubtful(sign: str) -> None:
    assert [Status.PROPOSED] == [status for _, _, status in figures(f"12{sign}件")]


@pytest.mark.parametrize(
    ("printed", "value"),
    [("1²7", 127), ("1○7", 107), ("1零7", 107), ("1٣7", 137), ("1⁄27", 127), ("12[1]7", 127), ("1①7", 17), ("½7", 7)],
)
def test_the_value_that_a_person_is_shown_is_that_of_the_digits(printed: str, value: int) -> None:
    """Raised digits and those of other scripts count as such, rings as zeros, all else as nothing."""
    assert [(printed, str(value), Status.PROPOSED)] == figures(f"{printed}件")


@pytest.mark.parametrize(
    ("phrase", "value"),
    [("①27件", 27), ("²27件", 27), ("Ⅳ27件", 27), ("●27件", 27), ("12①", 12), ("12[1]件", 12), ("127件①", 127)],
)
def test_a_mark_beside_a_numeral_leaves_it_alone(phrase: str, value: int) -> None:
    """The number of an item, a note on the word before, a note on a number in a table."""
    assert [(str(value), Status.ACCEPTED)] == [(number, status) for _, number, status in figures(phrase)]


@pytest.mark.parametrize("phrase", ["12│34件", "场地3㎡,受理127件", "气温30℃,受理127件", "12、34件", "12;34件"])
def test_signs_that_part_numbers_or_are_units_are_no_damage(phrase: str) -> None:
    assert [] == [each for each in mentions_in(f"全年{phrase}。") if each.corrupt]


@given(st.text(alphabet="0123456789½⅓①²₂⁄○〇●零一[](〔〕.,'’•件%年", max_size=30))
def test_whatever_grew_together_mentions_stand_apart(text: str) -> None:
    """Spans never overlap, and a bare digit beside a fraction is never a figure."""
    place = 0
    for each in mentions_in(text):
        assert place <= each.start <= each.number_start < each.number_end <= each.end <= len(text)
        assert each.value >= Decimal(0)
        assert each.corrupt or not {"½", "⅓", "⁄"} & {*text[each.number_end : each.number_end + 1]}
        place = each.end
