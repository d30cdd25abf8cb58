"""发布: what would change for whom, one snapshot, and the versions: who and when, any two compared, any shown again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import streamlit as st

from faheng.errors import FahengError
from faheng.intake.apart import preview_apart, publish_apart
from faheng.intake.history import changes_of, show_again, versions
from faheng.intake.processes import forking
from faheng.model import Severity
from faheng.model.change import CellChange, Differences
from faheng.paths import store_folder
from faheng.store.origin import Version
from faheng.ui.links import link
from faheng.ui.markup import Markup, rendered
from faheng.ui.moment import moment_text
from faheng.ui.outside import literal, seen
from faheng.ui.rights import allowed, person
from faheng.ui.roles import UserRole
from faheng.ui.session import page_memory
from faheng.ui.tables import Column, PageTable, table_of
from faheng.ui.troubles import told_trouble
from faheng.views.desk import queue_now
from faheng.views.view import View
from faheng.words.catalogue import Words
from faheng.words.changes import change_sentence, value_after, value_before
from faheng.words.findings import severity_text
from faheng.words.values import cell_value_text
from faheng.words.verdict_names import verdict_label

__all__ = ["history", "publishing"]

MOST_ROWS = 200


@dataclass
class PublishMemory:
    """What was looked at: the ledger's position and what a publish from there would change; note and fault are told."""

    position: int = -1
    changes: Differences | None = None
    note: str = ""
    fault: str = ""


def publishing(view: View) -> None:
    """First what would change, then the button that publishes just that."""
    forking()  # while the reader looks at what waits
    say, memory, queue = view.say, page_memory(PublishMemory), queue_now()
    if memory.note:
        st.success(literal(memory.note))
        st.html(rendered("actions", lines=[[link(say("What it changed, on the overview ›"), "./")]]))
        memory.note = ""
    if memory.fault:
        st.warning(literal(memory.fault))
        memory.fault = ""
    if queue.doubts:
        waiting = say.count(
            "One thing still waits for a decision; it is published as proposed and fills no cell.",
            "{n} things still wait for a decision; they are published as proposed and fill no cell.", len(queue.doubts),
        )  # fmt: skip
        st.html(rendered("actions", lines=[[link(waiting + " " + say("Review ›"), "review")]]))
    st.button(say("See what would change"), key="fh-publish-preview", on_click=_preview, args=(say,))
    if memory.position != queue.position:
        return
    st.html(changes_markup(memory.changes, view))
    st.button(say("Publish this"), key="fh-publish-do", type="primary", on_click=_publish, args=(say,))


@allowed(UserRole.PUBLISHER, "look at what a publish would change")
def _preview(who: str, say: Words) -> None:
    memory, position = page_memory(PublishMemory), queue_now().position
    try:
        memory.changes, memory.position = preview_apart(store_folder(), who), position
    except FahengError as fault:
        memory.fault = say("It could not be worked out: {why}", why=told_trouble(fault, say))


@allowed(UserRole.PUBLISHER, "publish")
def _publish(who: str, say: Words) -> None:
    memory = page_memory(PublishMemory)
    try:
        made = publish_apart(store_folder(), who)
    except FahengError as fault:
        memory.fault = say("Nothing was published: {why}", why=told_trouble(fault, say))
        return
    memory.position, memory.changes = -1, None
    memory.note = say("Version {n} is published.", n=made.number)


def changes_markup(changes: Differences | None, view: View) -> Markup:
    """What differs: in a sentence, then as tables."""
    say = view.say
    if changes is None:
        return rendered("note", note=say("Nothing comparable is published yet: all of it is new."))
    if changes.is_empty:
        return rendered("lead", text=say("A publish would change nothing."))
    tables = list(_tables(changes, say))
    return rendered("lead", text=change_sentence(changes, None, say)) + rendered("tables", tables=tables)


def _tables(changes: Differences, say: Words) -> Iterator[PageTable]:
    if changes.cells:
        head = (say("Place"), say("Indicator"), say("Year"), Column(say("Until now"), number=True),
                Column(say("Then"), number=True), say("What changes"))  # fmt: skip
        yield table_of(head, (_cell_row(each, say) for each in changes.cells[:MOST_ROWS]))
    found = [each for each in changes.findings if each.severity != Severity.HOLDS]
    if found:
        yield table_of((say("Place"), say("Severity"), say("New finding")), (
            (say.pick(each.locality_zh, each.locality_en), severity_text(each.severity, say),
             say.pick(each.explanation_zh, each.explanation_en))
            for each in found[:MOST_ROWS]
        ))  # fmt: skip


def _cell_row(change: CellChange, say: Words) -> tuple[str, ...]:
    """What a cell says until now and then."""
    before = "" if change.origin_before is None else cell_value_text(value_before(change), say)
    after = "" if change.origin is None else cell_value_text(value_after(change), say)
    return (
        say.pick(change.locality_zh, change.locality_en), say.pick(change.indicator_zh, change.indicator_en),
        say("{year}", year=change.year), before, after, _kind(change.kind, change.holding, say),
    )  # fmt: skip


def _kind(kind: str, holding: tuple[str, ...], say: Words) -> str:
    """What happens to a cell, with what holds of it then."""
    what = {
        "new": say("new"), "gone": say("left out"), "changed": say("other value"),
        "incomparable": say("can no longer be compared"), "comparable": say("can be compared now"),
    }[kind]  # fmt: skip
    return say(": ").join(filter(None, (what, say(", ").join(verdict_label(each, say) for each in holding))))


def history(view: View) -> None:
    """The kept versions; two of them compared; one of them shown again."""
    say = view.say
    kept = versions(store_folder())
    with st.container(key="fh-versions"):
        st.html(rendered("table", table=_versions(kept, say)))
    numbers = [each.number for each in kept if each.readable]
    if len(numbers) < 2:  # noqa: PLR2004 (two to compare)
        return
    with st.container(horizontal=True, vertical_alignment="bottom", key="fh-history"):
        earlier = st.selectbox(say("Compare version"), numbers, index=1, key="fh-history-earlier", width=160)
        later = st.selectbox(say("with version"), numbers, index=0, key="fh-history-later", width=160)
        compare = st.button(say("Compare"), key="fh-history-compare")
        if person().role.allows(UserRole.PUBLISHER):
            st.button(
                say("Show version {n} again", n=earlier), key="fh-history-restore", on_click=_show_again,
                args=(earlier, say),
            )  # fmt: skip
    if compare:
        _compared(min(earlier, later), max(earlier, later), view)


def _compared(earlier: int, later: int, view: View) -> None:
    try:
        st.html(changes_markup(changes_of(store_folder(), earlier, later), view))
    except FahengError:
        st.warning(literal(view.say("These two versions cannot be compared: an older Faheng made one of them.")))


@allowed(UserRole.PUBLISHER, "show an earlier version again")
def _show_again(who: str, number: int, say: Words) -> None:
    memory = page_memory(PublishMemory)
    try:
        show_again(store_folder(), number, who)
    except FahengError as fault:
        memory.fault = say("Nothing was published: {why}", why=told_trouble(fault, say))
        return
    memory.note = say("Version {n} is shown again.", n=number)


def _versions(kept: list[Version], say: Words) -> PageTable:
    columns = (Column(say("Version"), number=True), say("Made on"), say("Published by"), say("State"))
    return table_of(columns, (
        (str(each.number), moment_text(each.built_at), seen(each.published_by), _state(each, say)) for each in kept
    ))  # fmt: skip


def _state(version: Version, say: Words) -> str:
    if version.published:
        return say("shown now")
    return "" if version.readable else say("cannot be read")
