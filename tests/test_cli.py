"""The command `faheng`: what it prints, its exit status, and that no fault of the data shows a traceback."""

# ruff: noqa: S603 (the expected value stands first)
from __future__ import annotations

import socket
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
    [
        *(("bild",), ("restore",), ("restore", "one"), ("build", "--data", "/nowhere"), ("--x",)),
        *(("serve", "--port", "x"), ("serve", "--port", "99999")),
    ],
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


def test_a_port_in_use_is_told_with_what_to_do(folder: Path) -> None:
    """Before anything is built or imported."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        result = faheng("serve", "--port", str(taken.getsockname()[1]))

    assert (1, 1) == (result.exit_code, len(result.stderr.splitlines()))
    assert result.stderr.endswith("choose another with --port\n")
    assert not folder.exists()


@pytest.mark.parametrize("address", ["1.2.3.999", "192.0.2.1"])
def test_an_address_that_is_not_of_this_machine_is_one_line(folder: Path, address: str) -> None:
    """No name of a machine, and one kept for documentation (RFC 5737) that no machine has."""
    result = faheng("serve", "--address", address)

    assert (1, 1) == (result.exit_code, len(result.stderr.splitlines()))
    assert result.stderr.startswith(f"--address {address}: it is no address of this machine")
    assert not folder.exists()


@pytest.mark.parametrize("command", [("build",), ("serve", "--port", "8600")], ids=" ".join)
def test_a_store_that_cannot_be_written_is_one_line(
    command: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The folder's name is that of a file."""
    (tmp_path / "store").write_text("", encoding="utf-8")
    monkeypatch.setenv("FAHENG_STORE", str(tmp_path / "store"))
    result = faheng(*command)

    assert (1, 1) == (result.exit_code, len(result.stderr.splitlines()))
    assert f"{tmp_path / 'store'}: it cannot be written" in result.stderr
    assert "FAHENG_STORE" in result.stderr


@pytest.mark.parametrize("command", ["extract", "check"])
def test_a_folder_without_reports_is_told(command: str, tmp_path: Path) -> None:
    """Nothing printed and status 0 would read as "nothing was found"."""
    result = faheng(command, str(tmp_path))

    assert (1, "") == (result.exit_code, result.stdout)
    assert f"{tmp_path}: nothing to read; a report ends in .txt" in result.stderr


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
