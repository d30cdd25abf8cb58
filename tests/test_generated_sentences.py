"""Generated sentences of each kind are read as what they say; mutated ones give no fault, and offsets hold the number.

A share here; 2,000 sentences a kind and 100,000 mutated ones by `make stress`. FAHENG_SEED draws other ones.
"""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from generated_kinds import MORE_MAKERS, dressed
from generated_sentences import MAKERS, Draw, Made
from mutated_sentences import mutated
from shipped_reading import read_observations

from faheng.model import Observation, PeriodBasis
from faheng.reading.about.about import ReportAbout
from faheng.reading.texts.original import Original

pytestmark = pytest.mark.stress
STRESS = bool(os.environ.get("FAHENG_STRESS"))
SEED = int(os.environ.get("FAHENG_SEED") or 0)
A_KIND, DRESSED, MUTATED, DRAWS = (2_000, 2_000, 100_000, 20) if STRESS else (20, 20, 1_000, 4)
ABOUT = ReportAbout(
    name="case",
    kind="annual_report",
    period_start=date(2023, 1, 1),
    period_end=date(2023, 12, 31),
    period_basis=PeriodBasis.STATED,
)


def read(made: Made) -> list[Observation]:
    """The observations of a sentence in a report on 2023."""
    original = Original(name="case", text=made.text, reader="txt", sha256="", title="", published_on=None)
    return read_observations(original, replace(ABOUT, kind=made.kind))


def misread(made: Made) -> str:
    """What is wrong with the reading of a sentence; "" where nothing is."""
    found = {(one.indicator_id, float(one.value), one.scope): one for one in read(made)}
    expected = {(each.indicator, float(each.value), each.scope): each.said for each in made.figures}
    if sorted(found) != sorted(expected):
        return f"{made.text!r}: {sorted(found)}, not {sorted(expected)}"
    wrong = [
        f"{name} {getattr(found[key], name)}, not {value}"
        for key, said in expected.items()
        for name, value in said.items()
        if (None if getattr(found[key], name) is None else str(getattr(found[key], name))) != value
    ]
    return f"{made.text!r}: {wrong}" if wrong else ""


@pytest.mark.parametrize("maker", MAKERS, ids=lambda maker: maker.__name__)
def test_a_generated_sentence_is_read_as_what_it_says(maker: Callable[[Draw], Made]) -> None:
    """Exactly its figures, with their scope, bound, growth and period."""
    draw = random.Random(maker.__name__)  # noqa: S311 (a seeded draw, no secret)
    faults = [fault for _ in range(A_KIND) if (fault := misread(maker(draw)))]

    assert [] == faults[:5], f"{len(faults)} of {A_KIND}"


@pytest.mark.parametrize("maker", [*MAKERS, *MORE_MAKERS], ids=lambda maker: maker.__name__)
def test_a_sentence_in_other_clothes_is_read_alike(maker: Callable[[Draw], Made]) -> None:
    """Full or half width, blanks, parted thousands, and sentences of other things around it change nothing."""
    draw = random.Random(f"{maker.__name__} dressed")  # noqa: S311 (a seeded draw, no secret)
    faults = []
    for _ in range(DRESSED):
        made = maker(draw)
        faults += filter(None, [misread(replace(made, text=dressed(draw, made.text)))])

    assert [] == faults[:5], f"{len(faults)} of {DRESSED}"


@pytest.mark.parametrize("seed", range(DRAWS))
def test_a_mutated_sentence_gives_figures_whose_offsets_hold_their_number(seed: int) -> None:
    """Whatever stands there, reading ends, and text[start:end] holds the printed number."""
    draw = random.Random(SEED + seed)  # noqa: S311 (a seeded draw, no secret)
    for _ in range(MUTATED // DRAWS):
        made = draw.choice((*MAKERS, *MORE_MAKERS))(draw)
        text = mutated(draw, made.text)
        for one in read(replace(made, text=text)):
            span = one.evidence.span
            assert span is not None
            assert one.evidence.phrase == text[span.start : span.end], text
            assert one.is_sum or one.value_text in one.evidence.phrase, (text, one)
