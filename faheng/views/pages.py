"""The pages of the dashboard, each declared once.

Whoever adds a page adds its line here, its file in pages/ and its queries in queries/pages/. Navigation, briefing and
tests read this; nothing else knows a page by its name.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from faheng.checks.called import checks
from faheng.model import Severity
from faheng.views.cached import column
from faheng.views.compared import CHARTS
from faheng.views.selection import LeftOut, Which
from faheng.views.view import NO_PEERS
from faheng.words.catalogue import Words

__all__ = ["COVERAGE", "DRAFT", "PAGES", "Form", "PageEntry", "form_of", "page_entry"]

Values = Callable[[], Container[str]]
# What the page of checks is of, where not of the reports that are held: a draft that its reader brings.
DRAFT = "draft"
# The part of the overview that says what the reports cover; the whole of it otherwise.
COVERAGE = "coverage"


class Form(StrEnum):
    """What a view of a page becomes in a briefing."""

    MATRIX = "matrix"
    COVERAGE = "coverage"
    RANKING = "ranking"
    TREND = "trend"
    FINDINGS = "findings"
    PROFILE = "profile"
    PAIR = "pair"


@dataclass(frozen=True)
class PageEntry:
    """A page. name: its address and that of its file pages/<name>.py; title: in the words of a language.

    queries: those that only this page asks, queries/pages/<name>__<query>.sql. form: how a briefing shows its views,
    None where it can hold none. parameters: what its address may say beside the shared filters, each with the values
    that it may have, None for any. alone: with nothing set beside our place it shows this by itself. headed: it begins
    with a heading that is seen. which: of which year its values are where the address says nothing.
    """

    name: str
    title: Callable[[Words], str]
    queries: tuple[str, ...] = ()
    form: Form | None = None
    parameters: Mapping[str, Values | None] = field(default_factory=dict)
    alone: bool = False
    headed: bool = False
    which: Which = "latest"

    @property
    def path(self) -> str:
        """Where it stands below the dashboard's own address: the first page is that address itself."""
        return "" if self is PAGES[0] else self.name

    def unknown(self, own: Mapping[str, str]) -> list[LeftOut]:
        """What of its own parameters the page does not know, a name or a value."""
        strange = [LeftOut(name, f"{name}={value}") for name, value in own.items() if name not in self.parameters]
        for name, values in self.parameters.items():
            if values is not None and own.get(name) and own[name] not in values():
                strange.append(LeftOut(name, own[name]))
        return strange


def _peers() -> Container[str]:
    return {NO_PEERS, *column("pages/filters__peers", language="zh")}


def _said(values: Container[str]) -> Values:
    return lambda: values


PAGES: tuple[PageEntry, ...] = (
    PageEntry(
        "overview", lambda say: say("Overview"), ("beside", "coverage", "headlines", "implied"), Form.MATRIX,
        MappingProxyType({"part": _said({COVERAGE})}),
    ),
    PageEntry(
        "compare", lambda say: say("Compare"), ("peers", "places", "spread", "tiles"), Form.RANKING,
        MappingProxyType({"family": None, "residents": None, "yearly": None, "peers": _peers, "chart": _said(CHARTS)}),
        which="most",
    ),
    PageEntry(
        "profile", lambda say: say("Profile"), (), Form.PROFILE, alone=True, headed=True,
    ),
    PageEntry("pair", lambda say: say("Two places"), (), Form.PAIR, headed=True),
    PageEntry(
        "trends", lambda say: say("Trends"), ("richest",), Form.TREND, MappingProxyType({"peers": _peers}), alone=True,
    ),
    PageEntry(
        "checks", lambda say: say("Checks"), ("counts", "findings", "jump_limits", "verdicts"), Form.FINDINGS,
        MappingProxyType({"everywhere": None, "severity": _said(set(Severity)), "check": checks,
                          "of": _said({DRAFT})}),
        alone=True,
    ),
    PageEntry(
        "evidence", lambda say: say("Evidence"),
        ("days", "findings", "inputs", "observation", "places", "search", "uses", "words"),
        parameters=MappingProxyType({"obs": None, "q": None}), headed=True,
    ),
    PageEntry("briefing", lambda say: say("Briefing"), headed=True),
    PageEntry("intake", lambda say: say("Import"), parameters=MappingProxyType({"report": None}), headed=True),
    PageEntry("review", lambda say: say("Review"), headed=True),
    PageEntry("publish", lambda say: say("Publish"), headed=True),
    PageEntry(
        "methods", lambda say: say("Methods"),
        ("benchmarks", "indicators", "neighbours", "peer_groups", "reports", "settings", "snapshot", "verdicts"),
        headed=True,
    ),
)  # fmt: skip


def form_of(name: str, address: Mapping[str, str]) -> Form | None:
    """What the view of an address becomes in a briefing; None for a page whose views it cannot hold."""
    return Form.COVERAGE if address.get("part") == COVERAGE else page_entry(name).form


def page_entry(name: str) -> PageEntry:
    """The page of this name. LookupError for one that is not declared."""
    entry = next((page for page in PAGES if page.name == name), None)
    if entry is None:
        raise LookupError(f"no page {name!r}: there are {', '.join(page.name for page in PAGES)}")
    return entry
