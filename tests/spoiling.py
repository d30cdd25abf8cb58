"""Damage to a file, by a seeded draw."""

from __future__ import annotations

import random
import struct

Draw = random.Random


def junk(draw: Draw, length: int) -> bytes:
    return draw.randbytes(length)


def spoilt(draw: Draw, data: bytes) -> bytes:
    """The file with bytes changed, cut out, doubled or cut off."""
    spoiling = bytearray(data)
    for _ in range(draw.randint(1, 12)):
        at = draw.randrange(len(spoiling)) if spoiling else 0
        kind = draw.randrange(4)
        if kind == 0:
            spoiling[at : at + 1] = junk(draw, 1)
        elif kind == 1:
            del spoiling[at : at + draw.randint(1, 60)]
        elif kind == 2:
            spoiling[at:at] = spoiling[at : at + draw.randint(1, 200)]
        else:
            spoiling[at : at + 4] = struct.pack("<I", draw.choice((0, 1, 0x7FFFFFFF, 0xFFFFFFFF)))
    return bytes(spoiling[: draw.randrange(len(spoiling) + 1)] if draw.random() < 0.3 else spoiling)
