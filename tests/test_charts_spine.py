"""A spine chart: each indicator along its own axis, ours only where it may stand there, and its sentence."""

from __future__ import annotations

import pytest
from chart_rows import EN, FRAME, ZH, benchmarks, cell, count, record, traced

from faheng.charts.look import DARK, LIGHT, contrast
from faheng.charts.shown import PHONE, ChartFrame, Style
from faheng.charts.spine import SpineRow, ends_text, spine
from faheng.charts.spine_sentence import spine_sentence
from faheng.model import Peers


def among(median=80.0, least=60.0, greatest=90.0, *, better_than=2, of=5, quartiles=None):
    """Peers with these values; ours stands above so many of them."""
    lower, upper = quartiles or (None, None)
    return record(
        Peers, indicator_id="x", peers="同级", places=of, least_peers=3, median=median, least=least, greatest=greatest,
        lower_quartile=lower, upper_quartile=upper, more_surely=of - better_than, more_perhaps=of - better_than,
        less_surely=better_than, less_perhaps=better_than,
    )  # fmt: skip


def rate(value=72.7, name="甲率", **fields):
    return cell(value=value, indicator=name, indicator_id=name, **fields)


MISSING = SpineRow(rate(None, verdicts=["not_reported"]), among())
ROWS = (
    SpineRow(rate(85.0), among(), benchmarks(("全国", "2020", 70.0))),
    SpineRow(count(value=131.0, indicator="乙数", indicator_id="乙数"),
             among(140.0, 97.0, 220.0, quartiles=(100.0, 180.0))),
    SpineRow(rate(65.0, "丙率", verdicts=["other_period"]), among()),
)  # fmt: skip


def drawn(rows=ROWS, look=LIGHT, say=ZH):
    return spine(rows, ChartFrame(**FRAME, width=PHONE), Style(look, say))


def test_the_median_is_the_middle_and_what_lies_furthest_an_end():
    row = ROWS[1]

    assert (0.0, 1.0) == (row.place(140.0), row.place(220.0))
    assert -0.5375 == row.place(97.0)
    assert 0.0 == SpineRow(rate(80.0), among(80.0, 80.0, 80.0)).place(80.0)


def test_ours_is_a_dot_with_its_evidence_only_where_it_compares():
    (ours,) = traced(drawn(), "values")

    assert [row.cell.observation_id for row in ROWS[:2]] == [each[0] for each in ours.customdata]
    assert ["<b>85%</b>", "<b>131 件</b>"] == list(ours.text)


def test_quartiles_and_published_values_are_drawn_where_there_are_any():
    figure = drawn()
    (middle,), (lines,) = traced(figure, "middle"), traced(figure, "references")

    assert 2 == len(middle.x)
    assert ["全国 70%（2020年）"] == list(lines.hovertext)
    assert [] == traced(drawn(ROWS[2:]), "values")


def test_no_row_runs_into_the_next():
    """A row is as high as its label has lines."""
    figure = drawn()
    at, labels = figure.layout.yaxis.tickvals, figure.layout.yaxis.ticktext
    halves = [8 * (label.count("<br>") + 1) for label in labels]

    assert all(b - a >= x + y for a, b, x, y in zip(at, at[1:], halves, halves[1:], strict=False))


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])
def test_what_is_written_can_be_read(look):
    figure = drawn(look=look)
    colours = [trace.textfont.color for trace in figure.data if trace.textfont.color]

    assert all(contrast(colour, look.paper) >= 4.5 for colour in colours)


@pytest.mark.parametrize(
    ("row", "text"), [(ROWS[0], "60%—90%"), (ROWS[1], "97—220 件"), (SpineRow(rate(), among(80, 80, 80)), "80%")]
)
def test_both_ends_in_one_text(row, text):
    assert text == ends_text(row, ZH)


@pytest.mark.parametrize(
    ("rows", "zh", "en"),
    [
        ((MISSING,), "城东没有一项指标有三个以上可比的同类地区。",
         "城东: no indicator stands among three peers or more."),
        (ROWS, "城东有 2 项指标可与同类并列：优于中位数 1 项、低于中位数而不分优劣 1 项；"
         "最靠前的是甲率 85%，同级 6 地中列第 4 位。",
         "城东: 2 indicators stand among peers: better than the median in 1, below the median in 1, where "
         "neither side is better; foremost: 甲率 85%, rank 4 of 6 (同级)."),
        ((SpineRow(rate(70.0), among()),), "城东有 1 项指标可与同类并列：不及中位数 1 项。",
         "城东: one indicator stands among its peers: worse than the median in 1."),
        ((SpineRow(rate(70.0, better="lower"), among(better_than=1)),),
         "城东有 1 项指标可与同类并列：优于中位数 1 项；最靠前的是甲率 70%，同级 6 地中列第 2 位。",
         "城东: one indicator stands among its peers: better than the median in 1; foremost: 甲率 70%, "
         "rank 2 of 6 (同级)."),
        ((SpineRow(rate(80.0), among()), SpineRow(rate(85.0, interval_low=75.0, interval_high=92.0), among())),
         "城东有 2 项指标可与同类并列：持平或不可区分 2 项。",
         "城东: 2 indicators stand among peers: level with the median or too close to tell in 2."),
        ((SpineRow(count(value=200.0), among(140.0)),), "城东有 1 项指标可与同类并列：高于中位数而不分优劣 1 项。",
         "城东: one indicator stands among its peers: above the median in 1, where neither side is better."),
    ],
    ids=["none-compares", "mixed", "behind", "lower-is-better", "level-or-overlapping", "counts"],
)  # fmt: skip
def test_the_sentence(rows, zh, en):
    assert (zh, en) == (spine_sentence(rows, "城东", ZH), spine_sentence(rows, "城东", EN))
