"""A draft: read in a process of its own, told what to mend in which order, given back with comments, and forgotten."""

from __future__ import annotations

import ast
import re
import tempfile
from decimal import Decimal
from pathlib import Path

import pytest
from drafts import HOSTILE, TEXT, read_here, view, word_draft
from report_files import docx as word_file
from report_files import zipped

from faheng.checks.across.reports import JUMP
from faheng.checks.arithmetic.attainability import ATTAINABILITY
from faheng.checks.arithmetic.stated_rate import STATED_RATE
from faheng.checks.text.target import TARGET
from faheng.intake.commented import CommentedFile, commented
from faheng.intake.draft import ReadDraft, check_draft
from faheng.model import Severity, Span
from faheng.paths import ROOT, store_folder
from faheng.pool.limits import SECONDS
from faheng.reading.about.about import ReportAbout
from faheng.views.draft import cells_before, draft_review
from faheng.views.draft_words import remarks
from faheng.views.excerpts import excerpts, paragraph_number, was_damaged
from faheng.words.catalogue import words
from faheng.words.faults import fault_sentence, fragment

ZH = words("zh")
CJK = re.compile(r"[\u3400-\u9fff]")


def phrase_of(span: Span | None, text: str) -> str:
    return text[span.start : span.end] if span else ""


def test_a_draft_is_recognised_with_the_words_that_say_so(draft: ReadDraft) -> None:
    about = draft.about
    said = {name: draft.text[span.start : span.end] for name, span in draft.said.items()}

    assert ("440311", "annual_report", 2025) == (
        about.locality_code,
        about.kind,
        about.period_end and about.period_end.year,
    )
    assert ("光明区", "2025年") == (said["locality_code"], said["year"])


def test_findings_have_the_numerals_that_are_printed(draft: ReadDraft) -> None:
    """What contradicts itself, and at which characters of the file."""
    wrong = [each for each in draft.findings if each.severity is Severity.CONTRADICTION]

    assert {STATED_RATE.name, ATTAINABILITY.name} == {each.check for each in wrong}
    for each in wrong:
        printed = [phrase_of(mark.span, draft.text) for mark in each.marks if mark.span]
        assert all(re.fullmatch(r"[\d.]+", numeral) for numeral in printed), printed


@pytest.mark.usefixtures("published")
def test_the_review_is_in_the_order_of_work(draft: ReadDraft) -> None:
    """Contradictions by their place, then what is doubtful, then notes; numbered through."""
    review = draft_review(draft, "zh")
    every = [*review.must, *review.ask, *review.notes]

    assert list(range(1, len(every) + 1)) == [each.number for each in every]
    assert [5, 6] == [each.paragraph for each in review.must]
    assert {Severity.DOUBTFUL} == {each.finding.severity for each in review.ask}
    assert TARGET.name in {each.finding.check for each in review.notes}
    marked = [piece.text for each in review.must for one in each.excerpts for piece in one.pieces if piece.marked]
    assert ["97.3", "35", "1805", "1749", "98"] == marked


@pytest.mark.usefixtures("published")
def test_what_the_report_before_stated_is_missed(draft: ReadDraft) -> None:
    """光明's report of 2024 is shipped: its indicators that the draft lacks, with value and evidence."""
    review = draft_review(draft, "zh")
    stated = {each.indicator_id for each in draft.figures}

    assert 2024 == review.before
    assert review.omissions
    for each in review.omissions:
        assert each.before is not None
        assert each.before.observation_id
        assert each.before.indicator_id not in stated


@pytest.mark.usefixtures("published")
def test_every_figure_has_the_verdicts_that_it_would_have(draft: ReadDraft) -> None:
    """What contradicts is disputed, 98%以上 is a bound, and a plain figure is comparable."""
    figures = {each.indicator: each for each in draft_review(draft, "zh").figures}

    assert len(figures) == len({each.indicator_id for each in draft.figures})
    assert ("disputed", "bounded") == figures["人民调解成功率"].verdicts
    assert ("compared",) == figures["收到行政复议申请"].verdicts
    assert "contradiction" == figures["人民调解成功率"].severity


@pytest.mark.usefixtures("published")
def test_without_place_or_year_nothing_before_is_looked_at() -> None:
    """A text that says neither is checked all the same; both can be given."""
    text = "工作总结\n人民调解委员会共受理纠纷1805件，调解成功1749件，调解成功率98%以上。"
    alone = read_here("a.txt", text.encode()).drafts[0]
    given = {"a": ReportAbout("a", locality_code="440311", period_start=None, period_end=None)}
    corrected = read_here("a.txt", text.encode(), given).drafts[0]

    review = draft_review(alone, "zh")
    assert (None, (), None) == (alone.about.locality_code, review.omissions, review.before)
    assert 1 == len(review.must)
    assert "440311" == corrected.about.locality_code


# ---- nothing is left


def files_below(*folders: Path) -> set[str]:
    return {str(path) for folder in folders for path in folder.rglob("*")}


