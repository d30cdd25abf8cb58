"""A briefing as the views make it, from cells that a test gives, for the tests of files."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from chart_rows import FRAME, ZH, benchmarks, cell, count, frame_of

from faheng.briefing.answers import EvidencePhrase
from faheng.briefing.contents import Briefing, Cover, Entry, ViewTexts
from faheng.briefing.views import matrix_view, ranking_view, trend_view
from faheng.charts.look import LIGHT
from faheng.charts.ranking import ranking
from faheng.charts.shown import ChartFrame, Shown, Style

HOSTILE = "=cmd|'/C calc'!A0 <b>&\"x\"</b> \x07\x0b]]> 中\u202e文\u200f 😀 " + "六十个字的标题" * 7
# What is left of it: no control characters, no marks that turn the direction of writing.
HARMLESS = "=cmd|'/C calc'!A0 <b>&\"x\"</b> ]]> 中文 😀 " + "六十个字的标题" * 7
SOURCE = {"report_title": "2020年法治政府建设情况报告", "publisher": "某区人民政府", "published_on": date(2021, 1, 20)}


def with_sources(cells):
    """The cells with a report of their own each."""
    return tuple(replace(cell, report_id=f"r{i}", **SOURCE) for i, cell in enumerate(cells))


def evidence(*phrases):
    """What export__evidence says: of observation and phrase each."""
    return tuple(
        EvidencePhrase(observation_id=observation, evidence_phrase=phrase, source_url="https://example.org/r", **SOURCE)
        for observation, phrase in phrases
    )


RATES = with_sources(
    frame_of(
        cell("630102", 2020, 72.7, value_text="72.7", interval_low=60.0, interval_high=82.5),
        cell("210100", 2020, 98.3, value_text="98.3"),
        cell("110000", 2020, 99.0, value_text="99", bound="at_least", verdicts=["other_period"],
             period_kind="part_year", period_end="2020-05-31"),
        cell("120000", 2020, None, verdicts=["not_reported"], observation_id=None),
    )
)  # fmt: skip
COUNTS = with_sources(frame_of(*(count(f"44030{i}", 2020, 100.0 + i, value_text=str(100 + i)) for i in range(4))))
YEARS = with_sources(
    frame_of(
        *(
            cell("630102", year, 60.0 + year - 2015, value_text=str(45 + year - 2000))
            for year in (2016, 2017, 2019, 2020)
        )
    )
)
PHRASES = evidence(("630102-2020", "被诉行政机关负责人出庭率72.7%"), ("210100-2020", "负责人出庭应诉率98.3%"))


def rate_view(cells=RATES, **texts):
    """The rates across places, with a reference line."""
    ordinary = {"title": "出庭应诉率，各地", "message": "城东 72.7%，低于青海省 85.6%。", "note": "期间不同的不排名。",
                "link": "http://127.0.0.1:8501/compare?place=630102"}  # fmt: skip
    shown = Shown(cells, "630102", ("210100",), benchmarks(("青海", "2020", 85.6)))
    drawn = Shown(tuple(cell for cell in cells if cell.value is not None), "630102")
    return ranking_view(
        shown, PHRASES, ViewTexts(**(ordinary | texts)), ZH,
        lambda: ranking(drawn, ChartFrame(**FRAME, width=900), Style(LIGHT, ZH)),
    )  # fmt: skip


def count_view(**texts):
    ordinary = {"title": "建议件数，各地", "message": "各地从 100 件到 103 件。"}
    return ranking_view(Shown(COUNTS, "440301"), (), ViewTexts(**(ordinary | texts)), ZH)


def years_view(**texts):
    ordinary = {"title": "出庭应诉率，历年", "message": "城东 2020 年 65%。", "link": "/trends?place=630102"}
    return trend_view(Shown(YEARS, "630102"), PHRASES, ViewTexts(**(ordinary | texts)), ZH)


def table_view(**texts):
    ordinary = {"title": "各地指标", "message": "城东 72.7%。"}
    return matrix_view((*RATES, *COUNTS), PHRASES, ViewTexts(**(ordinary | texts)), ZH)


def briefing(*views, **fields):
    """A briefing of all kinds of views unless told otherwise."""
    cover = Cover("出庭应诉情况简报", "某区司法局", "2026年11月25日")
    made = Briefing(
        cover, "zh", 7, date(2026, 11, 25), views or (rate_view(), count_view(), years_view(), table_view()),
        definitions=(Entry("出庭应诉率", "负责人出庭件次占开庭审理件次的比重。"),),
        verdicts=(Entry("期间不同", "不足一年或超过一年。"),),
        findings=(Entry("城东，2020年报告", "56 件中无法得出 72.7%。"),), appendix=True,
    )  # fmt: skip
    return replace(made, **fields)


def hostile():
    """A briefing in which every text that comes from outside is hostile."""
    texts = {"title": HOSTILE, "message": HOSTILE, "note": HOSTILE, "link": "javascript:alert('" + HOSTILE}
    outside = {"locality": HOSTILE, "report_title": HOSTILE, "publisher": "=1+1", "indicator": HOSTILE}
    cells = tuple(replace(cell, **outside) for cell in RATES)
    entry = (Entry(HOSTILE, HOSTILE),)
    view = rate_view(cells, **texts)
    facts = tuple(replace(fact, phrases=(HOSTILE, "+1", "@x", "\t=2")) for fact in view.facts)
    cover = Cover(HOSTILE, HOSTILE, HOSTILE)
    return briefing(replace(view, facts=facts), cover=cover, definitions=entry, verdicts=entry, findings=entry)
