"""What a newcomer needs is written down: commands, data files, queries, dependencies."""

from __future__ import annotations

import re
import shlex
import tomllib
from collections.abc import Iterator

import click
import pytest
from test_architecture import ORDER

from faheng.cli import main
from faheng.paths import DATA, ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
DATA_README = (DATA / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / ".github/CONTRIBUTING.md").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
CONSTRAINTS = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")


def commands(group: click.Group, before: str = "faheng") -> Iterator[tuple[str, click.Command]]:
    """Every command that does something, by the words one types."""
    context = click.Context(group)
    for name in sorted(group.list_commands(context)):
        command = group.get_command(context, name)
        assert command is not None
        if isinstance(command, click.Group):
            yield from commands(command, f"{before} {name}")
        else:
            yield f"{before} {name}", command


COMMANDS = dict(commands(main))
EXTRAS = PROJECT["project"]["optional-dependencies"]
DEPENDENCIES = sorted({*PROJECT["project"]["dependencies"], *(each for extra in EXTRAS.values() for each in extra)})


def package(requirement: str) -> str:
    """streamlit>=1.67,<1.68 -> streamlit."""
    return re.split(r"[<>=!~;\[ ]", requirement, maxsplit=1)[0].lower()


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_is_in_the_readme_and_has_help(name):
    """As one types it; every option and the command itself says what it does."""
    options = [each for each in COMMANDS[name].params if isinstance(each, click.Option)]

    assert f"`{name}" in README
    assert COMMANDS[name].help
    assert [] == [each.name for each in options if not each.help]


def test_the_readme_names_no_command_that_is_not_there():
    """Every `faheng …` of the README can be typed."""
    typed = {tuple(shlex.split(text)) for text in re.findall(r"`(faheng [^`]+)`", README)}
    known = [tuple(name.split()) for name in COMMANDS]

    assert [] == [words for words in typed if not any(words[: len(name)] == name for name in known)]


def test_the_readme_names_no_target_that_is_not_there():
    """Every `make …` of the README is a target of the Makefile, and phony."""
    phony = re.search(r"^\.PHONY: (.+)$", MAKEFILE, re.MULTILINE)
    assert phony

    assert set() == set(re.findall(r"\bmake (?:-\w+ )*(run|test|lint|bench|\w+)(?=[ `])", README)) - {
        *phony[1].split(),
    }


@pytest.mark.parametrize("name", sorted(path.name for path in (DATA / "reference").iterdir()))
def test_a_reference_file_is_described(name):
    """In data/README.md, with its columns or what it holds."""
    assert f"**`{name}`**" in DATA_README


@pytest.mark.parametrize("name", sorted(path.name for path in DATA.iterdir() if path.name != "README.md"))
def test_a_folder_of_data_is_described(name):
    """Who may change what, and what is made by the build."""
    assert f"`{name}/" in DATA_README or f"`data/{name}/" in DATA_README


def test_the_columns_of_observations_are_described():
    """Every column of the files that domain experts fill."""
    file = next((DATA / "observations").glob("*.csv"))
    columns = file.read_text(encoding="utf-8").splitlines()[0].split(",")

    assert [] == [column for column in columns if f"`{column}`" not in DATA_README]


@pytest.mark.parametrize("layer", ["pages", "marts"])
def test_where_queries_are_is_described(layer):
    assert f"queries/{layer}/" in README


def test_every_dependency_has_its_reason():
    """A row of the table in CONTRIBUTING.md, and no row for what is not needed any more."""
    rows = re.findall(r"^\| ([a-z][a-z0-9_, -]+) \| (.{10,}) \|$", CONTRIBUTING, re.MULTILINE)
    told = {name.strip() for names, _ in rows for name in names.split(",")} - {"package"}

    assert {package(each) for each in DEPENDENCIES} == told


@pytest.mark.parametrize("requirement", DEPENDENCIES, ids=package)
def test_a_dependency_has_both_bounds_and_a_tested_version(requirement):
    """The next major version does not arrive unseen, and constraints.txt says what was tested."""
    assert ">=" in requirement
    assert "<" in requirement
    assert package(requirement) in {package(line) for line in CONSTRAINTS}


def test_constraints_name_versions_and_no_address():
    """Plain name==version lines install from whatever mirror an office has."""
    assert [] == [line for line in CONSTRAINTS if not re.fullmatch(r"[A-Za-z0-9_.-]+==[0-9][A-Za-z0-9.+]*", line)]


def test_the_ways_named_in_the_documents_exist():
    """A path in backticks with a slash that begins at a folder of ours is there."""
    ours = {path.name for path in ROOT.iterdir()}
    named = re.findall(r"`([\w.-]+(?:/[\w.-]+)*/?)`", README + CONTRIBUTING)
    missing = [path for path in named if path.split("/")[0] in ours and not (ROOT / path).exists()]

    assert [] == [path for path in missing if not path.startswith("data/store")]


def test_the_order_of_imports_is_the_one_that_is_held():
    """The list in CONTRIBUTING names the parts of faheng in the order of the architecture test."""
    block = re.search(r"^   ```\n(   errors.*?)^   ```$", CONTRIBUTING, re.MULTILINE | re.DOTALL)
    assert block
    heads = [re.split(r"  +", line.strip())[0] for line in block[1].splitlines()]

    assert list(ORDER) == [name for head in heads for name in re.findall(r"\w+", head)]


def test_the_version_is_said_once():
    """In pyproject.toml; a command asks the installed package, a document does not repeat it as current."""
    version = PROJECT["project"]["version"]
    code = [path for path in (ROOT / "faheng").rglob("*.py") if f'"{version}"' in path.read_text(encoding="utf-8")]

    assert [] == code
    assert version not in README + CONTRIBUTING


def test_what_changed_stands_newest_first():
    """docs/changes.md: the next version, then the released ones in falling order."""
    heads = re.findall(r"^## (.+)$", (ROOT / "docs/changes.md").read_text(encoding="utf-8"), re.MULTILINE)
    numbers = [tuple(map(int, head.split("."))) for head in heads if head != "Next"]

    assert PROJECT["project"]["version"] in heads
    assert numbers == sorted(numbers, reverse=True)


def test_the_workflow_runs_what_a_clone_must_pass():
    """On every push, on the oldest Python that pyproject admits, with and without fonts."""
    workflow = (ROOT / ".github/workflows/test.yml").read_text(encoding="utf-8")
    oldest = PROJECT["project"]["requires-python"].removeprefix(">=")

    assert "bash .ci/run" in workflow
    assert f'"{oldest}"' in workflow
    assert "fonts: [with, without]" in workflow


PICTURED = ("README.md", "docs/guide.zh.md")


@pytest.mark.parametrize("name", PICTURED)
def test_every_picture_and_file_that_is_named_is_there(name: str) -> None:
    """And the pictures are small: a page of text with a few of them opens at once."""
    page = ROOT / name
    linked = re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8"))
    pictures = [page.parent / each for each in linked if each.endswith(".png")]

    assert [] == [each for each in linked if not (page.parent / each).exists()]
    assert len(pictures) >= 3
    assert 300_000 > sum(each.stat().st_size for each in pictures) / len(pictures)
