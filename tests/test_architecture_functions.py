"""The shape of functions: few lines, few parameters, few branches, and names that say whose and what they are."""

from __future__ import annotations

import ast
import re
import statistics
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from test_architecture import PACKAGE, PAGES, TESTS, imported, module_of, name_of, part, tree

from faheng.paths import DATA, ROOT

MEDIAN_FUNCTION = 8
MOST_PARAMETERS = 6


def functions(path: Path) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function and method of the file."""
    return [node for node in ast.walk(tree(path)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


def test_most_functions_are_a_few_lines() -> None:
    """The median function, its signature and its docstring counted, has at most eight lines."""
    lines = [(node.end_lineno or 0) - node.lineno + 1 for path in PACKAGE + PAGES for node in functions(path)]

    assert statistics.median(lines) <= MEDIAN_FUNCTION


def parameters(function: ast.FunctionDef | ast.AsyncFunctionDef) -> list[str]:
    """The names of what a function takes, without the object that it is a method of."""
    taken = function.args
    one_each = [*taken.posonlyargs, *taken.args, *taken.kwonlyargs]
    many = [each for each in (taken.vararg, taken.kwarg) if each is not None]
    return [each.arg for each in (*one_each, *many) if each.arg not in {"self", "cls"}]


@pytest.mark.parametrize("path", PACKAGE + PAGES, ids=name_of)
def test_a_function_takes_a_few_things(path: Path) -> None:
    """At most six, constructors excepted: what belongs together is one record."""
    many = [each.name for each in functions(path) if len(parameters(each)) > MOST_PARAMETERS]

    assert [] == [name for name in many if name != "__init__"]


def test_no_function_is_a_maze() -> None:
    """`make lint` holds the cyclomatic complexity: at most 15, and no function is excepted."""
    rules = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["ruff"]["lint"]
    excepted = [name_of(path) for path in PACKAGE + PAGES if "C901" in path.read_text(encoding="utf-8")]

    assert ("C90" in rules["select"], rules["mccabe"]["max-complexity"], excepted) == (True, 15, [])


def private(name: str) -> bool:
    """Whether a name begins with one underscore."""
    return name.startswith("_") and not name.startswith("__")


@pytest.mark.parametrize("path", PACKAGE + PAGES + TESTS, ids=name_of)
def test_an_underscore_means_private_to_the_module(path: Path) -> None:
    """Nobody imports another's name with a leading underscore."""
    ours = [each for each in imported(path) if each.split(".")[0] in {"faheng", *(test.stem for test in TESTS)}]

    assert [] == [each for each in ours if any(private(piece) for piece in each.split("."))]


@pytest.mark.parametrize("path", PACKAGE + PAGES, ids=name_of)
def test_an_import_is_written_as_one(path: Path) -> None:
    """No import_module: the order of imports, and mypy, would not see it."""
    assert {"importlib.import_module", "importlib"} & set(imported(path)) == set()


# Names that say nothing of what they name.
NAMELESS = re.compile(r"_?(found|told|outcome)", re.IGNORECASE)


@pytest.mark.parametrize("path", PACKAGE + PAGES, ids=name_of)
def test_a_name_says_what_it_names(path: Path) -> None:
    """No function and no class is called found, told or outcome."""
    defined = [node for node in ast.walk(tree(path)) if isinstance(node, ast.ClassDef | ast.FunctionDef)]

    assert [] == [node.name for node in defined if NAMELESS.fullmatch(node.name)]


def test_nothing_of_data_is_read_at_import() -> None:
    """Stages are handed a lexicon: importing all that reads, checks, stores and shows opens no file under data/."""
    modules = [module_of(path).removesuffix(".__init__") for path in PACKAGE if part(module_of(path)) != "ui"]
    script = f"""
import importlib, sys
opened = []
sys.addaudithook(lambda event, given: opened.append(str(given[0])) if event == "open" else None)
for module in {modules!r}:
    importlib.import_module(module)
print([each for each in opened if each.startswith({str(DATA)!r})])
"""
    told = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)  # noqa: S603 (our own)

    assert told.stdout.strip() == "[]"
