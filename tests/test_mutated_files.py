"""Mutated tables and mutated XML: read or refused in a line, never an error of ours, and offsets that hold.

A share here; 10,000 tables and 10,000 files by `make stress`.
"""

from __future__ import annotations

import io
import os
import random
import zipfile
from collections.abc import Iterable

import pytest
from damaged import WHOLE
from mutated_files import mutated_package, mutated_rows, mutated_xml
from report_files import zipped
from shipped_reading import SHIPPED, read_observations
from table_files import as_bars, as_page, as_text
from test_more_formats import FORMS, ROWS, TITLE, page
from test_tables import ABOUT

from faheng.errors import UnreadableFile
from faheng.model import Observation
from faheng.reading.texts.files import original_of
from faheng.reading.texts.original import Original

pytestmark = pytest.mark.stress
SEED = int(os.environ.get("FAHENG_SEED") or 12_012)
COUNT = 10_000 if WHOLE else 150


def assert_exact(original: Original, found: Iterable[Observation]) -> None:
    """Each figure says where it stands."""
    for one in found:
        span = one.evidence.span
        assert span is not None
        assert one.evidence.phrase == original.text[span.start : span.end]


def opened(data: bytes, name: str) -> Original | UnreadableFile:
    """What comes of a file."""
    try:
        return original_of(data, name, SHIPPED.texts)
    except UnreadableFile as refused:
        return refused


def test_mutated_tables_are_read_with_exact_offsets() -> None:
    """As text, between bars, and as a web page with merged cells."""
    draw = random.Random(SEED)  # noqa: S311 (a seeded draw, no secret)
    for number in range(COUNT):
        rows = mutated_rows(draw)
        if number % 3 == 2:
            original = original_of(page(TITLE, rows).encode(), "a.html", SHIPPED.texts)
        else:
            text = (as_text if number % 3 else as_bars)(rows)
            original = Original("case", f"{TITLE}\n附表\n{text}", "txt", "")
        assert_exact(original, read_observations(original, ABOUT))


def test_mutated_xml_is_read_or_refused_in_a_line() -> None:
    """Of Word files, OFD files and web pages."""
    draw = random.Random(SEED + 1)  # noqa: S311 (a seeded draw, no secret)
    pages = [page(TITLE, ROWS), f"<html><body><h1>{TITLE}</h1>{as_page(ROWS)}{as_page(ROWS)}</body></html>"]
    for number in range(COUNT):
        name = ("report.docx", "report.ofd", "report.html")[number % 3]
        if name == "report.html":
            data = mutated_xml(draw, draw.choice(pages)).encode()
        else:
            data = mutated_package(draw, FORMS[name])
        original = opened(data, name)
        if isinstance(original, Original):
            assert_exact(original, read_observations(original, ABOUT))
        else:
            assert str(original).startswith(f"{name}: ")
            assert "\n" not in str(original)


@pytest.mark.parametrize("number", ["NaN", "Infinity", "1e308", "-1e9"])
def test_a_place_that_is_none_is_damage_of_its_object_alone(number: str) -> None:
    """The other objects of the OFD page are read."""
    with zipfile.ZipFile(io.BytesIO(FORMS["report.ofd"])) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    main = "Doc_0/Pages/Page_0/Content.xml"
    members[main] = members[main].replace(b'Boundary="20 20 ', f'Boundary="{number} 20 '.encode(), 1)
    original = original_of(zipped(members), "report.ofd", SHIPPED.texts)

    assert 118 in {int(one.value) for one in read_observations(original, ABOUT)}
