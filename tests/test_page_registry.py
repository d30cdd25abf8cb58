"""Each page is declared once, in faheng/views/pages.py: files, queries, navigation and briefing follow it."""

from __future__ import annotations

import ast
import re

import pytest
from drawn import opened, served  # noqa: F401 (a fixture)

from faheng.briefing import made_view, plan
from faheng.checks.registry import CHECKS
from faheng.model import Severity
from faheng.paths import QUERIES, ROOT
from faheng.views.pages import COVERAGE, PAGES, Form, PageEntry, form_of, page_entry
from faheng.words.catalogue import words

# Asked by several pages, by the filter bar, and by the files of a briefing.
NOT_OF_A_PAGE = {"shared", "filters", "export"}
README = (ROOT / "README.md").read_text(encoding="utf-8")


def own_queries() -> dict[str, set[str]]:
    """Page -> the queries whose files bear its name."""
    files = [path.stem.split("__") for path in (QUERIES / "pages").glob("*.sql")]
    return {name: {query for page, query in files if page == name} for name in {page for page, _ in files}}


def test_every_file_of_a_page_is_declared_and_every_page_has_its_file() -> None:
    assert {path.stem for path in (ROOT / "pages").glob("*.py")} == {page.name for page in PAGES}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_declares_its_queries(page: PageEntry) -> None:
    """Those whose files bear its name, no other."""
    assert own_queries().get(page.name, set()) == set(page.queries)


def test_every_query_belongs_to_a_page_or_to_several() -> None:
    assert set() == set(own_queries()) - {page.name for page in PAGES} - NOT_OF_A_PAGE


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_s_file_begins_as_the_page_it_is(page: PageEntry) -> None:
    """begin("compare") stands in pages/compare.py: the address is read by the parameters of that page."""
    calls = [
        node for node in ast.walk(ast.parse((ROOT / f"pages/{page.name}.py").read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "begin"
    ]  # fmt: skip

    assert [page.name] == [call.args[0].value for call in calls if isinstance(call.args[0], ast.Constant)]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_readme_says_what_a_page_answers(page: PageEntry) -> None:
    """In both languages, under the title that the navigation has."""
    chinese, english = page.title(words("zh")), page.title(words("en"))

    assert f"| {chinese} {english} |" in README
    assert f"| {chinese} |" in README


def test_a_briefing_holds_the_pages_that_have_a_form() -> None:
    assert {page.name for page in PAGES if page.form} == set(plan.PAGES)
    held = {page.form for page in PAGES if page.form} | {form_of("overview", {"part": COVERAGE})}
    assert set(Form) == set(made_view.FORMS) == held


def test_an_unknown_page_is_named() -> None:
    with pytest.raises(LookupError, match=r"no page 'overwiew': there are overview, compare"):
        page_entry("overwiew")


# ---- what an address says


@pytest.mark.parametrize(
    ("page", "address", "left_out"),
    [
        ("compare", {"indicator": "court_appearance_rate"}, "“indicator=court_appearance_rate”"),
        ("trends", {"family": "1"}, "“family=1”"),
        ("trends", {"peers": "nearest_moon"}, "“nearest_moon”"),
        ("checks", {"severity": "nonsense", "check": "flow"}, "“nonsense”"),
        ("checks", {"check": "flaw"}, "“flaw”"),
        ("overview", {"show": "no_such_rate"}, "“no_such_rate”"),
        ("methods", {"show": "no_such_rate"}, "“no_such_rate”"),
        ("evidence", {"indicator": "x"}, "“indicator=x”"),
    ],
)
@pytest.mark.usefixtures("served")
def test_a_parameter_that_a_page_does_not_know_is_said(page: str, address: dict[str, str], left_out: str) -> None:
    """As a wrong place is: named, left out, and the page is drawn."""
    app = opened(page, place="440308", **address)

    assert ([], 1) == ([*app.exception], len(app.warning))
    assert left_out in app.warning[0].value


@pytest.mark.parametrize(
    ("page", "address"),
    [
        ("compare", {"family": "1", "residents": "1", "yearly": "1", "peers": "none"}),
        ("trends", {"peers": "similar_population"}),
        *(("checks", {"everywhere": "1", "severity": each.value}) for each in Severity),
        *(("checks", {"check": each}) for each in CHECKS),
        ("evidence", {"q": "出庭"}),
    ],
)
@pytest.mark.usefixtures("served")
def test_what_a_page_writes_itself_is_no_fault(page: str, address: dict[str, str]) -> None:
    app = opened(page, place="440308", **address)

    assert ([], []) == ([*app.exception], [*app.warning])


def test_the_documents_say_how_to_add_a_page() -> None:
    """Two files and its queries; both are named."""
    contributing = (ROOT / ".github/CONTRIBUTING.md").read_text(encoding="utf-8")
    entry = re.search(r"^- \*\*a page\*\*:.*?(?=^- |\n\n)", contributing, re.MULTILINE | re.DOTALL)

    assert entry
    assert {"pages/", "faheng/views/pages.py"} <= set(re.findall(r"`([\w./]+)`", entry[0]))
    assert "queries/pages/<page>__<answer>.sql" in entry[0]
