"""The Word file of a draft: comments at their places, in the draft's own file where Word wrote it."""

from __future__ import annotations

import io
import re
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document
from drafts import PARAGRAPHS, TEXT, read_here, view, word_draft
from report_files import pdf, word_report

from faheng.intake.commented import CommentedFile, Remark, written
from faheng.intake.draft import ReadDraft
from faheng.model import Span
from faheng.views.draft import draft_review
from faheng.views.draft_words import remarks
from faheng.words.catalogue import words

ZH = words("zh")


def comments_of(made: bytes) -> dict[str, tuple[str, str]]:
    """Id of a comment -> its text and the text that it is at."""
    document = Document(io.BytesIO(made))
    texts = {str(each.comment_id): each.text for each in document.comments}
    xml = document.element.xml
    at = {}
    for name in texts:
        between = re.search(rf'commentRangeStart w:id="{name}"/>(.*)<w:commentRangeEnd w:id="{name}"/>', xml, re.DOTALL)
        at[name] = "".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", between[1])) if between else ""
    return {name: (texts[name], at[name]) for name in texts}


def text_of(made: bytes) -> str:
    return read_here("again.docx", made).drafts[0].text


def remarked(data: bytes, *remarked_on: str, name: str = "a.docx") -> tuple[ReadDraft, bytes]:
    """The file with a remark on each of these stretches of its text."""
    one = read_here(name, data).drafts[0]
    said = tuple(
        Remark(f"about {each}", Span(one.text.index(each), one.text.index(each) + len(each))) for each in remarked_on
    )
    task = CommentedFile(Path(name), data, one.reader, one.text, said, "法衡")
    made = written(task)
    assert isinstance(made, bytes)
    return one, made


def test_comments_stand_at_their_phrases_in_the_draft_s_own_file() -> None:
    """Runs are cut at the phrase, a phrase over several runs is held by both ends, and the text stays as it was."""
    one, made = remarked(word_draft(), "203", "97.3", "网上可办率为99.2", "23")
    found = dict(comments_of(made).values())

    assert {
        "about 203": "203",
        "about 97.3": "97.3",
        "about 网上可办率为99.2": "网上可办率为99.2",
    }.items() <= found.items()
    assert "23" in found["about 23"]
    assert one.text == text_of(made)
    with ZipFile(io.BytesIO(made)) as archive:
        assert "word/comments.xml" in archive.namelist()


def test_the_look_of_a_cut_run_stays() -> None:
    document = Document()
    run = document.add_paragraph().add_run("调解成功率98%以上")
    run.bold, run.font.name = True, "FangSong"
    held = io.BytesIO()
    document.save(held)
    _, made = remarked(held.getvalue(), "98")

    runs = [each for each in Document(io.BytesIO(made)).paragraphs[0].runs if each.text]
    assert ["调解成功率", "98", "%以上"] == [each.text for each in runs]
    assert {(True, "FangSong")} == {(each.bold, each.font.name) for each in runs}


def test_two_remarks_on_one_place_and_one_within_another() -> None:
    one, made = remarked(word_draft(), "办结203件", "203", "203")

    assert ["办结203件", "203", "203"] == [
        at for _, at in sorted(comments_of(made).values(), key=lambda each: -len(each[1]))
    ]
    assert one.text == text_of(made)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt", TEXT.encode("gb18030")),
        ("a.html", f"<html><body>{''.join(f'<p>{each}</p>' for each in PARAGRAPHS)}</body></html>".encode()),
        ("a.pdf", pdf([list(PARAGRAPHS)])),
        ("foreign.docx", word_report(TEXT)),
    ],
)
def test_any_other_draft_becomes_a_word_file_of_its_text(name: str, data: bytes) -> None:
    """Also a Word file that python-docx cannot open: the comment stands at the numeral."""
    _, made = remarked(data, "1749", name=name)

    assert [("about 1749", "1749")] == list(comments_of(made).values())


def test_a_remark_on_the_whole_stands_at_its_first_line() -> None:
    task = CommentedFile(Path("a.txt"), b"", "txt", "\n\n题目\n正文", (Remark("whole"),), "法衡")
    made = written(task)

    assert isinstance(made, bytes)
    assert [("whole", "题目")] == list(comments_of(made).values())


def test_signs_that_xml_cannot_hold_move_no_place() -> None:
    text = "a\x0b\x00\ud800b 98% c"
    made = written(CommentedFile(Path("a.txt"), b"", "txt", text, (Remark("x\x00y", Span(6, 8)),), "法衡"))

    assert isinstance(made, bytes)
    assert [("x y", "98")] == list(comments_of(made).values())


@pytest.mark.usefixtures("published")
def test_the_remarks_are_those_of_the_page(draft: ReadDraft) -> None:
    """A comment a finding with its number, and one on what is left out, in the language asked for."""
    review = draft_review(draft, "zh")
    said = list(remarks(review, view()))

    assert [f"{n}. " for n in range(1, len(said))] == [each.text[:3] for each in said[:-1]]
    assert said[-1].span is None
    assert all(each.indicator in said[-1].text for each in review.omissions)
