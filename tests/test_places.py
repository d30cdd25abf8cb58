"""The places of the country: who was called what and when, what became of them, and which one a text is of."""

from __future__ import annotations

import random
from collections import Counter

import pytest
from conftest import shipped_dataset
from place_texts import text_of
from shipped_reading import SHIPPED, recognise_cleaned

from faheng.data.place_lines import sound_lines
from faheng.data.places import HEADERS, Places, read_places
from faheng.model import ChangeKind, Level, Locality
from faheng.paths import DATA
from faheng.reading.about.namings import LEAST_NAME
from faheng.reading.texts.cleaned import Cleaned
from faheng.reading.texts.original import Original


@pytest.fixture(scope="module")
def places() -> Places:
    return shipped_dataset().places


def test_every_level_is_there(places):
    """The state of 2026: 34 provinces, 333 prefectures, 2,847 counties, 38,730 townships."""
    now = Counter(each.level for each in places.localities.values() if each.valid_to is None)

    assert {"province": 34, "prefecture": 333, "county": 2847, "township": 38730, "country": 1, "zone": 96} == now


def test_every_chain_ends_at_the_country(places):
    """Whatever a place lies in is there, and ends at 全国."""
    for place in places.localities.values():
        chain = [place.code]
        while places.localities[chain[-1]].parent_code:
            chain.append(places.localities[chain[-1]].parent_code)
        assert "000000" == chain[-1]
        assert len(chain) <= 6


def test_a_name_has_two_characters_or_more():
    """By the first two of them a text is searched for names."""
    gazetteer = SHIPPED.gazetteer

    assert [] == [name for names in (gazetteer.full, gazetteer.short) for name in names if len(name) < LEAST_NAME]


def test_a_county_that_became_a_district_goes_on(places):
    """达县 became 达川区 in 2013 with the same area: one place, its old code known."""
    place = places.localities["511703"]

    assert (("达县", 2013),) == place.former_names
    assert [ChangeKind.TO_DISTRICT] == [each.kind for each in place.changes if each.joined]
    assert "511703" == places.aliases["511721"]


def test_several_changes_of_one_place_stand_in_their_order(places):
    """襄阳县, then 襄阳区, then 襄州区: a name that the city above took over in the same year."""
    assert (("襄阳县", 2001), ("襄阳区", 2010)) == places.localities["420607"].former_names
    assert (("襄樊市", 2010),) == places.localities["420600"].former_names


def test_a_merger_ends_one_place_and_breaks_the_other(places):
    """崇文区 went into 东城区 in 2010: it is no more, and 东城区 has another area since."""
    gone, other = places.localities["110103"], places.localities["110101"]

    assert (2010, ("110101",)) == (gone.valid_to, gone.successors)
    assert [(2010, ChangeKind.MERGED, False)] == [(each.year, each.kind, each.joined) for each in other.changes]


def test_a_zone_that_became_a_district_is_the_district(places):
    """光明新区 until 2018 is 光明区; 大鹏新区 is a zone still, of its own level, and no county."""
    assert (("光明新区", 2018),) == places.localities["440311"].former_names
    assert Level.ZONE == places.localities["440300-大鹏新区"].level
    assert "440311" == places.aliases["440300-光明新区"]


def test_an_old_address_of_a_township_still_leads_to_it(places):
    """150525-tuchengzi was its code before the nine digits were known."""
    assert "土城子乡" == places.localities[places.aliases["150525-tuchengzi"]].name_zh


@pytest.mark.parametrize(
    ("name", "short", "english"),
    [
        ("秀山土家族苗族自治县", "秀山", "Xiushan Autonomous County"),
        ("土城子乡", "土城子", "Tuchengzi Township"),
        ("赵县", "赵县", "Zhaoxian County"),
        ("东乡族自治县", "东乡", "Dongxiang Autonomous County"),
        ("巴音郭楞蒙古自治州", "巴音郭楞", "Bayinguoleng Autonomous Prefecture"),
        ("六安市", "六安", "Lu'an"),
        ("东阿县", "东阿", "Dong'e County"),
        ("城关镇", "城关", "Chengguan Town"),
        ("东华门街道", "东华门", "Donghuamen Subdistrict"),
        ("大鹏新区", "大鹏", "Dapeng New Area"),
        ("长葛市", "长葛", "Changge"),
        ("都匀市", "都匀", "Duyun"),
        ("朝阳区", "朝阳", "Chaoyang District"),
        ("吕梁市", "吕梁", "Lüliang"),
        ("绿园区", "绿园", "Lüyuan District"),
    ],
)
def test_names_follow_from_the_full_one(places, name, short, english):
    """The stem in pinyin, then the kind; readings of place names before those of the dictionary."""
    named = Locality("1", name, "", Level.COUNTY, "", "", None, "")

    assert short == places.names.short(name)
    assert english == places.names.english_of(named)


def test_a_place_is_found_by_initials_letters_and_former_names():
    """What one types: ky and kaiyuan, and the name that it had before."""
    place = shipped_dataset().places.localities["511703"]
    words = shipped_dataset().places.names.search_of(place).split()

    assert {"dc", "dcq", "dachuan", "dachuanqu", "达县", "dx"} <= set(words)


def damaged(tmp_path, name: str, old: str, new: str) -> list[str]:
    """What is wrong when a piece of one file is another, a line each."""
    for each in HEADERS:
        text = (DATA / f"reference/{each}.csv").read_text(encoding="utf-8")
        assert each != name or old in text
        (tmp_path / f"{each}.csv").write_text(text.replace(old, new, 1) if each == name else text, encoding="utf-8")
    problems: list = []
    read_places(tmp_path, problems)
    return [str(each) for each in problems]


