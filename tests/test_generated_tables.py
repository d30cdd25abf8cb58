"""Generated tables of each kind give the figures of the report's year, whatever kind of file they stand in.

A share here; 2,000 tables a kind by `make stress`, of which one in ten is a PDF page.
"""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from damaged import WHOLE
from generated_tables import MAKERS, Draw, MadeTable
from shipped_reading import SHIPPED, read_observations
from table_files import as_bars, as_page, as_text, pdf_file, word_file
from test_tables import ABOUT

from faheng.reading.texts.files import original_of
from faheng.reading.texts.original import Original

pytestmark = pytest.mark.stress
A_KIND = 2_000 if WHOLE else 20
TITLE = "附表"
FORMS: tuple[tuple[str, Callable[[MadeTable], bytes]], ...] = (
    ("a.txt", lambda made: f"{TITLE}\n{as_text(made.rows)}\n".encode()),
    ("a.txt", lambda made: f"{TITLE}\n{as_bars(made.rows)}\n".encode()),
    ("a.html", lambda made: f"<html><body><p>{TITLE}</p>{as_page(made.rows)}</body></html>".encode()),
    ("a.docx", lambda made: word_file(TITLE, made.rows)),
    ("a.pdf", lambda made: pdf_file(TITLE, made.rows)),
)


def misread(made: MadeTable, draw: Draw) -> str:
    """What is wrong with the reading of a table in one kind of file; "" where nothing is."""
    name, form = draw.choices(FORMS, (3, 2, 2, 2, 1))[0]
    original: Original = original_of(form(made), name, SHIPPED.texts)
    found = read_observations(original, ABOUT)
    exact = all(
        one.evidence.span is not None
        and one.evidence.phrase == original.text[one.evidence.span.start : one.evidence.span.end]
        for one in found
    )
    read = sorted((one.indicator_id, float(one.value)) for one in found if not one.is_sum)
    if exact and read == sorted(made.said):
        return ""
    return f"{name} {original.text!r}: {read}, not {sorted(made.said)}{'' if exact else ', offsets'}"


@pytest.mark.parametrize("maker", MAKERS, ids=lambda maker: maker.__name__)
def test_a_generated_table_gives_the_figures_of_its_year(maker: Callable[[Draw], MadeTable]) -> None:
    """Exactly those, each pointing at its words."""
    draw = random.Random(f"table {maker.__name__}")  # noqa: S311 (a seeded draw, no secret)
    faults = [fault for _ in range(A_KIND) if (fault := misread(maker(draw), draw))]

    assert [] == faults[:3], f"{len(faults)} of {A_KIND}"
