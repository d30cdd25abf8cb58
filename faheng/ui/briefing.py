"""The briefing as its page edits it: the cover, the views in their order, and the file that keeps the plan."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import streamlit as st

from faheng.briefing.contents import Cover
from faheng.briefing.made_view import MadeView
from faheng.briefing.plan import LONGEST_TEXT, BriefingPlan, iso_day
from faheng.briefing.plan_text import packed, plan_of_file, plan_or_empty, plan_text, unpacked
from faheng.errors import PlanFault
from faheng.ui.briefing_slides import ShownSlides
from faheng.ui.links import link
from faheng.ui.markup import Markup, rendered
from faheng.ui.order import ordered
from faheng.ui.outside import literal
from faheng.ui.roles import UserRole
from faheng.ui.session import change, kept, set_widget
from faheng.ui.uploads import expect_files
from faheng.views.pages import page_entry
from faheng.views.view import View
from faheng.words.clean import file_name

__all__ = ["choices", "counted", "cover", "empty_note", "listed", "note_fault", "on_paper", "opened", "others", "saved"]

COVER = ("title", "unit", "day")
_FAULT = "faheng.briefing.fault"


def opened(view: View) -> BriefingPlan:
    """The plan that the address holds; a damaged one is told once, and an empty one takes its place."""
    try:
        return unpacked(view.selection.briefing)
    except PlanFault:
        damaged = view.say("The briefing in this address is damaged. Copy the whole address again, or open its file.")
        st.warning(literal(damaged))
        # else it would go along from page to page, and be told again each time
        change(briefing="")
        return BriefingPlan()


def cover(plan: BriefingPlan, view: View, standing: Cover) -> None:
    """Title, issuing office and day; standing: the cover that stands where the plan says nothing."""
    say = view.say
    labels = {"title": say("Title"), "unit": say("Issued by"), "day": say("Day")}
    for part in COVER:
        usual = getattr(standing, part)
        st.text_input(
            labels[part],
            key=set_widget(f"fh-briefing-{part}", getattr(plan, part) or usual, view.language),
            on_change=_take_cover,
            args=(part, usual),
        )


def choices(plan: BriefingPlan, view: View) -> None:
    """What follows the views."""
    say = view.say
    labels = {
        "appendix": say("Appendix: tables, definitions and phrases"),
        "sources": say("Sources at the end"),
    }
    for part, label in labels.items():
        key = set_widget(f"fh-briefing-{part}", getattr(plan, part), view.language)
        st.checkbox(label, key=key, on_change=_take_choice, args=(part,))


def counted(slides: ShownSlides, view: View) -> None:
    """How many slides there are, and how to change their order."""
    say, views, rest = view.say, len(slides.views), len(slides.others)
    many = say("{n} slides: the cover, {views} views, {rest} after them.", n=slides.count, views=views, rest=rest)
    how = say("Drag a slide, or press Alt and an arrow key in its text, to change the order.")
    with st.container(key="fh-briefing-count"):
        st.html(rendered("note", note=say.pick("", " ").join((many, how))))


def listed(plan: BriefingPlan, made: list[MadeView], slides: ShownSlides, view: View) -> None:
    """Every view as its slide, with its title and message to edit, its place in the order, and a way out."""
    for place, (one, slide) in enumerate(zip(made, slides.views, strict=True)):
        with st.container(key=f"fh-briefing-view-{place}", border=True):
            picture, fields = st.columns([5, 6], vertical_alignment="center")
            picture.html(slide)
            with fields:
                _view(place, one, len(plan.views), view)
    ordered(view.say("Order"), len(plan.views), _move_to)


def others(slides: ShownSlides, view: View) -> None:
    """The slides that follow the views, small."""
    if slides.others:
        with st.container(key="fh-briefing-others"):
            st.html(rendered("other_slides", label=view.say("After the views"), slides=slides.others))


def _view(place: int, made: MadeView, many: int, view: View) -> None:
    say = view.say
    page = page_entry(made.planned.page)
    st.html(rendered("note", note=f"{place + 1}　{page.title(say)}"))
    key = set_widget(f"fh-briefing-title-{place}", made.headline, say.language)
    st.text_input(
        say("Title of view {n}", n=place + 1), key=key, on_change=_take_text,
        args=("title", place, made.headline), label_visibility="collapsed",
    )  # fmt: skip
    # where the message is the title, it stands there
    if made.message != made.headline:
        key = set_widget(f"fh-briefing-message-{place}", made.message, say.language)
        st.text_area(
            say("Message of view {n}", n=place + 1), key=key, on_change=_take_text,
            args=("message", place, made.message), height="content", label_visibility="collapsed",
        )  # fmt: skip
    if made.problem:
        st.caption(literal(made.problem))
    with st.container(horizontal=True, key=f"fh-briefing-moves-{place}", vertical_alignment="center"):
        _move(f"up-{place}", say("Up"), lambda plan: plan.moved(place, -1), off=place == 0)
        _move(f"down-{place}", say("Down"), lambda plan: plan.moved(place, 1), off=place == many - 1)
        _move(f"out-{place}", say("Take out"), lambda plan: plan.without_view(place), off=False)
        st.html(rendered("actions", lines=[[link(say("Open this view ›"), f"./{page.path}", **made.planned.address)]]))


def _move(name: str, label: str, moved: Callable[[BriefingPlan], BriefingPlan], *, off: bool) -> None:
    st.button(label, key=f"fh-briefing-{name}", type="tertiary", disabled=off, on_click=_change, args=(moved,))


def saved(plan: BriefingPlan, view: View) -> None:
    """The plan as a file to keep or hand on, and a file to open."""
    say = view.say
    st.download_button(
        say("Save the briefing as a file"),
        plan_text(plan),
        f"{file_name(plan.title) or say('Briefing')}.json",
        "application/json",
        key="fh-briefing-save",
        on_click="ignore",
        disabled=not plan.views,
    )
    expect_files(UserRole.VIEWER)
    st.file_uploader(
        say("Open a saved briefing"), type="json", key="fh-briefing-open", max_upload_size=1, on_change=_take_file
    )


def note_fault(view: View) -> None:
    """Say what could not be taken from the reader's last action, once."""
    part, value = st.session_state.pop(_FAULT, ("", ""))
    if part == "day":
        st.warning(literal(view.say("“{day}” is no date. Write it as 2026-01-31.", day=value[:40])))
    elif part == "file":
        st.warning(literal(view.say("“{file}” is no briefing saved on this page.", file=value[:80])))