@pytest.mark.parametrize(
    ("name", "old", "new", "what"),
    [
        ("localities", "110101,东城区,county,110000", "110101,东城区,county,999999", "unknown '999999'"),
        ("localities", "110101,东城区,county,110000", "110101,东城区,borough,110000", "unknown 'borough'"),
        ("localities", "110101,东城区,county,110000", "110101,东城区,county,110101001", "of no higher level"),
        ("zones", "440300-大鹏新区,大鹏新区", "440300-大鹏,大鹏新区", "not made of parent and name"),
        ("zones", "2018,440311", "2018,440399", "unknown '440399'"),
        ("division_changes", "to_district", "to_distric", "unknown 'to_distric'"),
        ("place_aliases", "150525206", "150525999", "unknown '150525999'"),
        ("places_known", "630102,", "630199,", "unknown '630199'"),
    ],
)
def test_a_slip_is_one_line_with_its_place(tmp_path, name, old, new, what):
    """File, line, column and what to write instead."""
    problems = damaged(tmp_path, name, old, new)

    assert [what in each and f"{name}.csv:" in each for each in problems[:1]] == [True]


@pytest.mark.parametrize("name", HEADERS)
def test_a_file_cut_off_anywhere_is_a_problem_or_harmless(tmp_path, name):
    """Half a file, a stray quote, bytes that are no text: lines that name the file, or nothing, and no other error."""
    for each in HEADERS:
        (tmp_path / f"{each}.csv").write_bytes((DATA / f"reference/{each}.csv").read_bytes())
    whole = (DATA / f"reference/{name}.csv").read_bytes()
    quoted, foreign = whole[:40] + b'"' + whole[40:], whole[:60] + b"\xff\x00" + whole[60:]
    for spoilt in (whole[: len(whole) // 2 - 1], quoted, foreign, b""):
        (tmp_path / f"{name}.csv").write_bytes(spoilt)
        problems: list = []
        read_places(tmp_path, problems)
        assert all(each.file and each.line >= 1 and each.instead for each in problems)


def test_lines_read_cell_by_cell_give_the_same_places(tmp_path, places):
    """Quotes that nobody needs are no fault: such a file is read the long way, to the same end."""
    for each in HEADERS:
        (tmp_path / f"{each}.csv").write_bytes((DATA / f"reference/{each}.csv").read_bytes())
    file = tmp_path / "localities.csv"
    file.write_text(file.read_text(encoding="utf-8").replace(",北京市,", ',"北京市",'), encoding="utf-8")
    problems: list = []
    read = read_places(tmp_path, problems)

    assert [] == problems
    assert sound_lines(file, HEADERS["localities"]) is None
    assert list(places.localities) == list(read.localities)
    assert (places.codes, len(places.localities)) == (read.codes, len(read.localities))
    some = [*list(read.localities)[::50], "511703", "440311", "310101"]
    assert [places.localities[code] for code in some] == [read.localities[code] for code in some]


def recognised(text: str) -> str | None:
    """The place that a text is of, among all places of the country."""
    cleaned = Cleaned.of(Original("report", text, "txt", "", "", None), SHIPPED.texts)
    return recognise_cleaned(cleaned, SHIPPED.gazetteer, SHIPPED.about).locality_code


def told(places: Places, level: Level, most: int) -> Counter[str]:
    """How many generated reports of places of a level are given to the right place, to another, or to none."""
    dice = random.Random(20261129)  # noqa: S311 (a seed, so that every run is the same)
    pool = [
        each for each in places.localities.values()
        if each.level == level and each.valid_to is None and (each.valid_from or 0) < 2019 and not each.note
    ]  # fmt: skip
    outcome: Counter[str] = Counter()
    for place in dice.sample(pool, min(most, len(pool))):
        made = text_of(place, places.localities, dice)
        code = recognised(made.text)
        outcome["right" if code == place.code else "none" if code is None else "wrong"] += 1
    return outcome


@pytest.mark.parametrize("level", [Level.PROVINCE, Level.PREFECTURE, Level.COUNTY, Level.TOWNSHIP])
def test_a_report_of_any_place_is_given_to_it_or_to_none(places, level):
    """All provinces, prefectures and counties and 3,000 townships, in the forms that titles take."""
    outcome = told(places, level, 3000)

    assert outcome["right"] / outcome.total() >= 0.99
    assert outcome["wrong"] / outcome.total() <= 0.001


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("达县2012年法治政府建设情况的报告\n2012年,达县坚持依法行政。现将情况报告如下。", "511703"),
        ("达县2021年法治政府建设情况的报告\n2021年,达县坚持依法行政。现将情况报告如下。", None),
        ("深圳市光明新区2016年法治政府建设工作总结\n2016年,光明新区推进依法行政。现报告如下。", "440311"),
        ("2019年光明区法治政府建设年度报告\n2019年,深圳市光明区推进依法行政。现报告如下。", "440311"),
        ("大鹏新区2021年法治政府建设年度报告\n2021年,深圳市大鹏新区推进依法行政。", "440300-大鹏新区"),
        ("和平区2022年法治政府建设年度报告\n2022年,和平区坚持依法行政。现将情况报告如下。", None),
        ("沈阳市和平区2022年法治政府建设年度报告\n2022年,和平区坚持依法行政。", "210102"),
        ("城关镇2022年法治政府建设年度报告\n2022年,城关镇坚持依法行政。现将情况报告如下。", None),
        ("宣武区2008年依法行政工作报告\n2008年,北京市宣武区坚持依法行政。现将情况报告如下。", "110104"),
    ],
)
def test_a_place_is_found_by_the_name_of_its_time(text, code):
    """A former name until it ended; a name that many have only with what it lies in."""
    assert code == recognised(text)
