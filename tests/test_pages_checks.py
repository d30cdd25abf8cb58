"""The page of checks: counts, sentences, the arithmetic drawn, and badges wherever a figure is shown."""

from __future__ import annotations

import json
import re

import pytest
from drawn import CHENGDONG, KAIYUAN, WANYUAN, cards, html, matrix, opened, served, text  # noqa: F401 (a fixture)

from faheng.ui.arithmetic import drawing
from faheng.words.catalogue import words

pytestmark = pytest.mark.usefixtures("served")
ZH = words("zh")


def sections(app) -> list[str]:
    markup = next(body for body in html(app) if "fh-found" in body)
    return markup.split('<section class="fh-found')[1:]


def counts(app) -> dict[str, int]:
    markup = next(body for body in html(app) if "fh-counts" in body)
    return {name: int(n) for n, name in re.findall(r"<b>(\d+)</b><span>(.+?)</span>", markup)}


def test_what_stands_is_counted_and_told_gravest_first():
    """Every finding of the places but those that held is a section of its own; these wait in a table."""
    app = opened("checks", place=WANYUAN)
    found, shown = counts(app), sections(app)

    assert ["矛盾", "待核", "提示", "相符"] == list(found)
    assert sum(found.values()) - found["相符"] == len(shown)
    assert all(each.startswith(" fh-contradiction") for each in shown[: found["矛盾"]])
    assert f"核对相符 {found['相符']} 处" in " ".join(map(text, html(app)))


def test_the_arithmetic_is_drawn_with_a_way_to_the_evidence():
    """1,749 of 1,805 against 98%: both on one axis, the counts beneath, each figure a link."""
    shown = next(each for each in sections(opened("checks", place=WANYUAN)) if "1,805" in each)

    assert 2 == shown.count('class="fh-point"')
    assert "调解矛盾纠纷 1,805 件" in text(shown)
    assert 3 == shown.count('href="evidence?obs=')


def test_other_places_are_added_when_asked_for():
    """Our place's findings alone; with the others of the filter there are more."""
    alone, every = (opened("checks", place=CHENGDONG, everywhere=asked) for asked in ("", "1"))

    assert counts(alone)["矛盾"] == 0 < counts(every)["矛盾"]
    assert counts(alone)["待核"] < counts(every)["待核"]


def test_one_severity_or_check_can_be_chosen():
    app = opened("checks", place=WANYUAN, severity="contradiction")
    assert len(sections(app)) == counts(app)["矛盾"]
    assert counts(app)["待核"] > 0

    app = opened("checks", place=WANYUAN, check="flow", severity="nonsense")
    assert not app.exception
    assert {"办结与受理"} == set(re.findall(r"办结与受理|比率与件数|部分与总数", " ".join(sections(app))))


def test_a_figure_in_doubt_wears_its_badge_with_the_sentence():
    """On the card and in the matrix of the overview; a contradiction is the verdict itself."""
    app = opened("overview", place=CHENGDONG)
    row = matrix(app)["行政机关负责人出庭应诉率"]
    assert ("72.7% 待核 期间不同 2020年", True) == (row["城东"], row["开原"].startswith("99% 存疑"))
    assert "待核：由 56 或 40 件得不出报告所写的 72.7%" in cards(app)[0]
    markup = next(body for body in html(app) if "fh-badge" in body and "fh-matrix" in body)
    assert 'title="待核：由 56 或 40 件得不出' in markup


def test_the_evidence_says_what_the_checks_found():
    """Also where they found it right, or could make none."""
    compare = opened("compare", place=KAIYUAN, show="court_appearance_rate")
    table = next(body for body in html(compare) if "evidence?obs=" in body)
    observation = re.search(r"evidence\?obs=(\w+)", table)[1]

    said = " ".join(map(text, html(opened("evidence", obs=observation))))

    assert "由 51 件得不出报告所写的 99%" in said


def mark(role, value, unit="case", label="数", **other):
    named = {"role": role, "label_zh": label, "label_en": "n", "value": value, "unit": unit}
    return named | {"bound": "exact", "start": 1, "end": 2} | other


@pytest.mark.parametrize(
    ("marks", "drawn"),
    [
        ([mark("stated", "98", "percent"), mark("implied", "96.9", "percent"), mark("count", "5")], ("fh-point", 2)),
        ([mark("whole", "321"), mark("part", "271"), mark("part", "136")], ("fh-bar", 3)),
        ([mark("stated", "98", "percent")], ("fh-", 0)),
        ([mark("stated", str(n)) for n in range(9)], ("fh-", 0)),
    ],
    ids=["rates", "counts", "alone", "too many"],
)
def test_numbers_of_one_kind_share_an_axis(marks, drawn):
    """Percentages as dots, counts as bars from zero; one number, or a long list of them, is no arithmetic."""
    name, times = drawn

    assert times == drawing(json.dumps(marks), ZH).count(f'class="{name}"' if times else name)


def test_a_label_is_text():
    """What a report prints cannot become markup."""
    shown = drawing(json.dumps([mark("whole", "2", label="<b>&"), mark("part", "1")]), ZH)

    assert "&lt;b&gt;&amp;" in shown
    assert "<b>" not in shown


def test_a_figure_that_waits_for_a_person_is_a_link_to_its_phrase():
    """The report gives it, damaged: the cell has no value, and leads to what the report prints."""
    app = opened("overview", place=CHENGDONG, show="case_files_reviewed")
    markup = next(body for body in html(app) if '<table class="fh-matrix">' in body)
    cell = re.search(r'<a class="fh-link fh-none" href="evidence\?obs=(\w+)"[^>]*>([^<]+)</a>', markup)

    assert "待核定" == cell[2]
    assert "20192020172" in " ".join(map(text, html(opened("evidence", obs=cell[1]))))