def on_paper(slides: ShownSlides) -> Markup:
    """The slides of the views, two a page, for the printed page, which has no fields."""
    return rendered("on_paper", slides=slides.views)


def empty_note(view: View) -> Markup:
    """What to do where the briefing has no view yet."""
    say = view.say
    lead = say("There is no view in the briefing yet. Choose “Add to the briefing” below any chart.")
    text = say(
        "Here you put the views in order, write a line of message on each, and take slides, a note and a workbook. "
        "Every value keeps its definition, verdict and source; the address of this page holds the briefing."
    )
    ways = [link(say("Compare ›"), "compare"), link(say("Trends ›"), "trends")]
    return rendered("empty_briefing", lead=lead, text=text, ways=ways)


def _change(moved: Callable[[BriefingPlan], BriefingPlan]) -> None:
    change(briefing=packed(moved(_plan())))


def _move_to(place: int, to: int) -> None:
    _change(lambda plan: plan.moved(place, to - place))


def _take_choice(part: str) -> None:
    change(briefing=packed(replace(_plan(), **{part: st.session_state[f"fh-briefing-{part}"]})))


def _take_cover(part: str, usual: str) -> None:
    """Take what was typed; what stands by itself is not written down, so that it goes on with the data."""
    value = st.session_state[f"fh-briefing-{part}"].strip()[:LONGEST_TEXT]
    if part == "day":
        day = iso_day(value)
        if day is None:
            st.session_state[_FAULT] = ("day", value)
            return
        value = day
    texts: dict[str, Any] = {part: "" if value == usual else value}
    change(briefing=packed(replace(_plan(), **texts)))


def _take_text(part: str, place: int, usual: str) -> None:
    """Take a title or message; an emptied field gets back what stands by itself."""
    value = " ".join(st.session_state[f"fh-briefing-{part}-{place}"].split())[:LONGEST_TEXT]
    plan = _plan()
    if value != usual and place < len(plan.views):
        texts = {"title": plan.views[place].title, "message": plan.views[place].message, part: value}
        change(briefing=packed(plan.with_texts(place, **texts)))


def _take_file() -> None:
    given = st.session_state["fh-briefing-open"]
    if given is None:
        return
    try:
        read = plan_of_file(given.getvalue(), given.name)
    except PlanFault:
        st.session_state[_FAULT] = ("file", given.name)
        return
    change(briefing=packed(read))


def _plan() -> BriefingPlan:
    """The plan of the selection as it is now."""
    return plan_or_empty(kept().briefing)
