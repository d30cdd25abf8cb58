"""`faheng export`: every kind of file without a browser, and one line on bad input."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from docx import Document
from pptx import Presentation

from faheng import cli
from faheng.briefing.plan import BriefingPlan, PlannedView
from faheng.briefing.plan_text import plan_text
from faheng.errors import UnknownPlace
from faheng.exports import pictures

STARTS = {"csv": b"\xef\xbb\xbf", "parquet": b"PAR1", "package": b"PK", "xlsx": b"PK", "pptx": b"PK", "docx": b"PK"}


@pytest.fixture(autouse=True)
def published(shipped_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The shipped data are what is published."""
    monkeypatch.setenv("FAHENG_STORE", str(shipped_folder))


def export(*arguments: object) -> Result:
    """Run the command in this process."""
    return CliRunner().invoke(cli.main, ["export", *map(str, arguments)])


def saved(folder: Path, *views: PlannedView, **fields: str | bool) -> Path:
    """A plan as the page saves it."""
    path = folder / "briefing.json"
    path.write_text(plan_text(BriefingPlan(views=views, **fields)), encoding="utf-8")
    return path


def titles(path: Path) -> list[str]:
    return [slide.shapes.title.text_frame.text for slide in Presentation(str(path)).slides]


@pytest.mark.parametrize("kind", STARTS)
def test_every_kind_is_written_and_counted(kind: str, tmp_path: Path) -> None:
    result = export(kind, tmp_path / "out")

    assert (0, 1) == (result.exit_code, len(result.stdout.splitlines()))
    assert (tmp_path / "out").read_bytes().startswith(STARTS[kind])


def test_a_csv_holds_a_row_a_cell(tmp_path: Path) -> None:
    result = export("csv", tmp_path / "out.csv", "--language", "en")
    rows = list(csv.DictReader(io.StringIO((tmp_path / "out.csv").read_text(encoding="utf-8-sig"))))

    assert f"{tmp_path / 'out.csv'}: {len(rows):,} cells\n" == result.stdout
    assert {"locality", "verdicts", "evidence_phrase", "report_title", "snapshot"} <= set(rows[0])


def test_a_csv_of_a_briefing_holds_its_figures_alone(tmp_path: Path) -> None:
    export("csv", tmp_path / "out.csv", "--query", "compare?place=630102&show=court_appearance_rate")
    rows = list(csv.DictReader(io.StringIO((tmp_path / "out.csv").read_text(encoding="utf-8-sig"))))

    assert {"行政机关负责人出庭应诉率"} >= {row["指标"] for row in rows if row["数值"] == "72.7%"} != set()
    assert {"1"} == {row["数据版本"] for row in rows}


def test_a_package_has_a_field_for_every_column_and_a_row_for_every_report(tmp_path: Path) -> None:
    export("package", tmp_path / "out.zip")
    with zipfile.ZipFile(tmp_path / "out.zip") as archive:
        told = json.loads(archive.read("datapackage.json"))
        files = {each["name"]: archive.read(each["path"]).decode() for each in told["resources"]}
    heads = {name: text.splitlines()[0].split(",") for name, text in files.items()}

    assert ["cells", "indicators", "verdicts", "reports"] == list(heads)
    for each in told["resources"]:
        assert heads[each["name"]] == [field["name"] for field in each["schema"]["fields"]]
        assert set(each["schema"]["primaryKey"]) <= set(heads[each["name"]])


def test_a_saved_briefing_is_made_with_its_cover_and_its_order(tmp_path: Path) -> None:
    plan = saved(tmp_path, PlannedView("trends", {"place": "440308"}, "先", "乙"),
                 PlannedView("compare", {"place": "630102"}, "后", "甲"), title="月报")  # fmt: skip
    result = export("pptx", tmp_path / "out.pptx", "--briefing", plan, "--unit", "某局", "--appendix")

    assert (0, "") == (result.exit_code, result.stderr)
    assert ["月报", "目录", "先"] == titles(tmp_path / "out.pptx")[:3]
    assert titles(tmp_path / "out.pptx").index("先") < titles(tmp_path / "out.pptx").index("后")


def test_a_deck_has_a_slide_a_view_and_its_end_unless_more_is_asked_for(tmp_path: Path) -> None:
    queries = ("--query", "compare?place=630102&show=court_appearance_rate", "--query", "trends?place=440308")
    export("pptx", tmp_path / "short.pptx", *queries)
    export("pptx", tmp_path / "bare.pptx", *queries, "--no-sources")

    assert ["会前须核实", "资料来源"] == titles(tmp_path / "short.pptx")[3:]
    assert ["会前须核实"] == titles(tmp_path / "bare.pptx")[3:]


