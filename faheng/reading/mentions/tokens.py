"""What can be a number in the clean text: one pattern, its named groups in the order of precedence.

silent: dates, times and spans of years, which count nothing. statement: words that state a number (全部办结, 零败诉).
part: 百分之九十八, 三分之二, 2/3. arabic and chinese: numerals; a Chinese one only right before a unit.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from faheng.data.wording.mentions import Statement
from faheng.reading.mentions.numbers import ARABIC, CHINESE
from faheng.reading.mentions.units import Units

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


@dataclass(frozen=True)
class Tokens:
    """The pattern of all that can be a number, and what the words among them mean, by their phrase."""

    pattern: re.Pattern[str]
    statements: Mapping[str, Statement]

    @staticmethod
    def of(statements: Iterable[Statement], units: Units) -> Tokens:
        """The pattern of these statements and these units."""
        ordered = sorted(statements, key=lambda each: -len(each.phrase))
        return Tokens(token_pattern(ordered, units.first_characters), {each.phrase: each for each in ordered})


def alternative(statement: Statement) -> str:
    """The phrase of a statement with what must and must not stand behind it."""
    pattern = re.escape(statement.phrase)
    if statement.unless:
        pattern += f"(?!{either(statement.unless)})"
    if statement.follow:
        between = f"(?:{either(statement.between)})?" if statement.between else ""
        pattern += f"(?={between}(?:{either(statement.follow)}))"
    return pattern


def either(words: Iterable[str]) -> str:
    """The words as an alternation, in their order."""
    return "|".join(map(re.escape, words))


def token_pattern(statements: Iterable[Statement], first_of_units: str) -> re.Pattern[str]:
    """One pattern; a look at the first character spares all else for most characters."""
    statements = list(statements)
    firsts = "".join(sorted({each.phrase[0] for each in statements}))
    before_unit = rf"(?<![{CHINESE}]){SPOKEN}(?=[余多几来]?[{re.escape(first_of_units)}])"
    return re.compile(
        rf"""(?=[0-9{CHINESE}{re.escape(firsts)}])(?:
          (?P<silent>{SILENT})
        | (?P<statement>{"|".join(map(alternative, statements)) or "(?!)"})
        | (?P<part>{PART}|{STROKE})
        | (?P<arabic>{ARABIC})
        | (?P<chinese>{before_unit})
        )""",
        re.VERBOSE,
    )
