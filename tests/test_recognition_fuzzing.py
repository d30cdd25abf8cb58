"""Whatever the text: recognising it ends, claims only places that exist, and finds nothing by a blank title."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from test_recognition import read

PIECES = st.sampled_from(
    [
        "2022年", "二〇二二年十月三十二日", "2022-13-41", "2021年2月30日", "9999年", "截至目前", "截至0月",
        "截至11月31日", "溪口县", "临江市", "钟楼区", "白石乡", "人民政府", "我代表", "我县",
        "法治政府建设情况报告", "政府工作报告", "工作回顾", "工作打算", "来源:", "发布时间:", "《", "》",
        "(", ")", "\n", "\n", ",", "。", "上半年", "2021-2022年", "报告如下", "本报记者", "编辑:",
        "县长 王小明",
    ]
)  # fmt: skip


@given(st.lists(st.one_of(PIECES, st.text(max_size=3)), max_size=40).map("".join), st.one_of(st.just(""), PIECES))
def test_any_text_is_read_and_evidence_lies_in_it(text: str, title: str):
    found = read(text, title)

    for span in found.evidence.values():
        assert 0 <= span.start < span.end <= len(text)
    assert not (found.period_start and found.period_end) or found.period_start <= found.period_end
    assert (found.period_start is None) == (found.period_basis is None)


@given(st.lists(PIECES, max_size=30).map("".join))
def test_the_same_text_gives_the_same_answer(text: str):
    assert read(text) == read(text)
