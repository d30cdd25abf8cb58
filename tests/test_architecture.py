"""The shape of the code: imports run one way, SQL lives in files, functions and files stay small."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from faheng.paths import QUERIES, ROOT
from faheng.store import marts as made

# A part imports from itself and from the parts before it. Whoever adds one gives it its place here.
READING = ("reading", "evaluation")
SHOWING = ("store", "ledger", "intake", "ranks", "measures", "charts", "native", "views", "briefing", "exports", "ui")
ORDER = ("errors", "log", "model", "paths", "data", "pool", *READING, "words", "checks", *SHOWING, "commands", "cli")
# Of those before it, what a part must leave alone: charts and ui know nothing of data files, and words
# only of the names of units and of the messages, which are its own.
APART = {
    "store": set(READING),
    "ledger": {"data", "pool", "words", "checks", "store", *READING},
    "words": {"store", *READING},
    "ranks": {"data", "store", *READING},
    "measures": {"data", "store", *READING},
    "charts": {"data", "store", *READING},
    "native": {"data", "store", *READING},
    "briefing": {"data", "store", *READING},
    "exports": {"data", "store", *READING},
    "views": {"data"},
    "ui": {"data"},
}
LONGEST_FUNCTION = 45
LONGEST_FILE = 300

PACKAGE = sorted((ROOT / "faheng").rglob("*.py"))
PAGES = sorted((ROOT / "pages").glob("*.py")) + [path for path in [ROOT / "app.py"] if path.is_file()]
TESTS = sorted((ROOT / "tests").rglob("*.py"))
SQL_FILES = sorted(QUERIES.rglob("*.sql"))


def name_of(path: Path) -> str:
    """The path from the root of the repository."""
    return path.relative_to(ROOT).as_posix()


def module_of(path: Path) -> str:
    """faheng/store/read.py -> faheng.store.read."""
    return name_of(path).removesuffix(".py").replace("/", ".")


def tree(path: Path) -> ast.Module:
    """The file as Python reads it."""
    return ast.parse(path.read_text(encoding="utf-8"))


def imported(path: Path) -> Iterator[str]:
    """Every module the file imports, also inside functions."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def part(module: str) -> str:
    """faheng.store.read -> store; "" for what is not ours."""
    pieces = module.split(".")
    return pieces[1] if pieces[0] == "faheng" and len(pieces) > 1 else ""


@pytest.mark.parametrize("path", PACKAGE, ids=name_of)
def test_imports_run_one_way(path: Path) -> None:
    """No part knows of a later one, and words and charts know nothing of the store."""
    own = part(name_of(path).removesuffix(".py").replace("/", "."))
    if own == "__init__":
        return
    assert own in ORDER, "give it its place in ORDER"
    allowed = set(ORDER[: ORDER.index(own) + 1]) - APART.get(own, set())

    assert set() == {part(module) for module in imported(path)} - allowed - {""}


def test_only_the_pages_know_streamlit() -> None:
    """The logic runs without a server: faheng/ui, app.py and pages/ alone import streamlit."""
    users = [name_of(path) for path in PACKAGE if any(m.split(".")[0] == "streamlit" for m in imported(path))]

    assert [] == [name for name in users if not name.startswith("faheng/ui/")]


def test_one_machine_knows_of_no_cluster() -> None:
    """Which engine reads is asked in one place, and of what a cluster brings nothing is loaded before it is used.

    The steps between forms of a ledger are read by Alembic alone.
    """
    brought = {"ray", "fsspec", "s3fs", "upath", "psycopg", "alembic", "prometheus_client", "botocore", "aiobotocore"}
    written = [path for path in PACKAGE if "migrations" not in path.parts]
    at_once = {name_of(path): name for path in written for node in tree(path).body
               if isinstance(node, ast.Import | ast.ImportFrom) for name in _modules_of(node)
               if name.split(".")[0] in brought}  # fmt: skip
    asking = {name_of(path) for path in PACKAGE if any(m == "faheng.pool.engine.RAY" for m in imported(path))}
    users = {name_of(path) for path in PACKAGE if any(m.split(".")[0] == "ray" for m in imported(path))}

    assert {} == at_once
    assert {"faheng/commands/engine_option.py"} == asking  # which refuses an address without its engine
    assert {"faheng/pool/cluster.py", "faheng/pool/node.py"} == users


def _modules_of(node: ast.Import | ast.ImportFrom) -> list[str]:
    return [alias.name for alias in node.names] if isinstance(node, ast.Import) else [node.module or ""]


def test_only_the_store_knows_duckdb() -> None:
    """Nobody else opens a database, so nobody else can leave one open."""
    users = [name_of(path) for path in PACKAGE + PAGES if any(m.split(".")[0] == "duckdb" for m in imported(path))]

    assert [] == [name for name in users if not name.startswith("faheng/store/")]


# Mappings that come from outside, by the name they have where they are read: an address, a form, a request, a line.
FROM_OUTSIDE = {
    *("own", "params", "address", "session_state", "query_params", "content", "line", "headers", "scope"),
}
# Tables that go out as tables.
DOWNLOADS = {
    f"faheng/{name}.py" for name in ("exports/csv_file", "exports/package", "exports/store_package", "ui/tables")
}
SHOWN = [
    path
    for path in PACKAGE
    if part(module_of(path)) in {"words", *SHOWING} - {"store", "ledger", "intake"} and name_of(path) not in DOWNLOADS
]


