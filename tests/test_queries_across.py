"""Findings between reports: what DuckDB makes of its tables is what exact fractions and the interface's words give."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from conftest import Store, given, shipped_dataset
from factories import CHENGDONG, COUNT, KAIYUAN, RATE, count, observation, report
from reports_across import growth, jump, two_reports, value_range

from faheng.checks.figures.report import IMPLAUSIBLE
from faheng.model import Bound, Finding, Observation, PeriodKind, Report, Span
from faheng.store import write
from faheng.store.across import insert_findings_across
from faheng.store.findings import catalogue_of, row_of_finding
from faheng.store.observations import observation_of_row, row_of_observation
from faheng.store.queries import sql

# Value, numeral, and the phrase that has it: magnitudes, sums, numerals that stand in it twice or inside another.
VALUES = (
    ("100", "100", "共100件"), ("21000", "2.1万", "受理2.1万件"), ("21345", "21345", "21345件"),
    ("1", "1", "第11次1次1"),
    ("73", "1+72", "1件和72件"), ("98.30", "98.30", "98.30"), ("98.3", "98.3", "由198.3至98.3"), ("0", "0", "零,0"),
    ("12", "12", "121212"), ("3.5", "3.5", "3.5个"), ("1234567.125", "1234567.125", "1234567.125"),
    ("-4", "-4", "减-4"),
    ("0.04", "0.04", "0.04"), ("104", "104", "104"), ("7", "七", "七件"), ("5", "\uff15", "\uff15件"),
    ("98.4", "９８.４", "９８.４"), ("99999999999999", "9", "9"), ("99.996", "99.996", "99.996"), ("98", "98", "得98"),
)  # fmt: skip
GROWTHS = (
    ("25", "25%"), ("-20", "20%"), ("70", "70%"), ("22.41", "22.41%"), ("0", "0%"), ("-3.79", "3.79%"),
    ("150", "1.5倍"),
    ("1234.5", "1234.5%"), ("0.004", "0.004%"), ("-100", "100%"), ("-2", "2%"),
)  # fmt: skip
BEFORE = ("增长", "增长近", "将近 ", "约", "下降超过", "")
BOUNDS = (*(Bound.EXACT,) * 6, Bound.AT_LEAST, Bound.AT_MOST, Bound.ABOUT)
FIGURES = 900


def figures(draw: random.Random) -> Iterator[Observation]:
    """Figures of a few places and years, each report with at most one of a kind."""
    seen = set()
    while len(seen) < FIGURES:
        place, year = draw.choice((CHENGDONG, KAIYUAN)), draw.randrange(2016, 2023)
        indicator, scope = draw.choice((RATE, COUNT, "law_study_sessions")), draw.choice(("", "", "civil"))
        kind = draw.choice((PeriodKind.YEAR, PeriodKind.YEAR, PeriodKind.PART_YEAR, PeriodKind.AS_OF))
        named = f"{place}-{year}-{draw.randrange(12)}"
        if (named, indicator, scope, kind) in seen:
            continue
        seen.add((named, indicator, scope, kind))
        value, numeral, phrase = draw.choice(VALUES)
        change, said = draw.choice(GROWTHS) if draw.random() < 0.6 else (None, "")
        first = {PeriodKind.YEAR: date(year, 1, 1), PeriodKind.PART_YEAR: date(year, 3, 1), PeriodKind.AS_OF: None}
        figure = observation(
            value, report=named, locality=place, year=year, indicator=indicator, scope=scope, value_text=numeral,
            period_kind=kind, period_start=first[kind], period_end=date(year + (draw.random() < 0.02), 12, 31),
            bound=draw.choice((*(Bound.EXACT,) * 12, Bound.AT_LEAST, Bound.ABOUT)), growth=change,
            growth_unit=draw.choice(("percent", "points")), growth_bound=draw.choice(BOUNDS),
            evidence_phrase=phrase + draw.choice(BEFORE) + said,
            evidence=draw.choice((None, Span(40, 40 + len(phrase)))),
            unit=draw.choice(("", "", "person")) if indicator == COUNT else "",
        )  # fmt: skip
        yield replace(figure, change_text=said)


def held(store: Store) -> dict[str, Observation]:
    """Id -> figure of the store."""
    rows = store.execute("from observation")
    names = [column[0] for column in rows.description or ()]
    every = (dict(zip(names, row, strict=True)) for row in rows.fetchall())
    return {row["id"]: observation_of_row(row) for row in every}


def judged(store: Store, query: str) -> list[dict[str, object]]:
    """The rows of a query of checks."""
    rows = store.execute(sql(f"checks/{query}"))
    names = [column[0] for column in rows.description or ()]
    return [dict(zip(names, row, strict=True)) for row in rows.fetchall()]


def grown(every: Iterable[Observation]) -> Iterator[tuple[Observation, Observation]]:
    """The exact figures with a stated growth, each with what other reports give for the same days a year before."""
    exact = [each for each in every if each.bound is Bound.EXACT]
    stretches = defaultdict(list)
    for each in exact:
        stretches[(*series_of(each), each.period_start, each.period_end)].append(each)
    for one in exact:
        start = one.period_start and one.period_start.replace(year=one.period_start.year - 1)
        before = (*series_of(one), start, one.period_end.replace(year=one.period_end.year - 1))
        for other in stretches[before] if one.change is not None else ():
            if other.report_id != one.report_id and other.value > 0 and max(one.value, other.value) < IMPLAUSIBLE:
                yield one, other


def series_of(one: Observation) -> tuple[object, ...]:
    return one.locality_code, one.indicator_id, one.scope, one.period_kind


def one_by_one(store: Store) -> Iterator[Finding | None]:
    """Every finding between the reports of the store, worked out in exact fractions; None where nothing is said."""
    names, figure = catalogue_of(shipped_dataset()), held(store)
    for each in judged(store, "two_reports"):
        yield two_reports(names, figure[each["one"]], figure[each["other"]], each["sentence"] == "alike")
    for one, other in grown(figure.values()):
        yield growth(names, one, other)
    for each in judged(store, "range"):
        yield value_range(names, figure[each["one"]], str(each["fault"]))
    for each in judged(store, "jump"):
        yield jump(names, figure[each["one"]], each["years"], each["least"], each["greatest"])


def test_findings_are_what_exact_fractions_give(store: Store) -> None:
    """Every column of every row, of figures and growths that are printed in odd ways; silence too."""
    drawn = list(figures(random.Random(15)))  # noqa: S311 (a repeatable draw, no secret)
    write.insert(store, "report", map(write.columns, {each.report_id: report_of(each) for each in drawn}.values()))
    write.insert(store, "observation", map(row_of_observation, drawn))
    write.build_limits(store)
    expected = {each.id: row_of_finding(each) for each in one_by_one(store) if each is not None}

    insert_findings_across(store, catalogue_of(shipped_dataset()))
    rows = store.execute("from finding")
    names = [column[0] for column in rows.description or ()]
    found = {row[names.index("id")]: dict(zip(names, row, strict=True)) for row in rows.fetchall()}

    assert expected == found
    said = Counter((each["check"], each["severity"]) for each in found.values())
    assert len(said) == 6
    assert min(said.values()) > 3


def report_of(figure: Observation) -> Report:
    """An ordinary report that has the figure."""
    return report(figure.report_id, locality=figure.locality_code, year=int(figure.report_id.split("-")[1]))


def test_saying_it_again_adds_nothing(store: Store) -> None:
    """What stands there already stays."""
    given(store, count(100, report="a"), count(110, report="b"))
    for _ in range(2):
        insert_findings_across(store, catalogue_of(shipped_dataset()))

    assert [(1,)] == store.execute("select count(*) from finding").fetchall()
