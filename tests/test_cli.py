"""The command `faheng`: what it prints, its exit status, and that no fault of the data shows a traceback."""

# ruff: noqa: S603 (the expected value stands first)
from __future__ import annotations

import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from faheng import cli
from faheng.paths import DATA, ROOT
from faheng.store import snapshots


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the commands keep their store."""
    monkeypatch.setenv("FAHENG_STORE", str(tmp_path / "store"))
    return tmp_path / "store"


def faheng(*arguments: str) -> Result:
    """Run the command in this process."""
    return CliRunner().invoke(cli.main, arguments)


def test_build_publishes_and_counts(folder: Path) -> None:
    """One line: the snapshot, its reports and observations."""
    result = faheng("build")

    assert (0, "faheng-1.duckdb: 21 reports, ") == (result.exit_code, result.output.split(": ")[0] + ": 21 reports, ")
    assert 1 == len(result.output.splitlines())
    assert "faheng-1.duckdb" == snapshots.published(folder).name


def test_build_if_missing_builds_once(folder: Path) -> None:
    """A second start leaves the published store alone."""
    faheng("build", "--if-missing")
    result = faheng("build", "--if-missing")

    assert (0, "") == (result.exit_code, result.output)
    assert ["faheng-1.duckdb"] == [path.name for path in snapshots.snapshots(folder)]


def test_bad_data_is_told_line_by_line_and_publishes_nothing(folder: Path, data: Path) -> None:
    """Exit 1, a line a problem and the number of them; the store stays byte for byte what it was."""
    faheng("build")
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    units = data / "reference/units.csv"
    units.write_text(units.read_text(encoding="utf-8").replace("案件", "").replace("人员", ""), encoding="utf-8")

    result = faheng("build", "--data", str(data))

    where = units.as_posix()
    assert [
        f"{where}:3 [name_zh]: is empty; write a value",
        f"{where}:5 [name_zh]: is empty; write a value",
        "2 problems; the published store is unchanged",
    ] == result.stderr.splitlines()
    assert (1, "") == (result.exit_code, result.stdout)
    assert before == {path.name: path.read_bytes() for path in folder.iterdir()}


def test_restore_publishes_a_kept_snapshot(folder: Path) -> None:
    """The way back after a build that turned out wrong."""
    faheng("build")
    faheng("build")

    result = faheng("restore", "1")

    assert (0, "faheng-1.duckdb is published\n") == (result.exit_code, result.output)
    assert "faheng-1.duckdb" == snapshots.published(folder).name


@pytest.mark.parametrize(("builds", "kept"), [(0, "none"), (1, "1")])
def test_restore_of_an_unknown_number_names_the_kept_ones(folder: Path, builds: int, kept: str) -> None:
    """Exit 1 and one sentence."""
    for _ in range(builds):
        faheng("build")

    result = faheng("restore", "9")

    assert (1, f"no snapshot 9 in {folder}; kept are: {kept}\n") == (result.exit_code, result.stderr)


@pytest.mark.parametrize(
    "arguments",
    [("bild",), ("restore",), ("restore", "one"), ("build", "--data", "/nowhere"), ("serve", "--port", "x"), ("--x",)],
    ids=" ".join,
)
def test_wrong_arguments_are_told_apart_from_bad_data(folder: Path, arguments: tuple[str, ...]) -> None:
    """Exit 2 with the usage; nothing is built."""
    result = faheng(*arguments)

    assert (2, True) == (result.exit_code, result.stderr.startswith("Usage: "))
    assert not folder.exists()


def test_version_is_the_packages(folder: Path) -> None:
    """The name and the number, nothing else."""
    assert f"faheng, version {version('faheng')}\n" == faheng("--version").output
    assert not folder.exists()


def test_serve_builds_a_missing_store_and_stays_on_this_host(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fresh machine needs one command; nothing listens beyond 127.0.0.1 unless asked to."""
    started: list[tuple[list[str], Path]] = []
    monkeypatch.chdir(Path.cwd())
    monkeypatch.setattr("streamlit.web.cli.main", lambda arguments: started.append((arguments, Path.cwd())))

    result = faheng("serve", "--port", "8600")

    expected = ["run", str(ROOT / "app.py"), "--server.port=8600", "--server.address=127.0.0.1"]
    assert (0, [(expected, ROOT)]) == (result.exit_code, started)
    assert "faheng-1.duckdb" == snapshots.published(folder).name


@pytest.mark.parametrize("name", cli.COMMANDS)
def test_every_command_says_what_it_does(name: str) -> None:
    """Help for the command and for each of its options."""
    command = cli.main.get_command(click.Context(cli.main), name)
    assert command is not None
    options = [each for each in command.params if isinstance(each, click.Option)]

    assert command.help
    assert command.help.rstrip().endswith(".")
    assert [] == [each.name for each in options if not each.help and each.name != "if_missing"]


def test_the_installed_command_shows_no_traceback(folder: Path, data: Path) -> None:
    """As a person runs it: a missing file is one sentence on standard error."""
    (data / "reference/themes.csv").unlink()
    command = [sys.executable, "-c", "from faheng.cli import main; main()", "build", "--data", str(data)]

    done = subprocess.run(command, capture_output=True, text=True, check=False)

    assert (1, "") == (done.returncode, done.stdout)
    assert "themes.csv:1: the file is missing; put it back" in done.stderr
    assert "Traceback" not in done.stderr
    assert DATA.is_dir()
    assert not folder.exists()
