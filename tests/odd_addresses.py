"""Odd addresses by a seeded generator: what pages write, damaged in ways that links are damaged or forged.

The same number gives the same address, so that a failure can be looked at again. An address is a text as it stands in
a browser behind the question mark, so that damaged percent signs and half characters arrive as a server gets them.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from urllib.parse import parse_qs, quote

from damaged import RAW, damaged_plan, folded

from faheng.briefing.plan import BriefingPlan, PlannedView
from faheng.briefing.plan_text import packed
from faheng.checks.registry import CHECKS
from faheng.model import Level, Severity
from faheng.views.pages import PAGES
from faheng.views.selection import SHARED_NAMES

PLAN = BriefingPlan("题", "某局", views=(PlannedView("compare", {"place": "630102", "show": "court_appearance_rate"}),
                                     PlannedView("checks", {"place": "440308"}, "核对"),
                                     PlannedView("trends", {"years": "2015-2020"}, message="升")))  # fmt: skip
# A code that old addresses use.
AGED = "150525-tuchengzi"
# What pages write, by parameter, and did write.
RIGHT: dict[str, tuple[str, ...]] = {
    "place": ("440308", "630102", "211282", "150525206", AGED, "110000", "210000"),
    "with": ("440311", "630102.210100", "440308.440308", f"511781.{AGED}.150525206", "", "."),
    "province": ("210000", "440000"),
    "level": tuple(level.value for level in Level),
    "theme": ("litigation",),
    "show": ("court_appearance_rate", "penalties", "congress_proposals.legal_aid_cases", "mediation_success_rate."),
    "years": ("2020", "2015-2024", "2024-2015", "2012-2012", "2014-"),
    "comparable": ("1", "0", "yes"),
    "lang": ("zh", "en"),
    "chart": ("spread", "tiles", "spine", "ranking"),
    "part": ("coverage",),
    "peers": ("same_level", "similar_population", "none"),
    "family": ("1", "x"),
    "residents": ("1", "2"),
    "yearly": ("1", "-1"),
    "everywhere": ("1", "true"),
    "severity": tuple(each.value for each in Severity),
    "check": tuple(CHECKS),
    "of": ("draft",),
    "report": ("chengdong-2020", "x"),
    "obs": ("chengdong-2020-court-appearance-rate", "x"),
    "q": ("出庭", "ctys", "  72.7 ", "zzzz"),
    "briefing": (packed(PLAN),),
}
# What messengers and counters add on a link's way, and names beside it that are nobody's.
ADDED = ("from", "isappinstalled", "utm_source", "UTM_Campaign", "fbclid", "_t", "wx_header", "share_token")
BESIDE_ADDED = ("form", "utm", "utmsource", "fbclid2", "plaec", "yaers", "shows", "sharing")
# As they are typed; quote() makes addresses of them.
STRANGE = (
    "999999", "-1", "0", "1e9", "9" * 5000, "２０２０", "٢٠٢٠", "2_020", "+2020", "0x7e4", "null", "undefined",
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "![x](http://ext.invalid/a.png)", ":red[x] :smile:",
    "$\\frac{1}{0}$", "[x](javascript:alert(1))", "</style></div>", "{0.__class__}", "{values}", "%s%n", "{{7*7}}",
    "\u202eabc", "\u2066x\u2069", "\x00", "a\x00b", "\x1b[31m", "\r\nSet-Cookie: a=b", "\ufeff", "\ufffe", "\U0010ffff",
    "a\u0301" * 300, "😀" * 90, "👩\u200d👩\u200d👧", "甲" * 4000, "../../etc/passwd", "..\\..\\x", "file:///etc/passwd",
    "' or 1=1 --", "'; drop table place; --", "$1", "?", "%", "_", "1;2", "1,2", "true", "[]", '{"a": {"b": []}}',
    '{"a":' * 900, "[" * 5000, "1-2-3", "1900", "9999-9999", "0000", "2015-9999", "2024-x", "-2014", "--",
    "court_appearance_rate", "440308", "zh-CN", "county ", " county", "COUNTY", "none.none", "x" * 60_000,
)  # fmt: skip
# Bytes that no quote() writes: cut percent signs, overlong and broken UTF-8, halves of a character.
BROKEN = ("%", "%%", "%zz", "%4", "%FF", "%C3%28", "%E5%BC", "%C0%80", "%ED%A0%80", "%ED%B0%80x", "%F4%90%80%80",
          "%u5f00", "%EF%BF%BF", "%25%32%30", "%00", "a%0Ab", "%E2%80%AE123", "+", "%2B")  # fmt: skip
OTHER_NAMES = ("indicator", "page", "place[]", "PLACE", "place ", "", "%", "__proto__", "with.0", "embed_options",
               "%ED%A0%80", "<b>", "{x}", "甲", "x" * 300, "_stcore", "own", "language", "years.0",
               "\u202e", *ADDED, *BESIDE_ADDED)  # fmt: skip


@dataclass(frozen=True)
class OddAddress:
    """A page and what stands behind the question mark."""

    page: str
    query: str

    @property
    def parameters(self) -> dict[str, str]:
        """As Streamlit reads the query: of a name that is there twice the last, broken UTF-8 as U+FFFD."""
        return {name: values[-1] for name, values in parse_qs(self.query, keep_blank_values=True).items()}


def odd_address(number: int) -> OddAddress:
    """A page with some of what pages write and mostly one to three things that they do not."""
    chance = Random(f"address {number}")  # noqa: S311 (damage, no secret)
    page, names = PAGES[number % len(PAGES)], sorted(RIGHT)
    own = [*SHARED_NAMES, *page.parameters]
    parts = [(name, quote(chance.choice(RIGHT[name]))) for name in chance.sample(own, chance.randint(0, 6))]
    for _ in range(chance.choice((0, 1, 1, 2, 3))):
        name = chance.choice(chance.choice((own, own, names)))
        parts.append((name, _odd(name, chance)))
    if chance.random() < 0.1:
        parts.append((chance.choice(OTHER_NAMES), quote(chance.choice(STRANGE))))
    if chance.random() < 0.05:
        parts += [(f"n{i}", "x") for i in range(chance.choice((50, 900)))]
    joined = chance.choice(("&", "&&")).join(f"{name}={value}" for name, value in parts)
    return OddAddress(page.name, joined)


def _odd(name: str, chance: Random) -> str:
    """A value as it stands in an address that no page wrote."""
    kind = chance.random()
    if name == "briefing" and kind < 0.8:
        return _odd_briefing(chance)
    if kind < 0.2:
        return chance.choice(BROKEN)
    if kind < 0.35:
        return quote(chance.choice(RIGHT[chance.choice(sorted(RIGHT))]))
    if kind < 0.45:
        return quote(".".join(chance.choice(STRANGE)[:300] for _ in range(chance.choice((2, 45, 700)))))
    return quote(chance.choice(STRANGE))


def _odd_briefing(chance: Random) -> str:
    """A plan damaged inside, with odd addresses in it, or damaged as it is packed."""
    kind, whole = chance.random(), packed(PLAN)
    if kind < 0.3:
        return folded(chance.choice(list(RAW.values())))
    if kind < 0.6:
        return folded(damaged_plan(chance.randrange(len(RAW), 500)))
    if kind < 0.8:
        odd = {name: chance.choice(STRANGE)[:200] for name in chance.sample(sorted(RIGHT), 5)}
        pages = ("compare", "trends", "overview", "checks")
        views = tuple(PlannedView(page, odd, chance.choice(STRANGE)[:200]) for page in pages)
        return packed(BriefingPlan(chance.choice(STRANGE)[:200], views=views))
    at = chance.randrange(len(whole))
    return chance.choice((whole[:at], whole[:at] + whole[at + 1 :], whole[:at] + "%FF" + whole[at:], whole * 40))
