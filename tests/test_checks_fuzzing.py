"""Whatever stands in a text, the checks end with findings or with none, never with a fault."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st
from test_checks_texts import findings

PIECES = (
    *[
        "全年受理行政复议案件",
        "审结",
        "其中",
        "共办理法律援助案件",
        "民事",
        "刑事",
        "法院指定辩护",
        "出庭应诉率达",
        "办理出庭应诉案件",
    ],
    *[
        "同比增长",
        "同比下降",
        "调解成功率",
        "受理矛盾纠纷",
        "调解成功",
        "其余",
        "上年度结余案件",
        "仲裁结案率",
        "力争",
        "近",
        "约",
        "超过",
        "上年",
        "去年同期为",
        "由",
        "增至",
        "维持",
        "调解成功",
        "共",
    ],
    *["(", ")", ",", ";", "。", "、", "一是", "零", "百分之百", "万", "亿", "余", "以上", "件", "次", "%", "个百分点"],
    "\n",
    "二、下一步工作计划\n",
)
NUMBERS = st.one_of(
    st.integers(0, 10**15).map(str), st.integers(0, 300).map(str), st.decimals(0, 1000, places=2).map(str)
)


@settings(deadline=None, max_examples=100)
@given(st.lists(st.one_of(st.sampled_from(PIECES), NUMBERS), max_size=40).map("".join))
@example("全年受理行政复议案件" + "9" * 40 + "件,其中" + "9" * 41 + "件。")
@example("100100100000100亿件")
@example("计划受理行政复议案件" + "9" * 40 + "亿件。")
@example("出庭应诉率达0.00%,办理出庭应诉案件0次。")
@example("全年受理行政复议案件0件,同比下降100%。")
@example("全年受理矛盾纠纷0件,调解成功0件,调解成功率0%。")
@example("全年受理行政复议案件5件,同比下降99.99%。")
def test_any_text_can_be_checked(text: str) -> None:
    """And every finding can be written as a line."""
    for each in findings(text):
        assert each.explanation_zh
        assert each.to_json()
