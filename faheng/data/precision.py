"""A printed numeral -> its value, and the unit of its last place: "72.7" -> 0.1, "2.1万" -> 1000, "百分之百" -> 1.

Checks of agreement need to know how finely a report printed a number (Brown & Heathers 2017, the GRIM test).
"""

from __future__ import annotations

import re
from decimal import Decimal

MAGNITUDES = {"": 1, "千": 10**3, "万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
PRINTED = re.compile(r"-?[\d,]+(?:\.(?P<decimals>\d+))?(?P<magnitude>[千万萬亿億]?)")


def printed_step(text: str) -> Decimal:
    """The unit of the last printed place; 1 for numerals in words, which are printed to the whole."""
    match = PRINTED.search(text)
    if match is None:
        return Decimal(1)
    places = len(match["decimals"] or "")
    return Decimal(MAGNITUDES[match["magnitude"]]).scaleb(-places)


def printed_value(text: str) -> Decimal | None:
    """The value of a numeral in digits, a sum ("1+73") added up; None for numerals in words."""
    total = Decimal(0)
    for part in text.split("+"):
        match = PRINTED.fullmatch(part)
        if match is None:
            return None
        digits = part.replace(",", "").removesuffix(match["magnitude"])
        total += Decimal(digits) * MAGNITUDES[match["magnitude"]]
    return total
