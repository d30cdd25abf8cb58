"""A saved briefing: what it holds, written as JSON and read again; the page and `faheng export` share it.

A view is the address of the page that shows it: its path and its parameters, so that a briefing made today shows
tomorrow's figures. Titles and messages are kept where a person wrote them; empty ones are made anew from the data.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from faheng.errors import BadBriefing
from faheng.exports.briefing import Cover
from faheng.exports.clean import plain_text
from faheng.words.catalogue import LANGUAGES

VERSION = 1
PAGES = ("overview", "compare", "trends")
MOST_VIEWS, LONGEST_TEXT, LARGEST_FILE = 60, 400, 512_000
_COVER = ("title", "unit", "day")
_TOP = ("faheng_briefing", "language", "cover", "views")
_VIEW = ("page", "params", "title", "message")


@dataclass(frozen=True)
class PlannedView:
    """One view: the page, its address's parameters, and what a person wrote over it ("" for what the data say)."""

    page: str
    params: Mapping[str, str] = field(default_factory=dict)
    title: str = ""
    message: str = ""


@dataclass(frozen=True)
class Plan:
    """A briefing before its figures are looked up."""

    cover: Cover
    language: str
    views: tuple[PlannedView, ...]


def written(plan: Plan) -> bytes:
    """The plan as a file; read() gives it back."""
    views = [
        {"page": each.page, "params": dict(each.params), "title": each.title, "message": each.message}
        for each in plan.views
    ]
    cover = {"title": plan.cover.title, "unit": plan.cover.unit, "day": plan.cover.day}
    told = {"faheng_briefing": VERSION, "language": plan.language, "cover": cover, "views": views}
    return (json.dumps(told, ensure_ascii=False, indent=2) + "\n").encode()


def read(content: bytes, name: str) -> Plan:
    """The plan that a file of this name holds; BadBriefing says in one line what is wrong and what to write."""
    told = _Part(_parsed(content, name), name, "")
    told.only(_TOP)
    if told.value.get("faheng_briefing") != VERSION:
        raise told.fault("faheng_briefing", f"is not {VERSION}", "take a briefing that this Faheng saved")
    language = told.text("language", "zh")
    if language not in LANGUAGES:
        raise told.fault("language", f"there is no language {language!r}", f"write one of {', '.join(LANGUAGES)}")
    cover = told.part("cover")
    cover.only(_COVER)
    views = told.value.get("views")
    if not isinstance(views, list) or not 0 < len(views) <= MOST_VIEWS:
        raise told.fault("views", "is no list of views", f"write from 1 to {MOST_VIEWS} of them")
    found = tuple(_view(_Part(each, name, f"views[{i}]")) for i, each in enumerate(views, start=1))
    return Plan(Cover(*(cover.text(key) for key in _COVER)), language, found)


def _view(part: _Part) -> PlannedView:
    part.only(_VIEW)
    page = part.text("page")
    if page not in PAGES:
        raise part.fault("page", f"{page!r} is no page with views", f"write one of {', '.join(PAGES)}")
    params = part.part("params")
    return PlannedView(page, {key: params.text(key) for key in params.value}, part.text("title"), part.text("message"))


@dataclass(frozen=True)
class _Part:
    """An object of the file and where it stands: reads its fields, or says what is wrong with them."""

    value: dict[str, object]
    file: str
    where: str

    def __post_init__(self) -> None:
        if not isinstance(self.value, dict):
            raise BadBriefing(self.file, self.where, "is no object", "write {…}")

    def fault(self, key: str, fault: str, instead: str) -> BadBriefing:
        return BadBriefing(self.file, ".".join(filter(None, (self.where, key))), fault, instead)

    def only(self, known: tuple[str, ...]) -> None:
        unknown = [key for key in self.value if key not in known]
        if unknown:
            raise self.fault(plain_text(unknown[0])[:40], "is not known here", f"the fields are {', '.join(known)}")

    def text(self, key: str, otherwise: str = "") -> str:
        value = self.value.get(key, otherwise)
        if not isinstance(value, str) or len(value) > LONGEST_TEXT:
            raise self.fault(plain_text(key)[:40], "is no text", f"write up to {LONGEST_TEXT} characters in quotation marks")
        return value

    def part(self, key: str) -> _Part:
        value = self.value.get(key, {})
        if not isinstance(value, dict):
            raise self.fault(key, "is no object", "write {…}")
        return _Part(value, self.file, ".".join(filter(None, (self.where, key))))


def _parsed(content: bytes, name: str) -> dict[str, object]:
    if len(content) > LARGEST_FILE:
        raise BadBriefing(name, "", "it is too large for a briefing", "take a file that Faheng saved")
    try:
        told = json.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise BadBriefing(name, "", "it is not UTF-8", "save it as UTF-8") from error
    except json.JSONDecodeError as error:
        raise BadBriefing(name, f"line {error.lineno}", f"is no JSON ({error.msg})", "take a file that Faheng saved") from error
    except RecursionError as error:
        raise BadBriefing(name, "", "it is nested too deeply", "take a file that Faheng saved") from error
    if not isinstance(told, dict):
        raise BadBriefing(name, "", "it holds no briefing", "take a file that Faheng saved")
    return told
