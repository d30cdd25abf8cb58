"""mentions_in: every number of a clean text that counts or measures something.

One pattern proposes, cheap looks at the neighbours decide. Left out on purpose: what a number is about, and whether
it is a result, a plan or a target.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from faheng.model import Bound
from faheng.reading.mentions.arabic import Numeral, read_arabic
from faheng.reading.mentions.bounds import Bounds
from faheng.reading.mentions.changes import Changes
from faheng.reading.mentions.chinese import read_chinese
from faheng.reading.mentions.lexicon import MentionLexicon
from faheng.reading.mentions.mention import Mention
from faheng.reading.mentions.numbers import ASCII_DIGITS, HUNDRED, fraction_percent, is_rounded
from faheng.reading.mentions.silences import CELL_MARKS, in_quotes, is_sign

JOINS = frozenset("、和及与")


def mentions_in(text: str, lexicon: MentionLexicon) -> list[Mention]:
    """The numbers of a sentence, a paragraph or a whole clean text, in order, never overlapping."""
    found: list[Mention] = []
    search, place = lexicon.tokens.pattern.search, 0
    while match := search(text, place):
        mention = _mention(text, match, lexicon)
        place = max(match.end(), mention.end if mention else 0)
        if mention:
            found.append(mention)
            _share(text, found, lexicon.bounds)
    return found


def _mention(text: str, match: re.Match[str], lexicon: MentionLexicon) -> Mention | None:
    """What the pattern proposed, as a mention; None where it counts nothing."""
    kind = match.lastgroup
    if kind == "silent":
        return None
    if kind == "statement":
        return _statement(text, match, lexicon)
    if kind == "part":
        return _part(text, match, lexicon)
    read = read_arabic if kind == "arabic" else read_chinese
    return _complete(text, read(text, match.start(), match.end(), lexicon), lexicon)


def _complete(text: str, numeral: Numeral | None, lexicon: MentionLexicon) -> Mention | None:
    """The mention around a numeral: bound words before and behind it, and whether it is a growth."""
    if numeral is None:
        return None
    before, start = lexicon.bounds.before(text, numeral.start, numeral.hundreds)
    after, end = lexicon.bounds.after(text, numeral.end)
    change, value, start = _signed(text, numeral, start, lexicon.changes)
    previous = not change and lexicon.changes.is_previous(text, start, end)
    return Mention(
        start, end, numeral.number_start, numeral.number_end, value, numeral.high,
        text[numeral.number_start : numeral.number_end], numeral.unit,
        before or numeral.bound or after or Bound.EXACT, change, numeral.corrupt, previous,
    )  # fmt: skip


def _signed(text: str, numeral: Numeral, start: int, changes: Changes) -> tuple[str, Decimal, int]:
    """Change, value and start of the expression; a sign behind 同比 is a change, elsewhere a negative value."""
    sign = text[start - 1 : start] if start else ""
    if sign in ("+", "-") and is_sign(text, start):
        if changes.is_compared(text, start - 1) or text[start - 2] in CELL_MARKS:
            return ("up" if sign == "+" else "down"), numeral.value, start - 1
        return "", (-numeral.value if sign == "-" else numeral.value), start - 1
    return changes.before(text, start), numeral.value, start


def _statement(text: str, match: re.Match[str], lexicon: MentionLexicon) -> Mention | None:
    """全部办结, 零败诉, 翻番."""
    stated = lexicon.tokens.statements[match[0]]
    start, end = match.span()
    if stated.phrase.startswith("百分") and in_quotes(text, start):
        return None
    bound = stated.bound
    if bound is Bound.EXACT and stated.unit == "%" and not stated.change:
        before, start = lexicon.bounds.before(text, start)
        after, end = lexicon.bounds.after(text, end)
        bound = before or after or bound
    return Mention(
        start, end, match.start(), match.end(), stated.value, None, match[0], stated.unit, bound, stated.change, False
    )


def _part(text: str, match: re.Match[str], lexicon: MentionLexicon) -> Mention | None:
    """百分之九十八, 三分之二, 2/3."""
    below, parted, above = match[0].partition("分之")
    if not parted:
        above, _, below = match[0].partition("/")
    value = fraction_percent(below, above)
    if value is None or (not parted and value >= HUNDRED):
        return None
    before, start = lexicon.bounds.before(text, match.start())
    after, end = lexicon.bounds.after(text, match.end())
    bound = before or after or (Bound.ABOUT if is_rounded(below, above) else Bound.EXACT)
    change = lexicon.changes.before(text, start)
    return Mention(start, end, match.start(), match.end(), value, None, match[0], "%", bound, change, False)


def _share(text: str, found: list[Mention], bounds: Bounds) -> None:
    """75%、95%以上: 以上 belongs to both percentages of a list; 分别增长12%和15%: both are growths.

    12%34件: two numerals grew together, so neither is sure.
    """
    if len(found) == 1:
        return
    first, second = found[-2:]
    if first.unit == "%" and first.end == second.number_start and not first.change and text[first.end] in ASCII_DIGITS:
        found[-2:] = replace(first, corrupt=True), replace(second, corrupt=True)
    if first.unit != "%" or second.unit != "%" or second.start - first.end != 1 or text[first.end] not in JOINS:
        return
    if first.change and not second.change:
        found[-1] = replace(second, change=first.change)
    if first.bound is Bound.EXACT and _ends_with_bound(text, second, bounds):
        found[-2] = replace(first, bound=second.bound)


def _ends_with_bound(text: str, mention: Mention, bounds: Bounds) -> bool:
    """Whether the bound of the mention stands behind its number."""
    return mention.bound is not Bound.EXACT and bounds.after(text, mention.end - 2)[1] == mention.end
