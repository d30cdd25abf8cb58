"""A draft on the page of checks: dropped, read under limits, told what to mend, and forgotten."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import streamlit as st

from faheng.exports.csv_file import csv_bytes
from faheng.intake.draft import CheckedDraft, ReadDraft, check_draft
from faheng.model import PeriodBasis
from faheng.reading.about.about import ReportAbout
from faheng.reading.files import REPORT_SUFFIXES
from faheng.ui.draft_parts import draft_body, draft_head
from faheng.ui.markup import rendered
from faheng.ui.outside import literal
from faheng.ui.place_field import place_field
from faheng.ui.roles import UserRole
from faheng.ui.session import asked, change_own, forget, page_memory, set_widget
from faheng.ui.uploads import expect_files
from faheng.views.draft import DraftReview, draft_review
from faheng.views.draft_words import figures_table, remarks
from faheng.views.pages import DRAFT
from faheng.views.view import View
from faheng.words.catalogue import Words
from faheng.words.clean import file_name
from faheng.words.faults import fault_sentence

__all__ = ["choose_subject", "draft_page", "drafting"]

REPORTS = "reports"
EARLIEST = 1985


@dataclass
class DraftMemory:
    """What was read and of what, and what its reader corrected, by the name of the report."""

    key: tuple[object, ...] = ()
    checked: CheckedDraft = field(default_factory=CheckedDraft)
    given: dict[str, ReportAbout] = field(default_factory=dict)


def drafting() -> bool:
    """Whether the address asks for a draft instead of the reports that are held."""
    return asked("of") == DRAFT


def choose_subject(view: View) -> None:
    """The choice between the published reports and a draft of one's own."""
    say = view.say
    names = {REPORTS: say("Published reports"), DRAFT: say("My draft")}
    st.segmented_control(
        say("What to check"), list(names), format_func=lambda one: literal(names[one]), required=True,
        key=set_widget("fh-checks-of", view.selection.own.get("of") or REPORTS, view.language),
        on_change=_take_subject, label_visibility="collapsed",
    )  # fmt: skip


def _take_subject() -> None:
    chosen = st.session_state["fh-checks-of"]
    change_own("of", "" if chosen == REPORTS else chosen)


def draft_page(view: View) -> None:
    """Drop a file, see what it needs, take it back with comments."""
    say = view.say
    expect_files(UserRole.VIEWER)
    given = st.file_uploader(
        say("Drop your draft here: Word, PDF, web page or text"), type=[each[1:] for each in REPORT_SUFFIXES],
        key="fh-draft-file",
    )  # fmt: skip
    if given is None:
        forget()
        st.html(rendered("draft_empty", lines=_promises(say)))
        return
    data = bytes(given.getvalue())
    checked = _checked(given.name, data, say)
    for each in checked.faults:
        st.warning(literal(fault_sentence(each.file, each.fault, each.instead, say)))
    for number, draft in enumerate(checked.drafts):
        _draft(number, draft, data, view)


def _promises(say: Words) -> list[str]:
    return [
        say("You see what contradicts itself, what will be asked about, and what last year's report said and this one "
            "does not: each with its sentence, in the order in which to mend it."),
        say("You take the draft back as a Word file with these remarks as comments at their places."),
        say("Nothing is stored: the file is read in memory and forgotten when you leave this page."),
    ]  # fmt: skip


def _checked(name: str, data: bytes, say: Words) -> CheckedDraft:
    """The reading of the file, once for as long as file and corrections stay as they are."""
    memory = page_memory(DraftMemory)
    key = (hashlib.sha256(data).hexdigest(), name, *memory.given.values())
    if memory.key != key:
        with st.spinner(say("Reading and checking …")):
            memory.checked = check_draft(name, data, memory.given)
        memory.key = key
    return memory.checked


def _draft(number: int, draft: ReadDraft, data: bytes, view: View) -> None:
    """One report of the file: what it is, the counts, the Word file, then all that there is to do."""
    review = draft_review(draft, view.language)
    st.html(draft_head(draft, review, view))
    with st.container(horizontal=True, key=f"fh-draft-actions-{number}", vertical_alignment="center"):
        _downloads(number, draft, review, data, view)
        _correct(number, draft, view)
    st.html(draft_body(draft, review, view))


def _downloads(number: int, draft: ReadDraft, review: DraftReview, data: bytes, view: View) -> None:
    say, name = view.say, file_name(draft.name) or view.say("Draft")
    st.download_button(
        say("Word file with comments"), lambda: _word_file(draft, review, data, view),
        f"{name} {say('checked')}.docx",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        key=f"fh-draft-word-{number}", on_click="ignore", type="primary",
    )  # fmt: skip
    st.download_button(
        say("Figures (CSV)"), lambda: csv_bytes(figures_table(review, view)), f"{name}.csv", "text/csv",
        key=f"fh-draft-csv-{number}", on_click="ignore",
    )  # fmt: skip


def _word_file(draft: ReadDraft, review: DraftReview, data: bytes, view: View) -> bytes:
    from faheng.intake.commented import CommentedFile, commented  # noqa: PLC0415 (a reader needs no library of Word)

    said = tuple(remarks(review, view))
    return commented(CommentedFile(Path(draft.name), data, draft.reader, draft.text, said, view.say("Faheng")))


def _correct(number: int, draft: ReadDraft, view: View) -> None:
    """Place and year where they were not recognised, or wrongly: the report before is found by them."""
    say = view.say
    with st.popover(say("Correct place or year")):
        code = place_field(say("Place"), f"fh-draft-place-{number}", say)
        year = st.number_input(
            say("Year"), min_value=EARLIEST, max_value=date.today().year,
            value=draft.about.period_end.year if draft.about.period_end else date.today().year - 1,
            key=f"fh-draft-year-{number}",
        )  # fmt: skip
        if st.button(say("Check again"), key=f"fh-draft-again-{number}", type="primary"):
            page_memory(DraftMemory).given[draft.name] = _about(draft, code, int(year))
            st.rerun()


def _about(draft: ReadDraft, code: str, year: int) -> ReportAbout:
    known = draft.about
    same = known.period_end is not None and known.period_end.year == year
    return ReportAbout(
        name=draft.name,
        locality_code=code or known.locality_code,
        kind=known.kind,
        period_start=known.period_start if same else date(year, 1, 1),
        period_end=known.period_end if same else date(year, 12, 31),
        period_basis=known.period_basis if same else PeriodBasis.STATED,
    )
