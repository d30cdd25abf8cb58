"""What a sentence speaks of at a place: the topic named last before it, here, in the sentence before, or in a heading.

"受理71件,审结66件" says of what only further up; a short wording counts only under its own topic. Words of the topic
`none` name nothing, and hide the shorter words within them: 理论学习中心组 is no 理论学习.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from faheng.data.wording.figures import Group
from faheng.reading.sentences.split import Sentence

NO_TOPIC = "none"


@dataclass(frozen=True, eq=False)
class Topics:
    """A pattern for every topic word, longest first, and the topic of each word."""

    words: re.Pattern[str]
    of_word: Mapping[str, str]

    @staticmethod
    def of(groups: Iterable[Group]) -> Topics:
        """The topics of topics.csv; a word of two topics is of the later one."""
        topics = {word: group.name for group in groups for word in group.words}
        return Topics(re.compile("|".join(map(re.escape, sorted(topics, key=len, reverse=True))) or "(?!)"), topics)

    def at(self, sentence: Sentence, place: int) -> str:
        """The topic at a place of the sentence's text; "" where none was named."""
        for text in (sentence.text[:place], sentence.before, *reversed(sentence.section.path)):
            if topic := last_topic(text, self):
                return topic
        return ""


@lru_cache(maxsize=1024)
def last_topic(text: str, topics: Topics) -> str:
    """The topic that a text names last."""
    named = (topics.of_word[word] for word in reversed(topics.words.findall(text)))
    return next((topic for topic in named if topic != NO_TOPIC), "")
