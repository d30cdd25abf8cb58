"""Words: numbers, periods and verdicts as a reader sees them, and a catalogue without gaps."""

from __future__ import annotations

import ast
import re
from collections import Counter
from datetime import date, timedelta

import pytest
from babel.messages.pofile import read_po
from hypothesis import given
from hypothesis import strategies as st

from faheng.errors import MissingWording
from faheng.paths import ROOT
from faheng.words.catalogue import CHINESE, unfilled, words
from faheng.words.periods import as_date, date_text, is_full_year, period_text
from faheng.words.values import (
    Amount,
    Unit,
    change_text,
    interval_text,
    points_text,
    signed,
    value_text,
)

ZH, EN = words("zh"), words("en")
PERCENT = Unit("percent", "百分比", "per cent", "%", "%")
CASE = Unit("case", "案件", "cases", "件", " cases")
PERSON = Unit("person", "人员", "people", "名", " people")


def said_messages():
    """Every message that the code says, as (file, literal)."""
    for file in [*(ROOT / "faheng").rglob("*.py"), *(ROOT / "pages").rglob("*.py"), ROOT / "app.py"]:
        if file.exists():
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                yield from ((file.name, text) for text in _messages(node))


def _messages(node):
    if not isinstance(node, ast.Call):
        return
    name = getattr(node.func, "id", "") or getattr(getattr(node.func, "value", None), "id", "")
    count = getattr(node.func, "attr", "") == "count"
    if name == "say" and (count or isinstance(node.func, ast.Name)):
        arguments = node.args[:1]
        yield from (each.value for each in arguments if isinstance(each, ast.Constant))


def test_every_message_has_chinese():
    with CHINESE.open("rb") as source:
        catalogue = read_po(source, locale="zh_CN")
    known = {(m.id if isinstance(m.id, str) else m.id[0]) for m in catalogue if m.id and any(m.string)}

    assert sorted({(file, text) for file, text in said_messages() if text not in known}) == []


def test_chinese_keeps_the_placeholders():
    with CHINESE.open("rb") as source:
        catalogue = read_po(source, locale="zh_CN")
    names = re.compile(r"{(\w+)}")

    def texts(part):
        return [part] if isinstance(part, str) else list(part)

    wrong = [
        message.id
        for message in catalogue
        if message.id
        for text in texts(message.string)
        if set(names.findall(text)) != set(names.findall(texts(message.id)[-1]))
    ]
    assert wrong == []


def test_no_message_stands_twice():
    """read_po keeps the first of two entries silently, so a later correction would do nothing."""
    lines = CHINESE.read_text(encoding="utf-8").splitlines()
    counted = Counter(line for line in lines if line.startswith("msgid ") and line != 'msgid ""')

    assert [line for line, times in counted.items() if times > 1] == []


def test_a_missing_message_is_named():
    with pytest.raises(MissingWording, match="never written"):
        ZH("never written")


def test_english_is_the_message_itself():
    assert EN("never written {n}", n=3) == "never written 3"


def test_count_takes_the_plural_and_separators():
    assert EN.count("{n} case", "{n} cases", 1) == "1 case"
    assert EN.count("{n} case", "{n} cases", 1805) == "1,805 cases"


def test_unknown_language_lists_the_known():
    with pytest.raises(ValueError, match="zh, en"):
        words("fr")


@pytest.mark.parametrize(
    ("value", "unit", "bound", "more", "zh", "en"),
    [
        (98.3, PERCENT, "exact", {}, "98.3%", "98.3%"),
        (85.59, PERCENT, "exact", {}, "85.59%", "85.59%"),
        (100.0, PERCENT, "exact", {}, "100%", "100%"),
        (99.0, PERCENT, "at_least", {}, "≥99%", "≥99%"),
        (5.0, PERCENT, "at_most", {}, "≤5%", "≤5%"),
        (22909.0, CASE, "exact", {}, "22,909 件", "22,909 cases"),
        (1.0, CASE, "exact", {}, "1 件", "1 case"),
        (300.0, CASE, "about", {}, "约 300 件", "about 300 cases"),
        (97.0, PERCENT, "exact", {"printed": "97.0"}, "97.0%", "97.0%"),
        (50.0, PERCENT, "exact", {"decimals": 1}, "50.0%", "50.0%"),
        (23000.0, PERSON, "exact", {"printed": "2.3万", "compact": True}, "2.3 万名", "23k people"),
        (23000.0, PERSON, "exact", {"printed": "2.3万"}, "23,000 名", "23,000 people"),
        (99999.0, CASE, "exact", {"compact": True}, "99,999 件", "99,999 cases"),
        (1805000.0, CASE, "exact", {"compact": True}, "180.5 万件", "1.8 million cases"),
        (1805000.0, CASE, "exact", {}, "1,805,000 件", "1,805,000 cases"),
        (99999999.0, CASE, "exact", {"compact": True}, "1 亿件", "100 million cases"),
        (69.0, PERCENT, "exact", {"low": 69.0, "high": 76.2}, "约 69%", "about 69%"),
        (None, PERCENT, "exact", {"low": 69.0, "high": 76.2}, "69%—76.2%", "69%–76.2%"),
        (None, CASE, "exact", {"low": 28.0, "high": 29.0}, "28—29 件", "28–29 cases"),
        (0.2213, CASE, "exact", {}, "0.22 件", "0.22 cases"),
    ],
)
def test_value_text(value, unit, bound, *, more, zh, en):
    compact = more.get("compact", False)
    amount = Amount(value, unit, bound, **{name: each for name, each in more.items() if name != "compact"})
    assert (zh, en) == (value_text(amount, ZH, compact=compact), value_text(amount, EN, compact=compact))


