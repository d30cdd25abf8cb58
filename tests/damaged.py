"""Damaged input by a seeded generator: the same number gives the same damage, so that a failure can be looked at again.

`make stress` tries all of it, the ordinary run a share.
"""

from __future__ import annotations

import base64
import json
import os
import zlib
from random import Random

WHOLE = bool(os.environ.get("FAHENG_STRESS"))
ODD_TEXTS = (
    "\ud800", "a\udfffb", "\x00", "\u202e", "长" * 201, "x" * 5000, "", " ", "<b>", "=1+1", "../..", "\n", "{}",
    "😀" * 90, "%s", "${x}", "NaN", "1e999",
)  # fmt: skip
ODD_VALUES = (None, True, 0, -1, 1.5, [], {}, [[]], {"a": {"b": []}}, ["x"], 10**8)
RAW = {
    "deep list": "[" * 100_000,
    "deep object": '{"faheng_briefing": ' * 4000,
    "deep closed": '{"faheng_briefing": 1, "views": ' + "[" * 5000 + "]" * 5000 + "}",
    "long number": '{"faheng_briefing": ' + "1" * 5000 + "}",
    "long fraction": '{"faheng_briefing": 1, "views": 0.' + "1" * 5000 + "}",
    "long power": '{"faheng_briefing": 1e99999}',
    "no number": '{"faheng_briefing": NaN}',
    "endless": '{"faheng_briefing": -Infinity}',
    "half a character": '{"faheng_briefing": 1, "title": "\\ud800"}',
    "half in a name": '{"faheng_briefing": 1, "views": [{"page": "compare", "address": {"\\udc00": "1"}}]}',
    "half in a page": '{"faheng_briefing": 1, "views": [{"page": "\\udc00"}]}',
    "half in a day": '{"faheng_briefing": 1, "day": "\\udc00"}',
    "open string": '{"faheng_briefing": 1, "title": "' + "x" * 1000 + "\\",
    "twice": '{"faheng_briefing": 1, "faheng_briefing": [1]}',
}


def share(whole: int, short: int) -> range:
    """The numbers of the cases to try: all of them under stress."""
    return range(whole if WHOLE else short)


def damaged_plan(number: int) -> str:
    """The text of a briefing's plan, damaged in one to three places."""
    chance = Random(f"plan {number}")  # noqa: S311 (damage, no secret)
    if number < len(RAW):
        return list(RAW.values())[number]
    plan = {
        "faheng_briefing": 1, "title": "简报", "unit": "某局", "day": "2026-01-31",
        "views": [
            {"page": "compare", "address": {"place": "630102", "show": "court_appearance_rate"}, "title": "题"},
            {"page": "trends", "address": {"place": "440308", "years": "2015-2020"}, "message": "升"},
            {"page": "overview", "address": {"place": "511781"}},
        ],
    }  # fmt: skip
    for _ in range(chance.randint(1, 3)):
        _damage(plan, chance)
    text = json.dumps(plan, ensure_ascii=chance.random() < 0.5)
    return _torn(text, chance) if chance.random() < 0.4 else text


def folded(text: str) -> str:
    """The text as an address carries it, half characters as UTF-8 has no way to write them."""
    held = zlib.compress(text.encode("utf-8", "surrogatepass"), 9)
    return base64.urlsafe_b64encode(held).decode("ascii").rstrip("=")


def _damage(part: object, chance: Random) -> None:
    """Put something odd somewhere into the part."""
    if not isinstance(part, dict | list) or not part:
        return
    place = chance.choice(list(part) if isinstance(part, dict) else range(len(part)))
    if isinstance(part[place], dict | list) and part[place] and chance.random() < 0.7:
        _damage(part[place], chance)
    elif isinstance(part, dict) and chance.random() < 0.2:
        part[chance.choice(ODD_TEXTS)] = part.pop(place)
    else:
        part[place] = _odd(chance)


def _odd(chance: Random) -> object:
    if chance.random() < 0.1:
        return _nested(chance.choice((5, 50, 900)))
    if chance.random() < 0.1:
        return int("9" * chance.choice((20, 400, 4000)))
    if chance.random() < 0.1:
        return {str(i): "x" * 50 for i in range(chance.choice((41, 300)))}
    return chance.choice((*ODD_TEXTS, *ODD_VALUES))


def _nested(depth: int) -> object:
    made: object = "x"
    for _ in range(depth):
        made = [made]
    return made


def _torn(text: str, chance: Random) -> str:
    """The text cut, doubled, or with signs changed."""
    at = chance.randrange(len(text))
    return chance.choice((
        text[:at], text[:at] + text[at + chance.randint(1, 9) :], text + text[at:],
        text[:at] + chance.choice('"{}[],:\\\x00\ufeff') + text[at:], text[:at] + text[at:].upper(),
    ))  # fmt: skip
