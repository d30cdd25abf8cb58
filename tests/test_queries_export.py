"""queries/pages/export__*: evidence, definitions, findings and reports of what is exported."""

from __future__ import annotations

from conftest import Store, cell, given, rows
from factories import RATE, Finding, finding, observation, rate_counts, report

EVIDENCE, DEFINITIONS = "pages/export__evidence", "pages/export__definitions"
FINDINGS, REPORTS = "pages/export__findings", "pages/export__reports"