def test_a_missing_value_is_not_a_number():
    with pytest.raises(ValueError, match="verdict"):
        value_text(Amount(None, PERCENT), ZH)


@given(st.integers(-(10**9), 10**9))
def test_full_counts_can_be_read_back(n):
    """Tables print counts in full: nothing is rounded away and no .0 is added."""
    text = value_text(Amount(float(n), CASE), ZH)

    assert n == int(text.removesuffix(" 件").replace(",", "").replace("−", "-"))


@given(st.integers(0, 10**12))
def test_compact_counts_are_close_and_short(n):
    text = value_text(Amount(float(n), CASE), ZH, compact=True).removesuffix("件").strip()
    scale = {"亿": 10**8, "万": 10**4}.get(text[-1], 1)
    shown = float(text.rstrip("亿万").replace(",", "")) * scale

    assert not text.rstrip("亿万 ").endswith(".0")
    assert abs(shown - n) <= scale * 0.05 + 500


@given(st.integers(0, 100), st.integers(0, 99))
def test_rates_keep_their_printed_decimals(whole, part):
    printed = f"{whole}.{part:02}"

    assert printed + "%" == value_text(Amount(float(printed), PERCENT, printed=printed), ZH)


def test_changes():
    assert points_text(-4.7, ZH) == "4.7 个百分点"
    assert points_text(4.7, EN) == "4.7 percentage points"
    assert change_text((102 - 107) / 107) == "−4.7%"
    assert signed(0.01) == "0"
    assert interval_text(61.9, 81.1, PERCENT, ZH) == "61.9%—81.1%"


@pytest.mark.parametrize(
    ("kind", "start", "end", "basis", "zh", "en"),
    [
        ("year", "2020-01-01", "2020-12-31", "report", "2020年", "2020"),
        ("year", "2022-01-01", "2022-11-25", "report", "2022年1月1日—11月25日", "1 January – 25 November 2022"),
        ("year", "2022-01-01", "2022-11-30", "stated", "2022年1—11月", "January–November 2022"),
        ("part_year", "2022-01-01", "2022-05-31", "stated", "2022年1—5月", "January–May 2022"),
        ("part_year", "2022-05-01", "2022-05-31", "stated", "2022年5月", "May 2022"),
        ("multi_year", "2023-01-01", "2024-12-31", "inferred", "两年（2023—2024，推定）",
         "two years (2023–2024, inferred)"),
        ("multi_year", "2021-01-01", "2023-12-31", "stated", "三年（2021—2023）", "three years (2021–2023)"),
        ("multi_year", "2010-01-01", "2021-12-31", "stated", "12年（2010—2021）", "12 years (2010–2021)"),
        ("as_of", None, "2020-12-31", "report", "2020年末", "end of 2020"),
        ("as_of", None, "2024-12-31", "inferred", "2024年末（推定）", "end of 2024 (inferred)"),
        ("as_of", None, "2022-07-12", "report", "截至2022年7月12日", "as of 12 July 2022"),
        ("since", "2020-01-01", "2022-07-12", "report", "2020年1月—2022年7月12日", "January 2020 – 12 July 2022"),
        ("year", None, None, "", "期间不详", "period unknown"),
    ],
)  # fmt: skip
def test_period_text(kind, start, end, basis, *, zh, en):
    assert (zh, en) == (period_text(kind, start, end, basis, ZH), period_text(kind, start, end, basis, EN))


@given(
    st.sampled_from(["year", "part_year", "multi_year", "since", "as_of"]),
    st.dates(date(1990, 1, 1), date(2090, 1, 1)),
    st.integers(0, 4000),
    st.sampled_from(["stated", "report", "inferred"]),
)
def test_every_period_names_its_last_year_and_its_basis(kind, start, days, basis):
    end = start + timedelta(days=days)
    zh, en = (period_text(kind, start, end, basis, say) for say in (ZH, EN))

    assert str(end.year) in zh
    assert str(end.year) in en
    assert ("推定" in zh) == ("inferred" in en) == (basis == "inferred")
    assert not any(word in zh for word in ("None", "nan", "NaT"))


def test_dates_come_in_every_form():
    assert date(2022, 7, 12) == as_date("2022-07-12T00:00:00") == as_date(date(2022, 7, 12))
    assert as_date(None) is None
    assert (date_text("2022-07-12", ZH), date_text(None, ZH)) == ("2022年7月12日", "")
    assert is_full_year("2020-01-01", "2020-12-31")
    assert not is_full_year("2020-01-01", "2021-12-31")


@pytest.mark.parametrize(
    ("stated", "sentence"),
    [
        ("65%", "由 2 到 3，报告却写 65%。"),
        ("近 70%", "由 2 到 3，报告却写近 70%。"),
        ("三成", "由 2 到 3，报告却写三成。"),
    ],
)
def test_no_space_stands_between_chinese_and_chinese(stated: str, sentence: str) -> None:
    """Where a number may fill a message in, and words do."""
    assert sentence == words("zh")("{sum}, but the report says {stated}.", sum="由 2 到 3", stated=stated)


def test_a_message_that_is_filled_in_elsewhere():
    """Its slots stay open; where a space goes before a Chinese value, the sign of a soft space says so."""
    message = "nearly {value}"

    assert unfilled("en")(message) == message
    assert unfilled("zh")(message) == "近\ue000{value}"
    assert ZH(message, value="70%") == "近 70%"
