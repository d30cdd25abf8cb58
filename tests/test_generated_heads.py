"""Generated heads of bodies, places and zones are recognised; a note's mark or a struck-out number is no digit.

A share here; 2,000 of each kind by `make stress`.
"""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from damaged import WHOLE
from generated_heads import MAKERS, Draw, Headed, word_with_marks
from shipped_reading import SHIPPED, read_observations
from test_recognition import read
from test_tables import ABOUT

from faheng.reading.texts.files import original_of

pytestmark = pytest.mark.stress
A_KIND = 2_000 if WHOLE else 20


@pytest.mark.parametrize("maker", MAKERS, ids=lambda maker: maker.__name__)
def test_a_generated_head_says_whose_report_it_is(maker: Callable[[Draw], Headed]) -> None:
    """The place or none, and who publishes it where the title says so."""
    draw = random.Random(f"head {maker.__name__}")  # noqa: S311 (a seeded draw, no secret)
    faults = []
    for _ in range(A_KIND):
        made = maker(draw)
        found = read(made.text)
        if found.locality_code != made.code or (made.publisher and found.publisher != made.publisher):
            faults.append(f"{made.text[:60]!r}: {found.locality_code}, {found.publisher}, not {made.code}")

    assert [] == faults[:5], f"{len(faults)} of {A_KIND}"


def test_marks_of_notes_and_struck_out_numbers_are_no_digits() -> None:
    """Wherever the runs of the Word file break."""
    draw = random.Random("marks")  # noqa: S311 (a seeded draw, no secret)
    names = "contracts_reviewed", "legal_aid_cases", "reconsideration_accepted"
    for _ in range(A_KIND):
        made = word_with_marks(draw)
        original = original_of(made.data, "a.docx", SHIPPED.texts)
        found = {one.indicator_id: int(one.value) for one in read_observations(original, ABOUT)}

        assert found == dict(zip(names, made.values, strict=True)), original.text
