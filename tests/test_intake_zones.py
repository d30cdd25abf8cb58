"""A functional zone that the tables do not know, added by hand, by page or command; published; shipped."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import small_dataset
from intakes import one, opened
from own_reports import text_file, text_of

from faheng.checks.registry import CHECKS
from faheng.commands import intake as commands
from faheng.data.read import read_dataset
from faheng.data.zones import ZONES, with_zones
from faheng.errors import CannotDecide
from faheng.intake.decide import Editor
from faheng.intake.export import export_ledger
from faheng.intake.intake import Intake
from faheng.intake.publish import publish
from faheng.paths import DATA
from faheng.store.read import Snapshot
from faheng.words.catalogue import words
from faheng.words.troubles import trouble_text

ZONE = "城东临空经济区"
CODE = f"630102-{ZONE}"


def placed(intake: Intake, report: str = "") -> str:
    """Add the zone, and settle the report there."""
    editor = Editor(intake, "李四")
    zone = editor.add_zone("630102", f" {ZONE}\n")
    if report:
        editor.settle(opened(intake, report).state, {"locality_code": zone.code})
    return zone.code


def test_a_zone_is_a_place_in_the_next_snapshot(intake: Intake, tmp_path: Path) -> None:
    """With its report, below its parent; the place itself gets none of the zone's figures. One was published before."""
    name = one(intake, text_file(tmp_path, year=2021))
    publish(intake.folder, "李四")
    assert CODE == placed(intake, name)

    store = Snapshot(publish(intake.folder, "李四").snapshot)._connection
    told = store.execute("select level, parent_code, name_zh from locality where code = ?", [CODE]).fetchall()
    of = store.execute("select distinct locality_code from observation where report_id = ?", [name]).fetchall()

    assert [("zone", "630102", ZONE)] == told
    assert [(CODE,)] == of


def test_the_next_report_of_the_zone_is_known_by_its_name(intake: Intake, tmp_path: Path) -> None:
    """A later import finds it in the text, in a process of its own as well."""
    placed(intake)
    path = tmp_path / "zone.txt"
    path.write_text(text_of("630102", 2022).replace("城东区人民政府", f"{ZONE}管委会").replace("城东区", ZONE), "utf-8")

    assert CODE == opened(intake, one(intake, path)).state.about.locality_code


@pytest.mark.parametrize(
    ("parent", "name", "said"),
    [
        ("630102", "  ", "未填写功能区名称"),
        ("630102", "甲.乙区", "“甲.乙区”不能作为功能区名称"),
        ("630102", "（）", "不能作为功能区名称"),
        ("", ZONE, "请查找并选择它所在的地区"),
        ("999999", ZONE, "请查找并选择它所在的地区"),
        ("000000", ZONE, "请查找并选择它所在的地区"),
        ("440300-大鹏新区", ZONE, "请查找并选择它所在的地区"),
        ("440300", "大鹏新区", "已有“大鹏新区”（440300-大鹏新区）"),
        ("440300", "光明新区", "已有“光明新区”（440311）"),
        ("440300", "光明区", "已有“光明区”（440311）"),
    ],
)
def test_what_is_no_new_zone_is_said(intake: Intake, parent: str, name: str, said: str) -> None:
    with pytest.raises(CannotDecide) as told:
        Editor(intake, "李四").add_zone(parent, name)

    assert said in trouble_text(str(told.value), words("zh"))
    assert 0 == intake.ledger.position


def test_the_same_zone_twice_is_known(intake: Intake) -> None:
    placed(intake)

    with pytest.raises(CannotDecide, match=f"known already as {CODE}"):
        placed(intake)


def test_a_zone_can_be_taken_back_until_a_report_is_of_it(intake: Intake, tmp_path: Path) -> None:
    placed(intake)
    editor = Editor(intake, "李四")
    editor.undo([1])
    assert () == intake.storage.zones
    editor.undo([2])
    assert [CODE] == [each.code for each in intake.storage.zones]

    name = one(intake, text_file(tmp_path))
    editor.settle(opened(intake, name).state, {"locality_code": CODE})
    with pytest.raises(CannotDecide) as told:
        editor.undo([1])
    assert "有报告属于该功能区" in trouble_text(str(told.value), words("zh"))


def test_the_file_of_zones_is_ready_to_be_shipped(intake: Intake, tmp_path: Path) -> None:
    """All lines of today and the new one; read again it has no fault."""
    placed(intake)

    written = list(export_ledger(intake.folder, tmp_path / "out"))

    text = (tmp_path / "out" / ZONES).read_text("utf-8")
    assert str(tmp_path / "out" / ZONES) in written
    assert f"{(DATA / ZONES).read_text('utf-8')}{CODE},{ZONE},630102,,,,\n" == text


def test_a_shipped_zone_is_not_added_again(intake: Intake, data: Path) -> None:
    """A maintainer took the line over: the event changes nothing any more."""
    placed(intake)
    with (data / ZONES).open("a", encoding="utf-8") as file:
        file.write(f"{CODE},{ZONE},630102,2020,,,\n")
    places = read_dataset(data, CHECKS).places
    assert places is with_zones(places, [each.line for each in intake.storage.zones])
    assert 2020 == places.localities[CODE].valid_from


def test_the_small_dataset_of_tests_has_zones_too(intake: Intake) -> None:
    """Places that are a plain mapping."""
    placed(intake)
    assert CODE in with_zones(small_dataset().places, [each.line for each in intake.storage.zones]).localities


def test_the_command_adds_the_zone_of_its_option(
    intake: Intake, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("FAHENG_USER", "李四")
    given = commands.given_place(CODE, intake)

    assert given is not None
    assert CODE == given.locality_code
    assert f"{CODE}: added as a functional zone" in capsys.readouterr().out
    assert given == commands.given_place(CODE, intake)
    for wrong in ("630102x", f"9-{ZONE}", "630102-"):
        with pytest.raises(commands.click.UsageError):
            commands.given_place(wrong, intake)
    assert 1 == intake.ledger.position
