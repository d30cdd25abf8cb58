"""The checks of 1,000 generated reports on one core: what reading them costs is not counted."""

from __future__ import annotations

import random
import time

from faheng.checks.reading import checked
from faheng.reading.texts.original import Original

from ..shipped_reading import catalogue, read_report
from . import figures
from .reading import ABOUT, SEED, report_text

REPORTS, CHARACTERS = 1_000, 6_000
BATCH = 100
BUDGET_SECONDS = 10


def measure_checks() -> None:
    """Seconds of the processor for all of them; read a batch at a time, so that memory stays small."""
    draw = random.Random(SEED)  # noqa: S311 (a repeatable draw, no secret)
    figures.title(f"Checks of {REPORTS:,} generated reports of about {CHARACTERS:,} characters, one core")
    taken, findings, facts = 0.0, 0, 0
    checked(reading(draw), None, catalogue())  # what is looked up once is looked up here
    for _ in range(REPORTS // BATCH):
        readings = [reading(draw) for _ in range(BATCH)]
        facts += sum(len(each.observations) for each in readings)
        started = time.process_time()
        findings += sum(len(checked(each, None, catalogue())) for each in readings)
        taken += time.process_time() - started
    figures.single("checks alone", taken, "s", BUDGET_SECONDS)
    figures.single("figures held", float(facts), "")
    figures.single("findings made", float(findings), "")


def reading(draw: random.Random):
    """A report of this draw, read."""
    return read_report(Original("report", report_text(draw, CHARACTERS), "txt", ""), ABOUT)
