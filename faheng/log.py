"""What a server or a command tells of its work, for whoever looks after it: lines of words, or of JSON.

FAHENG_LOG=json makes every line an object with the time (UTC), what happened, and the id of the request behind it; of
these there are more: each request, each run of a page, each decision by its number in the ledger. Left out on purpose:
files, their rotation and levels. A line goes to standard error, and whoever starts the process keeps it.
"""

from __future__ import annotations

import json
import logging
import os
import re
import sys
import traceback
import uuid
from contextvars import ContextVar
from datetime import UTC, datetime

from faheng.errors import BadSetting

SETTING = "FAHENG_LOG"
# What a proxy may hand on as the id of a request; anything else gets an id of ours.
REQUEST_ID = re.compile(r"[A-Za-z0-9._-]{8,64}")
# Set where a request, or what a reader asks of a page, begins.
request: ContextVar[str] = ContextVar("faheng.request", default="")


def as_json() -> bool:
    """Whether lines are objects. Raises BadSetting for a form that there is not."""
    given = os.environ.get(SETTING, "")
    if given not in ("", "json"):
        raise BadSetting(SETTING, given, "write json, or nothing for plain lines")
    return given == "json"


def tell(event: str, said: str, **fields: object) -> None:
    """Tell a person: a plain line is the sentence."""
    if as_json():
        print(line(event, "warning", said=said, **fields), file=sys.stderr, flush=True)
    else:
        print(said, file=sys.stderr, flush=True)


def note(event: str, **fields: object) -> None:
    """Note for a program what went as it should; nothing among plain lines."""
    if as_json():
        print(line(event, "info", **fields), file=sys.stderr, flush=True)


def line(event: str, level: str, **fields: object) -> str:
    """The object of a line; fields that say nothing are left out."""
    at = datetime.now(UTC).isoformat(timespec="milliseconds")
    told = {"at": at, "level": level, "event": event, "request": request.get(), **fields}
    return json.dumps({name: each for name, each in told.items() if each not in ("", None)}, ensure_ascii=False,
                      default=str)  # fmt: skip


def request_id(given: str) -> str:
    """The id of a request: the proxy's, or a new one."""
    return given if REQUEST_ID.fullmatch(given) else uuid.uuid4().hex


class LibraryLine:
    """What a library logs, as an object of ours once somebody writes it."""

    def __init__(self, record: logging.LogRecord, raised: BaseException | None) -> None:
        """Keep what it says; raised: the error that it speaks of."""
        self.record, self.raised = record, raised

    def __str__(self) -> str:
        trace = "".join(traceback.format_exception(self.raised)) if self.raised else ""
        return line("log", self.record.levelname.lower(), said=self.record.getMessage(), logger=self.record.name,
                    trace=trace)  # fmt: skip


def take_in_libraries() -> str:
    """From now on a record of any library knows its line as an object; the format that writes it, for Streamlit's."""
    before = logging.getLogRecordFactory()

    def made(*given: object, **named: object) -> logging.LogRecord:
        record: logging.LogRecord = before(*given, **named)
        raised = record.exc_info[1] if record.exc_info else None
        record.__dict__["json"] = LibraryLine(record, raised)
        # Else the trace would follow as lines that are no objects.
        record.exc_info = None
        return record

    logging.setLogRecordFactory(made)
    return "%(json)s"
