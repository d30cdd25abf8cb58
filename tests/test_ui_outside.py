"""Text from outside is never markup: whatever Streamlit takes for Markdown goes through one function."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from drawn import opened, served  # noqa: F401 (a fixture)
from hypothesis import given
from hypothesis import strategies as st
from test_architecture import name_of, tree

from faheng.paths import ROOT
from faheng.ui.markup import rendered
from faheng.ui.outside import LONGEST, literal, seen

CODE = [*sorted((ROOT / "faheng/ui").glob("*.py")), *sorted((ROOT / "pages").glob("*.py")), ROOT / "app.py"]
# What shows its first argument as Markdown, a whole text or a label (Streamlit 1.67).
TEXTS = {"warning", "info", "error", "success", "caption", "title", "header", "subheader", "markdown", "write", "toast"}
LABELS = {
    "button", "checkbox", "download_button", "expander", "file_uploader", "metric", "multiselect", "number_input",
    "pills", "popover", "radio", "segmented_control", "selectbox", "slider", "spinner", "status", "tabs", "text_area",
    "text_input", "toggle",
}  # fmt: skip
# Labels that are no message written where it stands, each with the reason why nothing from outside is in them.
OURS = {
    "label": "a message that the caller wrote: the tests of wording find it there",
    "labels[part]": "one of three messages written above it",
    "each.label(view.say)": "the message that a kind of file is declared with",
}
# These show each option as Markdown; those of selectbox and multiselect are plain texts.
OPTIONS = {"radio", "pills", "segmented_control", "select_slider", "tabs"}


def streamlit_calls(path: Path, names: set[str]) -> Iterator[ast.Call]:
    """st.warning(…) and the like."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in names:
            owner = node.func.value
            if isinstance(owner, ast.Name) and owner.id == "st":
                yield node


def is_literal(node: ast.expr) -> bool:
    """literal(…)."""
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "literal"


def is_message(node: ast.expr) -> bool:
    """say("…") or say.count("…", "…", n), with numbers in it at most."""
    if not isinstance(node, ast.Call):
        return False
    spoken = ast.unparse(node.func).removesuffix(".count").rpartition(".")[2]
    return spoken == "say" and {keyword.arg for keyword in node.keywords} <= {"n"}


@pytest.mark.parametrize("path", CODE, ids=name_of)
def test_every_text_for_streamlit_is_literal(path: Path) -> None:
    """Whole texts always; a label may be a message of ours."""
    texts = [ast.unparse(call) for call in streamlit_calls(path, TEXTS) if not is_literal(call.args[0])]
    labels = [
        ast.unparse(call)
        for call in streamlit_calls(path, LABELS)
        if not is_literal(call.args[0]) and not is_message(call.args[0]) and ast.unparse(call.args[0]) not in OURS
    ]

    assert ([], []) == (texts, labels)


@pytest.mark.parametrize("path", CODE, ids=name_of)
def test_options_that_are_markdown_are_literal(path: Path) -> None:
    """Names of places come from the data."""
    calls = list(streamlit_calls(path, OPTIONS))
    named = [keyword.value for call in calls for keyword in call.keywords if keyword.arg == "format_func"]

    assert len(calls) == len([name for name in named if isinstance(name, ast.Lambda) and is_literal(name.body)])


def test_every_exception_is_still_needed() -> None:
    labels = {ast.unparse(call.args[0]) for path in CODE for call in streamlit_calls(path, LABELS)}

    assert set() == set(OURS) - labels


def test_nothing_switches_html_on_in_markdown() -> None:
    """Two may hold a script: the shell, and the line that loads a page again."""
    code = {name_of(path): path.read_text(encoding="utf-8") for path in CODE}

    assert [] == [name for name, text in code.items() if "unsafe_allow_html" in text]
    assert {"faheng/ui/page.py", "faheng/ui/theme.py"} == {
        name for name, text in code.items() if "unsafe_allow_javascript" in text
    }


