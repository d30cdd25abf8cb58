"""What dividing a text goes by: the phrases of sections.csv and targets.csv, compiled once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from faheng.data.wording.read import Wording
from faheng.data.wording.sentences import AimPhrase, SectionPhrase

CLAUSE_GAP = "[^,;。:]{0,20}?"


@dataclass(frozen=True)
class SentenceLexicon:
    """The look-ups of this stage.

    roles: phrases of headings in the order of the file, of which the first that fits decides. plan_openers: what makes
    a sentence that begins with it the beginning of a plan. aims_behind: what makes the number before it a target
    (100%的目标). plans: what makes a plan of all that follows it in the sentence (将力争). aims: words that make what
    follows them a target or a plan, and longer words that hold one but aim at nothing (按要求); aiming: the former.
    """

    roles: tuple[SectionPhrase, ...]
    plan_openers: tuple[str, ...]
    aims_behind: tuple[str, ...]
    plans: re.Pattern[str]
    aims: re.Pattern[str]
    aiming: frozenset[str]

    @staticmethod
    def of(wording: Wording) -> SentenceLexicon:
        """The lexicon of these files."""
        sections, targets = wording.sections, wording.targets
        meanings = {each.phrase: each.meaning for each in targets if each.meaning in ("target", "none")}
        return SentenceLexicon(
            roles=tuple(each for each in sections if each.anywhere != "sentence"),
            plan_openers=tuple(each.phrase for each in sections if each.role == "plan" and each.anywhere != "no"),
            aims_behind=tuple(meaning(targets, "behind")),
            plans=re.compile("|".join(map(re.escape, meaning(targets, "plan"))) or "(?!)"),
            aims=re.compile("|".join(map(with_gap, sorted(meanings, key=len, reverse=True))) or "(?!)"),
            aiming=frozenset(word for word, meant in meanings.items() if meant == "target"),
        )

    def names_plan(self, text: str) -> bool:
        """Whether a plan has begun in the text of a sentence."""
        return self.plans.search(text) is not None

    def names_target(self, text: str) -> bool:
        """Whether one of the words of aiming stands in the text."""
        return any(found in self.aiming for found in self.aims.findall(text))


def meaning(targets: Iterable[AimPhrase], wanted: str) -> list[str]:
    """The phrases of one meaning."""
    return [each.phrase for each in targets if each.meaning == wanted]


def with_gap(phrase: str) -> str:
    """The phrase as a pattern; ~ in it stands for a short gap."""
    return re.escape(phrase).replace("\\~", CLAUSE_GAP).replace("~", CLAUSE_GAP)
