"""What can be a number in the clean text: one pattern, its named groups in the order of precedence.

silent: dates, times and spans of years, which count nothing. statement: words that state a number (全部办结, 零败诉).
part: 百分之九十八, 三分之二, 2/3. arabic and chinese: numerals; a Chinese one only right before a unit.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from faheng.model import Bound
from faheng.reading.mentions.lookups import table
from faheng.reading.mentions.numbers import ARABIC, CHINESE
from faheng.reading.mentions.units import first_characters

HEADER = ("phrase", "between", "follow", "unless", "value", "unit", "bound", "change", "priority", "note")
TO = "(?:至|到|、|[-—–~]{1,2})"
MONTHS = rf"[0-9]{{1,2}}(?:月?份?{TO}[0-9]{{1,2}})?月份?"
DAY = rf"(?:底|末|初|[上中下]旬|[0-9]{{1,2}}(?:日?{TO}[0-9]{{1,2}})?[日号])"
YEAR = rf"[0-9]{{4}}(?:年?度?{TO}[0-9]{{4}})?年(?:度|底|末|初)?"
SILENT = rf"""(?<![0-9.])(?:
      {YEAR}(?:{MONTHS}{DAY}?)?
    | [0-9]{{4}}[-./][0-9]{{1,2}}[-./][0-9]{{1,2}}(?![0-9])
    | {MONTHS}{DAY}?
    | [0-9]{{1,2}}:[0-9]{{2}}(?![0-9])
    | [0-9]{{1,2}}多?年(?:多?来|以来|间)
    | (?<=近)[0-9]{{1,2}}年 | (?<=连续|过去|最近)[0-9]{{1,2}}年
    )"""
SPOKEN = rf"[{CHINESE}]++(?:点[{CHINESE}]++)?"
PART = rf"(?<![{CHINESE}])(?:[{CHINESE}]{{1,4}}|[0-9]{{1,4}})分之(?:{SPOKEN}|[0-9]++(?:\.[0-9]++)?)"
# 2/3, but no date, no row and no part of a longer sign.
STROKE = r"(?<![0-9A-Za-z/.\-第年月])[1-9]/(?:[2-9]|10)(?![0-9A-Za-z/.\-年月日号])"
CHINESE_BEFORE_UNIT = rf"(?<![{CHINESE}]){SPOKEN}(?=[余多几来]?[{first_characters()}])"


@dataclass(frozen=True)
class Statement:
    """A number in words: 翻番 is a growth of 100 per cent, 零败诉 is no case."""

    phrase: str
    value: Decimal
    unit: str
    bound: Bound
    change: str


def _alternative(row: dict[str, str]) -> str:
    """The phrase of a row with what must and must not stand behind it."""
    pattern = re.escape(row["phrase"])
    if row["unless"]:
        pattern += f"(?!{row['unless']})"
    if row["follow"]:
        between = f"(?:{row['between']})?" if row["between"] else ""
        pattern += f"(?={between}(?:{row['follow']}))"
    return pattern


ROWS = sorted(table("statements.csv", HEADER), key=lambda row: -len(row["phrase"]))
STATEMENTS = {
    row["phrase"]: Statement(row["phrase"], Decimal(row["value"]), row["unit"], Bound(row["bound"]), row["change"])
    for row in ROWS
}
TOKEN = re.compile(
    rf"""(?=[0-9{CHINESE}{"".join({row["phrase"][0] for row in ROWS})}])(?:  # spares all else for most characters
      (?P<silent>{SILENT})
    | (?P<statement>{"|".join(map(_alternative, ROWS))})
    | (?P<part>{PART}|{STROKE})
    | (?P<arabic>{ARABIC})
    | (?P<chinese>{CHINESE_BEFORE_UNIT})
    )""",
    re.VERBOSE,
)
