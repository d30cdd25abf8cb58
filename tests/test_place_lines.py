"""The table of places as bytes: the same lines as cell by cell, and no fault that passes unseen."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from faheng.data import places
from faheng.data.place_lines import ListedLines, PlaceLine, SoundLines, sound_lines
from faheng.data.places import HEADERS, read_places
from faheng.data.reference import read_reference
from faheng.paths import DATA
from faheng.reading.about.places import Gazetteer

HEADER = HEADERS["localities"]
LINES = (
    PlaceLine("000000", "全国", "country", ""),
    PlaceLine("610000", "陕西省", "province", "000000"),
    PlaceLine("610100", "西安市", "prefecture", "610000"),
    PlaceLine("610124", "周至县", "county", "610100"),
    PlaceLine("610124100", "二曲街道", "township", "610124"),
    PlaceLine("610124101", "𬟁村镇", "township", "610124"),
    PlaceLine("610124102", "二曲镇", "township", "610124"),
)
FILE = "\n".join(",".join(line) for line in (HEADER, *LINES)) + "\n"


def written(folder: Path, content: str) -> Path:
    path = folder / "localities.csv"
    path.write_text(content, encoding="utf-8", newline="")
    return path


@pytest.fixture(scope="module")
def sound(tmp_path_factory) -> SoundLines:
    found = sound_lines(written(tmp_path_factory.mktemp("places"), FILE), HEADER)
    assert found is not None
    return found


def test_each_line_is_found_by_its_code(sound):
    """Before and after somebody walks over all of them."""
    one_by_one = [sound[line.code] for line in LINES]

    assert list(LINES) == one_by_one
    assert list(LINES) == list(sound.values())
    assert list(LINES) == [sound[line.code] for line in LINES]
    assert [line.name for line in LINES] == list(sound.names())


@pytest.mark.parametrize("code", ["", "61012", "0610124", "610124103", "６１０１２４", "周至县", "9" * 30])
def test_what_is_no_code_is_not_found(sound, code):
    """No code stands for another: not by a zero before it, not in other digits."""
    assert code not in sound
    assert sound.get(code) is None


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("610124,周至县", "610100,周至县"),  # the code of another place
        ("610124101,", "61012410x,"),
        ("610124101,", ","),
        (",二曲镇,", ",,"),
        ("township,610124\n", "village,610124\n"),
        ("township,610124\n", "township,610125\n"),
        ("township,610124\n", "township,\n"),
        ("township,610124\n", "township,610124102\n"),
        ("county,610100", "county,610124"),
        ("county,610100", "prefecture,610100"),
        ("610124102,二曲镇", "610124102,二曲镇,"),
        ("610124102,二曲镇", "610124102 ,二曲镇"),
        ("二曲镇", '"二曲镇"'),
        ("\n610124,", "\n\n610124,"),
        ("parent_code", "parent"),
        ("county,610100\n", "county,610100\r\n"),
    ],
)
def test_a_line_with_anything_unusual_is_read_cell_by_cell(tmp_path, old, new):
    """There the fault is told, or found to be none."""
    assert FILE.count(old) >= 1

    assert sound_lines(written(tmp_path, FILE.replace(old, new)), HEADER) is None


def test_a_last_line_without_an_end_is_a_line(tmp_path):
    """Editors leave it out."""
    assert list(LINES) == list((sound_lines(written(tmp_path, FILE[:-1]), HEADER) or {}).values())


@given(st.sets(st.text(st.sampled_from("二曲𬟁村周至西安国镇x\n"), min_size=2, max_size=2)))
def test_names_are_found_by_how_they_begin(sound, pairs):
    """All at once as one by one, with characters beyond the first 65,536 too."""
    assert set(ListedLines(LINES).beginning_with(pairs)) == set(sound.beginning_with(pairs))


def test_names_learned_text_by_text_are_those_learned_at_once():
    """What a text before taught changes nothing for the next one."""
    problems: list = []
    every = read_places(DATA / "reference", problems).localities
    texts = ("周至县2019年法治政府建设", "西安市周至县二曲街道", "光明新区、光明区和乾安县", "干安县人民政府")
    one_by_one = Gazetteer.over(every)
    found = [list(one_by_one.named_in(text)) for text in texts]
    at_once = Gazetteer.over(every)
    at_once.names.every()

    assert [] == problems
    assert all(found)
    assert found == [list(at_once.named_in(text)) for text in texts]


def test_reading_the_reference_walks_over_no_places(monkeypatch):
    """Of 42,000 places none is made before something asks for it: a reading would wait for all of them."""
    monkeypatch.setattr(places, "KEPT", {})
    problems: list = []
    found = read_reference(DATA / "reference", problems).localities

    assert [] == problems
    assert isinstance(found.lines, SoundLines)
    assert {} == found.lines.taken
