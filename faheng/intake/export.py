"""The reports of the ledger as files of data/, so that a maintainer can ship them."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from faheng.data.cells import observation_cells, report_cells
from faheng.data.findings import FINDING_HEADER, finding_cells
from faheng.data.places import HEADERS
from faheng.data.reports import OBSERVATION_HEADER
from faheng.data.zones import ZONES
from faheng.errors import UnwritableFile
from faheng.intake.intake import Intake
from faheng.intake.joined import HeldFigures, Joiner
from faheng.intake.shipped import shipped_now
from faheng.intake.zones import AddedZone
from faheng.ledger.event import Event
from faheng.ledger.ledger import ledger_if_any
from faheng.model import Report
from faheng.paths import DATA
from faheng.reading.lexicon import lexicon

DECISIONS = ("number", "at", "who", "kind", "report", "figure", "reason", "cells")


def export_ledger(store: Path, folder: Path) -> Iterator[str]:
    """Write the files; yields a line a file. Raises UnwritableFile.

    A shipped report that people corrected has its observations written anew, as they are now; zones that people added
    stand below those that are shipped.
    """
    ledger = ledger_if_any(store)
    if ledger is None:
        yield f"no ledger in {store}: nothing was imported"
        return
    intake = Intake(store, ledger)
    storage = intake.storage
    joiner = Joiner(storage.lexicon.reference, storage.readings, shipped_now())
    for held in joiner.held(intake.state()):
        for path, text in files_of(held):
            yield written(folder / path, text)
    if storage.zones:
        yield written(folder / ZONES, zones_file(storage.zones))
    yield written(folder / "ledger/decisions.csv", table(DECISIONS, map(decision_cells, ledger.events())))
    ledger.close()


def files_of(held: HeldFigures) -> Iterator[tuple[str, str]]:
    """The files of one report, by their path below data/."""
    name = held.report.id
    if not held.shipped:
        yield f"reports/{name}.toml", toml_of(held.report)
        if held.findings:
            yield f"findings/{name}.csv", table(FINDING_HEADER, map(finding_cells, held.findings))
    if not held.shipped or held.state.decisions:
        yield f"observations/{name}.csv", table(OBSERVATION_HEADER, map(observation_cells, held.figures.publishable))


def zones_file(added: Iterable[AddedZone]) -> str:
    """zones.csv as data/ has it, and a line for each zone that was added and is not in it yet."""
    shipped = (DATA / ZONES).read_text(encoding="utf-8")
    known = lexicon().reference.places.codes
    rows = io.StringIO()
    csv.DictWriter(rows, HEADERS["zones"], lineterminator="\n").writerows(
        each.line for each in added if each.code not in known
    )
    return shipped + rows.getvalue()


def toml_of(report: Report) -> str:
    """A report's file. A JSON string is a TOML string, but for the sign DEL."""
    numbers = {"characters"}
    lines = (
        f"{key} = {value if key in numbers else json.dumps(value, ensure_ascii=False)}"
        for key, value in report_cells(report).items()
    )
    return "\n".join(lines) + "\n"


def table(header: Iterable[str], rows: Iterable[Mapping[str, object]]) -> str:
    """Rows as CSV."""
    target = io.StringIO()
    writer = csv.DictWriter(target, list(header), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return target.getvalue()


def decision_cells(event: Event) -> dict[str, object]:
    """An event as a line of CSV."""
    return {
        "number": event.number,
        "at": event.at.isoformat(timespec="seconds"),
        "who": event.who,
        "kind": event.kind,
        "report": event.report,
        "figure": event.figure,
        "reason": event.detail.get("reason", ""),
        "cells": json.dumps(event.detail.get("cells", {}), ensure_ascii=False),
    }


def written(path: Path, text: str) -> str:
    """Write the file; the line that says so."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise UnwritableFile(str(path), error.strerror or str(error)) from error
    return str(path)
