"""`faheng export`: every kind of file without a browser, and one line on bad input."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from pptx import Presentation

from faheng import cli
from faheng.exports import pictures
from faheng.views.plan import Plan, PlannedView, plan_text

STARTS = {"csv": b"\xef\xbb\xbf", "package": b"PK", "xlsx": b"PK", "pptx": b"PK", "docx": b"PK"}


@pytest.fixture(autouse=True)
def published(shipped_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The shipped data are what is published."""
    monkeypatch.setenv("FAHENG_STORE", str(shipped_folder))


def export(*arguments: object) -> Result:
    """Run the command in this process."""
    return CliRunner().invoke(cli.main, ["export", *map(str, arguments)])


def saved(folder: Path, *views: PlannedView, **fields: str) -> Path:
    """A plan as the page saves it."""
    path = folder / "briefing.json"
    path.write_text(plan_text(Plan(views=views, **fields)), encoding="utf-8")
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

    assert f"{tmp_path / 'out.csv'}: {len(rows)} cells\n" == result.stdout
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
    plan = saved(tmp_path, PlannedView("trends", {"place": "440308"}, "乙", "先"),
                 PlannedView("compare", {"place": "630102"}, "甲", "后"), title="月报")  # fmt: skip
    result = export("pptx", tmp_path / "out.pptx", "--briefing", plan, "--unit", "某局")

    assert (0, "") == (result.exit_code, result.stderr)
    assert ["月报", "目录", "先"] == titles(tmp_path / "out.pptx")[:3]
    assert titles(tmp_path / "out.pptx").index("先") < titles(tmp_path / "out.pptx").index("后")


def test_views_can_be_given_by_their_addresses(tmp_path: Path) -> None:
    address = "http://127.0.0.1:8501/compare?place=630102&show=court_appearance_rate"
    result = export("docx", tmp_path / "out.docx", "--query", address, "--query", "trends?place=440308")

    assert (0, f"{tmp_path / 'out.docx'}: 2 views\n") == (result.exit_code, result.stdout)


def test_what_the_store_does_not_hold_is_told_and_the_rest_is_made(tmp_path: Path) -> None:
    result = export("xlsx", tmp_path / "out.xlsx", "--query", "compare?place=630102&with=nowhere")

    assert 0 == result.exit_code
    assert "nowhere" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--query", "evidence?obs=1"), "--query: 'evidence' is no page with views"),
        (("--place", "0"), "no place '0' in the store"),
        (("--briefing", "bad.json"), "bad.json: line 1 is no JSON"),
        (("--briefing", "binary.json"), "binary.json: it is no text in UTF-8"),
    ],
    ids=["page", "place", "file", "binary"],
)
def test_bad_input_is_one_line(arguments: tuple[str, str], told: str, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "bad.json").write_text("no", encoding="utf-8")
    (tmp_path / "binary.json").write_bytes(b"\xff\xfe\x00")
    result = export("pptx", tmp_path / "out.pptx", *arguments)

    assert (1, "", 1) == (result.exit_code, result.stdout, len(result.stderr.splitlines()))
    assert result.stderr.startswith(told)
    assert not (tmp_path / "out.pptx").exists()


def test_a_missing_folder_is_a_wrong_argument(tmp_path: Path) -> None:
    result = export("pptx", tmp_path / "nowhere" / "out.pptx")

    assert 2 == result.exit_code
    assert "there is no folder" in result.stderr


def test_a_template_that_is_none_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "office.pptx").write_text("no presentation", encoding="utf-8")
    result = export("pptx", tmp_path / "out.pptx", "--template", tmp_path / "office.pptx")

    assert (1, "office.pptx: it is no PowerPoint file (.pptx); save it as .pptx or .potx again\n") == (
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
