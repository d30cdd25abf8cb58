"""The quotation marks of an English briefing: fonts with Chinese letters draw the curved ones as wide as a sign.

What reports say stays as they print it.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

__all__ = ["with_plain_signs"]

Held = TypeVar("Held")
_PLAIN = str.maketrans({"\u201c": '"', "\u201d": '"', "\u2018": "'", "\u2019": "'", "\u3000": " "})
_AS_PRINTED = ("phrases",)


def with_plain_signs(held: Held) -> Held:
    """A text, or a record with all texts in it, with straight quotation marks and ordinary spaces."""
    made: Any = held
    if isinstance(held, str):
        made = held.translate(_PLAIN)
    elif isinstance(held, tuple):
        made = tuple(map(with_plain_signs, held))
    elif is_dataclass(held) and not isinstance(held, type):
        named = (each.name for each in fields(held) if each.init and each.name not in _AS_PRINTED)
        made = replace(held, **{name: with_plain_signs(getattr(held, name)) for name in named})
    result: Held = made
    return result
