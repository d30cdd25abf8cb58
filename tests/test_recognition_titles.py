"""What a PDF report with a wrapped title is: right or unsaid, never wrong."""

from __future__ import annotations

from datetime import date

import pytest
from damaged import WHOLE
from shipped_reading import SHIPPED
from title_pages import titled_report

from faheng.reading.about.about import Recognised
from faheng.reading.about.recognise import recognise
from faheng.reading.texts.cleaned import Cleaned
from faheng.reading.texts.files import original_of

pytestmark = pytest.mark.stress
COUNT = 2_000 if WHOLE else 40


@pytest.fixture(scope="module")
def recognised() -> list[tuple[Recognised, str, int]]:
    """What each report is taken for, its place and its year."""
    made = [titled_report(number) for number in range(COUNT)]
    texts = [Cleaned.of(original_of(each.data, "report.pdf", SHIPPED.texts), SHIPPED.texts) for each in made]
    found = (recognise(each, SHIPPED.gazetteer, SHIPPED.about) for each in texts)
    return [(each, one.code, one.year) for each, one in zip(found, made, strict=True)]


def test_the_year_the_kind_and_the_period_are_read(recognised: list[tuple[Recognised, str, int]]) -> None:
    for each, _, year in recognised:
        assert ("annual_report", year) == (each.kind, each.year)
        assert (date(year, 1, 1), date(year, 12, 31)) == (each.period_start, each.period_end)


def test_the_place_is_read_or_left_open(recognised: list[tuple[Recognised, str, int]]) -> None:
    """A title that a book and a range of years part over four lines may leave it open."""
    taken = [(each.locality_code, code) for each, code, _ in recognised]

    assert [] == [pair for pair in taken if pair[0] not in (None, pair[1])]
    assert sum(found == code for found, code in taken) >= 0.95 * COUNT