@pytest.mark.usefixtures("published")
def test_nothing_of_a_draft_is_stored(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No file is left in the store, in data/ or in the folder of temporary files."""
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", None)
    folders = (tmp_path, store_folder(), ROOT / "data")
    check_draft("first.txt", TEXT.encode())  # the server that workers are forked from has a socket there
    before = files_below(*folders)
    hidden = "绝密水库除险加固77件"
    data = word_draft(hidden)

    one = check_draft("hidden.docx", data).drafts[0]
    said = tuple(remarks(draft_review(one, "zh"), view()))
    made = commented(CommentedFile(Path("hidden.docx"), data, one.reader, one.text, said, "法衡"))

    assert hidden in one.text
    assert made
    assert before == files_below(*folders)


# ---- files that cannot be read


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt", b""),
        ("a.docx", b"PK\x03\x04 nothing"),
        ("a.pdf", b"%PDF-1.4 nothing"),
        ("a.png", b"\x89PNG\r\n"),
        ("a.rtf", b"{\\rtf1 }"),
        ("a.docx", word_file("")),
        ("a.zip", zipped({})),
        ("../../etc/passwd", bytes(range(256)) * 40),
    ],
)
def test_a_file_that_is_no_report_is_refused_in_one_sentence(name: str, data: bytes) -> None:
    checked = read_here(name, data)

    assert (0, 1) == (len(checked.drafts), len(checked.faults))
    fault = checked.faults[0]
    sentence = fault_sentence(fault.file, fault.fault, fault.instead, ZH)
    assert "/" not in fault.file
    assert CJK.search(sentence.replace(fault.file, ""))
    # names that are typed as they stand
    for typed in (fault.file, "docx", "html", "faheng[ocr]"):
        sentence = sentence.replace(typed, "")
    assert not re.search(r"[a-z]{4}", sentence)


def test_a_draft_is_read_within_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(SECONDS, "1")
    long = ("人民调解委员会共受理纠纷1805件，调解成功1749件。" * 400_000).encode()

    checked = check_draft("long.txt", long)

    assert "读取超过 1 秒的上限" in fault_sentence("long.txt", checked.faults[0].fault, checked.faults[0].instead, ZH)


def raised() -> set[str]:
    """Every fixed text with which a reader refuses a file: what is wrong, and what to do."""
    texts = set()
    for path in (ROOT / "faheng/reading/texts").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "UnreadableFile":
                texts |= {each.value for each in node.args[1:] if isinstance(each, ast.Constant)}
    return texts


def test_every_fault_of_a_reader_has_its_chinese() -> None:
    """Nobody is told "cannot be read" where Faheng knows more."""
    texts = raised()

    assert len(texts) > 20
    assert [] == sorted(each for each in texts if not CJK.search(fragment(each, ZH)))


# ---- passages


def test_a_passage_is_its_sentence_with_the_places_marked() -> None:
    text = "第一句。受理1805件，成功1749件。第三句。"
    spans = [Span(text.index("1749"), text.index("1749") + 4), Span(text.index("1805"), text.index("1805") + 4)]
    (shown,) = excerpts(text, spans)

    assert "受理1805件，成功1749件。" == "".join(each.text for each in shown.pieces)
    assert ["1805", "1749"] == [each.text for each in shown.pieces if each.marked]
    assert (False, False) == (shown.cut_before, shown.cut_after)


def test_places_far_apart_are_passages_of_their_own_and_the_first_is_always_shown() -> None:
    text = "\n".join(f"第{n}段有{n}件。" + "字" * 300 for n in range(100, 110))
    spans = [Span(text.index(f"有{n}") + 1, text.index(f"有{n}") + 4) for n in (109, 100, 101, 102, 103)]
    shown = excerpts(text, spans)

    assert ["100", "101", "109"] == [piece.text for each in shown for piece in each.pieces if piece.marked]
    assert all(each.cut_after is False for each in shown)


def test_paragraphs_are_counted_as_a_reader_counts_them() -> None:
    assert [1, 1, 2, 3] == [paragraph_number("\n一\n\n二\n三", at) for at in (0, 1, 4, 6)]


def test_the_width_of_signs_is_no_damage() -> None:
    assert not was_damaged("（一）共 35件，", "(一)共35件,")
    assert was_damaged("習(xí)近平", "习近平")


def test_hostile_text_is_text(draft: ReadDraft) -> None:
    """It is read as any other and stays as it is written; the page escapes it (test_pages_draft.py)."""
    assert HOSTILE in read_here("a.docx", word_draft(HOSTILE)).drafts[0].text
    assert HOSTILE not in draft.text


# ---- what the report before said


@pytest.mark.usefixtures("published")
@pytest.mark.parametrize(("times", "asked"), [("7", True), ("0.1", True), ("1.4", False), ("0.8", False)])
def test_a_value_far_from_the_report_before_is_asked_about(draft: ReadDraft, times: str, asked: bool) -> None:
    """Seven times as many, or a tenth, is no error, and nobody lets it pass; a plain growth is."""
    before = next(
        each for each in cells_before(draft, "zh")
        if each.indicator_id == "consultative_proposals" and each.value
    )  # fmt: skip
    value = round(Decimal(str(before.value)) * Decimal(times))
    text = TEXT.replace("（二）人民调解。", f"（二）人民调解。办理政协提案{value}件。")
    review = draft_review(read_here("a.txt", text.encode()).drafts[0], "zh")
    found = [each for each in review.ask if each.finding.check == JUMP.name]
    assert {"consultative_proposals"} >= {name for each in found for name in each.finding.indicators}

    assert asked == bool(found)
    assert all(str(value) in each.finding.explanation_zh for each in found)
    assert all(str(value) == phrase_of(each.span, text) for each in found)


@pytest.mark.usefixtures("published")
@pytest.mark.parametrize(
    "said", ["1月至3月办理政协提案3件", "办理政协提案3件以上", "五年来办理政协提案3000件", "承办省政协提案3件"]
)
def test_what_means_something_else_is_far_from_nothing(said: str) -> None:
    """A part of a year, a bound, several years, and proposals of another level."""
    text = TEXT.replace("（二）人民调解。", f"（二）人民调解。{said}。")
    review = draft_review(read_here("a.txt", text.encode()).drafts[0], "zh")

    assert [] == [each for each in review.ask if each.finding.check == JUMP.name]
