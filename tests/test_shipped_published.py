"""What must hold of the shipped figures of which only the clause was seen: peers, series, and how they are shown."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from urllib.parse import parse_qsl

import pytest
from conftest import shipped_dataset, shown
from drawn import cards, figures, html, matrix, opened, served, text, words_on  # noqa: F401 (served is a fixture)

from faheng.exports.store_package import store_package
from faheng.measures import Footing
from faheng.model import Bound, Level
from faheng.store.read import Snapshot
from faheng.views.comparison import comparison_view
from faheng.views.places import find_places
from faheng.views.selection import Selection, read
from faheng.views.view import known, view_of
from faheng.views.years import LEAST_COMPARABLE

APPEARANCE = "court_appearance_rate"
TONGZHOU, SHANDONG, YUNNAN, SHANGHAI, FUJIAN, QINGHAI = "110112", "370000", "530000", "310000", "350000", "630000"
# Place, those beside it, indicator and year of a comparison in which three or more figures may stand beside each other.
COMPARED = [
    (SHANDONG, [SHANGHAI, YUNNAN, FUJIAN], APPEARANCE, 2022),
    ("370200", ["370400", "371100", "371500", "371600"], APPEARANCE, 2020),
    ("520000", [SHANDONG, "330100"], "online_handling_rate", 2020),
    (SHANDONG, ["320000", FUJIAN, YUNNAN], "litigation_loss_rate", 2022),
    (SHANDONG, [SHANGHAI, YUNNAN, "320000"], "litigation_cases", 2024),
    ("330300", ["211200", "321000", "442000", "320500"], "reconsideration_applications", 2024),
    ("420100", ["420300", "420600", "420900", "421200", "422800"], "reconsideration_accepted", 2020),
    ("500238114", ["500230209", "321183102"], "law_study_sessions", 2025),
]


def verdicts(
    shipped: Snapshot, indicator: str, *places: str, years: list[int] | None
) -> dict[tuple[str, int], list[str]]:
    """What holds of each cell, by place and year."""
    found = shown(shipped, places, [indicator], years)
    return {(row.locality_code, row.year): list(row.verdicts) for row in found.itertuples()}


@pytest.mark.parametrize(("place", "beside", "indicator", "year"), COMPARED)
def test_true_peers_can_be_compared(
    shipped: Snapshot, place: str, beside: list[str], indicator: str, year: int
) -> None:
    """Every one of these places has a figure of this year that may stand beside the others."""
    found = verdicts(shipped, indicator, place, *beside, years=[year])

    assert {(each, year): ["compared"] for each in (place, *beside)} == found


# Addresses of 对比 in its default view, with how many comparable places: two headline indicators and many others.
LINKS = [
    ("place=370000&level=province&show=court_appearance_rate", 4),
    ("place=370200&province=370000&level=prefecture&show=court_appearance_rate", 5),
    ("place=520000&show=online_handling_rate", 4),
    ("place=310000&show=court_appearances", 4),
    ("place=370000&show=litigation_cases", 4),
    ("place=370100&province=370000&level=prefecture&show=litigation_cases", 6),
    ("place=370000&show=litigation_loss_rate", 4),
    ("place=370000&show=litigation_lost", 3),
    ("place=420100&province=420000&level=prefecture&show=reconsideration_applications", 6),
    ("place=420100&province=420000&level=prefecture&show=reconsideration_accepted", 6),
    ("place=500238114&show=law_study_sessions", 3),
    ("place=440308&level=county&show=congress_proposals", 3),
    ("place=440308&level=county&show=consultative_proposals", 3),
    ("place=370000&show=consultative_proposals", 6),
    ("place=370000&show=one_stop_items", 6),
    ("place=510000&show=market_entities_total", 6),
]


@pytest.mark.usefixtures("served")
@pytest.mark.parametrize(("address", "least"), LINKS)
def test_the_default_view_of_an_address_compares_three_or_more(address: str, least: int) -> None:
    """What 对比 draws where the reader has set nothing but the filter, ours among the places that are comparable."""
    selection, left_out = read(dict(parse_qsl(address)), known())
    drawn = comparison_view(selection.indicators[0], Footing(), view_of(selection, str(selection.place)))

    assert not left_out
    assert not isinstance(drawn, str)
    comparable = [cell.locality_code for cell in drawn.cells if cell.comparable]
    assert least <= len(comparable)
    assert selection.place in comparable


def test_three_places_of_a_level_are_comparable_by_many_indicators(shipped: Snapshot) -> None:
    """From the data itself: in one year, by nine indicators or more, a headline among them."""
    places = {level: shipped.rows("pages/compare__places", locality="", province=None, level=level, limit=200)["code"]
              for level in ("province", "prefecture", "county", "township")}  # fmt: skip
    every = shipped.rows("pages/filters__indicators", language="zh")
    years = shipped.rows("pages/filters__years")["year"].tolist()
    found = set()
    for codes in places.values():
        cells = shown(shipped, codes.tolist(), every["id"].tolist(), years)
        known_cells = cells[cells["value"].notna()]
        comparable = known_cells[["compared" in said for said in known_cells["verdicts"]]]
        by_year = comparable.groupby(["indicator_id", "year"])["locality_code"].nunique()
        found |= set(by_year[by_year >= LEAST_COMPARABLE].index.get_level_values("indicator_id"))

    assert APPEARANCE in found
    assert 9 <= len(found)


def test_court_appearance_of_provinces(shipped: Snapshot) -> None:
    """2022-2024: five provinces comparable, and of each other the reason."""
    provinces = [SHANDONG, FUJIAN, YUNNAN, SHANGHAI, QINGHAI, "220000", "620000"]
    found = verdicts(shipped, APPEARANCE, *provinces, years=[2022, 2023, 2024])

    comparable = {place for (place, _), said in found.items() if "compared" in said}
    assert {SHANDONG, FUJIAN, YUNNAN, SHANGHAI, QINGHAI} == comparable
    # 吉林: of July alone; 甘肃: over five years, and a bound.
    assert (["other_period"], ["other_period", "bounded"]) == (found["220000", 2022], found["620000", 2022])


@pytest.mark.usefixtures("served")
def test_six_provinces_are_comparable_by_court_appearance() -> None:
    """2022-2024 as the pages see it, all provinces asked for: each figure is comparable or has its reason."""
    first, *others = (hit.code for hit in find_places("", "zh", level=Level.PROVINCE, limit=60))
    view = view_of(Selection(place=first, beside=tuple(others)), first)
    stated = [cell for cell in view.cells([APPEARANCE], years=[2022, 2023, 2024]) if cell.value is not None]

    assert {SHANDONG, FUJIAN, YUNNAN, SHANGHAI, QINGHAI} <= {cell.locality_code for cell in stated if cell.comparable}
    assert 6 <= len({cell.locality_code for cell in stated if cell.comparable})
    reasons = {(cell.locality_code, cell.year): cell.verdicts[0] for cell in stated if not cell.comparable}
    assert {
        (SHANGHAI, 2023): "implied", ("220000", 2022): "other_period", ("620000", 2022): "other_period",
    } == reasons  # fmt: skip


@pytest.mark.usefixtures("served")
def test_the_trend_of_tongzhou_has_no_gap() -> None:
    """趋势 draws the six years as one line with their values."""
    app = opened("trends", place=TONGZHOU, show="reconsideration_applications", lang="zh")
    (figure,) = figures(app)
    drawn = [trace for trace in figure["data"] if "lines" in trace.get("mode", "")]

    assert [] == [value for trace in drawn for value in trace["y"] if value is None]
    for value in ("176", "172", "281", "558", "1,113", "1,696"):
        assert value in words_on(app)


def test_reconsideration_of_tongzhou_is_a_series(shipped: Snapshot) -> None:
    """收到行政复议申请 2019-2024 without a gap, each comparable."""
    years = list(range(2019, 2025))
    found = shown(shipped, [TONGZHOU], ["reconsideration_applications"], years)

    assert [176, 172, 281, 558, 1113, 1696] == found["value"].tolist()
    assert [["compared"]] * 6 == [list(each) for each in found["verdicts"]]


def test_a_bound_stands_in_its_clause() -> None:
    """Nothing is `about` but what its clause calls so: a numeral in 万 is as exact as it is printed."""
    figures = [each for each in shipped_dataset().observations if each.evidence.span is None]
    vague = [each.evidence.phrase for each in figures if each.bound is Bound.ABOUT]

    assert vague
    assert [] == [phrase for phrase in vague if not re.search("约|約|近", phrase)]


@pytest.mark.parametrize(
    ("place", "indicator", "year", "scope"),
    [
        ("440402", "reconsideration_applications", 2018, "government_only"),
        ("110000", "law_study_sessions", 2021, "before_meetings"),
        ("500154107", "law_study_sessions", 2025, "named_programme"),
        ("210000", "reconsideration_settlement_rate", 2024, "base_unstated"),
        ("150000", "litigation_cases", 2022, "instance_unstated"),
    ],
)
def test_a_part_is_not_compared(shipped: Snapshot, place: str, indicator: str, year: int, scope: str) -> None:
    """What counts a part of the place, or leaves open what it counts, says so and stands beside nothing."""
    figure = next(
        each
        for each in shipped_dataset().observations
        if (each.locality_code, each.indicator_id, each.period_end.year) == (place, indicator, year)
    )

    assert scope == figure.scope
    assert "compared" not in verdicts(shipped, indicator, place, years=[year])[place, year]


@pytest.mark.parametrize(
    ("place", "indicator", "year", "verdict"),
    [
        (TONGZHOU, "reconsideration_corrected", 2022, "disputed"),
        ("440400", APPEARANCE, 2018, "other_definition"),
        (QINGHAI, "litigation_loss_rate", 2023, "other_definition"),
        ("440100", "litigation_cases", 2024, "other_definition"),
    ],
    ids=["51 or 60", "87 of 434 or of 400", "another base", "21,544 or 20,665"],
)
def test_what_is_in_conflict_is_not_compared(
    shipped: Snapshot, place: str, indicator: str, year: int, verdict: str
) -> None:
    """The known conflicts of the collection."""
    assert verdict == verdicts(shipped, indicator, place, years=[year])[place, year][0]


def seen(indicator: str, place: str, year: int) -> str:
    """The id of the figure of a place and year."""
    figures = shipped_dataset().observations
    return next(
        each.id
        for each in figures
        if (each.indicator_id, each.locality_code) == (indicator, place) and each.period_end.year == year
    )


@pytest.mark.usefixtures("served")
@pytest.mark.parametrize(("language", "word"), [("zh", "（转载）"), ("en", "(reprint)")])
def test_the_evidence_says_what_was_seen(language: str, word: str) -> None:
    """A reprint; who published it; that the text is not held; no place in a text, no checksum; the address."""
    said = " ".join(html(opened("evidence", obs=seen(APPEARANCE, YUNNAN, 2023), lang=language)))

    assert word in text(said)
    kept = {"zh": "刊于中国网；仅见所引语句，原文未收入", "en": "published by China.com.cn; only this clause was seen"}
    assert kept[language] in text(said)
    assert "SHA-256" not in said
    assert 'href="http://big5.china.com.cn/' in said


@pytest.mark.usefixtures("served")
def test_an_original_is_no_reprint() -> None:
    """The page of the authority itself was seen: its address and no 转载."""
    said = " ".join(html(opened("evidence", obs=seen("reconsideration_applications", TONGZHOU, 2024), lang="zh")))

    assert "刊于北京市通州区人民政府" in text(said)
    assert "转载" not in text(said)
    assert 'href="https://www.bjtzh.gov.cn/' in said


@pytest.mark.usefixtures("served")
def test_a_card_and_the_matrix_say_that_it_is_a_reprint() -> None:
    """Beside the value, where its period is said."""
    app = opened(place=YUNNAN, years="2022", lang="zh")

    assert any("80.98%" in card and "转载" in card for card in map(text, cards(app)))
    assert "转载" in str(matrix(app))


@pytest.mark.usefixtures("served")
def test_the_package_says_what_was_seen_of_each_figure() -> None:
    """A column of the figures and of the reports; of a source with many places there is one line among the sources."""
    with zipfile.ZipFile(io.BytesIO(b"".join(store_package("zh")))) as archive:
        cells, reports = (
            list(csv.DictReader(io.TextIOWrapper(archive.open(f"data/{name}.csv"), "utf-8-sig")))
            for name in ("cells", "reports")
        )
        sources = json.loads(archive.read("datapackage.json"))["sources"]

    told = {row["source_kind"] for row in cells if row["locality_code"] in (YUNNAN, TONGZHOU)}
    assert ({"original", "copy"}, {"original", "copy"}) == (told, {row["source_kind"] for row in reports})
    assert {""} == {row["sha256"] for row in reports if row["source_kind"] == "copy"}
    assert len(sources) == len({tuple(sorted(each.items())) for each in sources})
