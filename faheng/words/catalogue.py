"""The interface's messages: English in the code, Chinese in data/wording/locale."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from gettext import GNUTranslations, NullTranslations
from typing import NoReturn

from faheng.data.messages import MESSAGES, read_messages
from faheng.errors import DataProblems, MissingWording, Problem
from faheng.paths import DATA

LANGUAGES = ("zh", "en")
CHINESE = DATA / MESSAGES


class _Refusing(NullTranslations):
    """The end of the line: English must never leak into the Chinese interface."""

    def gettext(self, message: str) -> NoReturn:
        raise MissingWording(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> NoReturn:  # noqa: ARG002
        raise MissingWording(msgid1)


# The code writes quotation marks that show which ends a word; English print has the plain ones.
_PLAIN = str.maketrans("\u201c\u201d\u2018\u2019", "\"\"''")


class _Plain(NullTranslations):
    """English as it is written in the code, with plain quotation marks; what fills a message in is left as it is."""

    def gettext(self, message: str) -> str:
        return message.translate(_PLAIN)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)


# Chinese has a space before a number, none before its own words: "增长 5%", "增长近 5%".
_SPACED = re.compile(r"(?<=[\u3400-\u9fff]) {(\w+)}")
# Where a message is filled in elsewhere, this sign stands for the space that goes where a Chinese value comes.
_SOFT_SPACE = "\ue000"
_CHINESE = re.compile(r"[\u3400-\u9fff]")


def _filled(message: str, values: Mapping[str, object]) -> str:
    """The message with its names filled in; no space is left between Chinese and a Chinese value."""
    if values and _is_spaced(message):
        message = _SPACED.sub(lambda found: _joined(found, values), message)
    return message.format(**values)


@cache
def _is_spaced(message: str) -> bool:
    return _SPACED.search(message) is not None


def _joined(found: re.Match[str], values: Mapping[str, object]) -> str:
    return found[0].lstrip() if _CHINESE.match(str(values.get(found[1], ""))) else found[0]


@dataclass(frozen=True)
class Words:
    """Says interface messages in one language; handed to whatever speaks as `say`."""

    language: str
    _translations: NullTranslations
    _fills: bool = True

    def __call__(self, message: str, /, **values: object) -> str:
        """The message in this language with its {names} filled in.

        Raises MissingWording when the Chinese catalogue lacks the message.
        """
        translated = self._translations.gettext(message)
        return _filled(translated, values) if self._fills else _SPACED.sub(rf"{_SOFT_SPACE}{{\1}}", translated)

    def count(self, singular: str, plural: str, n: int, **values: object) -> str:
        """The form that fits n things; {n} is n with thousands separators."""
        return _filled(self._translations.ngettext(singular, plural, n), {"n": f"{n:,}", **values})

    def pick(self, zh: str, en: str) -> str:
        """The one of two texts that is in this language: for names that the data hold in both."""
        return zh if self.language == "zh" else en


@cache
def words(language: str) -> Words:
    """The Words of a language; ValueError names the languages there are."""
    if language not in LANGUAGES:
        raise ValueError(f"no language {language!r}; there are {', '.join(LANGUAGES)}")
    return Words(language, _chinese() if language == "zh" else _Plain())


def unfilled(language: str) -> Words:
    """The Words of a language that leave the {names} of a message open, for queries/sentences to fill in.

    A space that goes where a Chinese value comes is the sign U+E000.
    """
    return replace(words(language), _fills=False)


def _chinese() -> GNUTranslations:
    problems: list[Problem] = []
    translations = read_messages(DATA, problems)
    if problems:
        raise DataProblems(problems)
    translations.add_fallback(_Refusing())
    return translations
