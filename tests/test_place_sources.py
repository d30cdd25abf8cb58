"""`faheng places`: the reference files of places from two tables, as they are committed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from faheng.cli import main
from faheng.paths import DATA, ROOT

CATALOG = ROOT.parent / "shared/catalog"
PLACES = "code,name_zh,level,parent_code\n110000,北京市,province,000000\n110101,东城区,county,110000\n"
CHANGES = (
    "year,type,level,old_code,old_name,new_code,new_name,place,source\n"
    "2001,撤县设区,county,120222,武清县,120114,武清区,武清区,GB/T 2260 逐年快照差分（某包）\n"
    "2003,撤销,county,110103,崇文区,110101,东城区,东城区,国函〔2010〕1号\n"
)
BEFORE = "year,kind,level,old_code,old_name,new_code,new_name,place,source\n"
KEPT = "1992,merged,county,440321,宝安县,440306,宝安区,宝安区,国务院批复\n"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A folder of data with a change of 1992 that no table has, and one of 2002 that the new table no longer has."""
    (tmp_path / "data/reference").mkdir(parents=True)
    shutil.copy(DATA / "reference/place_terms.csv", tmp_path / "data/reference")
    (tmp_path / "data/reference/localities.csv").write_text("old", encoding="utf-8")
    changes = f"{BEFORE}2002,renamed,county,1,甲县,1,乙县,乙县,某文\n{KEPT}"
    (tmp_path / "data/reference/division_changes.csv").write_text(changes, encoding="utf-8")
    return tmp_path / "data"


def made(data: Path, places: str = PLACES, changes: str = CHANGES) -> tuple[int, str]:
    """Status and words of the command over two tables."""
    tables = (data.parent / "places.csv", data.parent / "changes.csv")
    for path, content in zip(tables, (places, changes), strict=True):
        path.write_text(content, encoding="utf-8")
    result = CliRunner().invoke(main, ["places", *map(str, tables), "--data", str(data)])
    return result.exit_code, result.output


def test_the_committed_files_are_what_the_tables_give(tmp_path: Path) -> None:
    """Byte by byte; the tables are no part of the project."""
    if not CATALOG.exists():
        pytest.skip(f"no {CATALOG}: the two tables are kept outside of the project")
    shutil.copytree(DATA / "reference", tmp_path / "reference")
    (tmp_path / "reference/localities.csv").write_text("", encoding="utf-8")
    tables = [str(CATALOG / f"{name}.csv") for name in ("localities_national", "division_changes")]

    result = CliRunner().invoke(main, ["places", *tables, "--data", str(tmp_path)])

    assert (0, "") == (result.exit_code, result.stderr)
    assert "division_changes.csv: 1222 lines, unchanged" in result.output
    for name in ("localities.csv", "division_changes.csv"):
        assert (DATA / "reference" / name).read_bytes() == (tmp_path / "reference" / name).read_bytes()


def test_the_terms_of_the_tables_become_ours(data: Path) -> None:
    """The country stands first, 撤县设区 is a kind, and what is older than the table stays."""
    assert 0 == made(data)[0]
    places = (data / "reference/localities.csv").read_text(encoding="utf-8")
    changes = (data / "reference/division_changes.csv").read_text(encoding="utf-8")

    assert PLACES.replace("parent_code\n", "parent_code\n000000,全国,country,\n") == places
    assert (
        f"{BEFORE}2001,to_district,county,120222,武清县,120114,武清区,武清区,GB/T 2260 逐年对照\n"
        f"2003,merged,county,110103,崇文区,110101,东城区,东城区,国函〔2010〕1号\n{KEPT}"
    ) == changes


def test_a_place_that_was_dissolved_has_its_name_alone(data: Path) -> None:
    """The mark of the table is no part of a name."""
    made(data, PLACES + "110101999,某某乡（撤销）,township,110101\n")

    assert "110101999,某某乡,township" in (data / "reference/localities.csv").read_text(encoding="utf-8")


def test_a_fault_of_the_terms_is_named(data: Path) -> None:
    """A kind of change that is none of ours."""
    terms = data / "reference/place_terms.csv"
    terms.write_text(terms.read_text(encoding="utf-8").replace("更名,renamed", "更名,named"), encoding="utf-8")

    assert "place_terms.csv:3 [ours]: unknown 'named'" in made(data)[1]


@pytest.mark.parametrize(
    ("places", "changes", "told"),
    [
        (PLACES.replace("county", "town"), CHANGES, "places.csv:3 [level]: unknown 'town'"),
        (PLACES, CHANGES.replace("撤销", "没了"), "changes.csv:3 [type]: unknown '没了'"),
        ("code,name\n", CHANGES, "the header is code,name"),
    ],
    ids=["level", "kind", "columns"],
)
def test_a_fault_is_named_and_nothing_is_written(data: Path, places: str, changes: str, told: str) -> None:
    """File, line and column; the files of today stay."""
    before = (data / "reference/division_changes.csv").read_bytes()
    status, said = made(data, places, changes)

    assert 1 == status
    assert told in said
    assert "old" == (data / "reference/localities.csv").read_text(encoding="utf-8")
    assert before == (data / "reference/division_changes.csv").read_bytes()
