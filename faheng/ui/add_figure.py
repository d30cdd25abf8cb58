"""A figure that reading missed: its phrase as it stands in the report, and what it says."""

from __future__ import annotations

import streamlit as st

from faheng.intake.review import Desk, OpenReport
from faheng.model import PeriodKind, Span
from faheng.ui.figure_form import FigureFields, figure_fields
from faheng.ui.markup import rendered
from faheng.ui.outside import literal, seen
from faheng.views.desk import Queue, intake_now, opened_report
from faheng.views.excerpts import excerpts
from faheng.views.view import View

__all__ = ["added_cells"]

LONGEST_PHRASE = 60
# The columns of an observations file that the form does not ask for.
NOT_SAID = {
    **dict.fromkeys(("change", "change_text", "change_unit", "change_bound"), ""),
    **dict.fromkeys(("section", "also_at", "note_zh", "note_en"), ""),
    "confidence": "1",
    "status": "accepted",
}


def added_cells(queue: Queue, view: View) -> tuple[OpenReport, dict[str, str]] | None:
    """The report and the columns of the figure, once all that is needed was said."""
    say = view.say
    held = [each for each in queue.reports.values() if not each.withdrawn]
    names = {each.id: seen(each.document.name) for each in held if each.document}
    name = st.selectbox(say("Report"), list(names), format_func=lambda each: literal(names[each]), index=None,
                        key="fh-add-report", placeholder=say("Choose the report"))  # fmt: skip
    opened = opened_report(Desk.of(intake_now()), name) if name else None
    if opened is None or opened.state.missing:
        return None
    phrase = st.text_input(say("Phrase, copied from the report"), key="fh-add-phrase", max_chars=LONGEST_PHRASE).strip()
    at = opened.text.find(phrase) if phrase else -1
    if at < 0:
        if phrase:
            st.caption(literal(say("The report does not say this. Copy the words as they stand there.")))
        return None
    span = Span(at, at + len(phrase))
    st.html(rendered("excerpts", passages=excerpts(opened.text, [span])))
    about = opened.judge.report
    standing = FigureFields("", "", "exact", "", PeriodKind.YEAR, about.period_start, about.period_end)
    said = figure_fields(standing, f"add-{opened.id}", opened, view)
    if not (said.indicator and said.value):
        return None
    evidence = {"phrase": phrase, "start": str(span.start), "end": str(span.end)}
    return opened, {**NOT_SAID, **said.cells(), **evidence}