@pytest.mark.parametrize("path", CODE, ids=name_of)
def test_html_is_what_a_template_made(path: Path) -> None:
    """st.html(…) gets a call of ours, whose type is Markup, never a text put together."""
    given = [call.args[0] for call in streamlit_calls(path, {"html"})]
    parts = [part for node in given for part in ([node.left, node.right] if isinstance(node, ast.BinOp) else [node])]

    assert [] == [ast.unparse(part) for part in parts if isinstance(part, ast.JoinedStr | ast.Constant)]


# ---- the function itself


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("盐田区 72.7%（2020年）", "盐田区 72.7%（2020年）"),
        ("![x](http://ext.invalid/a.png)", "!\\[x\\](http:\u2060//ext.invalid/a.png)"),
        ("<http://ext.invalid>", "\\<http:\u2060//ext.invalid>"),
        ("a_b _c_ *d*", "a_b \\_c\\_ \\*d\\*"),
        ("__b__", "\\_\\_b\\_\\_"),
        ("$x$ `y` ~~z~~", "\\$x\\$ \\`y\\` \\~\\~z\\~\\~"),
        (":red[x] :material/home: :smile:", ":\u2060red\\[x\\] :\u2060material/home: :\u2060smile:"),
        ("# a", "\\# a"),
        ("- a", "\\- a"),
        ("12. a", "12\\. a"),
        ("> a", "\\> a"),
        ("a\n\nb", "a b"),
        ("&copy; & x", "\\&copy; & x"),
        ("a -> b -- c", "a -\u2060> b -\u2060- c"),
        ("\u202egnp.exe", "\\\\u202egnp.exe"),
        ("", ""),
    ],
)
def test_literal(text: str, escaped: str) -> None:
    assert escaped == literal(text)


@given(st.text(alphabet=st.characters(), max_size=300))
def test_no_character_is_lost(text: str) -> None:
    """What is shown are the characters of the text, on one line: only escapes and signs without width are added."""
    shown = re.sub(r"\\(?=[!-/:-@\[-`{-~])", "", literal(text)).replace("\u2060", "")
    expected = " ".join(seen(text).split()).replace("\u2060", "")

    assert re.sub(r"\\(?=[!-/:-@\[-`{-~])", "", expected) == re.sub(r"\\(?=[!-/:-@\[-`{-~])", "", shown)


@given(st.text(alphabet="![]()<>:@*_`$#~|\\&;htp.wx/ \n", max_size=60))
def test_nothing_of_an_address_or_a_picture_is_left_to_find(text: str) -> None:
    """No bracket without its backslash, no bare address."""
    escaped = literal(text)

    assert not re.search(r"(?<!\\)(?:\\\\)*[\[\]`*$]", escaped)
    assert not re.search(r"https?://|www\.\w", escaped)


@given(st.text(max_size=40))
def test_a_message_has_a_length(text: str) -> None:
    assert len(literal(text * 200)) <= 2 * LONGEST + 1


def test_html_shows_what_would_turn_its_line() -> None:
    """A name with a mark that turns the direction of writing shows the mark."""
    assert '<p class="fh-note">\\u202egnp.exe</p>' == rendered("note", note="\u202egnp.exe")


@pytest.mark.usefixtures("served")
@pytest.mark.parametrize(
    ("page", "address"),
    [
        ("compare", {"place": "![x](http://ext.invalid/a.png)"}),
        ("evidence", {"obs": "![x](http://ext.invalid/a.png)"}),
        ("evidence", {"q": "![x](http://ext.invalid/a.png)"}),
        ("trends", {"peers": "![x](http://ext.invalid/a.png)"}),
        ("compare", {"indicator": "![x](http://ext.invalid/a.png)"}),
    ],
)
def test_a_picture_in_an_address_is_a_text(page: str, address: dict[str, str]) -> None:
    """Wherever the page repeats it."""
    app = opened(page, **address)
    said = [each.value for kind in ("warning", "info") for each in app.get(kind)]

    assert any("!\\[x\\](http:\u2060//ext.invalid/a.png)" in each for each in said)
    assert [] == [each for each in said if "![" in each]
