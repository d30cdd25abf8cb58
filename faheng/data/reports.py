"""data/reports and data/observations -> Report and Observation records.

Both folders hold a file a report, of the same name: <report>.toml says where the report comes from, <report>.csv
what it says. The text of a report is not kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from faheng.data.reference import Reference
from faheng.data.table import Row, only_first, read_csv, read_toml, shown
from faheng.errors import Problem
from faheng.model import (
    Bound,
    ChangeUnit,
    Evidence,
    Indicator,
    Kind,
    Observation,
    PeriodBasis,
    PeriodKind,
    Report,
    Span,
    Status,
)
from faheng.model.printed import printed_value

REPORT_KEYS = (
    "id", "locality", "title", "title_en", "publisher", "publisher_en", "kind", "read", "published_on", "period_start",
    "period_end", "period_basis", "source_url", "sha256", "reader", "characters", "damage_zh", "damage_en", "note_zh",
    "note_en",
)  # fmt: skip
OBSERVATION_HEADER = (
    "indicator", "value", "value_text", "bound", "scope", "period_kind", "period_start", "period_end", "period_basis",
    "change", "change_text", "change_unit", "change_bound", "confidence", "status", "phrase", "start", "end",
    "section", "also_at", "note_zh", "note_en",
)  # fmt: skip
REPORT_KINDS = (
    "annual_report", "white_paper", "statistics", "disclosure_report", "work_report", "article", "news",
)  # fmt: skip
LONGEST_PHRASE = 60
# Between both ends of a range in a cell.
RANGE = ".."


def read_reports(folder: Path, reference: Reference, problems: list[Problem]) -> dict[str, Report]:
    """The provenance records of the folder by report id."""
    rows = filter(None, (read_toml(path, REPORT_KEYS, problems) for path in sorted(folder.glob("*.toml"))))
    return {row.text("id"): report(row, reference) for row in rows}


def report(row: Row, reference: Reference) -> Report:
    """One provenance record; its id is the name of its file."""
    if f"{row.text('id')}.toml" != Path(row.file).name:
        row.fault("id", f"{row.text('id')!r} differs from the name of the file", f"write {Path(row.file).stem!r}")
    if not re.fullmatch(r"[0-9a-f]{64}", row.text("sha256")):
        row.fault("sha256", "is not a SHA-256 sum", "write the 64 hexadecimal digits of the document's sum")
    start, end = period_reported(row)
    return Report(
        id=row.needed("id"),
        locality_code=row.known("locality", reference.localities, "data/reference/localities.csv"),
        title=row.needed("title"),
        title_en=row.needed("title_en"),
        publisher=row.needed("publisher"),
        publisher_en=row.needed("publisher_en"),
        kind=row.known("kind", REPORT_KINDS, ", ".join(REPORT_KINDS)),
        read=row.known("read", ("whole", "partly"), "whole, partly"),
        published_on=row.optional_day("published_on"),
        period_start=start,
        period_end=end,
        period_basis=row.word("period_basis", PeriodBasis),
        source_url=row.address("source_url", empty=True),
        sha256=row.text("sha256"),
        reader=row.text("reader"),
        characters=row.whole("characters", 1),
        damage_zh=row.text("damage_zh"),
        damage_en=row.text("damage_en"),
        note_zh=row.text("note_zh"),
        note_en=row.text("note_en"),
    )


def period_reported(row: Row) -> tuple[date, date]:
    """The first and the last day of what a report tells of."""
    start, end = row.day("period_start"), row.day("period_end")
    if start > end:
        row.fault("period_end", "lies before period_start", "exchange the two")
    return start, end


def files_of_reports(
    folder: Path, header: tuple[str, ...], reports: dict[str, Report], problems: list[Problem]
) -> Iterator[tuple[Report, list[Row]]]:
    """Each report that has a file of its name in the folder, with the rows of the file. The folder may be missing."""
    for path in sorted(folder.glob("*.csv")):
        if path.stem in reports:
            yield reports[path.stem], list(read_csv(path, header, problems))
        else:
            instead = f"write data/reports/{path.stem}.toml or rename the file"
            problems.append(Problem(shown(path), 1, "", "no report of this name", instead))


def read_observations(
    folder: Path, reports: dict[str, Report], reference: Reference, problems: list[Problem]
) -> Iterator[Observation]:
    """The observations of every report, in the order of their files."""
    scopes = {scope.id for scope in reference.scopes}
    for report_of_file, rows in files_of_reports(folder, OBSERVATION_HEADER, reports, problems):
        only_first(((row, key(row)) for row in rows), "indicator, scope and period")
        for row in rows:
            yield observation(row, report_of_file, reference.indicators, scopes)


def key(row: Row) -> tuple[object, ...]:
    """What may stand once in a report."""
    return tuple(row.text(c) for c in ("indicator", "scope", "period_kind", "period_start", "period_end"))


def observation(row: Row, report: Report, indicators: dict[str, Indicator], scopes: set[str]) -> Observation:
    """One line of an observations file."""
    check_evidence(row, report)
    return replace(
        figure(row, report, indicators, scopes),
        confidence=row.number("confidence", "0", "1"),
        status=row.word("status", Status),
        evidence=Evidence(row.text("phrase"), Span(row.whole("start"), row.whole("end")), row.text("section")),
        also=tuple(Evidence("", span) for span in spans(row, report)),
    )


def figure(row: Row, report: Report, indicators: dict[str, Indicator], scopes: set[str]) -> Observation:
    """What a line says of a figure, accepted and read by a person; its evidence is the clause without a place."""
    check_clause(row)
    name = row.known("indicator", indicators, "data/reference/indicators.csv")
    about = indicators.get(name)
    rate = about is not None and about.unit == "percent"
    check_period(row)
    low, high = value(row, about, rate)
    return Observation(
        report_id=report.id,
        locality_code=report.locality_code,
        indicator_id=name,
        value=low,
        upper=high,
        value_text=row.needed("value_text"),
        unit=about.unit if about else "",
        bound=row.word("bound", Bound),
        scope=row.known("scope", scopes, "data/reference/scopes.csv", empty=True),
        period_kind=row.word("period_kind", PeriodKind),
        period_start=row.optional_day("period_start"),
        period_end=row.day("period_end"),
        period_basis=row.word("period_basis", PeriodBasis),
        change=row.optional_number("change", "-100", "100000"),
        change_text=row.text("change_text"),
        change_unit=row.optional_word("change_unit", ChangeUnit),
        change_bound=row.optional_word("change_bound", Bound),
        confidence=Decimal(1),
        status=Status.ACCEPTED,
        evidence=Evidence(row.text("phrase"), None),
        note_zh=row.text("note_zh"),
        note_en=row.text("note_en"),
    )


def value(row: Row, about: Indicator | None, rate: bool) -> tuple[Decimal, Decimal | None]:
    """The value, within what its indicator allows: a rate lies from 0 to 100, a count is whole; with its upper end
    where the cell is a range, 90..95.
    """
    before = len(row.problems)
    low, ranged, high = row.text("value").partition(RANGE)
    ends = [row.number_in("value", each, "0", "100" if rate else None) for each in ((low, high) if ranged else (low,))]
    for number in ends:
        if about is not None and about.kind == Kind.COUNT and number != number.to_integral_value():
            row.fault("value", f"{number} is no count", "write a whole number")
    if (ranged != "") != (row.text("bound") == Bound.BETWEEN) or ends != sorted(set(ends)):
        row.fault("value", f"{row.text('value')} does not go with its bound", "write 90..95 with the bound between")
    printed = printed_value(row.text("value_text"))
    if printed is not None and [printed] != ends and len(row.problems) == before:
        row.fault("value", f"{ends[0]} is not the printed {row.text('value_text')}", "make value and value_text agree")
    return ends[0], ends[1] if ranged else None


def check_period(row: Row) -> None:
    """A stock has a day and no start, everything else a start that does not lie after its end."""
    kind, start, end = (row.text(column) for column in ("period_kind", "period_start", "period_end"))
    if kind == PeriodKind.AS_OF and start:
        row.fault("period_start", "a value as of a day has no start", "leave it empty")
    elif kind != PeriodKind.AS_OF and not start:
        row.fault("period_start", "is empty", "write the first day of the period")
    elif start > end:
        row.fault("period_end", "lies before period_start", "exchange the two")


def check_evidence(row: Row, report: Report) -> None:
    """The phrase is as long as its offsets say, and inside the text."""
    phrase, start, end = row.text("phrase"), row.whole("start"), row.whole("end")
    if end - start != len(phrase):
        row.fault(
            "end",
            f"start and end are {end - start} apart, the phrase has {len(phrase)}",
            "correct the offsets",
        )
    if end > report.length:
        row.fault("end", f"lies behind the text of {report.length} characters", "correct the offsets")


def check_clause(row: Row) -> None:
    """The phrase is there, short, and holds the printed number; a stated growth has all that belongs to it."""
    phrase = row.needed("phrase")
    if len(phrase) > LONGEST_PHRASE:
        row.fault("phrase", f"has {len(phrase)} characters", f"keep at most {LONGEST_PHRASE} around the number")
    for numeral in filter(None, row.text("value_text").split("+")):
        if numeral not in phrase:
            row.fault("value_text", f"{numeral!r} does not stand in the phrase", "copy the numeral as it is printed")
    if row.text("change") and not (row.text("change_unit") and row.text("change_text") and row.text("change_bound")):
        row.fault("change_unit", "a change needs change_text, change_unit and change_bound", "fill in all three")


def spans(row: Row, report: Report) -> tuple[Span, ...]:
    """Further places of the same statement, written start:end and joined by ;."""
    found = []
    for place in filter(None, row.text("also_at").split(";")):
        match = re.fullmatch(r"([0-9]{1,9}):([0-9]{1,9})", place)
        if match is None or int(match[1]) >= int(match[2]):
            row.fault("also_at", f"{place!r} is not start:end", "write offsets such as 120:134;980:994")
        elif int(match[2]) > report.length:
            row.fault("also_at", f"{place} lies behind the text of {report.length} characters", "correct the offsets")
        else:
            found.append(Span(int(match[1]), int(match[2])))
    return tuple(found)
