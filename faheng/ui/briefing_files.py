"""The files of a briefing as downloads: made on a click, from the snapshot that is published then."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import date
from urllib.parse import urlsplit

import streamlit as st

from faheng.briefing.contents import Briefing
from faheng.briefing.made_briefing import briefing_of
from faheng.briefing.plan import BriefingPlan
from faheng.briefing.public_address import public_address
from faheng.errors import MissingGlyphs, NoBrowser, UnreadableFile
from faheng.exports.formats import FORMATS, PICTURES, ExportFormat, FileRequest, PictureFormat
from faheng.exports.slides.template import LARGEST_FILE, Template
from faheng.ui.outside import literal
from faheng.ui.roles import UserRole
from faheng.ui.uploads import expect_files
from faheng.views.view import View
from faheng.words.catalogue import Words
from faheng.words.clean import file_name as as_file_name

__all__ = ["files", "pictures", "template"]

# The sharp end of a briefing: the one button that stands out.
_FIRST = FORMATS[0]


def files(plan: BriefingPlan, view: View, own: Template | None) -> None:
    """A download for each kind of file; own: a presentation whose layouts the slides take."""
    address, name = server_address(), file_name(plan, view.say)
    request = FileRequest(view.selection.language, lambda: _briefing(plan, view, address), own)
    with st.container(horizontal=True, key="fh-briefing-files"):
        for each in FORMATS:
            st.download_button(
                each.label(view.say), _maker(each, request),
                f"{'faheng' if each.holds == 'store' else name}{each.suffix}", each.mime,
                key=f"fh-briefing-{each.name}", on_click="ignore", type="primary" if each is _FIRST else "secondary",
            )  # fmt: skip


def template(view: View) -> Template | None:
    """A presentation of the office's own, whose layouts the slides take; one that cannot be used is told."""
    say = view.say
    expect_files(UserRole.VIEWER)
    given = st.file_uploader(
        say("Your own template for the slides"), type=["pptx", "potx"], key="fh-briefing-template",
        max_upload_size=LARGEST_FILE // 2**20,
    )  # fmt: skip
    if given is None:
        return None
    from faheng.exports.slides.trial import require_usable  # noqa: PLC0415 (a reader needs no library of slides)

    own = Template(given.name, bytes(given.getvalue()))
    try:
        require_usable(own)
    except UnreadableFile:
        st.warning(literal(say("“{file}” cannot be used as a template; Faheng's own is used.", file=given.name)))
        return None
    return own


def pictures(plan: BriefingPlan, view: View) -> None:
    """The charts as pictures: drawn by an installed Chrome when asked for, then handed over."""
    say = view.say
    with st.container(horizontal=True, key="fh-briefing-pictures", vertical_alignment="bottom"):
        form = st.selectbox(
            say("Pictures"), PICTURES, format_func=lambda each: each.name.upper(), key="fh-briefing-form", width=120
        )
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


def zipped(briefing: Briefing, form: PictureFormat) -> bytes:
    """A zip with a picture of each chart, named by its title and numbered in their order."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for number, view in enumerate(briefing.pictured, start=1):
            if view.figure is not None:
                name = f"{number:02d}-{as_file_name(view.title)}".rstrip("-")
                archive.writestr(f"{name}{form.suffix}", form.draw(view.figure()))
    return held.getvalue()


def file_name(plan: BriefingPlan, say: Words) -> str:
    """What the files are called, without their endings."""
    return as_file_name(plan.title) or say("Briefing")


def server_address() -> str:
    """Where the reader has reached the dashboard, for the links in the files; "" where others would not reach it."""
    parts = urlsplit(st.context.url or "")
    return public_address(f"{parts.scheme}://{parts.netloc}")


def _maker(kind: ExportFormat, request: FileRequest) -> Callable[[], bytes]:
    """What makes the file when it is asked for."""
    return lambda: kind.make(request).content


def _briefing(plan: BriefingPlan, view: View, address: str) -> Briefing:
    return briefing_of(plan, view.selection.language, today=date.today(), address=address)
