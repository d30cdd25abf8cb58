"""The page of checks with a draft on it. Read through AppTest (drawn.py)."""

from __future__ import annotations

import re

import pytest
from drafts import HOSTILE, TEXT, read_here, word_draft
from drawn import html, opened, served, text  # noqa: F401 (a fixture)
from streamlit.testing.v1 import AppTest

pytestmark = pytest.mark.usefixtures("served", "here")
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Drafts are read without a process of their own."""
    monkeypatch.setattr("faheng.ui.draft.check_draft", read_here)


def dropped(data: bytes, name: str = "草稿.docx", language: str = "zh") -> AppTest:
    app = opened("checks", of="draft", lang=language)
    app.file_uploader[0].set_value((name, data, WORD))
    return app.run()


def counts(app: AppTest) -> dict[str, int]:
    markup = next(body for body in html(app) if "fh-counts" in body)
    return {name: int(n) for n, name in re.findall(r"<b>(\d+)</b><span>(.+?)</span>", markup)}


def test_without_a_file_the_page_says_what_it_will_do() -> None:
    app = opened("checks", of="draft")

    assert ([], []) == ([*app.exception], [*app.warning])
    assert "不保存" in " ".join(map(text, html(app)))


@pytest.mark.parametrize(("language", "names"), [
    ("zh", ["处须改", "处请核", "项可能漏写", "处提示", "处相符"]),
    ("en", ["to mend", "to ask about", "perhaps left out", "to know", "found right"]),
])  # fmt: skip
def test_how_much_there_is_to_do_comes_first(language: str, names: list[str]) -> None:
    app = dropped(word_draft(), language=language)
    found = counts(app)

    assert [] == [*app.exception]
    assert names == list(found)
    assert (2, 1) == (found[names[0]], found[names[1]])
    body = next(each for each in html(app) if "fh-mend" in each)
    assert sum(found[name] for name in (names[0], names[1], names[3])) == body.count('class="fh-number"')
    assert [str(n) for n in range(1, body.count('class="fh-number"') + 1)] == re.findall(r'fh-number">(\d+)<', body)


def test_the_first_thing_to_mend_is_told_with_its_sentence_and_place() -> None:
    body = next(each for each in html(dropped(word_draft())) if "fh-mend" in each)
    first = body.split("<li")[1]

    assert "第 5 段" in text(first)
    assert "<mark>97.3</mark>" in first
    assert "得不出" in text(first)


def test_what_was_recognised_says_by_which_words() -> None:
    head = next(each for each in html(dropped(word_draft())) if "fh-taken" in each)

    assert "深圳市光明区 “光明区”" in text(head)
    assert "2025年 “2025年”" in text(head)


def test_text_of_a_draft_is_never_markup() -> None:
    """In the passage around a finding, in a phrase and in the name of the file."""
    hostile = word_draft("<script>1</script>全区受理纠纷2805件，调解成功2749件，调解成功率99%以上。" + HOSTILE)
    app = dropped(hostile, name="<b>x</b>.docx")
    body = " ".join(html(app))

    assert "<script" not in body
    assert "<img" not in body
    assert "&lt;script&gt;" in body


def test_a_bad_file_says_why_and_what_to_do() -> None:
    app = dropped(b"%PDF-1.4 nothing", name="坏.pdf")

    assert ["“坏.pdf”是损坏或不完整的 PDF：请重新下载。"] == [each.value.replace("\\", "") for each in app.warning]


def test_a_draft_is_forgotten_on_another_page() -> None:
    """The session keeps nothing of it once its reader has left."""
    app = dropped(TEXT.encode(), name="a.txt")
    assert "1805" in str(app.session_state["faheng.memory"])

    app.switch_page("pages/methods.py").run()

    assert "faheng.memory" not in app.session_state


def test_the_choice_leads_to_the_draft_and_back() -> None:
    app = opened("checks", place="440311")
    choice = next(each for each in app.get("segmented_control") + app.get("button_group") if each.key == "fh-checks-of")

    choice.set_value("draft").run()

    assert 1 == len(app.file_uploader)
    assert [] == [*app.exception]


def test_what_the_page_does_not_know_is_said() -> None:
    app = opened("checks", of="nonsense")

    assert "“nonsense”" in app.warning[0].value
