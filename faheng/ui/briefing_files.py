"""The files of a briefing as downloads: made on a click, from the snapshot that is published then."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import date
from typing import Literal
from urllib.parse import urlsplit

import streamlit as st

from faheng.briefing.contents import Briefing
from faheng.briefing.fact_table import fact_table
from faheng.briefing.made_briefing import briefing_of
from faheng.briefing.plan import BriefingPlan
from faheng.errors import MissingGlyphs, NoBrowser, UnreadableFile
from faheng.exports.csv_file import csv_bytes
from faheng.ui.outside import literal
from faheng.views.selection import Language
from faheng.views.view import View
from faheng.words.catalogue import Words
from faheng.words.clean import file_name as as_file_name

__all__ = ["files", "pictures", "template"]

Form = Literal["png", "svg", "pdf"]

# What a browser is told each file is.
PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LARGEST_TEMPLATE_MB = 20
MIME = {"pptx": PPTX, "docx": DOCX, "xlsx": XLSX}


def files(plan: BriefingPlan, view: View, own: bytes | None) -> None:
    """A download for each kind of file; own: a presentation whose layouts the slides take."""
    say = view.say
    labels = {"pptx": say("Slides (PPTX)"), "docx": say("Note (DOCX)"), "xlsx": say("Workbook (XLSX)")}
    address = server_address()
    with st.container(horizontal=True, key="fh-briefing-files"):
        for kind, label in labels.items():
            st.download_button(
                label, _maker(kind, plan, view, address, own), f"{file_name(plan, say)}.{kind}", MIME[kind],
                key=f"fh-briefing-{kind}", on_click="ignore", type="primary" if kind == "pptx" else "secondary",
            )  # fmt: skip
        st.download_button(
            say("Figures (CSV)"), lambda: csv_bytes(fact_table(_briefing(plan, view, address), say)),
            f"{file_name(plan, say)}.csv", "text/csv", key="fh-briefing-csv", on_click="ignore",
        )  # fmt: skip
        st.download_button(
            say("Data package (ZIP)"),
            lambda: _package(view.selection.language),
            "faheng.zip", "application/zip", key="fh-briefing-package", on_click="ignore",
        )  # fmt: skip


def template(view: View) -> bytes | None:
    """A presentation of the office's own, whose layouts the slides take; one that cannot be used is told."""
    say = view.say
    given = st.file_uploader(
        say("Your own template for the slides"), type="pptx", key="fh-briefing-template",
        max_upload_size=LARGEST_TEMPLATE_MB,
    )  # fmt: skip
    if given is None:
        return None
    content = bytes(given.getvalue())
    try:
        from faheng.exports.slides.deck import Deck  # noqa: PLC0415  # see _maker

        Deck(content, "")
    except UnreadableFile:
        st.warning(literal(say("“{file}” cannot be used as a template; Faheng's own is used.", file=given.name)))
        return None
    return content


def pictures(plan: BriefingPlan, view: View) -> None:
    """The charts as pictures: drawn by an installed Chrome when asked for, then handed over."""
    say = view.say
    forms: tuple[Form, ...] = ("png", "svg", "pdf")
    with st.container(horizontal=True, key="fh-briefing-pictures", vertical_alignment="bottom"):
        form = st.selectbox(say("Pictures"), forms, format_func=str.upper, key="fh-briefing-form", width=120)
        asked = st.button(say("Draw the charts"), key="fh-briefing-draw")
    if not asked:
        return
    try:
        with st.spinner(say("Drawing …")):
            content = zipped(_briefing(plan, view, server_address()), form)
    except MissingGlyphs as fault:
        lacking = say("No installed font can draw {signs}. Install {packages}, then draw again.",
                      signs="".join(fault.signs[:20]), packages=say(", ").join(fault.packages))  # fmt: skip
        st.warning(literal(lacking))
        return
    except NoBrowser:
        needed = say("Pictures need Chrome or Chromium on the server (Debian: {command}). All else works without it.",
                     command="apt-get install chromium")  # fmt: skip
        st.warning(literal(needed))
        return
    st.download_button(
        say("Take the pictures (ZIP)"), content, f"{file_name(plan, say)}.zip", "application/zip",
        key="fh-briefing-zip", on_click="ignore",
    )  # fmt: skip


def zipped(briefing: Briefing, form: Form) -> bytes:
    """A zip with a picture of each chart, numbered in their order."""
    from faheng.exports.pictures import picture  # noqa: PLC0415  # see _maker

    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for number, view in enumerate(briefing.pictured, start=1):
            if view.figure is not None:
                archive.writestr(f"{number:02d}.{form}", picture(view.figure(), form))
    return held.getvalue()


def file_name(plan: BriefingPlan, say: Words) -> str:
    """What the files are called, without their endings."""
    return as_file_name(plan.title) or say("Briefing")


def server_address() -> str:
    """Where the reader has reached the dashboard, for the links in the files."""
    parts = urlsplit(st.context.url or "")
    return f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""


def _maker(kind: str, plan: BriefingPlan, view: View, address: str, own: bytes | None) -> Callable[[], bytes]:
    """What makes the file. A reader of the dashboard needs no library of office files: whoever asks imports it."""

    def make() -> bytes:
        from faheng.exports.document.file import docx_bytes  # noqa: PLC0415
        from faheng.exports.slides.file import pptx_bytes  # noqa: PLC0415
        from faheng.exports.workbook.file import xlsx_bytes  # noqa: PLC0415

        briefing = _briefing(plan, view, address)
        if kind == "pptx":
            return pptx_bytes(briefing, view.say, own)
        return (docx_bytes if kind == "docx" else xlsx_bytes)(briefing, view.say)

    return make


def _package(language: Language) -> bytes:
    from faheng.exports.store_package import store_package  # noqa: PLC0415  # see _maker

    return store_package(language)


def _briefing(plan: BriefingPlan, view: View, address: str) -> Briefing:
    return briefing_of(plan, view.selection.language, today=date.today(), address=address)