def test_the_options_win_over_what_a_saved_briefing_chooses(tmp_path: Path) -> None:
    plan = saved(tmp_path, PlannedView("compare", {"place": "630102"}), appendix=True, sources=False)
    export("pptx", tmp_path / "saved.pptx", "--briefing", plan)
    export("pptx", tmp_path / "other.pptx", "--briefing", plan, "--no-appendix", "--sources")

    assert "目录" in titles(tmp_path / "saved.pptx")
    assert "资料来源" not in titles(tmp_path / "saved.pptx")
    assert "目录" not in titles(tmp_path / "other.pptx")
    assert "资料来源" == titles(tmp_path / "other.pptx")[-1]


@pytest.mark.parametrize(("address", "told"), [("http://[::1]:8501", True), ("https://fa.example.gov.cn", False)])
def test_an_address_of_this_machine_alone_makes_no_link(address: str, told: bool, tmp_path: Path) -> None:
    result = export("csv", tmp_path / "out.csv", "--query", "compare?place=630102", "--address", address)

    assert told == ("别人打不开" in result.stderr)
    assert told != (address in (tmp_path / "out.csv").read_text(encoding="utf-8-sig"))


def test_views_can_be_given_by_their_addresses(tmp_path: Path) -> None:
    address = "http://127.0.0.1:8501/compare?place=630102&show=court_appearance_rate"
    result = export("docx", tmp_path / "out.docx", "--query", address, "--query", "trends?place=440308")

    assert (0, f"{tmp_path / 'out.docx'}：2 个视图\n") == (result.exit_code, result.stdout)


@pytest.mark.parametrize(
    "address", ["compare?place=630102&indicator=congress_proposals", "compare?place=630102&chart=pie"]
)
def test_what_a_page_does_not_know_is_said(address, tmp_path):
    """A misspelt filter would put another indicator on the slide in silence."""
    result = export("xlsx", tmp_path / "out.xlsx", "--query", address)

    assert address.partition("&")[2].split("=")[1] in result.stderr
    assert "不在数据库中" in result.stderr


def test_what_the_store_does_not_hold_is_told_and_the_rest_is_made(tmp_path: Path) -> None:
    result = export("xlsx", tmp_path / "out.xlsx", "--query", "compare?place=630102&with=nowhere")

    assert 0 == result.exit_code
    assert "网址中的“nowhere”不在数据库中，已略去。\n" == result.stderr


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--query", "evidence?obs=1"), "--query: 'evidence' is no page with views"),
        (("--query", "http://[x"), "--query: 'http://[x' is no address"),
        (("--query", "compare?place=630102&q=\udcff"), "the options: view 1: address holds half of a character"),
        (("--query", f"compare?place=630102&q={'x' * 3000}"), "the options: view 1: address is longer"),
        (("--title", "长" * 201, "--place", "630102"), "the options: title is no text of at most 200 characters"),
        (("--place", "0"), "no place '0' in the store"),
        (("--briefing", "bad.json"), "bad.json: line 1 is no JSON"),
        (("--briefing", "binary.json"), "binary.json: it is no text in UTF-8"),
    ],
    ids=["page", "bracket", "half", "long", "title", "place", "file", "binary"],
)
def test_bad_input_is_one_line(arguments: tuple[str, ...], told: str, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "bad.json").write_text("no", encoding="utf-8")
    (tmp_path / "binary.json").write_bytes(b"\xff\xfe\x00")
    result = export("pptx", tmp_path / "out.pptx", *arguments)

    assert (1, "", 1) == (result.exit_code, result.stdout, len(result.stderr.splitlines()))
    assert result.stderr.startswith(told)
    assert not (tmp_path / "out.pptx").exists()


def test_a_place_can_be_given_by_its_name(tmp_path: Path) -> None:
    by_name, by_code = (export("xlsx", tmp_path / f"{each}.xlsx", "--place", each) for each in ("开原市", "211282"))

    assert (0, "") == (by_name.exit_code, by_name.stderr)
    assert by_name.stdout.partition("：")[2] == by_code.stdout.partition("：")[2]


def test_a_name_of_several_places_is_answered_with_their_codes() -> None:
    told = str(UnknownPlace("朝阳区", ["110105 朝阳区 北京", "220104 朝阳区 长春"]))

    assert "'朝阳区' names 2 places: give the code of one (110105 朝阳区 北京, 220104 朝阳区 长春)" == told


def test_a_trend_needs_two_years_of_our_place(tmp_path: Path) -> None:
    """One point over the years says nothing."""
    for place, expected in (("630102", False), ("440308", True)):
        export("pptx", tmp_path / "out.pptx", "--place", place, "--language", "en", "--appendix")
        assert expected == any(title.endswith("over the years") for title in titles(tmp_path / "out.pptx"))


def test_without_a_place_the_example_is_named(tmp_path: Path) -> None:
    zh, en = (export("xlsx", tmp_path / "out.xlsx", "--language", each).stderr for each in ("zh", "en"))

    assert zh.startswith("未指定地区，以云南省为例")
    assert en.startswith("No place is given: Yunnan")


