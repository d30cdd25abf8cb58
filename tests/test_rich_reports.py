"""Two rich reports as LibreOffice writes them say the same in each format.

wide: a table without lines, heads over two columns, names beside several rows, labels of up to three lines, a line that
tears a number. noted: notes, a head and a foot on each page, a page on its side. The OFD files have the characters and
lines of LibreOffice's PDF pages, at their places.
"""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from shipped_reading import SHIPPED, read_observations
from test_tables import ABOUT

from faheng.reading.texts.files import original_of

FOLDER = Path(__file__).parent / "specs" / "formats"
WIDE = {
    "reconsideration_applications": (1276, None), "reconsideration_accepted": (1187, None),
    "reconsideration_concluded": (1120, None), "litigation_cases": (364, None), "court_appearance_rate": (98.6, 1.3),
    "legal_aid_cases": (3470, 8.0), "mediation_cases": (12345, 2.9), "mediation_success_rate": (99.12, 0.4),
    "case_files_reviewed": (1456, 4.1), "enforcement_officers": (2318, 1.2), "congress_proposals": (118, -2.5),
    "consultative_proposals": (205, 3.0), "information_disclosed": (15263, None), "disclosure_requests": (163, None),
    "policy_interpretations": (185, None),
}  # fmt: skip
NOTED = {
    "reconsideration_applications": (127, None), "reconsideration_accepted": (118, None),
    "reconsideration_concluded": (112, None), "legal_publicity_events": (1836, None), "emergency_drills": (57, None),
    "market_entities_new": (12000, 12.5), "market_entities_total": (86400, None), "online_handling_rate": (98.6, None),
    "contracts_reviewed": (132, None), "normative_documents_issued": (9, None), "hotline_requests": (8640, None),
    "normative_documents_reviewed": (14, None), "entities_inspected": (1482, None), "congress_proposals": (73, None),
    "consultative_proposals": (61, None), "proposals_completion_rate": (100, None),
    "proposals_satisfaction_rate": (100, None), "information_disclosed": (5480, None),
    "disclosure_requests": (35, None),
}  # fmt: skip
FORMS = {"docx": "docx", "doc": "doc", "wps": "doc", "rtf": "rtf", "html": "html", "ofd": "ofd"}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(("name", "expected"), [("wide", WIDE), ("noted", NOTED)])
def test_a_rich_report_says_the_same_in_each_format(
    name: str, expected: dict[str, tuple[float, float | None]], form: str
) -> None:
    """Values and growths, each pointing at its words."""
    data = gzip.decompress((FOLDER / f"{name}.{FORMS[form]}.gz").read_bytes())
    original = original_of(data, f"report.{form}", SHIPPED.texts)
    found = read_observations(original, ABOUT)

    assert expected == {
        one.indicator_id: (float(one.value), None if one.change is None else float(one.change)) for one in found
    }
    assert len(expected) == len(found)
    for one in found:
        span = one.evidence.span
        assert span is not None
        assert one.evidence.phrase == original.text[span.start : span.end]
