"""A plan as it is kept and handed on: a small JSON file or, packed, one parameter of an address.

Both come from outside, so there is one parser with limits of size, depth and digits. Whatever is wrong with a plan, it
raises PlanFault with one sentence and nothing else.
"""

from __future__ import annotations

import base64
import binascii
import json
import re
import zlib
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any, NoReturn

from faheng.briefing.plan import LONGEST_TEXT, MOST_PARAMETERS, MOST_VIEWS, PAGES, BriefingPlan, PlannedView
from faheng.errors import PlanFault

__all__ = ["LARGEST", "packed", "plan_of", "plan_of_file", "plan_or_empty", "plan_text", "unpacked"]

VERSION = 1
# Bytes. More than the longest plan needs: what is larger, or unpacks to more, was not written here.
LARGEST = 100_000
# Objects and lists inside each other (a plan has four), digits of a number (a plan has one), the texts of an address.
_DEEPEST, _MOST_DIGITS = 8, 9
_LONGEST_NAME, _LONGEST_VALUE = 100, 2000
# Of a plan, what is true or false.
_CHOICES = ("appendix", "sources")
_STRING = re.compile(r'"(?:[^"\\]|\\.)*(?:"|\Z)', re.DOTALL)
_SURROGATE = re.compile("[\ud800-\udfff]")


def plan_text(plan: BriefingPlan) -> str:
    """The plan as the text of its file."""
    return json.dumps(_as_json(plan), ensure_ascii=False, indent=2) + "\n"


def plan_of_file(content: bytes, name: str) -> BriefingPlan:
    """The plan that a file of this name holds; PlanFault says what is wrong with it and where."""
    if len(content) > LARGEST:
        raise _too_large(name)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise PlanFault(name, "it is no text in UTF-8", "choose a file that was saved on its page") from error
    return plan_of(text, name)


def plan_of(text: str, name: str) -> BriefingPlan:
    """The plan of a text; name: where it comes from, for PlanFault."""
    if len(text) > LARGEST:
        raise _too_large(name)
    if _depth(text) > _DEEPEST:
        raise PlanFault(name, "it holds lists inside lists as no briefing does", "save the briefing again on its page")
    try:
        content = json.loads(text, parse_int=_whole, parse_float=_no_number, parse_constant=_no_number)
    except json.JSONDecodeError as error:
        raise PlanFault(name, f"line {error.lineno} is no JSON", "save the briefing again on its page") from error
    except _Unplanned as error:
        raise PlanFault(name, str(error), "save the briefing again on its page") from error
    return _plan(content, name)


def packed(plan: BriefingPlan) -> str:
    """The plan as one parameter of an address; "" for an empty one."""
    if plan == BriefingPlan():
        return ""
    text = json.dumps(_as_json(plan), ensure_ascii=False, separators=(",", ":"))
    return base64.urlsafe_b64encode(zlib.compress(text.encode("utf-8"), 9)).decode("ascii").rstrip("=")


def unpacked(text: str) -> BriefingPlan:
    """The plan of an address; raises PlanFault where the parameter was cut short or written by something else."""
    if not text:
        return BriefingPlan()
    try:
        opening = zlib.decompressobj()
        content = opening.decompress(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)), LARGEST)
        if not opening.eof:
            raise zlib.error("cut short, or larger than any plan")
        return plan_of(content.decode("utf-8"), "address")
    except (binascii.Error, zlib.error, ValueError) as error:
        raise PlanFault("address", "the briefing in it is damaged", "copy the whole address again") from error


def plan_or_empty(text: str) -> BriefingPlan:
    """The plan of an address; an empty one where it is damaged, which the page of the briefing tells."""
    try:
        return unpacked(text)
    except PlanFault:
        return BriefingPlan()


class _Unplanned(Exception):
    """A number that no plan holds, met while the text is read."""


def _whole(digits: str) -> int:
    # int() refuses 4,300 digits with an error of its own; a version needs one
    if len(digits) > _MOST_DIGITS:
        raise _Unplanned(f"it holds a number of {len(digits)} digits")
    return int(digits)


def _no_number(written: str) -> NoReturn:
    raise _Unplanned(f"it holds the number {written[:20]}")


