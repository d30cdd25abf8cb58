"""What a version changes (queries/changes), as records and as a sentence that a leader can read."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from conftest import small_dataset
from factories import KAIYUAN, SHENYANG, WANYUAN, observation, report

from faheng.data.read import Dataset
from faheng.errors import StoreDamaged, UnknownSnapshot
from faheng.intake.history import before, changes_of, news, versions
from faheng.intake.publish import compared
from faheng.model import Bound
from faheng.model.change import Differences
from faheng.store import news as noting
from faheng.store.compare import changes_between
from faheng.store.origin import SnapshotOrigin
from faheng.store.write import build_store
from faheng.words.catalogue import words
from faheng.words.changes import change_parts, change_sentence

RATE, SUCCESS = "court_appearance_rate", "mediation_success_rate"


def dataset(*facts: tuple[str, int, str, object]) -> Dataset:
    """Place, year, indicator and value of each figure, one report a place and year."""
    figures = tuple(
        observation(value, indicator=indicator, locality=place, year=year, unit="percent", at=number * 20)
        for number, (place, year, indicator, value) in enumerate(facts)
    )
    reports = {each.report_id: each for each in figures}
    return replace(
        small_dataset(),
        reports=tuple(report(name, locality=str(each.locality_code), year=each.period_end.year)  # type: ignore[union-attr]
                      for name, each in reports.items()),
        observations=figures,
        findings=(),
    )  # fmt: skip


def between(tmp_path: Path, earlier: Dataset, later: Dataset) -> Differences:
    """What the second has otherwise; both are made as snapshots."""
    origin = SnapshotOrigin(0, "", "甲")
    return changes_between(build_store(earlier, tmp_path, origin), build_store(later, tmp_path, origin))


def said(changes: Differences, language: str = "zh") -> str:
    return change_sentence(changes, date(2026, 3, 2), words(language))


def test_a_new_report_and_a_corrected_value(tmp_path: Path) -> None:
    """The cells of a new report are told with it, and a value elsewhere with what it was."""
    changes = between(
        tmp_path,
        dataset((WANYUAN, 2022, SUCCESS, "98")),
        dataset((WANYUAN, 2022, SUCCESS, "96.9"), (KAIYUAN, 2023, RATE, "81"), (KAIYUAN, 2023, SUCCESS, "95")),
    )

    assert [("changed", WANYUAN, Decimal("98.000000"), Decimal("96.900000"))] == [
        (each.kind, each.locality_code, each.value_before, each.value) for each in changes.changed_values
    ]
    assert [(KAIYUAN, RATE), (KAIYUAN, SUCCESS)] == sorted(
        (each.locality_code, each.indicator_id) for each in changes.new_cells
    )
    assert [(KAIYUAN, 2023, True)] == [(each.locality_code, each.year, each.first) for each in changes.first_reports]
    assert "2026年3月2日：新增开原市2023年报告；万源市2022年的人民调解成功率由 98% 更正为 96.9%" == said(changes)
    assert (
        "2 March 2026: added: the report of Kaiyuan for 2023; "
        "Mediation success rate of Wanyuan (2022) corrected from 98% to 96.9%"
    ) == said(changes, "en")


def test_a_figure_that_is_added_to_a_report_is_named(tmp_path: Path) -> None:
    """No report came with which it would be told."""
    one = (WANYUAN, 2022, SUCCESS, "98")
    changes = between(tmp_path, dataset(one), dataset(one, (WANYUAN, 2022, RATE, "70")))

    assert "2026年3月2日：新增万源市2022年的行政机关负责人出庭应诉率 70%" == said(changes)
    assert said(changes, "en").endswith("of Wanyuan (2022) added, 70%")


def test_a_second_report_is_no_first_one(tmp_path: Path) -> None:
    one = (WANYUAN, 2021, RATE, "70")
    changes = between(tmp_path, dataset(one), dataset(one, (WANYUAN, 2022, RATE, "71")))

    assert [False] == [each.first for each in changes.reports]
    assert () == changes.first_reports


def test_a_figure_that_is_gone_and_one_that_cannot_be_compared_any_more(tmp_path: Path) -> None:
    kept = (SHENYANG, 2022, SUCCESS, "90")
    earlier = dataset((SHENYANG, 2022, RATE, "70"), kept)
    later = dataset(kept)
    bounded = replace(later, observations=(replace(later.observations[0], bound=Bound.AT_LEAST),))
    changes = between(tmp_path, earlier, bounded)

    assert [RATE] == [each.indicator_id for each in changes.gone_cells]
    assert [SUCCESS] == [each.indicator_id for each in changes.now_incomparable]
    assert [SUCCESS] == [each.indicator_id for each in changes.changed_values]
    parts = list(change_parts(changes, words("zh")))
    assert "沈阳市2022年的行政机关负责人出庭应诉率不再收录（原为 70%）" in parts
    assert "沈阳市2022年的人民调解成功率不再可比" in parts


def test_a_new_contradiction_is_told(tmp_path: Path) -> None:
    """Two reports that say different things of one cell."""
    first = dataset((WANYUAN, 2022, RATE, "70"))
    second = replace(
        first,
        reports=(*first.reports, report("wanyuan-again", locality=WANYUAN, year=2022)),
        observations=(
            *first.observations,
            observation("75", locality=WANYUAN, year=2022, report="wanyuan-again", unit="percent"),
        ),
    )  # fmt: skip
    changes = between(tmp_path, first, second)

    assert ["two_reports"] == [each.check for each in changes.findings if each.severity == "contradiction"]
    assert "新发现矛盾 1 处" in said(changes)


def test_many_changes_are_named_in_part_and_counted(tmp_path: Path) -> None:
    years = range(2010, 2018)
    changes = between(
        tmp_path,
        dataset(*((WANYUAN, year, RATE, "70") for year in years)),
        dataset(*((WANYUAN, year, RATE, "71") for year in years)),
    )

    parts = list(change_parts(changes, words("zh")))
    assert 6 == len(parts)
    assert "类似变化另有 3 处" == parts[-1]


def test_the_same_twice_changes_nothing(tmp_path: Path) -> None:
    data = dataset((WANYUAN, 2022, RATE, "70"))
    changes = between(tmp_path, data, data)

    assert changes.is_empty
    assert "2026年3月2日：没有变化" == said(changes)
    assert news(tmp_path) is None


def test_the_news_are_those_of_the_published_version(tmp_path: Path) -> None:
    assert news(tmp_path) is None
    between(tmp_path, dataset((WANYUAN, 2022, RATE, "70")), dataset((WANYUAN, 2022, RATE, "71")))

    told = news(tmp_path)

    assert told is not None
    assert "甲" == told.who
    assert 1 == len(told.differences.changed_values)
    earlier = before(tmp_path)
    assert earlier is not None
    assert "faheng-1.duckdb" == earlier.name


def test_of_too_many_places_no_news_are_noted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A new program changes a whole country: two versions can still be compared, which takes its time."""
    monkeypatch.setattr(noting, "MOST_PLACES", 0)

    changes = between(tmp_path, dataset((WANYUAN, 2022, RATE, "70")), dataset((WANYUAN, 2022, RATE, "71")))

    assert news(tmp_path) is None
    assert 1 == len(changes.changed_values)


def test_a_version_that_cannot_be_read_is_named_and_stops_nothing(tmp_path: Path) -> None:
    """In the list it says so; compared it is one line."""
    between(tmp_path, dataset((WANYUAN, 2022, RATE, "70")), dataset((WANYUAN, 2022, RATE, "71")))
    first = tmp_path / "faheng-1.duckdb"
    first.write_bytes(first.read_bytes()[:4096])

    assert [(2, True), (1, False)] == [(each.number, each.readable) for each in versions(tmp_path)]
    with pytest.raises(StoreDamaged, match=r"faheng-1.duckdb and faheng-2.duckdb cannot be compared"):
        changes_of(tmp_path, 1, 2)
    with pytest.raises(UnknownSnapshot, match="kept are: 1, 2"):
        changes_of(tmp_path, 1, 7)
    assert compared(first, tmp_path / "faheng-2.duckdb") is None
    assert news(tmp_path) is None
