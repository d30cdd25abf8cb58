"""The interface's HTML comes from templates that escape every text; no HTML is put together in Python."""

from __future__ import annotations

import ast
import re
import tomllib
from fnmatch import fnmatch
from pathlib import Path

import pytest
from jinja2 import UndefinedError
from test_architecture import name_of, tree

from faheng.paths import ROOT
from faheng.ui.links import Hyperlink
from faheng.ui.markup import Markup, rendered
from faheng.ui.tables import linked_column, table_markup, table_of

UI = ROOT / "faheng/ui"
CODE = [*sorted(UI.glob("*.py")), *sorted((ROOT / "pages").glob("*.py")), ROOT / "app.py"]
TEMPLATES = sorted((UI / "templates").glob("*.html"))
HOSTILE = '<img src=x onerror="alert(1)">&amp;\'"'
# Texts that are HTML without having come from a template: our own style sheet and script.
TRUSTED = {"faheng/ui/markup.py", "faheng/ui/theme.py"}


@pytest.mark.parametrize("path", CODE, ids=name_of)
def test_no_html_is_put_together_in_python(path: Path) -> None:
    """No string holds a tag, and nobody escapes by hand: what is escaped by hand is forgotten once."""
    strings = [node.value for node in ast.walk(tree(path)) if isinstance(node, ast.Constant)]
    tags = [text for text in strings if isinstance(text, str) and re.search(r"</?[a-z][a-z0-9]*[\s>/]", text)]
    documented = {ast.get_docstring(node, clean=False) for node in ast.walk(tree(path)) if isinstance(node, DOCUMENTED)}

    assert [] == [text for text in tags if text not in documented]
    assert "escape(" not in path.read_text(encoding="utf-8").replace("re.escape(", "")


DOCUMENTED = (ast.Module, ast.ClassDef, ast.FunctionDef)


def test_only_templates_make_html() -> None:
    """Markup(…) turns a text into HTML; only the module of templates and that of the style sheet may."""
    users = [name_of(path) for path in CODE if re.search(r"\bMarkup\([^)]", path.read_text(encoding="utf-8"))]

    assert set(users) <= TRUSTED


def test_no_template_switches_escaping_off() -> None:
    words = [(path.name, word) for path in TEMPLATES for word in ("safe", "autoescape", "Markup")
             if re.search(rf"\b{word}\b", path.read_text(encoding="utf-8"))]  # fmt: skip

    assert [] == words


def test_every_template_is_used() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in [*CODE, *TEMPLATES])

    assert [] == [path.name for path in TEMPLATES if f'"{path.stem}"' not in code and f'"{path.name}"' not in code]


def test_every_class_of_a_template_has_a_style_or_a_script() -> None:
    """A class without either is left over. Those written with a value in them are matched by what stands before it."""
    look = (UI / "style.css").read_text(encoding="utf-8") + (UI / "page.js").read_text(encoding="utf-8")
    named = {name for path in TEMPLATES for name in re.findall(r"\bfh-[\w-]*\w", path.read_text(encoding="utf-8"))}

    assert [] == sorted(name for name in named if name not in look and f"data-{name}" not in look and name not in DATA)


# Attributes that the script reads as dataset.fhChart and the like.
DATA = {"fh-chart", "fh-name", "fh-figure", "fh-repaint", "fh-picture"}


def test_the_package_takes_its_templates_along() -> None:
    """Every file of ui/ that is no Python is in the package's data: an installed Faheng looks like this one."""
    data = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"]["package-data"]
    files = [
        path.relative_to(ROOT / "faheng").as_posix() for path in UI.rglob("*") if path.suffix not in {".py", ".pyc"}
    ]

    assert [] == [name for name in files if not any(fnmatch(name, glob) for glob in data["faheng"]) and "." in name]


def test_a_text_stays_a_text() -> None:
    """In a text, in an attribute, in a link and in a table."""
    table = table_of([HOSTILE], [[HOSTILE], [Hyperlink(HOSTILE, f"evidence?obs={HOSTILE}")]])
    for markup in (rendered("note", note=HOSTILE), rendered("lead", text=HOSTILE), table_markup(table)):
        assert "<img" not in markup
        assert "&lt;img src=x onerror=&#34;alert(1)&#34;&gt;&amp;amp;" in markup


def test_html_of_a_template_stays_html() -> None:
    """What one template made, another takes as it is."""
    assert "<h2>" in rendered("observation_findings", title=Markup("<i>a</i>"), sections=[], nothing="b")
    assert "<i>a</i>" in rendered("observation_findings", title=Markup("<i>a</i>"), sections=[], nothing="b")


def test_a_missing_value_is_an_error() -> None:
    """Not an empty place on the page."""
    with pytest.raises(UndefinedError):
        rendered("note")


def test_a_template_is_one_line_and_words_keep_their_space() -> None:
    """Spaces between tags would be seen; those between words stay."""
    markup = rendered("listed", items=[{"name": "城东", "text": "未披露"}, {"name": "沈阳", "text": "a  b"}])

    assert "<ul><li><b>城东</b> 未披露</li><li><b>沈阳</b> a  b</li></ul>" == markup


@pytest.mark.parametrize("fields", [["a"], ["a", "b", "c"]])
def test_a_table_has_no_line_of_another_width(fields: list[str]) -> None:
    """Neither shorter nor longer: a value would stand under the name of another."""
    with pytest.raises(ValueError, match="zip"):
        table_markup(table_of(["x", "y"], [["1", "2"], fields]))


def test_a_link_leads_elsewhere_in_a_window_of_its_own() -> None:
    markup = table_markup(table_of(["a"], [[Hyperlink("s", "https://example.org/a?b=1&c=2")]]))

    assert '<a href="https://example.org/a?b=1&amp;c=2" target="_blank" rel="noopener noreferrer">s</a>' in markup


def test_links_follow_their_rows() -> None:
    """A row without evidence is no link; too few links are an error."""
    import pandas as pd  # noqa: PLC0415

    words = pd.DataFrame({"地区": ["城东", "沈阳"], "数值": ["1 件", "未披露"]})

    table = linked_column(words, "数值", ["evidence?obs=1", ""])
    assert [("1 件", "evidence?obs=1"), ("未披露", "")] == [(row[1].text, row[1].href) for row in table.rows]
    with pytest.raises(ValueError, match="zip"):
        linked_column(words, "数值", ["evidence?obs=1"])
