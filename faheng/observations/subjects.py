"""Whose figure it is: "全省受理…" in a county's report is the province's, "某某街道调解…" is a part's.

Only a subject right before the wording counts; without one the figure is the reporting government's.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

KINDS = "省|市|区|县|旗|州|盟|镇|乡|街道"
OWN = re.compile(rf"[全我本]({KINDS})")
# The subject stands at the beginning of its clause; only adverbs may part it from the wording.
WHOLE = re.compile(rf"(?:^|[,;。、:(]|同期|其中)全(国|{KINDS})[共累计年新各级]{{0,4}}$")
NAMED = re.compile(
    r"(?:^|[,;。、:(]|其中)[“”\u4e00-\u9fff]{1,10}?[\u4e00-\u9fff](?:市|县|镇|乡|街道|社区|村|工作室|调解室)[共累计年新自行]{0,4}$"
)
COLLECTIVE = re.compile(r"全|各|本|我|等|指导|向|对|由|在|区市|市县|镇村|乡镇|村社|基层")


@lru_cache(maxsize=64)
def own_kind(text: str) -> str:
    """The kind of government a report is of (县 for 全县, 我县), by what it calls itself most; "" if it does not."""
    counted = Counter(OWN.findall(text))
    return counted.most_common(1)[0][0] if counted else ""


def is_foreign(before: str, own: str) -> bool:
    """Whether the words before a wording name somebody else's whole (全省, 全国) or a named part as its subject."""
    whole = WHOLE.search(before)
    if whole is not None:
        return own != "" and whole[1] != own
    named = NAMED.search(before)
    return named is not None and COLLECTIVE.search(named.group()) is None
