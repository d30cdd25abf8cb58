"""A briefing before it is made: its cover and, in order, the views that go into it, each by its address.

A plan is kept as a small JSON file or, packed, as one parameter of the page's address; both can be handed on. A view
without a title or message of its own takes those of the chart, worded from the data when the briefing is made.
"""

from __future__ import annotations

import base64
import binascii
import json
import re
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from faheng.errors import PlanFault
from faheng.views.view import View

__all__ = [
    "MOST_VIEWS",
    "PAGES",
    "Plan",
    "PlannedView",
    "iso_day",
    "packed",
    "page_path",
    "plan_in",
    "plan_of",
    "plan_or_empty",
    "plan_text",
    "planned",
    "unpacked",
]

VERSION = 1
# The pages whose views a briefing can hold.
PAGES = ("overview", "compare", "trends", "checks")
MOST_VIEWS = 40
LONGEST_TEXT = 200
# More than the longest plan needs: what unpacks to more was not packed here.
_MOST_BYTES = 100_000
_TYPED_DAY = re.compile(r"([0-9]{4})[-/.\u5e74]([0-9]{1,2})[-/.\u6708]([0-9]{1,2})\u65e5?")


@dataclass(frozen=True)
class PlannedView:
    """One view: the page, the parameters of its address, and the title and message that stand in its place."""

    page: str
    address: Mapping[str, str] = field(default_factory=dict)
    title: str = ""
    message: str = ""


@dataclass(frozen=True)
class Plan:
    """What a briefing is made from. day: as an ISO date, "" for the day on which it is made."""

    title: str = ""
    unit: str = ""
    day: str = ""
    views: tuple[PlannedView, ...] = ()

    def with_view(self, view: PlannedView) -> Plan:
        """The plan with one more view at its end; the plan itself where the view is in it already or it is full."""
        same = any((each.page, dict(each.address)) == (view.page, dict(view.address)) for each in self.views)
        return self if same or len(self.views) >= MOST_VIEWS else replace(self, views=(*self.views, view))

    def without_view(self, place: int) -> Plan:
        """The plan without the view at this place."""
        return replace(self, views=(*self.views[:place], *self.views[place + 1 :]))

    def moved(self, place: int, by: int) -> Plan:
        """The plan with the view at this place moved up (by -1) or down (by 1); as it is at either end."""
        views = list(self.views)
        to = min(max(place + by, 0), len(views) - 1)
        views.insert(to, views.pop(place))
        return replace(self, views=tuple(views))

    def with_texts(self, place: int, *, title: str, message: str) -> Plan:
        """The plan with another title and message for the view at this place."""
        views = list(self.views)
        views[place] = replace(views[place], title=title[:LONGEST_TEXT], message=message[:LONGEST_TEXT])
        return replace(self, views=tuple(views))


def page_path(page: str) -> str:
    """Where a page stands below the dashboard's own address: the overview is that address itself."""
    return "" if page == "overview" else page


def plan_text(plan: Plan) -> str:
    """The plan as the text of its file."""
    return json.dumps(_as_json(plan), ensure_ascii=False, indent=2) + "\n"


def plan_of(text: str, name: str) -> Plan:
    """The plan that a file holds; name: that of the file, for PlanFault, which says what is wrong with it and where."""
    try:
        read = json.loads(text)
    except json.JSONDecodeError as error:
        raise PlanFault(name, f"line {error.lineno} is no JSON", "save the briefing again on its page") from error
    return _plan(read, name)


def packed(plan: Plan) -> str:
    """The plan as one parameter of an address; "" for an empty one."""
    if plan == Plan():
        return ""
    text = json.dumps(_as_json(plan), ensure_ascii=False, separators=(",", ":"))
    return base64.urlsafe_b64encode(zlib.compress(text.encode("utf-8"), 9)).decode("ascii").rstrip("=")


def unpacked(text: str) -> Plan:
    """The plan of an address; raises PlanFault where the parameter was cut short or written by something else."""
    if not text:
        return Plan()
    try:
        held = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
        opened = zlib.decompressobj()
        plain = opened.decompress(held, _MOST_BYTES)
        if not opened.eof:
            raise zlib.error("cut short, or larger than any plan")
        return plan_of(plain.decode("utf-8"), "address")
    except (binascii.Error, zlib.error, UnicodeDecodeError, ValueError) as error:
        raise PlanFault("address", "the briefing in it is damaged", "copy the whole address again") from error


def plan_or_empty(text: str) -> Plan:
    """The plan of an address; an empty one where it is damaged, which the page of the briefing tells."""
    try:
        return unpacked(text)
    except PlanFault:
        return Plan()


def _as_json(plan: Plan) -> dict[str, Any]:
    views = [{name: value for name, value in vars(each).items() if value} for each in plan.views]
    return {"faheng_briefing": VERSION, "title": plan.title, "unit": plan.unit, "day": plan.day, "views": views}


def _plan(read: Any, name: str) -> Plan:
    if not isinstance(read, dict) or "faheng_briefing" not in read:
        raise PlanFault(name, "it is no briefing", "choose a file that was saved on the briefing page")
    if read["faheng_briefing"] != VERSION:
        raise PlanFault(name, f"it is of version {read['faheng_briefing']}", f"this Faheng reads version {VERSION}")
    views = read.get("views", [])
    if not isinstance(views, list) or len(views) > MOST_VIEWS:
        raise PlanFault(name, "views is no list, or too long a one", f"list at most {MOST_VIEWS} views")
    title, unit, day = (_text(read, part, name, "") for part in ("title", "unit", "day"))
    if day and not _is_date(day):
        raise PlanFault(name, f"day {day!r} is no date", "write it as 2026-01-31, or leave it empty for today")
    return Plan(title, unit, day, tuple(_view(each, name, n) for n, each in enumerate(views, 1)))


def _view(read: Any, name: str, number: int) -> PlannedView:
    place = f"view {number}: "
    if not isinstance(read, dict) or read.get("page") not in PAGES:
        raise PlanFault(name, f"{place}it names no page", f"page is one of {', '.join(PAGES)}")
    address = read.get("address", {})
    if not isinstance(address, dict) or not all(isinstance(each, str) for each in address.values()):
        raise PlanFault(name, f"{place}address is no list of texts by name", 'write it as {"place": "630102"}')
    return PlannedView(read["page"], address, _text(read, "title", name, place), _text(read, "message", name, place))


def _text(read: Mapping[str, Any], part: str, name: str, place: str) -> str:
    value = read.get(part, "")
    if not isinstance(value, str) or len(value) > LONGEST_TEXT:
        raise PlanFault(name, f"{place}{part} is no text of at most {LONGEST_TEXT} characters", "shorten it")
    return value


def iso_day(text: str) -> str | None:
    """A day as it is typed (2026-1-31, 2026/1/31, 2026.1.31, in Chinese) as an ISO date; "" stays; None for no day."""
    if not text:
        return ""
    found = _TYPED_DAY.fullmatch(text.strip())
    try:
        return date(*map(int, found.groups())).isoformat() if found else None
    except ValueError:
        return None


def _is_date(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def plan_in(view: View) -> Plan:
    """The briefing being put together; an empty one where the address holds a damaged one, which its page tells."""
    return plan_or_empty(view.selection.briefing)


def planned(view: View, page: str, **address: str) -> PlannedView:
    """The view as a briefing keeps it: its place said, what the address settles replaced or added."""
    kept = replace(view.selection, briefing="", language="zh").to_params()
    settled = {**kept, "place": view.ours, **address}
    return PlannedView(page, {name: value for name, value in settled.items() if value})
