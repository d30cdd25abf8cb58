"""复核: one doubtful figure at a time: the paragraph with the phrase on the left, what was read of it on the right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import streamlit as st

from faheng.errors import FahengError, Overtaken
from faheng.intake.decide import Editor
from faheng.intake.figures import ReviewedFigure
from faheng.intake.review import Doubt, OpenReport
from faheng.model.doubt import Reason
from faheng.ui.figure_form import FigureEdit, FigureFields, figure_form
from faheng.ui.links import link
from faheng.ui.markup import rendered
from faheng.ui.outside import literal
from faheng.ui.review_parts import doubt_markup, figure_text, report_markup
from faheng.ui.rights import allowed
from faheng.ui.roles import UserRole
from faheng.ui.session import page_memory
from faheng.ui.settle import decision_fault
from faheng.views.desk import Queue, doubt_again, file_names, intake_now, recent_decisions
from faheng.views.view import View
from faheng.words.catalogue import Words

__all__ = [
    "ReviewMemory",
    "add_form",
    "decide_on",
    "decisions_to_undo",
    "next_doubt",
    "note_decision",
    "queue_head",
    "rest_above",
    "undo_of_all",
]

# Below this nobody accepts without looking.
LEAST_SURE, USUALLY_SURE = 0.5, 0.9
MOST_UNDONE = 12


@dataclass(frozen=True)
class ContestedFigure:
    """A figure on which somebody else was faster. typed: what the reader had entered; None where that was nothing."""

    report: str
    figure: str
    typed: FigureFields | None = None


@dataclass
class ReviewMemory:
    """Where the reader is: skipped holds what was put off; last are the events of the last decision; fault is told.

    contested: what is decided on again, whatever the queue says.
    """

    skipped: list[str] = field(default_factory=list)
    last: list[int] = field(default_factory=list)
    fault: str = ""
    contested: ContestedFigure | None = None


def queue_head(queue: Queue, view: View) -> None:
    """How much there is to do, and the way on when there is nothing."""
    say, memory = view.say, page_memory(ReviewMemory)
    if memory.fault:
        st.warning(literal(memory.fault))
        memory.fault = ""
    if not queue.doubts:
        done = say("Nothing waits for a decision.")
        links = [link(say("Publish ›"), "publish"), link(say("Import ›"), "intake")]
        st.html(rendered("import_outcome", lead=done, links=links, fault=""))
        return
    waiting = say.count("One thing waits for a decision.", "{n} things wait for a decision.", len(queue.doubts))
    st.html(rendered("note", note=waiting))


def next_doubt(queue: Queue) -> Doubt | None:
    """What to decide next: the first that was not put off, else the first of all."""
    memory = page_memory(ReviewMemory)
    contested = memory.contested
    if contested is not None and (again := doubt_again(contested.report, contested.figure)) is not None:
        return again
    first = next((each for each in queue.doubts if name_of(each) not in memory.skipped), None)
    if first is None and queue.doubts:
        memory.skipped.clear()
        first = queue.doubts[0]
    return first


def name_of(doubt: Doubt) -> str:
    """What tells one doubt from all others."""
    return f"{doubt.report.id}/{doubt.key}/{doubt.reason}"


def decide_on(doubt: Doubt, view: View) -> None:
    """The doubt, and the buttons that settle it."""
    if doubt.figure is None:
        _report_doubt(doubt, view)
    else:
        _figure_doubt(doubt, doubt.figure, view)


def _report_doubt(doubt: Doubt, view: View) -> None:
    """A report that says too little of itself, or a decision that lost its figure."""
    say = view.say
    st.html(report_markup(doubt, view))
    with st.container(horizontal=True, key="fh-review-keys"):
        if doubt.reason in (Reason.FORMAT, Reason.EDITION):
            from faheng.ui.same_report import same_answers  # noqa: PLC0415 (it needs this module)

            same_answers(doubt, say)
        _skip(doubt, say)
        if doubt.decision is not None:
            st.button(say("Take the old decision back (X)"), key="fh-review-drop", shortcut="X",
                      on_click=_undo, args=([doubt.decision.number], say))  # fmt: skip


def _figure_doubt(doubt: Doubt, figure: ReviewedFigure, view: View) -> None:
    say, report = view.say, doubt.report
    left, right = st.columns([3, 2], gap="large")
    with left:
        st.html(doubt_markup(doubt, figure, view))
    with right:
        contested = page_memory(ReviewMemory).contested
        edit = figure_form(report, figure, view, contested.typed if contested else None)
        with st.container(horizontal=True, key="fh-review-keys"):
            if edit.changes:
                st.button(say("Save the correction (S)"), key="fh-review-correct", type="primary", shortcut="S",
                          on_click=_correct, args=(report, figure, edit, say))  # fmt: skip
            else:
                st.button(say("Accept (A)"), key="fh-review-accept", type="primary", shortcut="A",
                          disabled=bool(figure.faults), on_click=_accept, args=(report, [figure], say))  # fmt: skip
            st.button(say("Reject (X)"), key="fh-review-reject", shortcut="X",
                      on_click=_reject, args=(report, [figure], say))  # fmt: skip
            _skip(doubt, say)


def _skip(doubt: Doubt, say: Words) -> None:
    st.button(say("Later (N)"), key="fh-review-skip", shortcut="N", on_click=_put_off, args=(name_of(doubt),))
    _undo_last(say)


def undo_of_all(view: View) -> None:
    """Take back what was decided last where nothing else is to be decided."""
    if page_memory(ReviewMemory).last:
        with st.container(key="fh-review-keys"):
            _undo_last(view.say)


def _undo_last(say: Words) -> None:
    last = page_memory(ReviewMemory).last
    st.button(say("Undo (U)"), key="fh-review-undo", shortcut="U", disabled=not last,
              on_click=_undo, args=(list(last), say))  # fmt: skip


def _put_off(name: str) -> None:
    memory = page_memory(ReviewMemory)
    memory.skipped.append(name)
    memory.contested = None


@allowed(UserRole.EDITOR, "accept figures")
def _accept(who: str, report: OpenReport, figures: Sequence[ReviewedFigure], say: Words) -> None:
    _accept_all(who, report, figures, say)


def _accept_all(who: str, report: OpenReport, figures: Sequence[ReviewedFigure], say: Words) -> None:
    decided = ContestedFigure(report.id, figures[0].key) if len(figures) == 1 else None
    note_decision(lambda editor: editor.accept(report.state, figures, report.sha256), who, len(figures), say, decided)


@allowed(UserRole.EDITOR, "reject figures")
def _reject(who: str, report: OpenReport, figures: Sequence[ReviewedFigure], say: Words) -> None:
    decided = ContestedFigure(report.id, figures[0].key)
    note_decision(lambda editor: editor.reject(report.state, figures, report.sha256), who, len(figures), say, decided)


@allowed(UserRole.EDITOR, "correct a figure")
def _correct(who: str, report: OpenReport, figure: ReviewedFigure, edit: FigureEdit, say: Words) -> None:
    decided = ContestedFigure(report.id, figure.key, edit.said)
    note_decision(lambda editor: editor.correct(report.state, figure, edit.changes, report.judge), who, 1, say, decided)


@allowed(UserRole.EDITOR, "add a figure")
def _add(who: str, report: OpenReport, cells: dict[str, str], say: Words) -> None:
    note_decision(lambda editor: editor.add(report.state, cells, report.judge), who, 1, say)


@allowed(UserRole.EDITOR, "take decisions back")
def _undo(who: str, numbers: list[int], say: Words) -> None:
    note_decision(lambda editor: editor.undo(numbers), who, 0, say)


def note_decision(
    decide: Callable[[Editor], int], who: str, many: int, say: Words, decided: ContestedFigure | None = None
) -> None:
    """Make the decision; what is shown next follows from the ledger, where it stands when this returns.

    decided: what is shown again, as its reader had it, where somebody else was faster.
    """
    memory = page_memory(ReviewMemory)
    try:
        last = decide(Editor(intake_now(), who))
    except FahengError as fault:
        memory.fault = decision_fault(fault, say)
        if isinstance(fault, Overtaken):
            memory.contested = decided
        return
    memory.contested = None
    memory.last = list(range(last - many + 1, last + 1))


def rest_above(queue: Queue, view: View) -> None:
    """Accept all others that were read with at least so much confidence, report by report."""
    say = view.say
    sure = st.slider(say("Confidence of at least"), LEAST_SURE, 1.0, USUALLY_SURE, 0.01, key="fh-review-sure")
    every = [each for each in queue.doubts if acceptable(each, sure)]
    st.button(
        say.count("Accept one figure", "Accept {n} figures", len(every)), key="fh-review-rest", disabled=not every,
        on_click=_accept_rest, args=(every, say),
    )  # fmt: skip


def acceptable(doubt: Doubt, sure: float) -> bool:
    """Whether a figure may be accepted unseen: nothing but its wording speaks against it."""
    figure = doubt.figure
    return figure is not None and doubt.reason is Reason.UNSURE and float(figure.now.confidence) >= sure


@allowed(UserRole.EDITOR, "accept the rest")
def _accept_rest(who: str, doubts: Sequence[Doubt], say: Words) -> None:
    reports = {each.report.id: each.report for each in doubts}
    memory, noted = page_memory(ReviewMemory), list[int]()
    for name, report in reports.items():
        figures = [each.figure for each in doubts if each.report.id == name and each.figure is not None]
        _accept_all(who, report, figures, say)
        noted += memory.last
    memory.last = noted


def add_form(queue: Queue, view: View) -> None:
    """A figure that reading missed: its report, its phrase as it stands there, and what it says."""
    from faheng.ui.add_figure import added_cells  # noqa: PLC0415 (it needs this module)

    say = view.say
    found = added_cells(queue, view)
    if found is not None:
        report, cells = found
        st.button(say("Add the figure"), key="fh-add-save", type="primary", on_click=_add, args=(report, cells, say))


def decisions_to_undo(view: View) -> None:
    """The last decisions of all editors, each with its way back, also after a publish."""
    say, recent = view.say, recent_decisions(MOST_UNDONE)
    names = file_names() if recent else {}
    for event in recent:
        with st.container(horizontal=True, vertical_alignment="center", key=f"fh-undo-{event.number}"):
            st.html(rendered("note", note=figure_text(event, names.get(event.report, event.report), view)))
            st.button(say("Undo"), key=f"fh-undo-button-{event.number}", type="tertiary",
                      on_click=_undo, args=([event.number], say))  # fmt: skip