def _depth(text: str) -> int:
    """How deep objects and lists of a JSON text stand inside each other: known before anything recurs over them."""
    depth = deepest = 0
    for sign in _STRING.sub("", text):
        if sign in "[{":
            depth += 1
            deepest = max(deepest, depth)
        elif sign in "]}":
            depth -= 1
    return deepest


def _too_large(name: str) -> PlanFault:
    return PlanFault(name, f"it is larger than {LARGEST:,} bytes, as no briefing is", "choose a file saved on its page")


def _as_json(plan: BriefingPlan) -> dict[str, Any]:
    views = [{name: value for name, value in vars(each).items() if value} for each in plan.views]
    # what is as usual is not said: an address stays short, and plans of before are read as they were
    usual = BriefingPlan()
    chosen = {name: value for name in _CHOICES if (value := getattr(plan, name)) != getattr(usual, name)}
    cover = {"title": plan.title, "unit": plan.unit, "day": plan.day}
    return {"faheng_briefing": VERSION, **cover, **chosen, "views": views}


def _plan(content: Any, name: str) -> BriefingPlan:
    if not isinstance(content, dict) or type(content.get("faheng_briefing")) is not int:
        raise PlanFault(name, "it is no briefing", "choose a file that was saved on the briefing page")
    if content["faheng_briefing"] != VERSION:
        raise PlanFault(name, f"it is of version {content['faheng_briefing']}", f"this Faheng reads version {VERSION}")
    views = content.get("views", [])
    if not isinstance(views, list) or len(views) > MOST_VIEWS:
        raise PlanFault(name, "views is no list, or too long a one", f"list at most {MOST_VIEWS} views")
    title, unit, day = (_text(content, part, name, "") for part in ("title", "unit", "day"))
    if day and not _is_date(day):
        raise PlanFault(name, f"day {day!r} is no date", "write it as 2026-01-31, or leave it empty for today")
    planned = tuple(_view(each, name, n) for n, each in enumerate(views, 1))
    return replace(_with_choices(content, name), title=title, unit=unit, day=day, views=planned)


def _with_choices(content: Mapping[str, Any], name: str) -> BriefingPlan:
    """An empty plan with what the text chooses of it; what it does not say stays as usual."""
    chosen = {part: content[part] for part in _CHOICES if part in content}
    for part, value in chosen.items():
        if not isinstance(value, bool):
            raise PlanFault(name, f"{part} is neither true nor false", "write one of them, or leave it out")
    return replace(BriefingPlan(), **chosen)


def _view(content: Any, name: str, number: int) -> PlannedView:
    place = f"view {number}: "
    if not isinstance(content, dict) or content.get("page") not in PAGES:
        raise PlanFault(name, f"{place}it names no page", f"page is one of {', '.join(PAGES)}")
    address = _address(content.get("address", {}), name, place)
    title, message = (_text(content, part, name, place) for part in ("title", "message"))
    return PlannedView(content["page"], address, title, message)


def _address(content: Any, name: str, place: str) -> dict[str, str]:
    if not isinstance(content, dict) or not all(isinstance(each, str) for each in content.values()):
        raise PlanFault(name, f"{place}address is no list of texts by name", 'write it as {"place": "630102"}')
    long = any(len(key) > _LONGEST_NAME or len(value) > _LONGEST_VALUE for key, value in content.items())
    if long or len(content) > MOST_PARAMETERS:
        raise PlanFault(name, f"{place}address is longer than any of Faheng", "copy it from the page that shows it")
    for text in (*content, *content.values()):
        _require_writable(text, "address", name, place)
    return content


def _text(content: Mapping[str, Any], part: str, name: str, place: str) -> str:
    value = content.get(part, "")
    if not isinstance(value, str) or len(value) > LONGEST_TEXT:
        raise PlanFault(name, f"{place}{part} is no text of at most {LONGEST_TEXT} characters", "shorten it")
    _require_writable(value, part, name, place)
    return value


def _require_writable(text: str, part: str, name: str, place: str) -> None:
    """PlanFault for half of a character: JSON can hold one, and no file or address can."""
    if _SURROGATE.search(text):
        raise PlanFault(name, f"{place}{part} holds half of a character", "type it again")


def _is_date(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