def test_a_view_that_names_no_place_is_of_the_one_given_and_else_of_the_example_which_is_said(tmp_path: Path) -> None:
    bare = ("--query", "compare?show=court_appearance_rate", "--address", "https://example.org", "--language", "en")
    given, left = (export("csv", tmp_path / "out.csv", *bare, *more) for more in (("--place", "Chengdong"), ()))
    rows = list(csv.DictReader(io.StringIO((tmp_path / "out.csv").read_text(encoding="utf-8-sig"))))

    assert ("", 0, 0) == (given.stderr, given.exit_code, left.exit_code)
    assert left.stderr.startswith("No place is given: Yunnan")
    assert {"https://example.org/compare?place=530000&show=court_appearance_rate"} == {row["Link"] for row in rows}


def test_without_an_address_there_are_no_links(tmp_path: Path) -> None:
    query = ("--query", "compare?place=630102&show=court_appearance_rate")
    export("csv", tmp_path / "none.csv", *query)
    export("csv", tmp_path / "some.csv", *query, "--address", "https://example.org/")

    def links(name: str) -> set[str]:
        return {row["链接"] for row in csv.DictReader(io.StringIO((tmp_path / name).read_text(encoding="utf-8-sig")))}

    assert [{""}, {"https://example.org/compare?place=630102&show=court_appearance_rate"}] == [
        links("none.csv"), links("some.csv")
    ]  # fmt: skip


@pytest.mark.parametrize(("kind", "name"), [("pptx", "x.docx"), ("csv", "x.XLSX"), ("png", "x.pdf")])
def test_the_ending_of_another_kind_is_refused(kind: str, name: str, tmp_path: Path) -> None:
    result = export(kind, tmp_path / name)

    assert (2, []) == (result.exit_code, list(tmp_path.iterdir()))
    assert f"'{name}' ends as another kind of file: {kind} is .{kind}" in result.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize("kind", ["csv", "package", "pptx"])
def test_a_file_that_cannot_be_written_is_one_line(kind: str) -> None:
    result = export(kind, "/dev/full", *(() if kind == "package" else ("--place", "630102")))

    assert (1, "/dev/full: it cannot be written (No space left on device); choose another place for it\n") == (
        result.exit_code, result.stderr
    )  # fmt: skip


def test_a_missing_folder_is_a_wrong_argument(tmp_path: Path) -> None:
    result = export("pptx", tmp_path / "nowhere" / "out.pptx")

    assert 2 == result.exit_code
    assert "there is no folder" in result.stderr


def test_a_template_that_is_none_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "office.pptx").write_text("no presentation", encoding="utf-8")
    result = export("pptx", tmp_path / "out.pptx", "--template", tmp_path / "office.pptx", "--place", "630102")

    assert (1, "office.pptx: it is no PowerPoint file (.pptx, .potx); save it as .pptx or .potx again\n") == (
        result.exit_code,
        result.stderr,
    )


def test_pictures_are_numbered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "picture", lambda figure, form: f"{form} {len(figure.data)}".encode())
    query = "compare?place=630102&show=court_appearance_rate"
    one, several = export("png", tmp_path / "a.png", "--query", query), export("svg", tmp_path / "b.svg")

    assert [str(tmp_path / "a.png")] == one.stdout.splitlines()
    assert [str(tmp_path / f"b-{i}.svg") for i in range(1, 5)] == several.stdout.splitlines()
    assert (tmp_path / "b-4.svg").read_text().startswith("svg ")
    assert "以下为表格，没有图片：各地指标" in several.stderr


def test_pictures_do_not_skip_a_number_and_carry_the_title_of_the_briefing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pictures, "picture", lambda figure, _: figure.layout.title.text.encode())
    rate = {"place": "630102", "show": "court_appearance_rate"}
    plan = saved(tmp_path, PlannedView("overview", rate), PlannedView("compare", rate, "甲题"),
                 PlannedView("trends", {"place": "440308"}, "乙题"))  # fmt: skip
    export("png", tmp_path / "a.png", "--briefing", plan)

    assert ["甲题", "乙题"] == [(tmp_path / f"a-{i}.png").read_text(encoding="utf-8") for i in (1, 2)]


def test_a_chart_for_which_too_few_compare_is_a_ranking_in_a_file(tmp_path: Path) -> None:
    """It says so, and never that no figure is held where one is shown."""
    query = "compare?place=440308&show=proposals_satisfaction_rate&years=2023&chart=spread"
    export("docx", tmp_path / "out.docx", "--query", query)
    told = "\n".join(each.text for each in Document(str(tmp_path / "out.docx")).paragraphs)
    notes = zipfile.ZipFile(tmp_path / "out.docx").read("word/footnotes.xml").decode()

    assert "没有建议提案满意率的数" not in told
    assert "改列各地排名" in notes + told
