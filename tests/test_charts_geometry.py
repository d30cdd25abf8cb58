"""Scales, text widths and label places: what keeps a figure readable at any size."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from faheng.charts.labels import Box, along, first_free, stacked
from faheng.charts.look import DARK, LIGHT, colours, contrast
from faheng.charts.measure import line_count, shortened, text_px, wrapped
from faheng.charts.references import levels
from faheng.charts.scale import FULL, Scale, covered, ticks, value_scale


@given(st.lists(st.tuples(st.floats(0, 300), st.floats(20, 160)), max_size=12))
def test_flags_touch_neither_labels_nor_stems(pairs):
    ends, widths = [p[0] for p in sorted(pairs)], [p[1] for p in sorted(pairs)]
    placed = levels(ends, widths)

    for i, level in enumerate(placed):
        for j in range(i):
            covers = ends[j] > ends[i] - widths[i]
            assert not covers or placed[j] < level


def test_colours_stay_with_their_localities():
    few = colours(["a", "b", "c"], "a", ["b", "c"], LIGHT)
    more = colours(["d", "c", "b", "a"], "a", ["b", "c", "d"], LIGHT)

    assert [few[code] for code in "abc"] == [more[code] for code in "abc"]
    assert LIGHT.peer == colours(["z"], "a", [], LIGHT)["z"]


@pytest.mark.parametrize("look", [LIGHT, DARK])
def test_text_colours_can_be_read(look):
    tones = [look.reference, look.disputed, look.accent, look.peer, *look.selected]

    assert all(contrast(look.text(tone), look.paper) >= 4.5 for tone in tones)
    assert contrast(look.muted, look.paper) >= 4.5


@given(st.text("法衡城东区，。（）2020 abc%<&", max_size=80), st.integers(60, 400))
def test_wrapping_loses_nothing_and_fits(text, width):
    lines = wrapped(text, width, 12).split("<br>")
    kept = "".join(lines).replace("&lt;", "<").replace("&amp;", "&").replace("&gt;", ">")

    assert text.replace(" ", "") == kept.replace(" ", "")
    assert line_count("") == 0


def test_a_long_name_is_shortened_to_its_room():
    assert shortened("呼伦贝尔市海拉尔区", 40, 13) == "呼伦…"
    assert shortened("沈阳", 40, 13) == "沈阳"
    assert text_px("沈阳", 10) > text_px("Shen", 10) * 0.8


@given(st.lists(st.floats(0, 200), max_size=8))
def test_stacked_labels_stand_apart_and_never_sink(wanted):
    placed = sorted(stacked(wanted, 16))

    assert all(b - a >= 16 - 1e-6 for a, b in pairwise(placed))
    assert all(got <= want for got, want in zip(stacked(wanted, 16), wanted, strict=True))


def test_a_label_takes_the_first_free_place():
    boxes = [Box(0, 0, 10, 10), Box(0, 20, 10, 30)]

    assert boxes[1] == first_free(boxes, [Box(5, 5, 8, 8)])
    assert first_free(boxes, [Box(0, 0, 99, 99)]) is None
    assert any(box.touches(Box(48, 48, 52, 52)) for box in along((0, 0), (100, 100)))


@given(st.lists(st.floats(0, 100), min_size=1, max_size=20), st.booleans())
def test_a_scale_holds_its_values_and_a_few_ticks(values, rate):
    scale = value_scale(values, rate=rate)

    assert scale.low <= min(values) <= max(values) <= scale.high
    assert rate or scale.low == 0
    assert 1 <= len(ticks(scale)) <= 7
    raised, at = covered(scale)
    assert raised.high >= at[-1] >= scale.high - 1e-6
    assert not rate or raised.high <= FULL


def test_padding_leaves_the_asked_pixels_free():
    low, high = Scale(0, 100).padded(200, 20, 30)

    assert pytest.approx((0 - low) / (high - low) * 200) == 20
    assert pytest.approx((high - 100) / (high - low) * 200) == 30
