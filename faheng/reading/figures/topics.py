"""What a sentence speaks of at a place: the topic named last before it, here, in the sentence before, or in a heading.

"受理71件,审结66件" says of what only further up; a short wording counts only under its own topic.
"""

from __future__ import annotations

import csv
import re
from functools import cache, lru_cache

from faheng.paths import WORDING
from faheng.reading.sentences.split import Sentence


@cache
def topic_words() -> tuple[re.Pattern[str], dict[str, str]]:
    """A pattern for every topic word, longest first, and the topic of each word."""
    with (WORDING / "topics.csv").open(encoding="utf-8", newline="") as source:
        topics = {word: row["topic"] for row in csv.DictReader(source) for word in row["words"].split("|")}
    ordered = sorted(topics, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, ordered))), topics


def topic_at(sentence: Sentence, place: int) -> str:
    """The topic at a place of the sentence's text; "" where none was named."""
    for text in (sentence.text[:place], sentence.before, *reversed(sentence.section.path)):
        if topic := last_topic(text):
            return topic
    return ""


@lru_cache(maxsize=1024)
def last_topic(text: str) -> str:
    """The topic that a text names last."""
    pattern, topics = topic_words()
    found = pattern.findall(text)
    return topics[found[-1]] if found else ""
