"""导入: files come in, what each was taken for is shown as it comes, and put right where it was taken for another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import streamlit as st

from faheng.errors import FahengError
from faheng.intake.imports import Imported, ImportPlan
from faheng.intake.processes import forking
from faheng.intake.running import RunningImport, UploadedSource
from faheng.intake.sameness import FORMAT
from faheng.intake.state import ReportState, SameAs
from faheng.reading.files import PICTURE_SUFFIXES, REPORT_SUFFIXES, files_in
from faheng.reading.texts.transcripts import can_recognise
from faheng.ui.links import link
from faheng.ui.markup import Markup, rendered
from faheng.ui.outside import literal, seen
from faheng.ui.rights import allowed
from faheng.ui.roles import UserRole
from faheng.ui.tables import Column, PageTable, table_of
from faheng.ui.troubles import told_trouble
from faheng.ui.uploads import expect_files, forget_files
from faheng.views.desk import has_ledger, intake_now
from faheng.views.reports_taken import taken_facts
from faheng.views.view import View
from faheng.words.catalogue import Words
from faheng.words.faults import fault_of_line
from faheng.words.troubles import trouble_text

__all__ = ["bring", "held_reports", "progress"]

_RUN = "faheng.import"
MOST_SHOWN = 60
# Two cores of a server read; it stays quick for its readers with one of them free.
JOBS = 2


def running() -> RunningImport | None:
    """The last import of this session."""
    run: RunningImport | None = st.session_state.get(_RUN)
    return run


def bring(view: View) -> None:
    """Files to drop, or a folder of the server, and the button that begins."""
    forking()  # while the reader looks for files
    say, run = view.say, running()
    busy = run is not None and run.goes_on
    expect_files(UserRole.EDITOR)
    files = st.file_uploader(
        say("Drop reports here, as many as you like: Word, PDF, web pages, text, or a zip of them"),
        type=_endings(), accept_multiple_files=True, key=_files_key(), disabled=busy,
    )  # fmt: skip
    with st.container(horizontal=True, vertical_alignment="bottom", key="fh-intake-begin"):
        st.button(
            say("Import"), key="fh-intake-start", type="primary", disabled=busy or not files, on_click=_take_uploads,
        )  # fmt: skip
        with st.popover(say("A folder on the server")):
            st.text_input(say("Path of the folder"), key="fh-intake-folder")
            st.button(say("Import the folder"), key="fh-intake-start-folder", disabled=busy, on_click=_take_folder)
    _show_fault(say)


def _endings() -> list[str]:
    """What a file may end in: pictures too where the server recognises text."""
    every = (*REPORT_SUFFIXES, *PICTURE_SUFFIXES) if can_recognise() else REPORT_SUFFIXES
    return [each[1:] for each in every]


_FAULT = "faheng.intake.fault"


def _show_fault(say: Words) -> None:
    """What could not be begun, once."""
    fault = st.session_state.pop(_FAULT, None)
    if fault is not None:
        st.warning(literal(say("Nothing was imported: {why}.", why=told_trouble(fault, say))))


_TAKEN = "faheng.intake.taken"


def _files_key() -> str:
    """The field for files, an empty one after each import: it cannot be emptied otherwise."""
    taken = st.session_state.get(_TAKEN, 0)
    return f"fh-intake-files-{taken}" if taken else "fh-intake-files"


@allowed(UserRole.EDITOR, "import reports")
def _take_uploads(who: str) -> None:
    files = st.session_state[_files_key()] or ()
    if files:
        # Not getbuffer(), which makes a copy of each that lasts as long as the field.
        uploads = (UploadedSource(each.name, each.getvalue()) for each in files)
        st.session_state[_RUN] = RunningImport.of_uploads(intake_now(), uploads, _plan(who))
        # They lie in a folder now; in memory they would stay until the reader closes the page.
        st.session_state[_TAKEN] = st.session_state.get(_TAKEN, 0) + 1
        forget_files()


@allowed(UserRole.EDITOR, "import a folder of the server")
def _take_folder(who: str) -> None:
    try:
        paths = files_in([Path(st.session_state["fh-intake-folder"].strip() or ".").expanduser()])
    except FahengError as fault:
        st.session_state[_FAULT] = fault
        return
    st.session_state[_RUN] = RunningImport.of_folder(intake_now(), paths, _plan(who))


def _plan(who: str) -> ImportPlan:
    return ImportPlan(who, jobs=JOBS, threaded=True)


def progress(view: View) -> None:
    """How far the import is, drawn anew each second while it goes on, and what became of each file."""
    run = running()
    if run is None:
        return
    st.fragment(_progress, run_every=1 if run.goes_on else None)(run, view)


def _progress(run: RunningImport, view: View) -> None:
    say = view.say
    if run.goes_on:
        done = min(len(run.results), run.sources)
        st.progress(done / max(1, run.sources), text=_how_far(run, done, say))
        st.button(say("Stop after this file"), key="fh-intake-cancel", on_click=run.cancel, disabled=run.cancelled)
    with st.container(key="fh-intake-results"):
        st.html(_summary(run, say) + rendered("tables", tables=list(_result_tables(run, view))))
    if not run.goes_on and st.session_state.get("fh-intake-ended") != id(run):
        st.session_state["fh-intake-ended"] = id(run)
        st.rerun()


def _how_far(run: RunningImport, done: int, say: Words) -> str:
    """The files that are done, and the pages of the scan that it is at."""
    files, page = say("{n} of {all} files read", n=done, all=run.sources), run.page
    if page is None:
        return files
    name = literal(page.name)
    return say("; ").join((files, say("{file}: page {n} of {all} recognised", file=name, n=page.page, all=page.pages)))


def _summary(run: RunningImport, say: Words) -> Markup:
    """All of it in a sentence."""
    new = [each for each in run.imported if not each.known]
    parts = [say.count("one report imported", "{n} reports imported", len(new))]
    if len(new) < len(run.imported):
        parts.append(say("{n} were here already", n=len(run.imported) - len(new)))
    if run.refused:
        parts.append(say("{n} could not be read", n=len(run.refused)))
    open_ones = sum(each.document.proposed for each in new)
    if open_ones:
        parts.append(say("{n} figures wait for your decision", n=open_ones))
    if run.cancelled and not run.goes_on:
        parts.append(say("stopped on request; what was read is kept"))
    links = [link(say("Review ›"), "review")] if open_ones and not run.goes_on else []
    fault = say("The import ended early ({why}).", why=trouble_text(run.fault, say)) if run.fault else ""
    return rendered("import_outcome", lead=say("; ").join(parts), links=links, fault=fault)


def _result_tables(run: RunningImport, view: View) -> Iterator[PageTable]:
    say = view.say
    if run.refused:
        # While it goes on the table is drawn each second; at the end every file has its sentence.
        refused = run.refused[-MOST_SHOWN if run.goes_on else 0 :]
        rows = ((seen(each.name), fault_of_line(each.fault, say)) for each in refused)
        yield table_of((say("File"), say("Why it was not read, and what to do")), rows)
    if run.imported:
        state = intake_now().state()
        yield _reports_table([(each, state.report(each.document.report)) for each in run.imported[-MOST_SHOWN:]], view)


def _reports_table(rows: Sequence[tuple[Imported, ReportState]], view: View) -> PageTable:
    say = view.say
    counts = (say("Figures"), say("To decide"))
    told = ((state, _relation(each, view), (each.document.figures, each.document.proposed)) for each, state in rows)
    return report_table(told, counts, view)


def _relation(each: Imported, view: View) -> str:
    """How the document stands to those that were there."""
    if each.known:
        return view.say("here already; nothing changed")
    if each.shipped:
        return view.say("the document of a report whose figures are shipped")
    return same_text(each.same, view.say)


def same_text(same: SameAs | None, say: Words) -> str:
    """What another report is to this one; "" where there is none like it."""
    if same is None:
        return ""
    if same.how == FORMAT:
        return say("the same report in another format; its figures are not counted twice")
    return say("another edition of a report that is here")


def report_table(
    rows: Iterator[tuple[ReportState, str, tuple[int, ...]]], counts: tuple[str, ...], view: View
) -> PageTable:
    """Reports with what they were taken for and the words that say so; counts: the heads of the numbers of each."""
    say = view.say
    columns: list[str | Column] = [say("File"), say("Place"), say("Publisher"), say("Period"), say("Kind"),
                                   say("Format")]  # fmt: skip
    columns += [*(Column(each, number=True) for each in counts), say("Remark"), ""]
    return table_of(columns, (
        (
            seen(state.document.name if state.document else state.id),
            *map(seen, taken_facts(state, view)),
            state.document.format if state.document else "",
            *map(str, numbered),
            remark,
            link(say("Correct ›"), report=state.id),
        )
        for state, remark, numbered in rows
    ))  # fmt: skip


def held_reports(view: View) -> Markup | None:
    """The reports that were imported before, newest first; None where there are none."""
    if not has_ledger():
        return None
    states = [each for each in intake_now().state().reports.values() if each.document][::-1]
    if not states:
        return None
    say = view.say
    rows = ((each, _standing(each, say), ()) for each in states[:MOST_SHOWN])
    summary = say.count("One imported report", "{n} imported reports", len(states))
    # What the reader has just imported stands above already.
    return rendered("table_folded", table=report_table(rows, (), view), summary=summary, open=running() is None)


def _standing(state: ReportState, say: Words) -> str:
    if state.withdrawn:
        return say("withdrawn; it is not published")
    if state.missing:
        return say("not known what it is: correct it")
    return same_text(state.same, say)
