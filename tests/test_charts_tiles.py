"""A tile map: every province has its tile, the classes lose none, what is written can be read, and its sentence."""

from __future__ import annotations

import pytest
from chart_rows import EN, FRAME, ZH, cell, count, texts_in, traced
from conftest import shipped_dataset
from test_dataset import edit, line_of, problems

from faheng.charts.look import DARK, LIGHT, contrast
from faheng.charts.measure import text_px
from faheng.charts.shown import PHONE, ChartFrame, Style
from faheng.charts.tiles import CLASSES, TileMap, class_of, classes_text, tile_map
from faheng.charts.tiles_sentence import tiles_sentence, tiles_titles
from faheng.model import Level, Tile

OURS = "630000"
BARRED = {"verdicts": ["other_period"], "period_kind": "part_year", "period_end": "2024-05-31"}
MISSING = {"value": None, "verdicts": ["not_reported"]}


def placed(*numbers, make=cell, own=None, **fields):
    """Provinces in a row with these values, ours first, whose fields may be others."""
    codes = [OURS, *(f"{i}0000" for i in range(11, 10 + len(numbers)))]
    named = {"level": "province", **fields}
    cells = [make(code, 2024, number, **named) for code, number in zip(codes, numbers, strict=True)]
    if own is not None:
        cells[0] = make(OURS, 2024, **(named | own))
    tiles = tuple(Tile(code, 1 + i // 7, 1 + i % 7, f"A{chr(65 + i)}") for i, code in enumerate(codes))
    return TileMap(tiles, {each.locality_code: each for each in cells}, OURS)


def drawn(shown, look=LIGHT, say=ZH, width=PHONE):
    return tile_map(shown, ChartFrame(**FRAME, width=width), Style(look, say))


TWELVE = [float(n) for n in range(10, 130, 10)]


def test_every_province_has_a_tile_that_leads_to_its_page():
    (tiles,) = traced(drawn(placed(*TWELVE)), "tiles")

    assert [f"profile?place={code}" for code in placed(*TWELVE).cells] == [each[0] for each in tiles.customdata]
    assert 1 == sum(width == 3 for width in tiles.marker.line.width)


def test_the_classes_hold_a_quarter_each_and_say_their_values():
    shown = placed(*TWELVE, make=count)
    classes = [class_of(each, shown.bounds) for each in shown.comparable]

    assert [3, 3, 3, 3] == [classes.count(one) for one in range(4)]
    assert ["10—30 件", "40—60 件", "70—90 件", "100—120 件"] == [text for _, text in classes_text(shown, ZH)]


def test_a_class_of_one_value_says_it_once():
    assert ["13 件", "20 件", "30 件"] == [text for _, text in classes_text(placed(13, 13, 13, 20, 30, make=count), ZH)]


def test_what_may_not_be_compared_is_hatched_and_what_is_missing_hollow():
    figure = drawn(placed(*TWELVE, own=BARRED | {"value": 98.0}))
    (tiles,) = traced(figure, "tiles")

    assert ["/", *[""] * 11] == list(tiles.marker.pattern.shape)
    assert LIGHT.paper == tiles.marker.color[0]
    assert any("不可比" in text for text in texts_in(figure))
    assert "2024年" in tiles.hovertext[0]

    hollow = drawn(placed(*TWELVE, own=MISSING))
    assert "未披露" in traced(hollow, "tiles")[0].hovertext[0]
    assert any("无数" in text for text in texts_in(hollow))


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])
def test_what_is_written_on_a_tile_can_be_read(look):
    figure = drawn(placed(*TWELVE, own=BARRED | {"value": 98.0}), look)
    (tiles,), (labels,) = traced(figure, "tiles"), traced(figure, "labels")

    assert len(set(tiles.marker.color)) == len(CLASSES) + 1
    assert all(contrast(ink, tint) >= 4.5 for ink, tint in zip(labels.textfont.color, tiles.marker.color, strict=True))


@pytest.mark.parametrize("say", [ZH, EN], ids=["zh", "en"])
def test_what_stands_on_a_tile_fits_it_on_a_phone(say):
    (labels,) = traced(drawn(placed(*[n * 1e6 for n in TWELVE], make=count, locality="内蒙古"), say=say), "labels")

    assert all(text_px(text, 11) <= (PHONE - 24) / 7 for text in labels.text)


