"""Verdicts: every one a sentence with its reason, and cells that say one where they have no value."""

from __future__ import annotations

import pytest
from chart_rows import cell, record

from faheng.model import Cell, Level
from faheng.words.catalogue import LANGUAGES, words
from faheng.words.values import (
    cell_text,
    cell_value_text,
)
from faheng.words.verdicts import verdict_label, verdict_labels, verdict_sentence, verdict_sentences

ZH = words("zh")
VERDICTS = [
    "compared", "other_definition", "other_period", "bounded", "derived", "implied", "not_reported", "not_applicable",
    "no_report", "too_few", "at_ceiling", "disputed", "other_level",
]  # fmt: skip


def row(**fields):
    """A comparable court-appearance rate of 2020 unless told otherwise."""
    return cell(**({"value_text": "72.7"} | fields))


def bare(**fields):
    """A cell that carries what it must, and what is given."""
    return record(Cell, kind="rate", measure="flow", level=Level.COUNTY, own_definition=True, **fields)


def test_cell_text_says_the_verdict_where_there_is_no_value():
    assert cell_text(row(), ZH) == "72.7%"
    assert cell_text(row(value=None, value_text="", verdicts=["not_reported"]), ZH) == "未披露"
    assert cell_text(bare(), ZH) == "未收录报告"


def test_derived_rates_get_one_decimal_and_implied_none_added():
    assert cell_value_text(row(origin="derived", value=50.0, value_text=""), ZH) == "50.0%"
    assert cell_value_text(row(origin="implied", value=69.0, value_low=69.0, value_high=76.2), ZH) == "约 69%"


@pytest.mark.parametrize(
    ("verdict", "fields", "expected"),
    [
        ("compared", {}, "2020年数，口径、期间合于比较。"),
        ("other_period", {"period_kind": "part_year", "period_start": "2022-01-01", "period_end": "2022-05-31"},
         "只含2022年1—5月，不足一年，不与全年数比较。"),
        ("other_period", {"period_kind": "multi_year", "period_start": "2023-01-01", "period_end": "2024-12-31",
                          "period_basis": "inferred"}, "为两年（2023—2024，推定）合计口径，不与单年数比较。"),
        ("other_period", {"period_kind": "since", "period_end": "2022-07-12"},
         "为2020年1月—2022年7月12日累计数，不与单年数比较。"),
        ("other_period", {"period_kind": "as_of", "period_start": None, "period_end": "2022-07-12"},
         "为截至2022年7月12日数，与他地时点不同，不作比较。"),
        ("other_period", {}, "为2020年数，年份过早，不与近年数比较。"),
        ("other_definition", {"own_definition": False, "source_indicator": "实际网办率", "reason": "按申请计。"},
         "所列为“实际网办率”：按申请计。"),
        ("other_definition", {"scope_name": "区政府本级"}, "口径或范围为“区政府本级”，与指标定义不一致，不直接比较。"),
        ("not_reported", {"value": None, "year": 2022}, "2022年度报告未披露此项。"),
        ("not_reported", {"value": None, "year": 2022, "report_kind": "article"},
         "收录的2022年文章（不是年度报告）未载此项。"),
        ("not_reported", {"value": None, "year": None}, "已收录的报告未披露此项。"),
        ("not_applicable", {"level": "township", "reason": "乡镇不承担行政复议职能。"},
         "乡镇不承担行政复议职能，此项不适用。"),
        ("not_applicable", {}, "该级政府不承担此项，此项不适用。"),
        ("no_report", {"year": None}, "尚未收录该地报告。"),
        ("derived", {"numerator": 3.0, "denominator": 6.0}, "由件数推算：3÷6。"),
        ("implied", {"origin": "implied", "value": 69.0, "bound": "about"}, "由次年所述增幅反推，约 69%。"),
        ("implied", {"origin": "implied", "value": 69.0, "value_low": 69.0, "value_high": 76.15,
                     "change_unit": "points_or_percent"},
         "由次年所述增幅反推，约 69%；如所述增幅不指百分点，则约 76%。"),
        ("implied", {"origin": "implied", "unit": "case", "value": None, "value_low": 28.6, "value_high": 29.1},
         "由次年所述增幅反推，28.6—29.1 件。"),
        ("bounded", {"value": 99.0, "value_text": "99", "bound": "at_least"}, "报告只说不低于 99%，未给出确数。"),
        ("bounded", {"value": None, "value_low": 90.0, "value_high": 95.0, "bound": "between"},
         "报告只给出区间：90%—95%。"),
        ("too_few", {"denominator": 6.0}, "分母仅 6 件，一件之差即变动 16.7 个百分点。"),
        ("other_level", {"across_levels": "per_resident"},
         "与本地不是同一级政府，件数随辖区大小变化；可改按每万人比较。"),
        ("other_level", {"across_levels": "no"}, "与本地不是同一级政府，此项不跨级比较。"),
        ("at_ceiling", {"value": 100.0, "value_text": "100"}, "已达 100%，此后各年不能再显示提高。"),
        ("disputed", {"doubt": "56 件中无法得出 72.7%"}, "存疑，56 件中无法得出 72.7%。"),
    ],
)  # fmt: skip
def test_verdict_sentences_give_their_reason(verdict, fields, expected):
    assert expected == verdict_sentence(row(verdicts=[verdict], **fields), ZH)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_verdict_speaks_even_of_a_bare_row(language):
    say = words(language)
    sentences = verdict_sentences(bare(verdicts=VERDICTS, unit="percent", value=1.0, value_text=None, note=None), say)

    assert len(VERDICTS) == len(set(sentences))
    assert not any(word in " ".join(sentences) for word in ("None", "nan", "{"))
    assert len(VERDICTS) == len({verdict_label(verdict, say) for verdict in VERDICTS})


def test_labels_leave_out_that_a_row_is_comparable():
    assert verdict_labels(row(verdicts=["derived", "too_few", "compared"]), ZH) == "由件数推算 · 件数过少"


def test_fields_of_a_row():
    lacking = bare(value=None, verdicts=None, period_end=None, scope=None)
    assert (None, (), None, "") == (lacking.value, lacking.verdicts, lacking.period_end, lacking.scope)
    assert bare(year=0).year == 0
    assert not lacking.comparable
    assert bare(verdicts=["derived", "compared"]).comparable