def keys(path: Path) -> Iterator[tuple[str, str]]:
    """Every text with which the file looks into something, after the name of what it looks into."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Subscript):
            owner, key = node.value, node.slice
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "get":
            owner, key = node.func.value, next(iter(node.args), None)
        else:
            continue
        if isinstance(key, ast.Constant) and isinstance(key.value, str):
            yield (owner.attr if isinstance(owner, ast.Attribute) else getattr(owner, "id", "")), key.value


@cache
def columns() -> set[str]:
    """Every word of the queries, the names of all columns among them."""
    sql = "\n".join(path.read_text(encoding="utf-8") for path in SQL_FILES)
    return set(re.findall(r"\w+", re.sub("--.*", "", sql)))


@pytest.mark.parametrize("path", SHOWN + PAGES, ids=name_of)
def test_a_row_is_a_record(path: Path) -> None:
    """Outside store, data and downloads no column is named by a text: mypy would not see that it is misspelt."""
    attributes = {node.attr for node in ast.walk(tree(path)) if isinstance(node, ast.Attribute)}

    assert [] == [f"{owner}[{key!r}]" for owner, key in keys(path) if key in columns() and owner not in FROM_OUTSIDE]
    assert set() == attributes & {"iterrows", "itertuples"}


def test_every_class_has_a_name_of_its_own() -> None:
    """One noun, one type: who reads Row or Line must not have to ask whose."""
    defined = Counter(node.name for path in PACKAGE for node in ast.walk(tree(path)) if isinstance(node, ast.ClassDef))

    assert [] == [name for name, times in defined.items() if times > 1]


def test_only_data_reads_data_files() -> None:
    """Whatever stands under data/ is read, and validated, by faheng/data: nobody else reads CSV, TOML or catalogues."""
    readers = {"csv.reader", "csv.DictReader", "tomllib", "babel.messages.pofile"}
    users = [
        (name_of(path), each)
        for path in PACKAGE + PAGES
        if not name_of(path).startswith("faheng/data/")
        for each in readers
        if each in path.read_text(encoding="utf-8")
    ]

    assert [] == users


def texts(path: Path) -> Iterator[str]:
    """The string constants of a file, docstrings left out."""
    module = tree(path)
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    owners = [node for node in ast.walk(module) if isinstance(node, documented)]
    docstrings = {id(node.body[0].value) for node in owners if node.body and isinstance(node.body[0], ast.Expr)}
    for node in ast.walk(module):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            yield node.value


def test_no_sql_in_python() -> None:
    """Outside the store a query is a file with a name: no "select ... from" in any string."""
    sql = re.compile(r"\bselect\b.+\bfrom\b|\binsert\s+into\b|\bcreate\s+(table|view)\b", re.IGNORECASE | re.DOTALL)
    elsewhere = [path for path in PACKAGE + PAGES if not name_of(path).startswith("faheng/store/")]

    assert [] == [(name_of(path), text) for path in elsewhere for text in texts(path) if sql.search(text)]


@pytest.mark.parametrize("path", SQL_FILES, ids=name_of)
def test_a_query_begins_with_its_grain(path: Path) -> None:
    """The first line is a comment of at least a few words, and the file is at most 150 lines."""
    lines = path.read_text(encoding="utf-8").splitlines()

    assert lines[0].startswith("-- ")
    assert len(lines[0].split()) > 3
    assert len(lines) <= 150


@pytest.mark.parametrize("path", sorted((QUERIES / "pages").glob("*.sql")), ids=name_of)
def test_a_page_query_names_its_parameters(path: Path) -> None:
    """Who calls it reads in its first comment which $parameters it takes."""
    text = path.read_text(encoding="utf-8")
    comment = "\n".join(line for line in text.splitlines() if line.startswith("--"))

    assert set() == set(re.findall(r"\$\w+", text)) - set(re.findall(r"\$\w+", comment))


@pytest.mark.parametrize("layer", ["marts", "pages", "checks"])
def test_no_query_is_left_untested(layer: str) -> None:
    """Every query is named by a test of queries; a mart that pages read through may be named by its table."""
    tested = "\n".join(path.read_text(encoding="utf-8") for path in TESTS if path != Path(__file__))
    names = [path.stem for path in sorted((QUERIES / layer).glob("*.sql"))]

    assert [] == [name for name in names if f"{layer}/{name}" not in tested]


def test_no_query_is_left_unused() -> None:
    """A page query is named by the code of a page, a mart by the list that builds it or by another query."""
    code = "\n".join(path.read_text(encoding="utf-8") for path in PACKAGE + PAGES)
    pages = [path.stem for path in sorted((QUERIES / "pages").glob("*.sql"))]
    marts = {path.stem for path in (QUERIES / "marts").glob("*.sql")}

    assert marts == {*made.MART_TABLES, *made.MART_VIEWS, *made.VALUE_MACROS}
    assert [] == [name for name in pages if name not in code]


@pytest.mark.parametrize("path", PACKAGE + PAGES + TESTS, ids=name_of)
def test_functions_and_files_stay_small(path: Path) -> None:
    """No function over 45 lines, no file over 300."""
    functions = (node for node in ast.walk(tree(path)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))
    long = [node.name for node in functions if (node.end_lineno or 0) - node.lineno + 1 > LONGEST_FUNCTION]

    assert [] == long
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_FILE


@pytest.mark.parametrize("path", PACKAGE + PAGES, ids=name_of)
def test_only_our_own_errors_are_caught_broadly(path: Path) -> None:
    """No bare except and no `except Exception`: a broken extraction must not look like a quiet locality."""
    handlers = [node.type for node in ast.walk(tree(path)) if isinstance(node, ast.ExceptHandler)]
    broad = {"Exception", "BaseException"}

    assert [] == [each for each in handlers if each is None or (isinstance(each, ast.Name) and each.id in broad)]
