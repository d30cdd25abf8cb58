"""What the reader has chosen, read from and written to the address of the page. No Streamlit here.

The address is the whole state: it can be copied, reloaded and gone back to. Defaults are left out of it.
"""

import re
from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from faheng.views.added import is_added
from faheng.words.catalogue import Words

__all__ = [
    "MOST_BESIDE",
    "SHARED_NAMES",
    "WHICH",
    "Known",
    "LeftOut",
    "Selection",
    "Which",
    "left_out_sentence",
    "problem_sentence",
    "read",
    "years_text",
]

Language = Literal["zh", "en"]
# Of each place the latest value, or all of the year in which most are comparable; "" is what the page does by itself.
Which = Literal["", "latest", "most"]
WHICH: Mapping[str, Which] = {"latest": "latest", "most": "most"}
LANGUAGES: Mapping[str, Language] = {"zh": "zh", "en": "en"}
SHARED_NAMES = ("place", "with", "province", "level", "theme", "show", "years", "comparable", "lang", "briefing")
MOST_BESIDE = 6
# "." joins lists because it stays itself in an address, where "," becomes %2C, and no id contains it.
_JOINED = "."
_LONGEST_FREE = 200
# A full plan with the longest texts; a browser takes far longer addresses.
_LONGEST_BRIEFING = 30_000
_MOST_NAMED = 40
_YEAR = re.compile("[0-9]{4}")


@dataclass(frozen=True)
class Known:
    """What the store holds: anything that answers ``in`` will do, so that places need not be listed.

    today(code): the code that a place of an old address has now, the same one for all others.
    """

    places: Container[str]
    provinces: Container[str]
    levels: Container[str]
    themes: Container[str]
    indicators: Container[str]
    years: range
    today: Callable[[str], str] = str


@dataclass(frozen=True)
class LeftOut:
    """A part of the address that was left out: the store does not know it. itself: a place was set beside itself."""

    name: str
    value: str
    itself: bool = False


@dataclass(frozen=True)
class Selection:
    """The shared filters, the language, the briefing as a packed plan, and the page's own parameters.

    own: those by name, as texts.
    """

    place: str | None = None
    beside: tuple[str, ...] = ()
    province: str | None = None
    level: str | None = None
    theme: str | None = None
    indicators: tuple[str, ...] = ()
    years: tuple[int, int] | None = None
    which: Which = ""
    comparable_only: bool = False
    language: Language = "zh"
    briefing: str = ""
    own: Mapping[str, str] = field(default_factory=dict)

    def to_params(self, browser_language: Language = "zh") -> dict[str, str]:
        """The address's parameters, without those that say what would hold anyway."""
        shared = {
            "place": self.place or "",
            "with": _JOINED.join(self.beside),
            "province": self.province or "",
            "level": self.level or "",
            "theme": self.theme or "",
            "show": _JOINED.join(self.indicators),
            "years": years_text(self.years) or self.which,
            "comparable": "1" if self.comparable_only else "",
            "lang": "" if self.language == browser_language else self.language,
            "briefing": self.briefing,
        }
        return {name: value for name, value in {**shared, **self.own}.items() if value}

    def without_own(self) -> "Selection":
        """The part that goes along to another page."""
        return replace(self, own={})


def read(params: Mapping[str, str], known: Known, browser_language: Language = "zh") -> tuple[Selection, list[LeftOut]]:
    """The selection of an address; what the store does not know is left out and reported."""
    problems: list[LeftOut] = []
    params = _of_today(params, known)
    beside = _several(params, "with", known.places, problems)
    place = _one(params, "place", known.places, problems)
    if place and beside == (place,):
        # With others beside it, it is one name too many; alone, others stand there whom nobody has chosen.
        problems.append(LeftOut("with", place, itself=True))
    selection = Selection(
        place=place,
        beside=tuple(code for code in beside if code != place)[:MOST_BESIDE],
        province=_one(params, "province", known.provinces, problems),
        level=_one(params, "level", known.levels, problems),
        theme=_one(params, "theme", known.themes, problems),
        indicators=_several(params, "show", known.indicators, problems),
        years=_years(params.get("years", ""), known.years, problems),
        which=WHICH.get(params.get("years", ""), ""),
        comparable_only=params.get("comparable") == "1",
        language=_language(params.get("lang", ""), browser_language, problems),
        briefing=params.get("briefing", "")[:_LONGEST_BRIEFING],
        own={
            name: value[:_LONGEST_FREE]
            for name, value in params.items()
            if value and name not in SHARED_NAMES and not is_added(name)
        },
    )
    return selection, problems


def _of_today(params: Mapping[str, str], known: Known) -> Mapping[str, str]:
    """The address with the codes that its places have today."""
    codes = params.get("with", "").split(_JOINED)[:_MOST_NAMED]
    now = {"place": known.today(params.get("place", "")), "with": _JOINED.join(map(known.today, filter(None, codes)))}
    return {**params, **{name: value for name, value in now.items() if value}}


def problem_sentence(problems: Sequence[LeftOut], say: Words, more: int = 0) -> str:
    """For the page: what of the address was left out, and what to do. more: so many others are not named."""
    others = [say.count("So was one other part.", "So were {n} other parts.", more)] if more else []
    return say.pick("", " ").join((left_out_sentence(problems, say), *others, say("Choose again above.")))


def left_out_sentence(problems: Sequence[LeftOut], say: Words) -> str:
    """What of an address was left out, where there is nothing to choose from: in a file, on the command line."""
    values = say("”, “").join(problem.value[:40] for problem in problems if not problem.itself)
    told = [say("Our place was set beside itself; what stands beside it was chosen for you.")]
    if values:
        unknown = say("The address names “{values}”, which this store does not hold; it was left out.", values=values)
        told = [*told, unknown] if any(each.itself for each in problems) else [unknown]
    return say.pick("", " ").join(told)


def years_text(years: tuple[int, int] | None) -> str:
    """Years as the address writes them: "" (the latest), "2020" or "2014-2024"."""
    return "-".join(dict.fromkeys(map(str, years))) if years else ""


def _one(params: Mapping[str, str], name: str, known: Container[str], problems: list[LeftOut]) -> str | None:
    value = params.get(name, "")
    if not value or value in known:
        return value or None
    problems.append(LeftOut(name, value))
    return None


def _several(params: Mapping[str, str], name: str, known: Container[str], problems: list[LeftOut]) -> tuple[str, ...]:
    # Each name costs a look at the store, so an address of thousands is cut before any is looked up.
    values = dict.fromkeys(value for value in params.get(name, "").split(_JOINED)[:_MOST_NAMED] if value)
    problems.extend(LeftOut(name, value) for value in values if value not in known)
    return tuple(value for value in values if value in known)


def _years(text: str, known: range, problems: list[LeftOut]) -> tuple[int, int] | None:
    if not text or text in WHICH:
        return None
    first, _, last = text.partition("-")
    # A single year is written "2020". int() also takes signs, spaces and underscores, and refuses 5,000 digits.
    if all(_YEAR.fullmatch(part) and int(part) in known for part in (first, last or first)):
        low, high = sorted((int(first), int(last or first)))
        return low, high
    problems.append(LeftOut("years", text))
    return None


def _language(text: str, browser_language: Language, problems: list[LeftOut]) -> Language:
    if text in LANGUAGES:
        return LANGUAGES[text]
    if text:
        problems.append(LeftOut("lang", text))
    return browser_language