@pytest.mark.parametrize(
    ("shown", "zh", "en"),
    [
        (placed(*TWELVE),
         "地630000 10%（2024年）；在可比的 12 地中列第 12 位；最高为地210000 120%，最低为地630000 10%。",
         "地630000 10% (2024); rank 12 of 12 comparable localities; the highest is 地210000 120%, "
         "the lowest 地630000 10%."),
        (placed(*[50.0] * 3, *TWELVE, make=count),
         "地630000 50 件（2024年）；在可比的 15 地中由多到少列第 8—11 位；"
         "最高为地240000 120 件，最低为地130000 10 件。",
         "地630000 50 proposals (2024); number 8–11 of 15 comparable localities, counted from the most; "
         "the highest is 地240000 120 proposals, the lowest 地130000 10 proposals."),
        (placed(*TWELVE, own=MISSING),
         "地630000：2024年度报告未披露此项。最高为地210000 120%，最低为地110000 20%；另有 1 地无数或不可比。",
         "地630000: The report for 2024 does not state it. "
         "The highest is 地210000 120%, the lowest 地110000 20%; one province has no value or none that compares."),
        (placed(*TWELVE, own=BARRED | {"value": 98.0}),
         "地630000 98%：只含2024年1—5月，不足一年，不与全年数比较。最高为地210000 120%，最低为地110000 20%；"
         "另有 1 地无数或不可比。",
         "地630000 98%: It covers only January–May 2024, less than a year; not compared with full years. "
         "The highest is 地210000 120%, the lowest 地110000 20%; one province has no value or none that compares."),
        (placed(*[100.0] * 11), "地630000 100%（2024年）；在可比的 11 地中列第 1—11 位；可比的 11 地数值相同。",
         "地630000 100% (2024); rank 1–11 of 11 comparable localities; all 11 comparable places have the same value."),
        (placed(*[13.0] * 6, *TWELVE[2:], make=count),
         "地630000 13 件（2024年）；在可比的 16 地中由多到少列第 11—16 位；"
         "最高为地250000 120 件，最低为并列的 6 地（13 件）。",
         "地630000 13 proposals (2024); number 11–16 of 16 comparable localities, counted from the most; "
         "the highest is 地250000 120 proposals, the lowest 6 provinces with 13 proposals."),
    ],
    ids=["last", "ties", "missing", "not-comparable", "all-alike", "ties-at-the-end"],
)  # fmt: skip
def test_the_sentence(shown, zh, en):
    assert (zh, en) == (tiles_sentence(shown, ZH), tiles_sentence(shown, EN))


def test_the_shipped_arrangement_has_every_province():
    """31 of the mainland, Hong Kong, Macao and Taiwan."""
    data = shipped_dataset()
    provinces = {place.code for place in data.localities if place.level == Level.PROVINCE}

    assert provinces == {tile.locality_code for tile in data.tiles}
    assert 34 == len(provinces) == len({(tile.row, tile.column) for tile in data.tiles})


@pytest.mark.parametrize(
    ("column", "cell", "told"),
    [
        ("column", "6", "field"),
        ("letters", "Bj", "capital"),
        ("letters", "TJ", "letters"),
        ("row", "50", "beyond 12"),
        ("locality", "110101", "110101"),
    ],
)
def test_a_fault_of_the_arrangement_is_named(data, column, cell, told):
    """Two on one field, letters that are none, a place that is no province; and the province that is left without."""
    file = data / "reference/tiles.csv"
    edit(file, line_of(file, "110000"), column, cell)

    assert any(told in str(each) for each in problems(data))


def test_the_title_of_a_map_names_both_ends_and_none_that_is_shared():
    shown = placed(*TWELVE, make=count)
    names = {each.value: each.locality for each in shown.comparable}

    assert f"出庭应诉率：{names[120.0]} 120 件最高，{names[10.0]}最低" == tiles_titles(shown, ZH)[0]
    assert () == tiles_titles(placed(10.0, 10.0, *TWELVE[1:]), ZH)
    assert () == tiles_titles(placed(*TWELVE, 120.0), ZH)
